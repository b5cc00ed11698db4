import { expect, test } from 'vitest';
import { atItemFields, itemsOf, typedItems } from './items.ts';

const form = { item: 'criterion', answer: 'isMet', field: 'met' };
const raw = {
  version: '3',
  'met-lights': 'yes',
  'words-lights': 'Seen',
  'words-doors': 'Locked',
  'met-staff': '',
  'words-staff': ' ',
};

test('fields are a list: what was answered or written, words without an answer too', () => {
  expect(itemsOf(form)(raw)).toMatchObject({
    version: '3',
    items: [
      { criterion: 'lights', isMet: 'yes', words: 'Seen' },
      { criterion: 'doors', isMet: undefined, words: 'Locked' },
    ],
  });
});
test('a list is left as it is, and what is nothing too', () => {
  expect(itemsOf(form)({ items: [] })).toEqual({ items: [] });
  expect(itemsOf(form)(null)).toBeNull();
});
test('faults of the list stand at the fields that they came from', () => {
  const at = (field: string) => atItemFields([{ field, words: 'Wrong' }], raw, form)[0]?.field;
  expect(at('items.1.isMet')).toBe('met-doors');
  expect(at('items.0.words')).toBe('words-lights');
  expect(at('items.9.words')).toBe('items.9.words');
  expect(at('version')).toBe('version');
});
test('what was understood stands in the fields again', () => {
  expect(typedItems([{ criterion: 'lights', isMet: false, words: 'Seen' }], form)).toEqual({
    'met-lights': 'no',
    'words-lights': 'Seen',
  });
});
