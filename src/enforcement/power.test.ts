import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../platform/clock/clock.ts';
import { type Authorisation, alertFor, type Clearance, canUsePower, type OfficerFacts } from './power.ts';

const on = '2026-11-20';
const near = fc.integer({ min: -3, max: 3 }).map((n) => addDays(on, n));
const authorisation: fc.Arbitrary<Authorisation> = fc.record({
  basis: fc.constantFrom('council-officer' as const, 'csas' as const),
  power: fc.constantFrom('fpn.litter', 'csas.fpn-litter', 'fpn.fly-tipping'),
  areaCode: fc.constantFrom('here', 'there'),
  grantedOn: near,
  expiresOn: fc.option(near),
  withdrawnOn: fc.option(near),
  requiresUniform: fc.boolean(),
  reference: fc.constant('REF'),
});
const clearance: fc.Arbitrary<Clearance> = fc.record({
  kind: fc.constantFrom('vetting' as const, 'training' as const),
  name: fc.constant('NPPV 2'),
  status: fc.constantFrom('granted', 'lapsed', 'unknown'),
  grantedOn: fc.option(near),
  expiresOn: fc.option(near),
});
const officer: fc.Arbitrary<OfficerFacts> = fc.record({
  officerId: fc.constant('o'),
  name: fc.constant('An Officer'),
  authorisations: fc.array(authorisation, { maxLength: 4 }),
  clearances: fc.array(clearance, { maxLength: 4 }),
  isInUniform: fc.boolean(),
});

/** The rule said over again, as the reference gives it. */
function mayByTheBook(facts: OfficerFacts, power: string, place: readonly string[]): boolean {
  const cleared = (kind: string) =>
    facts.clearances.some(
      (c) =>
        c.kind === kind && c.status === 'granted' && (c.grantedOn ?? on) <= on && on <= (c.expiresOn ?? on),
    );
  return facts.authorisations.some(
    (a) =>
      (a.power === power || (power === 'fpn.litter' && a.power === 'csas.fpn-litter')) &&
      a.grantedOn <= on &&
      on <= (a.expiresOn ?? on) &&
      (a.withdrawnOn === null || on < a.withdrawnOn) &&
      place.includes(a.areaCode) &&
      (!a.requiresUniform || facts.isInUniform) &&
      (a.basis === 'council-officer' || (cleared('vetting') && cleared('training'))),
  );
}

describe('canUsePower', () => {
  it('agrees with the rule for any officer, and a refusal always gives what is in the way and its mend', () => {
    fc.assert(
      fc.property(officer, fc.constantFrom('fpn.litter', 'fpn.fly-tipping'), (facts, power) => {
        const answer = canUsePower(facts, power, ['here', 'county'], on);
        expect(answer.ok).toBe(mayByTheBook(facts, power, ['here', 'county']));
        if (!answer.ok) {
          expect(answer.unmet.length).toBeGreaterThan(0);
          for (const { words, mend } of answer.unmet)
            expect(Math.min(words.length, mend.length)).toBeGreaterThan(5);
        }
      }),
      { numRuns: 1000 },
    );
  });
  it('never lets unknown vetting pass, and says that it is not known', () => {
    const facts: OfficerFacts = {
      officerId: 'o',
      name: 'An Officer',
      authorisations: [
        {
          basis: 'csas',
          power: 'csas.fpn-litter',
          areaCode: 'county',
          grantedOn: '2025-01-01',
          expiresOn: '2027-01-01',
          withdrawnOn: null,
          requiresUniform: true,
          reference: 'CSAS/1',
        },
      ],
      clearances: [
        { kind: 'vetting', name: 'NPPV 2', status: 'unknown', grantedOn: null, expiresOn: null },
        {
          kind: 'training',
          name: 'FPN issuing',
          status: 'granted',
          grantedOn: '2025-01-01',
          expiresOn: '2028-01-01',
        },
      ],
      isInUniform: false,
    };
    const answer = canUsePower(facts, 'fpn.litter', ['county'], on);
    expect(answer.ok ? [] : answer.unmet.map((u) => u.code)).toEqual(['uniform', 'vetting']);
    expect(answer.ok ? '' : answer.unmet[1]?.words).toContain('not known');
  });
  it('loses nothing by gaining a further authorisation', () => {
    fc.assert(
      fc.property(officer, authorisation, (facts, more) => {
        const before = canUsePower(facts, 'fpn.litter', ['here'], on).ok;
        const after = canUsePower(
          { ...facts, authorisations: [...facts.authorisations, more] },
          'fpn.litter',
          ['here'],
          on,
        ).ok;
        expect(before && !after).toBe(false);
      }),
    );
  });
});

describe('alerts', () => {
  it('fall at 90, 60 and 30 days', () => {
    expect([91, 90, 61, 60, 31, 30, 0, -1].map((days) => alertFor(addDays(on, days), on))).toEqual([
      undefined,
      90,
      90,
      60,
      60,
      30,
      30,
      0,
    ]);
  });
});
