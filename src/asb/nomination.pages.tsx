import { jatacCategories } from '../../reference/asb.ts';
import { History, NextSteps, StepLinks } from '../enforcement/index.ts';
import {
  Button,
  type Content,
  DataTable,
  Day,
  InsetText,
  orAny,
  RecordPage,
  Select,
  SummaryList,
} from '../platform/ui/index.ts';
import { taskStatusWords } from '../tasking/index.ts';
import type { NominationView } from './asb.queries.ts';
import { contributionName, jatacName, optionsOf } from './asb.words.ts';
import { AsbNav, LevelTag } from './asb-nav.pages.tsx';
import { type AsbAction, mostActions, type Nomination } from './nomination.store.ts';
import {
  type NominationStatus,
  nominationStatuses,
  nominationStatusWords,
} from './nomination.transitions.ts';

/** Nominations that the agency is told of. */
export const NominationsPage = (props: {
  nominations: readonly Nomination[];
  filter: { status?: NominationStatus | undefined; category?: string | undefined };
  nextHref: string | undefined;
  isChair: boolean;
}) => (
  <>
    <AsbNav here="/nominations" isChair={props.isChair} />
    <h1 class="govuk-heading-l">Joint agency tasking</h1>
    <p class="govuk-body">
      <a class="govuk-link" href="/nominations/new">
        Nominate somebody
      </a>
    </p>
    <form method="get" action="/nominations" class="bw-filter">
      <Select
        name="status"
        label="Status"
        value={props.filter.status ?? ''}
        items={orAny(nominationStatuses.map((code) => ({ value: code, text: nominationStatusWords[code] })))}
      />
      <Select
        name="category"
        label="Category"
        value={props.filter.category ?? ''}
        items={orAny(optionsOf(jatacCategories))}
      />
      <Button classes="govuk-button--secondary">Narrow</Button>
    </form>
    <DataTable
      caption="Nominations, the latest first"
      captionClasses="govuk-visually-hidden"
      rows={props.nominations}
      columns={[
        {
          heading: 'Nomination',
          cell: (one) => (
            <a class="govuk-link bw-reference" href={`/nominations/${one.id}`}>
              {one.reference}
            </a>
          ),
        },
        { heading: 'About', cell: ({ subjectName }) => subjectName },
        { heading: 'Category', cell: ({ category }) => jatacName(category) },
        { heading: 'By', cell: ({ agencyName }) => agencyName },
        { heading: 'On', cell: ({ nominatedOn }) => <Day day={nominatedOn} /> },
        {
          heading: 'Risk',
          cell: ({ levelOpen, levelClose }) => <LevelTag level={levelClose ?? levelOpen} />,
        },
        { heading: 'Status', cell: ({ status }) => nominationStatusWords[status] },
      ]}
      empty={{
        title: 'No nominations here',
        children:
          'People whom the agencies look at together would be listed, as far as your agency is told of them.',
        action: { href: '/nominations/new', children: 'Nominate somebody' },
      }}
      paging={{ nextHref: props.nextHref }}
    />
  </>
);

/** Actions with how they stand, as a table. */
export const ActionTable = ({
  actions,
  caption,
  parts,
}: {
  actions: readonly AsbAction[];
  caption: string;
  parts?: (code: string) => string;
}) => (
  <DataTable
    caption={caption}
    captionClasses="govuk-visually-hidden"
    rows={actions}
    cappedAt={mostActions}
    columns={[
      {
        heading: 'Task',
        cell: (one) => (
          <a class="govuk-link bw-reference" href={`/tasks/${one.taskId}`}>
            {one.taskReference}
          </a>
        ),
      },
      {
        heading: 'What',
        cell: (one): Content => (one.part && parts ? `${parts(one.part)}: ${one.words}` : one.words),
      },
      { heading: 'Who', cell: ({ serviceName, agencyName }) => `${serviceName}, ${agencyName}` },
      { heading: 'From', cell: ({ startsOn }) => <Day day={startsOn} /> },
      { heading: 'By', cell: ({ dueOn }) => <Day day={dueOn} /> },
      {
        heading: 'Status',
        cell: ({ status, resultWords }) =>
          `${taskStatusWords[status]}${resultWords ? `: ${resultWords}` : ''}`,
      },
    ]}
    empty={{ title: 'No actions', children: 'Actions would be listed here with whoever does them.' }}
  />
);

