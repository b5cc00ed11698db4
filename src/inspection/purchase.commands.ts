import { listAreas } from '../directory/index.ts';
import { addEvent, endsOf, lineToTake, missing, movedOn } from '../enforcement/index.ts';
import { addDays } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import {
  failed,
  invalid,
  keeping,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { agenciesThere } from './premises.commands.ts';
import type { PurchaseInput, PurchaseStepInput } from './purchase.forms.ts';
import { openPurchase, purchaseConditions, purchaseFacts } from './purchase.queries.ts';
import { holdPurchase, listSelections, type Purchase } from './purchase.store.ts';
import {
  type PurchaseAction,
  type PurchaseField,
  type PurchaseLine,
  purchaseLineFor,
  purchaseLineOf,
  purchaseStatusWords,
} from './purchase.transitions.ts';
import { screenWhereOld } from './safety.ts';

/** Writes a line of the history, which names no premises and no volunteer, and gives the operation as it is now. */
export async function toldPurchase(
  work: Work,
  purchase: Purchase,
  kind: string,
  words: string,
  reason?: string,
): Promise<Result<Purchase>> {
  await addEvent(work, 'purchase', purchase, { kind, words, reason });
  return openPurchase(work, purchase.id);
}

/** Days ahead that anybody plans at the most. */
const furthest = 730;
async function planAgainst(work: Work, plan: { districtCode: string; onDay: string }) {
  const today = work.clock.today();
  if (plan.onDay < today) return invalid({ field: 'onDay', words: 'The day must be to come' });
  if (plan.onDay > addDays(today, furthest))
    return invalid({ field: 'onDay', words: 'The day must be within two years' });
  const districts = await listAreas(work.db, 'district', today);
  return districts.some(({ code }) => code === plan.districtCode)
    ? undefined
    : invalid({ field: 'districtCode', words: 'Choose the district from the list' });
}

/** Plans a test-purchase operation, with agencies or alone; the own agency leads. */
export async function planPurchase(work: Work, input: PurchaseInput): Promise<Result<Purchase>> {
  const viewer = officerOf(work);
  const { agencies, ripaAnswer, ripaWords, ...plan } = input;
  const against = await planAgainst(work, plan);
  if (against) return against;
  const asked = await agenciesThere(work, agencies, plan.onDay);
  if (!asked)
    return invalid({ field: 'agencies', words: 'Choose agencies from the list that are there on the day' });
  const id = work.ids.next();
  await work.db
    .insertInto('inspection.purchase')
    .values({
      ...{
        ...plan,
        id,
        reference: work.ids.reference('TP'),
        status: 'planned',
      },
      ...{ agencyId: viewer.agencyId, agencyIds: [viewer.agencyId, ...asked] },
      ...{ madeBy: viewer.officerId, madeAt: work.clock.now() },
    })
    .execute();
  await work.db
    .insertInto('inspection.purchaseCovert')
    .values({ purchaseId: id, agencyId: viewer.agencyId, answer: ripaAnswer ?? null, words: ripaWords })
    .execute();
  const opened = await openPurchase(work, id);
  return opened.ok ? toldPurchase(work, opened.value, 'planned', 'Planned') : opened;
}

/** The operation, if the viewer's agency leads it. */
export async function toLead(work: Work, purchaseId: string): Promise<Result<Purchase>> {
  const found = await openPurchase(work, purchaseId);
  if (!found.ok || found.value.agencyId === officerOf(work).agencyId) return found;
  return refusedByRule(
    'purchase.other-agency',
    `${found.value.agencyName} leads this operation.`,
    'Ask them: only the agency that leads changes the plan.',
  );
}
const settled = () => stale('The plan is settled: it is not changed any more.');
/** The same while it is being planned. */
export async function toPlan(work: Work, purchaseId: string): Promise<Result<Purchase>> {
  await holdPurchase(work, purchaseId);
  const found = await toLead(work, purchaseId);
  return found.ok && found.value.status !== 'planned' ? settled() : found;
}

/** Changes a plan that is not settled yet. */
export async function editPurchase(
  work: Work,
  input: Omit<PurchaseInput, 'agencies'> & { purchaseId: string; version: number },
): Promise<Result<Purchase>> {
  const { purchaseId, version, ripaAnswer, ripaWords, ...plan } = input;
  const found = await toPlan(work, purchaseId);
  if (!found.ok) return found;
  if (found.value.version !== version) return movedOn();
  const against = await planAgainst(work, plan);
  if (against) return against;
  if (!(await changeRow(work.db, 'inspection.purchase', found.value, plan))) return movedOn();
  await work.db
    .updateTable('inspection.purchaseCovert')
    .set({ answer: ripaAnswer ?? null, words: ripaWords })
    .where('purchaseId', '=', purchaseId)
    .execute();
  return toldPurchase(work, found.value, 'edited', 'Plan changed');
}

const asking: Record<PurchaseField, string> = { outcome: 'Say what came of the day', reason: 'Say why' };
/** A step that may be taken. */
export interface PreparedPurchase {
  line: PurchaseLine;
  purchase: Purchase;
  input: PurchaseStepInput;
}
/** Everything that is in the way of a step, or that it may be taken. Changes nothing. */
export async function preparePurchaseStep(
  work: Work,
  purchaseId: string,
  action: PurchaseAction,
  input: PurchaseStepInput,
): Promise<Result<PreparedPurchase>> {
  const found = await toLead(work, purchaseId);
  if (!found.ok) return found;
  const purchase = found.value;
  if (purchase.version !== input.version) return movedOn();
  const facts = await purchaseFacts(work, purchase);
  const any = purchaseLineOf(action);
  const allowed = lineToTake(work, 'purchase', {
    any,
    line: purchaseLineFor(purchase.status, action),
    statusWords: purchaseStatusWords[purchase.status],
    unmet: purchaseConditions(any, facts).filter(({ met }) => !met),
  });
  if (!allowed.ok) return failed(allowed.failure);
  const line = allowed.value;
  const unmet = purchaseConditions(line, facts).filter(({ met }) => !met);
  if (unmet.length > 0) return missing('purchase', action, unmet, 'This cannot be done yet.');
  const problems = line.asks
    .filter((field) => !input[field])
    .map((field) => ({ field, words: asking[field] }));
  if (problems.length > 0) return invalid(...problems);
  work.note.detail.action = action;
  return ok({ line, purchase, input });
}
/** Before a step that looks at officer safety, premises whose screen no longer holds are screened again; whether one was. */
async function screenForStep(work: Work, purchaseId: string, action: PurchaseAction): Promise<boolean> {
  if (!purchaseLineOf(action).needs.includes('safe-to-go')) return false;
  const found = await toLead(work, purchaseId);
  if (!found.ok || !purchaseLineFor(found.value.status, action)) return false;
  const chosen = (await listSelections(work, purchaseId)).map(({ premisesId }) => premisesId);
  return screenWhereOld(work, chosen, `Test purchase ${found.value.reference}`);
}

/** Takes a step of the table. */
export async function takePurchaseStep(
  work: Work,
  input: PurchaseStepInput & { purchaseId: string; action: PurchaseAction },
): Promise<Result<Purchase>> {
  const { purchaseId, action, ...given } = input;
  await holdPurchase(work, purchaseId);
  const isScreened = await screenForStep(work, purchaseId, action);
  const prepared = await preparePurchaseStep(work, purchaseId, action, given);
  if (!prepared.ok) return isScreened ? keeping(prepared) : prepared;
  const { line, purchase } = prepared.value;
  const [status = purchase.status] = endsOf(line);
  const closing = action === 'complete' ? { outcome: given.outcome ?? '' } : {};
  if (!(await changeRow(work.db, 'inspection.purchase', purchase, { status, ...closing }))) return movedOn();
  return toldPurchase(work, purchase, action, line.past, given.reason);
}
