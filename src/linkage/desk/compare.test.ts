import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameLine } from '../lists/name-line.ts';
import { compareRecords, dateShown, markDifferences } from './compare.ts';

const text = (stretches: readonly { text: string }[]) => stretches.map((stretch) => stretch.text).join('');

test('marking loses and adds no letter, and marks nothing in equal values', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (left, right) => {
      const marked = markDifferences(left, right);
      expect([text(marked.left), text(marked.right)]).toEqual([left, right]);
      expect(markDifferences(left, left).letters).toBe(0);
    }),
  );
});

test('a slip is marked where it stands', () => {
  expect(markDifferences('Appleyard', 'Applyeard').left.filter(({ differs }) => differs)).toHaveLength(1);
  const [name, born, postcode, phone] = compareRecords(
    { name: 'Appleyard, Ada', dateOfBirth: '1938-05-02', postcode: 'qx11aa', phone: '+44 7700 900123' },
    {
      forename: 'Ada',
      surname: 'Appleyard',
      dateOfBirth: '2/5/1938',
      postcode: 'QX1 1AA',
      phone: '07700900124',
    },
  );
  expect([name?.standing, born?.standing, postcode?.standing]).toEqual(['same', 'same', 'same']);
  expect(phone).toMatchObject({ standing: 'differs', words: '1 letter differs' });
});

test('names and dates are laid out in one form', () => {
  expect(nameLine({ name: 'Ng, Ada' })).toBe('Ada Ng');
  expect(nameLine({ name: 'Smith, Ada, Mrs' })).toBe('Smith, Ada, Mrs');
  expect(dateShown('1938')).toBe('1938');
});
