import type { ActionCode, Grade, SanitisationCode } from '../item/grade.rules.ts';

/** What a condition can stand in the way of. */
export type Act = 'export' | 'task';

/** A handling condition that the system keeps, and does not only print. */
export interface ConditionRule {
  code: string;
  /** An instruction to whoever receives the package. */
  words: string;
  blocks: readonly Act[];
}

/** Handling conditions as rules: what each forbids is refused until the unit clears it. */
export const conditionRules = [
  {
    code: 'no-onward-sharing',
    words: 'Do not share, copy or take this out of the system. Ask the intelligence unit first.',
    blocks: ['export'],
  },
  {
    code: 'no-action-without-us',
    words: 'Take no action on this, and open no case, before the intelligence unit has agreed.',
    blocks: ['task'],
  },
  {
    code: 'no-overt-use',
    words: 'Do not use this openly: nobody outside may learn that you hold it.',
    blocks: ['export'],
  },
] as const satisfies readonly ConditionRule[];
export type ConditionCode = (typeof conditionRules)[number]['code'];
export const conditionCodes = conditionRules.map(({ code }) => code) as [ConditionCode, ...ConditionCode[]]; // the table above is not empty

/** The instruction of a condition, by its code. */
export const conditionWords = (code: string): string =>
  conditionRules.find((rule) => rule.code === code)?.words ?? code;

/** Codes of a grade that carry a condition with them into whatever is made from the paragraph. */
const carried: readonly {
  code: ActionCode | SanitisationCode;
  condition: ConditionCode;
}[] = [
  { code: 'S2', condition: 'no-onward-sharing' },
  { code: 'A1', condition: 'no-action-without-us' },
  { code: 'A2', condition: 'no-overt-use' },
];

/** The conditions that follow a paragraph into a package, whoever drafts it. */
export const conditionsOf = (grade: Pick<Grade, 'actionCode' | 'sanitisationCode'>): ConditionCode[] =>
  carried
    .filter(({ code }) => code === grade.actionCode || code === grade.sanitisationCode)
    .map(({ condition }) => condition);

/** The condition that stands in the way of something, if one does and the unit has not cleared it. */
export const standingInTheWay = (
  held: { conditions: readonly string[]; cleared: readonly string[] },
  act: Act,
): ConditionRule | undefined =>
  conditionRules.find(
    (rule: ConditionRule) =>
      rule.blocks.includes(act) && held.conditions.includes(rule.code) && !held.cleared.includes(rule.code),
  );
