import { sql } from 'kysely';
import { z } from 'zod';
import { dayField, type Fields, goField, lineField, noteChange, reasonField } from '../directory/index.ts';
import { addDays } from '../platform/clock/clock.ts';
import { invalid, ok, type Result } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { dayWords, moneyWords } from '../platform/ui/index.ts';
import { pounds } from './penalty-law.forms.ts';
import { chargeOn, type VehicleCharge, type VehicleChargeCode } from './vehicle-charge.ts';

const amountWords = 'Enter an amount in pounds, like 105, or leave it empty to ask nothing';
export const chargeSchema = z.object({
  agencyId: z.uuid('Choose the council'),
  code: z.enum(['removal', 'storage-day'], 'Choose what is charged'),
  amount: z.preprocess(
    (raw) => (raw === '' || raw === null ? undefined : raw),
    pounds(amountWords).optional(),
  ),
  validFrom: dayField,
  source: lineField('where the amount is from, like the regulations and their schedule', 300, 3),
  reason: reasonField,
});
export const chargeForm = chargeSchema.extend({ go: goField });
export type ChargeInput = z.output<typeof chargeSchema>;
/** Only looks. */
export const chargeExample = {
  ...{ agencyId: '@agencyId', code: 'removal', amount: '105', validFrom: '2027-04-01' },
  ...{ source: 'The regulations as made', reason: 'An example', go: 'preview' },
};

/** What councils entered, the latest first; on the connection of operations the own agency's alone. */
export async function listVehicleCharges({ db }: Work): Promise<VehicleCharge[]> {
  const { rows } =
    await sql<VehicleCharge>`select c.id, c.agency_id, a.name as agency_name, c.code, c.pence, c.valid_from, c.source,
      c.reason, o.name as set_by_name, c.set_at
    from enforcement.vehicle_charge c join directory.agency a on a.id = c.agency_id left join directory.officer o on o.id = c.set_by
    order by a.name, c.code, c.valid_from desc, c.set_at desc`.execute(db);
  return rows;
}

export const chargeWords: Record<VehicleChargeCode, string> = {
  removal: 'Removal of a vehicle',
  'storage-day': 'Each day in the store',
};
const said = (pence: number | null | undefined) => (pence ? moneyWords(pence) : 'nothing');

/** What entering a charge would do: from a day to come, so that no removal that was made changes its charge. */
export async function planCharge(work: Work, input: ChargeInput) {
  if (input.validFrom <= work.clock.today())
    return invalid({ field: 'validFrom', words: 'Give a day after today, so that the past stays as it was' });
  const pence = input.amount === undefined ? null : Math.round(input.amount * 100);
  const rows = (await listVehicleCharges(work)).filter(({ agencyId }) => agencyId === input.agencyId);
  const until = chargeOn(rows, input.code, addDays(input.validFrom, -1));
  const after: Fields = {
    ...{ agencyId: input.agencyId, code: input.code, pence, validFrom: input.validFrom },
    source: input.source,
  };
  return ok({
    pence,
    after,
    effects: [
      `${chargeWords[input.code]}: ${said(pence)} for vehicles removed on ${dayWords(input.validFrom)} or later.`,
      `For those removed until then ${said(until?.pence)}, however long they stay in the store.`,
    ],
  });
}

/** Enters what a council asks from a day to come, or that it asks nothing. */
export async function setCharge(work: Work, input: ChargeInput): Promise<Result<{ id: string }>> {
  const plan = await planCharge(work, input);
  if (!plan.ok) return plan;
  const id = work.ids.next();
  const { agencyId, code, validFrom, source, reason } = input;
  await work.db
    .insertInto('enforcement.vehicleCharge')
    .values({
      ...{ id, agencyId, code, validFrom, source, reason, pence: plan.value.pence },
      ...{ setBy: officerOf(work).officerId, setAt: work.clock.now() },
    })
    .execute();
  await noteChange(work, { kind: 'vehicle-charge', id, before: null, after: plan.value.after, reason });
  return ok({ id });
}
