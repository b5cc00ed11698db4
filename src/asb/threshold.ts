import type { AsbSettings } from '../../reference/asb.ts';
import { addMonths } from '../enforcement/index.ts';
import type { Day } from '../platform/clock/clock.ts';
import { dayWords } from '../platform/ui/index.ts';

export interface Complaint {
  happenedOn: Day;
  complainedOn: Day;
  told: string;
  /** Which incident of that day, where somebody said so; else complaints about one day are about one incident. */
  incident: string;
}
export interface CountedComplaint extends Complaint {
  qualifies: boolean;
  /** Counts the incident that another complaint counted already. */
  isSame: boolean;
  why: string;
}
export interface Threshold {
  met: boolean;
  counted: number;
  needed: number;
  complaints: readonly CountedComplaint[];
  why: string;
}
const plural = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;

/**
 * Whether the threshold of a case review must be met (2014 Act s.104): so many qualifying complaints. A complaint qualifies when it was
 * made within a month of the behaviour, and the application within six months of the complaint, or the local periods. An incident that
 * several agencies were told of counts once. Below the number the decision is made by persistence, harm and how it was answered.
 */
export function thresholdOf(
  rule: AsbSettings['threshold'],
  appliedOn: Day,
  complaints: readonly Complaint[],
): Threshold {
  const seen = new Map<string, string>();
  const counted = complaints.map((one): CountedComplaint => {
    const latest = addMonths(one.happenedOn, rule.complaintMonths);
    const applyBy = addMonths(one.complainedOn, rule.applicationMonths);
    if (one.complainedOn > latest)
      return {
        ...one,
        ...{ qualifies: false, isSame: false },
        why: `Made after ${dayWords(latest)}: not within ${plural(rule.complaintMonths, 'month')} of the behaviour`,
      };
    if (appliedOn > applyBy)
      return {
        ...one,
        ...{ qualifies: false, isSame: false },
        why: `The application came after ${dayWords(applyBy)}: not within ${plural(rule.applicationMonths, 'month')} of the complaint`,
      };
    // One word for what happens again and again, "noise", is not one incident: the day is part of which it is.
    const key = `${one.happenedOn} ${one.incident.trim().toLowerCase()}`.trim();
    const before = seen.get(key);
    if (before !== undefined)
      return {
        ...one,
        qualifies: true,
        isSame: true,
        why: `The incident that ${before} was told of: it counts once`,
      };
    seen.set(key, one.told);
    return { ...one, qualifies: true, isSame: false, why: 'Qualifies' };
  });
  const met = seen.size >= rule.complaints;
  return {
    met,
    counted: seen.size,
    needed: rule.complaints,
    complaints: counted,
    why: met
      ? `${plural(seen.size, 'qualifying complaint')}, and ${rule.complaints} are enough: there must be a review.`
      : `${plural(seen.size, 'qualifying complaint')}, fewer than ${rule.complaints}: decide by how persistent the behaviour is, the harm or potential harm, and whether the response was adequate.`,
  };
}
