import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firmForm, firmsIn } from '../../src/intelligence/link/firm.rules.ts';

/** A text with the firms that a person would link it to. */
export interface Named {
  text: string;
  firms: string[];
  known: string[];
  /** Written after the rules, and no rule was made with it in view. */
  isHeldOut: boolean;
}
/** How the finder did on a part of the set. */
export interface Score {
  texts: number;
  firms: number;
  missed: { text: string; firm: string }[];
  suggested: number;
  alarms: { text: string; label: string }[];
}

/** Reads the set: `known:` says what the register holds, a text stands before `=>` and its firms behind. */
export function readSet(root: string): Named[] {
  let known: string[] = [];
  let isHeldOut = false;
  return readFileSync(join(root, 'benchmarks/firms/set.txt'), 'utf8')
    .split('\n')
    .flatMap((row): Named[] => {
      if (row === '== held out') isHeldOut = true;
      if (row.startsWith('known: ')) known = row.slice(7).split('; ');
      const [text = '', firms] = row.split(' =>');
      if (row.startsWith('#') || firms === undefined) return [];
      return [{ text, firms: firms.trim() === '' ? [] : firms.trim().split('; '), known, isHeldOut }];
    });
}

/** Counts firms that are not suggested, and suggestions that are no firm. A name with a word too many or too few is both. */
export function scoreOf(set: readonly Named[]): Score {
  const score: Score = { texts: set.length, firms: 0, missed: [], suggested: 0, alarms: [] };
  for (const { text, firms, known } of set) {
    const labels = firmsIn(text, known).map(({ label }) => label);
    const asked = new Set(firms.map(firmForm));
    const given = new Set(labels.map(firmForm));
    score.firms += firms.length;
    score.suggested += labels.length;
    score.missed.push(...firms.filter((firm) => !given.has(firmForm(firm))).map((firm) => ({ text, firm })));
    score.alarms.push(
      ...labels.filter((label) => !asked.has(firmForm(label))).map((label) => ({ text, label })),
    );
  }
  return score;
}

/** The texts that the rules were made with, and those that were written after them. */
export const halves = (set: readonly Named[]) => ({
  seen: set.filter(({ isHeldOut }) => !isHeldOut),
  'held out': set.filter(({ isHeldOut }) => isHeldOut),
});
