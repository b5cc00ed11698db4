import { readAddress } from '../normalise/address.ts';
import { isUkPostcode, plateSkeleton } from '../normalise/contact.ts';
import { alikeFrom, edits, fewestEdits, named, oneEdit } from './expressions.ts';
import { asGiven, bagColumns, lettered, madeOf, type SparkLadder, unless } from './ladder.ts';
import { lineBag, wordBag } from './letters.ts';

const value = asGiven('value', 'STRING');
const localOf = (text: string) => text.split('@')[0] ?? '';

/** One of a few. */
export const categoryLadder: SparkLadder = {
  columns: { value },
  level: (left, right) => unless(left('value'), right('value'), '2'),
};

export const identifierLadder: SparkLadder = {
  columns: { value, skeleton: madeOf('value', 'STRING', plateSkeleton) },
  level: (left, right) => {
    const [x, y] = [left('value'), right('value')];
    const byEdits = named(
      'e',
      edits({ text: x, bag: [] }, { text: y, bag: [] }),
      (e) =>
        `CASE WHEN ${e} = 1 THEN 3 WHEN ${e} = 2 AND least(length(${x}), length(${y})) >= 6 THEN 4 ELSE 5 END`,
    );
    return unless(x, y, `CASE WHEN ${left('skeleton')} = ${right('skeleton')} THEN 2 ELSE ${byEdits} END`);
  },
};

export const phoneLadder: SparkLadder = {
  columns: { value },
  level: (left, right) => {
    const [x, y] = [left('value'), right('value')];
    return unless(
      x,
      y,
      `CASE WHEN ${oneEdit(x, y)} THEN 2 WHEN right(${x}, 6) = right(${y}, 6) THEN 3 ELSE 4 END`,
    );
  },
};

export const emailLadder: SparkLadder = {
  columns: {
    value,
    local: { type: 'STRING', from: (column) => `substring_index(${column('value')}, '@', 1)` },
    letters: { type: 'STRING', from: (column) => `regexp_replace(${column('value')}, '[0-9]', '')` },
    ...bagColumns('value', 'value', wordBag),
    ...bagColumns('local', 'value', wordBag, localOf),
    named: asGiven('named', 'BOOLEAN'),
  },
  level: (left, right) => {
    const [x, y] = [left('value'), right('value')];
    const [s, t] = [left('local'), right('local')];
    const domain = (text: string, local: string) => `substring(${text}, length(${local}) + 2)`;
    const isOwnName = `${left('named')} AND ${right('named')}`;
    const byLetters = named(
      'w',
      alikeFrom(lettered(left, 'local', wordBag), lettered(right, 'local', wordBag), '0.8D'),
      (w) => `IF(${w} >= 0.88D OR (${w} >= 0.8D AND ${domain(x, s)} = ${domain(y, t)}), 4, 5)`,
    );
    const [one, two] = [lettered(left, 'value', wordBag), lettered(right, 'value', wordBag)];
    const slip = `${fewestEdits(one.bag, two.bag)} <= 2 AND ${edits(one, two)} <= 2`;
    return unless(
      x,
      y,
      `CASE WHEN ${slip} THEN IF(${isOwnName} AND ${left('letters')} = ${right('letters')}, 5, 2) WHEN ${isOwnName} THEN 5 WHEN ${s} = ${t} AND length(${s}) >= 4 THEN 3 ELSE ${byLetters} END`,
    );
  },
};

export const postcodeLadder: SparkLadder = {
  columns: {
    value,
    uk: madeOf('value', 'BOOLEAN', isUkPostcode),
    area: madeOf('value', 'STRING', (text) => /^[A-Z]+/.exec(text)?.[0] ?? ''),
  },
  level: (left, right) => {
    const [x, y] = [left('value'), right('value')];
    const without = (letters: number) =>
      `substring(${x}, 1, length(${x}) - ${letters}) = substring(${y}, 1, length(${y}) - ${letters})`;
    return unless(
      x,
      y,
      `CASE WHEN ${oneEdit(x, y)} THEN 2 WHEN NOT ${left('uk')} OR NOT ${right('uk')} THEN 6 WHEN ${without(2)} THEN 3 WHEN ${without(3)} THEN 4 WHEN ${left('area')} <=> ${right('area')} THEN 5 ELSE 6 END`,
    );
  },
};

export const addressLadder: SparkLadder = {
  columns: {
    value,
    ...bagColumns('value', 'value', lineBag),
    street: madeOf('value', 'STRING', (text) => readAddress(text).street),
    ...bagColumns('street', 'value', wordBag, (text) => readAddress(text).street),
    numbers: madeOf('value', 'ARRAY<STRING>', (text) => readAddress(text).numbers),
  },
  level: (left, right) => {
    const [x, y, s, t] = [left('value'), right('value'), left('street'), right('street')];
    const sameNumbers = `${left('numbers')} <=> ${right('numbers')}`;
    const common = `arrays_overlap(${left('numbers')}, ${right('numbers')})`;
    // Below these a street says nothing: so much less has to be worked out.
    const least = `IF(${sameNumbers}, 0.75D, IF(${common}, 0.9D, 0.95D))`;
    const byLetters = alikeFrom(lettered(left, 'street', wordBag), lettered(right, 'street', wordBag), least);
    const streets = `CASE WHEN ${s} <=> ${t} THEN 1D WHEN ${s} IS NULL OR ${t} IS NULL THEN 0D ELSE ${byLetters} END`;
    const asOne = `${alikeFrom(lettered(left, 'value', lineBag), lettered(right, 'value', lineBag), '0.88D')} >= 0.88D`;
    const unlike = named(
      'w',
      streets,
      (w) =>
        `CASE WHEN ${sameNumbers} AND ${w} >= 0.9D THEN 2 WHEN ${w} >= 0.9D AND ${common} THEN 3 WHEN ${w} >= 0.95D THEN 4 WHEN ${sameNumbers} AND ${w} >= 0.75D THEN 5 WHEN ${asOne} THEN 5 ELSE 6 END`,
    );
    return unless(x, y, unlike);
  },
};

export const wordLadder: SparkLadder = {
  columns: { value, ...bagColumns('value', 'value', wordBag) },
  level: (left, right) => {
    const [one, two] = [lettered(left, 'value', wordBag), lettered(right, 'value', wordBag)];
    const [x, y] = [one.text, two.text];
    const longer = `greatest(length(${x}), length(${y}))`;
    const unlike = named('k', fewestEdits(one.bag, two.bag), (k) => {
      const byLetters = named(
        'w',
        alikeFrom(one, two, '0.78D'),
        (w) =>
          `CASE WHEN ${w} >= 0.92D THEN 2 WHEN ${w} >= 0.78D THEN 3 WHEN ${k} <= 2 AND ${edits(one, two)} <= 2 THEN 3 ELSE 4 END`,
      );
      return `CASE WHEN ${longer} >= 4 AND ${k} <= 1 AND ${oneEdit(x, y)} THEN 2 WHEN ${longer} < 5 THEN 4 ELSE ${byLetters} END`;
    });
    return unless(x, y, unlike);
  },
};
