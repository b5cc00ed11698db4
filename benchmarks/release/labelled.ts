import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Behind, revealing, signsIn } from '../../src/intelligence/package/revealing.ts';

/** One labelled text with what stands behind it. */
export interface Labelled {
  scenario: number;
  /** What it leaks; «clean» leaks nothing. */
  label: string;
  text: string;
  behind: Behind;
}
/** How the check did on a part of the set. */
export interface Score {
  leaks: number;
  /** Leaks that neither stop the text nor give a sign. */
  missed: Labelled[];
  /** Leaks that stop it outright. */
  stopped: number;
  clean: number;
  /** Clean texts that are stopped or give a sign. */
  alarms: Labelled[];
  byLabel: Record<string, { texts: number; found: number }>;
}

/** Reads the set: `== n` begins a scenario, `field: words` says what stands behind it, any other label is a text. */
export function readSet(root: string): Labelled[] {
  const found: Labelled[] = [];
  let scenario = 0;
  let given: Record<string, string> = {};
  for (const row of readFileSync(join(root, 'benchmarks/release/set.txt'), 'utf8').split('\n')) {
    if (row.startsWith('#') || row.trim() === '') continue;
    if (row.startsWith('== ')) {
      scenario = Number(row.slice(3));
      given = {};
      continue;
    }
    const [, label = '', text = ''] = /^([a-z]+): ?(.*)$/.exec(row) ?? [];
    // The first `name` and `pseudonym` of a scenario say who the source is; later ones are texts that leak it.
    const isBehind =
      ['links', 'how', 'fears', 'raw'].includes(label) ||
      (['name', 'pseudonym'].includes(label) && given[label] === undefined);
    if (isBehind) given[label] = text;
    else {
      const { pseudonym, how = '', fears = '', raw = '', links = '' } = given;
      const behind = {
        pseudonym,
        pointing: [how, fears],
        raw,
        riskToSource: fears !== '',
        linked: links.split('; '),
      };
      found.push({ scenario, label, text, behind });
    }
  }
  return found;
}

/** Whether anything tells the officer to look, and whether it stops the text. */
export const answerTo = ({ text, behind }: Labelled) => ({
  stops: revealing(text, behind),
  signs: signsIn(text, behind),
});

/** Counts misses and false alarms. */
export function scoreOf(texts: readonly Labelled[]): Score {
  const score: Score = { leaks: 0, missed: [], stopped: 0, clean: 0, alarms: [], byLabel: {} };
  for (const one of texts) {
    const { stops, signs } = answerTo(one);
    const isFound = stops !== undefined || signs.length > 0;
    if (one.label === 'clean') {
      score.clean += 1;
      if (isFound) score.alarms.push(one);
      continue;
    }
    score.leaks += 1;
    if (stops) score.stopped += 1;
    if (!isFound) score.missed.push(one);
    const label = score.byLabel[one.label] ?? { texts: 0, found: 0 };
    score.byLabel[one.label] = { texts: label.texts + 1, found: label.found + (isFound ? 1 : 0) };
  }
  return score;
}

/** Scenarios of even number were held out: no rule was made with them in view. */
export const halves = (texts: readonly Labelled[]) => ({
  seen: texts.filter(({ scenario }) => scenario % 2 === 1),
  'held out': texts.filter(({ scenario }) => scenario % 2 === 0),
});
