import { mayOpen, openingOf, openingWords } from '../intake/index.ts';
import { Details, Instant, SummaryList, WarningText } from '../platform/ui/index.ts';
import { itemKindWords, unusedTestWords } from './court.words.ts';
import type { EvidenceItem } from './prosecution.store.ts';

const ItemFile = ({ item, of }: { item: EvidenceItem; of: string }) => {
  const opening = openingOf(item, 'never');
  return (
    <>
      {mayOpen(opening) ? (
        <a class="govuk-link" href={`/prosecutions/${of}/items/${item.id}/file`}>
          Open {item.name}
        </a>
      ) : (
        item.name
      )}
      <div class="govuk-hint">{openingWords[opening]}</div>
    </>
  );
};

const ItemCard = ({ item, isBroken, of }: { item: EvidenceItem; isBroken: boolean; of: string }) => (
  <>
    <h3 class="govuk-heading-s">
      Item {item.number}: {item.words}
    </h3>
    {isBroken && (
      <WarningText>The continuity of this item does not hold together: tell your manager.</WarningText>
    )}
    <SummaryList
      rows={[
        { key: 'What it is', value: itemKindWords[item.kind] },
        {
          key: 'Taken',
          value: (
            <>
              <Instant at={item.capturedAt} /> by {item.capturedBy}
            </>
          ),
        },
        { key: 'Kept', value: item.keptAt },
        { key: 'SHA-256', value: item.sha256 ? <code>{item.sha256}</code> : 'An object: see its seal' },
        item.name !== null && { key: 'File', value: <ItemFile item={item} of={of} /> },
        item.test !== '' && { key: 'Taken for', value: unusedTestWords[item.test] },
      ]}
    />
    <Details summary={`Continuity of item ${item.number}`}>
      <ol class="govuk-list govuk-list--number">
        {item.continuity.map((line) => (
          <li>
            <Instant at={line.at} />, {line.officerName}: {line.words}
          </li>
        ))}
      </ol>
    </Details>
  </>
);

/** Exhibits, or what is not used: each with its file, its hash and its continuity. */
export const Items = ({
  items,
  broken,
  empty,
  of,
}: {
  items: EvidenceItem[];
  broken: number[];
  empty: string;
  of: string;
}) =>
  items.length === 0 ? (
    <p class="govuk-body">{empty}</p>
  ) : (
    items.map((item) => <ItemCard {...{ item, of }} isBroken={broken.includes(item.number)} />)
  );
