import type { CountyReport, CountySubject } from './county.types.ts';
import { at, type Random, weightedDraw } from './random.ts';

/** Who and what reports name: one in twenty does, and a few names come up far more than others. */

const SHARE = 0.05;

type Mentions = CountyReport['subjects'];

/** Which kinds a group's reports speak of, with the role they play there. */
const KINDS: Readonly<Record<string, readonly (readonly [CountySubject['kind'], string])[]>> = {
  'Waste and fly-tipping': [
    ['vehicle', 'used-vehicle'],
    ['vehicle', 'used-vehicle'],
    ['person', 'alleged'],
    ['organisation', 'alleged'],
  ],
  'Vehicles and parking': [['vehicle', 'subject-vehicle']],
  'Trading and scams': [
    ['organisation', 'trader'],
    ['organisation', 'trader'],
    ['phone', 'used-telephone'],
    ['person', 'alleged'],
  ],
  'Food, health and safety': [['organisation', 'premises']],
  Licensing: [['organisation', 'premises']],
};
const OTHERWISE: readonly (readonly [CountySubject['kind'], string])[] = [
  ['person', 'alleged'],
  ['person', 'alleged'],
  ['person', 'victim'],
  ['vehicle', 'used-vehicle'],
];

export function mentionDrawer(
  subjects: readonly CountySubject[],
): (group: string, random: Random) => Mentions {
  const byKind = Map.groupBy(subjects, (subject) => subject.kind);
  const draws = new Map(
    [...byKind].map(([kind, own]) => [
      kind,
      { own, draw: weightedDraw(own.map((_, rank) => (rank + 5) ** -0.7)) },
    ]),
  );
  const NONE: Mentions = [];
  return (group, random) => {
    if (!random.chance(SHARE)) return NONE;
    const [kind, role] = random.pick(KINDS[group] ?? OTHERWISE);
    const drawn = draws.get(kind);
    if (!drawn) return NONE;
    const first = { subjectId: at(drawn.own, drawn.draw(random)).id, role };
    if (!random.chance(0.2)) return [first];
    const second = at(drawn.own, drawn.draw(random)).id;
    return second === first.subjectId ? [first] : [first, { subjectId: second, role }];
  };
}
