import type { AreaRow } from '../directory/index.ts';
import {
  asked,
  Button,
  Checkboxes,
  DataTable,
  type DataTableProps,
  Form,
  Input,
  Instant,
  orAny,
  Select,
  Tag,
  Textarea,
  VersionField,
} from '../platform/ui/index.ts';
import type { CaseFilterInput } from './case.forms.ts';
import type { CaseFile } from './case.store.ts';
import { type CaseStatus, caseOutcomes, caseOutcomeWords, caseStatusWords } from './case.words.ts';

const colour: Record<CaseStatus, string> = {
  open: 'blue',
  'at-meeting': 'purple',
  enforcing: 'orange',
  closed: 'grey',
};

/** A case's status in a word and a colour. */
export const CaseStatusTag = ({ status }: { status: CaseStatus }) => (
  <Tag classes={`govuk-tag--${colour[status]}`}>{caseStatusWords[status]}</Tag>
);

export interface CasesPageProps {
  cases: readonly CaseFile[];
  filter: CaseFilterInput;
  districts: readonly AreaRow[];
  nextHref: string | undefined;
  exports: NonNullable<DataTableProps<CaseFile>['exports']>;
  sort: NonNullable<DataTableProps<CaseFile>['sort']>;
}

/** Cases, newest first unless sorted. */
export const CasesPage = ({ cases, filter, districts, nextHref, ...props }: CasesPageProps) => (
  <>
    <h1 class="govuk-heading-l">Cases</h1>
    <DataTable
      caption="Cases"
      captionClasses="govuk-visually-hidden"
      filters={
        <Form method="get" action="/cases" classes="bw-filters">
          {filter.sort && <input type="hidden" name="sort" value={filter.sort} />}
          <Input name="words" label="Words or reference" value={filter.words} type="search" />
          <Select
            name="status"
            label="Status"
            value={filter.status ?? ''}
            items={orAny([
              { value: 'live', text: 'Not closed' },
              ...Object.entries(caseStatusWords).map(([value, text]) => ({ value, text })),
            ])}
          />
          <Select
            name="districtCode"
            label="District"
            value={filter.districtCode ?? ''}
            items={orAny(districts.map((d) => ({ value: d.code, text: d.name })))}
          />
          <Checkboxes
            name="mine"
            classes="govuk-checkboxes--small"
            items={[{ value: 'yes', children: 'My service is on it', checked: filter.mine }]}
          />
          <Button classes="govuk-button--secondary">Show</Button>
        </Form>
      }
      rows={cases}
      columns={[
        {
          heading: 'Case',
          sortKey: 'reference',
          cell: (c) => (
            <a class="govuk-link bw-reference" href={`/cases/${c.id}`}>
              {c.reference}
            </a>
          ),
        },
        {
          heading: 'About',
          sortKey: 'title',
          cell: (c) => (
            <>
              {c.title}
              {c.isPersonal && (
                <>
                  {' '}
                  <Tag classes="govuk-tag--red">Personal</Tag>
                </>
              )}
            </>
          ),
        },
        { heading: 'District', sortKey: 'district', cell: (c) => c.districtName ?? 'Not known' },
        { heading: 'Led by', cell: (c) => `${c.leadServiceName}, ${c.leadAgencyName}` },
        { heading: 'Opened', sortKey: 'opened', cell: (c) => <Instant at={c.openedAt} /> },
        { heading: 'Reports', numeric: true, cell: (c) => c.reportCount },
        { heading: 'Status', sortKey: 'status', cell: (c) => <CaseStatusTag status={c.status} /> },
      ]}
      empty={{
        title: 'No cases here',
        children:
          'A case is opened when a report is taken to a meeting: it was not solved, needs more than one service, or came back.',
        action: { href: '/reports?status=open', children: 'Open reports' },
      }}
      paging={{ nextHref }}
      sort={props.sort}
      exports={props.exports}
    />
  </>
);

interface FormState {
  file: CaseFile;
  csrf: string;
  problems: readonly { field: string; words: string }[];
  typed: Record<string, unknown>;
}

/** How a case ended, in a code and in words. */
export const CloseCaseForm = (props: FormState) => (
  <Form action={`/cases/${props.file.id}/close`} csrfToken={props.csrf}>
    <VersionField version={props.file.version} />
    <Select
      {...asked(props, 'outcome')}
      label="How did it end?"
      items={[
        { value: '', text: 'Choose' },
        ...caseOutcomes.map((code) => ({ value: code, text: caseOutcomeWords[code] })),
      ]}
    />
    <Textarea {...asked(props, 'outcomeWords')} label="What was achieved" rows={3} />
    <Button classes="govuk-button--secondary">Close the case</Button>
  </Form>
);

/** Which service is needed and why. */
export const AddServiceForm = (
  props: FormState & { services: readonly { id: string; name: string; agencyName: string }[] },
) => (
  <Form action={`/cases/${props.file.id}/services`} csrfToken={props.csrf}>
    <Select
      {...asked(props, 'serviceId')}
      label="Service"
      items={[
        { value: '', text: 'Choose' },
        ...props.services
          .filter((s) => !props.file.serviceIds.includes(s.id))
          .map((s) => ({ value: s.id, text: `${s.agencyName}: ${s.name}` })),
      ]}
    />
    <Input {...asked(props, 'why')} label="Why they are needed" />
    <Button classes="govuk-button--secondary">Add service</Button>
  </Form>
);
