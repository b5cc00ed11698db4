import { createHash } from 'node:crypto';
import { type Band, bandEdges, bandOf } from './estimate.ts';

/** Put before a pair's ids, so that the order of draws has nothing to do with any other hash of them. */
export const drawSeed = 'audit';

/** Where a pair stands in the order of draws: fixed, the same for everybody, and without any bearing on who the two are. */
export const drawKey = (recordA: string, recordB: string): string =>
  createHash('md5').update(`${drawSeed} ${recordA} ${recordB}`).digest('hex');

/** A scored pair as the sample needs it. */
export interface ScoredPair {
  recordA: string;
  recordB: string;
  probability: number;
  /** What holds of it: said of it, or following from what was said of others. Undefined while it waits. */
  verdict: 'same' | 'different' | 'unsure' | undefined;
  drawn: string | null;
}

/** A band with its sample: `reviewed` are the drawn pairs that were found to be the same or different. */
export interface AuditBand extends Band {
  /** Pairs drawn, answered or not. */
  drawn: number;
  /** Of these, not answered yet: new ones that came in before the last answered in the order of draws. */
  waiting: number;
  /** Of these, that nobody could decide. */
  unsure: number;
}

/**
 * The pairs of each band that chance chose: in the order of draws, up to the last one that was decided because it was drawn. A
 * pair before it that was decided for its worth, or that follows from others, is in it with what holds of it; so it is a simple
 * random sample of the band as it stands, whatever else was decided and in which order.
 */
export function drawnPairs<P extends ScoredPair>(
  pairs: readonly P[],
): { from: number; size: number; sample: P[] }[] {
  return bandEdges.map((from) => {
    const own = pairs
      .filter(({ probability }) => bandOf(probability) === from)
      .map((pair) => ({ pair, key: drawKey(pair.recordA, pair.recordB) }));
    const last = own.reduce(
      (found, { pair, key }) => (pair.drawn === 'audit' && pair.verdict && key > found ? key : found),
      '',
    );
    return { from, size: own.length, sample: own.filter(({ key }) => key <= last).map(({ pair }) => pair) };
  });
}

/** The counts of a band from its sample. */
export function auditBand({
  from,
  size,
  sample,
}: {
  from: number;
  size: number;
  sample: readonly Pick<ScoredPair, 'verdict'>[];
}): AuditBand {
  const count = (verdict: ScoredPair['verdict']) => sample.filter((pair) => pair.verdict === verdict).length;
  const same = count('same');
  return {
    ...{ from, pairs: size, reviewed: same + count('different'), same },
    ...{ drawn: sample.length, waiting: count(undefined), unsure: count('unsure') },
  };
}
