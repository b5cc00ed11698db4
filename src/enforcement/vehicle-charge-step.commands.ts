import { type Day, dayOf } from '../platform/clock/clock.ts';
import { type FieldProblem, notFound, ok, type Result, stale } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { dayWords, moneyWords } from '../platform/ui/index.ts';
import { abandonedToWork } from './abandoned.commands.ts';
import { type AbandonedVehicle, changeAbandoned, findAbandoned } from './abandoned.store.ts';
import { movedOn, stepAllowed } from './procedure.commands.ts';
import { addEvent, keepEdition } from './procedure.store.ts';
import { chargeReceiptOf } from './vehicle-charge.documents.ts';
import type { ChargeStepInput } from './vehicle-charge.forms.ts';
import { type ChargeStanding, findCharge } from './vehicle-charge.store.ts';
import {
  type ChargeAction,
  type ChargeField,
  type ChargeLine,
  chargeLineFor,
  chargeLineOf,
  chargeStatusWords,
} from './vehicle-charge.transitions.ts';

const asking: Record<ChargeField, string> = {
  on: 'Enter the day',
  pounds: 'Enter the amount, like 192.50',
  receipt: 'Enter the reference of the payment in your council’s books',
  reason: 'Say why, in a sentence that can be read out to an auditor',
};

interface Asked {
  file: AbandonedVehicle;
  charge: ChargeStanding;
  input: ChargeStepInput;
  today: Day;
}

/** What is wrong with an amount, by what becomes of the charge; nothing where it is right. */
const wrongAmount: Partial<
  Record<ChargeAction, (pence: number, charge: ChargeStanding, on: Day) => string | undefined>
> = {
  'record-payment': (pence, charge, on) =>
    pence === charge.pence
      ? undefined
      : `${moneyWords(charge.pence)} was asked on ${dayWords(on)}: ${charge.words}. Take that amount whole, or give the difference back; for a part, it is settled by whoever answers for it`,
  settle: (pence, charge, on) =>
    pence > 0 && pence < charge.pence
      ? undefined
      : `${moneyWords(charge.pence)} was asked on ${dayWords(on)}: ${charge.words}. Enter a part of it; what was paid whole is recorded as paid, and what is waived whole as waived`,
  refund: (pence, charge) =>
    pence === charge.pence ? undefined : `${moneyWords(charge.pence)} was paid: it is given back whole`,
};

/** What the line asks and was not given, a day that cannot be, and an amount that is not what was asked on that day. */
function problemsOf({ asks, action }: ChargeLine, { file, charge, input, today }: Asked): FieldProblem[] {
  const problems = asks
    .filter((field) => input[field] === undefined)
    .map((field) => ({ field, words: asking[field] }));
  if (!asks.includes('on') || !input.on) return problems;
  const lastOn = charge.status === 'asked' ? undefined : charge.answers.at(-1)?.answeredOn;
  const removedOn = file.removedAt ? dayOf(file.removedAt) : input.on;
  if (input.on > today) problems.push({ field: 'on', words: 'It cannot be in the future' });
  else if (input.on < removedOn)
    problems.push({
      field: 'on',
      words: `Nothing was asked before ${dayWords(removedOn)}, when it was removed`,
    });
  else if (lastOn && input.on < lastOn)
    problems.push({ field: 'on', words: `It cannot have been before ${dayWords(lastOn)}, when it was paid` });
  else if (charge.pence === 0)
    problems.push({ field: 'on', words: `Nothing was asked on ${dayWords(input.on)}` });
  else if (input.pounds !== undefined) {
    const words = wrongAmount[action]?.(Math.round(input.pounds * 100), charge, input.on);
    if (words) problems.push({ field: 'pounds', words });
  }
  return problems;
}

/** Takes a step of the charge for a removed vehicle: paid whole with a receipt, waived with a reason, or an answer taken back. */
export async function takeChargeStep(
  work: Work,
  { abandonedId, ...input }: ChargeStepInput & { abandonedId: string },
): Promise<Result<AbandonedVehicle>> {
  const found = await abandonedToWork(work, { abandonedId, version: input.version });
  if (!found.ok) return found;
  const file = found.value;
  const today = work.clock.today();
  const on = input.on && input.on < today ? input.on : today;
  const now = await findCharge(work, file, today);
  if (!now)
    return stale(
      file.removedAt
        ? 'Your council had entered no charge for the day on which this vehicle was removed.'
        : 'Nothing is asked for a vehicle that was not removed.',
    );
  // On the day of the removal nothing may be asked yet, where only the days in the store are charged.
  const charge = (await findCharge(work, file, on)) ?? { ...now, pence: 0 };
  const allowed = stepAllowed(work, 'vehicle-charge', {
    ...{ any: chargeLineOf(input.action), line: chargeLineFor(charge.status, input.action), standing: [] },
    statusWords: chargeStatusWords[charge.status],
    conditions: () => [],
    boxOf: (field) => field,
    problems: (line) => problemsOf(line, { file, charge, input, today }),
  });
  if (!allowed.ok) return allowed;
  const line = allowed.value;
  const settled = line.action === 'settle' ? Math.round((input.pounds ?? 0) * 100) : undefined;
  const pence = settled ?? charge.pence;
  if (!(await changeAbandoned(work.db, file, {}))) return movedOn();
  await work.db
    .insertInto('enforcement.vehicleChargeAnswer')
    .values({
      ...{ id: work.ids.next(), abandonedId: file.id, agencyId: file.agencyId },
      ...{ position: charge.answers.length + 1, action: line.action, status: line.to, answeredOn: on },
      ...{
        pence,
        waivedPence: settled === undefined ? null : charge.pence - settled,
        words: charge.words,
        receipt: input.receipt ?? null,
        reason: input.reason ?? null,
      },
      ...{ officerId: officerOf(work).officerId, recordedAt: work.clock.now() },
    })
    .execute();
  if (line.hasReceipt)
    await keepEdition(work, 'abandoned', file, {
      kind: 'charge-receipt',
      document: chargeReceiptOf({
        file,
        charge: { ...charge, pence },
        on,
        receipt: input.receipt ?? '',
        officer: officerOf(work).name,
        asAt: work.clock.now(),
      }),
      showsAddress: false,
    });
  await addEvent(work, 'abandoned', file, {
    kind: `charge-${line.action}`,
    words: line.past,
    // The amount stays with the agency: others read the history, and the charge is not theirs.
    reason: [`${moneyWords(pence)} on ${dayWords(on)}`, input.receipt, input.reason]
      .filter(Boolean)
      .join('. '),
  });
  const after = await findAbandoned(work, file.id);
  return after ? ok(after) : notFound;
}
