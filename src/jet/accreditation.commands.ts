import { sql } from 'kysely';
import { accreditationTerms, refresherName, vettingName } from '../../reference/jet.ts';
import { listAgencies, officersOf } from '../directory/index.ts';
import { addMonths, powerWords } from '../enforcement/index.ts';
import type { Day } from '../platform/clock/clock.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { changeReaccreditation, findReaccreditation, type Reaccreditation } from './accreditation.store.ts';
import {
  afterTicks,
  type ReaccreditationAction,
  reaccreditationLine,
  type Tick,
  ticks,
  tickWords,
} from './accreditation.ts';

/** Powers that a chief officer may give (Police Reform Act 2002 Sch 5) and that this product knows. */
export const accreditedPowers = Object.keys(powerWords).filter((code) => code.startsWith('csas.'));

async function opened(work: Work, id: string): Promise<Result<Reaccreditation>> {
  const row = await findReaccreditation(work, id);
  if (!row) return notFound;
  about(work, 'reaccreditation', row.id);
  return ok(row);
}
const meanwhile = () => stale('Somebody changed this meanwhile. Look again, then try again.');

/** An accreditation anew that an act may be done on now, by this viewer. */
async function toAct(
  work: Work,
  given: { reaccreditationId: string; version: number },
  action: ReaccreditationAction,
): Promise<Result<Reaccreditation>> {
  const found = await opened(work, given.reaccreditationId);
  if (!found.ok) return found;
  const row = found.value;
  const line = reaccreditationLine(action);
  const viewer = officerOf(work);
  const owner = line.side === 'agency' ? row.agencyId : row.forceAgencyId;
  if (viewer.agencyId !== owner)
    return refusedByRule(
      'accreditation.other-agency',
      `${line.side === 'agency' ? row.agencyName : row.forceAgencyName} does this.`,
      'Ask them.',
    );
  if (line.side === 'agency' && row.officerId === viewer.officerId)
    return refusedByRule(
      'accreditation.own',
      'Nobody records their own vetting, training or assessment.',
      'Ask another who leads the team, or the community-safety co-ordinator.',
    );
  if (!line.from.includes(row.status)) return stale(line.refusal);
  if (line.isForServing && !row.isServing)
    return refusedByRule(
      'accreditation.left',
      `${row.officerName} no longer serves at ${row.agencyName}.`,
      line.side === 'agency' ? 'Stop it.' : `${row.agencyName} stops it.`,
    );
  return row.version === given.version ? ok(row) : meanwhile();
}

/** Begins an accreditation anew for an officer of the viewer's agency. */
export async function openReaccreditation(
  work: Work,
  input: { officerId: string },
): Promise<Result<Reaccreditation>> {
  const viewer = officerOf(work);
  const officer = (await officersOf(work.db, [viewer.agencyId])).find(({ id }) => id === input.officerId);
  if (!officer) return invalid({ field: 'officerId', words: 'Choose an officer of your agency' });
  const [force, ...others] = (await listAgencies(work.db, work.clock.today())).filter(
    ({ kind }) => kind === 'police',
  );
  if (!force || others.length > 0)
    return refusedByRule(
      'accreditation.no-force',
      'There is not one police force here to accredit.',
      'Ask a directory administrator.',
    );
  const id = work.ids.next();
  const added =
    await sql`insert into jet.reaccreditation (id, reference, officer_id, agency_id, force_agency_id, status, opened_by, opened_at)
    values (${id}, ${work.ids.reference('AC')}, ${officer.id}, ${viewer.agencyId}, ${force.id}, 'open', ${viewer.officerId}, ${work.clock.now()})
    on conflict (officer_id, agency_id) where status in ('open', 'ready') do nothing`.execute(work.db);
  return added.numAffectedRows === 1n
    ? opened(work, id)
    : stale('This officer’s accreditation is under way already.');
}

const columnsOf: Record<
  Tick,
  { on: 'vettedOn' | 'trainedOn' | 'assessedOn'; by: 'vettedBy' | 'trainedBy' | 'assessedBy' }
> = {
  vetted: { on: 'vettedOn', by: 'vettedBy' },
  trained: { on: 'trainedOn', by: 'trainedBy' },
  assessed: { on: 'assessedOn', by: 'assessedBy' },
};
/** What a tick puts in the register of clearances; an assessment puts nothing there. */
const clearanceOf: Record<Tick, { kind: 'vetting' | 'training'; name: string; months: number } | undefined> =
  {
    vetted: { kind: 'vetting', name: vettingName, months: accreditationTerms.vetting },
    trained: { kind: 'training', name: refresherName, months: accreditationTerms.training },
    assessed: undefined,
  };
/** A tick older than this is no longer anew. */
const monthsBack = 12;

