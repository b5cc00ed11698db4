import { linkKinds, linkKindWords } from '../link/link.words.ts';

/** What stands on a chart: items, and whom or what they name. */
const elementKinds = ['item', ...linkKinds] as const;
export type ElementKind = (typeof elementKinds)[number];
export const elementKindWords: Record<ElementKind, string> = { item: 'Item', ...linkKindWords };

/** Steps outward that a chart can go: an item is one step from whom it names, and they are one from each item. */
export const stepsAllowed = [1, 2, 3, 4, 5, 6] as const;
export const usualSteps = 2;
export const stepsWords: Record<number, string> = {
  1: '1: the items that name it',
  2: '2: what else those items name',
  3: '3: other items that name that',
  4: '4: what those items name',
  5: '5: the items beyond',
  6: '6: what they name',
};

/** Elements that a chart can hold. */
export const capsAllowed = [100, 500, 2000, 10_000] as const;
export const usualCap = 500;

/** Subjects that a chart can start from, the first among them. */
export const startsAllowed = 6;

/** Elements that a viewer may hide, and pin, on one chart: more makes no address. */
export const mostHidden = 100;
export const mostPinned = 60;

/** Links that one step reads at most. */
export const linksPerStep = 60_000;

/** Which of the equal tables is shown under the drawing. */
export const chartTables = ['elements', 'links', 'items', 'way'] as const;
export type ChartTable = (typeof chartTables)[number];
export const chartTableWords: Record<ChartTable, string> = {
  elements: 'Elements',
  links: 'Links',
  items: 'Timeline',
  way: 'Way between two',
};
