import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Work } from '../platform/http/work.ts';
import { type Job, job, type Scheduled } from '../platform/jobs/declare.ts';
import { enqueue } from '../platform/jobs/jobs.ts';
import { goingRules, type RetentionKind, retentionKinds, ruleOf } from './retention.rules.ts';
import { lastDay, monthsInForce, type SetPeriod } from './retention.store.ts';

/** Records in one transaction: few enough that nobody waits for it, and that the audit names each. */
const batch = 200;

/** Whose records, of which kind; nobody's where the kind is the installation's. */
interface Part {
  kind: RetentionKind;
  agencyId: string | null;
}

/** The months that hold tonight for a part; none where it is off. */
async function monthsOf(work: Work, { kind, agencyId }: Part): Promise<number | undefined> {
  const { rows } = await sql<
    Pick<SetPeriod, 'kind' | 'months'>
  >`select p.kind, p.months from governance.period p
    where p.agency_id = ${agencyId}::uuid and p.kind = ${kind} order by p.set_at desc, p.id desc limit 1`.execute(
    work.db,
  );
  return monthsInForce(ruleOf(kind), rows);
}

/** Every part that holds a period tonight, in the order of the table of kinds. One reading for all: few of them are set. */
async function partsInForce(work: Work): Promise<{ part: Part; months: number }[]> {
  const { rows } = await sql<
    SetPeriod & { agencyId: string }
  >`select p.agency_id, p.kind, p.months from governance.period p
    order by p.agency_id, p.set_at desc, p.id desc`.execute(work.db);
  const byAgency = Map.groupBy(rows, ({ agencyId }) => agencyId);
  return goingRules.flatMap((rule) =>
    (rule.isOfAgency ? [...byAgency.keys()] : [null]).flatMap((agencyId) => {
      const months = monthsInForce(rule, byAgency.get(agencyId ?? '') ?? []);
      return months === undefined ? [] : [{ part: { kind: rule.kind, agencyId }, months }];
    }),
  );
}

async function isAnyDue(work: Work, part: Part, months: number): Promise<boolean> {
  const { rows } = await sql<{
    n: number;
  }>`select governance.how_many_due(${part.kind}, ${part.agencyId}::uuid, ${lastDay(work, months)}, 1) as n`.execute(
    work.db,
  );
  return (rows[0]?.n ?? 0) > 0;
}

const goOn = (work: Work, { kind, agencyId }: Part): Promise<void> =>
  enqueue(work.db, 'let-records-go', agencyId ? { kind, agencyId } : { kind }, {
    key: `let-records-go ${kind} ${agencyId ?? ''}`,
  });

/** What an entry of the audit says of a record that is gone: whoever has its id can show that it was among them. */
const hashOf = (kind: string, id: string): string =>
  createHash('sha256').update(`${kind} ${id}`).digest('hex').slice(0, 16);

/** One batch: done in this transaction with its audit entry, or not at all. */
async function letGo(work: Work, part: Part): Promise<void> {
  const months = await monthsOf(work, part);
  work.note.detail.kind = part.kind;
  if (months === undefined) {
    work.note.detail.off = true;
    return;
  }
  const { rows } = await sql<{
    id: string;
  }>`select id from governance.purge(${part.kind}, ${part.agencyId}::uuid, ${lastDay(work, months)}, ${batch}) as g (id)`.execute(
    work.db,
  );
  Object.assign(work.note.detail, {
    agency: part.agencyId ?? 'installation',
    months,
    done: rows.length,
    what: ruleOf(part.kind).action,
    hashes: rows.map(({ id }) => hashOf(part.kind, id)),
  });
  if (rows.length === 0) return;
  await work.db
    .insertInto('governance.run')
    .values({
      ...{ id: work.ids.next(), kind: part.kind, agencyId: part.agencyId },
      ...{ ranAt: work.clock.now(), months, done: rows.length },
    })
    .execute();
  // A row of a list goes after its later versions; and a report that went may free a record.
  if (await isAnyDue(work, part, months)) await goOn(work, part);
}

/** Retention by night: first which kinds of whose records have any due, then batch after batch of each. */
export const retentionJobs: readonly Job[] = [
  job({
    name: 'find-records-to-let-go',
    words: 'Looks for records whose time has come, and lets them go in batches',
    side: 'WORKER',
    audit: 'retention.looked',
    payload: z.object({}),
    run: async (work) => {
      const inForce = await partsInForce(work);
      const { rows: due } = await sql<Part>`select d.kind, d.agency_id from governance.parts_due(
        ${inForce.map(({ part }) => part.kind)}::text[], ${inForce.map(({ part }) => part.agencyId)}::uuid[],
        array(select (${work.clock.today()}::date - make_interval(months => u.months))::date
          from unnest(${inForce.map(({ months }) => months)}::integer[]) with ordinality u (months, i) order by u.i)) d`.execute(
        work.db,
      );
      for (const part of due) await goOn(work, part);
      work.note.detail.parts = due.length;
    },
  }),
  job({
    name: 'let-records-go',
    words: 'Deletes records of one kind and agency whose time has come, or empties them of people',
    side: 'WORKER',
    audit: 'retention.done',
    payload: z.object({ kind: z.enum(retentionKinds), agencyId: z.uuid().optional() }),
    run: (work, { kind, agencyId }) => letGo(work, { kind, agencyId: agencyId ?? null }),
  }),
];

/** At which hour of the night, in UTC. */
export const retentionHour = '02:20';
export const retentionSchedule: readonly Scheduled[] = [{ at: '20 2 * * *', job: 'find-records-to-let-go' }];
