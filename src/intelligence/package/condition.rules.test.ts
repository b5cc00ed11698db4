import { expect, test } from 'vitest';
import { conditionsOf, standingInTheWay } from './condition.rules.ts';
import { revealing, signsIn } from './revealing.ts';

test('codes of a grade become conditions of whatever is made from it', () => {
  expect(conditionsOf({ actionCode: 'A1', sanitisationCode: 'S2' })).toEqual([
    'no-onward-sharing',
    'no-action-without-us',
  ]);
  expect(conditionsOf({ actionCode: 'A3', sanitisationCode: 'S1' })).toEqual([]);
});

test('a condition stands in the way of what it forbids until it is cleared', () => {
  const held = { conditions: ['no-onward-sharing'], cleared: [] as string[] };
  expect(standingInTheWay(held, 'export')?.code).toBe('no-onward-sharing');
  expect(standingInTheWay(held, 'task')).toBeUndefined();
  expect(standingInTheWay({ ...held, cleared: ['no-onward-sharing'] }, 'export')).toBeUndefined();
});

test('text that names a pseudonym, repeats how it is known, or is raw where there is a risk, may not cross', () => {
  const behind = {
    pseudonym: 'Heron 12',
    pointing: ['The woman who keeps the shop told me'],
    raw: 'He hides it in the shed.',
    riskToSource: true,
  };
  expect(revealing('As Heron 12 says', behind)).toContain('pseudonym');
  expect(revealing('Seen by the WOMAN who keeps the shop.', behind)).toContain('how this is known');
  expect(revealing('He hides it, in the shed!', behind)).toContain('word for word');
  expect(revealing('He hides it in the shed', behind)).toContain('word for word');
  expect(revealing('He hides it in the shed', { ...behind, riskToSource: false })).toBeUndefined();
  expect(revealing('Goods are kept in an outbuilding.', behind)).toBeUndefined();
});

test('signs: another form of a name, initials, who somebody is to the subject, a moment, and what may stand', () => {
  const behind = {
    ...{ pseudonym: 'Heron 12', riskToSource: true, linked: ['Gary Stott', 'QX68 RFG'] },
    pointing: ['Margaret told me, who cleans at the Plough'],
    raw: 'Margaret Hale saw Gary Stott at 06:40 on Tuesday with boxes. He said «not one word to them».',
  };
  const kinds = (text: string) => signsIn(text, behind).map(({ kind, quote }) => `${kind}: ${quote}`);
  expect(kinds('Gary Stott brings boxes by QX68 RFG.')).toEqual([]);
  expect(kinds('Maggie knows of boxes.')).toEqual(['name: Maggie', 'told: knows']);
  expect(kinds('From M.H.: boxes are brought.')).toEqual(['initials: M.H.']);
  expect(kinds('A cleaner is to be asked about the boxes.')).toEqual(['job: cleaner']);
  expect(kinds('Boxes came at 06:40.')).toEqual(['time: 06:40']);
  expect(kinds('Boxes came on Tuesday.')).toEqual(['time: tuesday']);
  expect(kinds('Boxes are to come on Tuesday.')).toEqual([]);
  expect(kinds('Gary Stott: not one word to them.')).toEqual(['words: not one word to them']);
});
