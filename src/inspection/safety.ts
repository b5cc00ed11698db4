import {
  type Company,
  findScreening,
  heldToday,
  isMarkedSince,
  type ShownMarker,
  screenDays,
  screenForVisit,
  type VisitEffect,
} from '../assurance/index.ts';
import { agenciesSeen } from '../platform/access/viewer.ts';
import { addDays, dayOf } from '../platform/clock/clock.ts';
import type { Result } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { findPremises, type Premises } from './premises.store.ts';

/** How premises stand for officer safety: type, precaution and expiry of what the last screen met and still holds, and never why. */
export interface Safety {
  /** Null where nobody has screened them yet. */
  screenedAt: Date | null;
  /** For how many days a screen holds. */
  days: number;
  /** Made within those days, and no marker was set since. */
  isFresh: boolean;
  /** The screen itself, for whoever made it. */
  screeningId: string | null;
  holding: ShownMarker[];
  effect: VisitEffect;
}
const nothing: VisitEffect = { stops: false, neverAlone: false, companion: 'anybody' };
const lastScreen = (work: Work, premisesId: string) =>
  work.db
    .selectFrom('inspection.premisesScreen')
    .select(['screeningId', 'screenedAt'])
    .where('premisesId', '=', premisesId)
    .where('agencyId', '=', officerOf(work).agencyId)
    .executeTakeFirst();

/** How some premises of the viewer's own agency stand today, by the screen that was made of each last. */
export async function safetyOfAll(work: Work, premisesIds: readonly string[]): Promise<Map<string, Safety>> {
  const days = await screenDays(work);
  const none = { screenedAt: null, days, isFresh: false, screeningId: null, holding: [], effect: nothing };
  if (premisesIds.length === 0) return new Map();
  const rows = await work.db
    .selectFrom('inspection.premisesScreen')
    .select(['premisesId', 'screeningId', 'screenedAt'])
    .where('premisesId', 'in', premisesIds)
    .where('agencyId', '=', officerOf(work).agencyId)
    .orderBy('screenedAt')
    .execute();
  const held = await heldToday(
    work,
    rows.map(({ screeningId }) => screeningId),
  );
  const agencies = agenciesSeen(work.viewer, 'marker');
  // Where no marker was set since the oldest, none was since any.
  const isAnyOld = rows[0] !== undefined && (await isMarkedSince(work, agencies, rows[0].screenedAt));
  const found = new Map<string, Safety>(premisesIds.map((id) => [id, none]));
  for (const { premisesId, screeningId, screenedAt } of rows) {
    const isRecent = addDays(dayOf(screenedAt), days) >= work.clock.today();
    const isMarked = isAnyOld && (await isMarkedSince(work, agencies, screenedAt));
    const { holding = [], effect = nothing } = held.get(screeningId) ?? {};
    found.set(premisesId, {
      ...{ screenedAt, days, holding, effect, screeningId, isFresh: isRecent && !isMarked },
    });
  }
  return found;
}
/** The same of one; its screen is named for whoever may open that. */
export async function safetyOf(work: Work, premisesId: string): Promise<Safety> {
  const found = (await safetyOfAll(work, [premisesId])).get(premisesId);
  if (!found) throw new Error('No line for premises that were asked for');
  const own = found.screeningId ? await findScreening(work, found.screeningId) : undefined;
  return { ...found, screeningId: own?.id ?? null };
}

const hiddenPlace = 'The address: it must stay hidden.';
/**
 * Screens premises of the own agency in the moment somebody is sent there. What it says may refuse that; the screen stays, and is the one
 * that the page shows.
 */
export async function screenPremises(
  work: Work,
  premises: Pick<
    Premises,
    'id' | 'reference' | 'firmName' | 'address' | 'postcode' | 'firmRecordId' | 'placeRecordId'
  >,
  { company, why }: { company?: Company | undefined; why: string },
): Promise<Result<unknown>> {
  const { address, postcode } = premises;
  const { agencyId } = officerOf(work);
  return screenForVisit(
    work,
    {
      names: [premises.firmName],
      places: address === null ? [] : [{ address, postcode: postcode ?? '' }],
      recordIds: [premises.firmRecordId, premises.placeRecordId],
    },
    {
      ...{ purpose: `${why} at ${premises.reference}`, company },
      ...(address === null ? { left: [hiddenPlace] } : {}),
      after: (await lastScreen(work, premises.id))?.screeningId,
      remember: async ({ id, at }) => {
        const made = { screeningId: id, screenedAt: at };
        await work.db
          .insertInto('inspection.premisesScreen')
          .values({ premisesId: premises.id, agencyId, ...made })
          .onConflict((there) => there.column('premisesId').doUpdateSet(made))
          .execute();
      },
    },
  );
}

/**
 * Screens some premises again where the last screen no longer holds. What is met refuses nothing here: whoever asks looks at how they stand
 * then. Says whether a screen was made.
 */
export async function screenWhereOld(
  work: Work,
  premisesIds: readonly string[],
  why: string,
): Promise<boolean> {
  let isMade = false;
  for (const [id, { isFresh }] of await safetyOfAll(work, premisesIds)) {
    const premises = isFresh ? undefined : await findPremises(work, id);
    if (!premises) continue;
    await screenPremises(work, premises, { why });
    isMade = true;
  }
  return isMade;
}

/** Who goes along on a visit, for the agency that planned it. */
export async function companyOf(work: Work, visitId: string): Promise<Company | undefined> {
  const row = await work.db
    .selectFrom('inspection.visitCompany')
    .select(['companion', 'companionIs'])
    .where('visitId', '=', visitId)
    .where('agencyId', '=', officerOf(work).agencyId)
    .executeTakeFirst();
  return row && { companion: row.companion, companionIs: row.companionIs as Company['companionIs'] }; // the column's check
}
interface Told {
  screenedAt: Date | null;
  isFresh: boolean;
  precautions: ShownMarker[];
}
/** The same for other systems. */
export const toldOf = (safety: Safety | undefined): Told | null =>
  safety ? { screenedAt: safety.screenedAt, isFresh: safety.isFresh, precautions: safety.holding } : null;
/** What the own agency reads before it goes: how the premises stand, and who goes along. Other agencies screen for themselves. */
export async function beforeVisit(
  work: Work,
  visit: { id: string; premisesId: string; agencyId: string },
): Promise<{ companion: string | null; safety: (Safety & Told) | null }> {
  if (visit.agencyId !== officerOf(work).agencyId) return { companion: null, safety: null };
  const safety = await safetyOf(work, visit.premisesId);
  const company = await companyOf(work, visit.id);
  return { companion: company?.companion ?? null, safety: { ...safety, precautions: safety.holding } };
}
export async function keepCompany(work: Work, visitId: string, company: Company): Promise<void> {
  if (!company.companion) return;
  await work.db
    .insertInto('inspection.visitCompany')
    .values({ visitId, agencyId: officerOf(work).agencyId, ...company })
    .onConflict((there) => there.column('visitId').doUpdateSet(company))
    .execute();
}
