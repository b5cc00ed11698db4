import { describe, expect, test } from 'vitest';
import { accessDue } from './access.clock.ts';
import { redacted, standsIn } from './access.redact.ts';
import { accessLines } from './access.transitions.ts';
import { accessStatusWords } from './access.words.ts';

const base = {
  regime: 'PART3',
  receivedOn: '2026-11-02',
  identityOn: '2026-11-09',
  extendedOn: null,
  pauses: [],
} as const;

describe('the clock of a request', () => {
  test.each([
    ['one month from the latest of request and identity', {}, '2026-12-09'],
    ['from the request where the identity was known', { identityOn: '2026-11-02' }, '2026-12-02'],
    [
      'the last of a month that is too short',
      { receivedOn: '2027-01-31', identityOn: '2027-01-31' },
      '2027-02-28',
    ],
    ['and of February in a leap year', { receivedOn: '2028-01-31', identityOn: '2028-01-31' }, '2028-02-29'],
    [
      'three months counted as one stretch, not as one and then two from the shorter month',
      { receivedOn: '2027-01-31', identityOn: '2027-01-31', extendedOn: '2027-02-10' },
      '2027-04-30',
    ],
    [
      'stopped twice, and begun again on the day of the stop',
      {
        pauses: [
          { fromOn: '2026-11-12', untilOn: '2026-11-12' },
          { fromOn: '2026-11-13', untilOn: '2026-11-15' },
        ],
      },
      '2026-12-11',
    ],
    ['two months more with notice', { extendedOn: '2026-11-20' }, '2027-02-09'],
    [
      'days while the person is asked do not count',
      { pauses: [{ fromOn: '2026-11-12', untilOn: '2026-11-17' }] },
      '2026-12-14',
    ],
    [
      'a pause that runs moves it day by day',
      { pauses: [{ fromOn: '2026-11-18', untilOn: null }] },
      '2026-12-11',
    ],
    [
      'under UK GDPR a question does not stop it',
      { regime: 'UKGDPR', pauses: [{ fromOn: '2026-11-12', untilOn: '2026-11-17' }] },
      '2026-12-09',
    ],
    [
      'before 5 February 2026 nothing stops it',
      {
        receivedOn: '2026-01-05',
        identityOn: '2026-01-05',
        pauses: [{ fromOn: '2026-02-04', untilOn: '2026-02-10' }],
      },
      '2026-02-05',
    ],
    [
      'and from that day it does',
      {
        receivedOn: '2026-01-05',
        identityOn: '2026-01-05',
        pauses: [{ fromOn: '2026-02-05', untilOn: '2026-02-10' }],
      },
      '2026-02-10',
    ],
  ])('%s', (_words, change, due) => {
    const clock = { ...base, ...change } as Parameters<typeof accessDue>[0]; // the rows above have its fields
    expect(accessDue(clock, '2026-11-20')?.dueOn).toBe(due);
  });
  test('no identity, no clock', () => {
    expect(accessDue({ ...base, identityOn: null }, '2026-11-20')).toBeUndefined();
  });
});

describe('what is about somebody else is taken out', () => {
  const about = { others: ['Nosy Neighbour'], own: ['Sam Own', '+447700900888'] };
  test('names that are known, and what has a form and is not the person’s own', () => {
    expect(
      redacted(
        'Mrs Neighbour (01632 960111, n@example.org, QM1 1AA) saw Sam Own, 07700 900888, in AB12 CDE',
        about,
      ),
    ).toBe('Mrs [left out] ([left out], [left out], [left out]) saw Sam Own, 07700 900888, in [left out]');
  });
  test.each([
    ...['07700-900 111', '07700.900111', '+44 (0)7700 900111', '0044 7700 900111', 'O77OO 9OO111'],
    ...['０７７００ ９００１１１', '077\u200b00 900111', '07700\u00a0900111', '+353 87 555 0111'],
    ...['n@example.org', 'n (at) example.org', 'n [at] example [dot] org', 'n at example dot org'],
    ...['AB12-CDE', 'ab12 cde', 'AB 12 CDE', 'ABC 123D', 'A123 BCD'],
    ...['QM11AA', 'qm1  1aa', 'QM1-1AA', 'QM1 OAA', 'QM1\u00a01AA'],
    ...['https://example.org/nosy', 'www.example.org/nosy', 'facebook.com/nosy.n', '@nosy_n'],
    ...['NOSY', 'Neighbour’s', 'Nosy-Neighbour', 'Nósy'],
  ])('however it is written: %s', (typed) => {
    expect(redacted(`before ${typed} after`, about)).toMatch(/^before \[left out\](?:'s)? after$/);
    expect(standsIn(`before ${typed} after`, about)).toBeDefined();
  });
  test.each([
    ...['On 03.11.2026 10:15 and 04/11/2026', 'He lives at no.5', 'Paid £12,500.00 of £20,000.00'],
    ...['07700-900.888', '+44 (0)7700 900888', 'Case 2026-11-20', 'Sám OWN'],
  ])('and nothing that is none, or their own: %s', (typed) => {
    expect(standsIn(typed, about)).toBeUndefined();
  });
  test('what was put back is found before it is given', () => {
    expect(standsIn('It was the neighbour', about)).toBe('neighbour');
    expect(standsIn('Sam Own rang from 07700 900888', about)).toBeUndefined();
  });
});

test('every status but the last two leads on, and every line goes where the table knows', () => {
  const left = new Set(accessLines.flatMap(({ from }) => from));
  expect(Object.keys(accessStatusWords).filter((status) => !left.has(status as never))).toEqual([
    'answered',
    'refused',
  ]);
});
