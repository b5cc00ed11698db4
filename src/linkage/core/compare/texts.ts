import { saysNothing } from '../normalise/contact.ts';
import { wordsOf } from '../normalise/fold.ts';
import { jaroWinkler } from '../similarity/jaro-winkler.ts';
import { letterMask, mostAlike } from '../similarity/letters.ts';
import { type Column, Dictionary, RowCodes } from '../table.ts';
import { ByCode } from './by-code.ts';
import type { Comparison, Facts, Key, Level } from './comparison.ts';
import { Frequencies, vocabularyOf } from './frequencies.ts';
import { oneColumn } from './one-column.ts';
import { keyOf, valuesOf } from './values.ts';

const textLevels: readonly Level[] = [
  { words: 'not given', m: 0, rarity: 0 },
  { words: 'the same', m: 0.45, rarity: 1 },
  { words: 'nearly all words in common', m: 0.25, rarity: 0 },
  { words: 'most words in common', m: 0.12, rarity: 0 },
  { words: 'many words in common', m: 0.08, rarity: 0 },
  { words: 'some words in common', m: 0.05, rarity: 0 },
  { words: 'different', m: 0.05, rarity: 0 },
];

const listLevels: readonly Level[] = [
  { words: 'not given', m: 0, rarity: 0 },
  { words: 'the same', m: 0.2, rarity: 1 },
  { words: 'nearly all in common', m: 0.1, rarity: 0 },
  { words: 'most in common', m: 0.1, rarity: 0 },
  { words: 'many in common', m: 0.1, rarity: 0 },
  { words: 'some in common', m: 0.2, rarity: 0 },
  { words: 'nothing in common', m: 0.3, rarity: 0, mostAgainst: 0.5 },
];

/** Words that say only what kind of firm it is. */
const firmWords = new Set(
  'ltd limited plc llp inc incorporated co company corp corporation gmbh ag sa nv bv srl spa the and uk t a trading as group holdings services'.split(
    ' ',
  ),
);

interface Words {
  /** Word codes, most telling first. */
  codes: readonly number[];
  length: number;
  numbers: readonly string[];
}

