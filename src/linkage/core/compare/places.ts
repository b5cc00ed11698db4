import { readAddress } from '../normalise/address.ts';
import { isUkPostcode, normalPostcode, saysNothing } from '../normalise/contact.ts';
import { soundOf } from '../normalise/phonetic.ts';
import { normalWords } from '../normalise/words.ts';
import { editDistance } from '../similarity/edit.ts';
import { jaroWinkler } from '../similarity/jaro-winkler.ts';
import { fewestEdits, letterMask, likenessAtMost, mostAlike } from '../similarity/letters.ts';
import { type Column, Dictionary } from '../table.ts';
import { type Comparison, type Facts, hashText, type Level, PairMemo } from './comparison.ts';
import { given, notGiven, oneColumn } from './one-column.ts';
import { keyByCode, keyOf, valuesOf } from './values.ts';

/** Address, postcode and town fail together: somebody moves. */
const place = 'place';

const postcodeLevels: readonly Level[] = [
  notGiven,
  given('the same', 0.7, 1),
  given('the same but for a slip', 0.05),
  given('the same sector', 0.02),
  given('the same district', 0.03),
  given('the same area', 0.04),
  given('different', 0.16),
];

/** What is worked out of a postcode at one reading: whether it is a British one, and hashes of its parts. */
const [isUk, sector, district, area] = [0, 1, 2, 3];

/** A UK postcode; any other code of a place is held by its figures. */
export function postcodeComparison(column: Column, known?: Facts): Comparison {
  const normalise = (raw: string) => (saysNothing(raw) ? '' : normalPostcode(raw));
  const values = valuesOf(column, normalise, () => undefined, known?.frequency);
  const parts = values.table(4, (code, into, place) => {
    const text = values.text(code);
    into[place + isUk] = isUkPostcode(text) ? 1 : 0;
    into[place + sector] = hashText(text.slice(0, -2));
    into[place + district] = hashText(text.slice(0, -3));
    into[place + area] = hashText(/^[A-Z]+/.exec(text)?.[0] ?? '');
  });
  const share = (part: number, a: number, b: number) => parts.at(a, part) === parts.at(b, part);
  const compute = (a: number, b: number): number => {
    if (values.edits(a, b, 1) === 1) return 2;
    if (parts.at(a, isUk) === 0 || parts.at(b, isUk) === 0) return 6;
    return share(sector, a, b) ? 3 : share(district, a, b) ? 4 : share(area, a, b) ? 5 : 6;
  };
  const districtKey = (text: string, code: number) =>
    parts.at(code, isUk) === 1 ? `d${text.slice(0, -3)}` : text;
  const ofDistrict = keyOf('postcode district', values, districtKey, place);
  const plain = oneColumn(
    column,
    values,
    {
      name: 'Postcode',
      ladder: 'postcode',
      levels: postcodeLevels,
      shared: true,
      keys: [keyOf('postcode', values, (normal) => normal, place), ofDistrict],
    },
    compute,
  );
  return { ...plain, near: { to: sameSector, under: ofDistrict } };
}

/** The level of one sector. */
const sameSector = 3;

const addressLevels: readonly Level[] = [
  notGiven,
  given('the same', 0.6, 1),
  given('the same number, street alike', 0.12, 0.5),
  given('the same street, a number in common', 0.04, 0.5),
  given('the same street, another number', 0.02),
  given('alike', 0.03),
  given('different', 0.19),
];

/** What is worked out of an address at one reading: its street, its own mask, and hashes of its numbers and of both together. */
const [street, wholeMask, numbers, numberAndStreet] = [0, 1, 2, 3];

