/**
 * From judgements on pairs to people. Terms: a *judgement* says that two records are about the same person or thing, or are
 * not; an *identity* is all records that hang together by «same», cut where a «different» would lie inside. It is worked
 * out from what is handed in and kept nowhere: whoever may not see a record is never handed a judgement on it.
 */

/** What an identity is worked out from. One live judgement a pair. */
export interface Judged {
  recordA: string;
  recordB: string;
  verdict: 'same' | 'different' | 'unsure' | 'proposed';
  madeBy: 'model' | 'person';
  /** What the model gave the pair; null where no model saw it. */
  probability: number | null;
}

/** A «same» that could not be followed, and the «different» judgements that stood in its way. */
export interface Conflict<J extends Judged = Judged> {
  refused: J;
  because: readonly J[];
}

/** Records taken to be about one person or thing. */
export interface Identity<J extends Judged = Judged> {
  /** The least of the members' ids: the same whichever member was asked for. */
  key: string;
  /** In order of id. */
  members: readonly string[];
  /** Every «same» whose two ends are both in it, the strongest first. */
  joins: readonly J[];
  /** The weakest of the joins that hold it together: without it the identity falls in two. Undefined for a single record. */
  weakest: J | undefined;
  /** Refused joins that touch it. */
  conflicts: readonly Conflict<J>[];
}

const pairOf = (judged: Judged): string => `${judged.recordA} ${judged.recordB}`;

/**
 * Which of two «same» counts first: a person's before a model's, then the more probable. Pairs settle the rest, never when
 * or under which id a judgement was written, so that a judgement that is undone and put back changes nothing.
 */
export function byStrength(one: Judged, other: Judged): number {
  if (one.madeBy !== other.madeBy) return one.madeBy === 'person' ? -1 : 1;
  const [p, q] = [one.probability ?? -1, other.probability ?? -1];
  if (p !== q) return q - p;
  return pairOf(one) < pairOf(other) ? -1 : 1;
}

/** Records grouped as joins are followed, each group with the «different» judgements that leave it. */
class Groups<J extends Judged> {
  readonly #groupOf = new Map<string, string>();
  readonly #members = new Map<string, string[]>();
  readonly #enemies = new Map<string, Map<string, J>>();

  constructor(records: Iterable<string>) {
    for (const id of records) {
      this.#groupOf.set(id, id);
      this.#members.set(id, [id]);
    }
  }

  of(record: string): string {
    return this.#groupOf.get(record) ?? record;
  }

  members(group: string): readonly string[] {
    return this.#members.get(group) ?? [group];
  }

  keepApart(judged: J): void {
    for (const [own, other] of [
      [judged.recordA, judged.recordB],
      [judged.recordB, judged.recordA],
    ] as const) {
      const known = this.#enemies.get(own) ?? new Map<string, J>();
      known.set(other, judged);
      this.#enemies.set(own, known);
    }
  }

  /** The «different» judgements that lie between two groups. */
  between(one: string, other: string): J[] {
    const [small, large] =
      this.members(one).length <= this.members(other).length ? [one, other] : [other, one];
    return this.members(small).flatMap((member) =>
      [...(this.#enemies.get(member) ?? [])].flatMap(([enemy, judged]) =>
        this.of(enemy) === large ? [judged] : [],
      ),
    );
  }

  join(one: string, other: string): void {
    const [small, large] =
      this.members(one).length <= this.members(other).length ? [one, other] : [other, one];
    const moved = this.members(small);
    for (const member of moved) this.#groupOf.set(member, large);
    this.#members.set(large, [...this.members(large), ...moved]);
    this.#members.delete(small);
  }

  all(): readonly (readonly string[])[] {
    return [...this.#members.values()];
  }
}

/**
 * The identities of records under live judgements. «Same» are followed strongest first; one is refused where a «different»
 * lies between the two sides, and surfaces as a conflict. The same for every order of what is handed in.
 */
export function identitiesOf<J extends Judged>(
  records: Iterable<string>,
  judgements: readonly J[],
): Identity<J>[] {
  const known = new Set(records);
  const inside = judgements.filter(({ recordA, recordB }) => known.has(recordA) && known.has(recordB));
  const groups = new Groups<J>(known);
  for (const judged of inside) if (judged.verdict === 'different') groups.keepApart(judged);
  const same = inside.filter(({ verdict }) => verdict === 'same').sort(byStrength);
  const needed: J[] = [];
  const conflicts: Conflict<J>[] = [];
  for (const judged of same) {
    const [one, other] = [groups.of(judged.recordA), groups.of(judged.recordB)];
    if (one === other) continue;
    const because = groups.between(one, other);
    if (because.length > 0) conflicts.push({ refused: judged, because: because.sort(byStrength) });
    else {
      needed.push(judged);
      groups.join(one, other);
    }
  }
  return identitiesFrom(groups, { same, needed, conflicts });
}

interface Followed<J extends Judged> {
  same: readonly J[];
  needed: readonly J[];
  conflicts: readonly Conflict<J>[];
}

function identitiesFrom<J extends Judged>(groups: Groups<J>, followed: Followed<J>): Identity<J>[] {
  const gather = <T>(things: readonly T[], groupsOf: (thing: T) => readonly string[]): Map<string, T[]> => {
    const found = new Map<string, T[]>();
    for (const thing of things)
      for (const group of new Set(groupsOf(thing))) found.set(group, [...(found.get(group) ?? []), thing]);
    return found;
  };
  const endsOf = (judged: J) => [groups.of(judged.recordA), groups.of(judged.recordB)];
  const within = (judged: J) => {
    const [one = '', other] = endsOf(judged);
    return one === other ? [one] : [];
  };
  const joins = gather(followed.same, within);
  const needed = gather(followed.needed, within);
  const conflicts = gather(followed.conflicts, ({ refused }) => endsOf(refused));
  return groups
    .all()
    .map((group): Identity<J> => {
      const members = [...group].sort();
      const name = groups.of(members[0] ?? '');
      return {
        key: members[0] ?? '',
        members,
        joins: joins.get(name) ?? [],
        weakest: needed.get(name)?.at(-1),
        conflicts: conflicts.get(name) ?? [],
      };
    })
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** What would be different between two states of the same records. */
export interface Change {
  /** Members of an identity before that are apart after. */
  split: { members: readonly string[]; into: readonly (readonly string[])[] }[];
  /** Identities before that are one after. */
  joined: { members: readonly string[]; from: readonly (readonly string[])[] }[];
}

/** Compares identities before and after an act: which fall apart, which come together. */
export function changeBetween(before: readonly Identity[], after: readonly Identity[]): Change {
  const parts = (whole: readonly Identity[], cut: readonly Identity[]) => {
    const cutOf = new Map(
      cut.flatMap((identity) => identity.members.map((member) => [member, identity] as const)),
    );
    return whole.flatMap(({ members }) => {
      const into = [...new Set(members.map((member) => cutOf.get(member)))].map((piece) =>
        members.filter((member) => cutOf.get(member) === piece),
      );
      return into.length > 1 ? [{ members, into }] : [];
    });
  };
  return {
    split: parts(before, after),
    joined: parts(after, before).map(({ members, into }) => ({ members, from: into })),
  };
}
