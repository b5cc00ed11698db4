import { describe, expect, it } from 'vitest';
import { buildCounty, countyReports } from './index.ts';

/**
 * Nothing in the county may be anyone's: every telephone, e-mail address, postcode and plate is found by its shape, not by
 * the field it sits in, so that one hidden in a sentence is found too.
 */
const county = buildCounty('2026-11-22');
const reports = [...countyReports(county)({ from: '2026-06-01', to: '2026-07-31', perYear: 27_000 })];
// Ids and plain coordinates hold digits by the thousand; they are checked elsewhere.
const text = JSON.stringify([county, reports], (key, value: unknown) =>
  /(^id|Id|Ids|point|points|polygon|reference)$/.test(key) ? undefined : value,
);

const found = (shape: RegExp): string[] => [...new Set([...text.matchAll(shape)].map((match) => match[0]))];

describe('everything is made up', () => {
  it('has telephone numbers from the ranges kept for drama only', () => {
    const phones = found(/(?:\+44|\b0)[\d ]{8,12}\d\b/g);
    expect(phones.length).toBeGreaterThan(500);
    expect(phones.filter((phone) => !/^(07700 900\d{3}|01632 960\d{3})$/.test(phone))).toEqual([]);
  });

  it('has e-mail addresses under .example only', () => {
    const addresses = found(/[\w.+-]+@[\w.-]+/g);
    expect(addresses.length).toBeGreaterThan(500);
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
  });

  it('has postcodes in the unused area QX only', () => {
    const postcodes = found(/\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/g);
    expect(postcodes.length).toBeGreaterThan(2000);
    expect(postcodes.filter((code) => !/^QX\d{1,2} ?\d[ABD-HJLNP-UW-Z]{2}$/.test(code))).toEqual([]);
  });

  it('has plates that no car can carry', () => {
    const plates = found(/\b[A-Z]{2}\d{2} [A-Z]{3}\b/g);
    expect(plates.length).toBeGreaterThan(150);
    expect(plates.filter((plate) => !plate.startsWith('Q'))).toEqual([]);
  });

  it('gives services, subjects, reporters and lists no number in common by chance', () => {
    const services = new Set(county.services.map((service) => service.phone));
    const subjects = new Set(county.subjects.flatMap((subject) => subject.fields.phone ?? []));
    const reporters = new Set(reports.flatMap((report) => report.reporter?.phone ?? []));
    const lists = new Set(
      county.lists.flatMap((list) => list.rows.flat().filter((cell) => /^0\d{4} /.test(cell))),
    );
    const all = [services, subjects, reporters, lists];
    all.forEach((one, i) => {
      for (const other of all.slice(i + 1)) expect([...one].filter((phone) => other.has(phone))).toEqual([]);
    });
  });

  it('shares exact keys between agencies’ records on purpose', () => {
    for (const key of ['phone', 'registration', 'companyNumber']) {
      const byKey = Map.groupBy(
        county.subjects.filter((subject) => subject.fields[key] !== undefined),
        (subject) => subject.fields[key],
      );
      const shared = [...byKey.values()].filter(
        (own) => new Set(own.map((subject) => subject.agencyId)).size > 1,
      );
      expect(shared.length, key).toBeGreaterThan(30);
    }
  });
});
