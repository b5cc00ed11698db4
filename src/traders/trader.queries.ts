import { z } from 'zod';
import { listEditions, listEvents, type OfferedStep } from '../enforcement/index.ts';
import { vettingShown } from '../intelligence/index.ts';
import { hasRole } from '../platform/access/viewer.ts';
import { addDays } from '../platform/clock/clock.ts';
import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import { about, type Work } from '../platform/http/work.ts';
import type { TraderFilterInput } from './trader.forms.ts';
import { keepTraders } from './trader.permissions.ts';
import { findTrader, listTraders, type Trader } from './trader.store.ts';
import { traderLinesFrom } from './trader.transitions.ts';
import { complaintsStanding, type TraderFacts, traderConditions } from './trader.ts';
import type { LetterKind } from './trader.words.ts';
import {
  lastWriter,
  listComplaints,
  listFees,
  listPayments,
  listPeople,
  listProofs,
  listTraderChecks,
} from './trader-parts.store.ts';

const pageSize = 25;

/** A page of files, and where the next one starts. */
export async function pageOfTraders(work: Work, filter: TraderFilterInput) {
  const [at, id] = filter.after?.split('~') ?? [];
  const madeAt = at ? new Date(at) : undefined;
  const after =
    madeAt && id && z.uuid().safeParse(id).success && madeAt.getUTCFullYear() > 1999
      ? { madeAt, id }
      : undefined;
  const found = await listTraders(work, filter, { limit: pageSize + 1, after });
  const files = found.slice(0, pageSize);
  const last = files.at(-1);
  work.note.detail.count = files.length;
  return {
    files,
    next: found.length > pageSize && last ? `${last.madeAt.toISOString()}~${last.id}` : null,
  };
}

/** One file for reading; noted in the audit by its id. */
export async function openTrader(work: Work, id: string): Promise<Result<Trader>> {
  const file = await findTrader(work, id);
  if (!file) return notFound;
  about(work, 'trader', file.id);
  return ok(file);
}

/** All that the needs of a step look at. */
export async function traderFacts(work: Work, file: Trader): Promise<TraderFacts> {
  const [people, proofs, payments, checks, complaints, fees, writtenBy, vetting] = await Promise.all([
    listPeople(work, file.id),
    listProofs(work, file),
    listPayments(work, file.id),
    listTraderChecks(work, file.id, file.round),
    listComplaints(work, file.id),
    listFees(work),
    lastWriter(work, file),
    // Of whoever withdrew nothing is answered: nobody asks, withdraws and reads.
    file.vettingId && file.status !== 'withdrawn' ? vettingShown(work, file.vettingId) : undefined,
  ]);
  const officerId = work.viewer.kind === 'officer' ? work.viewer.officerId : undefined;
  return {
    file,
    people,
    proofs,
    payments,
    checks,
    complaints,
    fees,
    vetting,
    officerId,
    writtenBy,
    today: work.clock.today(),
  };
}

/** Everything the page of one file shows. */
export async function traderPageView(work: Work, id: string) {
  const opened = await openTrader(work, id);
  if (!opened.ok) return opened;
  const file = opened.value;
  const [facts, events, letters] = await Promise.all([
    traderFacts(work, file),
    listEvents(work, 'trader', id),
    listEditions<LetterKind>(work, 'trader', id),
  ]);
  const roles = work.viewer.kind === 'officer' ? work.viewer.roles : [];
  // What only time makes possible is offered once it is: a membership that runs has not run out.
  const lines = traderLinesFrom(file.status, roles)
    .map((line) => ({ line, conditions: traderConditions(line, facts) }))
    .filter(({ conditions }) => conditions.every(({ met, field }) => met || field !== ''));
  const steps: OfferedStep[] = lines.map(({ line, conditions }) => ({ line, needs: conditions }));
  return ok({ file, facts, events, letters, lines, steps, standing: complaintsStanding(facts) });
}
export type TraderView = Extract<Awaited<ReturnType<typeof traderPageView>>, { ok: true }>['value'];

/** A file that waits for somebody of the scheme, with what for. */
export interface TraderNeedingMe {
  id: string;
  reference: string;
  firmName: string;
  why: string;
}
/** Days before the end of a membership on which it is asked whether it is renewed. */
const endsSoon = 60;

/** Applications whose vetting is answered, appeals, and memberships that end; for the home page. */
export async function tradersNeedMe(work: Work): Promise<TraderNeedingMe[]> {
  if (!hasRole(work.viewer, ...keepTraders.roles)) return [];
  const today = work.clock.today();
  // What waits is asked of the database, page by page: a file is not forgotten because newer ones came.
  const files: Trader[] = [];
  for (let after: Trader | undefined, isMore = true; isMore; after = files.at(-1)) {
    const found = await listTraders(work, { dueBy: addDays(today, endsSoon) }, { limit: 300, after });
    files.push(...found);
    isMore = found.length === 300;
  }
  const why = async (file: Trader): Promise<string | undefined> => {
    if (file.status === 'applied') return 'Collect the papers and the fee, then send it to vetting';
    if (file.status === 'appealed') return 'Decide the appeal';
    if (file.status === 'checking' || file.status === 'renewing') {
      const vetting = file.vettingId ? await vettingShown(work, file.vettingId) : undefined;
      return vetting?.answer ? 'Vetting is answered: decide' : undefined;
    }
    if (file.status !== 'member' || file.memberUntil === null) return undefined;
    if (file.memberUntil < today) return 'The membership ran out: close it';
    return file.memberUntil <= addDays(today, endsSoon) ? 'The membership ends soon: renew it?' : undefined;
  };
  const lines: TraderNeedingMe[] = [];
  for (const file of files) {
    const words = await why(file);
    if (words) lines.push({ id: file.id, reference: file.reference, firmName: file.firmName, why: words });
  }
  return lines;
}
