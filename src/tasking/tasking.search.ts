import { type RawBuilder, sql } from 'kysely';
import { mayUse } from '../platform/access/permission.ts';
import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import {
  type FoundPage,
  folded,
  likeness,
  nothingFound,
  pageFrom,
  rankedPage,
  type SearchAsk,
  says,
} from '../platform/search/found.ts';
import { excerpt } from '../platform/search/highlight.ts';
import { byReference } from '../platform/search/reference.ts';
import { dayWords } from '../platform/ui/index.ts';
import { type MeetingStatus, meetingStatusWords } from './meeting.words.ts';
import { type TaskStatus, taskStatusWords } from './task.words.ts';
import { readMeetings, readTasks } from './tasking.permissions.ts';
import { meetingPolicy, paperPolicy, taskPolicy } from './tasking.policy.ts';

interface TaskRow {
  id: string;
  reference: string;
  title: string;
  expected: string;
  resultWords: string | null;
  status: TaskStatus;
  serviceName: string;
  dueOn: Day;
  n: number;
}
/** Tasks by what is asked, what is expected and what came of it. */
export async function searchTasks(work: Work, ask: SearchAsk): Promise<FoundPage> {
  if (!mayUse(work.viewer, readTasks)) return nothingFound;
  const hits = sql`select t.id, t.reference, t.title, t.expected, t.result_words, t.status, t.service_id, t.due_on, t.set_at as at, ${likeness(sql`t.title`, ask.words)} as likeness
      from tasking.task t where ${taskPolicy.visible(work.viewer, 't')} and ${says(sql`t.search`, sql`t.title`, ask)}`;
  const { rows } =
    await sql<TaskRow>`select p.*, v.name as service_name from (${rankedPage(hits, ask)}) p join directory.service v on v.id = p.service_id
      order by p.likeness desc, p.at desc, p.id`.execute(work.db);
  return pageFrom(rows, (row) => ({
    id: row.id,
    href: `/tasks/${row.id}`,
    title: `${row.reference}: ${row.title}`,
    about: `${excerpt(row.resultWords ?? row.expected, ask.words)} · ${taskStatusWords[row.status]}, ${row.serviceName}, due ${dayWords(row.dueOn)}`,
  }));
}

interface MeetingRow {
  id: string;
  name: string;
  place: string;
  heldOn: Day;
  status: MeetingStatus;
  words: string | null;
  n: number;
}
/** Meetings by name and place, and by what stood on the agenda and was decided, as far as the viewer may see it. */
export async function searchMeetings(work: Work, ask: SearchAsk): Promise<FoundPage> {
  const { viewer } = work;
  if (!mayUse(viewer, readMeetings)) return nothingFound;
  // By the letters that people say as well: JAG, JATAC, JET, TCG.
  const name = sql`(s.name || ' ' || m.reference || ' ' || m.place || ' ' || replace(s.kind, '_', ' '))`;
  const hit = (search: RawBuilder<unknown>, text: RawBuilder<unknown>) => says(search, text, ask);
  const said = sql`select d.meeting_id, d.words from tasking.decision d
        where ${paperPolicy.visible(viewer, 'd')} and ${hit(sql`d.search`, sql`d.words`)}
      union all select i.meeting_id, i.title from tasking.agenda_item i
        where ${paperPolicy.visible(viewer, 'i')} and ${hit(sql`i.search`, sql`i.title`)}`;
  const hits = sql`select m.id, s.name, m.place, m.held_on, m.status, z.words, m.held_on as at,
        greatest(${likeness(name, ask.words)}, ${likeness(sql`coalesce(z.words, '')`, ask.words)}) as likeness
      from tasking.meeting m join tasking.series s on s.id = m.series_id
      left join (select x.meeting_id, string_agg(x.words, ' · ' order by x.words) as words from (${said}) x group by 1) z on z.meeting_id = m.id
      where ${meetingPolicy.visible(viewer, 'm')} and (z.meeting_id is not null or ${hit(sql`to_tsvector('english', ${folded(name)})`, name)})`;
  const { rows } = await sql<MeetingRow>`${rankedPage(hits, ask)}`.execute(work.db);
  return pageFrom(rows, (row) => ({
    id: row.id,
    href: `/meetings/${row.id}`,
    title: `${row.name}, ${dayWords(row.heldOn)}`,
    about: [row.words && excerpt(row.words, ask.words), meetingStatusWords[row.status], row.place]
      .filter(Boolean)
      .join(' · '),
  }));
}

/** Where a task or a meeting of this reference is, if the viewer may see it. */
export const taskByReference = byReference({
  table: 'tasking.task',
  permission: readTasks,
  policy: taskPolicy,
  under: '/tasks',
});
export const meetingByReference = byReference({
  table: 'tasking.meeting',
  permission: readMeetings,
  policy: meetingPolicy,
  under: '/meetings',
});
