import { operationParts, rowsOn } from '../../reference/operation-parts.ts';
import { screenDays } from '../assurance/index.ts';
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
import { addDays, type Day, dayOf } from '../platform/clock/clock.ts';
import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { dayWords } from '../platform/ui/index.ts';
import {
  findOperation,
  listOperationAgencies,
  listOperationOfficers,
  listOperationVisits,
  listStops,
  type Operation,
  type OperationAgency,
  type OperationOfficer,
  type OperationVisit,
  operationsOfMine,
} from './operation.store.ts';
import {
  type OperationLine,
  type OperationNeed,
  operationLinesFrom,
  operationPlanners,
} from './operation.transitions.ts';
import { partName } from './operation.words.ts';

/** One day of action for reading; noted in the audit by its id. */
export async function openOperation(work: Work, id: string): Promise<Result<Operation>> {
  const found = await findOperation(work, id);
  if (!found) return notFound;
  about(work, 'operation', found.id);
  return ok(found);
}

/** Whether an officer may do a part here on the day, and by which power; nothing is asked of a part that needs none. */
export async function mayDoPart(
  work: Work,
  given: { officerId: string; part: string; districtCode: string; on: Day },
): Promise<{ power: string | null; answer: PowerAnswer | undefined }> {
  const part = rowsOn(operationParts, given.on).find(({ code }) => code === given.part);
  if (!part || part.powers.length === 0) return { power: null, answer: undefined };
  const facts = await officerFacts(work, given.officerId, true);
  const place = await areasOf(work, { wardCode: null, districtCode: given.districtCode });
  const none: PowerAnswer = { ok: false, unmet: [] };
  const tried = part.powers.map((power) => ({
    power,
    answer: facts ? canUsePower(facts, power, place, given.on) : none,
  }));
  // Where none is held, the refusal of the one that comes nearest says most.
  const [nearest] = [...tried].sort((one, other) => lacks(one.answer) - lacks(other.answer));
  return nearest ?? { power: null, answer: undefined };
}
/** Holding a power is nearest; then one that was held and ran out; then none at all. */
const lacks = (answer: PowerAnswer): number =>
  answer.ok ? 0 : answer.unmet.some(({ code }) => code === 'not-held') ? 99 : answer.unmet.length;

interface Facts {
  operation: Operation;
  agencies: readonly OperationAgency[];
  officers: readonly OperationOfficer[];
  /** Officers whose power does not hold on the day, in words. */
  lapsed: readonly string[];
  /** Places and vehicles of the plan, each as it was screened last. */
  visits: readonly OperationVisit[];
  /** For how many days a screen holds. */
  screenDays: number;
  today: Day;
}
type Told = Omit<Condition, 'code'>;
const needs: Record<OperationNeed, (facts: Facts) => Told> = {
  'agencies-answered': ({ agencies }) => {
    const waiting = agencies.filter(({ state }) => state === 'invited').map(({ agencyName }) => agencyName);
    const others = agencies.filter(({ state }) => state === 'agreed').length - 1;
    return {
      words: 'Every agency that was asked has answered, and one other at least takes part',
      met: waiting.length === 0 && others > 0,
      mend: waiting.length > 0 ? `Still to answer: ${waiting.join(', ')}.` : 'Ask another agency.',
      field: 'agencies',
    };
  },
  'briefing-written': ({ operation }) => ({
    words: 'The briefing with its precautions is written',
    met: operation.briefing !== '',
    mend: 'Write who goes where, and what to be careful of.',
    field: 'edit',
  }),
  'officers-named': ({ agencies, officers }) => {
    const without = agencies.filter(
      (agency) => agency.state === 'agreed' && !officers.some(({ agencyId }) => agencyId === agency.agencyId),
    );
    return {
      words: 'Each agency that takes part has named its officers',
      met: without.length === 0,
      mend: `Still to name officers: ${without.map(({ agencyName }) => agencyName).join(', ')}.`,
      field: 'officers',
    };
  },
  'powers-hold': ({ lapsed }) => ({
    words: 'Everybody holds the power of their part on the day',
    met: lapsed.length === 0,
    mend: `Take them off, or give them another part: ${lapsed.join('; ')}.`,
    field: 'officers',
  }),
  'nobody-alone': ({ visits, officers }) => {
    const going = (agencyId: string) =>
      new Set(officers.filter((one) => one.agencyId === agencyId).map(({ officerId }) => officerId)).size;
    const alone = visits.filter(({ result, agencyId }) => result === 'two-officers' && going(agencyId) < 2);
    return {
      words: 'Nobody goes alone to a place that the screen says is for two',
      met: alone.length === 0,
      mend: `Two officers of the agency that goes there are needed: ${alone.map(({ place }) => place).join('; ')}.`,
      field: 'officers',
    };
  },
  'screens-hold': ({ visits, screenDays: days, today }) => {
    const old = visits.filter(({ screenedAt }) => addDays(dayOf(screenedAt), days) < today);
    return {
      words: `Every place and vehicle of the plan was screened within ${days} days`,
      met: old.length === 0,
      mend: `Screen again: ${old.map(({ place }) => place).join('; ')}.`,
      field: 'safety',
    };
  },
  'day-come': ({ operation, today }) => ({
    words: 'The day has come',
    met: operation.onDay <= today,
    mend: `It is on ${dayWords(operation.onDay)}.`,
    field: '',
  }),
  'agencies-reported': ({ agencies }) => {
    const left = agencies.filter(({ state, debrief }) => state === 'agreed' && debrief === null);
    return {
      words: 'Each agency that took part has reported',
      met: left.length === 0,
      mend: `Still to report: ${left.map(({ agencyName }) => agencyName).join(', ')}.`,
      field: 'debrief',
    };
  },
};
/** What a step needs, and whether it is met. */
export const operationConditions = (line: OperationLine, facts: Facts): Condition[] =>
  line.needs.map((code) => ({ code, ...needs[code](facts) }));

