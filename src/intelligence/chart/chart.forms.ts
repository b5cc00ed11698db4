import { z } from 'zod';
import { sortParam } from '../../platform/database/sorting.ts';
import { linkKinds } from '../link/link.words.ts';
import {
  capsAllowed,
  chartTables,
  mostHidden,
  mostPinned,
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

const ids = (most: number) =>
  z.preprocess(
    (raw) => (typeof raw === 'string' ? raw.split(',') : Array.isArray(raw) ? raw : []),
    z
      .array(z.string())
      .transform((given) => [...new Set(given)].filter((one) => uuid.safeParse(one).success).slice(0, most)),
  );
/** An element that stays, and where it was put, in lengths of the drawing; `id` or `id:x:y` in an address. */
export interface Pin {
  id: string;
  x: number | null;
  y: number | null;
}
const place = (raw: string | undefined): number | null => {
  const number = Number(raw);
  return raw === undefined || raw === '' || !Number.isFinite(number) || Math.abs(number) > 100_000
    ? null
    : Math.round(number * 10) / 10;
};
const pins = z.preprocess(
  (raw) => (typeof raw === 'string' ? raw.split(',') : Array.isArray(raw) ? raw : []),
  z.array(z.string()).transform((given): Pin[] => {
    const found = given.flatMap((one) => {
      const [id = '', rawX, rawY] = one.split(':');
      const [x, y] = [place(rawX), place(rawY)];
      return uuid.safeParse(id).success
        ? [x === null || y === null ? { id, x: null, y: null } : { id, x, y }]
        : [];
    });
    return [...new Map(found.map((pin) => [pin.id, pin])).values()].slice(0, mostPinned);
  }),
);
const pinText = ({ id, x, y }: Pin): string => (x === null ? id : `${id}:${x}:${y}`);

/** How far a chart goes, what is on it, and how its tables are read. What cannot be read is as if it were not said. */
export const chartQuery = z.object({
  /** Further subjects to start from: links that name them. */
  also: ids(startsAllowed - 1),
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
  /** Elements that are left out until they are shown again. */
  hide: ids(mostHidden),
  /** Elements that stay where they were put. */
  pin: pins,
  /** Two elements between which the shortest way is wanted; one while the other is not chosen. */
  way: ids(2),
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
  hide: given.hide?.join(','),
  pin: given.pin?.map(pinText).join(','),
  way: given.way?.join(','),
  steps: given.steps === usualSteps ? undefined : given.steps,
  cap: given.cap === usualCap ? undefined : given.cap,
  table: given.table === 'elements' ? undefined : given.table,
  page: given.page === 1 ? undefined : given.page,
});
