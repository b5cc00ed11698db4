import { readAddress } from '../normalise/address.ts';
import { isUkPostcode, plateSkeleton } from '../normalise/contact.ts';
import { letterMask } from '../similarity/letters.ts';
import { edits, fewestEdits, jaroWinkler, mostAlike, named, oneEdit } from './expressions.ts';
import { asGiven, madeOf, type SparkLadder, unless } from './ladder.ts';

const value = asGiven('value', 'STRING');
const maskOf = (text: string) => letterMask(text) >>> 0;

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
      edits(x, y),
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
    mask: madeOf('value', 'BIGINT', maskOf),
    local_mask: madeOf('value', 'BIGINT', (text) => maskOf(text.split('@')[0] ?? '')),
    named: asGiven('named', 'BOOLEAN'),
  },
  level: (left, right) => {
    const [x, y] = [left('value'), right('value')];
    const [s, t] = [left('local'), right('local')];
    const domain = (text: string, local: string) => `substring(${text}, length(${local}) + 2)`;
    const isOwnName = `${left('named')} AND ${right('named')}`;
    const alike = `IF(${mostAlike(s, t, left('local_mask'), right('local_mask'))} < 0.8D, 0D, ${jaroWinkler(s, t)})`;
    const byLetters = named(
      'w',
      alike,
      (w) => `IF(${w} >= 0.88D OR (${w} >= 0.8D AND ${domain(x, s)} = ${domain(y, t)}), 4, 5)`,
    );
    const slip = `${fewestEdits(left('mask'), right('mask'))} <= 2 AND ${edits(x, y)} <= 2`;
    return unless(
      x,
      y,
      `CASE WHEN ${slip} THEN IF(${isOwnName} AND ${left('letters')} = ${right('letters')}, 4, 2) WHEN ${s} = ${t} AND length(${s}) >= 4 THEN IF(${isOwnName}, 4, 3) ELSE ${byLetters} END`,
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
    mask: madeOf('value', 'BIGINT', maskOf),
    street: madeOf('value', 'STRING', (text) => readAddress(text).street),
    street_mask: madeOf('value', 'BIGINT', (text) => maskOf(readAddress(text).street)),
    numbers: madeOf('value', 'ARRAY<STRING>', (text) => readAddress(text).numbers),
  },
  level: (left, right) => {
    const [x, y, s, t] = [left('value'), right('value'), left('street'), right('street')];
    const sameNumbers = `${left('numbers')} <=> ${right('numbers')}`;
    const streets = `CASE WHEN ${s} <=> ${t} THEN 1D WHEN ${s} IS NULL OR ${t} IS NULL THEN 0D WHEN ${mostAlike(s, t, left('street_mask'), right('street_mask'))} >= 0.75D THEN ${jaroWinkler(s, t)} ELSE 0D END`;
    const asOne = `${mostAlike(x, y, left('mask'), right('mask'))} >= 0.88D AND ${jaroWinkler(x, y)} >= 0.88D`;
    const unlike = named(
      'w',
      streets,
      (w) =>
        `CASE WHEN ${sameNumbers} AND ${w} >= 0.9D THEN 2 WHEN ${w} >= 0.9D AND arrays_overlap(${left('numbers')}, ${right('numbers')}) THEN 3 WHEN ${w} >= 0.95D THEN 4 WHEN ${sameNumbers} AND ${w} >= 0.75D THEN 5 WHEN ${asOne} THEN 5 ELSE 6 END`,
    );
    return unless(x, y, unlike);
  },
};

export const wordLadder: SparkLadder = {
  columns: { value, mask: madeOf('value', 'BIGINT', maskOf) },
  level: (left, right) => {
    const [x, y, maskX, maskY] = [left('value'), right('value'), left('mask'), right('mask')];
    const longer = `greatest(length(${x}), length(${y}))`;
    const unlike = named('k', fewestEdits(maskX, maskY), (k) => {
      const alike = `IF(${mostAlike(x, y, maskX, maskY)} < 0.78D, 0D, ${jaroWinkler(x, y)})`;
      const byLetters = named(
        'w',
        alike,
        (w) =>
          `CASE WHEN ${longer} < 5 THEN 4 WHEN ${w} >= 0.92D THEN 2 WHEN ${w} >= 0.78D THEN 3 WHEN ${k} <= 2 AND ${edits(x, y)} <= 2 THEN 3 ELSE 4 END`,
      );
      return `CASE WHEN ${longer} >= 4 AND ${k} <= 1 AND ${oneEdit(x, y)} THEN 2 ELSE ${byLetters} END`;
    });
    return unless(x, y, unlike);
  },
};
