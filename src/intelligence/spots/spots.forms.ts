import { z } from 'zod';
import { harmKinds } from '../../../reference/harm-kinds.ts';
import { spotMethod } from '../../../reference/hot-spots.ts';
import { addDays, type Day } from '../../platform/clock/clock.ts';
import type { SpotsOf } from './spots.store.ts';

export const kindCodes = harmKinds.map(({ code }) => code) as [string, ...string[]]; // the table of kinds is not empty
/** The kind of harm of a code. */
export function harmKind(code: string) {
  const found = harmKinds.find((one) => one.code === code);
  if (!found) throw new Error(`No kind of harm is called ${code}.`);
  return found;
}

/** `A,B` or the same name twice, as an address says it. */
export const codesIn = z.preprocess(
  (raw) =>
    [...new Set([raw].flat().flatMap((one) => (typeof one === 'string' ? one.split(',') : [])))].filter(
      Boolean,
    ),
  z.array(z.string().regex(/^[A-Za-z0-9-]{1,20}$/)).max(40),
);
export const monthText = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
const month = z.preprocess((raw) => (raw === '' ? undefined : raw), monthText.optional().catch(undefined));

/** What is counted; what cannot be read is as if it were not said. */
export const spotsQuery = z.object({
  kind: z.enum(kindCodes).catch(kindCodes[0]).default(kindCodes[0]),
  districts: codesIn.catch([]).default([]),
  from: month,
  to: month,
  metres: z.coerce
    .number()
    .refine((given) => spotMethod.cells.some((one) => one === given))
    .catch(spotMethod.usualCell)
    .default(spotMethod.usualCell),
});
export type SpotsInput = z.output<typeof spotsQuery>;

/** The records behind one figure: of a square, of a month, or of somebody or somewhere that is met again. */
export const spotsPageQuery = spotsQuery.extend({
  cell: z.string().max(40).optional().catch(undefined),
  month,
  key: z.string().max(300).optional().catch(undefined),
});
export type SpotsPageInput = z.output<typeof spotsPageQuery>;
export const spotsTables = ['spots', 'places', 'victims', 'records'] as const;
export const spotsFileQuery = spotsQuery.extend({
  table: z.enum(spotsTables).catch('spots').default('spots'),
});

/** Months that can be chosen: three years with the one of today, the newest first. */
export function monthsToChoose(today: Day): string[] {
  const months = [today.slice(0, 7)];
  while (months.length < 36) months.push(addDays(`${months.at(-1)}-01`, -1).slice(0, 7));
  return months;
}
/** Twelve months are counted unless others are chosen; two in the wrong order are turned round. */
export function periodOf(given: { from?: string | undefined; to?: string | undefined }, today: Day) {
  const choice = monthsToChoose(today);
  const [from = choice[11] ?? '', to = choice[0] ?? ''] = [given.from, given.to];
  return from <= to ? { from, to } : { from: to, to: from };
}
/** What a query asks to be counted. */
export const askedFor = (given: SpotsInput, today: Day): SpotsOf => ({
  ...periodOf(given, today),
  ...{ kind: harmKind(given.kind), districts: given.districts },
});
/** A query as an address, with what is as usual left out. */
export const spotsValues = (given: Partial<SpotsPageInput>): Record<string, unknown> => ({
  ...given,
  districts: given.districts?.join(','),
  metres: given.metres === spotMethod.usualCell ? undefined : given.metres,
});

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
export const monthWords = (text: string): string => monthName.format(new Date(`${text}-01T00:00:00Z`));