/** Free text of several words: words count by how rare they are (TF–IDF), and a slip in a word still counts. */
export function textComparison(
  column: Column,
  name: string,
  options: { firm?: boolean; shared?: boolean; list?: boolean },
  known?: Facts,
): Comparison {
  const normalise = (raw: string) => {
    if (saysNothing(raw)) return '';
    if (options.list) return itemsOf(raw).join(' ');
    const all = wordsOf(raw);
    const kept = options.firm ? all.filter((word) => !firmWords.has(word)) : all;
    return (kept.length > 0 ? kept : all).join(' ');
  };
  const vocabulary = new Dictionary();
  const words = vocabulary.values;
  const wordsIn = (normal: string) =>
    [...new Set(normal.split(' '))].filter((word) => word !== '').map((word) => vocabulary.codeOf(word));
  const values = valuesOf(column, normalise, wordsIn, known?.frequency);
  const inEach = Array.from({ length: values.length }, (_, code) => values.feature(code)).flat();
  const inHowMany = new Frequencies(
    new RowCodes(Int32Array.from(inEach)),
    inEach.length,
    vocabularyOf(words),
    known?.words,
  );
  const texts = known?.words ? known.words.given : values.length;
  const telling: number[] = [];
  const features: Words[] = [];
  /** Each text without its blanks, which clerks leave out or put in. */
  const joined: string[] = [];
  const masks = values.byCode((code) => letterMask(joined[code]!));
  const wordMasks = ByCode.of(words.length, (code) => letterMask(words[code]!));
  /** Works out the words of texts that came since, with how telling each is. */
  const settle = () => {
    inHowMany.take();
    for (let code = telling.length; code < words.length; code += 1)
      telling.push(
        Math.log(1 + texts / Math.max(1, inHowMany.counts[code]!)) *
          (/^\d{1,2}$/.test(words[code]!) ? 0.7 : 1),
      );
    for (let code = features.length; code < values.length; code += 1) {
      const codes = values.feature(code);
      joined.push(values.text(code).replace(/ /g, ''));
      features.push({
        codes: [...codes].sort((x, y) => telling[y]! - telling[x]! || (words[x]! < words[y]! ? -1 : 1)),
        length: Math.sqrt(codes.reduce((sum, word) => sum + telling[word]! ** 2, 0)),
        numbers: options.list ? [] : numbersIn(values.text(code)),
      });
    }
  };
  settle();
  const compute = (a: number, b: number): number => {
    // In the order of the texts, so that it is one answer whichever came first.
    const [first, second] = values.text(a) < values.text(b) ? [a, b] : [b, a];
    const [s, t] = [joined[first]!, joined[second]!];
    const asOne =
      !options.list &&
      s.length < mostAsOne &&
      t.length < mostAsOne &&
      mostAlike(s, t, masks.at(first), masks.at(second)) >= leastAsOne
        ? (jaroWinkler(s, t) - 0.7) / 0.3
        : 0;
    const [x, y] = [features[first]!, features[second]!];
    const within = options.firm || options.list ? 0 : ofHolding;
    const likeness = Math.max(softCosine(x, y, { telling, words, wordMasks, within }), asOne);
    const alike = sayOtherNumbers(x, y) ? likeness * otherNumbers : likeness;
    return alike >= 0.85 ? 2 : alike >= 0.65 ? 3 : alike >= 0.45 ? 4 : alike >= 0.25 ? 5 : 6;
  };
  const rareKey = (rank: number): Key =>
    keyOf(
      `${name.toLowerCase()}: telling word ${rank + 1}`,
      values,
      (_, code) => words[features[code]?.codes[rank] ?? -1] ?? '',
    );
  const pairKey = (x: number, y: number): Key =>
    keyOf(`${name.toLowerCase()}: telling words ${x + 1} and ${y + 1}`, values, (_, code) => {
      const [first, second] = [words[features[code]?.codes[x] ?? -1], words[features[code]?.codes[y] ?? -1]];
      return first && second ? [first, second].sort().join(' ') : '';
    });
  const plain = oneColumn(
    column,
    values,
    {
      name,
      ladder: options.list ? 'list' : options.firm ? 'firm' : 'text',
      levels: options.list ? listLevels : textLevels,
      parts: {
        words: (row) => features[values.codes.at(row)]?.codes.map((code) => words[code]!),
        telling: (row) => features[values.codes.at(row)]?.codes.map((code) => telling[code]!),
        length: (row) => features[values.codes.at(row)]?.length,
        numbers: (row) => features[values.codes.at(row)]?.numbers,
      },
      shared: options.shared ?? false,
      memoBits: 18,
      keys: [
        keyOf(name.toLowerCase(), values, (normal) => normal),
        rareKey(0),
        rareKey(1),
        rareKey(2),
        pairKey(0, 1),
        pairKey(0, 2),
        pairKey(1, 2),
        keyOf(`start of ${name.toLowerCase()}`, values, (normal) => normal.replace(/ /g, '').slice(0, 6)),
      ],
    },
    compute,
  );
  return {
    ...plain,
    take: (row) => {
      plain.take(row);
      settle();
    },
    facts: () => ({ ...plain.facts(), words: { ...inHowMany.document(3), given: texts } }),
  };
}

/** The things of a list, each as one word, in order and once. */
const itemsOf = (raw: string): string[] =>
  [
    ...new Set(
      raw
        .split(/\*\*|;|\|/)
        .map((item) => wordsOf(item).join('_'))
        .filter((item) => item !== ''),
    ),
  ].sort();

/** Letters up to which two texts are also held against each other as one word: long ones begin alike too easily. */
const mostAsOne = 24;
/** Below this likeness as one word a text is no nearer than «different». */
const leastAsOne = 0.775;

interface Vocabulary {
  telling: readonly number[];
  words: readonly string[];
  wordMasks: ByCode;
  /** The share of the likeness that goes by how much of the shorter text the longer one holds. */
  within: number;
}

