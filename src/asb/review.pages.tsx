import { EditionList, History, NextSteps, StepLinks } from '../enforcement/index.ts';
import {
  Button,
  DataTable,
  Day,
  Deadline,
  InsetText,
  orAny,
  RecordPage,
  Select,
  SummaryList,
} from '../platform/ui/index.ts';
import type { ReviewView } from './asb.queries.ts';
import { responseWords } from './asb.words.ts';
import { AsbNav } from './asb-nav.pages.tsx';
import type { Review } from './review.store.ts';
import { type ReviewStatus, reviewStatuses, reviewStatusWords } from './review.transitions.ts';
import type { Threshold } from './threshold.ts';

/** The day that counts next. */
const nextDay = (review: Review): string | null => {
  if (review.status === 'received') return review.acknowledgeBy;
  if (['acknowledged', 'info-requested'].includes(review.status)) return review.decideBy;
  if (review.status === 'threshold-met') return review.panelBy;
  return ['panel-convened', 'reviewed'].includes(review.status) ? review.reportBy : null;
};
/** The agency's case reviews. */
export const ReviewsPage = (props: {
  reviews: readonly Review[];
  status: ReviewStatus | undefined;
  nextHref: string | undefined;
  today: string;
}) => (
  <>
    <AsbNav here="/case-reviews" isChair />
    <h1 class="govuk-heading-l">ASB case reviews</h1>
    <p class="govuk-body">
      <a class="govuk-link" href="/case-reviews/new">
        Take an application
      </a>{' '}
      or{' '}
      <a class="govuk-link" href="/case-reviews/publish">
        publish the figures of a year
      </a>
      . The public applies at{' '}
      <a class="govuk-link" href="/case-review">
        /case-review
      </a>
      .
    </p>
    <form method="get" action="/case-reviews" class="bw-filter">
      <Select
        name="status"
        label="Status"
        value={props.status ?? ''}
        items={orAny(reviewStatuses.map((code) => ({ value: code, text: reviewStatusWords[code] })))}
      />
      <Button classes="govuk-button--secondary">Narrow</Button>
    </form>
    <DataTable
      caption="Case reviews, the latest first"
      captionClasses="govuk-visually-hidden"
      rows={props.reviews}
      columns={[
        {
          heading: 'Review',
          cell: (one) => (
            <a class="govuk-link bw-reference" href={`/case-reviews/${one.id}`}>
              {one.reference}
            </a>
          ),
        },
        { heading: 'Applied', cell: ({ appliedOn }) => <Day day={appliedOn} /> },
        { heading: 'District', cell: ({ districtName }) => districtName ?? '–' },
        { heading: 'Status', cell: ({ status }) => reviewStatusWords[status] },
        {
          heading: 'Next by',
          cell: (one) => {
            const due = nextDay(one);
            return due ? <Deadline due={due} today={props.today} /> : '–';
          },
        },
      ]}
      empty={{
        title: 'No case reviews here',
        children: 'Applications of the public, and those that you take for them, would be listed.',
        action: { href: '/case-reviews/new', children: 'Take an application' },
      }}
      paging={{ nextHref: props.nextHref }}
    />
  </>
);
/** The complaints counted one by one, and what they come to. */
export const ThresholdTable = ({ threshold }: { threshold: Threshold }) => (
  <>
    <InsetText>{threshold.why}</InsetText>
    <DataTable
      caption={`Complaints: ${threshold.counted} of ${threshold.needed} that are needed`}
      captionClasses="govuk-visually-hidden"
      rows={threshold.complaints}
      columns={[
        { heading: 'Happened', cell: ({ happenedOn }) => <Day day={happenedOn} /> },
        { heading: 'Complained', cell: ({ complainedOn }) => <Day day={complainedOn} /> },
        { heading: 'Told', cell: ({ told }) => told },
        { heading: 'Counts', cell: ({ qualifies, isSame }) => (qualifies && !isSame ? 'Yes' : 'No') },
        { heading: 'Why', cell: ({ why }) => why },
      ]}
      empty={{ title: 'No complaints', children: 'The complaints that were made would be listed here.' }}
    />
  </>
);
const isAfterAnswers = (status: string): boolean => ['responded', 'closed'].includes(status);
const Recommendations = ({ recommendations, review }: Pick<ReviewView, 'recommendations' | 'review'>) => (
  <>
    {recommendations.length === 0 && <p class="govuk-body">None.</p>}
    {recommendations.map((one) => (
      <SummaryList
        rows={[
          { key: 'To', value: one.bodyName },
          { key: 'What', value: one.words },
          {
            key: 'Answer',
            value: one.response
              ? `${responseWords[one.response]}. ${one.responseWords ?? ''}`
              : 'Not answered yet',
          },
          isAfterAnswers(review.status) &&
            one.response !== null &&
            !one.isAnswerShown && {
              key: 'The applicant reads',
              value: `${responseWords[one.response]}. The rest is kept from them: it names somebody, or tells of custody or health`,
            },
        ]}
      />
    ))}
    {review.status === 'reviewed' && (
      <p class="govuk-body">
        <a class="govuk-link" href={`/case-reviews/${review.id}/recommendations`}>
          Write a recommendation
        </a>
      </p>
    )}
  </>
);
const anchors: Readonly<Record<string, string>> = {
  complaints: '#threshold',
  cases: '#cases',
  recommendations: '#recommendations',
};
/** One case review. */
export function ReviewPage(props: ReviewView) {
  const { review, applicant, steps } = props;
  const due = nextDay(review);
  return (
    <RecordPage
      kind="ASB case review"
      name={review.reference}
      facts={[
        { label: 'Status', value: reviewStatusWords[review.status] },
        { label: 'Applied', value: <Day day={review.appliedOn} /> },
        ...(due ? [{ label: 'Next by', value: <Deadline due={due} today={props.today} /> }] : []),
        ...(review.chairName ? [{ label: 'Chair', value: review.chairName }] : []),
      ]}
      sections={[
        {
          id: 'applicant',
          title: 'Applicant',
          children: (
            <SummaryList
              rows={[
                { key: 'Name', value: applicant?.name ?? '' },
                { key: 'Reach them', value: [applicant?.phone, applicant?.email].filter(Boolean).join('; ') },
                review.applicantKind === 'other' && {
                  key: 'For',
                  value: `${applicant?.victimName ?? ''}, who agreed${applicant?.relation ? ` (${applicant.relation})` : ''}`,
                },
              ]}
            />
          ),
        },
        ...(steps.some(({ needs }) => needs.length > 0)
          ? [
              {
                id: 'next',
                title: 'What is needed next',
                children: <NextSteps steps={steps} mendOf={(field) => anchors[field]} />,
              },
            ]
          : []),
        { id: 'threshold', title: 'Threshold', children: <ThresholdTable threshold={props.threshold} /> },
        {
          id: 'timetable',
          title: 'Timetable',
          children: (
            <SummaryList
              rows={[
                { key: 'Acknowledge by', value: <Day day={review.acknowledgeBy} /> },
                { key: 'Agencies answer by', value: <Day day={review.agenciesBy} /> },
                { key: 'Decide by', value: <Day day={review.decideBy} /> },
                { key: 'Panel by', value: <Day day={review.panelBy} /> },
                review.reportBy !== null && { key: 'Report by', value: <Day day={review.reportBy} /> },
              ]}
            />
          ),
        },
        {
          id: 'cases',
          title: 'The case it is about',
          children: (
            <>
              {review.hasNoCase && <p class="govuk-body">No case is kept of it.</p>}
              {review.caseIds.map((id) => (
                <p class="govuk-body">
                  <a class="govuk-link" href={`/asb/${id}`}>
                    The case
                  </a>
                </p>
              ))}
              {review.chairOfficerId === null && (
                <p class="govuk-body">
                  <a class="govuk-link" href={`/case-reviews/${review.id}/cases`}>
                    Tie the case
                  </a>
                </p>
              )}
            </>
          ),
        },
        ...(review.decisionWords !== null || review.outcome !== null
          ? [
              {
                id: 'outcome',
                title: 'Decision and outcome',
                children: (
                  <SummaryList
                    rows={[
                      review.decisionWords !== null && {
                        key: 'Decision, as written',
                        value: review.decisionWords,
                      },
                      review.outcome !== null && { key: 'Outcome, as written', value: review.outcome },
                      review.findings !== null && { key: 'Findings, for the panel', value: review.findings },
                    ]}
                  />
                ),
              },
            ]
          : []),
        { id: 'recommendations', title: 'Recommendations', children: <Recommendations {...props} /> },
        {
          id: 'letters',
          title: 'Letters',
          children:
            props.letters.length === 0 ? (
              <p class="govuk-body">None yet. They are made with the decision and at the close.</p>
            ) : (
              <EditionList
                editions={props.letters}
                words={{ threshold: 'Decision on the threshold', outcome: 'Outcome' }}
                under={`/case-reviews/${review.id}/letters`}
                isAddressHidden={false}
              />
            ),
        },
        { id: 'history', title: 'History', children: <History events={props.events} /> },
      ]}
      actions={<StepLinks steps={steps} under={`/case-reviews/${review.id}/steps`} />}
    />
  );
}
