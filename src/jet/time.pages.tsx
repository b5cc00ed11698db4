import { activityClasses, countsAs, nameOf, rowsOn } from '../../reference/jet.ts';
import type { Viewer } from '../platform/access/viewer.ts';
import {
  asked,
  Button,
  DataTable,
  Day,
  DayBoxes,
  Form,
  type FormState,
  HiddenFields,
  Input,
  InsetText,
  monthWords,
  problemOf,
  Select,
  SummaryList,
  Tag,
  Textarea,
} from '../platform/ui/index.ts';
import { TeamNav } from './jet.nav.tsx';
import type { Line, MonthView } from './month.commands.ts';
import { countedOf, minuteWords, percentWords, type Standing, splitWords } from './time.split.ts';
import type { ClosedMonth, TimeEntry } from './time.store.ts';

type State = FormState & { csrf: string };
/** What time can be for: a task of the team, or a patrol plan of the day. */
export interface Purpose {
  value: string;
  text: string;
}
const countsWords = {
  enforcement: 'enforcement',
  'street-scene': 'street scene',
  'not-counted': 'not counted',
} as const;

interface EntryProps extends State {
  action: string;
  hidden: Record<string, string | number>;
  purposes: readonly Purpose[];
  today: string;
  button: string;
}
/** A spell of time, for a thumb; the activity is the one before, what it was for is said anew. */
export const EntryForm = (props: EntryProps) => (
  <Form action={props.action} csrfToken={props.csrf}>
    <HiddenFields values={props.hidden} />
    <Select
      {...asked(props, 'activity')}
      label="What you did"
      items={[
        { value: '', text: 'Choose' },
        ...countsAs.flatMap((counts) =>
          rowsOn(activityClasses, props.today)
            .filter((row) => row.countsAs === counts)
            .map(({ code, name }) => ({ value: code, text: `${name} (${countsWords[counts]})` })),
        ),
      ]}
    />
    <Input {...asked(props, 'hours')} label="Hours" inputmode="numeric" classes="govuk-input--width-3" />
    <Input {...asked(props, 'minutes')} label="Minutes" inputmode="numeric" classes="govuk-input--width-3" />
    <Select
      name="purpose"
      value={String(props.typed.purpose ?? '')}
      errorMessage={problemOf(props, 'taskId') ?? problemOf(props, 'planId')}
      label="What for"
      hint="Without a task or plan it counts as untasked."
      items={[{ value: '', text: 'Untasked' }, ...props.purposes]}
    />
    <DayBoxes {...props} name="onDay" legend="Day" />
    <Input {...asked(props, 'words')} label="Note (optional)" hint="No names, no addresses." />
    <Button>{props.button}</Button>
  </Form>
);