/** Puts one of the three ticks: vetted and trained go into the register with their last day, in place of what stood there. */
export async function tickReaccreditation(
  work: Work,
  input: { reaccreditationId: string; version: number; tick: Tick; onDay: Day },
): Promise<Result<Reaccreditation>> {
  const found = await toAct(work, input, 'tick');
  if (!found.ok) return found;
  const row = found.value;
  const { on, by } = columnsOf[input.tick];
  const today = work.clock.today();
  if (row[on] !== null) return stale(`${tickWords[input.tick]} is ticked already.`);
  if (input.onDay > today) return invalid({ field: 'onDay', words: 'The day must be today or before' });
  if (addMonths(input.onDay, monthsBack) < today)
    return invalid({ field: 'onDay', words: 'The day must be within the last twelve months' });
  const clearance = clearanceOf[input.tick];
  if (clearance && (await hasLater(work, row.officerId, input.onDay, clearance)))
    return invalid({
      field: 'onDay',
      words: `The register has ${clearance.name} of a later day: enter that one`,
    });
  const done = ticks.filter((tick) => tick === input.tick || row[columnsOf[tick].on] !== null);
  const set = { [on]: input.onDay, [by]: officerOf(work).officerId, status: afterTicks(done) };
  if (!(await changeReaccreditation(work, row, set))) return meanwhile();
  if (clearance) await renewClearance(work, row.officerId, input.onDay, clearance);
  return opened(work, row.id);
}
async function hasLater(
  work: Work,
  officerId: string,
  onDay: Day,
  { kind, name }: { kind: 'vetting' | 'training'; name: string },
): Promise<boolean> {
  const { rows } =
    await sql`select 1 from directory.clearance c where c.officer_id = ${officerId} and c.kind = ${kind}
    and c.name = ${name} and c.status = 'granted' and c.replaced_on is null and c.granted_on > ${onDay}::date`.execute(
      work.db,
    );
  return rows.length > 0;
}
/** What is of the same name, or was never granted, gives way; other training, and vetting to another level, stay. */
async function renewClearance(
  work: Work,
  officerId: string,
  grantedOn: Day,
  { kind, name, months }: { kind: 'vetting' | 'training'; name: string; months: number },
): Promise<void> {
  await work.db
    .updateTable('directory.clearance')
    .set({ replacedOn: work.clock.today() })
    .where('officerId', '=', officerId)
    .where('kind', '=', kind)
    .where('replacedOn', 'is', null)
    .where((is) => is.or([is('name', '=', name), is('status', '<>', 'granted')]))
    .execute();
  await work.db
    .insertInto('directory.clearance')
    .values({
      ...{ id: work.ids.next(), officerId, kind, name, status: 'granted' },
      ...{ grantedOn, expiresOn: addMonths(grantedOn, months) },
    })
    .execute();
}

/** The force gives the accreditation: its powers, badge number and last day. What was before it ends. */
export async function issueReaccreditation(
  work: Work,
  input: {
    reaccreditationId: string;
    version: number;
    powers: readonly string[];
    badgeNumber: string;
    expiresOn: Day;
  },
): Promise<Result<Reaccreditation>> {
  const found = await toAct(work, input, 'issue');
  if (!found.ok) return found;
  const row = found.value;
  const today = work.clock.today();
  if (input.powers.length === 0)
    return invalid({ field: 'powers', words: 'Choose the powers that the badge lists' });
  if (input.expiresOn <= today) return invalid({ field: 'expiresOn', words: 'The last day must be to come' });
  if (input.expiresOn > addMonths(today, accreditationTerms.accreditation))
    return invalid({
      field: 'expiresOn',
      words: `The last day must be within ${accreditationTerms.accreditation} months`,
    });
  const force = (await listAgencies(work.db, today)).find(({ id }) => id === row.forceAgencyId);
  if (!force?.areaCode) return notFound;
  // Two of the force at once: the second waits here, and finds that it was issued.
  const { rows } =
    await sql`select 1 from jet.reaccreditation r where r.id = ${row.id} and r.version = ${row.version} for update`.execute(
      work.db,
    );
  if (rows.length === 0) return meanwhile();
  await sql`select jet.end_accreditation(${row.id}, ${today}::date)`.execute(work.db);
  const reference = `CSAS/${input.badgeNumber}`;
  await work.db
    .insertInto('directory.authorisation')
    .values(
      [...new Set(input.powers)].map((power) => ({
        ...{
          id: work.ids.next(),
          officerId: row.officerId,
          basis: 'csas',
          power,
          areaCode: force.areaCode ?? '',
        },
        ...{ grantedOn: today, expiresOn: input.expiresOn, requiresUniform: true, reference },
        badgeNumber: input.badgeNumber,
      })),
    )
    .execute();
  const set = {
    ...{ status: 'issued' as const, powers: [...new Set(input.powers)], badgeNumber: input.badgeNumber },
    ...{
      issuedOn: today,
      expiresOn: input.expiresOn,
      areaCode: force.areaCode,
      issuedBy: officerOf(work).officerId,
    },
  };
  return (await changeReaccreditation(work, row, set)) ? opened(work, row.id) : meanwhile();
}

/** Stops one that is not issued yet. What was ticked stays in the register: it happened. */
export async function stopReaccreditation(
  work: Work,
  input: { reaccreditationId: string; version: number },
): Promise<Result<Reaccreditation>> {
  const found = await toAct(work, input, 'stop');
  if (!found.ok) return found;
  return (await changeReaccreditation(work, found.value, { status: 'stopped' }))
    ? opened(work, found.value.id)
    : meanwhile();
}
