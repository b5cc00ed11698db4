import { Button, DataTable, Form, InsetText, Instant, Tag, Timeline } from '../../platform/ui/index.ts';
import { probabilityWords } from '../desk/waterfall.tsx';
import { addressHidden, type Judgement, verdictWords } from '../ledger/index.ts';
import type { HeldValue } from './best-values.ts';
import type { Card, Holding, Join } from './card.queries.ts';

/** What the parts of a card are given. */
export interface CardProps {
  readonly card: Card;
  readonly mayReview: boolean;
  readonly csrf: string;
  readonly today: string;
}

const said = (judgement: Judgement): string =>
  judgement.madeBy === 'model'
    ? `model ${judgement.modelNumber ?? ''}: ${probabilityWords(judgement.probability ?? 0)}`
    : [judgement.officerName, judgement.agencyName].filter(Boolean).join(', ');

/** A number with its word. */
export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** How sure it is that all of this is one person, by its weakest link. */
export function sureWords({ identity, joins }: Card): string {
  if (!identity.weakest) return 'One record alone';
  const weakest = joins.find(({ judgement }) => judgement.id === identity.weakest?.id)?.judgement;
  if (!weakest) return '';
  return weakest.madeBy === 'person'
    ? `Every link decided by a person${weakest.probability === null ? '' : `; the weakest had ${probabilityWords(weakest.probability)} by the model`}`
    : `As its weakest link: ${probabilityWords(weakest.probability ?? 0)}, by a model alone`;
}

const Held = ({ held }: { readonly held: HeldValue }) => (
  <div>
    {held.value}{' '}
    <span class="govuk-hint govuk-!-margin-bottom-0">
      {[...new Set(held.heldBy.map(({ source, agencyName }) => `${source} (${agencyName})`))].join('; ')}
    </span>
  </div>
);

/** What is known, field by field, with who says it. */
export const Fields = ({ card }: { readonly card: Card }) => (
  <>
    {card.isAddressHidden && (
      <InsetText>
        <strong>Address: {addressHidden.toLowerCase()}.</strong> No record’s address or postcode is shown
        here, whichever list it is on.
      </InsetText>
    )}
    <DataTable
      caption="Best values, and what other records say"
      captionClasses="govuk-visually-hidden"
      rows={card.fields}
      columns={[
        { heading: 'Field', cell: ({ label }) => label },
        { heading: 'Most records say', cell: ({ best }) => <Held held={best} /> },
        {
          heading: 'Others say',
          cell: ({ others }) =>
            others.length === 0 ? (
              '–'
            ) : (
              <ul class="govuk-list govuk-!-margin-bottom-0">
                {others.map((held) => (
                  <li>
                    <Held held={held} />
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
      empty={{ title: 'No details', children: 'None of the records says more than a name.' }}
    />
  </>
);

/** Which agency holds a record of the person. */
export const Holdings = ({ holdings }: { readonly holdings: readonly Holding[] }) => (
  <DataTable
    caption="Who holds what"
    captionClasses="govuk-visually-hidden"
    rows={holdings}
    columns={[
      { heading: 'Held by', cell: ({ subject }) => subject.agencyName },
      { heading: 'On', cell: ({ subject }) => subject.source },
      { heading: 'As', cell: ({ subject }) => subject.label },
      { heading: 'Since', cell: ({ subject }) => <Instant at={subject.receivedAt} /> },
      { heading: 'What they do', cell: ({ intervention }) => intervention || 'Not told' },
      { heading: 'How sure', cell: ({ tie }) => (tie ? said(tie) : 'One record alone') },
    ]}
    empty={{ title: 'Nobody', children: '' }}
  />
);

const withoutWords = ({ without }: Join): string =>
  without.length === 1
    ? 'Others hold them together all the same'
    : `Would leave ${without.map((count) => counted(count, 'record', 'records')).join(' and ')}`;

/** The judgements that hold the records together, each ready to be undone. */
export const Joins = ({ card, mayReview, csrf }: CardProps) => {
  const labelOf = new Map(
    card.holdings.map(({ subject }) => [subject.id, `${subject.label} (${subject.source})`]),
  );
  return (
    <DataTable
      caption="What holds them together"
      captionClasses="govuk-visually-hidden"
      rows={card.joins}
      columns={[
        {
          heading: 'Pair',
          cell: ({ judgement }) => {
            const words = `${labelOf.get(judgement.recordA) ?? ''} and ${labelOf.get(judgement.recordB) ?? ''}`;
            return mayReview ? (
              <a class="govuk-link" href={`/pairs/${judgement.recordA}/${judgement.recordB}`}>
                {words}
              </a>
            ) : (
              words
            );
          },
        },
        {
          heading: 'Said by',
          cell: ({ judgement }) => (
            <div>
              {said(judgement)}, <Instant at={judgement.madeAt} />
              {judgement.id === card.identity.weakest?.id && (
                <>
                  {' '}
                  <Tag classes="govuk-tag--yellow">Weakest link</Tag>
                </>
              )}
            </div>
          ),
        },
        { heading: 'Why', cell: ({ judgement }) => judgement.why },
        {
          heading: 'Without it',
          cell: (join) => (
            <div>
              {withoutWords(join)}
              {mayReview && !card.asAt && join.judgement.madeBy === 'person' && (
                <Form
                  action={`/people/${card.identity.key}/split`}
                  csrfToken={csrf}
                  classes="bw-decide govuk-!-margin-top-2"
                >
                  <input type="hidden" name="judgementId" value={join.judgement.id} />
                  <Button classes="govuk-button--secondary">
                    Undo<span class="govuk-visually-hidden"> this link</span>
                  </Button>
                </Form>
              )}
            </div>
          ),
        },
      ]}
      empty={{
        title: 'One record alone',
        children: 'Nobody has joined another record to this one, of those you may see.',
      }}
    />
  );
};

/** Judgements that were not followed. */
export const Conflicts = ({ card }: { readonly card: Card }) => (
  <ul class="govuk-list govuk-list--bullet">
    {card.conflicts.map(({ refused, because }) => (
      <li>
        {said(refused)} said the same of{' '}
        <a
          class="govuk-link"
          href={`/people/${card.identity.members.includes(refused.recordA) ? refused.recordB : refused.recordA}`}
        >
          another person
        </a>
        , but {because.map((apart) => `${said(apart)} holds a pair apart: ${apart.why}`).join('; ')}.
      </li>
    ))}
  </ul>
);

/** Everything received and judged, the newest first. */
export const History = ({ card }: { readonly card: Card }) => {
  const received = card.holdings.map(({ subject }) => ({
    at: subject.receivedAt,
    label: `Received from ${subject.agencyName}`,
    words: `${subject.source}, under ${subject.gateway}`,
  }));
  const labelOf = new Map(
    card.holdings.map(({ subject }) => [subject.id, `${subject.label} (${subject.source})`]),
  );
  const judged = card.judgements.map((judgement) => ({
    at: judgement.madeAt,
    label: verdictWords[judgement.verdict],
    words: `${labelOf.get(judgement.recordA) ?? ''} and ${labelOf.get(judgement.recordB) ?? ''}. ${said(judgement)}: ${judgement.why}${judgement.endedAt ? '. No longer holds' : ''}`,
  }));
  return (
    <Timeline
      headingLevel={3}
      items={[...received, ...judged]
        .sort((one, other) => other.at.getTime() - one.at.getTime())
        .map(({ at, label, words }) => ({ label, when: <Instant at={at} />, children: words }))}
    />
  );
};
