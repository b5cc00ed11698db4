import { inForceOn, purchaseParts } from '../../reference/inspection.ts';
import { listAgencies } from '../directory/index.ts';
import {
  areasOf,
  type Condition,
  canUsePower,
  listEvents,
  type OfferedStep,
  officerFacts,
  type PowerAnswer,
} from '../enforcement/index.ts';
import { hasRole } from '../platform/access/viewer.ts';
import type { Day } from '../platform/clock/clock.ts';
import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { dayWords } from '../platform/ui/index.ts';
import { type Attempt, listAttempts, listFollowUps } from './attempt.store.ts';
import { inspectors } from './inspection.roles.ts';
import { isTooOld, partName } from './inspection.words.ts';
import {
  findPurchase,
  listPurchaseOfficers,
  listSelections,
  listVolunteers,
  listWelfare,
  type Purchase,
  type PurchaseOfficer,
  type Selection,
  type Volunteer,
} from './purchase.store.ts';
import { type PurchaseLine, type PurchaseNeed, purchaseLinesFrom } from './purchase.transitions.ts';
import { type Safety, safetyOfAll } from './safety.ts';

/** One test-purchase operation for reading; noted in the audit by its id. */
export async function openPurchase(work: Work, id: string): Promise<Result<Purchase>> {
  const found = await findPurchase(work, id);
  if (!found) return notFound;
  about(work, 'purchase', found.id);
  return ok(found);
}

/** Whether an officer may do a part here on the day, and by which power; nothing is asked of a part that needs none. */
export async function mayDoPart(
  work: Work,
  given: { officerId: string; part: string; districtCode: string; on: Day },
): Promise<{ power: string | null; answer: PowerAnswer | undefined }> {
  const power = inForceOn(purchaseParts, given.on).find(({ code }) => code === given.part)?.power ?? null;
  if (power === null) return { power, answer: undefined };
  const facts = await officerFacts(work, given.officerId, true);
  const place = await areasOf(work, { wardCode: null, districtCode: given.districtCode });
  return { power, answer: facts ? canUsePower(facts, power, place, given.on) : { ok: false, unmet: [] } };
}

interface Facts {
  purchase: Purchase;
  officers: readonly PurchaseOfficer[];
  selections: readonly Selection[];
  volunteers: readonly Volunteer[];
  attempts: readonly Attempt[];
  /** Officers whose power does not hold on the day, in words. */
  lapsed: readonly string[];
  /** How the premises stand for officer safety, by their id: for the agency that leads alone. */
  safety: ReadonlyMap<string, Safety>;
  /** Whether somebody of a police force is on the plan. */
  hasPolice: boolean;
  today: Day;
}
type Told = Omit<Condition, 'code'>;
const told = (words: string, met: boolean, mend: string, field: string): Told => ({
  words,
  met,
  mend,
  field,
});
const needs: Record<PurchaseNeed, (facts: Facts) => Told> = {
  'premises-chosen': ({ selections }) =>
    told(
      'Premises are chosen, each with the reason',
      selections.length > 0,
      'Choose premises by intelligence or a complaint, and say why.',
      'selections',
    ),
  'volunteers-consent': ({ volunteers }) =>
    told(
      'A volunteer, and of a young one a parent, has agreed in writing',
      volunteers.length > 0,
      'Add the volunteer by a code, with the days of the consents.',
      'volunteers',
    ),
  'volunteers-young': ({ purchase, volunteers }) => {
    const tooOld = volunteers.filter(({ age }) => isTooOld(purchase, age));
    return told(
      'On a test of underage sales nobody is old enough to be sold it',
      tooOld.length === 0,
      `Plan another kind of test: a sale to ${tooOld.map(({ code }) => code).join(', ')} is lawful.`,
      'volunteers',
    );
  },
  'risk-assessed': ({ purchase }) =>
    told(
      'The risk assessment is written',
      purchase.riskAssessment !== '',
      'Write what could go wrong, and what is done about it.',
      'edit',
    ),
  'ripa-considered': ({ purchase }) =>
    told(
      'The covert law (RIPA) was considered, with the answer in words',
      purchase.ripaAnswer !== null && purchase.ripaWords !== '',
      'Say whether the covert law asks for an authorisation, and why.',
      'edit',
    ),
  'power-named': ({ officers }) =>
    told(
      'An officer who may ask a young volunteer to buy is on the plan',
      officers.some(({ part }) => part === 'request-purchase'),
      'Put a constable or an inspector of weights and measures on that part.',
      'officers',
    ),
  'powers-hold': ({ lapsed }) =>
    told(
      'Everybody holds the power of their part on the day',
      lapsed.length === 0,
      `Take them off, or give them another part: ${lapsed.join('; ')}.`,
      'officers',
    ),
  'safe-to-go': ({ selections, safety }) => {
    const none = selections.filter(({ premisesId }) => safety.get(premisesId)?.effect.stops);
    return told(
      'Of none of the premises the officer-safety screen says that nobody goes',
      none.length === 0,
      `Take them off: ${none.map(({ label }) => label).join(', ')}.`,
      'selections',
    );
  },
  'nobody-alone': ({ selections, officers, safety, hasPolice }) => {
    const isAlone = new Set(officers.map(({ officerId }) => officerId)).size < 2;
    const left = selections.filter(({ premisesId }) => {
      const effect = safety.get(premisesId)?.effect;
      return (effect?.neverAlone && isAlone) || (effect?.companion === 'police' && !hasPolice);
    });
    return told(
      'Nobody goes alone, or without the police, where the screen says so',
      left.length === 0,
      `Put a second officer on the plan, or one of the police where the screen says so: ${left.map(({ label }) => label).join(', ')}.`,
      'officers',
    );
  },
  'day-come': ({ purchase, today }) =>
    told('The day has come', purchase.onDay <= today, `It is on ${dayWords(purchase.onDay)}.`, ''),
  'all-recorded': ({ selections, attempts }) => {
    const left = selections.filter(
      ({ premisesId }) => !attempts.some((attempt) => attempt.premisesId === premisesId),
    );
    return told(
      'Each of the premises has a result, or a void attempt that says why not',
      left.length === 0,
      `Still to record: ${left.map(({ label }) => label).join(', ')}.`,
      'attempts',
    );
  },
  'letters-made': ({ attempts }) => {
    const left = attempts.filter(({ result, hasLetter }) => result !== 'void' && !hasLetter);
    return told(
      'Each business is told in writing, a pass too',
      left.length === 0,
      `Make the letters: ${left.length} ${left.length === 1 ? 'is' : 'are'} missing.`,
      'attempts',
    );
  },
};
/** What a step needs, and whether it is met. */
export const purchaseConditions = (line: PurchaseLine, facts: Facts): Condition[] =>
  line.needs.map((code) => ({ code, ...needs[code](facts) }));

