import { createHash } from 'node:crypto';
import {
  addressKey,
  askerOf,
  isMarkedSince,
  precautionRule,
  screen,
  screenView,
  screenVisits,
} from '../assurance/index.ts';
import { mayUse } from '../platform/access/permission.ts';
import { officerOf, type Work } from '../platform/http/work.ts';

/** What an officer must know before going to a place of their day. */
export interface Precaution {
  place: string;
  /** What whoever goes must do, the gravest first; empty where nothing was met. */
  precautions: string[];
  /** When markers were looked through; null where the place cannot be looked for. */
  screenedAt: Date | null;
  result: string | null;
  /** Why it was not screened, and what to do. */
  note: string | null;
}

/** An address and a mark, as far as the words of a place hold them. */
function partsOf(place: string): { address: string; vehicle: string | undefined } | undefined {
  if (addressKey(place, '')) return { address: place, vehicle: undefined };
  const [last = '', ...rest] = place.split(',').reverse();
  const address = rest.reverse().join(',').trim();
  const vehicle = /^[A-Z0-9 ]{2,9}$/i.test(last.trim()) && /\d/.test(last) ? last.trim() : undefined;
  if (address && addressKey(address, '')) return { address, vehicle };
  return vehicle && !address ? { address: '', vehicle } : undefined;
}

/** The words of a place in a form that only whoever has them can make again. */
const keyOf = (officerId: string, place: string): string =>
  createHash('sha256')
    .update(JSON.stringify([officerId, place.trim().toLowerCase()]))
    .digest('hex');

/**
 * Precautions for a place of the viewer's day. It is screened once a day, and that is written down as every screen is, an
 * empty one too; looked at again, the same screen says what it met as it stands now. Where a marker was set since, it is screened anew.
 */
export async function precautionsFor(work: Work, place: string, why: string): Promise<Precaution> {
  const none = { place, precautions: [], screenedAt: null, result: null };
  if (!mayUse(work.viewer, screenVisits))
    return { ...none, note: 'Your role does not screen. Ask a colleague who does before you go.' };
  const parts = partsOf(place);
  if (!parts)
    return {
      ...none,
      note: 'Not screened: a house and its postcode are needed. Screen the address when you know it.',
    };
  const { officerId, agencyId } = officerOf(work);
  const placeKey = keyOf(officerId, place);
  const before = await work.db
    .selectFrom('field.placeScreening')
    .select('screeningId')
    .where('officerId', '=', officerId)
    .where('onDay', '=', work.clock.today())
    .where('placeKey', '=', placeKey)
    .executeTakeFirst();
  const asker = askerOf(work);
  const last = before && (await screenView(work, before.screeningId));
  const holds = last?.ok && !(await isMarkedSince(work, asker.agencies, last.value.screening.at));
  const view = holds
    ? last
    : await screen(
        work,
        {
          names: [],
          places: parts.address ? [{ address: parts.address, postcode: '' }] : [],
          vehicle: parts.vehicle,
          recordIds: [],
        },
        { asker, purpose: why },
      );
  if (!view.ok) return { ...none, note: 'It could not be screened. Screen it before you go.' };
  const { screening, holding } = view.value;
  if (!holds)
    await work.db
      .insertInto('field.placeScreening')
      .values({ officerId, agencyId, onDay: work.clock.today(), placeKey, screeningId: screening.id })
      .onConflict((there) =>
        there.columns(['officerId', 'onDay', 'placeKey']).doUpdateSet({ screeningId: screening.id }),
      )
      .execute();
  return {
    ...{ place, result: screening.result, screenedAt: screening.at, note: null },
    precautions: [
      ...new Set(
        holding.map(({ typeWords, precaution, words }) =>
          [typeWords, precautionRule(precaution).words, words].filter(Boolean).join(': '),
        ),
      ),
    ],
  };
}
