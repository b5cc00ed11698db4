import type { Confidence } from './harm.rules.ts';

export const confidenceWords: Record<Confidence, string> = { high: 'High', medium: 'Medium', low: 'Low' };

/** What can be ranked; the codes are kinds of links. */
export const rankedKinds = ['organisation', 'person', 'place'] as const;
export type RankedKind = (typeof rankedKinds)[number];
export const rankedKindWords: Record<RankedKind, string> = {
  organisation: 'Businesses',
  person: 'People',
  place: 'Places',
};

export const isRanked = (kind: string): kind is RankedKind => rankedKinds.some((one) => one === kind);

/** Said wherever a score stands. */
export const localScore =
  'A local working score by the unit’s own matrix: not MoRiLE’s, and no verdict on anybody.';
