import type { Explanation } from '../core/index.ts';

/** What may be said of a pair of records. «Proposed» is a model's, the others a person's. */
export const verdicts = ['same', 'different', 'unsure', 'proposed'] as const;
export type Verdict = (typeof verdicts)[number];
/** What a person may say. */
export const decisions = ['same', 'different', 'unsure'] as const;
export type Decision = (typeof decisions)[number];

export const verdictWords: Record<Verdict, string> = {
  same: 'The same',
  different: 'Different people',
  unsure: 'Cannot say',
  proposed: 'Perhaps the same',
};

/** The colour of a verdict's tag; the word says it too. */
export const verdictColours: Record<Verdict, string> = {
  same: 'green',
  different: 'red',
  unsure: 'yellow',
  proposed: 'blue',
};

/** Stands where nobody wrote a reason: the evidence is kept with the judgement. */
export const onTheEvidence = 'On the evidence shown';

/** Stands on a model's proposal. */
export const foundAlike = 'Found alike by the model';

/** Why a judgement ended. */
export const endedWords: Record<string, string> = {
  decided: 'A person decided',
  undone: 'Undone',
  'undone-together': 'Undone together with others',
  'judged-anew': 'A newer model judged the pair anew',
  'no-longer-alike': 'A newer model finds them less alike',
  'row-withdrawn': 'A row that it was about was changed, or is gone from its list',
};

/** The evidence of a model, kept with the judgement as it was that day. */
export type KeptEvidence = Explanation;
