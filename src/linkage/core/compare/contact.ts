import { readAddress } from '../normalise/address.ts';
import {
  isUkPostcode,
  normalEmail,
  normalPhone,
  normalPlate,
  normalPostcode,
  plateSkeleton,
  saysNothing,
} from '../normalise/contact.ts';
import { soundOf } from '../normalise/phonetic.ts';
import { editDistance } from '../similarity/edit.ts';
import { jaroWinkler } from '../similarity/jaro-winkler.ts';
import { fewestEdits, letterMask, mostAlike } from '../similarity/letters.ts';
import type { Column } from '../table.ts';
import { type Comparison, hashText, type Key, type Level, PairMemo } from './comparison.ts';
import { keyOf, shown, type Values, valuesOf } from './values.ts';

const given = (words: string, m: number, rarity = 0): Level => ({ words, m, rarity });
/** Address, postcode and town fail together: somebody moves. */
const place = 'place';

const notGiven = given('not given', 0);

/** A comparison of one column by a function of two different normal values. */
export function oneColumn<Feature>(
  column: Column,
  values: Values<Feature>,
  options: {
    name: string;
    levels: readonly Level[];
    shared: boolean;
    keys: readonly Key[];
    memoBits?: number;
  },
  compute: (a: number, b: number) => number,
): Comparison {
  const memo = new PairMemo(options.memoBits ?? 16);
  const { codes, shares } = values;
  return {
    name: options.name,
    levels: options.levels,
    shared: options.shared,
    keys: options.keys,
    chance: values.chance,
    level: (a, b) => {
      const x = codes[a]!;
      const y = codes[b]!;
      if (x < 0 || y < 0) return 0;
      return x === y ? 1 : memo.level(x, y, compute);
    },
    frequency: (a, b) => {
      const x = shares[codes[a]!]!;
      const y = shares[codes[b]!]!;
      return x > y ? x : y;
    },
    code: (row) => codes[row]!,
    show: (row) => shown(column, row),
  };
}

const postcodeLevels: readonly Level[] = [
  notGiven,
  given('the same', 0.7, 1),
  given('the same but for a slip', 0.05),
  given('the same sector', 0.02),
  given('the same district', 0.03),
  given('the same area', 0.04),
  given('different', 0.16),
];

/** A UK postcode; any other code of a place is held by its figures. */
export function postcodeComparison(column: Column): Comparison {
  const values = valuesOf(
    column,
    (raw) => (saysNothing(raw) ? '' : normalPostcode(raw)),
    (normal) => ({
      uk: isUkPostcode(normal),
      sector: hashText(normal.slice(0, -2)),
      district: hashText(normal.slice(0, -3)),
      area: hashText(/^[A-Z]+/.exec(normal)?.[0] ?? ''),
    }),
  );
  const compute = (a: number, b: number): number => {
    const x = values.features[a]!;
    const y = values.features[b]!;
    if (editDistance(values.normal[a]!, values.normal[b]!, 1) === 1) return 2;
    if (!x.uk || !y.uk) return 6;
    return x.sector === y.sector ? 3 : x.district === y.district ? 4 : x.area === y.area ? 5 : 6;
  };
  const district = (normal: string, code: number) =>
    values.features[code]?.uk ? `d${normal.slice(0, -3)}` : normal;
  return oneColumn(
    column,
    values,
    {
      name: 'Postcode',
      levels: postcodeLevels,
      shared: true,
      keys: [
        keyOf('postcode', values, (normal) => normal, place),
        keyOf('postcode district', values, district, place),
      ],
    },
    compute,
  );
}

const addressLevels: readonly Level[] = [
  notGiven,
  given('the same', 0.6, 1),
  given('the same number, street alike', 0.12, 0.5),
  given('the same street, a number in common', 0.04, 0.5),
  given('the same street, another number', 0.02),
  given('alike', 0.03),
  given('different', 0.19),
];

