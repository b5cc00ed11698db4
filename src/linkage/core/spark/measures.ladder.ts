import {
  isWhole,
  listSteps,
  otherNumbers,
  someOtherNumbers,
  textSteps,
  wholeHeld,
} from '../compare/texts.ts';
import { alikeFrom, double, jaroWinkler, named } from './expressions.ts';
import { asGiven, bagColumns, lettered, type SparkLadder, unless } from './ladder.ts';
import { lineBag } from './letters.ts';

const value = asGiven('value', 'STRING');

/** The first step whose bound is not exceeded; NULL exceeds every bound. */
const within = (distance: string, bounds: readonly number[], first: number): string =>
  named(
    'd',
    distance,
    (d) =>
      `CASE ${bounds.map((bound, at) => `WHEN ${d} <= ${bound}D THEN ${first + at}`).join(' ')} ELSE ${first + bounds.length} END`,
  );

const figure = (date: string, at: string) => `substring(${date}, ${at}, 1)`;

/** How many of eight figures differ, from the last; two neighbours changed round count as one (`compare/dates.ts`). */
const figuresApart = (x: string, y: string): string => {
  const round = `i > 1 AND ${figure(x, 'i')} = ${figure(y, 'i - 1')} AND ${figure(y, 'i')} = ${figure(x, 'i - 1')}`;
  const next = `CASE WHEN z.over THEN named_struct('n', z.n, 'over', false) WHEN ${figure(x, 'i')} = ${figure(y, 'i')} THEN z ELSE named_struct('n', z.n + 1, 'over', ${round}) END`;
  return `aggregate(array(8, 7, 6, 5, 4, 3, 2, 1), named_struct('n', 0, 'over', false), (z, i) -> ${next}, z -> z.n)`;
};

/** Dates of birth as eight figures, the year first; 00 for a part that is not given. */
export const birthLadder: SparkLadder = {
  columns: { value, standin: asGiven('standIn', 'BOOLEAN') },
  level: (left, right) => {
    const [x, y] = [left('value'), right('value')];
    const year = (date: string) => `substring(${date}, 1, 4)`;
    const month = (date: string) => `substring(${date}, 5, 2)`;
    const day = (date: string) => `substring(${date}, 7, 2)`;
    const either = `(${left('standin')} OR ${right('standin')})`;
    const sameYear = `${year(x)} = ${year(y)}`;
    const inPart = `${month(x)} = '00' OR ${month(y)} = '00' OR ${year(x)} = '0000' OR ${year(y)} = '0000'`;
    const same = `IF(${sameYear}, 1, 0) + IF(${month(x)} = ${month(y)}, 1, 0) + IF(${day(x)} = ${day(y)}, 1, 0)`;
    const years = `abs(CAST(${year(x)} AS INT) - CAST(${year(y)} AS INT))`;
    const whole = named('a', figuresApart(x, y), (apart) =>
      [
        `CASE WHEN ${left('standin')} AND ${right('standin')} THEN IF(${apart} = 1, 6, 8)`,
        `WHEN ${sameYear} AND ${month(x)} = ${day(y)} AND ${day(x)} = ${month(y)} THEN 2`,
        `WHEN ${apart} = 1 THEN 3`,
        `WHEN ${same} = 2 THEN IF(${sameYear} AND ${either}, 5, 4)`,
        `WHEN ${sameYear} THEN IF(${either}, 5, 7)`,
        `WHEN ${apart} = 2 AND ${same} >= 1 THEN 7`,
        `WHEN NOT ${either} AND ${years} >= 16 THEN 9 ELSE 8 END`,
      ].join(' '),
    );
    return `CASE WHEN ${x} IS NULL OR ${y} IS NULL THEN 0 WHEN ${x} = ${y} THEN IF(${month(x)} = '00', 5, 1) WHEN ${inPart} THEN IF(${sameYear}, 5, 8) ELSE ${whole} END`;
  },
};

export const eventLadder: SparkLadder = {
  columns: { value, day: asGiven('day', 'DOUBLE') },
  level: (left, right) =>
    unless(left('value'), right('value'), within(`abs(${left('day')} - ${right('day')})`, [1, 3, 7, 31], 2)),
};

export const numberLadder: SparkLadder = {
  columns: { value: asGiven('value', 'DOUBLE') },
  level: (left, right) => {
    const [x, y] = [left('value'), right('value')];
    const apart = `abs(${x} - ${y}) / greatest(abs(${x}), abs(${y}), 1e-9D)`;
    return unless(x, y, within(apart, [0.01, 0.03, 0.1, 0.3], 2));
  },
};

/** Degrees north and east. */
export const positionLadder: SparkLadder = {
  columns: { latitude: asGiven('latitude', 'DOUBLE'), longitude: asGiven('longitude', 'DOUBLE') },
  level: (left, right) => {
    const [y, x, v, u] = [left('latitude'), left('longitude'), right('latitude'), right('longitude')];
    const east = `(${x} - ${u}) * cos(((${y} + ${v}) * pi()) / 360)`;
    const metres = `111200 * hypot(${y} - ${v}, ${east})`;
    return `CASE WHEN ${y} IS NULL OR ${v} IS NULL THEN 0 WHEN ${y} = ${v} AND ${x} = ${u} THEN 1 ELSE ${within(metres, [100, 1000, 10_000, 100_000], 2)} END`;
  },
};

