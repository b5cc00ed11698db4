import { expect, test } from 'vitest';
import { factorsOn, noticeLimitOn, storageLimitOn } from '../../reference/abandoned.ts';
import { markKey, readMark } from './abandoned.mark.ts';
import {
  abandonedLineOf,
  abandonedLinesFrom,
  abandonedTransitions,
  stillStanding,
} from './abandoned.transitions.ts';
import { decidingFactors, isReportedStolen } from './abandoned.ts';
import { abandonedStatuses, type FactorAnswer, type KeeperAnswer } from './abandoned.words.ts';
import { noticeRuns } from './abandoned-effects.ts';

const today = '2026-11-20';

test('a vehicle without tax is not by itself abandoned: no paper alone decides, and each thing that is seen does', () => {
  const found = (...codes: string[]) => codes.map((factor) => ({ factor, answer: 'for' as FactorAnswer }));
  expect(decidingFactors(found('tax'), today)).toEqual([]);
  expect(decidingFactors(found('tax', 'mot', 'keeper-distance'), today)).toEqual([]);
  for (const seen of ['time', 'condition', 'plates', 'roadworthy', 'secure'])
    expect(decidingFactors(found('tax', seen), today).map(({ code }) => code)).toEqual([seen]);
  expect(decidingFactors([{ factor: 'condition', answer: 'unknown' }], today)).toEqual([]);
  expect(
    factorsOn(today)
      .filter(({ decidesAlone }) => !decidesAlone)
      .map(({ code }) => code),
  ).toEqual(['tax', 'mot', 'keeper-distance']);
  // Every way from the judgement to the store asks it again.
  for (const action of ['judge', 'give-notice', 'notify-occupier', 'remove'] as const)
    expect(abandonedLineOf(action).needs).toContain('more-than-paper');
});

test('the table: no removal without its notice nor against an objection, no disposal before the storage, every status reached', () => {
  for (const line of abandonedTransitions) {
    if (line.to === 'stored' && line.action === 'remove') {
      expect(line.from).toEqual(['noticed']);
      expect(line.needs).toContain('notice-run');
    }
    if (line.to === 'disposed') expect(line.needs).toEqual(['storage-over', 'keeper-asked', 'not-stolen']);
    if (line.action !== 'discard' && line.action !== 'record-gone')
      expect(line.asks).toEqual(expect.arrayContaining(['evidence', 'reason']));
  }
  const reached = new Set(['reported', ...abandonedTransitions.map(({ to }) => to)]);
  expect([...reached].sort()).toEqual([...abandonedStatuses].sort());
  for (const status of stillStanding)
    expect(abandonedLinesFrom(status, ['jet-officer']).map(({ action }) => action)).toContain(
      'hand-to-police',
    );
  expect(abandonedLinesFrom('objected', ['jet-officer']).map(({ action }) => action)).not.toContain('remove');
});

test('24 hours run from the moment, 7 and 15 days are whole days after the day of the notice', () => {
  const at = new Date('2026-11-20T10:30:00Z');
  expect(noticeRuns('24-hours', at)?.until.toISOString()).toBe('2026-11-21T10:30:00.000Z');
  expect(noticeRuns('7-days', at)?.until.toISOString()).toBe('2026-11-28T00:00:00.000Z');
  expect(noticeRuns('15-days', at)?.until.toISOString()).toBe('2026-12-06T00:00:00.000Z');
  // Whole days of London, over the change of the clocks.
  expect(noticeRuns('7-days', new Date('2026-03-25T10:00:00Z'))?.until.toISOString()).toBe(
    '2026-04-01T23:00:00.000Z',
  );
  expect(noticeRuns('15-days', at)?.why).toContain('last day 5 December 2026');
  expect(noticeLimitOn('24-hours', '1970-01-01')).toBeUndefined();
  expect(storageLimitOn(today)).toMatchObject({ least: 7, most: 21 });
});

test('a mark is read in any spelling, O and 0, I and 1 put right by their place; a mark that an eye takes for it is found', () => {
  expect(readMark(' ab12 cde ')).toBe('AB12CDE');
  expect(readMark('ABI2 CDE')).toBe('AB12CDE');
  expect(readMark('ab12-cd0')).toBe('AB12CDO');
  expect(readMark('0B12 CDE')).toBe('OB12CDE');
  expect(readMark('A123 BCD')).toBe('A123BCD');
  expect(readMark('ABC 123D')).toBe('ABC123D');
  expect(readMark('12-D-3456')).toBe('12D3456');
  for (const typed of ['', 'white van', 'A', '12345678901']) expect(readMark(typed)).toBeUndefined();
  expect(markKey('AB12 CDE')).toBe(markKey('A812 C0E'));
});

test('the last answer about a theft stands, whatever else was asked since', () => {
  const said = (...answers: KeeperAnswer[]) => isReportedStolen(answers.map((answer) => ({ answer })));
  expect(said()).toBe(false);
  expect(said('stolen', 'keeper')).toBe(true);
  expect(said('stolen', 'not-stolen', 'no-keeper')).toBe(false);
});
