import { describe, expect, test } from 'vitest';
import { namesSomebody, withheldIn } from './review.screen.ts';

const screened = {
  names: ['Neville Nextdoor', 'The Sample family', 'Otto Opposite', 'Nora Neighbour', ''],
  reach: ['01632 960 001', 'otto@opposite.example', '', '999'],
  own: ['Nora Neighbour', 'nora@neighbour.example'],
};
describe('what an applicant reads names nobody of the case', () => {
  test.each([
    'Neville Nextdoor is helped now',
    'neville   nextdoor is helped now',
    'We spoke to Mr Nextdoor.',
    'Neville’s landlord was told',
    'The household of (Sample) moved',
    'Otto told us too',
    'Ring 01632-960001',
    'Write to OTTO@OPPOSITE.example',
  ])('%s', (words) => expect(namesSomebody(words, screened)).toBe(true));
  test.each([
    'The family was told, and Nora Neighbour thanked',
    'Those opposite and next door have one plan',
    'A sample of calls was read; dial 999',
    'In May 2026 the council and the Police met',
  ])('not: %s', (words) => expect(namesSomebody(words, screened)).toBe(false));
});
describe('what an applicant reads tells of nobody’s custody or health', () => {
  test.each([
    ['He is in custody', 'custody'],
    ['until his release from Prison', 'prison'],
    ['The mental  health team', 'mental health'],
    ['seen by a GP', 'GP'],
    ['We asked about your mental health', undefined],
    ['The noise was custodial in no way', undefined],
    ['one plan for all agencies', undefined],
  ])('%s', (words, found) => expect(withheldIn(words)).toBe(found));
});
