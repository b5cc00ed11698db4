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
  test.each([undefined, null, 'text', [], { company_name: 1 }])('%j is not understood', (answer) =>
    expect(companyFrom(answer, {})).toBeUndefined(),
  );
});
