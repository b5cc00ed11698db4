import { z } from 'zod';
import { sortParam } from '../../platform/database/sorting.ts';
import { linkKinds } from '../link/link.words.ts';
import {
  capsAllowed,
  chartTables,
  startsAllowed,
  stepsAllowed,
  usualCap,
  usualSteps,
} from './chart.words.ts';

/** `person,phone` or the same name twice, as an address says it; what is not in the list is left out. */
const severalOf = <T extends string>(allowed: readonly T[]) =>
  z.preprocess(
    (raw) => [raw].flat().flatMap((one) => (typeof one === 'string' ? one.split(',') : [])),
    z.array(z.string()).transform((given) => allowed.filter((one) => given.includes(one))),
  );
const oneOf = (allowed: readonly number[], usual: number) =>
  z.coerce
    .number()
    .refine((number) => allowed.includes(number))
    .catch(usual);
const day = z.preprocess((raw) => (raw === '' ? undefined : raw), z.iso.date().optional().catch(undefined));
const uuid = z.uuid();

export const chartParams = z.object({ linkId: z.uuid() });

/** How far a chart goes, what is on it, and how its tables are read. What cannot be read is as if it were not said. */
export const chartQuery = z.object({
  /** Further subjects to start from: links that name them. */
  also: z.preprocess(
    (raw) => (typeof raw === 'string' ? raw.split(',') : []),
    z
      .array(z.string())
      .transform((given) =>
        [...new Set(given)].filter((one) => uuid.safeParse(one).success).slice(0, startsAllowed - 1),
      ),
  ),
  steps: oneOf(stepsAllowed, usualSteps),
  cap: oneOf(capsAllowed, usualCap),
  /** Kinds of subject to go by; none named is all. */
  kinds: severalOf(linkKinds),
  since: day,
  until: day,
  /** The agency that sent the items by the form, or `other` for items that came otherwise. */
  service: z
    .union([z.uuid(), z.literal('other')])
    .optional()
    .catch(undefined),
});
export type ChartInput = z.output<typeof chartQuery>;

export const chartPageQuery = chartQuery.extend({
  table: z.enum(chartTables).catch('elements'),
  sort: sortParam,
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ChartPageInput = z.output<typeof chartPageQuery>;

/** Addresses of one chart with other values; what is as usual is left out. */
export const chartValues = (given: Partial<ChartPageInput>): Record<string, unknown> => ({
  ...given,
  also: given.also?.join(','),
  kinds: given.kinds?.join(','),
  steps: given.steps === usualSteps ? undefined : given.steps,
  cap: given.cap === usualCap ? undefined : given.cap,
  table: given.table === 'elements' ? undefined : given.table,
  page: given.page === 1 ? undefined : given.page,
});
