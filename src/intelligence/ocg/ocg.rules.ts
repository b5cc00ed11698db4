import { leastPeople } from '../../../reference/organised-crime.ts';
import type { Said } from './ocg.words.ts';

/** What an assessment of a group says. */
export interface OcgAnswers {
  intent: number;
  capability: number;
  /** Codes of the characteristics that it shows. */
  harms: string[];
  isSerious: Said;
  isContinuing: Said;
  isOrganised: Said;
  /** People who are thought to be in it, known by name or not. */
  people: number;
}

/** Whether a test is met, with what it asks for and what is said of each. */
export interface TestOutcome {
  outcome: Said;
  parts: readonly { words: string; said: Said }[];
}

const met = (isMet: boolean): Said => (isMet ? 'yes' : 'no');
/** Every part must be met; one that is not settles it, one that nobody knows leaves it open. */
function together(parts: TestOutcome['parts']): TestOutcome {
  const said = parts.map((part) => part.said);
  return { outcome: said.includes('no') ? 'no' : said.includes('not-known') ? 'not-known' : 'yes', parts };
}
const people = (answers: OcgAnswers) => ({
  words: `At least ${leastPeople} people, known or not`,
  said: met(answers.people >= leastPeople),
});

/** Serious and organised crime: serious crime by two or more that does significant harm in one of five ways (S3-01). */
export const socTest = (answers: OcgAnswers): TestOutcome =>
  together([
    people(answers),
    { words: 'Serious crime', said: answers.isSerious },
    { words: 'Significant harm in one of the five ways', said: met(answers.harms.length > 0) },
  ]);

/** An organised crime group: two or more whose organised criminality goes on (S3-02). */
export const ocgTest = (answers: OcgAnswers): TestOutcome =>
  together([
    people(answers),
    { words: 'Organised', said: answers.isOrganised },
    { words: 'Goes on', said: answers.isContinuing },
  ]);

/** The local working score, 1 to 25. */
export const ocgScore = ({ intent, capability }: Pick<OcgAnswers, 'intent' | 'capability'>): number =>
  intent * capability;
