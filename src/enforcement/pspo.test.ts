import { describe, expect, test } from 'vitest';
import { roles } from '../../reference/roles.ts';
import { canUsePower, type OfficerFacts } from './power.ts';
import { pspoActions, pspoLineFor, pspoLinesFrom, pspoTransitions } from './pspo.transitions.ts';
import { alertOn, challengeFor, convertedDays, lastDayExtended, lastDayFor, standingOn } from './pspo.ts';
import { pspoStatuses } from './pspo.words.ts';
import { againstDistrict, isInOutline, type Outline, outlineOfCorners } from './pspo-area.ts';
import type { PublishedPspo } from './pspo-parts.store.ts';
import { orderBroken, overlapping, sharesGround } from './pspo-power.ts';

/** A square, by the least of its corners and its side in degrees. */
const square = (lon: number, lat: number, side: number): Outline => {
  const drawn = outlineOfCorners(
    `${lon}, ${lat}\n${lon + side}, ${lat}\n${lon + side}, ${lat + side}\n${lon}, ${lat + side}`,
  );
  return typeof drawn === 'string' ? [] : drawn;
};
const order = (rest: Partial<PublishedPspo> = {}): PublishedPspo => ({
  ...{ pspoId: 'a', edition: 1, agencyId: 'w', agencyName: 'Wendmere', reference: 'PSPO-A', kind: 'order' },
  ...{ title: 'Quay', areaCode: null, areaWords: 'Quay', outline: square(1, 51, 1), prohibitions: ['x'] },
  ...{ requirements: [], exemptions: [], isAlcohol: false, startsOn: '2026-01-10', endsOn: '2026-12-20' },
  ...{ challengeUntil: null, publishedOn: '2026-01-10', endedOn: null },
  editions: [{ publishedOn: '2026-01-10', endsOn: rest.endsOn ?? '2026-12-20' }],
  ...rest,
});
const breach = { offenceOn: '2026-06-01', lon: 1.5, lat: 51.5, areas: ['D'], pspoId: null };
const codesOf = (found: ReturnType<typeof orderBroken>) => found.unmet.map(({ code }) => code);

describe('the table of steps', () => {
  test('every step of every status is offered to the roles of its line and to nobody else', () => {
    for (const status of pspoStatuses)
      for (const { code } of roles) {
        const offered = pspoLinesFrom(status, [code]).map(({ action }) => action);
        for (const action of pspoActions) {
          const line = pspoLineFor(status, action);
          expect(offered.includes(action), `${code} ${action} from ${status}`).toBe(
            Boolean(line?.who.some((who) => who === code)),
          );
        }
      }
  });
  test('an action has one line for a status, and nobody takes what the clock does', () => {
    for (const status of pspoStatuses)
      for (const action of pspoActions)
        expect(
          pspoTransitions.filter((line) => line.action === action && line.from.includes(status)).length,
        ).toBeLessThanOrEqual(1);
    expect(pspoLineFor('published', 'expire')?.who).toEqual([]);
    expect(pspoTransitions.filter(({ to }) => to === 'made').map(({ action }) => action)).toContain('make');
    expect(pspoLineFor('proposed', 'make')).toBeUndefined();
    expect(pspoLineFor('evidenced', 'decide')).toBeUndefined();
  });
});

