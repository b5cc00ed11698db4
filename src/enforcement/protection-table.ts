import type { Day } from '../platform/clock/clock.ts';
import { shownWords, suppress } from '../platform/disclosure/suppress.ts';
import { inSentence, monthWords } from '../platform/ui/index.ts';
import { conductKinds, conductKindWords, endingWords } from './protection.words.ts';
import type { TableFile } from './protection-table.store.ts';

/** One line of the community protection table: made from records, naming nobody. */
export interface TableRow {
  location: string;
  summary: string;
  update: string;
}

/** Whether counts of people stand as they are, for officers, or small ones do not, for what is published. */
export type Counting = 'exact' | 'published';

/** Small numbers are not said of people in anything published (domain 3.1). */
const counted = (n: number, noun: string, counting: Counting): string => {
  const { total } = suppress([n]);
  return counting === 'published' && total.kind !== 'count'
    ? `${shownWords(total)} ${noun}s`
    : `${n} ${noun}${n === 1 ? '' : 's'}`;
};

/** A day as its month: "June 2016", or from one month to another. */
function months(days: readonly (Day | null)[]): string {
  const known = days.filter((day) => day !== null).sort();
  const [first, last] = [known[0], known.at(-1)].map((day) => (day ? monthWords(day) : ''));
  return first === last ? (first ?? '') : `${first} to ${last}`;
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Streets of one town together; of several streets the first three are said and the rest counted. */
function locationOf(files: readonly TableFile[]): string {
  const byTown = new Map<string, Set<string>>();
  for (const { streetWords, districtName } of files) {
    const [street, town] = streetWords?.split(', ') ?? [undefined, districtName ?? 'Place not known'];
    const streets = byTown.get(town ?? '') ?? new Set();
    if (street) streets.add(street);
    byTown.set(town ?? '', streets);
  }
  return [...byTown]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([town, streets]) => {
      const names = [...streets].sort();
      const rest = names.length - 3;
      const said = rest > 0 ? [...names.slice(0, 3), `${rest} other street${rest === 1 ? '' : 's'}`] : names;
      return names.length === 0 ? town : `${listed(said)}, ${town}`;
    })
    .join('; ');
}

function summaryOf(files: readonly TableFile[], counting: Counting): string {
  const kinds = conductKinds.filter((kind) => files.some((file) => file.conductKinds.includes(kind)));
  const what = listed(
    kinds.map((kind, n) => (n === 0 ? conductKindWords[kind] : inSentence(conductKindWords[kind]))),
  );
  const warned = files.filter((file) => file.warnedOn !== null);
  return `${what}. ${counted(warned.length, 'warning', counting)} served, ${months(warned.map((f) => f.warnedOn))}.`;
}

/**
 * How many of the files something happened to. In what is published no number: with that of the warnings beside it, a small
 * one could be had by taking away.
 */
function share(n: number, all: number, noun: readonly [string, string], counting: Counting): string {
  if (counting === 'exact') return `${n} ${n === 1 ? noun[0] : noun[1]}`;
  return n === all ? `All ${noun[1]}` : `Some ${noun[1]}`;
}

/** What came of it, in the order in which it happens; what happened to nobody is not said, but for breaches of a notice. */
function updateOf(files: readonly TableFile[], today: Day, counting: Counting): string {
  const notices = files.filter((f) => f.noticeOn !== null);
  const breached = files.filter((f) => f.breachedOn !== null && f.verdict !== 'acquitted');
  const of = (status: string) => files.filter((f) => f.status === status);
  const complied = of('complied').length;
  const endings = new Set(of('discharged').flatMap((f) => f.ending ?? []));
  const waiting = of('warned').filter((f) => f.complyBy !== null && f.complyBy >= today);
  const parts = [
    waiting.length > 0 && 'The time to comply has not ended.',
    complied > 0 && `${share(complied, files.length, ['case', 'cases'], counting)} complied with.`,
    notices.length > 0 &&
      `${counting === 'exact' ? share(notices.length, files.length, ['notice', 'notices'], counting) : 'Notice'} served, ${months(notices.map((f) => f.noticeOn))}.`,
    of('appealed').length > 0 && 'An appeal is running.',
    notices.length > 0 && breachWords(breached.length, counting),
    ...[...endings].map((ending) => `${endingWords[ending]}.`),
  ].filter((part) => typeof part === 'string');
  return parts.length > 0 ? parts.join(' ') : 'Being looked at after the time to comply.';
}
function breachWords(n: number, counting: Counting): string {
  if (n === 0) return 'No breach.';
  if (counting === 'published') return 'Notice breached.';
  return n === 1 ? '1 breach.' : `${n} breaches.`;
}

/**
 * The table: one line a case, or a street and conduct where there is no case, in the order of places. Only files whose
 * warning was served are in it. Written from codes and the gazetteer alone, so that no name typed by anybody can be in it.
 */
export function tableOf(files: readonly TableFile[], today: Day, counting: Counting): TableRow[] {
  const groups = new Map<string, TableFile[]>();
  for (const file of files.filter((one) => one.warnedOn !== null)) {
    const key =
      file.caseId ?? `${file.streetWords ?? file.districtName} ${[...file.conductKinds].sort().join()}`;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()]
    .map((group) => ({
      location: locationOf(group),
      summary: summaryOf(group, counting),
      update: updateOf(group, today, counting),
    }))
    .sort((a, b) => a.location.localeCompare(b.location) || a.summary.localeCompare(b.summary));
}