/** All that the needs of a step look at. */
export async function operationFacts(work: Work, operation: Operation): Promise<Facts> {
  const [agencies, officers, screened] = await Promise.all([
    listOperationAgencies(work, operation.id),
    listOperationOfficers(work, operation.id),
    listOperationVisits(work, operation.id),
  ]);
  const lapsed: string[] = [];
  for (const one of officers) {
    if (!one.isServing) {
      lapsed.push(`${one.officerName}, ${partName(one.part).toLowerCase()}: no longer serves there`);
      continue;
    }
    if (!one.power) continue;
    const { answer } = await mayDoPart(work, {
      ...one,
      districtCode: operation.districtCode,
      on: operation.onDay,
    });
    if (answer && !answer.ok)
      lapsed.push(
        `${one.officerName}, ${partName(one.part).toLowerCase()}: ${answer.unmet.map(({ words }) => words).join(', ')}`,
      );
  }
  // The newest of a place stands: whoever asks again is told what holds now.
  const newest = new Map(screened.map((visit) => [`${visit.agencyId} ${visit.place}`, visit]));
  const visits = [...newest.values()];
  return {
    ...{ operation, agencies, officers, lapsed, visits },
    ...{ screenDays: await screenDays(work), today: work.clock.today() },
  };
}

/** Everything the page of a day of action shows. */
export async function operationPageView(work: Work, id: string) {
  const opened = await openOperation(work, id);
  if (!opened.ok) return opened;
  const operation = opened.value;
  const viewer = officerOf(work);
  const [facts, visits, stops, events] = await Promise.all([
    operationFacts(work, operation),
    listOperationVisits(work, id),
    listStops(work, id),
    listEvents(work, 'operation', id),
  ]);
  const isLead = operation.agencyId === viewer.agencyId;
  const lines = isLead
    ? operationLinesFrom(operation.status, viewer.roles).map((line) => ({
        line,
        conditions: operationConditions(line, facts),
      }))
    : [];
  const steps: OfferedStep[] = lines.map(({ line, conditions }) => ({ line, needs: conditions }));
  const own = facts.agencies.find(({ agencyId }) => agencyId === viewer.agencyId);
  return ok({
    operation,
    facts,
    visits,
    stops,
    events,
    lines,
    steps,
    isLead,
    own,
    officerId: viewer.officerId,
  });
}
export type OperationView = Extract<Awaited<ReturnType<typeof operationPageView>>, { ok: true }>['value'];

/** A line of what waits for the viewer's agency. */
export interface OperationLineForMe {
  id: string;
  name: string;
  why: string;
}
/** Days of action to answer, to begin or to report on; for the home page of those who plan. */
export async function operationsNeedMe(work: Work): Promise<OperationLineForMe[]> {
  if (!hasRole(work.viewer, ...operationPlanners)) return [];
  const today = work.clock.today();
  return (await operationsOfMine(work)).flatMap(({ id, name, onDay, state, isLead, status, isReported }) => {
    const on = dayWords(onDay);
    const why =
      state === 'invited' && status === 'planned'
        ? `Does your agency take part on ${on}?`
        : status === 'under-way' && state === 'agreed' && !isReported
          ? 'Report for your agency'
          : isLead && status === 'agreed' && onDay <= today
            ? 'The day has come: begin it'
            : isLead && status === 'planned'
              ? `Being planned for ${on}`
              : undefined;
    return why ? [{ id, name, why }] : [];
  });
}