describe('clocks', () => {
  test('three years, six months of an expedited order, an extension and six weeks', () => {
    expect(lastDayFor({ kind: 'order' }, '2026-03-01', '2026-02-20')?.last).toBe('2029-02-28');
    expect(lastDayFor({ kind: 'order' }, '2014-10-19', '2014-10-19')).toBeUndefined();
    expect(lastDayFor({ kind: 'expedited' }, '2026-03-01', '2026-03-01')?.last).toBe('2026-08-31');
    expect(lastDayFor({ kind: 'expedited' }, '2022-06-27', '2022-06-27')).toBeUndefined();
    expect(lastDayFor({ kind: 'expedited' }, '2022-06-28', '2022-06-28')?.last).toBe('2022-12-27');
    expect(lastDayExtended('2029-02-28', '2029-01-01')?.last).toBe('2032-02-29');
    const challenge = challengeFor('2026-03-02');
    expect(challenge?.last).toBe('2026-04-12');
    expect(challenge?.why).toContain('42 days beginning with 2 March 2026');
  });
  test('older orders have effect as these from 20 October 2017 and lapse by 20 October 2020', () => {
    expect(convertedDays()).toMatchObject({ last: '2020-10-19' });
    const days = { startsOn: '2017-10-20', endsOn: convertedDays().last, endedOn: null };
    expect(
      ['2017-10-19', '2017-10-20', '2020-10-19', '2020-10-20'].map((day) => standingOn(days, day)),
    ).toEqual(['not-yet', 'in-force', 'in-force', 'lapsed']);
  });
  test('in force from the first to the last day, and no longer on the day of the discharge', () => {
    const days = { startsOn: '2026-01-10', endsOn: '2026-12-20', endedOn: null };
    for (const [day, standing] of [
      ['2026-01-09', 'not-yet'],
      ['2026-01-10', 'in-force'],
      ['2026-12-20', 'in-force'],
      ['2026-12-21', 'lapsed'],
    ] as const)
      expect(standingOn(days, day)).toBe(standing);
    expect(standingOn({ ...days, endedOn: '2026-05-01' }, '2026-04-30')).toBe('in-force');
    expect(standingOn({ ...days, endedOn: '2026-05-01' }, '2026-05-01')).toBe('ended');
  });
  test('alerts at 12, 6 and 3 months before the last day: the days before, on and after', () => {
    const last = '2027-06-30';
    for (const [day, months] of [
      ['2026-06-29', undefined],
      ['2026-06-30', 12],
      ['2026-12-29', 12],
      ['2026-12-30', 6],
      ['2027-03-29', 6],
      ['2027-03-30', 3],
      ['2027-06-30', 3],
      ['2027-07-01', undefined],
    ] as const)
      expect(alertOn(last, day), day).toBe(months);
    expect(alertOn(null, last)).toBeUndefined();
  });
});

describe('the area', () => {
  test('corners make an outline; what is none is refused', () => {
    expect(square(1, 51, 1)[0]?.[0]).toHaveLength(5);
    for (const words of [
      '',
      '1,51\n2,51',
      '1,51\n1,51\n1,51',
      '1,51\n1e2,51\n2,52',
      'NaN,51\n2,51\n2,52',
      '1,51\n2,51\nx,52',
      '1,51\n2,51\n2,95',
      '1,51,0\n2,51\n2,52',
    ])
      expect(outlineOfCorners(words), words).toContain('three corners or more');
    expect(outlineOfCorners('1,51\n2,52\n3,53')).toContain('on one line');
    expect(outlineOfCorners('1,51\n2,52\n2,51\n1,52')).toContain('cross');
    const many = (n: number) => Array.from({ length: n }, (_, k) => `${k / 100},51`).join('\n');
    expect(outlineOfCorners(many(501))).toContain('at most 500');
    expect(outlineOfCorners(`${many(499)}\n1,52`)).toHaveLength(1);
    expect(isInOutline(square(1, 51, 1), 1.999, 51.001)).toBe(true);
    expect(isInOutline(square(1, 51, 1), 2.001, 51.5)).toBe(false);
    const [ring] = square(1, 51, 1)[0] ?? [];
    const [hole] = square(1.4, 51.4, 0.2)[0] ?? [];
    expect(isInOutline([[ring ?? [], hole ?? []]], 1.5, 51.5)).toBe(false);
  });
  test('corners lie in the district, or on its border as a hand may type it', () => {
    const district = square(1, 51, 1);
    expect(againstDistrict(square(1.2, 51.2, 0.2), district)).toBeUndefined();
    expect(againstDistrict(district, district)).toBeUndefined();
    expect(againstDistrict(square(0.9995, 51.5, 0.1), district)).toBeUndefined();
    expect(againstDistrict(square(0.99, 51.5, 0.1), district)).toContain('0.99, 51.5 lies outside');
    const swapped: Outline = [
      [
        [
          [51.2, 1.2],
          [51.4, 1.2],
          [51.4, 1.4],
          [51.2, 1.2],
        ],
      ],
    ];
    expect(againstDistrict(swapped, district)).toContain('the longitude comes first');
  });
  test('orders over the same ground on the same days are told; beside it or after it they are not', () => {
    const file = { id: 'x', outline: square(1.9, 51.9, 1), startsOn: '2026-12-20', endsOn: '2027-01-31' };
    expect(overlapping(file, [order()])).toHaveLength(1);
    expect(overlapping({ ...file, startsOn: '2026-12-21' }, [order()])).toHaveLength(0);
    expect(sharesGround(square(1, 51, 1), square(2.001, 51, 1))).toBe(false);
  });
});

