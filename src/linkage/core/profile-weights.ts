import { type WeighProfiles, weigherOfProfiles } from './profile.ts';
import { Scorer } from './score.ts';
import type { Crew, OpenLists } from './threads/crew.ts';
import { sharedCopy } from './threads/memory.ts';
import type { Trained } from './train.ts';

/** The weights of the profiles of pairs of clusters, as far as they reach `least`; a part is so many pairs. */
export interface ProfileTask {
  clusters: Int32Array;
  x: Int32Array;
  y: Int32Array;
  inPart: number;
  model: Trained;
  least: number;
}

const inPart = 10_000;

export function profileWeights(
  { comparisons }: OpenLists,
  { clusters, x, y, inPart: size, model, least }: ProfileTask,
): (part: number) => Float64Array {
  const weigh = weigherOfProfiles(clusters, comparisons, new Scorer(comparisons, model));
  return (part) => {
    const [from, to] = [part * size, (part + 1) * size];
    return weigh({ x: x.subarray(from, to), y: y.subarray(from, to) }, least);
  };
}

/** Weighs profiles with the help of a crew. */
export const profilesBy =
  (crew: Crew, model: Trained): WeighProfiles =>
  (clusters, { x, y }, least) => {
    const task = {
      ...{ model, least, inPart, clusters: sharedCopy(clusters) },
      x: sharedCopy(Int32Array.from(x)),
      y: sharedCopy(Int32Array.from(y)),
    };
    const weights = new Float64Array(x.length);
    crew.do('profiles', task, Math.ceil(x.length / inPart)).forEach((part, index) => {
      weights.set(part, index * inPart);
    });
    return weights;
  };
