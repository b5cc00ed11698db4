import type { Assessment, Grade, Handling, SourceEvaluation } from '../item/grade.rules.ts';

/** The older 5x5x5, which older systems still hand over (domain 2.2). Its words are read; it is never shared as it is. */
const sources: Readonly<Record<string, { words: string; now: SourceEvaluation }>> = {
  A: { words: 'Always reliable', now: '1' },
  B: { words: 'Mostly reliable', now: '1' },
  C: { words: 'Sometimes reliable', now: '2' },
  D: { words: 'Unreliable', now: '3' },
  E: { words: 'Untested', now: '2' },
};
const information: Readonly<Record<string, { words: string; now: Assessment }>> = {
  '1': { words: 'Known to be true without reservation', now: 'A' },
  '2': { words: 'Known personally to the source, not to the reporter', now: 'C' },
  '3': { words: 'Not known personally to the source, but corroborated', now: 'B' },
  '4': { words: 'Cannot be judged', now: 'D' },
  '5': { words: 'Suspected to be false', now: 'E' },
};
const handlings: Readonly<Record<string, { words: string; now: Handling }>> = {
  '1': { words: 'Share within UK police and agreed law enforcement', now: 'P' },
  '2': { words: 'Also with UK non-prosecuting bodies', now: 'P' },
  '3': { words: 'Also with foreign law enforcement', now: 'P' },
  '4': { words: 'The originating agency only', now: 'C' },
  '5': { words: 'Share; the recipient must keep the stated conditions', now: 'C' },
};

/** A 5x5x5 grade in words, with what it would be today: a suggestion that a person takes or leaves. */
export interface LegacyGrade {
  words: readonly [string, string, string];
  sourceEvaluation: SourceEvaluation;
  assessment: Assessment;
  handling: Handling;
}

/** Reads a mark such as `B24`; undefined where it is not one. */
export function readLegacy(mark: string): LegacyGrade | undefined {
  const [source = '', info = '', code = ''] = mark.toUpperCase();
  const [one, two, three] = [sources[source], information[info], handlings[code]];
  if (!one || !two || !three || mark.length !== 3) return undefined;
  return {
    words: [one.words, two.words, three.words],
    sourceEvaluation: one.now,
    assessment: two.now,
    handling: three.now,
  };
}

/**
 * What a 5x5x5 mark is converted to in bulk: by the table, and where it could be shared on conditions alone (4, 5) by the strictest codes
 * and conditions that say so. A proposal of this product (domain 2.2); nothing of it crosses, for there is no text that may.
 */
export function convertedGrade(mark: string): Grade | undefined {
  const read = readLegacy(mark);
  if (!read) return undefined;
  const { sourceEvaluation, assessment, handling, words } = read;
  const isC = handling === 'C';
  return {
    ...{ sourceEvaluation, assessment, handling },
    conditions: isC
      ? `Converted from 5x5x5 ${mark.toUpperCase()} (${words[2].toLowerCase()}): grade it before it is used`
      : '',
    actionCode: isC ? 'A1' : null,
    actionUsage: '',
    sanitisationCode: isC ? 'S2' : null,
    provenance: '',
    // What the older form said of a risk is not known here: it is assumed until a person says otherwise.
    riskToSource: true,
    riskWords: 'Not looked at since it was converted from 5x5x5',
    sanitised: '',
  };
}