/** The own log: the form first, then what was logged of late. */
export const TimePage = (
  props: Omit<EntryProps, 'action' | 'button'> & {
    viewer: Viewer;
    mayLog: boolean;
    entries: readonly TimeEntry[];
    months: readonly { href: string; text: string }[];
  },
) => (
  <>
    <h1 class="govuk-heading-l">Time</h1>
    {!props.mayLog && <TeamNav viewer={props.viewer} here="/teams/time" />}
    {props.mayLog && (
      <>
        <h2 class="govuk-heading-m">Log time</h2>
        <EntryForm {...props} action="/teams/time" button="Log it" />
      </>
    )}
    {props.mayLog && <TeamNav viewer={props.viewer} here="/teams/time" />}
    <h2 class="govuk-heading-m">Months</h2>
    <ul class="govuk-list">
      {props.months.map(({ href, text }) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
    {props.mayLog && (
      <DataTable
        caption="What you logged of late"
        rows={props.entries}
        columns={[
          {
            heading: 'What you did',
            cell: (entry) => (
              <a class="govuk-link" href={`/teams/time/${entry.id}`}>
                {nameOf(activityClasses, entry.activity)}
                <span class="govuk-visually-hidden">, {minuteWords(entry.minutes)}</span>
              </a>
            ),
          },
          { heading: 'Day', cell: ({ onDay }) => <Day day={onDay} /> },
          { heading: 'Time', cell: ({ minutes }) => minuteWords(minutes), numeric: true },
          { heading: 'What for', cell: (entry) => <For entry={entry} /> },
        ]}
        empty={{ title: 'Nothing logged yet', children: 'What you log appears here, the newest first.' }}
      />
    )}
  </>
);
const For = ({ entry }: { entry: TimeEntry }) =>
  entry.taskId ? (
    <a class="govuk-link" href={`/tasks/${entry.taskId}`}>
      Task {entry.taskReference}
    </a>
  ) : entry.planId ? (
    <a class="govuk-link" href={`/teams/plans/${entry.planId}`}>
      Plan {entry.planReference}
    </a>
  ) : (
    'Untasked'
  );

/** One entry of one's own, to correct or withdraw. */
export const EntryPage = (props: Omit<EntryProps, 'button'> & { entry: TimeEntry; isOpen: boolean }) => (
  <>
    <h1 class="govuk-heading-l">
      {nameOf(activityClasses, props.entry.activity)}, {minuteWords(props.entry.minutes)}
    </h1>
    {props.isOpen ? (
      <>
        <EntryForm {...props} button="Save" />
        <Form action={`/teams/time/${props.entry.id}/withdraw`} csrfToken={props.csrf}>
          <HiddenFields values={{ version: props.entry.version }} />
          <Button classes="govuk-button--secondary">Withdraw it</Button>
        </Form>
      </>
    ) : (
      <SummaryList
        rows={[
          { key: 'Day', value: <Day day={props.entry.onDay} /> },
          { key: 'Who', value: props.entry.officerName },
          { key: 'What for', value: <For entry={props.entry} /> },
          { key: 'Note', value: props.entry.words || 'None' },
          props.entry.isWithdrawn && { key: 'Withdrawn', value: 'It counts for nothing' },
        ]}
      />
    )}
  </>
);

const colours: Record<Standing, string> = { green: 'green', amber: 'yellow', red: 'red', none: 'grey' };
const standingWords: Record<Standing, string> = {
  green: 'Green: on target',
  amber: 'Amber: a little below',
  red: 'Red: below',
  none: 'Nothing counted',
};
export const StandingTag = ({ standing }: { standing: Standing }) => (
  <Tag classes={`govuk-tag--${colours[standing]}`}>{standingWords[standing]}</Tag>
);

const Lines = ({ caption, rows }: { caption: string; rows: readonly Line[] }) => (
  <DataTable
    caption={caption}
    rows={rows}
    columns={[
      { heading: 'Who or what', cell: ({ name }) => name },
      { heading: 'Enforcement', cell: ({ minutes }) => minuteWords(minutes.enforcement), numeric: true },
      { heading: 'Street scene', cell: ({ minutes }) => minuteWords(minutes.street), numeric: true },
      {
        heading: 'Enforcement share',
        cell: ({ minutes }) => percentWords(minutes.enforcement, countedOf(minutes)),
        numeric: true,
      },
      { heading: 'Untasked', cell: ({ minutes }) => minuteWords(minutes.untasked), numeric: true },
      { heading: 'Not counted', cell: ({ minutes }) => minuteWords(minutes.uncounted), numeric: true },
    ]}
    empty={{ title: 'Nothing logged in this month', children: 'Time that is logged is added up here.' }}
  />
);

/** A month of a team: the split, by officer and activity; and closing it. */
export const MonthPage = (props: State & { view: MonthView; mayClose: boolean; isOver: boolean }) => {
  const { view } = props;
  const title = monthWords(view.month.from);
  return (
    <>
      <span class="govuk-caption-l">{view.team.name}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {!view.isWhole && <InsetText>These are your own hours. Your supervisor sees the team’s.</InsetText>}
      <SummaryList
        rows={[
          { key: 'Split', value: splitWords(view.minutes) },
          {
            key: 'Target',
            value: `${view.target.enforcementPercent}% enforcement; amber down to ${view.target.enforcementPercent - view.target.amberPoints}%, red below. Leave, training and travel are left out.`,
          },
          { key: 'Stands', value: <StandingTag standing={view.standing} /> },
          {
            key: 'Untasked',
            value: `${percentWords(view.minutes.untasked, countedOf(view.minutes))} of counted time (${minuteWords(view.minutes.untasked)})`,
          },
          view.closed && {
            key: 'Closed',
            value: `${view.closed.closedByName ?? 'Closed'}${view.closed.reason ? `: ${view.closed.reason}` : ''}`,
          },
        ]}
      />
      <Lines caption="By officer" rows={view.officers} />
      <Lines caption="By activity" rows={view.activities} />
      {props.mayClose && !view.closed && props.isOver && (
        <Form action={`/teams/${view.team.id}/months/${view.month.key}/close`} csrfToken={props.csrf}>
          <h2 class="govuk-heading-m">Close the month</h2>
          <Textarea
            {...asked(props, 'reason')}
            label={view.standing === 'red' ? 'Why the split is red' : 'A word on it (optional)'}
            hint="No officer’s name or health. Entries of a closed month are not changed any more."
            rows={3}
          />
          <Button>Close {title}</Button>
        </Form>
      )}
      {props.mayClose && !props.isOver && <p class="govuk-body">It can be closed once it is over.</p>}
    </>
  );
};

/** Closed months, the latest first. */
export const ClosedMonths = ({ months, teamId }: { months: readonly ClosedMonth[]; teamId: string }) => (
  <DataTable
    caption="Closed months"
    rows={months}
    columns={[
      {
        heading: 'Month',
        cell: ({ month }) => (
          <a class="govuk-link" href={`/teams/${teamId}/months/${month.slice(0, 7)}`}>
            {monthWords(month)}
          </a>
        ),
      },
      {
        heading: 'Enforcement share',
        cell: (one) => percentWords(one.enforcementMinutes, one.enforcementMinutes + one.streetMinutes),
        numeric: true,
      },
      { heading: 'Stands', cell: ({ standing }) => <StandingTag standing={standing} /> },
      { heading: 'Reason', cell: ({ reason }) => reason ?? '–' },
    ]}
    empty={{ title: 'No month is closed yet', children: 'A month is closed once it is over.' }}
  />
);
