import { differencesOf, type Fields, namesOf, type Preview } from '../directory/index.ts';
import { addDays } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { dayWords, moneyWords } from '../platform/ui/index.ts';
import { offenceName } from './penalty.ts';
import type { PlannedAdoption, PlannedLaw } from './penalty-law.commands.ts';
import { problemsOf } from './penalty-law.plan.ts';
import { listPenaltyLaw } from './penalty-law.store.ts';

/**
 * The same for each change: which notices it touches. Issued ones keep what they were issued with, and how many drafts
 * there are is not said: an administrator may not learn of penalties that they cannot see.
 */
const notices = (from: string): string[] => [
  'No notice that was issued is touched, open or closed: each keeps the amount and the days it was issued with.',
  `Drafts are: a notice for an offence on ${dayWords(from)} or later is judged by it when it is issued. One for an earlier offence is not.`,
];

/** What recording an adopted amount would do. */
export async function previewOfAdoption(work: Work, plan: PlannedAdoption): Promise<Preview> {
  const { after, row, closed, place } = plan;
  const names = await namesOf(work.db, [row.agencyId]);
  const effects = [...notices(row.validFrom)];
  if (closed && place.closes)
    effects.push(
      `${moneyWords(closed.amountPence)} (${closed.minute}) holds for offences until ${dayWords(place.closes.validTo)}.`,
    );
  if (row.validTo)
    effects.push(`Another amount follows: this one holds until ${dayWords(row.validTo)} and that day.`);
  // The law may change while the amount stands: said now, since nothing could be issued then.
  const laws = await listPenaltyLaw(work);
  for (const law of laws.filter((each) => each.offence === row.offence && each.status === 'active')) {
    const from = law.validFrom;
    if (from === null || from <= row.validFrom || (row.validTo !== null && from > row.validTo)) continue;
    const given = { ...row, earlyPence: row.earlyPence ?? undefined, earlyDays: row.earlyDays ?? undefined };
    if (problemsOf({ ...given, validFrom: from }, laws).length > 0)
      effects.push(
        `From ${dayWords(from)} the law allows ${moneyWords(law.minPence ?? 0)} to ${moneyWords(law.maxPence)}: nothing could be issued by this amount then.`,
      );
  }
  return { differences: differencesOf(null, after, names), effects };
}

const lawLines = (row: PlannedLaw['before']): Fields => ({
  ...{
    status: row.status,
    validFrom: row.validFrom,
    validTo: row.validTo,
    confirmedWords: row.confirmedWords,
  },
});

/** What switching a row of the law on would do, and whose adopted amounts it would leave outside the law. */
export async function previewOfLaw(
  work: Work,
  { before, after, closed, place }: PlannedLaw,
  outside: readonly string[],
): Promise<Preview> {
  const from = after.validFrom ?? work.clock.today();
  const effects = [
    ...notices(from),
    `${offenceName(after.offence)}: ${moneyWords(after.minPence ?? 0)} to ${moneyWords(after.maxPence)} (${after.legalBasis}).`,
  ];
  if (closed && place.closes)
    effects.push(
      `The row of ${dayWords(closed.validFrom ?? addDays(from, -1))} holds until ${dayWords(place.closes.validTo)}.`,
    );
  if (outside.length > 0)
    effects.push(
      `Adopted amounts that would be outside it, so that nothing could be issued: ${outside.join(', ')}.`,
    );
  return {
    differences: differencesOf(lawLines(before), lawLines(after), new Map()),
    effects,
    ...(before.marking === 'general-knowledge'
      ? { warning: 'No source was found for this row. Switch it on only with the law in your hand.' }
      : {}),
  };
}
