import { mayUse } from '../platform/access/permission.ts';
import { addDays } from '../platform/clock/clock.ts';
import { demand, notFound, ok } from '../platform/failures/failures.ts';
import type { Again } from '../platform/http/again.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { asTyped, monthWords } from '../platform/ui/index.ts';
import { listTasks } from '../tasking/index.ts';
import { jetExamples } from './jet.examples.ts';
import { closeMonths, logTime as mayLogTime, readTime } from './jet.permissions.ts';
import { closeMonth, monthView } from './month.commands.ts';
import { plansOn } from './plan.store.ts';
import { ownTeams } from './team.store.ts';
import { correctTime, logTime, withdrawTime } from './time.commands.ts';
import {
  closeSchema,
  correctSchema,
  monthParams,
  timeEntryParams,
  timeSchema,
  versionSchema,
} from './time.forms.ts';
import { EntryPage, MonthPage, type Purpose, TimePage } from './time.pages.tsx';
import { monthOf } from './time.split.ts';
import { findEntry, isClosed, ownEntries, type TimeEntry } from './time.store.ts';

const nothing: Again = { problems: [], typed: {} };
const back = { href: '/teams/time', text: 'Time' };
const marking = 'OFFICIAL-SENSITIVE';
const monthsShown = 4;

/** What time may be for: tasks of the viewer's services, and patrol plans of the day. A task about people is named by its reference. */
async function purposes(work: Work): Promise<Purpose[]> {
  const tasks = await listTasks(work, { status: 'live', mine: true }, { limit: 30 });
  const plans = await plansOn(work, work.clock.today());
  return [
    ...plans.map(({ id, title }) => ({ value: `plan:${id}`, text: `Plan: ${title}` })),
    ...tasks.map(({ id, reference, title, isPersonal }) => ({
      value: `task:${id}`,
      text: isPersonal ? `Task ${reference}` : `Task: ${title}`,
    })),
  ];
}
const purposeOf = ({ taskId, planId }: Pick<TimeEntry, 'taskId' | 'planId'>): string =>
  taskId ? `task:${taskId}` : planId ? `plan:${planId}` : '';

async function shownTime(work: Work, ask: Ask, again: Again = nothing) {
  const today = work.clock.today();
  const mayLog = mayUse(work.viewer, mayLogTime);
  const entries = mayLog ? await ownEntries(work, 8) : [];
  const [last] = entries;
  // What it was for is said each time: taken over unseen, it would make untasked time tasked.
  const typed = asTyped({ ...(last ? { activity: last.activity } : {}), onDay: today });
  const months: string[] = [];
  for (let day = today; months.length < monthsShown; day = addDays(monthOf(day).from, -1))
    months.push(monthOf(day).from);
  const teams = await ownTeams(work);
  const body = (
    <TimePage
      {...(again.problems.length > 0 ? again : { problems: [], typed })}
      viewer={work.viewer}
      hidden={{ key: work.ids.next() }}
      purposes={mayLog ? await purposes(work) : []}
      today={today}
      csrf={ask.csrf}
      mayLog={mayLog}
      entries={entries}
      months={teams.flatMap((team) => [
        ...months.map((month) => ({
          href: `/teams/${team.id}/months/${month.slice(0, 7)}`,
          text: `${team.name}: ${monthWords(month)}`,
        })),
        ...(mayUse(work.viewer, closeMonths)
          ? [{ href: `/teams/${team.id}/reviews`, text: `${team.name}: target and reviews` }]
          : []),
      ])}
    />
  );
  return page('Time', body, { marking, problems: again.problems });
}

async function shownEntry(work: Work, id: string, ask: Ask, again: Again = nothing) {
  const found = await findEntry(work, id);
  const entry = demand(found ? ok(found) : notFound);
  about(work, 'time-entry', entry.id);
  const isOpen =
    entry.officerId === officerOf(work).officerId &&
    !entry.isWithdrawn &&
    !(await isClosed(work, entry.teamId, monthOf(entry.onDay)));
  const now = {
    ...asTyped({ activity: entry.activity, onDay: entry.onDay, words: entry.words }),
    ...asTyped({ hours: Math.floor(entry.minutes / 60), minutes: entry.minutes % 60 }),
    purpose: purposeOf(entry),
  };
  const offered = await purposes(work);
  const own = purposeOf(entry);
  const body = (
    <EntryPage
      {...(again.problems.length > 0 ? again : { problems: [], typed: now })}
      entry={entry}
      isOpen={isOpen}
      action={`/teams/time/${entry.id}`}
      hidden={{ version: entry.version }}
      purposes={
        own === '' || offered.some(({ value }) => value === own)
          ? offered
          : [
              { value: own, text: `As it is: ${entry.taskReference ?? entry.planReference ?? ''}` },
              ...offered,
            ]
      }
      today={work.clock.today()}
      csrf={ask.csrf}
    />
  );
  return page('Time entry', body, { back, marking, problems: again.problems });
}

