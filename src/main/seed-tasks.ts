import type { ClientBase } from 'pg';
import type { County } from '../../county/index.ts';
import { addDays } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';
import type { TaskStatus } from '../tasking/index.ts';

interface LiveTask {
  agency: string;
  service: string;
  title: string;
  expected: string;
  /** Days from today. */
  due: number;
  status: TaskStatus;
  /** Why it was refused, or what came of it, yesterday. */
  answer?: string;
}

const council = 'Wendmere District Council';
const county = 'Merrowshire County Council';

/** What the last tasking meeting set, one in each state that a co-ordinator finds on a Monday. */
const live: readonly LiveTask[] = [
  {
    ...{ agency: council, service: 'Joint Enforcement Team', due: 0, status: 'accepted' },
    title: 'Walk the market place between six and nine',
    expected: 'Two evenings, with the time logged and what was seen',
  },
  {
    ...{ agency: council, service: 'Joint Enforcement Team', due: 4, status: 'set' },
    title: 'Look through the pictures of the camera at the lay-by',
    expected: 'Marks of vehicles that tipped, or that there are none',
  },
  {
    ...{ agency: council, service: 'Environmental Services', due: 2, status: 'set' },
    title: 'Clear the tip behind the recycling point',
    expected: 'Cleared, and anything with a name on it kept',
  },
  {
    ...{ agency: county, service: 'Trading Standards', due: -3, status: 'accepted' },
    title: 'Visit three carriers who take waste without a licence',
    expected: 'What each was told, and who will need a second visit',
  },
  {
    ...{
      agency: 'Merrowshire Police',
      service: 'Safer Neighbourhood Team, North Moors',
      due: 5,
      status: 'set',
    },
    title: 'An officer along on Saturday’s stops at the quay',
    expected: 'A name, and from when to when',
  },
  {
    ...{ agency: 'Harbourlight Homes', service: 'Neighbourhoods', due: 9, status: 'set' },
    title: 'Photograph the bin store at the flats each Monday',
    expected: 'Four weeks of pictures, with the day on each',
  },
  {
    ...{ agency: 'Merrowshire Police', service: 'Local Policing Command', due: 5, status: 'refused' },
    title: 'A van and four officers for the night of 5 December',
    expected: 'That it is booked',
    answer: 'The force is at two football matches that day. A night in the week after could be had.',
  },
  {
    ...{ agency: county, service: 'Waste Partnership', due: 1, status: 'done' },
    title: 'Tonnes taken from lay-bys, by month',
    expected: 'A line a month since April',
    answer: 'Sent to the group: 41 tonnes since April, most of it in August.',
  },
];

/** Tasks that wait, run late and came back, so that every home page has something to do on the first morning. */
export async function seedTasks(client: ClientBase, { today }: County): Promise<void> {
  const { rows: meetings } = await client.query<{ id: string; seriesId: string; agencyId: string; at: Date }>(
    `select m.id, m.series_id as "seriesId", s.chair_agency_id as "agencyId", m.closed_at as at from tasking.meeting m join tasking.series s on s.id = m.series_id
     where s.kind = 'JET_TCG' and m.status = 'closed' order by m.held_on desc limit 1`,
  );
  const [meeting] = meetings;
  if (!meeting) return;
  const { rows: services } = await client.query<{
    id: string;
    name: string;
    agency: string;
    agencyId: string;
  }>(
    `select s.id, s.name, a.name as agency, a.id as "agencyId" from directory.service s join directory.agency a on a.id = s.agency_id`,
  );
  const references = repeatableIds(`seed live tasks ${today}`);
  const yesterday = `${addDays(today, -1)}T15:20:00Z`;
  const made = live.flatMap((task) => {
    const service = services.find(({ name, agency }) => name === task.service && agency === task.agency);
    return service ? [{ task, service, id: idFromName(`live task ${task.title}`) }] : [];
  });
  await insertRows(
    client,
    'tasking.task',
    made.map(({ task, service, id }) => ({
      ...{ id, reference: references.reference('T'), seriesId: meeting.seriesId, meetingId: meeting.id },
      ...{ isPersonal: false, title: task.title, expected: task.expected, setByAgencyId: meeting.agencyId },
      ...{ serviceId: service.id, agencyId: service.agencyId, setAt: meeting.at.toISOString() },
      ...{ dueOn: addDays(today, task.due), firstDueOn: addDays(today, task.due), status: task.status },
      acceptedAt: task.status === 'accepted' || task.status === 'done' ? meeting.at.toISOString() : null,
      refusedReason: task.status === 'refused' ? task.answer : null,
      refusedAt: task.status === 'refused' ? yesterday : null,
      resultWords: task.status === 'done' ? task.answer : null,
      resultAt: task.status === 'done' ? yesterday : null,
      ...{ timesCarried: 0, version: 1 },
    })),
  );
  const set = made.map(({ id }) => ({
    ...{ id: idFromName(`set ${id}`), taskId: id, at: meeting.at.toISOString(), kind: 'set' },
    ...{ agencyId: meeting.agencyId, words: 'Set by the Joint Enforcement Tasking' },
  }));
  const answered = made
    .filter(({ task }) => task.answer)
    .map(({ task, service, id }) => ({
      ...{ id: idFromName(`answered ${id}`), taskId: id, at: yesterday, agencyId: service.agencyId },
      kind: task.status === 'done' ? 'finish' : 'refuse',
      words: `${task.status === 'done' ? 'Done' : 'Refused'}: ${task.answer}`,
    }));
  await insertRows(client, 'tasking.task_event', [...set, ...answered]);
}
