import { describe, expect, test } from 'vitest';
import { companyFrom, companyNumberOf } from './company.ts';

describe('a company’s number', () => {
  test.each([
    ['1234567', '01234567'],
    ['01234567', '01234567'],
    ['sc 12345', 'SC012345'],
    ['OC-301234', 'OC301234'],
    ['R1234567', 'R1234567'],
  ])('%s is %s', (typed, number) => expect(companyNumberOf(typed)).toBe(number));
  test.each(['', 'Rod Roofing Ltd', '123456789', 'SC1234567', 'ABC12345', '../officers', '1234567?x=1'])(
    '%s is none',
    (typed) => expect(companyNumberOf(typed)).toBeUndefined(),
  );
});

describe('what the register says', () => {
  test('is read with nothing but its name and number there', () => {
    expect(companyFrom({ company_name: 'A LTD', company_number: '00000001' }, undefined)).toMatchObject({
      ...{ name: 'A LTD', office: '', officers: [], officerCount: 0, wasInsolvent: false },
    });
  });
  test('an address takes no part that is not text', () => {
    const profile = {
      ...{ company_name: 'A LTD', company_number: '00000001' },
      registered_office_address: { premises: 4, address_line_1: 'Mill Lane', country: 'England' },
    };
    expect(companyFrom(profile, { items: null })?.office).toBe('Mill Lane');
  });
  test('is cut to what a page can show: no sign that a database refuses or that turns a line round, no day that is none', () => {
    const profile = {
      ...{
        company_name: 'A\u0000 \u202eDTL\ud800',
        company_number: '00000001',
        sic_codes: Array(500).fill('1'),
      },
      ...{ date_of_creation: 'yesterday', date_of_cessation: '2024-02-31', company_status: 'x'.repeat(5000) },
    };
    const items = Array.from({ length: 500 }, () => ({ name: 'n'.repeat(5000), appointed_on: '12/12/2012' }));
    const company = companyFrom(profile, { items, total_results: -3 });
    expect(company).toMatchObject({ name: 'A DTL\ufffd', since: '', until: '', officerCount: 500 });
    expect([company?.officers.length, company?.trades.length, company?.status.length]).toEqual([
      100, 20, 300,
    ]);
    expect(company?.officers[0]).toMatchObject({ name: 'n'.repeat(300), from: '' });
  });
  test.each([undefined, null, 'text', [], { company_name: 1 }])('%j is not understood', (answer) =>
    expect(companyFrom(answer, {})).toBeUndefined(),
  );
});
