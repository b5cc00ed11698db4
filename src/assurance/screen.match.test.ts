import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressKey, lookAlikeKey, markKey } from './screen.keys.ts';
import { type Asked, bornHow, type Held, holdAgainst } from './screen.match.ts';

const marker = (given: Partial<Held> = {}): Held => ({
  ...{
    id: 'm',
    about: 'person',
    recordId: null,
    name: 'Gareth Pike',
    otherNames: [],
    dateOfBirth: '1981-04-09',
  },
  ...{ address: '', postcode: '', vehicle: '', ...given },
});
const asked = (given: Partial<Asked> = {}): Asked => ({ names: [], places: [], recordIds: [], ...given });
const weighing = { alike: 0.85, judge: () => undefined };
const met = (ask: Partial<Asked>, held: Partial<Held> = {}, probability?: number) => {
  const found = holdAgainst(asked(ask), marker(held), { ...weighing, judge: () => probability });
  return found && [found.sureness, ...found.onWhat].join(' ');
};

test('a name alone is perhaps, with a birthday likely, and a birthday that contradicts is somebody else', () => {
  expect(met({ names: ['Gareth Pike'] })).toBe('possible name');
  expect(met({ names: ['Mr PIKE, Gareth'], dateOfBirth: '1981-04-09' })).toBe('likely name born');
  expect(met({ names: ['Garth Pike'], dateOfBirth: '1981-09-04' })).toBe('likely name-alike born-near');
  expect(met({ names: ['Gareth Pike'], dateOfBirth: '1950-01-01' })).toBeUndefined();
  expect(met({ names: ['Ada Holm'] })).toBeUndefined();
  expect(met({ names: ['Ada Holm', 'Gaz Pike'] }, { otherNames: ['Gaz Pike'] })).toBe('possible name');
});

test('the model’s word counts where it was asked, and a joined record is sure', () => {
  expect(met({ names: ['Gareth Pike'] }, {}, 0.7)).toBe('possible name');
  expect(met({ names: ['G Pyke'], dateOfBirth: '1981-04-09' }, {}, 0.7)).toBe('likely born');
  expect(met({ names: ['Gareth Pike'], dateOfBirth: '1950-01-01' }, {}, 0.2)).toBe('possible name');
  expect(met({ recordIds: ['r'] }, { recordId: 'r' })).toBe('sure record');
});

test('an address meets the household, and a marker about the address is sure', () => {
  const places = [{ address: 'Flat 2, 14 Mill Lane', postcode: 'qm1 2ab' }];
  const key = { address: '2 / 14 Mill Ln, Quarry', postcode: 'QM1 2AB' };
  expect(met({ names: ['Ada Holm'], places }, key)).toBe('likely household');
  expect(met({ names: ['Ada Pike'], places }, key, 0.84)).toBe('likely household');
  expect(met({ places }, { about: 'address', name: '', ...key })).toBe('sure address');
  expect(met({ names: ['Gareth Pike'], places }, key)).toBe('likely name address');
  expect(met({ places: [{ address: '15 Mill Lane', postcode: 'QM1 2AB' }] }, key)).toBeUndefined();
});

test('addresses go into one form; a street without a number or a postcode is no address', () => {
  expect(addressKey('Rose Cottage, Hill', 'QM1 2AB')).toBe('QM12AB rose cottage');
  expect(addressKey('4 Mill Lane, QM1 2AB', '')).toBe('QM12AB 4');
  expect(addressKey('4a Mill Lane', '')).toBe('');
  expect(addressKey('4a Mill Lane, Pollock', '')).toBe('');
  expect(addressKey('', 'QM1 2AB')).toBe('');
});

test.each([
  ['Flat 2, 14 Mill Lane', 'QM1 2AB', '14 Mill Lane, Flat 2', 'qm12ab'],
  ['14 B Mill Lane', 'QM1 2AB', '14b Mill Ln', 'QM1 2AB'],
  ['Flat B, 14 Mill Lane', 'QM1 2AB', '14B Mill Lane', 'QM1 2AB'],
  ['14 E Mill Lane', 'QM1 2AB', '14e Mill Lane', 'QM1 2AB'],
  ['The Rose Cottage', 'QM1 2AB', 'Rose Cottage', 'QM1 2AB'],
  ['The Rose Cottage, Church Lane', 'QM1 2AB', 'Rose Cottage', 'QM1 2AB'],
  ['14 Mill Lane', 'QM1  2AB', '14 Mill Lane', 'QM1 2AB'],
  ['14 Mill Lane QM1  2AB', '', '14 Mill Lane', 'QM1 2AB'],
  ['14 Mill Lane', 'QMI 2AB', '14 Mill Lane', 'QM1 2AB'],
  ['14 Mill Lane, QMI 2AB', '', '14 Mill Lane', 'QM1 2AB'],
  ['14 Mill Lane, QM1 2AB', 'QM1 2AB', '14 Mill Lane', 'QM1 2AB'],
  ['14 Mill Lane', 'QM1 2AB', '14 Mill Lane, QM1 2AB', 'not known'],
])('an address of a marker is met however it is written: %s %s', (one, itsCode, other, otherCode) => {
  const marker = { about: 'address' as const, name: '', address: one, postcode: itsCode };
  expect(met({ places: [{ address: other, postcode: otherCode }] }, marker)).toBe('sure address');
});

test.each([
  ['Flat 2, 14 Mill Lane', 'Flat 3, 14 Mill Lane'],
  ['14a Mill Lane', '14b Mill Lane'],
  ['Rose Cottage', 'Rose House'],
])('another house of the street is not met: %s and %s', (address, other) => {
  const postcode = 'QM1 2AB';
  const marker = { about: 'address' as const, name: '', address, postcode };
  expect(met({ places: [{ address: other, postcode }] }, marker)).toBeUndefined();
});

test('marks that are read for one another are perhaps the same', () => {
  expect(met({ vehicle: 'ab12 cde' }, { name: 'Nobody Else', vehicle: 'AB12CDE' })).toBe('likely vehicle');
  expect(met({ vehicle: 'A812 CDE' }, { name: 'Nobody Else', vehicle: 'AB12CDE' })).toBe(
    'possible vehicle-alike',
  );
  // A camera takes N for M and Y for V: the table of look-alikes is the engine's.
  expect(met({ vehicle: 'AM12 CVE' }, { name: 'Nobody Else', vehicle: 'AN12CYE' })).toBe(
    'possible vehicle-alike',
  );
  expect(met({ names: ['Gareth Pike'], vehicle: 'A812 CDE' }, { vehicle: 'AB12CDE' })).toBe(
    'likely name vehicle-alike',
  );
  expect(met({ vehicle: 'XY12 CDE' }, { name: 'Nobody Else', vehicle: 'AB12CDE' })).toBeUndefined();
});

test('what is held never depends on how it was typed', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z]{2}\d{2}[A-Z]{3}$/), (mark) => {
      expect(markKey(`${mark.slice(0, 4).toLowerCase()} ${mark.slice(4)}`)).toBe(mark);
      expect(lookAlikeKey(lookAlikeKey(mark))).toBe(lookAlikeKey(mark));
    }),
  );
  expect(bornHow('1988-10-30', '1988-10-03')).toBe('born-near');
  expect(bornHow('1981-04-09', null)).toBeUndefined();
  expect(bornHow('1981-04-09', '1982-05-10')).toBe('apart');
});
