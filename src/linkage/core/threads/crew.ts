import type { Comparison } from '../compare/comparison.ts';
import { type JobKind, jobs, type Result, type Task } from './jobs.ts';
import type { SharedLists } from './shared-lists.ts';

/** The lists as a thread has them: how rows are compared, and which pairs count. */
export interface OpenLists {
  rows: number;
  comparisons: readonly Comparison[];
  allowed: (a: number, b: number) => boolean;
}

/**
 * Those who do the parts of a job. What a part gives depends on the lists, the job and the part alone, and results stand in the
 * order of parts: the outcome is the same to the last bit however many do them, and whoever does which.
 */
export interface Crew {
  do<Kind extends JobKind>(kind: Kind, task: Task<Kind>, parts: number): Result<Kind>[];
}

/** Others who could help. The caller brings them, since threads are no part of what is pure. */
export interface Helpers {
  /** Lists of fewer rows are not handed out: that would take longer than it saves. */
  fromRows: number;
  /** Gives them the lists. */
  join(own: OpenLists, shared: SharedLists): Crew;
}

/** One thread that does everything itself. */
export const alone = (lists: OpenLists): Crew => ({
  do: (kind, task, parts) => {
    const doPart = jobs[kind](lists, task);
    return Array.from({ length: parts }, (_, part) => doPart(part));
  },
});
