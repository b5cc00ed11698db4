import { casePolicy } from '../../src/enforcement/index.ts';
import { itemPolicy } from '../../src/intelligence/index.ts';
import type { Viewer } from '../../src/platform/access/viewer.ts';
import { recordPolicy } from '../../src/records/index.ts';
import { taskPolicy } from '../../src/tasking/index.ts';
import type { World } from '../support/world.ts';
import { contactAgencies, judge } from './hidden-judgements.ts';
import { copied, type Drawing, idOf, within } from './hidden-random.ts';

/** A case that the viewer may not see, alike to one of the county, with a service on it and a task of it. */
export async function randomCase(
  world: World,
  viewer: Viewer,
  { draw, services, n }: Drawing,
): Promise<void> {
  const [service, at, openedAt] = [draw.of(services), draw.below(100_000), within(draw)];
  const isPersonal = draw.of([true, true, false]);
  const status = draw.of(['open', 'at-meeting', 'enforcing', 'closed']);
  const [taskStatus, dueOn] = [draw.of(['set', 'accepted']), within(draw).slice(0, 10)];
  const on = { serviceIds: [service.id], agencyIds: [service.agencyId] };
  const subject = { leadAgencyId: service.agencyId, isPersonal, ...on };
  const task = {
    ...{ isPersonal, caseServiceIds: [service.id], memberServiceIds: [] },
    ...{ agencyId: service.agencyId, setByAgencyId: service.agencyId },
  };
  if (casePolicy.can(viewer, subject) || taskPolicy.can(viewer, task)) return;
  const [id, taskId] = [idOf('case', n), idOf('task', n)];
  await copied(
    world,
    { table: 'enforcement.case_file', where: 'TRUE', at },
    {
      ...{ id, reference: `C-${id.slice(0, 7).toUpperCase()}`, status, is_personal: isPersonal },
      ...{ lead_agency_id: service.agencyId, lead_service_id: service.id, opened_at: openedAt },
      closed_at: status === 'closed' ? '2026-11-19T08:00:00Z' : null,
    },
  );
  await world.sql(
    'insert into enforcement.case_service (case_id, service_id, agency_id, joined_at, why) values ($1, $2, $3, $4, $5)',
    [id, service.id, service.agencyId, openedAt, 'Drawn'],
  );
  await copied(
    world,
    { table: 'tasking.task', where: "status in ('set', 'accepted')", at },
    {
      ...{ id: taskId, reference: `T-${taskId.slice(0, 7).toUpperCase()}`, case_id: id },
      ...{ is_personal: isPersonal, series_id: null, meeting_id: null },
      ...{ service_id: service.id, agency_id: service.agencyId, set_by_agency_id: service.agencyId },
      ...{ due_on: dueOn, first_due_on: dueOn, status: taskStatus },
    },
  );
}

/** Names of files that one may guess by: what was attached to an item of another unit. */
const names = [
  'statement.docx',
  'IMG_0413.jpg',
  'R-SAMP-001.pdf',
  'Sam Sample.eml',
  'hidden.txt',
  'ring of 07700 900555.xlsx',
];

/** A file of a feed of another unit, and what came attached to it, with a name, a size and a kind by chance. */
export async function randomAttachment(
  world: World,
  viewer: Viewer,
  { draw, services, n }: Drawing,
): Promise<void> {
  const [{ agencyId }, name, bytes, at] = [
    draw.of(services),
    draw.of(names),
    1 + draw.below(9000),
    draw.below(100_000),
  ];
  const [found, state] = [draw.of(['text', 'pdf', 'zip']), draw.of(['kept', 'marked'])];
  if (itemPolicy.can(viewer, { agencyId })) return;
  const [id, fileId] = [idOf('attachment', n), idOf('feed file', n)];
  const from = await copied(
    world,
    { table: 'intelligence.feed_file', where: 'TRUE', at },
    { id: fileId, agency_id: agencyId },
  );
  if (!from) return;
  await world.sql(
    `insert into intelligence.attachment (id, agency_id, feed_file_id, item_id, position, name, said_type, found_type, bytes, sha256, state, content)
     select $1::uuid, $2::uuid, $3::uuid, (select i.id from intelligence.item i where i.agency_id = $2 order by i.id limit 1), 0, $4, 'text/plain', a.found_type, $5,
       md5($4) || md5($4), a.state, convert_to($4, 'UTF8') from intelligence.attachment a order by (a.found_type = $6) desc, (a.state = $7) desc, a.id limit 1`,
    [id, agencyId, fileId, name, bytes, found, state],
  );
}

/**
 * Rows of lists that the viewer may not see are joined to, held apart from or proposed for rows of lists by chance: identities that differ by them alone. That an
 * address must stay hidden goes on to everybody whom such a row is joined to, on purpose (`hidden-judgements.ts`): those are left out.
 */
export async function randomMembers(
  world: World,
  viewer: Viewer,
  { draw }: Drawing,
  most: number,
): Promise<void> {
  const entries = await world.sql<{ id: string; originAgencyId: string; handling: string }>(
    'select id, origin_agency_id as "originAgencyId", handling from linkage.list_entry e where withdrawn_at is null and not exists (select 1 from records.hidden_address h where h.record_id = e.id) order by id',
  );
  const contacts = await contactAgencies(world, viewer);
  // What lets itself be asked moves what a reader of the register sees, on purpose.
  const hidden = entries.filter(
    (entry) =>
      !recordPolicy.can(viewer, entry) &&
      !(contacts.has(entry.originAgencyId) && entry.handling === 'victim'),
  );
  for (let n = 0; n < most && hidden.length > 1; n += 1) {
    const [a, b] = [draw.of(hidden), draw.of(entries)];
    const verdict = draw.of(['same', 'same', 'different', 'unsure', 'proposed']);
    if (a.id !== b.id) await judge(world, { a: a.id, b: b.id, verdict, isOver: draw.below(5) === 0 });
  }
}