/** A shop writes the maker before a title and the edition after it: what the shorter text says counts for itself, too. */
const ofHolding = 0.2;
/** What is left of a likeness where both texts have numbers and none in common: another edition, size or year. */
const otherNumbers = 0.7;
/** Longer numbers are codes of some other kind. */
const mostDigits = 5;

/** The numbers of a normalised text: those of `v8` and `8.0`, which is `8 0` there, are the same. */
const numbersIn = (normal: string): string[] =>
  (normal.replace(/(\d) 0+\b/g, '$1').match(/\d+/g) ?? []).filter(({ length }) => length <= mostDigits);

const sayOtherNumbers = (x: Words, y: Words): boolean =>
  x.numbers.length > 0 && y.numbers.length > 0 && !x.numbers.some((number) => y.numbers.includes(number));

/**
 * Cosine of two sets of weighted words where a word may also meet a near spelling of itself; with `within`, part of it is how
 * much of the shorter text is found in the longer.
 */
function softCosine(x: Words, y: Words, { telling, words, wordMasks, within }: Vocabulary): number {
  if (x.length === 0 || y.length === 0) return 0;
  let sum = 0;
  const small = x.codes.length <= y.codes.length ? x : y;
  const large = small === x ? y : x;
  const most = 40;
  for (const code of small.codes.slice(0, most)) {
    if (large.codes.includes(code)) {
      sum += telling[code]! ** 2;
      continue;
    }
    const word = words[code]!;
    if (word.length < 4) continue;
    let best = 0;
    for (const other of large.codes.slice(0, most)) {
      const candidate = words[other]!;
      if (candidate.length < 4 || candidate.charCodeAt(0) !== word.charCodeAt(0)) continue;
      if (mostAlike(word, candidate, wordMasks.at(code), wordMasks.at(other)) < 0.88) continue;
      const alike = jaroWinkler(word, candidate);
      if (alike >= 0.88 && alike * telling[other]! > best) best = alike * telling[other]!;
    }
    sum += best * telling[code]!;
  }
  const cosine = sum / (x.length * y.length);
  if (within === 0 || small.codes.length < 2) return cosine;
  const held = Math.min(1, sum / Math.min(x.length, y.length) ** 2);
  return (1 - within) * cosine + within * held;
}

const numberLevels: readonly Level[] = [
  { words: 'not given', m: 0, rarity: 0 },
  { words: 'the same', m: 0.6, rarity: 1 },
  { words: 'within one per cent', m: 0.1, rarity: 0 },
  { words: 'within three per cent', m: 0.08, rarity: 0 },
  { words: 'within ten per cent', m: 0.1, rarity: 0 },
  { words: 'within thirty per cent', m: 0.05, rarity: 0 },
  { words: 'further apart', m: 0.07, rarity: 0 },
];

/** A quantity: nearness counts. */
export function numberComparison(column: Column, name: string, known?: Facts): Comparison {
  const values = valuesOf(
    column,
    (raw) => {
      const number = Number(raw.replace(/[£$€,\s]/g, ''));
      return Number.isFinite(number) && raw.trim() !== '' ? String(number) : '';
    },
    Number,
    known?.frequency,
  );
  const compute = (a: number, b: number): number => {
    const [x, y] = [values.feature(a), values.feature(b)];
    const apart = Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y), 1e-9);
    return apart <= 0.01 ? 2 : apart <= 0.03 ? 3 : apart <= 0.1 ? 4 : apart <= 0.3 ? 5 : 6;
  };
  const band = (label: string, shift: number, width: number) =>
    keyOf(`${name.toLowerCase()}: ${label}`, values, (_, code) => {
      const value = values.feature(code);
      return value > 0 ? `${label}${Math.floor(Math.log(value) / width + shift)}` : '';
    });
  return oneColumn(
    column,
    values,
    {
      name,
      ladder: 'number',
      levels: numberLevels,
      shared: false,
      keys: [
        keyOf(name.toLowerCase(), values, (normal) => normal),
        band('near', 0, 0.04),
        band('near, shifted', 0.5, 0.04),
        band('about', 0, 0.15),
        band('about, shifted', 0.5, 0.15),
      ],
    },
    compute,
  );
}
