import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../platform/clock/clock.ts';
import { penaltyTransitionFor, penaltyTransitions } from './penalty.transitions.ts';
import {
  type Adopted,
  adoptedOn,
  amountFor,
  deadlinesFor,
  deemedServedOn,
  lawOn,
  limitFor,
  type PenaltyLaw,
  statusOn,
} from './penalty.ts';
import { penaltyStatuses } from './penalty.words.ts';
import { conditionsOf } from './penalty-checklist.ts';
import { judgePayment } from './penalty-payment.ts';

const law = (over: Partial<PenaltyLaw> = {}): PenaltyLaw => ({
  id: 'l',
  offence: 'fly-tipping',
  law: 'EPA',
  jurisdiction: 'England',
  defaultPence: 20_000,
  minPence: 15_000,
  maxPence: 40_000,
  earlyMinPence: null,
  windowDays: 14,
  minWindowDays: 14,
  validFrom: '2016-05-09',
  validTo: '2023-07-30',
  legalBasis: 'S.I.',
  marking: 'verified',
  generalKnowledge: [],
  status: 'active',
  source: 'x',
  note: null,
  confirmedWords: null,
  ...over,
});
const adopted = (over: Partial<Adopted> = {}): Adopted => ({
  id: 'a',
  agencyId: 'w',
  offence: 'fly-tipping',
  amountPence: 40_000,
  earlyPence: 28_000,
  earlyDays: 10,
  windowDays: 14,
  validFrom: '2019-04-01',
  validTo: null,
  minute: 'minute 1',
  ...over,
});
const laws = [
  law(),
  law({ id: 'm', maxPence: 100_000, validFrom: '2023-07-31', validTo: null }),
  law({
    id: 'w',
    status: 'awaiting-confirmation',
    maxPence: 999_999,
    validFrom: '2016-01-01',
    validTo: null,
  }),
  law({ id: 'o', status: 'off', validFrom: '2016-01-01' }),
];
const day = fc.integer({ min: 0, max: 5000 }).map((n) => addDays('2016-01-01', n));

describe('the law of the day', () => {
  it('is the row of the day of the offence, and never one that waits or is off', () => {
    expect(lawOn(laws, 'fly-tipping', '2023-07-30')?.id).toBe('l');
    expect(lawOn(laws, 'fly-tipping', '2023-07-31')?.id).toBe('m');
    fc.assert(fc.property(day, (on) => ['l', 'm', undefined].includes(lawOn(laws, 'fly-tipping', on)?.id)));
    expect(adoptedOn([adopted()], 'w', 'fly-tipping', '2019-03-31')).toBeUndefined();
  });
  it('refuses an adopted amount that the law of that day did not allow', () => {
    const input = {
      laws,
      adopted: [adopted({ amountPence: 60_000, earlyPence: null, earlyDays: null })],
      agencyId: 'w',
      offence: 'fly-tipping',
    };
    expect(amountFor({ ...input, day: '2023-07-30' }).ok).toBe(false);
    expect(amountFor({ ...input, day: '2023-07-31' }).ok).toBe(true);
  });
});

describe('days', () => {
  it('never let a prosecution start within the days of the Act, nor within the council’s own', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 14, max: 21 }),
        fc.option(fc.integer({ min: 1, max: 20 })),
        (served, windowDays, minWindowDays, earlyDays) => {
          const days = deadlinesFor(served, { minWindowDays }, { windowDays, earlyDays });
          expect(daysBetween(served, days.payUntil)).toBe(Math.max(windowDays, minWindowDays));
          expect(days.prosecuteFrom > days.payUntil).toBe(true);
          expect(daysBetween(served, days.prosecuteFrom)).toBeGreaterThan(minWindowDays);
          if (days.earlyUntil) expect(days.earlyUntil <= days.payUntil).toBe(true);
        },
      ),
    );
  });
  it('take post as received on the second working day', () => {
    expect(deemedServedOn('2026-11-20', 'first-class-post')).toBe('2026-11-24');
    expect(deemedServedOn('2026-12-24', 'first-class-post')).toBe('2026-12-30');
    expect(deemedServedOn('2026-11-20', 'in-person')).toBe('2026-11-20');
  });
  it('limit summary offences to six months and fly-tipping to none', () => {
    expect(limitFor('litter', '2026-08-31')).toBe('2027-02-28');
    expect(limitFor('litter', '2026-01-15')).toBe('2026-07-15');
    expect(limitFor('fly-tipping', '2020-01-01')).toBeNull();
  });
  it('tell overdue by the clock', () => {
    expect(statusOn('issued', '2026-11-19', '2026-11-20')).toBe('overdue');
    expect(statusOn('issued', '2026-11-20', '2026-11-20')).toBe('issued');
    expect(statusOn('paid-full', '2026-11-01', '2026-11-20')).toBe('paid-full');
  });
});

