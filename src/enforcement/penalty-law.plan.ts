import { addDays, type Day } from '../platform/clock/clock.ts';
import { type FieldProblem, invalid, ok, type Result } from '../platform/failures/failures.ts';
import { dayWords, moneyWords } from '../platform/ui/index.ts';
import { lawOn, type PenaltyLaw } from './penalty.ts';

/** A row that holds for offences of some days, both included. */
export interface Dated {
  id: string;
  /** The row that ends the day before, since this one was laid against it. */
  closesId?: string | null;
  validFrom: Day | null;
  validTo: Day | null;
}

/** How a new row takes its place among those that hold already. */
export interface Place {
  /** Its last day; null until further notice. */
  validTo: Day | null;
  /** The row that ends the day before, and on which day it ended until now. */
  closes: { id: string; was: Day | null; validTo: Day } | null;
}

/**
 * Puts a row from a day on among those there are. Nothing that held on a day that is past is changed: a row may start
 * today or earlier only where no other holds.
 */
export function placeFrom(rows: readonly Dated[], from: Day, today: Day): Result<Place> {
  const held = rows.filter((row): row is Dated & { validFrom: Day } => row.validFrom !== null);
  if (held.some((row) => row.validFrom === from))
    return invalid({ field: 'validFrom', words: 'Another one starts on that day: take it back first' });
  const covering = held.find((row) => row.validFrom < from && (row.validTo === null || row.validTo >= from));
  if (covering && from <= today)
    return invalid({
      field: 'validFrom',
      words: `Another one holds since ${dayWords(covering.validFrom)}: give a day after today, so that the past stays as it was`,
    });
  const next = held
    .map((row) => row.validFrom)
    .filter((day) => day > from)
    .sort()[0];
  return ok({
    validTo: next ? addDays(next, -1) : null,
    closes: covering ? { id: covering.id, was: covering.validTo, validTo: addDays(from, -1) } : null,
  });
}

/**
 * Whether a row was laid against this one since, so that taking it back would leave two that hold on one day, or none:
 * one that follows it, or one that was put between it and the row it had closed.
 */
export function isFollowed(rows: readonly Dated[], row: Dated & { validFrom: Day }): boolean {
  const dayBefore = addDays(row.validFrom, -1);
  return rows.some(
    (other) =>
      other.closesId === row.id ||
      (other.id !== row.id &&
        other.id !== row.closesId &&
        Boolean(row.closesId) &&
        other.validTo === dayBefore),
  );
}

/** What a council may adopt. Amounts in pence. */
export interface Adoption {
  offence: string;
  amountPence: number;
  earlyPence?: number | undefined;
  earlyDays?: number | undefined;
  windowDays: number;
  validFrom: Day;
}

/** What the law of the first day says against an amount; nothing where it allows it. */
export function problemsOf(adoption: Adoption, laws: readonly PenaltyLaw[]): FieldProblem[] {
  const law = lawOn(laws, adoption.offence, adoption.validFrom);
  if (!law)
    return [
      {
        field: 'validFrom',
        words: `No law in force on ${dayWords(adoption.validFrom)} gives an amount for this offence`,
      },
    ];
  const { amountPence, earlyPence, earlyDays, windowDays } = adoption;
  const problems: FieldProblem[] = [];
  const least = law.minPence ?? 0;
  if (amountPence > law.maxPence || amountPence < least)
    problems.push({
      field: 'amount',
      words: `Give ${moneyWords(least)} to ${moneyWords(law.maxPence)}: what the law allows on that day (${law.legalBasis})`,
    });
  if (earlyPence !== undefined && earlyPence >= amountPence)
    problems.push({ field: 'early', words: 'Give less than the full amount, or leave it empty' });
  if (earlyPence !== undefined && earlyPence < (law.earlyMinPence ?? 0))
    problems.push({
      field: 'early',
      words: `Give ${moneyWords(law.earlyMinPence ?? 0)} or more: the least the law allows`,
    });
  if ((earlyPence === undefined) !== (earlyDays === undefined))
    problems.push({
      field: earlyPence === undefined ? 'early' : 'earlyDays',
      words: 'Give both the lower amount and its days, or neither',
    });
  if (windowDays < law.minWindowDays)
    problems.push({
      field: 'windowDays',
      words: `Give ${law.minWindowDays} days or more: no prosecution may start before`,
    });
  if (earlyDays !== undefined && earlyDays > windowDays)
    problems.push({ field: 'earlyDays', words: 'Give no more days than there are to pay' });
  return problems;
}
