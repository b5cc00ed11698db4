import { closureLimitOn } from '../../reference/closure.ts';
import { listAreas } from '../directory/index.ts';
import { addDays, type Day, dayOf, londonInstant } from '../platform/clock/clock.ts';
import { sorted } from '../platform/database/sorting.ts';
import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import { about, type Work } from '../platform/http/work.ts';
import { findCase } from './case.store.ts';
import type { ClosureFilterInput, ClosureStepInput } from './closure.forms.ts';
import { type Closure, closureSorting, findClosure, listClosures } from './closure.store.ts';
import { countHours } from './closure.time.ts';
import { closureLinesFrom } from './closure.transitions.ts';
import { type ClosureFacts, closureConditions, isOffered, mustAskSafeguarding } from './closure.ts';
import { type ClosurePaper, premisesKindWords } from './closure.words.ts';
import { findPlace, listChecks, listClosureServices, listOccupants } from './closure-parts.store.ts';
import { areasOf, officerFacts, whoCouldUse } from './power.store.ts';
import { canUsePower, type PowerAnswer } from './power.ts';
import { mayReadWhole } from './procedure.policy.ts';
import { listEditions, listEvents } from './procedure.store.ts';
import { pageOfFiles } from './procedure-files.store.ts';

/** The powers of s.76(1) and s.77(2); who may hold them stands in the dated table of offices. */
const closurePowers = { issue: 'closure.issue', long: 'closure.long' } as const;

/** A page of the list as it was asked for. */
export const pageOfClosures = (work: Work, filter: ClosureFilterInput, limit?: number) =>
  pageOfFiles(work, sorted(closureSorting, filter), (asked) => listClosures(work, filter, asked), limit);

/** One file for reading; noted in the audit by its id. */
export async function openClosure(work: Work, id: string): Promise<Result<Closure>> {
  const file = await findClosure(work, id);
  if (!file) return notFound;
  about(work, 'closure', file.id);
  return ok(file);
}

/** Whether the viewer may serve here on a day, and who else in the agency could. A closure asks for no uniform. */
async function powersOn(work: Work, file: Closure, on: Day) {
  const none: PowerAnswer = { ok: false, unmet: [] };
  if (work.viewer.kind !== 'officer') return { power: none, longPower: none, others: [] };
  const [place, facts] = await Promise.all([
    areasOf(work, file),
    officerFacts(work, work.viewer.officerId, true),
  ]);
  if (!facts) return { power: none, longPower: none, others: [] };
  const power = canUsePower(facts, closurePowers.issue, place, on);
  return {
    power,
    longPower: canUsePower(facts, closurePowers.long, place, on),
    others: power.ok ? [] : await whoCouldUse(work, closurePowers.issue, place, on),
  };
}

/** By when the court would hear it, of a notice served at a moment. */
export function hearingClock(at: Date, from: string): { until: Date; why: string } | undefined {
  const limit = closureLimitOn('hearing', dayOf(at));
  return limit ? countHours(limit.most, at, from, limit.ignores) : undefined;
}

/** All that the needs of a step look at, for its moment; without a time the whole day counts as its noon. */
export async function closureFacts(
  work: Work,
  file: Closure,
  input: Partial<ClosureStepInput> = {},
): Promise<ClosureFacts> {
  const on = input.on ?? work.clock.today();
  const at = input.on ? londonInstant(input.on, input.time ?? '12:00') : work.clock.now();
  const [place, occupants, checks, held] = await Promise.all([
    findPlace(work, file.id),
    listOccupants(work, file.id),
    listChecks(work, file.id),
    powersOn(work, file, on),
  ]);
  const hearingBy = file.hearingBy ?? (input.on ? (hearingClock(at, '')?.until ?? null) : null);
  return { file, place, occupants, checks, ...held, at, on, input, hearingBy, now: work.clock.now() };
}

/** Everything the page of one file shows, each part only if this viewer may see it. */
export async function closurePageView(work: Work, id: string) {
  const opened = await openClosure(work, id);
  if (!opened.ok) return opened;
  const file = opened.value;
  const isOwn = mayReadWhole(work.viewer, file);
  const roles = work.viewer.kind === 'officer' ? work.viewer.roles : [];
  const [events, facts, services, papers, theCase] = await Promise.all([
    listEvents(work, 'closure', id),
    isOwn ? closureFacts(work, file) : undefined,
    isOwn ? listClosureServices(work, id) : [],
    isOwn ? listEditions<ClosurePaper>(work, 'closure', id) : [],
    file.caseId ? findCase(work, file.caseId) : undefined,
  ]);
  const isHidden = facts?.place?.isHidden === true;
  const lines = facts
    ? closureLinesFrom(file.status, roles)
        .map((line) => ({ line, conditions: closureConditions(line, facts) }))
        .filter(({ conditions }) => isOffered(conditions))
    : [];
  return ok({
    file,
    // What officers typed may say where it is: of a hidden home it is kept and not shown.
    events: isHidden ? events.map((event) => ({ ...event, reason: null })) : events,
    facts:
      facts && isHidden ? { ...facts, checks: facts.checks.map((one) => ({ ...one, words: '' })) } : facts,
    services,
    papers,
    lines,
    theCase,
    isOwn,
    mustAsk: facts !== undefined && mustAskSafeguarding(facts),
  });
}

/** Districts for a list's filter. */
export const closureDistricts = (work: Work) => listAreas(work.db, 'district', work.clock.today());

/** A closure that waits for somebody of the viewer's agency, with what for. */
export interface ClosureNeedingMe {
  id: string;
  reference: string;
  /** What kind of premises, in which district; the address stands on the file alone. */
  about: string;
  why: string;
}
/** Days before its end on which an order asks whether it is to be extended: a house rule. */
const expiryAlertDays = 14;

/** Notices before the court's hour, hearings to record, and orders that end soon or have ended; for the home page. */
export async function closuresNeedingMe(work: Work): Promise<ClosureNeedingMe[]> {
  if (work.viewer.kind !== 'officer' || work.viewer.side !== 'OPS') return [];
  const { roles } = work.viewer;
  const today = work.clock.today();
  const files = await listClosures(work, { status: 'live', agency: 'mine' }, { limit: 200 });
  const why = (file: Closure): string | undefined => {
    if (closureLinesFrom(file.status, roles).length === 0) return undefined;
    if (file.status === 'notice-served') return 'Ask the court: the hours from service run';
    if (file.status === 'applied' || file.status === 'adjourned') return 'Record what the court decides';
    if (file.orderUntil === null) return 'Finish the checklist, consult and serve, or discard';
    if (file.orderUntil < today) return 'The order has run its time: end it';
    return file.orderUntil <= addDays(today, expiryAlertDays)
      ? 'The order ends within 14 days: extend it?'
      : undefined;
  };
  return files.flatMap((file) => {
    const words = why(file);
    return words
      ? [
          {
            id: file.id,
            reference: file.reference,
            about: [premisesKindWords[file.premisesKind], file.districtName].filter(Boolean).join(', '),
            why: words,
          },
        ]
      : [];
  });
}
