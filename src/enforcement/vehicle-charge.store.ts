import { sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import type { AbandonedVehicle } from './abandoned.store.ts';
import { listVehicleCharges } from './vehicle-charge.commands.ts';
import type { ChargeAction, ChargeStatus } from './vehicle-charge.transitions.ts';
import { type ChargeDue, chargeDue } from './vehicle-charge.ts';

/** One answer to the charge for a vehicle; the last one stands. */
export interface ChargeAnswer {
  action: ChargeAction;
  status: ChargeStatus;
  answeredOn: Day;
  /** In pence, what was asked on that day. */
  pence: number;
  /** Of a charge that was settled, the rest. */
  waivedPence: number | null;
  words: string;
  receipt: string | null;
  reason: string | null;
  officerName: string | null;
}
/** The charge as it stands: what is asked, or what was answered. */
export interface ChargeStanding extends ChargeDue {
  status: ChargeStatus;
  answers: readonly ChargeAnswer[];
}

/** What became of the charge of a file, the earliest first. Row-level security stands behind the policy. */
async function listChargeAnswers({ db }: Work, abandonedId: string): Promise<ChargeAnswer[]> {
  const { rows } =
    await sql<ChargeAnswer>`select c.action, c.status, c.answered_on, c.pence, c.waived_pence, c.words, c.receipt, c.reason, o.name as officer_name
    from enforcement.vehicle_charge_answer c left join directory.officer o on o.id = c.officer_id
    where c.abandoned_id = ${abandonedId} order by c.position`.execute(db);
  return rows;
}

/**
 * The charge of a file on a day: it grows with the days in the store until it is answered. Undefined where the vehicle was not removed, or
 * the council asked nothing on the day of its removal.
 */
export async function findCharge(
  work: Work,
  file: AbandonedVehicle,
  on: Day,
): Promise<ChargeStanding | undefined> {
  const due = chargeDue(file, await listVehicleCharges(work), on);
  if (!due || due.pence === 0) return undefined;
  const answers = await listChargeAnswers(work, file.id);
  const last = answers.at(-1);
  return last && last.status !== 'asked'
    ? { pence: last.pence, words: last.words, status: last.status, answers }
    : { ...due, status: 'asked', answers };
}
