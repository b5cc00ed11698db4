import type { Work } from '../../platform/http/work.ts';
import { identitiesOf, neighbourhoodOf } from '../ledger/index.ts';

interface Two {
  recordA: string;
  recordB: string;
}

/** How two records stand to each other by all that was said, of what the viewer sees. */
export type Standing =
  | { isOpen: false; verdict: 'same' | 'different' | undefined }
  | {
      isOpen: true;
      /** The two people between whom the pair lies: the same words for each pair between them. */
      between: string;
      /** Records of each of the two. */
      sizes: readonly [number, number];
    };

/**
 * Where pairs stand. Two that are one person by way of others, or of whom somebody said at another pair of their records that
 * they are two, are settled; without a verdict where one of the two is not there.
 */
export async function standingsOf(work: Work, pairs: readonly Two[]): Promise<(pair: Two) => Standing> {
  const { records, ties } = await neighbourhoodOf(
    work,
    pairs.flatMap(({ recordA, recordB }) => [recordA, recordB]),
  );
  const person = new Map(
    identitiesOf(records, ties).flatMap((identity) => identity.members.map((id) => [id, identity] as const)),
  );
  const between = ({ recordA, recordB }: Two): string =>
    [person.get(recordA)?.key ?? recordA, person.get(recordB)?.key ?? recordB].sort().join(' ');
  const apart = new Set(ties.filter(({ verdict }) => verdict === 'different').map(between));
  return (pair) => {
    const [one, other] = [person.get(pair.recordA), person.get(pair.recordB)];
    if (!one || !other) return { isOpen: false, verdict: undefined };
    if (one === other) return { isOpen: false, verdict: 'same' };
    if (apart.has(between(pair))) return { isOpen: false, verdict: 'different' };
    return { isOpen: true, between: between(pair), sizes: [one.members.length, other.members.length] };
  };
}
