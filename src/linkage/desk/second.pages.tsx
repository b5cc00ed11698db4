import { DataTable, EmptyState, type FormState, InsetText, Instant, Tag } from '../../platform/ui/index.ts';
import { verdictColours, verdictWords } from '../ledger/index.ts';
import { type Agreement, kappaWords } from '../quality/agreement.ts';
import { DeskNavigation } from './desk.pages.tsx';
import type { PairView } from './pair.queries.ts';
import { Compared, Decide, Evidence, HiddenAddress } from './pair-parts.pages.tsx';
import type { BothAnswers } from './second.store.ts';

export interface SecondProps extends FormState {
  readonly waiting: number;
  readonly current: { id: string; view: PairView } | undefined;
  readonly answers: readonly (BothAnswers & { labels: string })[];
  readonly agreement: Agreement | undefined;
  readonly csrf: string;
}

const AgreementWords = ({ agreement }: Pick<SecondProps, 'agreement'>) => {
  if (!agreement) return <p class="govuk-body">No pair has two answers yet.</p>;
  const share = `${Math.round(agreement.share * 100)}% of ${agreement.pairs} pairs were answered alike.`;
  if (agreement.kappa === undefined)
    return (
      <p class="govuk-body">
        {share} Everybody gave one and the same answer, so chance cannot be taken out of it.
      </p>
    );
  return (
    <p class="govuk-body">
      {share} Beyond chance (Cohen’s kappa): <strong>{agreement.kappa.toFixed(2)}</strong>,{' '}
      {kappaWords(agreement.kappa)}; between {agreement.from?.toFixed(2)} and {agreement.to?.toFixed(2)} with
      95% confidence.
    </p>
  );
};

/** A decided pair for somebody else, without what the first said; and where two answers part. */
export const SecondPage = ({ waiting, current, answers, agreement, csrf, ...state }: SecondProps) => (
  <div data-module="bw-queue">
    <h1 class="govuk-heading-l">Second opinions</h1>
    <DeskNavigation current="/review/second" />
    {current ? (
      <>
        <p class="govuk-body">
          {waiting} {waiting === 1 ? 'pair waits' : 'pairs wait'}. Somebody decided this pair; you are not
          told how. Your answer changes nothing by itself.
        </p>
        <h2 class="govuk-heading-m">
          {current.view.left.label} and {current.view.right.label}
        </h2>
        <HiddenAddress isHidden={current.view.isAddressHidden} />
        <Compared view={current.view} />
        <Decide view={current.view} action={`/review/second/${current.id}`} csrf={csrf} state={state} />
        <Evidence view={current.view} />
      </>
    ) : (
      <EmptyState title="No pair waits for your second opinion">
        A share of the pairs that others decide comes here by chance. How large it is stands under Models and
        runs.
      </EmptyState>
    )}
    <h2 class="govuk-heading-m">How far reviewers agree</h2>
    <AgreementWords agreement={agreement} />
    <DataTable
      caption="Pairs on which two people differ"
      rows={answers.filter(({ firstVerdict, verdict }) => firstVerdict !== verdict)}
      columns={[
        {
          heading: 'Pair',
          cell: (row) => (
            <a class="govuk-link" href={`/pairs/${row.recordA}/${row.recordB}`}>
              {row.labels}
            </a>
          ),
        },
        {
          heading: 'First',
          cell: (row) => (
            <div>
              <Tag classes={`govuk-tag--${verdictColours[row.firstVerdict]}`}>
                {verdictWords[row.firstVerdict]}
              </Tag>{' '}
              {row.firstName}
            </div>
          ),
        },
        {
          heading: 'Second',
          cell: (row) => (
            <div>
              <Tag classes={`govuk-tag--${verdictColours[row.verdict]}`}>{verdictWords[row.verdict]}</Tag>{' '}
              {row.secondName}
              {row.why ? `: ${row.why}` : ''}
            </div>
          ),
        },
        { heading: 'Given', cell: (row) => <Instant at={row.givenAt} /> },
      ]}
      empty={{
        title: 'None',
        children: 'Where two people answer differently, the pair stands here until they have talked.',
      }}
    />
    <InsetText>The first answer holds until somebody decides the pair anew on its own page.</InsetText>
  </div>
);
