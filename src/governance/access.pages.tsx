import { exemptionName, exemptions } from '../../reference/exemptions.ts';
import { EditionList, History } from '../enforcement/index.ts';
import { consideredWords } from '../intelligence/index.ts';
import {
  asked,
  Button,
  DataTable,
  Day,
  DayBoxes,
  Deadline,
  Details,
  Form,
  type FormState,
  Input,
  problemOf,
  Radios,
  RecordPage,
  Select,
  SummaryList,
  stateOf,
  Tag,
  Textarea,
  toChoose,
  typedIn,
  VersionField,
  WarningText,
} from '../platform/ui/index.ts';
import type { AccessCount, AccessView } from './access.queries.ts';
import { type Access, type AccessItem, mostRequests } from './access.store.ts';
import { type AccessLine, accessLinesFrom } from './access.transitions.ts';
import { accessKindWords, accessModuleWords, accessRegimeWords, accessStatusWords } from './access.words.ts';
import { SeenLink } from './seen.pages.tsx';

/** Requests to the viewer's agency, those due first, and the form for one that came. */
export const AccessListPage = (
  props: FormState & { requests: readonly Access[]; count: AccessCount; today: string; csrf: string },
) => (
  <>
    <h1 class="govuk-heading-l">Subject access</h1>
    <p class="govuk-body">
      {props.count.onTime} of {props.count.ended} ended in time; {props.count.overdue} over their day (G-04).
    </p>
    <DataTable
      caption="Requests, those due first"
      captionClasses="govuk-visually-hidden"
      rows={props.requests}
      cappedAt={mostRequests}
      columns={[
        {
          heading: 'Request',
          cell: (one) => (
            <a class="govuk-link bw-reference" href={`/subject-access/${one.id}`}>
              {one.reference}
            </a>
          ),
        },
        { heading: 'Received', cell: ({ receivedOn }) => <Day day={receivedOn} /> },
        { heading: 'Law', cell: ({ regime }) => accessRegimeWords[regime] },
        { heading: 'Now', cell: ({ status }) => <Tag>{accessStatusWords[status]}</Tag> },
        {
          heading: 'Due',
          cell: ({ dueOn, endedOn }) => {
            if (endedOn) return <Day day={endedOn} />;
            return dueOn ? <Deadline due={dueOn} today={props.today} /> : 'The clock has not begun';
          },
        },
      ]}
      empty={{
        title: 'Nobody has asked for their data yet',
        children: 'Write a request down as soon as it comes: the clock of the law runs from it.',
      }}
    />
    <Details summary="Write down a request" open={props.problems.length > 0}>
      <Form action="/subject-access" csrfToken={props.csrf}>
        <Input {...asked(props, 'name')} label="Name of whoever asks" />
        <DayBoxes {...props} name="dateOfBirth" legend="Date of birth" />
        <Input
          {...asked(props, 'phone')}
          label="Telephone (optional)"
          type="tel"
          classes="govuk-input--width-20"
        />
        <Input {...asked(props, 'email')} label="E-mail address (optional)" type="email" />
        <Textarea
          {...asked(props, 'replyBy')}
          label="How they are answered"
          hint="In a way that is safe for them. Somebody else may open a letter."
          rows={2}
        />
        <Radios
          name="regime"
          fieldset={{ legend: { children: 'Part of the law', classes: 'govuk-fieldset__legend--s' } }}
          errorMessage={problemOf(props, 'regime')}
          value={typedIn(props, 'regime')}
          items={Object.entries(accessRegimeWords).map(([value, children]) => ({ value, children }))}
        />
        <DayBoxes {...props} name="receivedOn" legend="Received on" />
        <Button>Write it down</Button>
      </Form>
    </Details>
  </>
);

interface PageProps extends AccessView, FormState {
  today: string;
  csrf: string;
}

function Decide({ all, item }: { all: PageProps; item: AccessItem }) {
  const props = stateOf(all, item.id);
  const id = (field: string) => `${field}-${item.id}`;
  return (
    <Form action={`/subject-access/${all.file.id}/items/${item.id}`} csrfToken={props.csrf}>
      <VersionField version={item.version} />
      <Radios
        name="decision"
        idPrefix={id('decision')}
        fieldset={{ legend: { children: 'Is it given?', classes: 'govuk-fieldset__legend--s' } }}
        errorMessage={problemOf(props, 'decision')}
        value={typedIn(props, 'decision', item.decision ?? '')}
        items={[
          { value: 'give', children: 'Given, in the words below' },
          { value: 'withhold', children: 'Left out: neither confirmed nor denied' },
        ]}
      />
      <Textarea
        {...asked(props, 'given', item.given)}
        id={id('given')}
        label="Words that are given"
        hint="What has a form was taken out already. Read the rest: who told us, where somebody else lives."
        rows={5}
      />
      <Select
        {...asked(props, 'exemption', item.exemption)}
        id={id('exemption')}
        label="Left out under"
        items={toChoose(
          exemptions
            .filter(({ regime }) => regime === all.file.regime)
            .map(({ code }) => ({ value: code, text: exemptionName(code) })),
        )}
      />
      <Textarea {...asked(props, 'reason', item.reason)} id={id('reason')} label="Why" rows={2} />
      <Button classes="govuk-button--secondary">
        Decide<span class="govuk-visually-hidden"> {item.reference}</span>
      </Button>
    </Form>
  );
}