describe('payments', () => {
  const notice = {
    amountPence: 60_000,
    earlyPence: 40_000,
    earlyUntil: '2026-11-30',
    issuedOn: '2026-11-20',
  };
  it('take the early amount by its day and the full one always; anything else says what is due', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: -5, max: 40 }), (pence, after) => {
        const paidOn = addDays('2026-11-20', after);
        const judged = judgePayment(notice, { pence, paidOn, today: '2026-12-20' });
        const isEarly = paidOn <= '2026-11-30';
        const isRight = after >= 0 && after <= 30 && (pence === 60_000 || (isEarly && pence === 40_000));
        expect(judged.ok).toBe(isRight);
        if (judged.ok) expect(judged.to).toBe(pence === 40_000 ? 'paid-early' : 'paid-full');
        else expect(judged.words.length).toBeGreaterThan(20);
      }),
    );
    expect(judgePayment(notice, { pence: 40_000, paidOn: '2026-12-01', today: '2026-12-20' })).toMatchObject({
      words: expect.stringContaining('full £600 is due'),
    });
  });
});

describe('the checklist', () => {
  it('asks for an offence, time, place, proof, policy and a person', () => {
    const none = conditionsOf(
      {
        offence: null,
        offenceOn: null,
        offenceTime: null,
        placeWords: null,
        districtCode: null,
        identifiedBy: null,
        policyConsidered: false,
        recipientName: null,
        recipientAddress: null,
        isAddressHidden: false,
        servedHow: 'in-person',
        evidence: [],
        landType: null,
        wasteType: null,
        wasteSize: null,
      },
      '2026-11-20',
    );
    expect(none.filter((c) => c.met).map((c) => c.code)).toEqual([]);
    // What was tipped is asked of a fly-tip alone.
    expect(none.map((c) => c.code)).not.toContain('tip');
    for (const condition of none) expect(condition.mend.length).toBeGreaterThan(10);
  });
});

describe('the table of steps', () => {
  it('has at most one line for an action from a status, and an end to every road', () => {
    for (const status of penaltyStatuses)
      for (const { action } of penaltyTransitions)
        expect(
          penaltyTransitions.filter((line) => line.action === action && line.from.includes(status)).length,
        ).toBeLessThanOrEqual(1);
    const ends = penaltyStatuses.filter(
      (status) => !penaltyTransitions.some((line) => line.from.includes(status)),
    );
    expect(ends).toEqual([
      'paid-early',
      'paid-full',
      'cancelled',
      'void',
      'convicted',
      'acquitted',
      'withdrawn',
      'time-barred',
    ]);
  });
  it('lets nothing follow a payment, and no court before the window has ended', () => {
    expect(penaltyTransitionFor('paid-early', 'refer')).toBeUndefined();
    expect(penaltyTransitionFor('issued', 'refer')).toBeUndefined();
    expect(penaltyTransitionFor('referred', 'pay')).toBeUndefined();
    for (const line of penaltyTransitions)
      if (['void', 'cancel', 'discard', 'refer'].includes(line.action))
        expect(line.needs).toContain('reason');
  });
});
