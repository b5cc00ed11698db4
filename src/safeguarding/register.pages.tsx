import {
  Button,
  DataTable,
  type DataTableProps,
  Day,
  Details,
  Form,
  Input,
  orAny,
  Select,
  Tag,
} from '../platform/ui/index.ts';
import { choices } from './fields.pages.tsx';
import type { VictimFile } from './file.store.ts';
import type { ListedFile } from './file-list.store.ts';
import { fileStatuses, type Risk, riskWords, routeWords, statusWords } from './register.words.ts';

const riskColour: Record<Risk, string> = { high: 'red', medium: 'yellow', standard: 'grey' };
export const RiskTag = ({ risk }: { risk: Risk }) => (
  <Tag classes={`govuk-tag--${riskColour[risk]}`}>{riskWords[risk]}</Tag>
);

export const count = (n: number): string => n.toLocaleString('en-GB');

interface RegisterProps {
  files: readonly ListedFile[];
  inAll: number;
  sameOne: readonly (readonly VictimFile[])[];
  filter: Readonly<Record<string, string | undefined>>;
  nextHref: string | undefined;
  sort: NonNullable<DataTableProps<ListedFile>['sort']>;
  lists: readonly { id: string; name: string; agencyName: string }[];
  csrf: string;
}

const columns: DataTableProps<ListedFile>['columns'] = [
  {
    heading: 'Name',
    sortKey: 'name',
    cell: (file) => (
      <a class="govuk-link" href={`/register/${file.id}`}>
        {file.name}
      </a>
    ),
  },
  { heading: 'Risk', cell: (file) => <RiskTag risk={file.risk} /> },
  { heading: 'Priority', sortKey: 'priority', numeric: true, cell: (file) => count(file.priority) },
  { heading: 'Taken on by', cell: (file) => routeWords[file.route] },
  { heading: 'Status', sortKey: 'status', cell: (file) => statusWords[file.status] },
  {
    heading: 'Next visit',
    cell: (file) => (file.nextVisitOn ? <Day day={file.nextVisitOn} weekday /> : 'None planned'),
  },
  {
    heading: 'Leads',
    cell: (file) => (file.offeredName ? `${file.leadName}; offered to ${file.offeredName}` : file.leadName),
  },
  { heading: 'Ask again', cell: (file) => (file.repeatDueOn ? <Day day={file.repeatDueOn} /> : '–') },
  { heading: 'Reference', cell: (file) => file.reference },
];

const Filters = ({ filter }: { filter: RegisterProps['filter'] }) => (
  <Form method="get" action="/register" classes="bw-filters">
    <Input name="words" label="Name or reference" value={filter.words} classes="govuk-input--width-20" />
    <Select
      name="route"
      label="Taken on by"
      value={filter.route}
      items={[{ value: '', text: 'Anybody' }, ...choices(routeWords)]}
    />
    <Select
      name="status"
      label="Status"
      value={filter.status}
      items={orAny(fileStatuses.map((value) => ({ value, text: statusWords[value] })))}
    />
    <Select name="risk" label="Risk" value={filter.risk} items={orAny(choices(riskWords))} />
    <Select
      name="due"
      label="Asked again"
      value={filter.due}
      items={[
        { value: '', text: 'All' },
        { value: 'yes', text: 'Due now' },
      ]}
    />
    <Select
      name="visit"
      label="Visit"
      value={filter.visit}
      items={[
        { value: '', text: 'Any' },
        { value: 'none', text: 'None planned' },
      ]}
    />
    <Button classes="govuk-button--secondary">Show</Button>
  </Form>
);

/** The victim register: everybody on it, the most urgent first. */
export const RegisterPage = (props: RegisterProps) => (
  <>
    <h1 class="govuk-heading-l">Victim register</h1>
    <p class="govuk-body">
      One history a person, from every list that is open to your agency. {count(props.inAll)}{' '}
      {props.inAll === 1 ? 'person' : 'people'}.{' '}
      <a class="govuk-link" href="/register/rules">
        How priority is worked out
      </a>
    </p>
    {props.sameOne.length > 0 && (
      <section aria-labelledby="same-one">
        <h2 class="govuk-heading-m" id="same-one">
          Two files, one person
        </h2>
        <p class="govuk-body">
          The records of these files were judged to be about one person. Look, and join them.
        </p>
        <ul class="govuk-list govuk-list--bullet">
          {props.sameOne.map((files) => (
            <li>
              {files.map((file, index) => (
                <>
                  {index > 0 && ' and '}
                  <a class="govuk-link" href={`/register/${file.id}/join`}>
                    {file.name}, {file.reference}
                  </a>
                </>
              ))}
            </li>
          ))}
        </ul>
      </section>
    )}
    <DataTable
      caption="People on the register"
      captionClasses="govuk-visually-hidden"
      filters={<Filters filter={props.filter} />}
      rows={props.files}
      columns={columns}
      sort={props.sort}
      empty={{
        title: 'Nobody here',
        children:
          'Nobody on the register fits what was asked. Ask for less, or take people on from a list below or from the card of a person.',
      }}
      paging={{ nextHref: props.nextHref }}
    />
    <Details summary="Take on everybody of a list">
      {props.lists.length === 0 ? (
        <p class="govuk-body">No list is open to your agency yet. Load one under Lists.</p>
      ) : (
        <Form action="/register/from-list" csrfToken={props.csrf}>
          <Select
            name="listId"
            label="Which list"
            hint="Somebody who is on the register already is not taken on twice."
            items={props.lists.map(({ id, name, agencyName }) => ({
              value: id,
              text: `${name}, ${agencyName}`,
            }))}
          />
          <Button classes="govuk-button--secondary">Take them on</Button>
        </Form>
      )}
    </Details>
  </>
);
