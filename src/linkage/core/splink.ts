import type { Rule } from './candidates.ts';
import type { Comparison } from './compare/comparison.ts';
import { namesOfParts } from './compare/names.ts';
import { nameOfComparison } from './comparisons.ts';
import { UnusableModel } from './model.ts';
import type { Recognised } from './recognise.rules.ts';
import type { Learnt, Trained } from './train.ts';

/** What of Splink's settings (4 and 5) means the same here, and the names of what does not. */
export interface SplinkModel {
  prior: number;
  /** Chances of «the same» and of everything else, by column. */
  columns: readonly { column: string; m: number; u: number; mElse: number; uElse: number }[];
  /** Blocking rules on equal columns. */
  rules: readonly (readonly string[])[];
  notCarriedOver: readonly string[];
}

const part = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
const listIn = (of: unknown, name: string): readonly unknown[] => {
  const list = part(of, name);
  return Array.isArray(list) ? list : [];
};

/** Whether a document is Splink's settings. */
export const isSplink = (read: unknown): boolean =>
  part(read, 'format') === undefined &&
  Array.isArray(part(read, 'comparisons')) &&
  (part(read, 'blocking_rules_to_generate_predictions') !== undefined ||
    part(read, 'probability_two_random_records_match') !== undefined);

const isChance = (value: unknown): value is number => typeof value === 'number' && value > 0 && value <= 1;

/** Reads Splink's settings; `UnusableModel` when nothing in them can be used. */
export function readSplink(read: unknown): SplinkModel {
  const notCarriedOver: string[] = [];
  const prior = part(read, 'probability_two_random_records_match');
  if (!isChance(prior))
    throw new UnusableModel(
      'The Splink settings have no probability_two_random_records_match between 0 and 1.',
    );
  const columns = listIn(read, 'comparisons').flatMap((comparison) => {
    const told = readComparison(comparison);
    notCarriedOver.push(...told.notCarriedOver);
    return told.column ? [told.column] : [];
  });
  if (columns.length === 0)
    throw new UnusableModel(
      `No comparison of the Splink settings can be used: each needs a level of equal values, and m and u. ${notCarriedOver.join(' ')}`,
    );
  const rules = listIn(read, 'blocking_rules_to_generate_predictions').flatMap((rule) => {
    const sql = String(part(rule, 'blocking_rule') ?? rule);
    const names = equalColumns(sql);
    if (!names) notCarriedOver.push(`Blocking rule «${sql}»: not of equal columns alone.`);
    return names ? [names] : [];
  });
  return { prior, columns, rules, notCarriedOver };
}

function readComparison(comparison: unknown): {
  column?: SplinkModel['columns'][number];
  notCarriedOver: string[];
} {
  const name = String(part(comparison, 'output_column_name') ?? part(comparison, 'comparison_description'));
  const notCarriedOver: string[] = [];
  let same: { column: string; m: number; u: number } | undefined;
  const rest = { m: 0, u: 0 };
  for (const level of listIn(comparison, 'comparison_levels')) {
    const sql = String(part(level, 'sql_condition')).trim();
    if (part(level, 'is_null_level') === true) continue;
    const [m, u] = [part(level, 'm_probability'), part(level, 'u_probability')];
    if (!isChance(m) || !isChance(u))
      return {
        notCarriedOver: [`Comparison «${name}»: level «${sql}» has no m or no u; it was not trained.`],
      };
    const equal = /^\(*"?(\w+)_l"?\s*=\s*"?(\w+)_r"?\)*$/.exec(sql);
    if (equal?.[1] && equal[1] === equal[2] && !same) same = { column: equal[1], m, u };
    else {
      rest.m += m;
      rest.u += u;
      if (sql.toUpperCase() !== 'ELSE')
        notCarriedOver.push(`Comparison «${name}»: level «${sql}» is one with everything else.`);
    }
  }
  if (!same) return { notCarriedOver: [`Comparison «${name}»: no level of equal values of one column.`] };
  return { column: { ...same, mElse: rest.m, uElse: rest.u }, notCarriedOver };
}

/** The columns of a blocking rule, when it asks for equal columns and nothing else. */
function equalColumns(sql: string): string[] | undefined {
  const columns: string[] = [];
  for (const term of sql.replace(/[()]/g, ' ').split(/\s+and\s+/i)) {
    const equal = /^\s*l\."?(\w+)"?\s*=\s*r\."?(\w+)"?\s*$/i.exec(term);
    if (!equal?.[1] || equal[1] !== equal[2]) return undefined;
    columns.push(equal[1]);
  }
  return columns;
}

/** The comparison that holds each column, for columns that have one of their own. */
const comparisonOfColumn = (recognised: readonly Recognised[]): ReadonlyMap<string, string> =>
  new Map(
    recognised.flatMap(({ column, kind }) => {
      const name = nameOfComparison(kind, column);
      return name === undefined ? [] : [[column, name] as const];
    }),
  );

/** The key that is a column's own value, by the comparison's name; a forename's key takes its short forms for the same. */
const ownKey = (comparison: string): string => (comparison === 'E-mail' ? 'email' : comparison.toLowerCase());

/**
 * A trained model with Splink's chances in it. Levels finer than Splink's keep their proportions; a comparison it does not
 * have says nothing; its two classes leave no room for the related. Also what could not be placed.
 */
