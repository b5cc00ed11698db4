import { Bars, DataTable, Details, InsetText, Instant } from '../../platform/ui/index.ts';
import { DeskNavigation } from '../desk/desk.pages.tsx';
import { kappaWords } from './agreement.ts';
import type { Estimate } from './estimate.ts';
import { type Grouping, leastShown, type Quality } from './quality.queries.ts';

const percent = (value: number): string =>
  `${(value * 100).toLocaleString('en-GB', { maximumFractionDigits: 1 })}%`;
const estimated = (estimate: Estimate | undefined): string =>
  estimate
    ? `${percent(estimate.share)} (${percent(estimate.low)} to ${percent(estimate.high)})`
    : 'Not known yet';

const Method = () => (
  <Details summary="How this is estimated, and what it does not tell">
    <p class="govuk-body">
      Pairs of people that the model scored are sorted into bands of its score. In each band chance puts them
      in an order of its own, and now and then the desk asks for the next in that order. The pairs up to the
      last one so decided are a random sample of the band, whatever else was decided: what was decided of them
      for its worth, or follows from other decisions, counts as it was said. Each band weighs as many pairs as
      it holds.
    </p>
    <p class="govuk-body">
      The range is where the true figure lies with 95% confidence: the rest of each band is drawn 2,000 times
      from what the sample leaves open, with a fixed seed, so the page reads the same twice. A figure is not
      known until each band that it needs has a drawn pair that was decided. Drawn pairs that nobody could
      decide, or that came in since and wait, are left out and counted in the table.
    </p>
    <p class="govuk-body">
      Recall is of the pairs that the engine put together at all. Pairs that share no key, or that fall under
      the proposing number, are in neither figure. People decide, so where they are wrong the figures are:
      second opinions tell how far they agree.
    </p>
    <p class="govuk-body">
      Everything is counted from records that you may see. Groups of fewer than {leastShown} decided pairs are
      left out.
    </p>
  </Details>
);

const Groups = ({ grouping }: { readonly grouping: Grouping }) =>
  grouping.notHeld ? (
    <>
      <h3 class="govuk-heading-s">{grouping.name}</h3>
      <p class="govuk-body">{grouping.notHeld}</p>
    </>
  ) : (
    <DataTable
      caption={grouping.name}
      captionClasses="govuk-table__caption--s"
      rows={grouping.groups}
      columns={[
        { heading: 'Group', cell: ({ name }) => name },
        {
          heading: 'Decided pairs',
          cell: ({ reviewed }) => reviewed ?? `Fewer than ${leastShown}`,
          numeric: true,
        },
        {
          heading: 'Of the likely, the same',
          cell: ({ precision }) => (precision === undefined ? 'Too few' : percent(precision)),
          numeric: true,
        },
        {
          heading: 'Of the same, found likely',
          cell: ({ found }) => (found === undefined ? 'Too few' : percent(found)),
          numeric: true,
        },
      ]}
      empty={{ title: 'Nothing decided yet', children: 'Groups appear once pairs have been decided.' }}
    />
  );

const Thresholds = ({ caption, of }: { readonly caption: string; readonly of: Quality['thresholds'] }) => (
  <DataTable
    caption={caption}
    rows={of}
    columns={[
      { heading: 'From', cell: ({ threshold }) => percent(threshold) },
      { heading: 'Pairs', cell: ({ pairs }) => pairs.toLocaleString('en-GB'), numeric: true },
      { heading: 'Right among them (precision)', cell: ({ precision }) => estimated(precision) },
      { heading: 'Found of all the same (recall)', cell: ({ recall }) => estimated(recall) },
    ]}
    empty={{ title: 'No pairs yet', children: 'Figures appear when pairs have been proposed and decided.' }}
  />
);

