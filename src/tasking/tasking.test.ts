import { expect, test } from 'vitest';
import { caseTransitions } from '../enforcement/index.ts';
import { meetingTransitionFor, meetingTransitions } from './meeting.transitions.ts';
import { cadenceOn, meetingDays } from './series.cadence.ts';
import { taskTransitionFor, taskTransitions } from './task.transitions.ts';
import { taskStatuses } from './task.words.ts';
import { taskAgainSchema } from './tasking.forms.ts';
import { mayShowInRoom } from './tasking.policy.ts';

test('meetings come round by the cadence that holds, and a new one begins where it says', () => {
  const cadences = [
    { startsOn: '2026-10-06', everyWeeks: 4 },
    { startsOn: '2026-01-06', everyWeeks: 6 },
  ];
  expect(meetingDays(cadences, '2026-08-01', 4)).toEqual([
    '2026-08-04',
    '2026-09-15',
    '2026-10-06',
    '2026-11-03',
  ]);
  expect(meetingDays(cadences, '2026-11-03', 1)).toEqual(['2026-11-03']);
  expect(meetingDays([], '2026-11-03', 2)).toEqual([]);
  expect(cadenceOn(cadences, '2026-10-05')?.everyWeeks).toBe(6);
  expect(cadenceOn(cadences, '2026-10-06')?.everyWeeks).toBe(4);
  expect(cadenceOn(cadences, '2025-10-06')).toBeUndefined();
});

test('no status and action has two ways on, and a finished task or closed meeting stays so', () => {
  for (const table of [taskTransitions, meetingTransitions, caseTransitions]) {
    const pairs = table.flatMap((line) => line.from.map((from) => `${from} ${line.action}`));
    expect(new Set(pairs).size).toBe(pairs.length);
  }
  // What was done is corrected and never undone.
  expect(
    taskTransitions.filter((line) => line.from.includes('done') && !line.action.startsWith('correct-')),
  ).toEqual([]);
  expect(meetingTransitionFor('closed', 'open')).toBeUndefined();
  expect(taskTransitionFor({ status: 'set', acceptedHow: null }, 'finish')).toBeUndefined();
  expect(taskTransitionFor({ status: 'refused', acceptedHow: null }, 'set-again')?.to).toBe('set');
  for (const how of [null, 'themselves', 'confirmed', 'in-room'] as const)
    expect(taskTransitionFor({ status: 'accepted', acceptedHow: how }, 'contest')?.to).toBe(
      how === 'in-room' ? 'set' : undefined,
    );
  for (const status of taskStatuses)
    if (status !== 'done') expect(taskTransitions.some((line) => line.from.includes(status))).toBe(true);
});

test('a personal item is on the wall only while everybody present is on its case', () => {
  const item = { isPersonal: true, caseServiceIds: ['a', 'b'] };
  expect(mayShowInRoom(item, [])).toBe(false);
  expect(mayShowInRoom(item, ['a'])).toBe(true);
  expect(mayShowInRoom(item, ['a', 'b'])).toBe(true);
  expect(mayShowInRoom(item, ['a', 'c'])).toBe(false);
  expect(mayShowInRoom({ isPersonal: false, caseServiceIds: [] }, ['c'])).toBe(true);
});

test('a day is taken as people type it', () => {
  const parse = (dueOn: string) =>
    taskAgainSchema.safeParse({ version: 1, serviceId: '00000000-0000-4000-8000-000000000000', dueOn });
  for (const typed of ['3/12/2026', '03.12.2026', '3 12 2026', '2026-12-03'])
    expect(parse(typed).data?.dueOn).toBe('2026-12-03');
  for (const typed of ['31/2/2026', 'soon', '']) expect(parse(typed).success).toBe(false);
});
