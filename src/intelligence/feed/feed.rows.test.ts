import { expect, test } from 'vitest';
import { guessMapping, readFeedRows } from './feed.rows.ts';

const row = (rowNumber: number, cells: Record<string, string>, flaws = {}) => ({ rowNumber, cells, flaws });

test('columns are guessed by their names, each for one field', () => {
  expect(guessMapping(['URN', 'Date', 'Intelligence', 'Priority', 'Colour'])).toEqual({
    reference: 'URN',
    knownWhen: 'Date',
    body: 'Intelligence',
    priority: 'Priority',
  });
});

test('a row is an item by the rules of an item put in by hand, or says its column, what is wrong and what mends it', () => {
  const mapping = { body: 'Text', priority: 'How soon', legacyGrade: 'Grade', reference: 'Ref' };
  const { drafts, problems } = readFeedRows(
    [
      row(2, {
        Text: 'Sells vapes to children.\nAt the kiosk.',
        'How soon': 'high',
        Grade: 'B24',
        Ref: 'A1',
      }),
      row(3, { Text: '', 'How soon': '', Grade: '', Ref: 'A2' }),
      row(4, { Text: 'Something', 'How soon': 'soonish', Grade: 'Z9', Ref: 'A3' }),
      row(5, { Text: 'Again', Ref: 'A1' }),
      row(6, { Text: 'x', Ref: 'A6' }, { Text: 'A formula without its result' }),
      row(7, { Text: 'y'.repeat(20_001), Ref: 'A7' }),
    ],
    mapping,
  );
  expect(drafts.map(({ rowNumber, key, item }) => [rowNumber, key, item.title, item.priority])).toEqual([
    [2, 'ref:A1', 'Sells vapes to children.', 2],
  ]);
  expect(problems.map(({ rowNumber, column, problem }) => `${rowNumber} ${column}: ${problem}`)).toEqual([
    '3 Text: Enter what it says',
    '4 How soon: Choose how soon',
    '4 Grade: Enter the three marks of the 5x5x5, such as B24',
    '5 Ref: Row 2 has the same reference',
    '6 Text: A formula without its result',
    '7 Text: Use 20,000 characters or fewer',
  ]);
});

test('without a reference, equal rows are two, and the same two the next time', () => {
  const rows = [row(2, { Text: 'The same' }), row(3, { Text: 'The same' })];
  const keys = () => readFeedRows(rows, { body: 'Text' }).drafts.map(({ key }) => key);
  expect(new Set(keys()).size).toBe(2);
  expect(keys()).toEqual(keys());
});