/** So many of a text's most telling words are looked at. */
const mostWords = 40;

/** What two texts have in common, as `softCosine` in `compare/texts.ts`: `x` and `y` are structs of `w` words, `t` how telling, `n` length. */
function softCosine(x: string, y: string, within: number): string {
  const few = (words: string) => `least(size(${words}), ${mostWords})`;
  return named('small', `IF(size(${x}.w) <= size(${y}.w), ${x}, ${y})`, (small) =>
    named('large', `IF(size(${x}.w) <= size(${y}.w), ${y}, ${x})`, (large) => {
      const near = named('c', `${large}.w[k - 1]`, (candidate) => {
        const alike = named(
          'j',
          jaroWinkler('word', candidate),
          (w) => `IF(${w} >= 0.88D, greatest(best, ${w} * ${large}.t[k - 1]), best)`,
        );
        return `IF(length(${candidate}) >= 4 AND substring(${candidate}, 1, 1) = substring(word, 1, 1), ${alike}, best)`;
      });
      const best = `aggregate(sequence(1, ${few(`${large}.w`)}), 0D, (best, k) -> ${near})`;
      const says = `transform(array(${small}.w[i - 1]), word -> CASE WHEN array_contains(${large}.w, word) THEN ${small}.t[i - 1] * ${small}.t[i - 1] WHEN length(word) < 4 OR word RLIKE '^[0-9]+$' THEN 0D ELSE ${best} * ${small}.t[i - 1] END)[0]`;
      const sum = `aggregate(sequence(1, ${few(`${small}.w`)}), 0D, (total, i) -> total + ${says})`;
      if (within === 0) return `${sum} / (${x}.n * ${y}.n)`;
      // Part of it is how much of the shorter text is found in the longer.
      return named('o', sum, (all) => {
        const cosine = `${all} / (${x}.n * ${y}.n)`;
        const shorter = `least(${x}.n, ${y}.n)`;
        const held = `least(1D, ${all} / (${shorter} * ${shorter}))`;
        const part = `IF(size(${small}.w) < 2, ${cosine}, ${double(1 - within)} * (${cosine}) + ${double(within)} * ${held})`;
        return `${part} + IF(${held} > ${double(isWhole)} AND size(${large}.w) > size(${small}.w), ${double(wholeHeld)}, 0D)`;
      });
    }),
  );
}

/** What numbers leave of a likeness, as `leftByNumbers` in `compare/texts.ts`; NULL stands for none. */
const leftByNumbers = (x: string, y: string): string =>
  `CASE WHEN ${x} IS NULL OR ${y} IS NULL THEN 1D WHEN size(array_except(${x}, ${y})) = 0 OR size(array_except(${y}, ${x})) = 0 THEN 1D WHEN arrays_overlap(${x}, ${y}) THEN ${double(someOtherNumbers)} ELSE ${double(otherNumbers)} END`;

const textLadderOf = ({ asWord, within }: { asWord: boolean; within: number }): SparkLadder => ({
  columns: {
    value,
    words: asGiven('words', 'ARRAY<STRING>'),
    telling: asGiven('telling', 'ARRAY<DOUBLE>'),
    length: asGiven('length', 'DOUBLE'),
    ...(asWord
      ? {
          numbers: asGiven('numbers', 'ARRAY<STRING>'),
          joined: { type: 'STRING', from: (column) => `replace(${column('value')}, ' ', '')` },
          ...bagColumns('joined', 'value', lineBag, (text) => text.replace(/ /g, '')),
        }
      : {}),
  },
  level: (left, right) => {
    const steps = asWord ? textSteps : listSteps;
    const side = (of: typeof left) =>
      `named_struct('w', ${of('words')}, 't', ${of('telling')}, 'n', ${of('length')})`;
    // In the order of the texts, as in process: the answer is one whichever row comes first.
    const isFirst = `${left('value')} < ${right('value')}`;
    const [s, t] = asWord ? [left('joined'), right('joined')] : ['', ''];
    const asOne = !asWord
      ? '0D'
      : `IF(length(${s}) < 24 AND length(${t}) < 24, (${alikeFrom(lettered(left, 'joined', lineBag), lettered(right, 'joined', lineBag), '0.775D')} - 0.7D) / 0.3D, 0D)`;
    const cosine = named('x', `IF(${isFirst}, ${side(left)}, ${side(right)})`, (x) =>
      named('y', `IF(${isFirst}, ${side(right)}, ${side(left)})`, (y) => softCosine(x, y, within)),
    );
    const plain = `greatest(${cosine}, ${asOne})`;
    const likeness = asWord ? `${leftByNumbers(left('numbers'), right('numbers'))} * ${plain}` : plain;
    const unlike = named(
      'a',
      likeness,
      (a) =>
        `CASE ${steps.map((step, at) => `WHEN ${a} >= ${double(step)} THEN ${at + 2}`).join(' ')} ELSE ${steps.length + 2} END`,
    );
    return unless(left('value'), right('value'), unlike);
  },
});

export const textLadder = textLadderOf({ asWord: true, within: 0.2 });
export const firmLadder = textLadderOf({ asWord: true, within: 0 });
export const listLadder = textLadderOf({ asWord: false, within: 0 });
