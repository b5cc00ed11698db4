import { createHash } from 'node:crypto';
import { exemptionCodes, exemptionName } from '../../../reference/exemptions.ts';

/** Why the unit is asked: a case goes to court, or somebody asks for their own data. */
export const enquiryPurposes = ['disclosure', 'subject-access'] as const;
export type EnquiryPurpose = (typeof enquiryPurposes)[number];
export const purposeWords: Record<EnquiryPurpose, string> = {
  disclosure: 'Is there relevant material about this case?',
  'subject-access': 'Is there data of somebody who asks for their own?',
};

/**
 * All that whoever asked ever reads. One sentence, whatever is held and whatever was answered, so that neither its words, its
 * length nor its day tell whether there is material, or a source.
 */
export const consideredWords: Record<EnquiryPurpose, string> = {
  disclosure:
    'Considered by the intelligence unit. What the prosecutor is to know of it, if there is anything, the prosecutor learns from the unit and not from this file. Go on with the file.',
  'subject-access':
    'Considered by the intelligence unit. What is to be given to the person, if there is anything, stands in the bundle.',
};

/** Why a line of the schedule is sensitive, where the unit is asked for a case. */
const sensitivities: Readonly<Record<string, string>> = {
  source: 'Would tell, or help to tell, who a source is',
  method: 'Would tell how something was found out',
  'third-party': 'About somebody else, given in confidence',
  'other-agency': 'Belongs to another agency or a national body',
  safeguarding: 'Would put somebody at risk',
  'not-sensitive': 'Not sensitive: can go on the ordinary schedule by a package',
};
/** What the unit takes each line to be, by what was asked. */
const tests: Record<EnquiryPurpose, Readonly<Record<string, string>>> = {
  disclosure: {
    undermines: 'Might undermine the prosecution',
    assists: 'Might assist the defence',
    neither: 'Neither',
    unsure: 'Not sure: for the prosecutor to say',
  },
  'subject-access': {
    withhold: 'Withheld: neither confirmed nor denied',
    give: 'Given: the sanitised text of the item',
  },
};
export const groundsOf = (purpose: EnquiryPurpose): readonly string[] =>
  purpose === 'disclosure' ? Object.keys(sensitivities) : exemptionCodes;
export const groundWords = (code: string): string => sensitivities[code] ?? exemptionName(code);
export const testsOf = (purpose: EnquiryPurpose): readonly string[] => Object.keys(tests[purpose]);
export const testWords = (code: string): string =>
  tests.disclosure[code] ?? tests['subject-access'][code] ?? code;
export const allGrounds = [...groundsOf('disclosure'), ...groundsOf('subject-access')] as [
  string,
  ...string[],
]; // there are some
export const allTests = [...testsOf('disclosure'), ...testsOf('subject-access')] as [string, ...string[]]; // there are some

/** Names a schedule by its lines, which are put on and taken off and never changed: another schedule has another name. */
export const scheduleSeen = (lines: readonly { id: string }[]): string =>
  createHash('sha256')
    .update(lines.map(({ id }) => id).join())
    .digest('hex')
    .slice(0, 16);

/** What decides whether an answer can be given. */
export interface AnswerFacts {
  tests: readonly string[];
  prosecutor: string;
}
/** One answer that the manager can give. It stays with the unit: what follows is done by the unit and not by whoever asked. */
export interface EnquiryAnswer {
  code: string;
  purpose: EnquiryPurpose;
  words: string;
  /** What the unit does then. */
  follows: string;
  /** Why it cannot be given as things stand; undefined where it can. */
  against(facts: AnswerFacts): { field: string; words: string } | undefined;
}

const meets = ['undermines', 'assists', 'unsure'];
const named = ({ prosecutor }: AnswerFacts) =>
  prosecutor.length < 3 ? { field: 'prosecutor', words: 'Enter who of the prosecutor is told' } : undefined;

/** The closed list of answers, in the order in which they are offered. */
export const enquiryAnswers: readonly EnquiryAnswer[] = [
  {
    code: 'nothing',
    purpose: 'disclosure',
    words: 'Nothing to disclose',
    follows: 'Nothing is held, or nothing that is held meets the test.',
    against: (facts) =>
      facts.tests.some((test) => meets.includes(test))
        ? {
            field: 'answer',
            words: 'A line of the schedule may meet the test: the prosecutor looks at it, not the unit',
          }
        : undefined,
  },
  {
    code: 'prosecutor',
    purpose: 'disclosure',
    words: 'Material to be reviewed by the prosecutor',
    follows: 'The manager takes the sensitive schedule to the prosecutor. The investigator is not told.',
    against: (facts) =>
      facts.tests.length === 0
        ? { field: 'answer', words: 'Put on the schedule what the prosecutor is to look at' }
        : named(facts),
  },
  {
    code: 'in-person',
    purpose: 'disclosure',
    words: 'Consult in person',
    follows: 'The manager and the prosecutor meet. Nothing is sent. The investigator is not told.',
    against: named,
  },
  {
    code: 'nothing-given',
    purpose: 'subject-access',
    words: 'Nothing is given',
    follows: 'Nothing is held, or all of it is withheld: neither is confirmed nor denied.',
    against: ({ tests: lines }) =>
      lines.includes('give') ? { field: 'answer', words: 'A line of the schedule is given' } : undefined,
  },
  {
    code: 'given',
    purpose: 'subject-access',
    words: 'The lines marked as given are given',
    follows: 'Their sanitised text crosses in the round. What is withheld is neither confirmed nor denied.',
    against: ({ tests: lines }) =>
      lines.includes('give') ? undefined : { field: 'answer', words: 'No line of the schedule is given' },
  },
];
export const answersFor = (purpose: EnquiryPurpose): readonly EnquiryAnswer[] =>
  enquiryAnswers.filter((one) => one.purpose === purpose);
export const enquiryAnswerWords = (code: string): string =>
  enquiryAnswers.find((one) => one.code === code)?.words ?? code;
export const answerCodes = enquiryAnswers.map(({ code }) => code) as [string, ...string[]]; // there are some