/** All that the needs of a step look at. */
export async function purchaseFacts(work: Work, purchase: Purchase): Promise<Facts> {
  const { id } = purchase;
  const [officers, selections, volunteers, attempts] = await Promise.all([
    listPurchaseOfficers(work, id),
    listSelections(work, id),
    listVolunteers(work, id),
    listAttempts(work, id),
  ]);
  const lapsed: string[] = [];
  for (const one of officers) {
    const who = `${one.officerName}, ${partName(one.part).toLowerCase()}`;
    if (!one.isServing) lapsed.push(`${who}: no longer serves there`);
    else if (one.power) {
      const { answer } = await mayDoPart(work, {
        ...one,
        districtCode: purchase.districtCode,
        on: purchase.onDay,
      });
      if (answer && !answer.ok) lapsed.push(`${who}: ${answer.unmet.map(({ words }) => words).join(', ')}`);
    }
  }
  const isLead = purchase.agencyId === officerOf(work).agencyId;
  const premisesIds = isLead ? selections.map(({ premisesId }) => premisesId) : [];
  const safety = await safetyOfAll(work, premisesIds);
  const today = work.clock.today();
  const police = (await listAgencies(work.db, today)).filter(({ kind }) => kind === 'police');
  const hasPolice = officers.some(({ agencyId }) => police.some((one) => one.id === agencyId));
  return { purchase, officers, selections, volunteers, attempts, lapsed, safety, hasPolice, today };
}

/** The results for whoever makes the figures: neither which premises, nor the volunteer, nor who recorded them. */
const resultsAlone = (facts: Facts): Facts => ({
  ...{ ...facts, selections: [], volunteers: [], officers: [], lapsed: [], safety: new Map() },
  attempts: facts.attempts.map((one) => ({
    ...{ ...one, premisesId: '', label: null, words: null, volunteerCode: '', officerName: '' },
  })),
});
/** Everything the page of a test-purchase operation shows; to whoever makes the figures, no premises, no words and no history. */
export async function purchasePageView(work: Work, id: string) {
  const opened = await openPurchase(work, id);
  if (!opened.ok) return opened;
  const purchase = opened.value;
  const viewer = officerOf(work);
  const isInspector = hasRole(viewer, ...inspectors);
  const [all, welfare, followUps, events] = await Promise.all([
    purchaseFacts(work, purchase),
    isInspector ? listWelfare(work, id) : [],
    listFollowUps(work, id),
    isInspector ? listEvents(work, 'purchase', id) : [],
  ]);
  const facts = isInspector ? all : resultsAlone(all);
  const isLead = isInspector && purchase.agencyId === viewer.agencyId;
  const lines = isLead
    ? purchaseLinesFrom(purchase.status, viewer.roles).map((line) => ({
        line,
        conditions: purchaseConditions(line, facts),
      }))
    : [];
  const steps: OfferedStep[] = lines.map(({ line, conditions }) => ({ line, needs: conditions }));
  const mine = facts.officers.filter(
    (one) => one.officerId === viewer.officerId && one.agencyId === viewer.agencyId,
  );
  return ok({
    ...{
      purchase: isInspector ? purchase : { ...purchase, briefing: '', riskAssessment: '', outcome: null },
    },
    ...{ facts, welfare, followUps, events, lines, steps, isLead, isInspector, mine },
    agencyId: viewer.agencyId,
  });
}
export type PurchaseView = Extract<Awaited<ReturnType<typeof purchasePageView>>, { ok: true }>['value'];
