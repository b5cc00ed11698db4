import type { Work } from '../platform/http/work.ts';
import type { FigureView } from './figure.queries.ts';
import { type FigureValue, figureWords } from './indicator.ts';
import { lastQuarters, type Period, quarterPeriod } from './period.ts';
import { listEditions, listPublished, type PublishedFigure } from './quarter.store.ts';

/** Quarters that stand beside one another in a quarter's paper, its own among them. */
const beside = 4;

/** The quarter of a period and the three before it, oldest first; none where the period is no quarter. */
export const quartersTo = (period: Period): readonly Period[] =>
  quarterPeriod(period.from).key === period.key
    ? [...lastQuarters(period.from, beside - 1).reverse(), period]
    : [];

/** A quarter in the few letters that a column has room for: `Q2 2026-27`. */
export const quarterLabel = ({ key }: Pick<Period, 'key'>): string =>
  key.replace(/^(\d{4}-\d\d)-(Q\d)$/, '$2 $1');

/** How one quarter stands to the one before, in a word that a projector shows as well as a screen; nothing where either is not counted. */
export function moved(before: FigureValue | undefined, now: FigureValue): 'Up' | 'Down' | 'Same' | '' {
  if (before?.kind !== 'value' || now.kind !== 'value') return '';
  if (now.value === before.value) return 'Same';
  return now.value > before.value ? 'Up' : 'Down';
}
export const movedIn = ({ quarters }: Pick<FigureView, 'quarters'>): string => {
  const last = quarters.at(-1);
  return last ? moved(quarters.at(-2)?.figure, last.figure) : '';
};

/** The words of one figure in each quarter, in the order of its columns. */
export const trendWords = ({ row, quarters }: Pick<FigureView, 'row' | 'quarters'>): string[] =>
  quarters.map(({ figure }) => figureWords(row, figure));

/** What was published of the quarters before one: in the words that left the partnership, which nothing is added to. */
export interface PublishedBefore {
  quarter: string;
  figures: readonly PublishedFigure[];
}
export async function publishedBefore(work: Work, period: Period): Promise<PublishedBefore[]> {
  const found: PublishedBefore[] = [];
  for (const { key } of quartersTo(period).slice(0, -1)) {
    const latest = (await listEditions(work, key))[0];
    found.push({ quarter: key, figures: latest ? await listPublished(work, key, latest.edition) : [] });
  }
  return found;
}

/** The words that a figure or a part of one had in an earlier quarter. */
export const publishedWords = (before: PublishedBefore, figure: PublishedFigure): string =>
  before.figures.find(
    ({ code, areaCode, part }) =>
      code === figure.code && areaCode === figure.areaCode && part === figure.part,
  )?.shown ?? 'Not published';
