import { describe, expect, test } from 'vitest';
import { harmCharacteristics } from '../../../reference/organised-crime.ts';
import { ocgPaper } from './ocg.paper.ts';
import { type OcgAnswers, ocgScore, ocgTest, socTest } from './ocg.rules.ts';
import type { Ocg } from './ocg.store.ts';
import { groupScoreWords, type Said } from './ocg.words.ts';

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

test('a card on paper is marked, says that its score is local, and leaves out who was taken off', () => {
  const at = new Date('2026-11-20T10:00:00Z');
  const made = { madeAt: at, madeByName: 'Anya' };
  const card: Ocg = {
    ...{ id: '1', reference: 'OCG-1', name: 'Slate Finch', status: 'suspected', areaWords: 'Villages' },
    ...{
      activities: 'Roofing',
      seriesWords: '',
      leadName: 'Anya',
      leadOfficerId: '2',
      reviewOn: '2026-12-01',
    },
    ...{ score: 12, answers: group, people: 1, openActions: 0, overdueActions: 0, lastDisruptionOn: null },
    ...{ openedAt: at, openedByName: 'Anya', version: 1 },
  };
  const member = (label: string, endedAt: Date | null) => ({
    ...{
      id: label,
      linkId: label,
      kind: 'person' as const,
      label,
      role: 'leads',
      why: 'Named twice',
      items: 2,
    },
    ...{ addedAt: at, addedByName: 'Anya', endedAt, endWhy: null },
  });
  const paper = ocgPaper(
    card,
    {
      assessments: [{ ...made, number: 1, answers: group, score: 12, grounds: 'Two items' }],
      members: [member('Rod Roofer', null), member('Kit Keeper', at)],
      ...{ plan: [], disruptions: [], events: [] },
    },
    { agencyName: 'The unit', at },
  );
  expect([paper.marking, paper.author]).toEqual(['OFFICIAL-SENSITIVE', 'The unit']);
  const said = JSON.stringify(paper.blocks);
  for (const words of [
    groupScoreWords,
    'Rod Roofer',
    'For the intelligence unit alone',
    'Nothing is planned',
  ])
    expect(said).toContain(words);
  expect(said).not.toContain('Kit Keeper');
});
