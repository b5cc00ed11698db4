import type { Draft } from './draft.ts';

/** A rule learnt from where rows went: the fuller the place, the more particular. */
export interface LearntRule {
  issueType: string;
  districtName: string | null;
  wardName: string | null;
  queue: string;
  /** Rows it was learnt from, and how many of them went there. */
  rows: number;
  agreed: number;
}

export interface Learning {
  rules: LearntRule[];
  /** Rows in time order before this instant were learnt from. */
  until: Date;
  learntFrom: number;
}

/** What is kept of a row to make a directory from, so that a long file need not be held whole. */
export type Learnable = Pick<
  Draft,
  'issueType' | 'categoryWords' | 'districtName' | 'wardName' | 'queue' | 'receivedAt'
>;
type Known = Learnable & { queue: string };
const hasQueue = (draft: Learnable): draft is Known => draft.queue !== null;

/** A place must have been seen this often before it makes a rule of its own: once is chance. */
const enough = 2;

function tally(
  drafts: readonly Known[],
  keyOf: (draft: Known) => string | undefined,
): Map<string, { first: Known; counts: Map<string, number> }> {
  const groups = new Map<string, { first: Known; counts: Map<string, number> }>();
  for (const draft of drafts) {
    const key = keyOf(draft);
    if (key === undefined) continue;
    const group = groups.get(key) ?? { first: draft, counts: new Map() };
    group.counts.set(draft.queue, (group.counts.get(draft.queue) ?? 0) + 1);
    groups.set(key, group);
  }
  return groups;
}

const topOf = (counts: ReadonlyMap<string, number>): [string, number] =>
  [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0] ?? ['', 0];

/**
 * Learns which team answers, by category, then by category and neighbourhood, then by category, neighbourhood and ward.
 * Only the earlier share of the rows is used, so that the later ones can say how good the rules are.
 */
export function learnRules(drafts: readonly Learnable[], share: number): Learning {
  const known = drafts.filter(hasQueue).sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
  const learntFrom = Math.floor(known.length * share);
  const earlier = known.slice(0, learntFrom);
  const rules: LearntRule[] = [];
  const add = (
    groups: ReturnType<typeof tally>,
    least: number,
    place: (draft: Known) => Pick<LearntRule, 'districtName' | 'wardName'>,
  ) => {
    for (const { first, counts } of groups.values()) {
      const rows = [...counts.values()].reduce((sum, n) => sum + n, 0);
      const [queue, agreed] = topOf(counts);
      if (rows >= least) rules.push({ issueType: first.issueType, ...place(first), queue, rows, agreed });
    }
  };
  add(
    tally(earlier, (d) => d.issueType),
    1,
    () => ({ districtName: null, wardName: null }),
  );
  add(
    tally(earlier, (d) => (d.districtName ? `${d.issueType}\u001f${d.districtName}` : undefined)),
    enough,
    (d) => ({ districtName: d.districtName, wardName: null }),
  );
  add(
    tally(earlier, (d) =>
      d.districtName && d.wardName ? `${d.issueType}\u001f${d.districtName}\u001f${d.wardName}` : undefined,
    ),
    enough,
    (d) => ({
      districtName: d.districtName,
      wardName: d.wardName,
    }),
  );
  return { rules, until: known[learntFrom]?.receivedAt ?? new Date(0), learntFrom };
}

export interface Accuracy {
  /** Rows that no rule was learnt from. */
  rows: number;
  right: number;
  /** What the category alone would have found, for comparison. */
  rightByCategoryAlone: number;
}

/** Counts how often the routed service is the recorded one, among rows received at or after what was learnt from. */
export function accuracyCounter(learning: Learning): {
  add(draft: Draft, queue: string | undefined): void;
  result(): Accuracy;
} {
  const byCategory = new Map(
    learning.rules.filter((r) => r.districtName === null).map((r) => [r.issueType, r.queue]),
  );
  const counts: Accuracy = { rows: 0, right: 0, rightByCategoryAlone: 0 };
  return {
    add: (draft, queue) => {
      if (draft.queue === null || draft.receivedAt < learning.until) return;
      counts.rows += 1;
      if (queue === draft.queue) counts.right += 1;
      if (byCategory.get(draft.issueType) === draft.queue) counts.rightByCategoryAlone += 1;
    },
    result: () => ({ ...counts }),
  };
}
