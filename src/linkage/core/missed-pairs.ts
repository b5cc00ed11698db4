import { type Rule, ruleHash } from './candidates.ts';
import type { Edges } from './cluster.ts';
import type { Key } from './compare/comparison.ts';
import { seededRandom } from './random.ts';

/** An estimate of true pairs that were never held against each other. */
export interface MissedPairs {
  /** True pairs that no rule brought together and no cluster holds, estimated; undefined when it cannot be known. */
  pairs: number | undefined;
  /** Of all true pairs, found and missed. */
  share: number;
  /** What they mostly lack or differ in, the commonest first; shares of the missed. */
  because: readonly { field: string; lack: number; differ: number }[];
}

interface Material {
  rows: number;
  rules: readonly Rule[];
  /** Finished pairs. */
  pairs: Edges;
  allowed: (a: number, b: number) => boolean;
}

/** What is said of an estimate: how many, and what most of them lack or differ in. */
export function missedWords({ pairs, share, because }: MissedPairs): string {
  if (pairs === undefined)
    return 'How many pairs of the same were never looked at cannot be estimated from these lists.';
  if (pairs < 1) return 'Hardly any pair of the same is thought to have been missed by every rule.';
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(pairs)) - 1);
  const about = (Math.round(pairs / digits) * digits).toLocaleString('en-GB');
  const percent = (100 * share).toFixed(share < 0.0995 ? 1 : 0);
  const reasons = because
    .filter(({ lack, differ }) => Math.max(lack, differ) >= 0.5)
    .slice(0, 3)
    .map(({ field, lack, differ }) => (lack >= differ ? `lack ${field}` : `differ in ${field}`));
  return `About ${about} pairs of the same (${percent}%) may never have been looked at${reasons.length > 0 ? `; most ${new Intl.ListFormat('en-GB').format(reasons)}` : ''}.`;
}

/** So many matches are learnt from, pairs made, rounds gone, and finished pairs looked at, evenly spread. */
const most = { pairs: 4000, made: 20_000, rounds: 6, looked: 200_000 };

/** Fewer probable matches say nothing of how fields fail. */
const fewestMatches = 40;

/** The name's keys need forename and surname both. */
const partsOf = (field: string): readonly string[] => (field === 'names' ? ['forename', 'surname'] : [field]);

/**
 * Estimates the true pairs that no rule reached, without labels. Pairs are made whose fields agree or fail as those of different
 * probable matches do, each field drawn by itself, and whose gaps are those of two rows drawn at random; how many of them no rule
 * reaches is the share that is missed. Matches that were reached agree more than all do, so the missed are put back among
 * them and it is done again (expectation and maximisation for a truncated sample; Dempster, Laird and Rubin 1977, §4.2).
 */
export function estimateMissed({ rows, rules, pairs, allowed }: Material): MissedPairs {
  const reach = new Reach(rules);
  const reached = matchesIn(pairs, reach);
  const unknown: MissedPairs = { pairs: undefined, share: 0, because: [] };
  if (reached.sample.length < fewestMatches) return unknown;
  const seen = new Seen(reach, reached.sample);
  let share = 0;
  let made: Made = { missed: [], drawn: 0 };
  const making = { rows, allowed, seed: 31, known: new Map<number, boolean[]>() };
  for (let round = 0; round < most.rounds; round += 1) {
    made = makePairs(seen, making);
    share = made.missed.length / Math.max(1, made.drawn);
    seen.putBack(made.missed, share / Math.max(0.02, 1 - share));
  }
  const unreached = (reached.expected * share) / Math.max(0.02, 1 - share);
  // Clusters alone hold more pairs that no rule reached than fields that fail one by one can explain: they do not.
  if (reached.throughOthers > 50 + unreached) return unknown;
  const missed = Math.max(0, unreached - reached.throughOthers);
  const all = reached.expected + reached.throughOthers + missed;
  return { pairs: missed, share: all > 0 ? missed / all : 0, because: reasons(made.missed, seen) };
}

/** Keys of rules by their fields. */
class Reach {
  readonly keys: readonly Key[];
  readonly fields: readonly string[];
  readonly rules: readonly Rule[];
  /** For each rule, its keys as indexes. */
  readonly keysOf: readonly (readonly number[])[];
  /** For each key, the fields it needs as indexes. */
  readonly needs: readonly (readonly number[])[];

  constructor(rules: readonly Rule[]) {
    this.rules = rules;
    this.keys = [...new Set(rules.flatMap(({ keys }) => keys))];
    this.fields = [...new Set(this.keys.flatMap(({ field }) => partsOf(field)))];
    this.keysOf = rules.map(({ keys }) => keys.map((key) => this.keys.indexOf(key)));
    this.needs = this.keys.map(({ field }) => partsOf(field).map((part) => this.fields.indexOf(part)));
  }

  /** For each field whether the row gives it. */
  gives(row: number): boolean[] {
    return this.fields.map((_, field) =>
      this.keys.some((key, at) => this.needs[at]!.includes(field) && key.hash(row) !== 0),
    );
  }

  /** Whether a rule brings two rows together; asked of the rules, since a set of all candidates would fill the memory. */
  holds(a: number, b: number): boolean {
    return this.rules.some((rule) => {
      const hash = ruleHash(rule, a);
      return hash !== 0 && hash === ruleHash(rule, b) && !rule.refused.has(hash);
    });
  }

  /** Whether a rule whose block is opened reaches a pair: `agrees` says it of each key. */
  reaches(row: number, agrees: (key: number) => boolean): boolean {
    return this.rules.some(
      (rule, at) => this.keysOf[at]!.every(agrees) && !rule.refused.has(ruleHash(rule, row)),
    );
  }
}

