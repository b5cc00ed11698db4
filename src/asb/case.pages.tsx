import { riskLevels } from '../../reference/asb.ts';
import { History, NextSteps, StepLinks } from '../enforcement/index.ts';
import { Button, DataTable, Day, orAny, RecordPage, Select, SummaryList, Tag } from '../platform/ui/index.ts';
import { type CaseView, isOverdue } from './asb.queries.ts';
import { categoryName, channelName, optionsOf, subTypeName } from './asb.words.ts';
import { AsbNav, LevelTag } from './asb-nav.pages.tsx';
import type { AsbCase, CaseFilter } from './case.store.ts';
import { asbCaseStatuses, asbCaseStatusWords } from './case.transitions.ts';
import { Complainants, Incidents, Measures, Nominations, Orders, Risk } from './case-parts.pages.tsx';

const AssessTag = ({ file, today }: { file: AsbCase; today: string }) =>
  isOverdue(file, today) ? <Tag classes="govuk-tag--red">Overdue</Tag> : <Day day={file.assessDueOn} />;

/** The agency's cases. */
export const CasesPage = (props: {
  cases: readonly AsbCase[];
  filter: CaseFilter;
  nextHref: string | undefined;
  today: string;
  isChair: boolean;
}) => (
  <>
    <AsbNav here="/asb" isChair={props.isChair} />
    <h1 class="govuk-heading-l">Anti-social behaviour</h1>
    <p class="govuk-body">
      <a class="govuk-link" href="/asb/new">
        Open a case
      </a>
    </p>
    <form method="get" action="/asb" class="bw-filter">
      <Select
        name="status"
        label="Status"
        value={props.filter.status ?? ''}
        items={orAny(asbCaseStatuses.map((code) => ({ value: code, text: asbCaseStatusWords[code] })))}
      />
      <Select
        name="level"
        label="Risk"
        value={props.filter.level ?? ''}
        items={orAny(optionsOf(riskLevels))}
      />
      <Select
        name="due"
        label="Assessment"
        value={props.filter.due ?? ''}
        items={orAny([{ value: 'overdue', text: 'Overdue' }])}
      />
      <Button classes="govuk-button--secondary">Narrow</Button>
    </form>
    <DataTable
      caption="Cases, the latest first"
      captionClasses="govuk-visually-hidden"
      rows={props.cases}
      columns={[
        {
          heading: 'Case',
          cell: (one) => (
            <a class="govuk-link bw-reference" href={`/asb/${one.id}`}>
              {one.reference}
            </a>
          ),
        },
        { heading: 'Kind', cell: ({ subType }) => subTypeName(subType) },
        { heading: 'Reported', cell: ({ receivedOn }) => <Day day={receivedOn} /> },
        { heading: 'Risk', cell: ({ level }) => <LevelTag level={level} /> },
        {
          heading: 'Assess by',
          cell: (one) => (one.status === 'closed' ? '–' : <AssessTag file={one} today={props.today} />),
        },
        { heading: 'Status', cell: ({ status }) => asbCaseStatusWords[status] },
      ]}
      empty={{
        title: 'No cases here',
        children:
          'Cases that your agency keeps would be listed. Open one from a report, an e-mail or a call.',
        action: { href: '/asb/new', children: 'Open a case' },
      }}
      paging={{ nextHref: props.nextHref }}
    />
  </>
);

const anchors: Readonly<Record<string, string>> = {
  complainants: '#complainants',
  risk: '#risk',
  orders: '#orders',
};

/** One case: who complains, risk, incidents, what was done, orders, joint tasking. */
export function CasePage(props: CaseView) {
  const { file, steps, events } = props;
  return (
    <RecordPage
      kind={`Anti-social behaviour ${file.reference}`}
      name={subTypeName(file.subType)}
      facts={[
        { label: 'Status', value: asbCaseStatusWords[file.status] },
        { label: 'Risk', value: <LevelTag level={file.level} /> },
        {
          label: 'Assess by',
          value: file.status === 'closed' ? '–' : <AssessTag file={file} today={props.today} />,
        },
        { label: 'Reported', value: <Day day={file.receivedOn} /> },
      ]}
      sections={[
        {
          id: 'summary',
          title: 'Summary',
          children: (
            <SummaryList
              rows={[
                { key: 'What happens', value: file.summary },
                { key: 'Category', value: categoryName(file.category) },
                { key: 'How it came', value: channelName(file.channel) },
                {
                  key: 'Where',
                  value: file.placeRecordId ? (
                    <a class="govuk-link" href={`/records/${file.placeRecordId}`}>
                      {file.placeWords || 'The record of the place'}
                    </a>
                  ) : (
                    file.placeWords
                  ),
                },
                { key: 'District', value: file.districtName ?? 'Not known' },
                {
                  key: 'About',
                  value: file.subjectRecordId ? (
                    <a class="govuk-link" href={`/records/${file.subjectRecordId}`}>
                      {file.subjectName || 'The record of the person'}
                    </a>
                  ) : (
                    file.subjectName || 'Not known'
                  ),
                },
                file.outcome !== null && { key: 'Outcome', value: file.outcome },
              ]}
            />
          ),
        },
        ...(steps.some(({ needs }) => needs.length > 0)
          ? [
              {
                id: 'next',
                title: 'What is needed next',
                children: <NextSteps asker="the case" steps={steps} mendOf={(field) => anchors[field]} />,
              },
            ]
          : []),
        { id: 'complainants', title: 'Who complains', children: <Complainants {...props} /> },
        { id: 'risk', title: 'Risk', children: <Risk {...props} /> },
        { id: 'incidents', title: 'Incidents', children: <Incidents {...props} /> },
        { id: 'measures', title: 'What was done', children: <Measures {...props} /> },
        { id: 'orders', title: 'Contracts and orders', children: <Orders {...props} /> },
        { id: 'nominations', title: 'Joint tasking', children: <Nominations {...props} /> },
        { id: 'history', title: 'History', children: <History events={events} /> },
      ]}
      actions={
        <>
          {file.status !== 'closed' && file.assessDueOn <= props.today && (
            <Button href={`/asb/${file.id}/assessments`}>Assess the risk</Button>
          )}
          <StepLinks asker="the case" steps={steps} under={`/asb/${file.id}/steps`} />
        </>
      }
    />
  );
}