/** An address line: its numbers and its street are held apart, in any order. */
export function addressComparison(column: Column): Comparison {
  const values = valuesOf(
    column,
    (raw) => (saysNothing(raw) ? '' : readAddress(raw).text),
    (normal) => {
      const { numbers, street } = readAddress(normal);
      return {
        numbers,
        number: hashText(numbers.join(' ')),
        street,
        mask: letterMask(street),
        textMask: letterMask(normal),
      };
    },
  );
  const compute = (a: number, b: number): number => {
    const x = values.features[a]!;
    const y = values.features[b]!;
    const sameNumbers = x.number === y.number;
    const bound = x.street === y.street ? 1 : mostAlike(x.street, y.street, x.mask, y.mask);
    const street = bound === 1 ? 1 : bound >= 0.75 ? jaroWinkler(x.street, y.street) : 0;
    if (sameNumbers && street >= 0.9) return 2;
    if (street >= 0.9 && x.numbers.some((number) => y.numbers.includes(number))) return 3;
    if (street >= 0.95) return 4;
    if (sameNumbers && street >= 0.75) return 5;
    const [s, t] = [values.normal[a]!, values.normal[b]!];
    return mostAlike(s, t, x.textMask, y.textMask) >= 0.88 && jaroWinkler(s, t) >= 0.88 ? 5 : 6;
  };
  const strong = (normal: string) => {
    const { numbers, street } = readAddress(normal);
    return numbers.length === 0 || street === '' ? '' : `${numbers.join('-')} ${street.slice(0, 5)}`;
  };
  return oneColumn(
    column,
    values,
    {
      name: 'Address',
      levels: addressLevels,
      shared: true,
      memoBits: 18,
      keys: [
        keyOf('address', values, (normal) => normal, place),
        keyOf('number and street', values, strong, place),
      ],
    },
    compute,
  );
}

const wordLevels: readonly Level[] = [
  notGiven,
  given('the same', 0.75, 1),
  given('the same but for a slip', 0.07, 0.5),
  given('alike', 0.04),
  given('different', 0.14),
];

/** A word or short name out of many: a town, a place of birth, an occupation. */
export function wordComparison(column: Column, name: string, shared: boolean): Comparison {
  const values = valuesOf(column, normalWords, letterMask);
  const compute = (a: number, b: number): number => {
    const x = values.normal[a]!;
    const y = values.normal[b]!;
    const longer = Math.max(x.length, y.length);
    const least = fewestEdits(values.features[a]!, values.features[b]!);
    if (longer >= 4 && least <= 1 && editDistance(x, y, 1) === 1) return 2;
    const alike = mostAlike(x, y, values.features[a]!, values.features[b]!) < 0.78 ? 0 : jaroWinkler(x, y);
    if (alike >= 0.92 && longer >= 5) return 2;
    return longer >= 5 && (alike >= 0.78 || (least <= 2 && editDistance(x, y, 2) <= 2)) ? 3 : 4;
  };
  return oneColumn(
    column,
    values,
    {
      name,
      levels: wordLevels,
      shared,
      keys: [
        keyOf(name.toLowerCase(), values, (normal) => normal, shared ? place : name),
        keyOf(`${name.toLowerCase()} by sound`, values, soundOf, shared ? place : name),
      ],
    },
    compute,
  );
}