/** An address line: its numbers and its street are held apart, in any order. */
export function addressComparison(column: Column, known?: Facts): Comparison {
  // Streets repeat: each is kept once, and an address holds its number.
  const streets = new Dictionary();
  const normalise = (raw: string) => (saysNothing(raw) ? '' : readAddress(raw).text);
  const values = valuesOf(column, normalise, readAddress, known?.frequency);
  const parts = values.table(4, (code, into, place) => {
    const read = readAddress(values.text(code));
    into[place + street] = streets.codeOf(read.street);
    into[place + numbers] = hashText(read.numbers.join(' '));
    into[place + numberAndStreet] =
      read.numbers.length === 0 || read.street === ''
        ? 0
        : hashText(`${read.numbers.join('-')} ${read.street.slice(0, 5)}`);
    into[place + wholeMask] = letterMask(values.text(code));
  });
  /** The number of an address's street, whose text is at hand from then on: another thread may have worked it out. */
  const keepStreet = (code: number): number => {
    const at = parts.at(code, street);
    if (at >= 0) streets.values[at] ??= readAddress(values.text(code)).street;
    return at;
  };
  // Streets repeat, so how alike two are is remembered, as the highest of the bounds that they reach.
  const memo = new PairMemo(12, values.rows);
  const computeStreets = (x: number, y: number): number => {
    const [s, t] = [streets.values[x]!, streets.values[y]!];
    const alike = mostAlike(s, t, letterMask(s), letterMask(t)) >= 0.75 ? jaroWinkler(s, t) : 0;
    return alike >= 0.95 ? 3 : alike >= 0.9 ? 2 : alike >= 0.75 ? 1 : 0;
  };
  const alikeStreets = (a: number, b: number): number => {
    const [x, y] = [keepStreet(a), keepStreet(b)];
    return x === y ? 3 : x < 0 || y < 0 ? 0 : memo.level(x, y, computeStreets);
  };
  const numbersIn = (code: number) => readAddress(values.text(code)).numbers;
  const compute = (a: number, b: number): number => {
    const sameNumbers = parts.at(a, numbers) === parts.at(b, numbers);
    const alike = alikeStreets(a, b);
    if (sameNumbers && alike >= 2) return 2;
    if (alike >= 2) {
      const others = numbersIn(b);
      if (numbersIn(a).some((number) => others.includes(number))) return 3;
    }
    if (alike === 3) return 4;
    if (sameNumbers && alike === 1) return 5;
    const [ofA, ofB] = [values.lengthOf(a), values.lengthOf(b)];
    const beginAlike = values.letter(a, 0) === values.letter(b, 0);
    const most = likenessAtMost(ofA, ofB, parts.at(a, wholeMask), parts.at(b, wholeMask), beginAlike);
    return most >= 0.88 && values.likeness(a, b, ofA, ofB) >= 0.88 ? 5 : 6;
  };
  return oneColumn(
    column,
    values,
    {
      name: 'Address',
      ladder: 'address',
      levels: addressLevels,
      shared: true,
      memoBits: 18,
      keys: [
        keyOf('address', values, (normal) => normal, place),
        keyByCode('number and street', values.codes, parts, place, numberAndStreet),
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
export function wordComparison(column: Column, name: string, shared: boolean, known?: Facts): Comparison {
  const values = valuesOf(column, normalWords, letterMask, known?.frequency);
  const compute = (a: number, b: number): number => {
    const x = values.text(a);
    const y = values.text(b);
    const longer = Math.max(x.length, y.length);
    const least = fewestEdits(values.feature(a), values.feature(b));
    if (longer >= 4 && least <= 1 && editDistance(x, y, 1) === 1) return 2;
    const alike = mostAlike(x, y, values.feature(a), values.feature(b)) < 0.78 ? 0 : jaroWinkler(x, y);
    if (alike >= 0.92 && longer >= 5) return 2;
    return longer >= 5 && (alike >= 0.78 || (least <= 2 && editDistance(x, y, 2) <= 2)) ? 3 : 4;
  };
  return oneColumn(
    column,
    values,
    {
      name,
      ladder: 'word',
      levels: wordLevels,
      shared,
      leastNamed: 3,
      keys: [
        keyOf(name.toLowerCase(), values, (normal) => normal, shared ? place : name),
        keyOf(`${name.toLowerCase()} by sound`, values, soundOf, shared ? place : name),
      ],
    },
    compute,
  );
}
