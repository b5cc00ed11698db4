import { forenameGroups } from '../lexicon/forename.words.ts';
import { soundOf } from '../normalise/phonetic.ts';
import { alikeFrom, edits, fewestEdits, named } from './expressions.ts';
import {
  asGiven,
  bagColumns,
  lettered,
  madeOf,
  type Side,
  type SparkColumn,
  type SparkLadder,
  unless,
} from './ladder.ts';
import { wordBag } from './letters.ts';

type Part = 'forename' | 'surname' | 'middle';

const partColumns = (part: Part): Record<string, SparkColumn> => ({
  [part]: asGiven(part, 'STRING'),
  [`${part}_sound`]: madeOf(part, 'STRING', soundOf),
  ...bagColumns(part, part, wordBag),
  [`${part}_groups`]: madeOf(part, 'ARRAY<INT>', forenameGroups),
});

const wordsIn = (text: string) => `split(${text}, ' ')`;

/** How two words of names stand to each other, as `near` in `compare/read-names.ts`: 1 the same … 7 other; NULL where one is wanting. */
function near(left: Side, part: Part, right: Side, other: Part): string {
  const [one, two] = [lettered(left, part, wordBag), lettered(right, other, wordBag)];
  const [x, y] = [one.text, two.text];
  const longer = `greatest(length(${x}), length(${y}))`;
  const few = `IF(${fewestEdits(one.bag, two.bag)} > 2, 3, ${edits(one, two)})`;
  const shares = `(instr(${x}, ' ') > 0 OR instr(${y}, ' ') > 0) AND arrays_overlap(filter(${wordsIn(x)}, p -> length(p) > 2), ${wordsIn(y)})`;
  const unlike = named('e', few, (e) => {
    const byLetters = named(
      'w',
      alikeFrom(one, two, '0.8D'),
      (w) =>
        `CASE WHEN ${w} >= 0.92D OR (${w} >= 0.8D AND ${left(`${part}_sound`)} <=> ${right(`${other}_sound`)}) THEN 3 WHEN ${w} >= 0.8D OR (${e} <= 2 AND ${longer} >= 5) THEN 6 ELSE 7 END`,
    );
    return `CASE WHEN (${e} = 1 AND ${longer} >= 4) OR (${e} = 2 AND ${longer} >= 8) THEN 3 WHEN ${shares} THEN 4 ELSE ${byLetters} END`;
  });
  return `CASE WHEN ${x} IS NULL OR ${y} IS NULL THEN NULL WHEN ${x} = ${y} THEN 1 WHEN length(${x}) = 1 OR length(${y}) = 1 THEN IF(substring(${x}, 1, 1) = substring(${y}, 1, 1), 5, 7) WHEN arrays_overlap(${left(`${part}_groups`)}, ${right(`${other}_groups`)}) THEN 2 ELSE ${unlike} END`;
}

/** What the names need before their levels: each list of expressions may read those before it. */
export const nameSteps = (left: Side, right: Side): Record<string, string>[] => [
  {
    near_forename: near(left, 'forename', right, 'forename'),
    near_surname: near(left, 'surname', right, 'surname'),
  },
  {
    // Asked only where a level depends on it: it costs two more comparisons of words.
    changed_round: `CASE WHEN near_forename > 1 AND near_surname > 1 AND (near_forename > 3 OR near_surname > 4) THEN ${near(left, 'forename', right, 'surname')} <= 3 AND ${near(left, 'surname', right, 'forename')} <= 3 ELSE false END`,
  },
];

const isFound = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([x, y]) => `${x} = ${y}`).join(' OR ');

/** Forename, with every part of the name that the other two read as well. */
export const forenameLadder: SparkLadder = {
  columns: {
    ...partColumns('forename'),
    ...partColumns('surname'),
    ...partColumns('middle'),
    second: asGiven('second', 'STRING'),
  },
  level: (left, right) => {
    const elsewhere = `${isFound([
      [left('forename'), right('second')],
      [right('forename'), left('second')],
    ])} OR (${left('surname')} IS NULL AND ${left('forename')} = ${right('surname')}) OR (${right('surname')} IS NULL AND ${right('forename')} = ${left('surname')})`;
    return `CASE WHEN near_forename IS NULL THEN 0 WHEN near_forename <= 3 THEN near_forename WHEN changed_round THEN 4 WHEN ${elsewhere} THEN 5 ELSE array(7, 6, 7, 8)[near_forename - 4] END`;
  },
};

export const surnameLadder: SparkLadder = {
  columns: {},
  level: (left, right) => {
    const elsewhere = isFound([
      [left('surname'), right('forename')],
      [right('surname'), left('forename')],
      [left('surname'), right('second')],
      [right('surname'), left('second')],
    ]);
    return `CASE WHEN near_surname IS NULL THEN 0 WHEN near_surname <= 4 THEN array(1, 2, 2, 3)[near_surname - 1] WHEN changed_round THEN 0 WHEN ${elsewhere} THEN 5 ELSE array(4, 4, 6)[near_surname - 5] END`;
  },
};

export const middleLadder: SparkLadder = {
  columns: {},
  level: (left, right) =>
    unless(
      left('middle'),
      right('middle'),
      `array(1, 2, 2, 2, 3, 4, 4)[${near(left, 'middle', right, 'middle')} - 1]`,
    ),
};
