import type { RetentionKind } from './retention.kinds.ts';
import { enforcementLines, peopleLines } from './retention.lines.ts';
import { intelligenceLines, ownLines, workLines } from './retention.lines-more.ts';

export { type RetentionKind, retentionKinds } from './retention.kinds.ts';

/** What comes of a record when its time has come. */
export type RetentionAction = 'delete' | 'strip' | 'never';

/**
 * Who says how long. `guidance` is written down by somebody with a word in it. `unverified` is a proposal that nobody outside
 * this product is known to have made. `own` is the working of the system itself, about
 * which no law or guidance names a number. `law` forbids what the line says is never done.
 */
export type RetentionMarking = 'law' | 'guidance' | 'unverified' | 'own';

/** One kind of record, and how long it is kept. */
export interface RetentionRule {
  kind: RetentionKind;
  words: string;
  /** Group of police information, where the kind has one (domain 2.16). */
  group: string;
  /** Months; of an agency's records what is proposed, by `guidance` the least. None where nothing is ever deleted. */
  months: number | undefined;
  /** The day from which the months are counted. */
  from: string;
  action: RetentionAction;
  /** What goes and what stays, in a sentence. */
  what: string;
  /** What keeps it all the same, besides a legal hold and an open request of somebody for their own data, which keep any kind. */
  keptFor: string;
  marking: RetentionMarking;
  source: string;
  /** Whether records of the kind are an agency's: none goes until it has said how long. Those of nobody's go by one rule. */
  isOfAgency: boolean;
  /** Whether an auditor is told how many are due, of their own agency. */
  isCounted: boolean;
}

/** Every line, the most personal files first. */
export const retentionRules: readonly RetentionRule[] = [
  ...peopleLines,
  ...enforcementLines,
  ...workLines,
  ...intelligenceLines,
  ...ownLines,
];

export const ruleOf = (kind: RetentionKind): RetentionRule => {
  const rule = retentionRules.find((one) => one.kind === kind);
  if (!rule) throw new Error(`No rule for ${kind}.`);
  return rule;
};

/** Lines that the nightly job goes by. */
export const goingRules: readonly RetentionRule[] = retentionRules.filter(({ action }) => action !== 'never');
/** Lines whose period an agency sets: a person says once that records of people may go by themselves (domain §8, disposal). */
export const settableKinds = retentionRules
  .filter(({ isOfAgency }) => isOfAgency)
  .map(({ kind }) => kind) as [RetentionKind, ...RetentionKind[]]; // the table has such lines

/** What this product does not let go by itself yet, said on the page. */
export const notCovered: readonly string[] = [
  'Meetings, their agendas, decisions and minutes; returns; cases’ places on an agenda',
  'Received records of groups 1 to 3, which a person must review',
  'Files of the victim register that were joined, or whose address must stay hidden',
  'Premises whose address must stay hidden; schemes themselves',
  'Which officer did a piece of work: the officer’s name stays with the time, the stop, the visit',
  'People of the directory, their roles, powers and training',
  'The unit’s own settings, and the harm matrix',
];
