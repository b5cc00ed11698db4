import { describe, expect, test } from 'vitest';
import { makePeople } from '../../../../benchmarks/linkage/people.ts';
import {
  link,
  type ModelDocument,
  modelDocument,
  preparedLines,
  sparkScript,
  tableOf,
  textOfCell,
} from '../index.ts';
import { seededRandom } from '../random.ts';
import { letterBag, lineBag, wordBag } from './letters.ts';
import { planOf } from './plan.ts';
import { cellText } from './prepare-rows.ts';

const people = makePeople(400, 9).map(({ cluster: _, ...row }) => row);
const model = modelDocument(link(tableOf(people)));
const script = (of: ModelDocument = model) =>
  sparkScript(of, { rows: people.length, across: false, least: 0.01 });
const names = { numberOf: (row: number) => row, idOf: (row: number) => `r${row}` };

describe('the script for Spark', () => {
  test('one model gives one script, letter for letter', () => expect(script()).toBe(script()));

  test('every rule of the model and every comparison is in it', () => {
    const { whole, rules } = planOf(model);
    expect(rules.map(({ name }) => name)).toEqual(model.rules.map(({ name }) => name));
    for (const [at] of rules.entries()) expect(script()).toContain(`key${at} INT`);
    for (const [at] of whole.entries()) expect(script()).toContain(`AS level${at}`);
    for (const [at] of model.comparisons.entries()) expect(script()).toContain(`AS v${at}`);
  });

  test('it says nothing that is not a value, and its brackets close', () => {
    expect(script()).not.toMatch(/undefined|null\b|NaN|\[object/);
    expect(script().split('(').length).toBe(script().split(')').length);
  });

  test('a variable of an inner expression never hides one of an outer', () => {
    const bound = [...script().matchAll(/(?:\(|, )([a-z]+\d+)(?:, ([a-z]+\d+)\))? ->/g)].flatMap(([, x, y]) =>
      [x, y].filter((name) => name !== undefined),
    );
    expect(bound.length).toBeGreaterThan(100);
    expect(new Set(bound).size).toBe(bound.length);
  });

  test('only rows of different lists, where lists are linked', () => {
    expect(sparkScript(model, { rows: 400, across: true, least: 0.01 })).toContain('x.list <> y.list');
    expect(script()).not.toContain('x.list <> y.list');
  });

  test('where a column follows from another, its level is asked for twice', () => {
    const followed: ModelDocument = {
      ...model,
      beside: [{ child: 'Address', parent: 'Postcode' }],
      comparisons: model.comparisons.flatMap((one) =>
        one.name === 'Address' ? [one, { ...one, name: 'Address, where Postcode is the same' }] : [one],
      ),
    };
    const parts = /IF\(level(\d+) = 1, 0, level(\d+)\) AS v\d+,\s+IF\(level\1 = 1, level\2, 0\) AS v\d+/;
    expect(script(followed)).toMatch(parts);
    expect(script()).not.toMatch(parts);
  });

  test('where it says nothing more of rows that are near in another, the levels of that are asked for', () => {
    const followed: ModelDocument = {
      ...model,
      beside: [{ child: 'Address', parent: 'Postcode', near: 3 }],
      comparisons: model.comparisons.flatMap((one) =>
        one.name === 'Address' ? [one, { ...one, name: 'Address, where Postcode is another' }] : [one],
      ),
    };
    expect(script(followed)).toMatch(
      /IF\(level(\d+) = 0, level(\d+), 0\) AS v\d+,\s+IF\(level\1 BETWEEN 4 AND 99, level\2, 0\) AS v\d+/,
    );
  });
});

describe('prepared rows', () => {
  test('a row is prepared the same whichever rows are prepared with it', () => {
    const all = [...preparedLines(model, tableOf(people), names)];
    const alone = people.map((row, at) => {
      const own = { numberOf: () => at, idOf: () => `r${at}` };
      return [...preparedLines(model, tableOf([row]), own)][0];
    });
    expect(alone).toEqual(all);
  });

  test('a line has as many cells as the script reads, and none breaks it', () => {
    const columns = /prepared \(\n([\s\S]*?)\n\) USING csv/.exec(script())?.[1]?.split('\n').length;
    const hostile = people.map((row) => ({ ...row, email: 'a\t"b\\\n@c.uk', surname: 'O’Brien\u0000😀' }));
    for (const line of preparedLines(model, tableOf(hostile), names)) {
      expect(line.split('\t')).toHaveLength(columns ?? 0);
      expect(line).not.toMatch(/[\n\\]/);
    }
  });

  test.each(['r1', 'a\tb', 'back\\slash', 'two\nlines', '😀 smile', ''])(
    'the id «%s» comes back as it was',
    (id) => {
      expect(cellText(id)).not.toMatch(/[\t\n\\\ud800-\udfff]/);
      expect(textOfCell(cellText(id))).toBe(id);
    },
  );
});

describe('bags of letters', () => {
  const bits = (bag: readonly string[], other: readonly string[]): number =>
    bag.reduce(
      (sum, column, at) =>
        sum + [...(BigInt(column) & ~BigInt(other[at] ?? 0)).toString(2)].filter((bit) => bit === '1').length,
      0,
    );
  /** Letters of a text that another has not as often. */
  const unmatched = (text: string, other: string): number => {
    const left = [...other];
    return [...text].filter((letter) => {
      const at = left.indexOf(letter);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    }).length;
  };

  test('they never count more letters unmatched than there are, and often as many', () => {
    const random = seededRandom(3);
    const text = () =>
      Array.from(
        { length: 1 + Math.floor(random() * 14) },
        () => 'aaabceelmnorst 0127é'[Math.floor(random() * 20)],
      ).join('');
    let exact = 0;
    for (let round = 0; round < 3000; round += 1) {
      const [x, y] = [text(), text()];
      for (const shape of [wordBag, lineBag]) {
        const counted = bits(letterBag(x, shape), letterBag(y, shape));
        expect(counted).toBeLessThanOrEqual(unmatched(x, y));
        if (counted === unmatched(x, y)) exact += 1;
      }
    }
    expect(exact).toBeGreaterThan(1500);
  });
});
