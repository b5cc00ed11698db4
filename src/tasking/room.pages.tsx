import {
  asked,
  Button,
  Checkboxes,
  Day,
  Details,
  EmptyState,
  Form,
  type FormState,
  Input,
  InsetText,
  isAgain,
  problemOf,
  Select,
  stateOf,
  Tag,
  Textarea,
  tickedIn,
  VersionField,
} from '../platform/ui/index.ts';
import { type Agenda, type AgendaEntry, forTheRoom } from './agenda.queries.ts';
import { Brief } from './meeting.pages.tsx';
import { agendaPartWords } from './meeting.words.ts';
import { ReturnTable } from './return.pages.tsx';

export interface RoomPageProps extends FormState {
  agenda: Agenda;
  itemKey: string | undefined;
  services: readonly { id: string; name: string; agencyName: string }[];
  /** Who can say yes for the agencies at the table. */
  officers: readonly { id: string; name: string; agencyName: string }[];
  csrf: string;
  today: string;
}

/** The page on the wall: one item at a time, only what everybody present may see, decided and set from the keyboard. */
export function RoomPage(props: RoomPageProps) {
  const { agenda } = props;
  const shown = forTheRoom(agenda);
  const held = agenda.entries.length - shown.length;
  const at = Math.max(
    0,
    shown.findIndex((entry) => entry.key === props.itemKey),
  );
  const entry = shown[at];
  return (
    <>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {agenda.meeting.seriesName}, <Day day={agenda.meeting.heldOn} />
        </span>{' '}
        {entry?.title ?? 'Nothing on the agenda'}
      </h1>
      {entry ? (
        <Entry {...props} entry={entry} at={at} count={shown.length} />
      ) : (
        <EmptyState title="There is nothing on the agenda that everybody here may see">
          Cases, results and returns come here by themselves.
        </EmptyState>
      )}
      <Steps shown={shown} at={at} meetingId={agenda.meeting.id} />
      {held > 0 && (
        <InsetText>
          {held === 1 ? '1 item is' : `${held} items are`} not shown, because not everybody present may see{' '}
          {held === 1 ? 'it' : 'them'}. Take {held === 1 ? 'it' : 'them'} when only the services concerned are
          in the room.
        </InsetText>
      )}
      <Present {...props} />
    </>
  );
}

const link = (meetingId: string, entry: AgendaEntry): string =>
  `/meetings/${meetingId}/room?item=${entry.key}`;

const Steps = ({
  shown,
  at,
  meetingId,
}: {
  shown: readonly AgendaEntry[];
  at: number;
  meetingId: string;
}) => {
  const before = shown[at - 1];
  const next = shown[at + 1];
  return (
    <nav aria-label="Items" class="govuk-!-margin-bottom-6">
      <p class="govuk-body">
        {before && (
          <a class="govuk-link" href={link(meetingId, before)} accesskey="p">
            Item before
          </a>
        )}
        {before && next && ' or '}
        {next && (
          <a class="govuk-link" href={link(meetingId, next)} accesskey="n">
            Next: {next.title}
          </a>
        )}
      </p>
      <Details summary={`All ${shown.length} items`}>
        <ol class="govuk-list govuk-list--number">
          {shown.map((entry) => (
            <li>
              <a class="govuk-link" href={link(meetingId, entry)}>
                {entry.title}
              </a>{' '}
              ({agendaPartWords[entry.part].toLowerCase()}){' '}
              {entry.decisions.length > 0 && <Tag classes="govuk-tag--green">Decided</Tag>}
            </li>
          ))}
        </ol>
      </Details>
      <p class="govuk-body">
        <a class="govuk-link" href={`/meetings/${meetingId}`}>
          Agenda, and closing the meeting
        </a>
      </p>
    </nav>
  );
};

function Entry(props: RoomPageProps & { entry: AgendaEntry; at: number; count: number }) {
  const { entry, agenda, at, count } = props;
  return (
    <>
      <p class="govuk-body">
        <Tag classes="govuk-tag--grey">{agendaPartWords[entry.part]}</Tag> Item {at + 1} of {count}.{' '}
        {entry.isPersonal && <strong>About identifiable people: everybody present is on its case.</strong>}
      </p>
      <div class="govuk-body-l">
        {entry.key === 'returns' ? (
          <ReturnTable returns={agenda.returns} today={props.today} />
        ) : (
          <Brief entry={entry} />
        )}
      </div>
      {entry.decisions.map((d) => (
        <InsetText>
          <strong>Decided:</strong> {d.words}
          {d.taskReference && (
            <>
              <br />
              Task {d.taskReference} to {d.taskService}: {d.taskTitle}
            </>
          )}
        </InsetText>
      ))}
      {agenda.meeting.status === 'open' ? <DecisionForm {...props} /> : <StartForm {...props} />}
    </>
  );
}

