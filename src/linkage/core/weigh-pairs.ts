import type { Pairs } from './random-chances.ts';
import { Scorer } from './score.ts';
import type { OpenLists } from './threads/crew.ts';
import type { Trained } from './train.ts';

/** The weights of pairs under a model, as far as they reach `least`; a part is so many pairs. */
export interface WeighTask {
  pairs: Pairs;
  inPart: number;
  model: Trained;
  least: number;
}

export function weightsOfPart(
  { comparisons }: OpenLists,
  { pairs: { a, b }, inPart, model, least }: WeighTask,
): (part: number) => Float64Array {
  const scorer = new Scorer(comparisons, model);
  return (part) => {
    const from = part * inPart;
    const weights = new Float64Array(Math.min(inPart, a.length - from));
    for (let index = 0; index < weights.length; index += 1)
      weights[index] = scorer.weight(a[from + index]!, b[from + index]!, least);
    return weights;
  };
}
