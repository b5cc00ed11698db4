import type { CountyIssueType, CountyReport } from './county.types.ts';
import type { Random } from './random.ts';

/** How reports end, in each group's words, and how long they take. */

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'Waste and fly-tipping': [
    'Cleared',
    'Cleared',
    'Cleared',
    'Cleared, no evidence of who left it',
    'Cleared, evidence passed for investigation',
    'Nothing found',
    'Warning letter sent',
  ],
  'Street scene': [
    'Cleaned',
    'Cleaned',
    'Repaired',
    'Nothing found',
    'Not the council’s to clean: owner told',
  ],
  'Dogs and animals': [
    'Visited and advice given',
    'Extra patrols',
    'Dog collected',
    'Nothing found',
    'Warning letter sent',
  ],
  'Noise and nuisance': [
    'Diary sheets sent, not returned',
    'Resolved after a letter',
    'Statutory nuisance not found',
    'Notice served',
    'Advice given',
  ],
  'Vehicles and parking': [
    'Vehicle removed',
    'Moved by its keeper',
    'Not abandoned',
    'Patrol made',
    'Nothing found',
  ],
  'Anti-social behaviour': [
    'Patrol made',
    'Advice given',
    'Warning given',
    'Taken to the Joint Action Group',
    'Nothing found',
  ],
  Housing: ['Landlord has done the works', 'Notice served', 'Advice given', 'No access', 'Hazard not found'],
  Licensing: [
    'Visited and advice given',
    'Compliant on visit',
    'Warning letter sent',
    'Licence review asked for',
  ],
  'Trading and scams': [
    'Advice given',
    'Recorded for intelligence',
    'Trader visited',
    'Money returned',
    'Call blocker fitted',
  ],
  'Food, health and safety': [
    'Inspected and satisfactory',
    'Improvements required',
    'Advice given',
    'Not upheld',
  ],
  'Highways and lights': [
    'Repaired',
    'Repaired',
    'Repaired',
    'Programmed',
    'Below the level for repair',
    'Nothing found',
  ],
  'Parks and trees': ['Cut back', 'Made safe', 'Repaired', 'Programmed', 'Nothing found'],
  Fire: ['Visited and advice given', 'Patrol made', 'Notice served'],
  Safeguarding: ['Referred and accepted', 'Enquiry made', 'Support in place', 'No further action'],
};

const DAY_MS = 86_400_000;

/** Types whose endings differ from their group's. */
const OWN_ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'missed-bin': [
    'Collected',
    'Collected',
    'Not out at the time',
    'Contaminated, tagged',
    'Collected on the next round',
  ],
  'overflowing-bin': ['Emptied', 'Emptied', 'Emptied, larger bin asked for'],
  'dead-animal': ['Removed', 'Removed', 'Nothing found'],
  parking: [
    'Patrol made',
    'Penalty issued by a civil enforcement officer',
    'Gone on arrival',
    'No restriction there',
  ],
  graffiti: ['Removed', 'Removed', 'Owner told', 'Nothing found'],
};

export type Ending = Pick<CountyReport, 'status' | 'closedAt' | 'outcome'>;

/** Work is closed in working hours, unless the report itself came later in the day. */
function closingMs(receivedMs: number, days: number, nowMs: number, random: Random): number {
  const dayStart = Math.floor((receivedMs + days * DAY_MS) / DAY_MS) * DAY_MS;
  const inHours = dayStart + random.between(8 * 60, 17 * 60) * 60_000;
  return Math.min(Math.max(inHours, receivedMs + random.between(10, 90) * 60_000), nowMs);
}

/** Where a report stands at `nowMs`: nothing closes before it came or after now. */
export function endingOf(type: CountyIssueType, receivedMs: number, nowMs: number, random: Random): Ending {
  const ageDays = (nowMs - receivedMs) / DAY_MS;
  const usual = type.targetWorkingDays * 0.9 * -Math.log(1 - random.next() * 0.995);
  const days = random.chance(0.06) ? usual + 10 + random.next() * 80 : usual + 0.1;
  if (days < ageDays) {
    const outcome = random.pick(OWN_ENDINGS[type.code] ?? ENDINGS[type.group] ?? ['No further action']);
    return {
      status: 'closed',
      closedAt: new Date(closingMs(receivedMs, days, nowMs, random)).toISOString(),
      outcome,
    };
  }
  const untouched = ageDays < 1 || (ageDays < 3 && random.chance(0.4));
  return { status: untouched ? 'new' : 'in-progress' };
}

export function duplicateEnding(receivedMs: number, nowMs: number, random: Random): Ending {
  const closedAt = new Date(closingMs(receivedMs, 0.05 + random.next(), nowMs, random)).toISOString();
  return { status: 'duplicate', closedAt, outcome: 'Duplicate of an earlier report' };
}
