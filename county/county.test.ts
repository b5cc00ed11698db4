import { describe, expect, it } from 'vitest';
import { penaltyRowOn } from '../reference/penalties.ts';
import {
  adoptedAmounts,
  buildCounty,
  type CountyReport,
  countyReports,
  knownGaps,
  routeFinder,
} from './index.ts';
import { isGap } from './routing.ts';

const TODAY = '2026-11-22';
const county = buildCounty(TODAY);
const stream = countyReports(county);
const year = [...stream({ from: '2025-11-22', to: TODAY, perYear: 27_000 })];

const share = (test: (report: CountyReport) => boolean): number => year.filter(test).length / year.length;

describe('the county', () => {
  it('is the same for the same day', () => {
    expect(JSON.stringify(buildCounty(TODAY))).toBe(JSON.stringify(county));
    const again = [...stream({ from: '2026-03-01', to: '2026-03-07', perYear: 27_000 })];
    expect(again).toEqual(year.filter((r) => r.receivedAt >= '2026-03-01' && r.receivedAt < '2026-03-08'));
    expect(again.length).toBeGreaterThan(300);
  });

  it('can be made for other days', () => {
    for (const day of ['2021-01-01', '2025-02-28', '2027-03-28']) {
      const other = buildCounty(day);
      expect(other.penalties.every((penalty) => penalty.issuedOn <= day)).toBe(true);
      expect(other.penalties).toHaveLength(county.penalties.length);
    }
  });

  it('gives every thing its own id and every person their own username', () => {
    const ids = [
      ...[county.agencies, county.services, county.people, county.routingRules, county.subjects],
      ...[county.penalties, county.agreements, county.authorisations, county.meetingSeries, county.streets],
    ].flatMap((list) => list.map((item) => item.id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
    ).toBe(true);
    const usernames = county.people.map((person) => person.username);
    expect(new Set(usernames).size).toBe(usernames.length);
  });

  it('has staff for every service and a lead among them', () => {
    const staffed = new Set(county.people.flatMap((person) => person.serviceIds));
    expect(county.services.filter((service) => !staffed.has(service.id)).map((s) => s.code)).toEqual([]);
    expect(county.services.every((service) => service.leadPersonId !== undefined)).toBe(true);
  });

  it('has one lapsed accreditation, one ending within 90 days, and vetting nobody has recorded', () => {
    const csas = county.authorisations.filter((a) => a.basis === 'csas');
    const ending = (from: string, to: string) =>
      new Set(
        csas.filter((a) => (a.expiresOn ?? '') >= from && (a.expiresOn ?? '') <= to).map((a) => a.personId),
      );
    expect(ending('0000-01-01', TODAY).size).toBe(1);
    expect(ending(TODAY, '2027-02-20').size).toBe(1);
    expect(county.clearances.some((c) => c.status === 'unknown')).toBe(true);
  });
});

describe('routing', () => {
  const find = routeFinder(county.routingRules);
  const wards = county.areas.filter((area) => area.kind === 'ward' && area.endsOn === undefined);
  const ask = (
    issueType: string,
    wardName: string,
    landOwner: CountyReport['landOwner'] = 'unknown',
    isInHours = true,
  ) => {
    const ward = wards.find((area) => area.name === wardName);
    const districtCode = ward?.parentCode ?? '';
    const rule = find({
      issueType,
      wardCode: ward?.code ?? '',
      districtCode,
      landOwner,
      isInHours,
      day: TODAY,
    });
    return county.services.find((service) => service.id === rule?.serviceId)?.code;
  };

  it('answers every type in every ward at every hour, but for the known gaps', () => {
    for (const { code } of county.issueTypes)
      for (const ward of wards)
        for (const hours of [true, false]) {
          const expected = !isGap(code, ward.parentCode ?? '');
          expect(`${code} ${ward.name} ${ask(code, ward.name, 'unknown', hours) !== undefined}`).toBe(
            `${code} ${ward.name} ${expected}`,
          );
        }
    expect(knownGaps).toHaveLength(2);
  });

  it('knows the exceptions', () => {
    expect(ask('fly-tipping', 'Wendmere Town', 'public')).toBe('WEND-ENV');
    expect(ask('fly-tipping', 'Wendmere Town', 'private')).toBe('WEND-EH');
    expect(ask('fly-tipping', 'Wendmere Town', 'housing')).toBe('HARB-NEIGH');
    expect(ask('litter', 'Tarnsby Cross')).toBe('WEND-PARISH');
    expect(ask('litter', 'Ollerquay')).toBe('WEND-ENV');
    expect(ask('noise-domestic', 'Fennimouth', 'unknown', false)).toBe('FENN-OOH');
    expect(ask('noise-domestic', 'Pellamoor', 'unknown', false)).toBe('PELL-EH');
    expect(ask('dog-fouling', 'Fennimouth')).toBe('FENN-JET');
  });

  it('names only services that exist', () => {
    const known = new Set(county.services.map((service) => service.id));
    expect(county.routingRules.filter((rule) => !known.has(rule.serviceId))).toEqual([]);
    const rules = new Set(county.issueTypes.map((type) => type.code));
    expect(county.routingRules.filter((rule) => !rules.has(rule.issueType))).toEqual([]);
  });

  it('has words for each type, and none that a feud over drains would find', () => {
    expect(county.issueTypes.length).toBeGreaterThanOrEqual(70);
    const words = county.issueTypes
      .flatMap((type) => [type.name, ...type.words])
      .join(' ')
      .toLowerCase();
    expect(words).not.toMatch(/\b(feud|drains?)\b/);
    expect(words).toContain('drug litter near play area');
  });
});

describe('penalties', () => {
  it('ask what the council had adopted on the day of the offence, within the law of that day', () => {
    expect(county.penalties.length).toBeGreaterThanOrEqual(120);
    for (const penalty of county.penalties) {
      const adopted = adoptedAmounts.filter(
        (row) =>
          row.agencyId === penalty.agencyId &&
          row.offence === penalty.offence &&
          row.validFrom <= penalty.offenceOn &&
          penalty.offenceOn <= (row.validTo ?? '9999'),
      );
      expect(adopted.map((row) => row.amountPence)).toEqual([penalty.amountPence]);
      const law = adopted[0] && penaltyRowOn(adopted[0].offence, penalty.offenceOn);
      expect(penalty.amountPence).toBeGreaterThanOrEqual(law?.minAmount ?? 0);
      expect(penalty.amountPence).toBeLessThanOrEqual(law?.maxAmount ?? 0);
      expect(penalty.offenceOn <= penalty.issuedOn && penalty.issuedOn <= TODAY).toBe(true);
      expect((penalty.paidOn ?? TODAY) <= TODAY).toBe(true);
    }
  });

  it('are adopted within the law on every day they hold', () => {
    for (const row of adoptedAmounts) {
      for (const day of [row.validFrom, row.validTo ?? TODAY]) {
        const law = penaltyRowOn(row.offence, day);
        expect(law, `${row.offence} ${day}`).toBeDefined();
        expect(row.amountPence).toBeGreaterThanOrEqual(law?.minAmount ?? 0);
        expect(row.amountPence).toBeLessThanOrEqual(law?.maxAmount ?? 0);
        expect(row.windowDays).toBeGreaterThanOrEqual(law?.minWindowDays ?? 99);
      }
    }
  });
});

describe('the reports of a year', () => {
  it('go to services that exist, in order, and never beyond today', () => {
    const known = new Set(county.services.map((service) => service.id));
    const subjects = new Set(county.subjects.map((subject) => subject.id));
    const wards = new Set(county.areas.map((area) => area.code));
    const limit = `${TODAY}T00:00:00.000Z`;
    expect(year.length).toBeGreaterThan(25_000);
    expect(year.every((r) => known.has(r.serviceId) && wards.has(r.wardCode ?? ''))).toBe(true);
    expect(year.every((r) => r.subjects.every((mention) => subjects.has(mention.subjectId)))).toBe(true);
    expect(year.every((r) => r.receivedAt < limit && (r.closedAt ?? r.receivedAt) >= r.receivedAt)).toBe(
      true,
    );
    expect(
      year.every(
        (r) =>
          (r.closedAt ?? '') <= limit &&
          (r.status === 'closed') === (r.outcome !== undefined && r.status !== 'duplicate'),
      ),
    ).toBe(true);
    expect(new Set(year.map((r) => r.reference)).size).toBe(year.length);
    expect(year.every((r) => /^R-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}$/.test(r.reference))).toBe(true);
  });

  it('are anonymous, repeated, unplaced and sent on about as often as in life', () => {
    expect(share((r) => r.isAnonymous)).toBeCloseTo(0.043, 2);
    expect(share((r) => r.status === 'duplicate')).toBeCloseTo(0.03, 2);
    expect(Math.abs(share((r) => r.routedBy === 'fallback') - 0.058)).toBeLessThan(0.01);
    expect(Math.abs(share((r) => r.rerouted) - 0.072)).toBeLessThan(0.012);
    expect(Math.abs(share((r) => r.subjects.length > 0) - 0.05)).toBeLessThan(0.01);
    expect(year.filter((r) => r.isAnonymous).every((r) => r.reporter === undefined)).toBe(true);
  });

  it('show the seasons, the night and the hot spots', () => {
    const inMonths = (type: string, months: readonly string[]) =>
      year.filter((r) => r.issueType === type && months.includes(r.receivedAt.slice(5, 7))).length;
    expect(inMonths('fly-tipping', ['07', '08', '09'])).toBeGreaterThan(
      1.25 * inMonths('fly-tipping', ['01', '02', '03']),
    );
    expect(inMonths('pothole', ['12', '01', '02'])).toBeGreaterThan(
      1.5 * inMonths('pothole', ['06', '07', '08']),
    );
    expect(inMonths('noise-domestic', ['06', '07', '08'])).toBeGreaterThan(
      1.6 * inMonths('noise-domestic', ['12', '01', '02']),
    );
    const atNight = (type: string) => {
      const own = year.filter((r) => r.issueType === type && r.channel === 'web');
      return own.filter((r) => /T(2[1-3]|0[0-3])/.test(r.receivedAt)).length / own.length;
    };
    expect(atNight('noise-domestic')).toBeGreaterThan(2 * atNight('pothole'));
    const places = new Map<string, number>();
    for (const r of year) places.set(String(r.point), (places.get(String(r.point)) ?? 0) + 1);
    const busiest = [...places.values()].sort((a, b) => b - a).slice(0, 100);
    expect(busiest.reduce((sum, n) => sum + n, 0) / year.length).toBeGreaterThan(0.15);
  });

  it('keep a replaced ward’s old code before the change and the new ones after', () => {
    const old = county.areas.find((area) => area.successorCodes !== undefined);
    const before = [...stream({ from: '2024-10-01', to: '2024-12-31', perYear: 27_000 })];
    const count = (list: readonly CountyReport[], codes: readonly string[]) =>
      list.filter((r) => codes.includes(r.wardCode ?? '')).length;
    expect(count(before, [old?.code ?? ''])).toBeGreaterThan(20);
    expect(count(before, old?.successorCodes ?? [])).toBe(0);
    expect(count(year, [old?.code ?? ''])).toBe(0);
    expect(count(year, old?.successorCodes ?? [])).toBeGreaterThan(20);
  });
});

describe('the lists', () => {
  it('overlap, and some people are on many', () => {
    expect(county.lists).toHaveLength(12);
    const seen = new Map<string, Set<string>>();
    for (const list of county.lists) {
      expect(list.truth).toHaveLength(list.rows.length);
      expect(list.rows.every((row) => row.length === list.columns.length)).toBe(true);
      for (const key of list.truth) seen.set(key, (seen.get(key) ?? new Set()).add(list.id));
    }
    expect([...seen.values()].filter((lists) => lists.size >= 4).length).toBeGreaterThan(50);
  });
});