const ItemView = ({ all, item }: { all: PageProps; item: AccessItem }) => (
  <>
    <h3 class="govuk-heading-s">
      {accessKindWords[item.kind]}, <Day day={item.onDay} />{' '}
      {item.decision === null && <Tag classes="govuk-tag--yellow">To be decided</Tag>}
      {item.decision === 'give' && <Tag classes="govuk-tag--green">Given</Tag>}
      {item.decision === 'withhold' && <Tag classes="govuk-tag--grey">Left out</Tag>}
    </h3>
    {!item.byKey && (
      <WarningText>
        Not theirs for certain: met by a name alone, or by a number under which another name stands, or none.
        A number can be a household’s. Nothing is proposed to be given.
      </WarningText>
    )}
    <SummaryList
      rows={[
        { key: 'From', value: `${accessModuleWords[item.module]}, ${item.reference}` },
        { key: 'What is held', value: item.words },
        item.decision !== null && {
          key: 'Decided',
          value: `${item.decidedByName}: ${item.decision === 'give' ? item.given : `${exemptionName(item.exemption)}. ${item.reason}`}`,
        },
      ]}
    />
    {all.file.status === 'gathered' && (
      <Details
        summary={`Decide ${accessKindWords[item.kind]?.toLowerCase()} ${item.reference}`}
        open={all.form === item.id}
      >
        <Decide all={all} item={item} />
      </Details>
    )}
  </>
);

function Step({ all, line }: { all: PageProps; line: AccessLine }) {
  const props = stateOf(all, line.action);
  return (
    <Details summary={line.button} open={all.form === line.action}>
      <Form action={`/subject-access/${all.file.id}/steps/${line.action}`} csrfToken={all.csrf}>
        <VersionField version={all.file.version} />
        {line.words && (
          <Textarea
            {...asked(props, 'words')}
            id={`words-${line.action}`}
            label={line.words.label}
            hint={line.words.hint}
            rows={2}
          />
        )}
        {line.day && <DayBoxes {...props} name="onDay" legend={line.day} />}
        <Button classes="govuk-button--secondary">{line.button}</Button>
      </Form>
    </Details>
  );
}

/** One request: its clock, what is held, what was decided, and the papers. */
export function AccessPage(props: PageProps) {
  const { file, items, enquiries, papers, events, today } = props;
  return (
    <RecordPage
      kind="Subject access"
      name={`${file.reference}: ${file.name}`}
      facts={[
        { label: 'Status', value: <Tag>{accessStatusWords[file.status]}</Tag> },
        { label: 'Received', value: <Day day={file.receivedOn} /> },
        {
          label: 'Due',
          value: file.dueOn && !file.endedOn ? <Deadline due={file.dueOn} today={today} /> : 'No clock runs',
        },
      ]}
      sections={[
        {
          id: 'request',
          title: 'Request',
          children: (
            <SummaryList
              rows={[
                { key: 'Law', value: accessRegimeWords[file.regime] },
                { key: 'Date of birth', value: <Day day={file.dateOfBirth} /> },
                !!file.phone && { key: 'Telephone', value: file.phone },
                !!file.email && { key: 'E-mail address', value: file.email },
                { key: 'Answered by', value: file.replyBy },
                !!file.identityHow && { key: 'Identity', value: file.identityHow },
                !!file.dueWhy && { key: 'How the day is counted', value: file.dueWhy },
              ]}
            />
          ),
        },
        {
          id: 'held',
          title: 'What your agency holds',
          children:
            items.length === 0 ? (
              <p class="govuk-body">
                {file.status === 'gathered' ? 'Nothing was found.' : 'Nothing was gathered yet.'}
              </p>
            ) : (
              [<SeenLink accessId={file.id} />, ...items.map((item) => <ItemView all={props} item={item} />)]
            ),
        },
        {
          id: 'unit',
          title: 'Intelligence unit',
          children: (
            <ul class="govuk-list">
              {enquiries.length === 0 && <li>Asked when what is held is gathered.</li>}
              {enquiries.map((one) => (
                <li>
                  Asked on <Day day={one.askedOn} />.{' '}
                  {one.consideredOn ? (
                    <>
                      <Day day={one.consideredOn} />: {consideredWords['subject-access']}
                    </>
                  ) : (
                    <>
                      Round: <Deadline due={one.answersOn} today={today} />
                    </>
                  )}
                </li>
              ))}
            </ul>
          ),
        },
        {
          id: 'papers',
          title: 'Papers',
          children:
            papers.length === 0 ? (
              <p class="govuk-body">The letter and the bundle are made when everything is decided.</p>
            ) : (
              <EditionList
                editions={papers}
                words={{
                  letter: 'Letter',
                  bundle: 'Bundle',
                  schedule: 'Schedule of what was left out, for the officer alone',
                }}
                under={`/subject-access/${file.id}/papers`}
                isAddressHidden={false}
              />
            ),
        },
        { id: 'history', title: 'History', children: <History events={events} /> },
      ]}
      actions={accessLinesFrom(file.status).map((line) => <Step all={props} line={line} />)}
    />
  );
}
