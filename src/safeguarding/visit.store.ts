import { type RawBuilder, sql } from 'kysely';
import type { CompanionIs } from '../assurance/index.ts';
import type { Day } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import type { Work } from '../platform/http/work.ts';

import type { Precaution } from './precautions.ts';
import { visitPolicy } from './register.policy.ts';
import type { DoneThing, VisitResult } from './register.words.ts';

/** A visit at home, with what the officer who goes must know and nothing else. */
export interface Visit {
  id: string;
  reference: string;
  fileId: string;
  agencyId: string;
  personName: string;
  purpose: string;
  state: 'planned' | 'done' | 'cancelled';
  plannedOn: Day;
  plannedAtTime: string;
  assignedTo: string;
  assignedName: string;
  needsTwo: boolean;
  companion: string;
  companionIs: CompanionIs;
  precautions: Precaution[];
  screenedAt: Date | null;
  doneAt: Date | null;
  result: VisitResult | null;
  doneThings: DoneThing[];
  words: string;
  version: number;
}

const columns = sql`v.id, v.reference, v.file_id, v.agency_id, v.person_name, v.purpose, v.state, v.planned_on, v.planned_at_time, v.assigned_to,
  o.name as assigned_name, v.needs_two, v.companion, v.companion_is, v.precautions, v.screened_at, v.done_at, v.result, v.done_things, v.words, v.version`;

async function visitsWhere(
  work: Work,
  condition: RawBuilder<boolean>,
  order: RawBuilder<unknown>,
  limit = 200,
): Promise<Visit[]> {
  const { rows } =
    await sql<Visit>`select ${columns} from safeguarding.visit v join directory.officer o on o.id = v.assigned_to
    where ${condition} and ${visitPolicy.visible(work.viewer, 'v')} order by ${order} limit ${sql.lit(limit)}`.execute(
      work.db,
    );
  return rows;
}

export const findVisit = async (work: Work, id: string): Promise<Visit | undefined> =>
  (await visitsWhere(work, sql`v.id = ${id}`, sql`v.id`))[0];

/** The visits of whoever asks: those that are not done by day, forgotten ones too, then those of the last month. */
export const ownVisits = (work: Work, officerId: string): Promise<Visit[]> =>
  visitsWhere(
    work,
    sql`v.assigned_to = ${officerId} and (v.state = 'planned' or v.planned_on > ${work.clock.today()}::date - 31)`,
    sql`(v.state <> 'planned'), case when v.state = 'planned' then v.planned_on end, v.planned_on desc, v.id`,
  );

/** The visits of a person, the newest first; of a file that the viewer has been given. */
export const visitsOfFiles = (work: Work, fileIds: readonly string[]): Promise<Visit[]> =>
  visitsWhere(work, sql`v.file_id = any(${[...fileIds]}::uuid[])`, sql`v.planned_on desc, v.id`);

/** An earlier visit to the same person, as whoever goes is told of it. */
export interface EarlierVisit {
  plannedOn: Day;
  result: VisitResult;
  doneThings: DoneThing[];
}

/** The last five visits to the person of a visit, whoever went. */
export async function historyForVisit({ db }: Work, visit: Visit): Promise<EarlierVisit[]> {
  const { rows } =
    await sql<EarlierVisit>`select planned_on, result, done_things from safeguarding.visit_history(${visit.id})`.execute(
      db,
    );
  return rows;
}

export const changeVisit = (
  { db }: Work,
  visit: { id: string; version: number },
  set: Partial<{
    state: string;
    result: string;
    doneThings: string[];
    words: string;
    doneAt: Date;
    doneBy: string;
  }>,
): Promise<boolean> => changeRow(db, 'safeguarding.visit', visit, set);

/** Officers of an agency who can be sent, by name. */
export async function visitors(
  { db, clock }: Work,
  agencyId: string,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select o.id, o.name from directory.officer o
    where o.agency_id = ${agencyId} and o.is_active and exists (select 1 from directory.role_grant g where g.officer_id = o.id
      and g.role in ('warden', 'safeguarding-officer') and g.starts_on <= ${clock.today()}::date and (g.ends_on is null or g.ends_on > ${clock.today()}::date))
    order by o.name, o.id`.execute(db);
  return rows;
}
