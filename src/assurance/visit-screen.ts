import {
  type failed,
  invalid,
  keeping,
  ok,
  type Result,
  refusedByRule,
} from '../platform/failures/failures.ts';
import type { Work } from '../platform/http/work.ts';
import {
  type CompanionIs,
  companionWords,
  type PrecautionCode,
  type PrecautionRule,
  precautionRule,
} from './marker.rules.ts';
import type { ShownMarker } from './marker.store.ts';
import { askerOf, screen } from './screen.commands.ts';
import type { Asked } from './screen.match.ts';
import type { Screening } from './screen.store.ts';
import { hitsTodayOf } from './screen.view.ts';

/** What some precautions together do to a visit. */
export interface VisitEffect {
  /** Nobody goes. */
  stops: boolean;
  /** Nobody goes alone. */
  neverAlone: boolean;
  /** Whom whoever goes takes along. */
  companion: CompanionIs;
}
/** The strictest of what each of some precautions asks for. */
export function effectOfMarkers(codes: readonly PrecautionCode[]): VisitEffect {
  const rules: readonly PrecautionRule[] = codes.map(precautionRule);
  return {
    stops: rules.some(({ stops }) => stops),
    neverAlone: rules.some(({ neverAlone }) => neverAlone),
    companion: rules.some(({ companion }) => companion === 'police') ? 'police' : 'anybody',
  };
}
/** The same of markers that were met. */
export const effectOfMet = (markers: readonly Pick<ShownMarker, 'precaution'>[]): VisitEffect =>
  effectOfMarkers(markers.map(({ precaution }) => precaution));

/** Who goes along, as it was written. */
export interface Company {
  /** By name; empty where nobody does. */
  companion: string;
  companionIs: CompanionIs;
}
type Refusal = ReturnType<typeof failed>;
/** What is in the way of a visit with that company: nobody goes, nobody goes alone, the police must come. `company` is left out where it is looked at by whoever plans. */
export function againstVisit(effect: VisitEffect, company?: Company): Refusal | undefined {
  if (effect.stops)
    return refusedByRule(
      'visit.no-visit',
      'A precaution says that nobody visits.',
      'Write or ring, or have the precaution ended when it no longer holds.',
    );
  if (!company) return undefined;
  if (effect.neverAlone && company.companion.length < 3)
    return invalid({ field: 'companion', words: 'Nobody goes alone: say who goes along, by name' });
  if (effect.companion !== 'anybody' && company.companionIs !== effect.companion)
    return invalid({
      field: 'companionIs',
      words: `${companionWords[effect.companion]} must go along: ask for one, and say by name who comes`,
    });
  return undefined;
}

/** What a visit is planned on: the screen that was made for it, and the markers that hold. */
export interface ScreenedVisit {
  screening: Screening;
  holding: ShownMarker[];
  effect: VisitEffect;
}

/**
 * The one way in which an act that sends somebody to a place or person screens for officer safety: the screen is made and written down, an
 * empty one too; what it says may refuse the act, and the screen stays all the same. `remember` is called with it before
 * anything is refused, `after` is the screen before, of which the answers («it is somebody else») are carried on.
 */
export async function screenForVisit(
  work: Work,
  asked: Asked,
  what: {
    purpose: string;
    company?: Company | undefined;
    after?: string | undefined;
    left?: readonly string[];
    remember?(screening: Screening): Promise<void>;
  },
): Promise<Result<ScreenedVisit>> {
  const { purpose, left, after } = what;
  const made = await screen(work, asked, { asker: askerOf(work), purpose, left, after });
  if (!made.ok) return made;
  const { screening, holding } = made.value;
  await what.remember?.(screening);
  const effect = effectOfMet(holding);
  const against = againstVisit(effect, what.company);
  return against ? keeping(against) : ok({ screening, holding, effect });
}

/** Where nobody may go, the form says so at a field of its own, above what the screen met, and the screen stays. */
export function refusedOnForm<T>(result: Result<T>, field: string): Result<T> {
  if (result.ok || result.failure.kind !== 'refused-by-rule' || !result.failure.keeps) return result;
  return keeping(invalid({ field, words: `${result.failure.words} ${result.failure.mend}` }));
}

/** What screens of places met, as it holds today: a marker that was ended or has run out is gone from it. */
export async function heldToday(
  work: Work,
  screeningIds: readonly string[],
): Promise<Map<string, { holding: ShownMarker[]; effect: VisitEffect }>> {
  const found = await hitsTodayOf(work, screeningIds);
  return new Map([...found].map(([id, { holding }]) => [id, { holding, effect: effectOfMet(holding) }]));
}
