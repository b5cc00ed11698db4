import { describe, expect, test } from 'vitest';
import { harmCharacteristics } from '../../../reference/organised-crime.ts';
import { type OcgAnswers, ocgScore, ocgTest, socTest } from './ocg.rules.ts';
import type { Said } from './ocg.words.ts';

const group: OcgAnswers = {
  ...{ intent: 4, capability: 3, harms: ['profit'], people: 2 },
  ...{ isSerious: 'yes', isContinuing: 'yes', isOrganised: 'yes' },
};

describe('the two tests of a group', () => {
  test.each<[string, Partial<OcgAnswers>, Said, Said]>([
    ['two people, organised, on and on, for profit', {}, 'yes', 'yes'],
    ['one person alone is neither', { people: 1 }, 'no', 'no'],
    ['an organised group that does no significant harm', { harms: [] }, 'no', 'yes'],
    ['a crime that was done once', { isContinuing: 'no' }, 'yes', 'no'],
    ['nobody knows whether it is organised', { isOrganised: 'not-known' }, 'yes', 'not-known'],
    ['nobody knows whether it is serious', { isSerious: 'not-known' }, 'not-known', 'yes'],
    ['what is not met settles it, whatever is not known', { isSerious: 'not-known', people: 0 }, 'no', 'no'],
  ])('%s', (_what, more, soc, ocg) => {
    expect([socTest({ ...group, ...more }).outcome, ocgTest({ ...group, ...more }).outcome]).toEqual([
      soc,
      ocg,
    ]);
  });

  test('any one of the five harms will do', () => {
    for (const { code } of harmCharacteristics)
      expect(socTest({ ...group, harms: [code] }).outcome).toBe('yes');
  });

  test('the score is intent by capability, from 1 to 25', () => {
    expect([
      ocgScore(group),
      ocgScore({ intent: 1, capability: 1 }),
      ocgScore({ intent: 5, capability: 5 }),
    ]).toEqual([12, 1, 25]);
  });
});
