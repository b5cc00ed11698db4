import { describe, expect, it } from 'vitest';
import { buildAgreements } from '../county/agreements.ts';
import { issueProfiles } from '../county/issues.ts';
import { JAG_RETURN } from '../county/meetings.ts';
import { buildPeople } from '../county/people.ts';
import { bankHolidays, irregularBankHolidays, isBankHoliday } from './bank-holidays.ts';
import { flyTipActions, flyTipLandTypes, flyTipSizes, flyTipWasteTypes } from './fly-tip.ts';
import { gateways } from './gateways.ts';
import { indicators } from './indicators.ts';
import { meetingMeasures } from './meeting-measures.ts';
import { penaltyRowOn, penaltyRows } from './penalties.ts';
import { roles } from './roles.ts';

const DAY = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Easter Sunday by the anonymous Gregorian computus (Meeus). */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1);
}

const weekday = (ms: number): number => new Date(ms).getUTCDay();
const firstMonday = (year: number, month: number): number => {
  const first = Date.UTC(year, month, 1);
  return first + ((8 - weekday(first)) % 7) * DAY;
};
const lastMonday = (year: number, month: number): number => {
  const last = Date.UTC(year, month + 1, 0);
  return last - ((weekday(last) + 6) % 7) * DAY;
};

/** The eight usual days of a year: a day at a weekend moves to the next weekday that is not already one. */
function usualDays(year: number): string[] {
  const days = [
    easter(year) - 2 * DAY,
    easter(year) + DAY,
    firstMonday(year, 4),
    lastMonday(year, 4),
    lastMonday(year, 7),
  ];
  for (const fixed of [Date.UTC(year, 0, 1), Date.UTC(year, 11, 25), Date.UTC(year, 11, 26)]) {
    let day = fixed;
    const isBoxingDay = fixed === Date.UTC(year, 11, 26);
    const christmasOnSunday = isBoxingDay && weekday(fixed) === 1;
    while (weekday(day) === 0 || weekday(day) === 6 || (days.includes(day) && !christmasOnSunday)) day += DAY;
    // Christmas on a Sunday takes the Tuesday, since the Monday is Boxing Day's own.
    if (fixed === Date.UTC(year, 11, 25) && weekday(fixed) === 0) day = Date.UTC(year, 11, 27);
    days.push(day);
  }
  return days.map(iso);
}

describe('bank holidays', () => {
  it('are the usual days by rule, changed only where someone decided so', () => {
    const expected = new Set(Array.from({ length: 13 }, (_, i) => usualDays(2015 + i)).flat());
    for (const { day, instead } of irregularBankHolidays) {
      expected.add(day);
      if (instead !== undefined) expect(expected.delete(instead)).toBe(true);
    }
    expect([...bankHolidays].sort()).toEqual([...expected].sort());
    expect(bankHolidays).toHaveLength(13 * 8 + 3);
  });

  it('know the odd ones', () => {
    for (const day of ['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08'])
      expect(isBankHoliday(day)).toBe(true);
    for (const day of ['2020-05-04', '2022-05-30', '2026-12-26']) expect(isBankHoliday(day)).toBe(false);
  });
});

describe('penalties', () => {
  it('never have two rows in force for one offence, place and day', () => {
    const days = penaltyRows.flatMap((row) => [row.validFrom, row.validTo]).filter((day) => day !== null);
    for (const day of days)
      for (const row of penaltyRows) {
        const inForce = penaltyRows.filter(
          (other) =>
            other.offence === row.offence &&
            other.jurisdiction === row.jurisdiction &&
            other.status === 'active' &&
            other.validFrom !== null &&
            other.validFrom <= day &&
            day <= (other.validTo ?? '9999'),
        );
        expect(inForce.length, `${row.offence} ${day}`).toBeLessThanOrEqual(1);
      }
  });

  it('give the law of the day', () => {
    expect(penaltyRowOn('fly-tipping', '2023-07-30')?.maxAmount).toBe(40_000);
    expect(penaltyRowOn('fly-tipping', '2023-07-31')?.maxAmount).toBe(100_000);
    expect(penaltyRowOn('fly-tipping', '2024-01-01', 'Wales')?.maxAmount).toBe(40_000);
    expect(penaltyRowOn('fly-tipping', '2015-01-01')).toBeUndefined();
    expect(penaltyRowOn('litter', '2018-03-31')?.defaultAmount).toBe(7500);
    expect(penaltyRowOn('litter', '2018-04-01')?.minAmount).toBe(5000);
    expect(penaltyRowOn('litter', '2019-04-01')?.minAmount).toBe(6500);
    expect(penaltyRowOn('litter', '2026-11-22')?.maxAmount).toBe(50_000);
    expect(penaltyRowOn('household-waste-duty', '2026-11-22')?.maxAmount).toBe(60_000);
    expect(penaltyRowOn('pnd-upper-tier', '2013-07-01')?.maxAmount).toBe(9000);
  });

  it('hold the £500 for orders back until someone confirms it', () => {
    for (const offence of ['cpn-breach', 'pspo-breach'] as const) {
      expect(penaltyRowOn(offence, '2026-11-22')?.maxAmount).toBe(10_000);
      const waiting = penaltyRows.filter(
        (row) => row.offence === offence && row.status === 'awaiting-confirmation',
      );
      expect(waiting.map((row) => [row.maxAmount, row.validFrom])).toEqual([[50_000, null]]);
    }
  });

  it('keep amounts in order and the bar on prosecution', () => {
    for (const row of penaltyRows) {
      expect(row.minAmount ?? 0).toBeLessThanOrEqual(row.defaultAmount ?? row.maxAmount);
      expect(row.defaultAmount ?? 0).toBeLessThanOrEqual(row.maxAmount);
      expect(row.minWindowDays).toBeGreaterThanOrEqual(14);
      expect(row.windowDays).toBeGreaterThanOrEqual(row.minWindowDays);
    }
  });
});

describe('the other reference rows', () => {
  it('name what the county uses', () => {
    expect(meetingMeasures.map((measure) => measure.code)).toEqual([...JAG_RETURN]);
    const types = new Set(issueProfiles.map((profile) => profile.type.code));
    expect(meetingMeasures.flatMap((m) => m.issueTypes).filter((code) => !types.has(code))).toEqual([]);
    const names: ReadonlySet<string> = new Set(gateways.map((gateway) => gateway.name));
    expect(buildAgreements().filter((agreement) => !names.has(agreement.gateway))).toEqual([]);
    const sides = new Map(roles.map((role) => [role.code, role.side]));
    for (const person of buildPeople())
      expect(person.roles.map((role) => sides.get(role))).toEqual([person.side]);
    const personas = buildPeople().filter((person) => person.isPersona);
    expect(new Set(personas.flatMap((person) => person.roles))).toEqual(
      new Set(roles.map((role) => role.code)),
    );
  });

  it('have one row to a code', () => {
    for (const list of [
      indicators,
      gateways,
      roles,
      meetingMeasures,
      flyTipSizes,
      flyTipLandTypes,
      flyTipWasteTypes,
      flyTipActions,
    ]) {
      const codes = list.map((row) => row.code);
      expect(new Set(codes).size).toBe(codes.length);
    }
    for (const code of ['T-01', 'T-03', 'T-04', 'E-01', 'E-02', 'I-01']) {
      expect(indicators.some((row) => row.code === code)).toBe(true);
    }
    expect(indicators.filter((row) => row.unit === 'percent' && row.denominator === undefined)).toEqual([]);
  });
});
