import { expect, test } from 'vitest';
import { readLegacy } from '../legacy/legacy.rules.ts';
import { confidenceOf, type Grade, gradeProblems } from './grade.rules.ts';
import { mentionsIn, paragraphsIn } from './mentions.ts';

const plain: Grade = {
  ...{
    sourceEvaluation: '2',
    assessment: 'C',
    handling: 'P',
    conditions: '',
    actionCode: null,
    actionUsage: '',
  },
  ...{ sanitisationCode: null, provenance: '', riskToSource: false, riskWords: '', sanitised: '' },
};
const fieldsOf = (grade: Grade) => gradeProblems(grade).map(({ field }) => field);

test('handling C without conditions and codes is refused, each at its field', () => {
  expect(fieldsOf({ ...plain, handling: 'C' })).toEqual(['conditions', 'actionCode', 'sanitisationCode']);
  const whole: Grade = {
    ...plain,
    handling: 'C',
    conditions: 'Ask first',
    actionCode: 'A1',
    sanitisationCode: 'S2',
  };
  expect(fieldsOf(whole)).toEqual([]);
  expect(fieldsOf({ ...whole, actionCode: 'A3' })).toEqual(['actionUsage']);
});

test('handling P takes none of them, and a risk to the source needs words', () => {
  expect(fieldsOf(plain)).toEqual([]);
  expect(fieldsOf({ ...plain, conditions: 'Ask first', actionCode: 'A1', sanitisationCode: 'S1' })).toEqual([
    'conditions',
    'actionCode',
    'sanitisationCode',
  ]);
  expect(fieldsOf({ ...plain, riskToSource: true })).toEqual(['riskWords']);
});

test('confidence comes from the table', () => {
  expect(confidenceOf({ sourceEvaluation: '2', assessment: 'B' })).toBe('high');
  expect(confidenceOf({ sourceEvaluation: '3', assessment: 'B' })).toBe('medium');
  expect(confidenceOf({ sourceEvaluation: '1', assessment: 'E' })).toBe('low');
});

test('a 5x5x5 is read, and what is none is not', () => {
  expect(readLegacy('B24')).toMatchObject({ sourceEvaluation: '1', assessment: 'C', handling: 'C' });
  expect(readLegacy('e53')).toMatchObject({ sourceEvaluation: '2', assessment: 'E', handling: 'P' });
  for (const mark of ['', 'F11', 'B2', 'B244', 'B64']) expect(readLegacy(mark)).toBeUndefined();
});

test('paragraphs part at empty lines, and a postcode is met beside numbers and plates', () => {
  expect(paragraphsIn('One.\n\n \nTwo\nstill two.\n\n')).toEqual(['One.', 'Two\nstill two.']);
  expect(
    mentionsIn('Van AB12 CDE at qm1 1aa, 07700 900555; QM1 1AA again').map(({ value }) => value),
  ).toEqual(['+447700900555', 'AB12CDE', 'QM11AA']);
});