export const normalWords = (raw: string) =>
  saysNothing(raw)
    ? ''
    : raw
        .toLowerCase()
        .normalize('NFKD')
        .replace(/[\u0300-\u036f']/g, '')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();

const phoneLevels: readonly Level[] = [
  notGiven,
  given('the same', 0.65, 1),
  given('one figure different', 0.07, 0.3),
  given('the same ending', 0.02),
  given('different', 0.26),
];

/** A phone number. */
export function phoneComparison(column: Column): Comparison {
  const values = valuesOf(column, normalPhone, (normal) => normal);
  const compute = (a: number, b: number): number => {
    const [x, y] = [values.normal[a]!, values.normal[b]!];
    if (editDistance(x, y, 1) === 1) return 2;
    return x.slice(-6) === y.slice(-6) ? 3 : 4;
  };
  return oneColumn(
    column,
    values,
    {
      name: 'Phone',
      levels: phoneLevels,
      shared: true,
      keys: [
        keyOf('phone', values, (normal) => normal),
        keyOf('end of phone', values, (normal) => normal.slice(-7)),
        keyOf('start of phone', values, (normal) => `s${normal.slice(0, 8)}`),
      ],
    },
    compute,
  );
}

const emailLevels: readonly Level[] = [
  notGiven,
  given('the same', 0.65, 1),
  given('the same but for a slip', 0.08, 0.5),
  given('the same before the @', 0.04, 0.3),
  given('alike', 0.04),
  given('different', 0.19),
];

/** An e-mail address. */
export function emailComparison(column: Column): Comparison {
  const values = valuesOf(column, normalEmail, (normal) => {
    const [local = '', domain = ''] = normal.split('@');
    return { local, domain, mask: letterMask(local), whole: letterMask(normal) };
  });
  const compute = (a: number, b: number): number => {
    const x = values.features[a]!;
    const y = values.features[b]!;
    if (fewestEdits(x.whole, y.whole) <= 2 && editDistance(values.normal[a]!, values.normal[b]!, 2) <= 2)
      return 2;
    if (x.local === y.local && x.local.length >= 4) return 3;
    const alike = mostAlike(x.local, y.local, x.mask, y.mask) < 0.8 ? 0 : jaroWinkler(x.local, y.local);
    return alike >= 0.88 || (x.domain === y.domain && alike >= 0.8) ? 4 : 5;
  };
  return oneColumn(
    column,
    values,
    {
      name: 'E-mail',
      levels: emailLevels,
      shared: true,
      keys: [
        keyOf('e-mail', values, (normal) => normal),
        keyOf('e-mail before the @', values, (normal) => `l${normal.split('@')[0]}`),
        keyOf('e-mail after the @', values, (normal) =>
          normal.includes('@') ? `h${normal.split('@')[1]}` : '',
        ),
      ],
    },
    compute,
  );
}

const categoryLevels: readonly Level[] = [notGiven, given('the same', 0.95, 1), given('different', 0.05)];

/** One of a few: sex, state, kind. */
export function categoryComparison(column: Column, name: string, shared: boolean): Comparison {
  const isSex = name === 'Sex';
  const values = valuesOf(
    column,
    (raw) => (isSex ? sexOf(raw) : normalWords(raw)),
    () => undefined,
  );
  return oneColumn(
    column,
    values,
    { name, levels: categoryLevels, shared, keys: [keyOf(name.toLowerCase(), values, (normal) => normal)] },
    () => 2,
  );
}

function sexOf(raw: string): string {
  const letter = raw.trim().toLowerCase()[0] ?? '';
  return letter === 'w' ? 'f' : letter === 'f' || letter === 'm' ? letter : '';
}

const identifierLevels: readonly Level[] = [
  notGiven,
  given('the same', 0.85, 1),
  given('one letter or figure different', 0.08),
  given('alike', 0.02),
  given('different', 0.05),
];

/** A number or code meant to be one's own: national insurance, company number, registration mark. */
export function identifierComparison(
  column: Column,
  name: string,
  options: { plate?: boolean; shared?: boolean } = {},
): Comparison {
  const values = valuesOf(column, (raw) => (saysNothing(raw) ? '' : normalPlate(raw)), plateSkeleton);
  const compute = (a: number, b: number): number => {
    if (options.plate && values.features[a] === values.features[b]) return 2;
    const edits = editDistance(values.normal[a]!, values.normal[b]!, 2);
    return edits === 1 ? 2 : edits === 2 && values.normal[a]!.length >= 6 ? 3 : 4;
  };
  const half = (normal: string) => (normal.length >= 6 ? normal.slice(0, Math.ceil(normal.length / 2)) : '');
  const ending = (normal: string) =>
    normal.length >= 6 ? `e${normal.slice(-Math.ceil(normal.length / 2))}` : '';
  return oneColumn(
    column,
    values,
    {
      name,
      levels: identifierLevels,
      shared: options.shared ?? false,
      keys: [
        keyOf(name.toLowerCase(), values, (normal) => (options.plate ? plateSkeleton(normal) : normal)),
        keyOf(`start of ${name.toLowerCase()}`, values, half),
        keyOf(`end of ${name.toLowerCase()}`, values, ending),
      ],
    },
    compute,
  );
}
