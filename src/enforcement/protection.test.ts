import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roles } from '../directory/index.ts';
import { drawnProcedures } from './procedure.drawn.ts';
import { diagramOf, endsOf, linesFrom } from './procedure.ts';
import type { Protection } from './protection.store.ts';
import { protectionActions, protectionLineFor, protectionTransitions } from './protection.transitions.ts';
import { isSixteenOn, standsOn } from './protection.ts';
import { conductKinds, endings, type ProtectionStatus, protectionStatuses } from './protection.words.ts';
import type { Requirement } from './protection-parts.store.ts';
import type { TableFile } from './protection-table.store.ts';
import { tableOf } from './protection-table.ts';

describe('every procedure', () => {
  test.each(drawnProcedures.map((drawn) => [drawn.title, drawn] as const))(
    '%s: no path of steps leaves its table, and every status can be reached',
    (_title, { lines, words, starts }) => {
      fc.assert(
        fc.property(fc.constantFrom(...starts), fc.array(fc.nat(), { maxLength: 40 }), (start, picks) => {
          let status = start;
          for (const pick of picks) {
            const steps = lines.filter((line) => line.from.includes(status));
            const line = steps[pick % Math.max(steps.length, 1)];
            if (!line) break;
            const ends = endsOf(line);
            status = ends[pick % ends.length] ?? '';
            expect(Object.keys(words)).toContain(status);
          }
        }),
        { numRuns: 2000, seed: 8 },
      );
      // Every way, and not those alone that chance takes: a status may lie many steps deep.
      const reached = new Set<string>(starts);
      for (const status of reached)
        for (const line of lines.filter(({ from }) => from.includes(status)))
          for (const end of endsOf(line)) reached.add(end);
      expect(Object.keys(words).filter((status) => !reached.has(status))).toEqual([]);
    },
  );

  test.each(drawnProcedures.map((drawn) => [drawn.title, drawn] as const))(
    '%s: one line for an action from a status, and its diagram has them all',
    (_title, drawn) => {
      const pairs = drawn.lines.flatMap((line) => line.from.map((from) => `${from} ${line.action}`));
      expect(new Set(pairs).size).toBe(pairs.length);
      const arrows = drawn.lines.reduce((sum, line) => sum + line.from.length * endsOf(line).length, 0);
      expect(diagramOf(drawn).match(/ --> (?!\[)/g)).toHaveLength(arrows + drawn.starts.length);
    },
  );

  test('a role has the steps that the table gives it and no other', () => {
    for (const role of roles)
      for (const status of protectionStatuses)
        expect(linesFrom(protectionTransitions, status, [role])).toEqual(
          protectionActions.flatMap((action) => {
            const line = protectionLineFor(status, action);
            return line?.who.includes(role) ? [line] : [];
          }),
        );
  });
});

test('nobody is 16 before their birthday', () => {
  expect(isSixteenOn('2000-06-07', '2016-06-06')).toBe(false);
  expect(isSixteenOn('2000-06-07', '2016-06-07')).toBe(true);
  expect(isSixteenOn('2000-02-29', '2016-02-29')).toBe(true);
});

describe('what a notice requires, day by day', () => {
  const file = {
    noticeOn: '2016-07-01',
    appealedOn: '2016-07-10',
    appealDecidedOn: '2016-10-10',
  } as Protection; // the days alone are looked at
  const asked = (kind: Requirement['kind'], rest: Partial<Requirement> = {}): Requirement => ({
    id: 'r',
    stage: 'notice',
    kind,
    words: '',
    byDay: null,
    since: null,
    until: null,
    ...rest,
  });
  test.each([
    ['stop', '2016-06-30', false],
    ['stop', '2016-07-01', true],
    ['stop', '2016-08-01', true],
    ['do', '2016-07-09', true],
    ['do', '2016-07-10', false],
    ['steps', '2016-10-09', false],
    ['steps', '2016-10-10', true],
  ] as const)('%s on %s: %s', (kind, day, isBinding) => {
    expect(standsOn(asked(kind), file, day).ok).toBe(isBinding);
  });
  test('a last day, a day from which it binds again and a court’s change are kept to', () => {
    expect(standsOn(asked('do', { byDay: '2016-07-05' }), file, '2016-07-05').ok).toBe(false);
    expect(standsOn(asked('do', { byDay: '2016-07-05' }), file, '2016-07-06').ok).toBe(true);
    expect(standsOn(asked('do', { since: '2016-10-24' }), file, '2016-10-23').ok).toBe(false);
    expect(standsOn(asked('stop', { until: '2016-10-09' }), file, '2016-10-10').ok).toBe(false);
  });
});

test('a published table never says a small number of people, whatever the records', () => {
  const day = fc.constantFrom('2016-06-06', '2016-07-01', '2016-09-01');
  const one: fc.Arbitrary<TableFile> = fc.record({
    status: fc.constantFrom<ProtectionStatus>(...protectionStatuses),
    conductKinds: fc.uniqueArray(fc.constantFrom(...conductKinds), { minLength: 1, maxLength: 3 }),
    streetWords: fc.option(fc.constantFrom('Ash Row, Town', 'Beech Row, Town', 'Cedar Row, Other')),
    districtName: fc.constant('District'),
    caseId: fc.option(fc.constantFrom('a', 'b')),
    warnedOn: day,
    complyBy: day,
    noticeOn: fc.option(day),
    breachedOn: fc.option(day),
    verdict: fc.constantFrom(null, 'convicted' as const, 'acquitted' as const),
    ending: fc.option(fc.constantFrom(...endings)),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), (files) => {
      for (const { location, summary, update } of tableOf(files, '2016-08-01', 'published')) {
        expect(summary).not.toMatch(/\b[0-4] warning/);
        // No number that could be taken away from the other: the update has none but years.
        expect(update.replaceAll(/\b20\d\d\b/g, '')).not.toMatch(/\d/);
        expect(location).not.toBe('');
      }
    }),
    { seed: 8 },
  );
});

test('of whoever a court acquitted the table says no breach, also when the file has ended', () => {
  const one: TableFile = {
    ...{
      status: 'discharged',
      conductKinds: ['noise'],
      streetWords: 'Ash Row, Town',
      districtName: 'District',
    },
    ...{ caseId: null, warnedOn: '2016-06-06', complyBy: '2016-06-20', noticeOn: '2016-07-01' },
    ...{ breachedOn: '2016-07-09', verdict: 'acquitted', ending: 'withdrawn' },
  };
  const update = (verdict: TableFile['verdict']) =>
    tableOf([{ ...one, verdict }], '2016-09-01', 'published')[0]?.update;
  expect(update('acquitted')).toContain('No breach.');
  expect(update('convicted')).toContain('Notice breached.');
});
