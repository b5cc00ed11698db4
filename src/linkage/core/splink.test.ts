import { describe, expect, test } from 'vitest';
import { makePeople } from '../../../benchmarks/linkage/people.ts';
import { link } from './link.ts';
import { UnusableModel } from './model.ts';
import { isSplink, readSplink, splinkSettings } from './splink.ts';
import { tableOf } from './table.ts';

const table = tableOf(makePeople(1200, 14).map(({ cluster: _, ...row }) => row));

describe('the settings of Splink', { timeout: 180_000 }, () => {
  const linked = link(table);
  const written = splinkSettings({ ...linked, across: false });
  const read: unknown = JSON.parse(JSON.stringify(written.settings));

  test('that are written are read again with the same chances, prior and rules', () => {
    expect(isSplink(read)).toBe(true);
    const splink = readSplink(read);
    expect(splink.notCarriedOver).toEqual([]);
    const again = link(table, { splink });
    expect(again.model.prior).toBe(linked.model.prior);
    expect(splinkSettings({ ...again, across: false }).settings).toMatchObject({
      blocking_rules_to_generate_predictions: Reflect.get(
        Object(read),
        'blocking_rules_to_generate_predictions',
      ),
    });
    for (const { column, m, u, mElse } of splink.columns) {
      const at = readSplink(splinkSettings({ ...again, across: false }).settings).columns.find(
        (one) => one.column === column,
      );
      expect(at?.m).toBeCloseTo(m, 9);
      expect(at?.u).toBeCloseTo(u, 9);
      expect(at?.mElse).toBeCloseTo(mElse, 6);
    }
  });

  test('name all that has no like there: finer levels, rules by sound, the related', () => {
    expect(written.notCarriedOver.join('\n')).toMatch(/The class of the related/);
    expect(written.notCarriedOver.join('\n')).toMatch(/«Forename»: «a form of the same name»/);
    const carried = Reflect.get(written.settings, 'blocking_rules_to_generate_predictions') as unknown[];
    expect(carried.length + written.notCarriedOver.filter((words) => words.startsWith('Rule')).length).toBe(
      linked.rules.length,
    );
  });

  test('with fuzzy levels, untrained ones and rules of functions say by name what is notCarriedOver', () => {
    const level = (sql_condition: string, m?: number, u?: number) => ({
      sql_condition,
      ...(m === undefined ? {} : { m_probability: m, u_probability: u }),
    });
    const { notCarriedOver, columns, rules } = readSplink({
      probability_two_random_records_match: 0.001,
      blocking_rules_to_generate_predictions: [
        'l.dob = r.dob and l.surname = r.surname',
        { blocking_rule: 'substr(l.dob,1,4) = substr(r.dob,1,4)' },
      ],
      comparisons: [
        {
          output_column_name: 'dob',
          comparison_levels: [
            { ...level('"dob_l" IS NULL OR "dob_r" IS NULL'), is_null_level: true },
            level('"dob_l" = "dob_r"', 0.8, 0.001),
            level('levenshtein("dob_l", "dob_r") <= 1', 0.15, 0.01),
            level('ELSE', 0.05, 0.989),
          ],
        },
        { output_column_name: 'phone', comparison_levels: [level('"phone_l" = "phone_r"'), level('ELSE')] },
      ],
    });
    expect(columns).toEqual([{ column: 'dob', m: 0.8, u: 0.001, mElse: 0.2, uElse: 0.999 }]);
    expect(rules).toEqual([['dob', 'surname']]);
    expect(notCarriedOver).toEqual([
      expect.stringContaining('levenshtein'),
      expect.stringContaining('«phone»'),
      expect.stringContaining('substr(l.dob,1,4)'),
    ]);
  });

  test('without a prior, or with nothing of use, are refused in words', () => {
    expect(() => readSplink({ comparisons: [] })).toThrow(UnusableModel);
    expect(() => readSplink({ probability_two_random_records_match: 0.1, comparisons: [] })).toThrow(
      'No comparison of the Splink settings can be used',
    );
  });
});
