import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeBetween, identitiesOf, type Judged } from './identity.ts';

const names = 'abcdefghij'.split('');

/** Random judgements, one a pair at most. */
const judgements = fc.uniqueArray(
  fc
    .record({
      ends: fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 2 }),
      verdict: fc.constantFrom<Judged['verdict']>('same', 'same', 'same', 'different', 'unsure', 'proposed'),
      madeBy: fc.constantFrom<Judged['madeBy']>('model', 'person'),
      probability: fc.option(fc.constantFrom(0.2, 0.5, 0.9, 0.99), { nil: null }),
    })
    .map(({ ends, ...rest }): Judged => {
      const [recordA = '', recordB = ''] = [...ends].sort();
      return { recordA, recordB, ...rest };
    }),
  { selector: ({ recordA, recordB }) => recordA + recordB, maxLength: 22 },
);

/** What counts: who is with whom, what was refused and why, and which join is the weakest. */
const told = (given: readonly Judged[], records: readonly string[] = names) =>
  JSON.stringify(
    identitiesOf(records, given).map(({ members, weakest, conflicts, joins }) => ({
      members,
      weakest,
      conflicts,
      joins,
    })),
  );

/** Reached from a record over a list of pairs: written apart from what it checks, without groups. */
function reach(from: string, pairs: readonly Judged[]): Set<string> {
  const found = new Set([from]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const { recordA, recordB } of pairs) {
      if (found.has(recordA)) found.add(recordB);
      if (found.has(recordB)) found.add(recordA);
    }
  }
  return found;
}

/** The same rule by brute force: each join is tried, and taken back if a «different» then lies within reach. */
function naive(given: readonly Judged[]): { groups: string[]; refused: Judged[] } {
  const rank = ({ madeBy, probability }: Judged) => (madeBy === 'person' ? 10 : 0) + (probability ?? -1);
  const same = given
    .filter(({ verdict }) => verdict === 'same')
    .sort(
      (one, other) =>
        rank(other) - rank(one) || (one.recordA + one.recordB < other.recordA + other.recordB ? -1 : 1),
    );
  const apart = given.filter(({ verdict }) => verdict === 'different');
  let kept: Judged[] = [];
  const refused: Judged[] = [];
  for (const judged of same) {
    const tried = [...kept, judged];
    if (apart.some(({ recordA, recordB }) => reach(recordA, tried).has(recordB))) refused.push(judged);
    else kept = tried;
  }
  return {
    groups: [...new Set(names.map((name) => [...reach(name, kept)].sort().join('')))].sort(),
    refused,
  };
}

describe('identities', () => {
  test('are what a solver by brute force finds, refusals included', () => {
    fc.assert(
      fc.property(judgements, (given) => {
        const found = identitiesOf(names, given);
        const expected = naive(given);
        expect(found.map(({ members }) => members.join('')).sort()).toEqual(expected.groups);
        const refused = new Set(
          found.flatMap(({ conflicts }) => conflicts.map((conflict) => conflict.refused)),
        );
        const pairs = (some: Iterable<Judged>) =>
          [...some].map(({ recordA, recordB }) => recordA + recordB).sort();
        expect(pairs(refused)).toEqual(pairs(expected.refused));
      }),
      { numRuns: 2000 },
    );
  });

  test('are the same in any order of arrival', () => {
    fc.assert(
      fc.property(
        judgements.chain((given) =>
          fc.tuple(
            fc.constant(given),
            fc.shuffledSubarray(given, { minLength: given.length }),
            fc.shuffledSubarray(names, { minLength: names.length }),
          ),
        ),
        ([given, shuffled, records]) => {
          expect(told(shuffled, records)).toBe(told(given));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('change by an act as brute force says, and back by its undoing', () => {
    fc.assert(
      fc.property(judgements, fc.nat(), (given, at) => {
        const before = given.filter((_, place) => place !== at % Math.max(1, given.length));
        const [was, is] = [identitiesOf(names, before), identitiesOf(names, given)];
        const whole = (changed: readonly { members: readonly string[] }[]) =>
          changed.map(({ members }) => members.join('')).sort();
        const cut = (some: readonly string[], by: readonly string[]) =>
          some.filter((group) => !by.some((other) => [...group].every((name) => other.includes(name))));
        const [groupsBefore, groupsAfter] = [naive(before).groups, naive(given).groups];
        const { split, joined } = changeBetween(was, is);
        expect(whole(split)).toEqual(cut(groupsBefore, groupsAfter));
        expect(whole(joined)).toEqual(cut(groupsAfter, groupsBefore));
        for (const { members, into } of split) expect(into.flat().sort()).toEqual([...members]);
        expect(changeBetween(is, was)).toEqual({
          split: joined.map(({ members, from }) => ({ members, into: from })),
          joined: split.map(({ members, into }) => ({ members, from: into })),
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('hold no pair that somebody said is different, and join none that nobody joined', () => {
    fc.assert(
      fc.property(judgements, (given) => {
        for (const { members, conflicts, weakest, joins } of identitiesOf(names, given)) {
          for (const { recordA, recordB, verdict } of given)
            if (verdict === 'different')
              expect(members.includes(recordA) && members.includes(recordB)).toBe(false);
          expect(members.length === 1).toBe(weakest === undefined);
          if (weakest) {
            // Without the weakest join, and without weaker ones that were not needed for it, it falls in two.
            const stronger = joins.slice(0, joins.indexOf(weakest));
            expect(reach(members[0] ?? '', stronger).size).toBeLessThan(members.length);
          }
          for (const { because } of conflicts) expect(because.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('know nothing of records that are not handed in', () => {
    fc.assert(
      fc.property(judgements, fc.subarray(names), (given, seen) => {
        const visible = given.filter(
          ({ recordA, recordB }) => seen.includes(recordA) && seen.includes(recordB),
        );
        expect(told(given, seen)).toBe(told(visible, seen));
      }),
    );
  });
});

test('a person’s word counts before a model’s, and what is refused says why', () => {
  const judged = (
    pair: string,
    verdict: Judged['verdict'],
    madeBy: Judged['madeBy'],
    probability = 0.9,
  ): Judged => ({
    recordA: pair.charAt(0),
    recordB: pair.charAt(1),
    verdict,
    madeBy,
    probability,
  });
  const found = identitiesOf('abc'.split(''), [
    judged('ab', 'same', 'model', 0.999),
    judged('bc', 'same', 'person', 0.4),
    judged('ac', 'different', 'person'),
  ]);
  expect(found.map(({ members }) => members.join(''))).toEqual(['a', 'bc']);
  expect(found[0]?.conflicts[0]).toMatchObject({
    refused: { recordA: 'a', recordB: 'b' },
    because: [{ recordA: 'a', recordB: 'c' }],
  });
});
