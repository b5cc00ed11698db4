import type { Edges } from '../cluster.ts';
import { type ClusterTask, clusterPart, type Led } from '../cluster-together.ts';
import { type LightTask, lightPart } from '../pairs.ts';
import { type Described, type DescribeTask, describedPart } from '../patterns.ts';
import { type PlacedPart, type PlaceTask, placePart } from '../place-rows.ts';
import { type ProfileTask, profileWeights } from '../profile-weights.ts';
import { type LevelTask, levelCounts } from '../random-chances.ts';
import { type CandidateTask, scoresOfRule } from '../score-all.ts';
import { type WeighTask, weightsOfPart } from '../weigh-pairs.ts';
import type { OpenLists } from './crew.ts';

/** Every job, what it is given, and what each of its parts gives. */
interface Jobs {
  candidates: { task: CandidateTask; result: Edges };
  place: { task: PlaceTask; result: PlacedPart };
  describe: { task: DescribeTask; result: Described };
  levels: { task: LevelTask; result: Float64Array[] };
  weigh: { task: WeighTask; result: Float64Array };
  profiles: { task: ProfileTask; result: Float64Array };
  cluster: { task: ClusterTask; result: Led };
  light: { task: LightTask; result: Edges };
}

export type JobKind = keyof Jobs;
export type Task<Kind extends JobKind> = Jobs[Kind]['task'];
export type Result<Kind extends JobKind> = Jobs[Kind]['result'];

/** Makes a thread ready for a job; what it gives does one part of it. */
type Jobber<Kind extends JobKind> = (lists: OpenLists, task: Task<Kind>) => (part: number) => Result<Kind>;

export const jobs: { readonly [Kind in JobKind]: Jobber<Kind> } = {
  candidates: scoresOfRule,
  place: placePart,
  describe: describedPart,
  levels: levelCounts,
  weigh: weightsOfPart,
  profiles: profileWeights,
  cluster: clusterPart,
  light: lightPart,
};
