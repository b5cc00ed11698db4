import { hashText } from '../compare/comparison.ts';
import { saysNothing } from '../normalise/contact.ts';
import { fold, wordsOf } from '../normalise/fold.ts';
import type { FieldKind } from '../recognise.rules.ts';
import type { Column } from '../table.ts';

/** What is in a column, as far as it is held against a column of another list. */
export interface Content {
  values: ReadonlySet<string>;
  words: ReadonlySet<string>;
  /** Words of a value, in the mean. */
  length: number;
  /** Of numbers: the lower quartile, the middle and the upper one. */
  quartiles: readonly number[];
}

const mostValues = 4000;

/**
 * Of very many values those are looked at whose hash says so: the same ones in every list, or some of them, so that what lists share is kept.
 */
export function contentOf({ values }: Pick<Column, 'values'>, ofNumbers: boolean): Content {
  const every = 2 ** Math.max(0, Math.ceil(Math.log2(values.length / mostValues)));
  const [whole, words, numbers] = [new Set<string>(), new Set<string>(), [] as number[]];
  let count = 0;
  for (const value of values) {
    if (saysNothing(value)) continue;
    const text = fold(value);
    if (every > 1 && (hashText(text) >>> 8) % every !== 0) continue;
    whole.add(text);
    for (const word of wordsOf(value)) {
      words.add(word);
      count += 1;
    }
    if (ofNumbers) numbers.push(Number(value.replace(/[^\d.-]/g, '')));
  }
  const sorted = numbers.filter(Number.isFinite).sort((x, y) => x - y);
  const quartiles = [0.25, 0.5, 0.75].map((share) => sorted[Math.floor(sorted.length * share)] ?? 0);
  return { values: whole, words, length: count / Math.max(1, whole.size), quartiles };
}

function shared(x: ReadonlySet<string>, y: ReadonlySet<string>): number {
  const [less, more] = x.size <= y.size ? [x, y] : [y, x];
  let both = 0;
  for (const one of less) if (more.has(one)) both += 1;
  return both / Math.max(1, x.size + y.size - both);
}

const near = (x: number, y: number) => (x === y ? 1 : Math.max(0, Math.min(x, y) / Math.max(x, y)));

/** How much two columns look to hold the same thing, from 0 to 1. */
export function alike(x: Content, y: Content, kind: FieldKind): number {
  if (kind === 'number')
    return x.quartiles.reduce((product, one, at) => product * near(one, y.quartiles[at] ?? 0), 0.5);
  return Math.max(shared(x.values, y.values), shared(x.words, y.words) * near(x.length, y.length));
}
