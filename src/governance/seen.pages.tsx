import {
  asked,
  Button,
  DataTable,
  DayBoxes,
  Form,
  type FormState,
  Input,
  Instant,
} from '../platform/ui/index.ts';
import type { PersonLogInput } from './access.forms.ts';
import type { PersonLog, Seen, SeenView } from './seen.queries.ts';

const who = ({ officerName, actorKind }: Seen): string =>
  officerName ?? (actorKind === 'system' ? 'The system' : 'Somebody without an account');
const why = ({ purpose, side }: Seen): string =>
  side === 'INTEL' || side === 'SEALED' ? 'With the intelligence unit' : (purpose ?? '');
const written = ({ detail }: Seen): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ');

const columns = [
  { heading: 'When', cell: (line: Seen) => <Instant at={line.at} /> },
  { heading: 'Who', cell: who },
  { heading: 'Agency', cell: (line: Seen) => line.agencyName ?? '' },
  { heading: 'Record', cell: (line: Seen) => line.reference },
  { heading: 'Did', cell: (line: Seen) => line.event },
  { heading: 'Outcome', cell: (line: Seen) => line.outcome },
  { heading: 'Fields and counts', cell: written },
  { heading: 'Why', cell: why },
];

export const SeenLink = ({ accessId }: { accessId: string }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={`/subject-access/${accessId}/seen`}>
      Who saw any of it, when and why
    </a>
  </p>
);

/** Who saw one person, when and why, in one page. */
export const SeenPage = ({ file, lines, hasMore, records }: SeenView) => {
  const last = lines.at(-1);
  const next = hasMore && last ? `?${new URLSearchParams({ before: last.at.toISOString() })}` : undefined;
  return (
    <>
      <h1 class="govuk-heading-l">Who saw what is held about {file.name}</h1>
      <p class="govuk-body">
        Every entry of the log about the {records} {records === 1 ? 'record' : 'records'} gathered for{' '}
        <a class="govuk-link" href={`/subject-access/${file.id}`}>
          {file.reference}
        </a>
        . A list or a search in which a name stood is in the log as one reading of that list, without the
        names on it. That you looked here is in the log too.
      </p>
      <DataTable
        caption="Newest first"
        rows={lines}
        columns={columns}
        empty={{
          title: records === 0 ? 'Nothing was gathered yet' : 'Nobody has opened any of it',
          children:
            records === 0
              ? 'Gather what is held first: the log is asked about each of those records.'
              : 'No entry of the log is about these records.',
        }}
        paging={{ nextHref: next }}
      />
    </>
  );
};

interface PersonLogProps extends FormState {
  csrf: string;
  /** What was found, and of whom; nothing before somebody was asked after. */
  found?: { log: PersonLog; input: PersonLogInput };
}

/** Who saw somebody, when and why, whichever record, without a request of theirs. */
export const PersonLogPage = (props: PersonLogProps) => (
  <>
    <h1 class="govuk-heading-l">
      {props.found ? `Who saw ${props.found.input.name}` : 'Who saw one person'}
    </h1>
    <p class="govuk-body">
      The log over every record that your agency holds about them, whichever it is. A list or a search in
      which the name stood is in the log as one reading of that list. That you look, and why, is in the log
      too, and whoever looks next is shown it.
    </p>
    {props.found && <Found {...{ ...props.found, csrf: props.csrf }} />}
    <Form action="/audit/person" csrfToken={props.csrf}>
      {props.found && <h2 class="govuk-heading-m">Somebody else</h2>}
      <Input {...asked(props, 'name')} label="Name" />
      <DayBoxes {...props} name="dateOfBirth" legend="Date of birth" />
      <Input {...asked(props, 'phone')} label="Telephone (optional)" classes="govuk-input--width-20" />
      <Input {...asked(props, 'email')} label="E-mail address (optional)" />
      <Input {...asked(props, 'why')} label="Why you look" hint="Like: a complaint, with its reference" />
      <Button>Show who saw them</Button>
    </Form>
  </>
);

const Found = ({ log, input, csrf }: { log: PersonLog; input: PersonLogInput; csrf: string }) => {
  const last = log.lines.at(-1);
  return (
    <>
      <DataTable
        caption="Newest first"
        rows={log.lines}
        columns={columns}
        empty={{
          title: 'No entry of the log is about them',
          children:
            'Either nobody opened what your agency holds about them, or it holds nothing that is found by what you typed.',
        }}
      />
      {log.hasMore && last && (
        <Form action="/audit/person" csrfToken={csrf}>
          {Object.entries({ ...input, before: last.at.toISOString() }).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Button classes="govuk-button--secondary">Earlier entries</Button>
        </Form>
      )}
    </>
  );
};
