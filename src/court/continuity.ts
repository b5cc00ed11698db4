import { createHash } from 'node:crypto';

/** What the hash of one line of continuity is made of, besides the line before. */
export interface ContinuityLine {
  itemId: string;
  position: number;
  at: Date;
  officerId: string;
  words: string;
}

/** Each line is hashed with the one before it: taking one out, or changing one, breaks every hash after it. */
export const continuityHash = (before: string, line: ContinuityLine): string =>
  createHash('sha256')
    .update(
      [before, line.itemId, line.position, line.at.toISOString(), line.officerId, line.words].join('\n'),
    )
    .digest('hex');

/** The position of the first line that does not follow from the one before it; undefined where all do. */
export function firstBroken(lines: readonly (ContinuityLine & { hash: string })[]): number | undefined {
  let before = '';
  for (const [index, line] of lines.entries()) {
    if (line.position !== index || continuityHash(before, line) !== line.hash) return index;
    before = line.hash;
  }
  return undefined;
}
