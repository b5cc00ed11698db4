import { describe, expect, test } from 'vitest';
import { defaultAsbSettings, orderLengths } from '../../reference/asb.ts';
import { linesFrom } from '../enforcement/index.ts';
import { drawnAsb } from './index.ts';
import { timetable } from './review.commands.ts';
import { applicationSchema, atRows } from './review.forms.ts';
import { contactDueOn, levelOf, orderLength } from './risk.ts';
import { thresholdOf } from './threshold.ts';

const answers = (total: number) =>
  Array.from({ length: 10 }, (_, n) => ({ score: Math.max(0, Math.min(3, total - 3 * n)) }));
describe('the risk matrix', () => {
  test.each([
    [0, 'standard'],
    [9, 'standard'],
    [10, 'medium'],
    [18, 'medium'],
    [19, 'high'],
    [30, 'high'],
  ])('%i is %s', (total, level) => {
    expect(levelOf(defaultAsbSettings, answers(total), [])).toMatchObject({ total, level });
  });
  test('anything that overrides it is high, and says so', () => {
    expect(levelOf(defaultAsbSettings, answers(0), ['Hate'])).toMatchObject({
      level: 'high',
      why: '0 of 30, and high whatever the score: Hate',
    });
  });
});
test('the first contact is counted in working days, over weekends and bank holidays', () => {
  // Thursday 24 December 2026: Friday is Christmas, Monday the substitute for Boxing Day.
  expect(contactDueOn(defaultAsbSettings, 'high', '2026-12-24')).toBe('2026-12-29');
  expect(contactDueOn(defaultAsbSettings, 'medium', '2026-11-20')).toBe('2026-11-24');
  expect(contactDueOn(defaultAsbSettings, 'standard', '2026-11-20')).toBe('2026-11-27');
});
test('a fault in a complaint stands at the row it was written in, though the row before it is empty', () => {
  const typed = { 'told-1': '', 'told-3': 'The landlord', 'happenedOn-3-day': '1' };
  const { error } = applicationSchema.safeParse(typed);
  const problems = (error?.issues ?? []).map(({ path, message }) => ({
    field: path.join('.'),
    words: message,
  }));
  const fields = atRows({ problems, typed }).map(({ field }) => field);
  expect(fields).toEqual(expect.arrayContaining(['happenedOn-3', 'complainedOn-3']));
  expect(fields).not.toContain('happenedOn-1');
});
describe('the length of an order by age', () => {
  test.each([
    ['abc', 9, undefined],
    ['abc', 10, 6],
    ['cbo', 9, undefined],
    ['cbo', 17, null],
    ['cbo', 18, null],
  ] as const)('%s at %i', (kind, age, usual) => {
    expect(orderLength(kind, age, '2026-11-20')?.usualMonths).toBe(usual);
  });
  test('of the young it is one to three years after the youth team, of adults two years or until further order', () => {
    expect(orderLength('cbo', 17, '2026-11-20')).toMatchObject({
      minMonths: 12,
      maxMonths: 36,
      mayBeIndefinite: false,
      needsYouthTeam: true,
      reviewMonths: 12,
    });
    expect(orderLength('cbo', 18, '2026-11-20')).toMatchObject({
      minMonths: 24,
      maxMonths: null,
      mayBeIndefinite: true,
      needsYouthTeam: false,
    });
    expect(orderLength('cbo', 18, '2014-10-19')).toBeUndefined();
    expect(orderLengths.every(({ source }) => source.length > 3)).toBe(true);
  });
});
describe('the threshold of a case review', () => {
  const rule = defaultAsbSettings.threshold;
  const one = (happenedOn: string, complainedOn: string, told = 'The council', incident = '') => ({
    happenedOn,
    complainedOn,
    told,
    incident,
  });
  const met = (appliedOn: string, ...complaints: ReturnType<typeof one>[]) =>
    thresholdOf(rule, appliedOn, complaints);
  const three = [
    one('2026-05-01', '2026-05-01'),
    one('2026-05-08', '2026-05-08'),
    one('2026-05-15', '2026-05-15'),
  ];
  test('three qualify on the last day of six months, and not the day after', () => {
    expect(met('2026-11-01', ...three)).toMatchObject({ met: true, counted: 3 });
    expect(met('2026-11-02', ...three)).toMatchObject({ met: false, counted: 2 });
  });
  test('a complaint is made within a month of the behaviour', () => {
    const late = met('2026-07-01', ...three.slice(0, 2), one('2026-05-15', '2026-06-15'));
    expect(late.met).toBe(true);
    expect(met('2026-07-01', ...three.slice(0, 2), one('2026-05-15', '2026-06-16')).met).toBe(false);
  });
  test('an incident that several agencies were told of counts once; two of one day that are said to be two count twice', () => {
    const same = met('2026-07-01', ...three.slice(0, 2), one('2026-05-08', '2026-05-09', 'The police'));
    expect(same.counted).toBe(2);
    expect(same.complaints[2]?.why).toBe('The incident that The council was told of: it counts once');
    expect(
      met('2026-07-01', ...three.slice(0, 2), one('2026-05-08', '2026-05-09', 'The police', 'evening'))
        .counted,
    ).toBe(3);
    expect(same.why).toContain('how persistent');
  });
  test('one word for what happens on three days is three incidents; the same word on one day is one', () => {
    const noise = (day: string, told: string) => one(day, day, told, ' Noise ');
    expect(
      met(
        '2026-07-01',
        ...['2026-05-01', '2026-05-08', '2026-05-15'].map((day) => noise(day, 'The council')),
      ),
    ).toMatchObject({ met: true, counted: 3 });
    expect(
      met('2026-07-01', noise('2026-05-01', 'The council'), noise('2026-05-01', 'The police')).counted,
    ).toBe(1);
  });
  test('a month and six months that end in a shorter month end with it, leap years among them', () => {
    const made = (happenedOn: string, complainedOn: string, appliedOn: string) =>
      met(appliedOn, one(happenedOn, complainedOn)).counted;
    expect([
      made('2028-01-31', '2028-02-29', '2028-03-01'),
      made('2028-01-31', '2028-03-01', '2028-03-01'),
    ]).toEqual([1, 0]);
    expect([
      made('2027-08-31', '2027-08-31', '2028-02-29'),
      made('2027-08-31', '2027-08-31', '2028-03-01'),
    ]).toEqual([1, 0]);
  });
  test('the local number stands instead', () => {
    expect(thresholdOf({ ...rule, complaints: 2 }, '2026-07-01', three.slice(0, 2)).met).toBe(true);
  });
});
test('the timetable counts working days to the acknowledgement and all days to the rest', () => {
  expect(timetable(defaultAsbSettings.clocks, '2026-12-24')).toEqual({
    acknowledgeBy: '2026-12-30',
    agenciesBy: '2027-01-07',
    decideBy: '2027-01-14',
    panelBy: '2027-01-21',
  });
});
test('every status of every procedure is reached from its start, and each step is somebody’s', () => {
  for (const { title, lines, words, starts } of drawnAsb) {
    const reached = new Set(starts);
    for (let size = 0; size < reached.size; ) {
      size = reached.size;
      for (const line of lines)
        if (line.from.some((status) => reached.has(status)))
          for (const to of [line.to].flat()) reached.add(to);
    }
    expect([...reached].sort(), title).toEqual(Object.keys(words).sort());
    for (const status of reached)
      expect(linesFrom(lines, status, ['performance-analyst', 'reception', 'board-member']), title).toEqual(
        [],
      );
  }
});
