import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firmsIn } from '../../src/intelligence/link/firm.rules.ts';
import { peopleIn, personForm } from '../../src/intelligence/link/person.rules.ts';

/** A text with the people that a person would link it to. */
export interface Labelled {
  text: string;
  people: string[];
  /** Written after the rules, and no rule was made with it in view. */
  isHeldOut: boolean;
}
/** How the finder did on a part of the set. */
export interface Score {
  texts: number;
  people: number;
  missed: { text: string; name: string }[];
  suggested: number;
  alarms: { text: string; name: string }[];
}

/** Reads the set: a text stands before `=>` and the people of it behind. */
export function readSet(root: string): Labelled[] {
  let isHeldOut = false;
  return readFileSync(join(root, 'benchmarks/people/set.txt'), 'utf8')
    .split('\n')
    .flatMap((row): Labelled[] => {
      if (row === '== held out') isHeldOut = true;
      const [text = '', people] = row.split(' =>');
      if (row.startsWith('#') || people === undefined) return [];
      return [{ text, people: people.trim() === '' ? [] : people.trim().split('; '), isHeldOut }];
    });
}

/** People that the rules find in a text, after its firms, as the product asks for them. */
export const foundIn = (text: string): string[] =>
  peopleIn(
    text,
    firmsIn(text).map(({ label }) => label),
  );

/** Counts people who are not suggested, and suggestions that are nobody. A name with a word too many or too few is both. */
export function scoreOf(set: readonly Labelled[]): Score {
  const score: Score = { texts: set.length, people: 0, missed: [], suggested: 0, alarms: [] };
  for (const { text, people } of set) {
    const names = foundIn(text);
    const asked = new Set(people.map(personForm));
    const given = new Set(names.map(personForm));
    score.people += people.length;
    score.suggested += names.length;
    score.missed.push(
      ...people.filter((name) => !given.has(personForm(name))).map((name) => ({ text, name })),
    );
    score.alarms.push(
      ...names.filter((name) => !asked.has(personForm(name))).map((name) => ({ text, name })),
    );
  }
  return score;
}

/** The texts that the rules were made with, and those that were written after them. */
export const halves = (set: readonly Labelled[]) => ({
  seen: set.filter(({ isHeldOut }) => !isHeldOut),
  'held out': set.filter(({ isHeldOut }) => isHeldOut),
});
