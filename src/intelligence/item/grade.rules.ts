/** The gradings of the 3x5x2 intelligence report, as police and partners use it today (domain 2.1). */
export const sourceEvaluations = [
  { code: '1', words: 'Reliable' },
  { code: '2', words: 'Untested' },
  { code: '3', words: 'Not reliable' },
] as const;
export const assessments = [
  { code: 'A', words: 'Known directly to the source' },
  { code: 'B', words: 'Known indirectly to the source, but corroborated' },
  { code: 'C', words: 'Known indirectly to the source' },
  { code: 'D', words: 'Not known' },
  { code: 'E', words: 'Suspected to be false' },
] as const;
export const handlings = [
  { code: 'P', words: 'Lawful sharing permitted' },
  { code: 'C', words: 'Lawful sharing permitted with conditions' },
] as const;
export const actionCodes = [
  { code: 'A1', words: 'Covert development' },
  { code: 'A2', words: 'Covert use' },
  { code: 'A3', words: 'Overt use' },
] as const;
export const sanitisationCodes = [
  { code: 'S1', words: 'The recipient may share on within the conditions' },
  { code: 'S2', words: 'Ask us first' },
] as const;

export type SourceEvaluation = (typeof sourceEvaluations)[number]['code'];
export type Assessment = (typeof assessments)[number]['code'];
export type Handling = (typeof handlings)[number]['code'];
export type ActionCode = (typeof actionCodes)[number]['code'];
export type SanitisationCode = (typeof sanitisationCodes)[number]['code'];

/** A whole grade with what must go with it. */
export interface Grade {
  sourceEvaluation: SourceEvaluation;
  assessment: Assessment;
  handling: Handling;
  conditions: string;
  actionCode: ActionCode | null;
  actionUsage: string;
  sanitisationCode: SanitisationCode | null;
  provenance: string;
  riskToSource: boolean;
  riskWords: string;
  sanitised: string;
}

/** When a field has a value, another must be given or must be empty. */
interface GradeRule {
  when: { field: keyof Grade; is: Grade[keyof Grade] };
  field: keyof Grade;
  must: 'be-given' | 'be-empty';
  words: string;
}

const withC = { field: 'handling', is: 'C' } as const;
const withP = { field: 'handling', is: 'P' } as const;

/** What a real police system refuses (domain 2.1): the database holds the same as checks. */
export const gradeRules: readonly GradeRule[] = [
  {
    when: withC,
    field: 'conditions',
    must: 'be-given',
    words: 'Handling C needs its conditions: write them',
  },
  {
    when: withC,
    field: 'actionCode',
    must: 'be-given',
    words: 'Handling C needs an action code: A1, A2 or A3',
  },
  {
    when: withC,
    field: 'sanitisationCode',
    must: 'be-given',
    words: 'Handling C needs a sanitisation code: S1 or S2',
  },
  {
    when: { field: 'actionCode', is: 'A3' },
    field: 'actionUsage',
    must: 'be-given',
    words: 'A3, overt use, needs words on how it may be used',
  },
  {
    when: withP,
    field: 'conditions',
    must: 'be-empty',
    words: 'Handling P has no conditions: choose C, or leave this empty',
  },
  {
    when: withP,
    field: 'actionCode',
    must: 'be-empty',
    words: 'Handling P has no action code: choose C, or none',
  },
  {
    when: withP,
    field: 'sanitisationCode',
    must: 'be-empty',
    words: 'Handling P has no sanitisation code: choose C, or none',
  },
  {
    when: { field: 'riskToSource', is: true },
    field: 'riskWords',
    must: 'be-given',
    words: 'Say what the risk to the source is, and what is done about it',
  },
];

/** What the rules have against a grade, each at its field. */
export const gradeProblems = (grade: Grade): { field: string; words: string }[] =>
  gradeRules
    .filter(({ when }) => grade[when.field] === when.is)
    .filter(({ field, must }) => (must === 'be-given') === !grade[field])
    .map(({ field, words }) => ({ field, words }));

export type Confidence = 'high' | 'medium' | 'low';
/** A proposal of our own (domain 2.1), since forces differ: a row a source evaluation, a letter an assessment. */
const confidences: Record<SourceEvaluation, Record<Assessment, Confidence>> = {
  '1': { A: 'high', B: 'high', C: 'medium', D: 'medium', E: 'low' },
  '2': { A: 'medium', B: 'high', C: 'medium', D: 'low', E: 'low' },
  '3': { A: 'low', B: 'medium', C: 'low', D: 'low', E: 'low' },
};
export const confidenceOf = (grade: {
  sourceEvaluation: SourceEvaluation;
  assessment: Assessment;
}): Confidence => confidences[grade.sourceEvaluation][grade.assessment];

/** The marks as they are said: `2C` and the handling. */
export const gradeMark = (grade: Pick<Grade, 'sourceEvaluation' | 'assessment' | 'handling'>): string =>
  `${grade.sourceEvaluation}${grade.assessment}${grade.handling}`;
