/** A run of words of the text as it came in, and whether the text that may cross has them too. */
export interface Run {
  words: string;
  isKept: boolean;
}

/** Beyond so many words nobody reads marks, and comparing each with each would take long. */
const mostWords = 1500;

const wordsOf = (text: string): string[] => text.match(/\S+\s*/g) ?? [];
const same = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * What was taken out of a text to make the one that may cross: the longest series of words that both have, in their order, is kept, everything
 * else was taken out. Undefined where a text is too long to compare, or nothing may cross.
 */
export function takenOut(body: string, sanitised: string): Run[] | undefined {
  const [before, after] = [wordsOf(body), wordsOf(sanitised)];
  if (after.length === 0 || before.length > mostWords || after.length > mostWords) return undefined;
  const kept = keptIn(before.map(same), after.map(same));
  const runs: Run[] = [];
  for (const [at, words] of before.entries()) {
    const isKept = kept.has(at);
    const last = runs.at(-1);
    if (last?.isKept === isKept) last.words += words;
    else runs.push({ words, isKept });
  }
  return runs;
}

/** Where the words stand in the first that a longest common series has. */
function keptIn(before: readonly string[], after: readonly string[]): Set<number> {
  const width = after.length + 1;
  const longest = new Uint16Array((before.length + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1)
    for (let column = after.length - 1; column >= 0; column -= 1)
      longest[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const kept = new Set<number>();
  for (let row = 0, column = 0; row < before.length && column < after.length; )
    if (before[row] === after[column]) {
      kept.add(row);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  return kept;
}
