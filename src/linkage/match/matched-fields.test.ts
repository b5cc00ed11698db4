import { expect, test } from 'vitest';
import { matchedFields } from './matched-fields.ts';

test('a whole name is matched by its parts, and a firm by its name', () => {
  expect(matchedFields('person', { name: 'Bell, Ada', phone: '1' })).toEqual({
    forename: 'Ada',
    surname: 'Bell',
    phone: '1',
  });
  expect(matchedFields('person', { name: ' Ada May  Bell ' })).toEqual({
    forename: 'Ada May',
    surname: 'Bell',
  });
  expect(matchedFields('person', { name: 'Bell' })).toEqual({ forename: '', surname: 'Bell' });
  expect(matchedFields('person', { forename: 'Ada', surname: 'Bell' })).toEqual({
    forename: 'Ada',
    surname: 'Bell',
  });
  expect(matchedFields('organisation', { name: 'Bell Roofing' })).toEqual({ name: 'Bell Roofing' });
});