describe('a penalty for breaking an order', () => {
  test('the order is found by place and day; outside either it is refused', () => {
    const found = orderBroken([order()], breach, () => ['o']);
    expect(found).toMatchObject({ pspoId: 'a', unmet: [], authorised: ['o'] });
    for (const [offenceOn, codes] of [
      ['2026-01-09', ['order-days']],
      ['2026-01-10', []],
      ['2026-12-20', []],
      ['2026-12-21', ['order-days']],
    ] as const)
      expect(codesOf(orderBroken([order()], { ...breach, offenceOn }, () => []))).toEqual(codes);
    expect(codesOf(orderBroken([order()], { ...breach, lon: 2.1 }, () => []))).toEqual(['order-area']);
    expect(codesOf(orderBroken([order()], { ...breach, offenceOn: null }, () => []))).toEqual(['order-days']);
    const late = order({ editions: [{ publishedOn: '2026-06-02', endsOn: '2026-12-20' }] });
    expect(codesOf(orderBroken([late], breach, () => []))).toEqual(['order-days']);
    const ended = order({ endedOn: '2026-06-01' });
    expect(codesOf(orderBroken([ended], breach, () => []))).toEqual(['order-days']);
  });
  test('an extension bites from the day it was published, and what ran before it until its own last day', () => {
    const editions = [
      { publishedOn: '2026-01-10', endsOn: '2026-12-20' },
      { publishedOn: '2027-01-08', endsOn: '2028-12-20' },
    ];
    const extended = order({ endsOn: '2028-12-20', editions });
    for (const [offenceOn, codes] of [
      ['2026-12-20', []],
      ['2026-12-21', ['order-days']],
      ['2027-01-07', ['order-days']],
      ['2027-01-08', []],
    ] as const)
      expect(codesOf(orderBroken([extended], { ...breach, offenceOn }, () => [])), offenceOn).toEqual(codes);
  });
  test('a place that is known only by its ward lies in an order of that ward or district alone', () => {
    const hidden = { ...breach, lon: null, lat: null };
    expect(codesOf(orderBroken([order()], hidden, () => []))).toEqual(['order-area']);
    expect(codesOf(orderBroken([order({ areaCode: 'D' })], hidden, () => []))).toEqual([]);
  });
  test('of overlapping orders the draft names which', () => {
    const both = [order(), order({ pspoId: 'b', reference: 'PSPO-B', title: 'Dogs' })];
    const several = orderBroken(both, breach, () => []);
    expect(codesOf(several)).toEqual(['order-which']);
    expect(several.unmet[0]?.words).toContain('PSPO-A (Quay), PSPO-B (Dogs)');
    expect(orderBroken(both, { ...breach, pspoId: 'b' }, () => [])).toMatchObject({ pspoId: 'b', unmet: [] });
    expect(codesOf(orderBroken(both, { ...breach, pspoId: 'b', lon: 3 }, () => []))).toEqual(['order-area']);
    expect(codesOf(orderBroken(both, { ...breach, pspoId: 'z' }, () => []))).toEqual(['order-area']);
  });
  test('an officer needs the power and the authorisation for this very order; a constable the power alone', () => {
    const held = { power: 'fpn.pspo-breach', areaCode: 'D', grantedOn: '2020-01-01', expiresOn: null };
    const officer = (basis: 'council-officer' | 'constable'): OfficerFacts => ({
      ...{ officerId: 'o', name: 'Olu', clearances: [], isInUniform: true },
      authorisations: [{ ...held, basis, withdrawnOn: null, requiresUniform: false, reference: 'A 1' }],
    });
    const asked = (facts: OfficerFacts, authorised: string[], power = 'fpn.pspo-breach') =>
      canUsePower(
        facts,
        power,
        ['D'],
        '2026-06-02',
        orderBroken([order()], breach, () => authorised),
      );
    expect(asked(officer('council-officer'), ['o']).ok).toBe(true);
    expect(asked(officer('council-officer'), ['p'])).toMatchObject({ unmet: [{ code: 'order-officer' }] });
    expect(asked(officer('constable'), []).ok).toBe(true);
    expect(asked(officer('council-officer'), ['p'], 'fpn.litter')).toMatchObject({
      unmet: [{ code: 'not-held' }, { code: 'order-officer' }],
    });
  });
});