const StartForm = ({ agenda, csrf }: RoomPageProps) =>
  agenda.meeting.status === 'scheduled' ? (
    <Form action={`/meetings/${agenda.meeting.id}/open`} csrfToken={csrf}>
      <VersionField version={agenda.meeting.version} />
      <Button>Start the meeting</Button>
    </Form>
  ) : (
    <p class="govuk-body">This meeting is over.</p>
  );

function DecisionForm(props: RoomPageProps & { entry: AgendaEntry }) {
  const { agenda, entry, services, officers, csrf } = props;
  const state = stateOf(props, 'decisions');
  const sitting = services.filter(
    (s) => agenda.meeting.memberServiceIds.includes(s.id) || entry.caseServiceIds.includes(s.id),
  );
  const owners = entry.isPersonal ? services.filter((s) => entry.caseServiceIds.includes(s.id)) : sitting;
  return (
    <Form action={`/meetings/${agenda.meeting.id}/decisions`} csrfToken={csrf}>
      <input type="hidden" name="itemKey" value={entry.key} />
      <Textarea
        {...asked(state, 'words')}
        label={{ children: 'What was decided', classes: 'govuk-label--m' }}
        rows={2}
        attributes={{ autofocus: true }}
      />
      <Input
        {...asked(state, 'title')}
        label={{ children: 'Task', classes: 'govuk-label--m' }}
        hint="What is to be done. Leave it empty if nothing is."
      />
      <Select
        {...asked(state, 'serviceId')}
        label="Who does it"
        items={[
          { value: '', text: 'Choose' },
          ...owners.map((s) => ({ value: s.id, text: `${s.agencyName}: ${s.name}` })),
        ]}
      />
      <Input {...asked(state, 'expected')} label="What is expected" />
      <Input
        {...asked(state, 'dueOn')}
        label="Due"
        hint={
          agenda.next ? (
            <>
              Left empty: the next meeting, <Day day={agenda.next.heldOn} />. Or a day, like 3/12/2026
            </>
          ) : (
            'A day, like 3/12/2026'
          )
        }
        classes="govuk-input--width-10"
      />
      <Select
        {...asked(state, 'acceptedBy')}
        label="Who of theirs says yes, here and now"
        hint="Their agency is asked to confirm it. Leave it if nobody does: they answer afterwards."
        items={[
          { value: '', text: 'Nobody yet' },
          ...officers.map((o) => ({ value: o.id, text: `${o.agencyName}: ${o.name}` })),
        ]}
      />
      <Button attributes={{ accesskey: 's' }}>Record, and next item</Button>
    </Form>
  );
}

const Present = (props: RoomPageProps) => {
  const { agenda, services, csrf } = props;
  const state = stateOf(props, 'present');
  const here = tickedIn(state, 'serviceIds', agenda.present);
  const members = services.filter((s) => agenda.meeting.memberServiceIds.includes(s.id));
  return (
    <Details
      open={isAgain(props, 'present')}
      summary={
        agenda.present.length === 0
          ? 'Say who is present'
          : `Who is present: ${agenda.present.length} of ${members.length} services`
      }
    >
      <Form action={`/meetings/${agenda.meeting.id}/present`} csrfToken={csrf}>
        <Checkboxes
          name="serviceIds"
          classes="govuk-checkboxes--small"
          fieldset={{ legend: { children: 'Services in the room', classes: 'govuk-fieldset__legend--s' } }}
          hint="A personal item is shown only while everybody present is on its case."
          errorMessage={problemOf(state, 'serviceIds')}
          items={members.map((s) => ({
            value: s.id,
            children: `${s.name}, ${s.agencyName}`,
            checked: here.includes(s.id),
          }))}
        />
        <Button classes="govuk-button--secondary">Save who is present</Button>
      </Form>
    </Details>
  );
};
