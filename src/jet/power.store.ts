import { sql } from 'kysely';
import { alertFor, powerWords } from '../enforcement/index.ts';
import type { Day } from '../platform/clock/clock.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { powerPolicy } from './jet.policy.ts';

/** One thing that an officer holds: powers of one reference together, a clearance by itself. */
export interface Held {
  officerId: string;
  officerName: string;
  kind: 'council-officer' | 'csas' | 'constable' | 'vetting' | 'training';
  what: string;
  references: string;
  badgeNumber: string | null;
  status: string;
  endsOn: Day | null;
}
/** How it stands today, and the alert that it falls under. */
export type Holding = 'holds' | 'ends-soon' | 'ended' | 'unknown' | 'not-granted';
export interface HeldLine extends Held {
  holding: Holding;
  within: 90 | 60 | 30 | 0 | undefined;
}

export function holdingOf(
  held: Pick<Held, 'status' | 'endsOn'>,
  today: Day,
): Pick<HeldLine, 'holding' | 'within'> {
  if (held.status === 'unknown') return { holding: 'unknown', within: undefined };
  if (held.status !== 'granted') return { holding: 'not-granted', within: undefined };
  const within = held.endsOn === null ? undefined : alertFor(held.endsOn, today);
  return { holding: within === undefined ? 'holds' : within === 0 ? 'ended' : 'ends-soon', within };
}

const urgency: readonly Holding[] = ['ended', 'not-granted', 'unknown', 'ends-soon', 'holds'];
/** Who of the viewer's agency holds what: all of it for whoever leads, their own for anybody else. The newest of each kind. */
export async function listHeld(work: Work): Promise<HeldLine[]> {
  const today = work.clock.today();
  const { rows } = await sql<Held & { powers: string[] | null }>`
    select h.officer_id, o.name as officer_name, h.kind, h.what, h.powers, h.references, h.badge_number, h.status, h.ends_on from (
      select a.officer_id, a.basis as kind, '' as what, array_agg(distinct a.power) as powers, string_agg(distinct a.reference, ', ') as references,
        max(a.badge_number) as badge_number, 'granted' as status, a.expires_on as ends_on
      from directory.authorisation a where (a.withdrawn_on is null or a.withdrawn_on > ${today}::date) group by a.officer_id, a.basis, a.expires_on
      union all
      select c.officer_id, c.kind, c.name, null, '', null, c.status, c.expires_on from directory.clearance c where c.replaced_on is null) h
    join (select p.id, p.id as officer_id, p.agency_id, p.name, p.is_active from directory.officer p) o on o.id = h.officer_id and o.is_active
    where ${powerPolicy.visible(work.viewer, 'o')} order by o.name, h.officer_id, h.kind, h.ends_on nulls last, h.what`.execute(
    work.db,
  );
  work.note.detail.count = rows.length;
  const lines = rows.map(({ powers, ...held }) => ({
    ...held,
    what: powers ? powers.map((power) => powerWords[power] ?? power).join(', ') : held.what,
    ...holdingOf(held, today),
  }));
  // What has to be seen to first; within it the order of the names stays.
  return urgency.flatMap((holding) => lines.filter((one) => one.holding === holding));
}

/** A use of a power as it was recorded: no name but the officer's own. */
export interface PowerUse {
  id: string;
  reference: string;
  officerName: string;
  power: string;
  authorisationReference: string;
  usedAt: Date;
  words: string;
}
export async function listUses(work: Work): Promise<PowerUse[]> {
  const { rows } =
    await sql<PowerUse>`select u.id, u.reference, o.name as officer_name, u.power, u.authorisation_reference, u.used_at, u.words
    from jet.power_use u join directory.officer o on o.id = u.officer_id where ${powerPolicy.visible(work.viewer, 'u')}
    order by u.used_at desc, u.id limit 50`.execute(work.db);
  return rows;
}
/** A use that a form recorded before. */
export async function useOfForm(
  work: Work,
  key: string,
): Promise<{ id: string; reference: string } | undefined> {
  return work.db
    .selectFrom('jet.powerUse')
    .select(['id', 'reference'])
    .where('officerId', '=', officerOf(work).officerId)
    .where('formKey', '=', key)
    .executeTakeFirst();
}