async function shownMonth(
  work: Work,
  given: { teamId: string; month: string },
  ask: Ask,
  again: Again = nothing,
) {
  const view = demand(await monthView(work, given));
  const body = (
    <MonthPage
      {...again}
      view={view}
      csrf={ask.csrf}
      mayClose={mayUse(work.viewer, closeMonths)}
      isOver={work.clock.today() > view.month.to}
    />
  );
  return page(`${monthWords(view.month.from)}, ${view.team.name}`, body, {
    ...{ back, marking, problems: again.problems, wide: true },
  });
}

/** The time log and its months, for a phone first. */
export const timeRoutes: readonly Route[] = [
  show({
    path: '/teams/time',
    words: 'Log your time, and see what you logged',
    permission: readTime,
    audit: 'time-entry.listed',
    handle: (work, _input, ask) => shownTime(work, ask),
  }),
  act({
    path: '/teams/time',
    words: 'Log what you spent time on',
    permission: mayLogTime,
    audit: 'time-entry.logged',
    body: timeSchema,
    example: { body: jetExamples.time },
    handle: async (work, { body }) => {
      demand(await logTime(work, body));
      return redirect('/teams/time', { flash: 'Logged' });
    },
    invalid: (work, { raw, problems }, ask) => shownTime(work, ask, { problems, typed: raw }),
  }),
  show({
    path: '/teams/time/:timeEntryId',
    words: 'One entry of the time log',
    permission: readTime,
    audit: 'time-entry.opened',
    params: timeEntryParams,
    handle: (work, { params }, ask) => shownEntry(work, params.timeEntryId, ask),
  }),
  act({
    path: '/teams/time/:timeEntryId',
    words: 'Correct an entry of your own time, until the month is closed',
    permission: mayLogTime,
    audit: 'time-entry.corrected',
    params: timeEntryParams,
    body: correctSchema,
    example: { body: { ...jetExamples.time, version: 1 } },
    handle: async (work, { params, body }) => {
      demand(await correctTime(work, { ...params, ...body }));
      return redirect('/teams/time', { flash: 'Saved' });
    },
    invalid: (work, { params, raw, problems }, ask) =>
      shownEntry(work, params.timeEntryId, ask, { problems, typed: raw }),
  }),
  act({
    path: '/teams/time/:timeEntryId/withdraw',
    words: 'Withdraw an entry of your own time, until the month is closed',
    permission: mayLogTime,
    audit: 'time-entry.withdrawn',
    params: timeEntryParams,
    body: versionSchema,
    example: { body: { version: 1 } },
    handle: async (work, { params, body }) => {
      demand(await withdrawTime(work, { ...params, ...body }));
      return redirect('/teams/time', { flash: 'Withdrawn' });
    },
    invalid: (work, { params, problems }, ask) =>
      shownEntry(work, params.timeEntryId, ask, { problems, typed: {} }),
  }),
  show({
    path: '/teams/:teamId/months/:month',
    words: 'A month of a team’s time: yours, or the whole team’s where you lead it',
    permission: readTime,
    audit: 'team.month-opened',
    params: monthParams,
    handle: (work, { params }, ask) => shownMonth(work, params, ask),
  }),
  act({
    path: '/teams/:teamId/months/:month/close',
    words: 'Close a month of your team’s time; where it is red, with the reason',
    permission: closeMonths,
    audit: 'team.month-closed',
    params: monthParams,
    body: closeSchema,
    example: { body: { reason: 'Leaf fall' } },
    handle: async (work, { params, body }) => {
      demand(await closeMonth(work, { ...params, ...body }));
      return redirect(`/teams/${params.teamId}/months/${params.month}`, { flash: 'Closed' });
    },
    invalid: (work, { params, raw, problems }, ask) =>
      shownMonth(work, params, ask, { problems, typed: raw }),
  }),
];