/** What joining from a score on would do, from the pairs that chance chose. */
const Threshold = ({ quality }: { readonly quality: Quality }) => {
  const answered = quality.bands.reduce((sum, { reviewed }) => sum + reviewed, 0);
  return (
    <>
      <h2 class="govuk-heading-m">Effect of the threshold</h2>
      <p class="govuk-body">
        {answered === 0
          ? 'No pair that chance chose has been decided yet.'
          : `From ${answered.toLocaleString('en-GB')} decided ${answered === 1 ? 'pair' : 'pairs'} that chance chose.`}{' '}
        <a class="govuk-link" href="/review?show=audit">
          Decide pairs that chance chose
        </a>
      </p>
      <Method />
      <Thresholds caption="If every pair from a score on were taken for the same" of={quality.thresholds} />
      <Bars
        id="threshold"
        caption="Pairs from each score on"
        labelHeading="From"
        valueHeading="Pairs"
        points={quality.thresholds.map(({ threshold, pairs }) => ({
          label: percent(threshold),
          value: pairs,
        }))}
      />
      <DataTable
        caption="What chance chose, by band of score"
        rows={quality.bands}
        columns={[
          { heading: 'Band from', cell: ({ from }) => percent(from) },
          { heading: 'Pairs', cell: ({ pairs }) => pairs.toLocaleString('en-GB'), numeric: true },
          { heading: 'Drawn', cell: ({ drawn }) => drawn.toLocaleString('en-GB'), numeric: true },
          { heading: 'Decided', cell: ({ reviewed }) => reviewed.toLocaleString('en-GB'), numeric: true },
          { heading: 'The same', cell: ({ same }) => same.toLocaleString('en-GB'), numeric: true },
          {
            heading: 'Nobody could say',
            cell: ({ unsure }) => unsure.toLocaleString('en-GB'),
            numeric: true,
          },
          { heading: 'Wait', cell: ({ waiting }) => waiting.toLocaleString('en-GB'), numeric: true },
        ]}
        empty={{ title: 'No pairs yet', children: '' }}
      />
    </>
  );
};

/** The same from every decision, apart: reviewers take what is worth most, so it tells of that. */
const Decided = ({ quality: { decided } }: { readonly quality: Quality }) => (
  <Details summary="The same from every decided pair, most of them chosen for their worth">
    <p class="govuk-body">
      Reviewers take the pairs of most worth first, so within a band the harder ones are over-represented.
      These figures are from more decisions and lean by an amount that nobody knows.
    </p>
    <Thresholds caption="From every decided pair" of={decided.thresholds} />
    <DataTable
      caption="What people have decided, by band of score"
      rows={decided.bands}
      columns={[
        { heading: 'Band from', cell: ({ from }) => percent(from) },
        { heading: 'Pairs', cell: ({ pairs }) => pairs.toLocaleString('en-GB'), numeric: true },
        { heading: 'Decided', cell: ({ reviewed }) => reviewed.toLocaleString('en-GB'), numeric: true },
        { heading: 'The same', cell: ({ same }) => same.toLocaleString('en-GB'), numeric: true },
      ]}
      empty={{ title: 'No pairs yet', children: '' }}
    />
  </Details>
);

/** How good the matching is and how far reviewers agree, for managers. */
export const QualityPage = ({ quality }: { readonly quality: Quality }) => {
  const { agreement } = quality;
  return (
    <>
      <h1 class="govuk-heading-l">Quality of matching</h1>
      <DeskNavigation current="/review/quality" />
      <dl class="bw-desk__progress">
        <div>
          <dt>Waiting for a decision</dt>
          <dd>{quality.waiting.toLocaleString('en-GB')}</dd>
        </div>
        <div>
          <dt>Nobody could say</dt>
          <dd>{quality.unsure.toLocaleString('en-GB')}</dd>
        </div>
        {quality.oldestWaiting && (
          <div>
            <dt>Waiting since</dt>
            <dd>
              <Instant at={quality.oldestWaiting} />
            </dd>
          </div>
        )}
      </dl>
      <Threshold quality={quality} />
      <Decided quality={quality} />
      <h2 class="govuk-heading-m">Agreement between reviewers</h2>
      {agreement?.kappa === undefined ? (
        <InsetText>
          Not known yet: it comes from{' '}
          <a class="govuk-link" href="/review/second">
            second opinions
          </a>
          .
        </InsetText>
      ) : (
        <p class="govuk-body">
          Cohen’s kappa <strong>{agreement.kappa.toFixed(2)}</strong> ({kappaWords(agreement.kappa)}), between{' '}
          {agreement.from?.toFixed(2)} and {agreement.to?.toFixed(2)}, from {agreement.pairs} pairs with two
          answers.
        </p>
      )}
      <h2 class="govuk-heading-m">Differences between groups</h2>
      <p class="govuk-body">
        A model may serve one group of people worse than another. Look for groups whose figures are well below
        the others. They are from every decided pair, most of them chosen for their worth.
      </p>
      {quality.groupings.map((grouping) => (
        <Groups grouping={grouping} />
      ))}
    </>
  );
};