export function underSplink(
  splink: SplinkModel,
  learnt: Trained,
  comparisons: readonly Comparison[],
  recognised: readonly Recognised[],
): { model: Trained; notCarriedOver: string[] } {
  const named = comparisonOfColumn(recognised);
  const notCarriedOver = [...splink.notCarriedOver];
  const byName = new Map<string, SplinkModel['columns'][number]>();
  for (const one of splink.columns) {
    const name = named.get(one.column);
    if (name && comparisons.some((comparison) => comparison.name === name)) byName.set(name, one);
    else
      notCarriedOver.push(
        `Comparison of «${one.column}»: the lists have no such column that is compared by itself.`,
      );
  }
  const placed = comparisons.map(({ name }, index): Learnt => {
    const given = byName.get(name);
    const { m, u } = learnt.comparisons[index]!;
    if (!given) notCarriedOver.push(`«${name}» is not in the Splink settings; it says nothing.`);
    const changed = given
      ? { m: scaled(m, given.m, given.mElse), u: scaled(u, given.u, given.uElse) }
      : { m: u, u };
    return { ...changed, r: changed.u };
  });
  return { model: { prior: splink.prior, related: 0, comparisons: placed }, notCarriedOver };
}

/** Chances of the levels with «the same» as given and the rest in their old proportions. */
function scaled(chances: Float64Array, same: number, rest: number): Float64Array {
  const before = chances.slice(2).reduce((sum, chance) => sum + chance, 0);
  return chances.map((chance, level) =>
    level === 0 ? 1 : level === 1 ? same : Math.max(1e-9, (chance * rest) / Math.max(before, 1e-12)),
  );
}

/** The rules that are Splink's, among the possible ones; none when none is. */
export function rulesOfSplink(
  splink: SplinkModel,
  possible: readonly Rule[],
  recognised: readonly Recognised[],
): { rules: Rule[]; notCarriedOver: string[] } {
  const named = comparisonOfColumn(recognised);
  const notCarriedOver: string[] = [];
  const rules = splink.rules.flatMap((columns) => {
    const keys = columns.map((column) => ownKey(named.get(column) ?? '')).sort();
    const rule = possible.find(
      (one) =>
        one.keys.length === keys.length &&
        one.keys
          .map(({ name }) => name)
          .sort()
          .join() === keys.join(),
    );
    if (!rule) notCarriedOver.push(`Blocking rule on ${columns.join(' and ')}: no such rule here.`);
    return rule ? [rule] : [];
  });
  return { rules, notCarriedOver };
}

/** What is written for Splink, and the names of what has no like there. */
export interface ForSplink {
  settings: Record<string, unknown>;
  notCarriedOver: string[];
}

/** Writes what of a linking means the same in Splink 4 and 5: equal values against all else, the prior, rules on equal columns. */
export function splinkSettings(linked: {
  recognised: readonly Recognised[];
  comparisons: readonly Comparison[];
  model: Trained;
  rules: readonly Rule[];
  across: boolean;
}): ForSplink {
  const named = comparisonOfColumn(linked.recognised);
  const columnOf = new Map([...named].map(([column, name]) => [name, column]));
  const notCarriedOver: string[] = [];
  if (linked.model.related > 0)
    notCarriedOver.push(
      'The class of the related (household, firm): Splink has two classes; its odds will be higher.',
    );
  const comparisons = linked.comparisons.flatMap((comparison, index) => {
    const column = columnOf.get(comparison.name);
    const finer = comparison.levels.slice(2, -1).map(({ words }) => `«${words}»`);
    if (!column) notCarriedOver.push(`Comparison «${comparison.name}»: it is of no column by itself.`);
    else if (finer.length > 0)
      notCarriedOver.push(
        `Comparison «${comparison.name}»: ${finer.join(', ')} are one with everything else.`,
      );
    return column
      ? [comparisonFor(column, linked.model.comparisons[index]!, comparison.levels[1]!.rarity)]
      : [];
  });
  const rules = linked.rules.flatMap((rule) => {
    const columns = rule.keys.map(({ name }) =>
      [...named].find(
        ([, comparison]) => ownKey(comparison) === name && comparison !== namesOfParts.forename,
      ),
    );
    if (columns.some((column) => column === undefined)) {
      notCarriedOver.push(`Rule «${rule.name}»: not of equal columns alone.`);
      return [];
    }
    return [columns.map((column) => `l."${column?.[0]}" = r."${column?.[0]}"`).join(' AND ')];
  });
  if (rules.length === 0)
    notCarriedOver.push(
      'No rule could be written: give Splink blocking rules, or it holds every row against every other.',
    );
  return {
    notCarriedOver,
    settings: {
      link_type: linked.across ? 'link_only' : 'dedupe_only',
      probability_two_random_records_match: linked.model.prior,
      sql_dialect: 'duckdb',
      unique_id_column_name: 'unique_id',
      blocking_rules_to_generate_predictions: rules.map((rule) => ({
        blocking_rule: rule,
        sql_dialect: 'duckdb',
      })),
      comparisons,
    },
  };
}

function comparisonFor(column: string, { m, u }: Learnt, rarity: number): Record<string, unknown> {
  const rest = (chances: Float64Array) => chances.slice(2).reduce((sum, chance) => sum + chance, 0);
  const [left, right] = [`"${column}_l"`, `"${column}_r"`];
  return {
    output_column_name: column,
    comparison_levels: [
      {
        sql_condition: `${left} IS NULL OR ${right} IS NULL`,
        label_for_charts: 'Not given',
        is_null_level: true,
      },
      {
        sql_condition: `${left} = ${right}`,
        label_for_charts: 'The same',
        m_probability: m[1],
        u_probability: u[1],
        ...(rarity > 0 ? { tf_adjustment_column: column, tf_adjustment_weight: rarity } : {}),
      },
      {
        sql_condition: 'ELSE',
        label_for_charts: 'Everything else',
        m_probability: rest(m),
        u_probability: rest(u),
      },
    ],
    comparison_description: 'Equal or not',
  };
}