/** A made pair that no rule reaches: which match each field was drawn from, -1 where a row lacks it. */
type MadePair = Int32Array;
interface Made {
  missed: MadePair[];
  drawn: number;
}

/** How the fields of probable matches stand, and how often each match is drawn for a field. */
class Seen {
  readonly reach: Reach;
  readonly #agrees: readonly Uint8Array[];
  readonly #given: readonly Uint8Array[];
  #upTo: Float64Array[];

  constructor(reach: Reach, sample: readonly (readonly [number, number])[]) {
    this.reach = reach;
    this.#agrees = reach.keys.map((key) =>
      Uint8Array.from(sample, ([a, b]) => (key.hash(a) !== 0 && key.hash(a) === key.hash(b) ? 1 : 0)),
    );
    const gives = sample.map(([a, b]) => [reach.gives(a), reach.gives(b)] as const);
    this.#given = reach.fields.map((_, field) =>
      Uint8Array.from(gives, ([a, b]) => (a[field] && b[field] ? 1 : 0)),
    );
    this.#upTo = this.#given.map((given) => sums(Float64Array.from(given)));
  }

  agrees(key: number, match: number): boolean {
    return this.#agrees[key]![match] === 1;
  }

  /** Whether no key of a field alone agrees in a match. */
  fails(field: number, match: number): boolean {
    return this.reach.keys.every(
      (_, key) =>
        this.reach.needs[key]!.length > 1 ||
        !this.reach.needs[key]!.includes(field) ||
        !this.agrees(key, match),
    );
  }

  /** A match that gives the field, drawn; -1 when there is none. */
  draw(field: number, random: () => number): number {
    const upTo = this.#upTo[field]!;
    const all = upTo.at(-1) ?? 0;
    if (all === 0) return -1;
    const point = random() * all;
    let [low, high] = [0, upTo.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (upTo[middle]! <= point) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Draws from now on as if the missed stood among the matches, `odds` of them to one that was reached. */
  putBack(missed: readonly MadePair[], odds: number): void {
    this.#upTo = this.#given.map((given, field) => {
      const counts = Float64Array.from(given);
      const each = (odds * given.length) / Math.max(1, missed.length);
      for (const made of missed) if (made[field]! >= 0) counts[made[field]!]! += each;
      return sums(counts);
    });
  }
}

function sums(counts: Float64Array): Float64Array {
  let all = 0;
  return counts.map((count) => {
    all += count;
    return all;
  });
}

interface Making {
  rows: number;
  allowed: (a: number, b: number) => boolean;
  seed: number;
  /** What rows give that were met in an earlier round: chance brings the same ones again. */
  known: Map<number, boolean[]>;
}

function makePairs(seen: Seen, { rows, allowed, seed, known }: Making): Made {
  const random = seededRandom(seed);
  const { reach } = seen;
  const gives = (row: number): boolean[] => {
    const given = known.get(row) ?? reach.gives(row);
    known.set(row, given);
    return given;
  };
  const missed: MadePair[] = [];
  let drawn = 0;
  for (let at = 0; at < most.made; at += 1) {
    const [a, b] = [Math.floor(random() * rows), Math.floor(random() * rows)];
    if (a === b || !allowed(a, b)) continue;
    drawn += 1;
    const [left, right] = [gives(a), gives(b)];
    const from = Int32Array.from(reach.fields, (_, field) =>
      left[field] && right[field] ? seen.draw(field, random) : -1,
    );
    const agrees = (key: number) =>
      reach.needs[key]!.every((field) => from[field]! >= 0 && seen.agrees(key, from[field]!));
    if (!reach.reaches(a, agrees)) missed.push(from);
  }
  return { missed, drawn };
}

/** The probable matches that rules reached, some of them drawn; and those known through a third row only. */
function matchesIn(pairs: Edges, reach: Reach) {
  const found: number[] = [];
  let [expected, throughOthers] = [0, 0];
  const each = Math.max(1, pairs.length / most.looked);
  for (let next = 0; next < pairs.length; next += each) {
    const at = Math.floor(next);
    const probability = 1 / (1 + Math.exp(-pairs.weight[at]!));
    if (probability < 0.01) continue;
    if (!reach.holds(pairs.a[at]!, pairs.b[at]!)) {
      throughOthers += probability;
      continue;
    }
    expected += probability;
    if (probability >= 0.5) found.push(at);
  }
  const step = Math.max(1, found.length / most.pairs);
  const sample: (readonly [number, number])[] = [];
  for (let at = 0; at < found.length; at += step) {
    const pair = found[Math.floor(at)]!;
    sample.push([pairs.a[pair]!, pairs.b[pair]!]);
  }
  return { expected: expected * each, throughOthers: throughOthers * each, sample };
}

/** What the missed lack or differ in, where it is a tenth of them or more. */
function reasons(missed: readonly MadePair[], seen: Seen): MissedPairs['because'] {
  return seen.reach.fields
    .map((name, field) => {
      let [lack, differ] = [0, 0];
      for (const made of missed)
        if (made[field]! < 0) lack += 1;
        else if (seen.fails(field, made[field]!)) differ += 1;
      return {
        field: name === 'place' ? 'address or postcode' : name,
        lack: lack / Math.max(1, missed.length),
        differ: differ / Math.max(1, missed.length),
      };
    })
    .filter(({ lack, differ }) => lack + differ >= 0.1)
    .sort((one, other) => other.lack + other.differ - one.lack - one.differ);
}