const Contributions = ({ contributions, nomination }: NominationView) => (
  <>
    {contributions.length === 0 && <p class="govuk-body">Nothing for you to read yet.</p>}
    {contributions.map((one) => (
      <>
        <h3 class="govuk-heading-s">
          {contributionName(one.kind)}, {one.agencyName}
        </h3>
        {one.audience === 'named' && (
          <InsetText>
            For {one.audienceNames.join(', ')} alone. Do not pass it on.
            {one.basis === 'without-consent' && ` Shared without consent: ${one.why}`}
          </InsetText>
        )}
        <p class="govuk-body">{one.words}</p>
        <p class="govuk-hint">
          {one.officerName}
          {one.audience === 'group' &&
            one.basis === 'without-consent' &&
            `. Shared without consent: ${one.why}`}
        </p>
      </>
    ))}
    {nomination.status !== 'closed' && (
      <p class="govuk-body">
        <a class="govuk-link" href={`/nominations/${nomination.id}/contributions`}>
          Bring what your agency knows
        </a>
      </p>
    )}
  </>
);
/** One nomination, as far as the viewer is of its audiences. */
export function NominationPage(props: NominationView) {
  const { nomination, steps, isChair, isOwn, actions, plans } = props;
  return (
    <RecordPage
      kind={`Nomination ${nomination.reference}`}
      name={nomination.subjectName}
      facts={[
        { label: 'Status', value: nominationStatusWords[nomination.status] },
        { label: 'Category', value: jatacName(nomination.category) },
        { label: 'Risk', value: <LevelTag level={nomination.levelClose ?? nomination.levelOpen} /> },
        { label: 'Meeting', value: nomination.seriesName },
      ]}
      sections={[
        {
          id: 'why',
          title: 'Why',
          children: (
            <SummaryList
              rows={[
                { key: 'Why', value: nomination.words },
                { key: 'Nominated by', value: nomination.agencyName },
                { key: 'Told of it', value: nomination.agencyNames.join(', ') },
                isOwn &&
                  nomination.asbId !== null && {
                    key: 'Case',
                    value: (
                      <a class="govuk-link" href={`/asb/${nomination.asbId}`}>
                        Your case
                      </a>
                    ),
                  },
                nomination.outcome !== null && { key: 'Outcome', value: nomination.outcome },
              ]}
            />
          ),
        },
        ...(steps.some(({ needs }) => needs.length > 0)
          ? [
              {
                id: 'next',
                title: 'What is needed next',
                children: <NextSteps asker="the meeting" steps={steps} mendOf={() => '#to-do'} />,
              },
            ]
          : []),
        { id: 'contributions', title: 'What agencies bring', children: <Contributions {...props} /> },
        {
          id: 'to-do',
          title: isChair ? 'What the agencies do' : 'What your agency does',
          children: (
            <>
              <ActionTable actions={actions} caption="Actions" />
              {isChair && nomination.status === 'accepted' && (
                <p class="govuk-body">
                  <a class="govuk-link" href={`/nominations/${nomination.id}/actions`}>
                    Set an action
                  </a>
                </p>
              )}
              {plans.map(({ id, reference, releaseOn }) => (
                <p class="govuk-body">
                  <a class="govuk-link" href={`/release-plans/${id}`}>
                    Plan {reference} before the release on <Day day={releaseOn} />
                  </a>
                </p>
              ))}
            </>
          ),
        },
        { id: 'history', title: 'History', children: <History events={props.events} /> },
      ]}
      actions={
        isChair ? (
          <StepLinks asker="the meeting" steps={steps} under={`/nominations/${nomination.id}/steps`} />
        ) : (
          <p class="govuk-body">{nomination.chairAgencyName} chairs the meeting and decides. Ask them.</p>
        )
      }
    />
  );
}
