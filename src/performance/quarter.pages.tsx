import { InsetText, Instant, SummaryList, Table, Tag } from '../platform/ui/index.ts';
import type { Grouped } from './figure.queries.ts';
import { CountedOver, GroupTable, StandingTag } from './figure-parts.pages.tsx';
import { figureWords, indicatorOf, standing } from './indicator.ts';
import type { Correction, quarterView } from './paper.queries.ts';
import { sectionsOf } from './paper.sections.ts';
import type { Period } from './period.ts';
import { PublishForm } from './publish-form.pages.tsx';
import type { Edition, PublishedFigure } from './quarter.store.ts';
import { QuarterTrends } from './quarter-trend.pages.tsx';
import { type PublishedBefore, publishedWords, quarterLabel } from './quarter-trend.ts';

type Loaded = Extract<Awaited<ReturnType<typeof quarterView>>, { ok: true }>['value'];
export interface QuarterProps extends Loaded {
  csrf: string;
  mayPublish: boolean;
  isCounted: boolean;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
}

/** A quarter's paper: summary, figures by priority, what is off track, what was published, and notes on the data. */
export function QuarterPage(props: QuarterProps) {
  const { period, editions, groups, isCounted } = props;
  const latest = editions[0];
  return (
    <>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">Quarter paper</span> {period.words}
      </h1>
      {latest ? (
        <InsetText>
          Published <Instant at={latest.publishedAt} /> by {latest.publishedByName}, edition {latest.edition}.{' '}
          {latest.summary}
          {latest.reason && <> Corrected because: {latest.reason}</>}
        </InsetText>
      ) : (
        <InsetText>
          Not published yet.{' '}
          {isCounted ? 'The figures below are as they stand now.' : 'Nothing can be read before it is.'}
        </InsetText>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/figures/quarter/${props.quarter}/paper.pdf`}>
          Print as PDF
        </a>
        {isCounted && (
          <>
            {' '}
            ·{' '}
            <a class="govuk-link" href={`/figures.csv?period=${props.quarter}`}>
              Download as CSV
            </a>
          </>
        )}
      </p>
      {isCounted && <LiveParts groups={groups} period={period} />}
      {latest && (
        <PublishedParts
          published={props.published}
          first={props.firstPublished}
          before={props.before}
          edition={latest}
        />
      )}
      {(isCounted || latest) && <Sections {...props} />}
      {props.corrections.length > 0 && <Corrections corrections={props.corrections} />}
      <DataNotes groups={groups} editions={editions} />
      {isCounted && <CountedOver agencies={props.agencies} />}
      {props.mayPublish && <PublishForm {...props} />}
    </>
  );
}

function LiveParts({ groups, period }: { groups: readonly Grouped[]; period: Period }) {
  return (
    <>
      <h2 class="govuk-heading-m">Summary</h2>
      <Table
        caption="Priorities at a glance"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={[{ children: 'Priority' }, { children: 'Standing' }, { children: 'In a sentence' }]}
        rows={groups.map((group) => [
          { children: group.name },
          { children: <GroupStanding group={group} /> },
          {
            children: group.figures[0]
              ? `${group.figures[0].row.name}: ${figureWords(group.figures[0].row, group.figures[0].now)}. ${group.figures[0].sentence}`
              : '',
          },
        ])}
      />
      <h2 class="govuk-heading-m">Figures</h2>
      {groups.map((group) => (
        <GroupTable group={group} period={period} area="all" />
      ))}
      <QuarterTrends groups={groups} />
      <h2 class="govuk-heading-m">Exceptions</h2>
      <Exceptions groups={groups} />
    </>
  );
}

/** What the paper has besides figures; a part without records says so. */
function Sections(props: QuarterProps) {
  const parts = sectionsOf(props, props.isCounted);
  return (
    <>
      {parts.map((part) => (
        <>
          <h2 class="govuk-heading-m">{part.title}</h2>
          {part.lines.length === 0 ? (
            <p class="govuk-body">{part.none}</p>
          ) : (
            <ul class="govuk-list govuk-list--bullet">
              {part.lines.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          )}
        </>
      ))}
    </>
  );
}

/** As good as its worst target; a priority of trackers alone is not judged. */
function GroupStanding({ group }: { group: Grouped }) {
  const stands = group.figures.map((figure) => standing(figure.row, figure.now));
  const worst = (['red', 'amber', 'green'] as const).find((each) => stands.includes(each));
  const at = stands.indexOf(worst);
  const figure = worst ? group.figures[at] : undefined;
  return figure ? <StandingTag row={figure.row} figure={figure.now} /> : <>Trackers only</>;
}

/** What is off track, with what it is held against. */
export function Exceptions({ groups }: { groups: readonly Grouped[] }) {
  const off = groups
    .flatMap((group) => group.figures)
    .filter((figure) => ['red', 'amber'].includes(standing(figure.row, figure.now) ?? ''));
  if (off.length === 0) return <p class="govuk-body">None: no figure with a target is below it.</p>;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {off.map((figure) => (
        <li>
          <a class="govuk-link" href={`/figures/${figure.row.code}`}>
            {figure.row.name}
          </a>
          : {figureWords(figure.row, figure.now)}, against a target of {figure.row.target?.value}%.{' '}
          {figure.sentence} <StandingTag row={figure.row} figure={figure.now} />
        </li>
      ))}
    </ul>
  );
}

const nameOf = (figure: PublishedFigure): string =>
  `${indicatorOf(figure.code)?.name ?? figure.code}${figure.part === 'all' ? '' : `, ${figure.part}`}`;
function PublishedParts({
  published,
  first,
  before,
  edition,
}: {
  published: readonly PublishedFigure[];
  first: readonly PublishedFigure[];
  before: readonly PublishedBefore[];
  edition: Edition;
}) {
  const firstOf = (figure: PublishedFigure): string | undefined =>
    first.find((other) => other.code === figure.code && other.part === figure.part)?.shown;
  const isCorrected = edition.edition > 1;
  return (
    <>
      <h2 class="govuk-heading-m">As published</h2>
      <Table
        caption="Figures as published, small numbers about people left out"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={[
          { children: 'Figure' },
          ...before.map((quarter) => ({ children: quarterLabel({ key: quarter.quarter }) })),
          { children: 'Published' },
          { children: 'A year before' },
          ...(isCorrected ? [{ children: 'First published' }] : []),
        ]}
        rows={published.map((figure) => [
          { children: nameOf(figure) },
          ...before.map((quarter) => ({ children: publishedWords(quarter, figure) })),
          {
            children: (
              <>
                {figure.shown}{' '}
                {isCorrected && firstOf(figure) !== figure.shown && (
                  <Tag classes="govuk-tag--yellow">Restated</Tag>
                )}
              </>
            ),
          },
          { children: figure.lastYear ?? '' },
          ...(isCorrected ? [{ children: firstOf(figure) ?? 'Not given' }] : []),
        ])}
      />
    </>
  );
}

const Corrections = ({ corrections }: { corrections: readonly Correction[] }) => (
  <>
    <h2 class="govuk-heading-m">Changed since it was published</h2>
    <p class="govuk-body">
      The records behind these figures are no longer the same. What was published stands until a further
      edition restates it.
    </p>
    <Table
      caption="Changed since it was published"
      captionClasses="govuk-visually-hidden"
      firstCellIsHeader
      head={[{ children: 'Figure' }, { children: 'Frozen' }, { children: 'Now' }, { children: 'Records' }]}
      rows={corrections.map((c) => [
        { children: c.row.name },
        { children: figureWords(c.row, c.frozen) },
        { children: figureWords(c.row, c.now) },
        { children: `${c.recordsThen} then, ${c.recordsNow} now` },
      ])}
    />
  </>
);

function DataNotes({ groups, editions }: { groups: readonly Grouped[]; editions: readonly Edition[] }) {
  const missing = groups
    .flatMap((group) => group.figures)
    .filter((figure) => figure.now.kind === 'not-measured');
  return (
    <>
      <h2 class="govuk-heading-m">Notes on the data</h2>
      <SummaryList
        rows={[
          {
            key: 'Source',
            value: 'Every figure is counted from records, by the day each thing happened. None is typed in.',
          },
          {
            key: 'Small numbers',
            value:
              'In what is published, counts of 1 to 4 about people read “Fewer than 5”, and others are hidden where subtraction would reveal them.',
          },
          missing.length > 0 && {
            key: 'Not measured',
            value: missing.map((figure) => figure.row.name).join('; '),
          },
          editions.length > 0 && { key: 'Counted over', value: editions[0]?.countedOver ?? '' },
          editions.length > 1 && {
            key: 'Editions',
            value: editions.map((e) => (
              <>
                {e.edition}: <Instant at={e.publishedAt} />
                {e.reason ? `, ${e.reason}` : ''}
                <br />
              </>
            )),
          },
        ]}
      />
    </>
  );
}
