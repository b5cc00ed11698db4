import type { vehicleCharges } from '../../reference/abandoned.ts';
import { type Day, dayOf, daysBetween } from '../platform/clock/clock.ts';
import { dayWords, moneyWords } from '../platform/ui/index.ts';
import type { AbandonedVehicle } from './abandoned.store.ts';

export type VehicleChargeCode = (typeof vehicleCharges)[number]['code'];
/** What a council asks from a day on, in pence; null is nothing. */
export interface VehicleCharge {
  id: string;
  agencyId: string;
  agencyName: string;
  code: VehicleChargeCode;
  pence: number | null;
  validFrom: Day;
  source: string;
  reason: string;
  setByName: string | null;
  setAt: Date;
}

/** The row for a charge on a day: of those that have begun the latest, and of two from one day the one entered last. None where it is off. */
export const chargeOn = (
  rows: readonly VehicleCharge[],
  code: VehicleChargeCode,
  day: Day,
): (VehicleCharge & { pence: number }) | undefined => {
  const [row] = rows
    .filter((one) => one.code === code && one.validFrom <= day)
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom) || b.setAt.getTime() - a.setAt.getTime());
  return row && row.pence !== null ? { ...row, pence: row.pence } : undefined;
};

export interface ChargeDue {
  pence: number;
  /** How it was counted. */
  words: string;
}
/**
 * What a removed vehicle costs until today, or until its file ended: the removal and each day in the store after the day of the removal,
 * both by the amounts of that day. Undefined where it was not removed, or the council had entered nothing for that day.
 */
export function chargeDue(
  file: Pick<AbandonedVehicle, 'removedAt' | 'endedOn'>,
  rows: readonly VehicleCharge[],
  today: Day,
): ChargeDue | undefined {
  if (!file.removedAt) return undefined;
  const removedOn = dayOf(file.removedAt);
  const [removal, storage] = [chargeOn(rows, 'removal', removedOn), chargeOn(rows, 'storage-day', removedOn)];
  if (!removal && !storage) return undefined;
  const until = file.endedOn && file.endedOn < today ? file.endedOn : today;
  const days = Math.max(0, daysBetween(removedOn, until));
  const parts = [
    removal && `${moneyWords(removal.pence)} for the removal`,
    storage && `${moneyWords(storage.pence)} for each of ${days} ${days === 1 ? 'day' : 'days'} in the store`,
  ].filter(Boolean);
  return {
    pence: (removal?.pence ?? 0) + (storage?.pence ?? 0) * days,
    words: `${parts.join(' and ')}, after ${dayWords(removedOn)} to ${dayWords(until)}`,
  };
}
