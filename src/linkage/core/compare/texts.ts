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
  { words: 'hardly a difference', m: 0.15, rarity: 0, sure: 0.9 },
  { words: 'nearly all words in common', m: 0.1, rarity: 0, sure: 0.7 },
  { words: 'by far most words in common', m: 0.07, rarity: 0, sure: 0.5 },
  { words: 'most words in common', m: 0.05, rarity: 0, sure: 0.3 },
  { words: 'more than half of the words in common', m: 0.04, rarity: 0, sure: 0.15 },
  { words: 'many words in common', m: 0.04, rarity: 0, sure: 0.08 },
  { words: 'some words in common', m: 0.03, rarity: 0, sure: 0.04 },
  { words: 'few words in common', m: 0.02, rarity: 0, sure: 0.01 },
  { words: 'different', m: 0.05, rarity: 0 },
];
/** How alike two texts are at least for each level from the second. */
export const textSteps = [0.93, 0.85, 0.75, 0.65, 0.55, 0.45, 0.35, 0.25];
export const listSteps = [0.85, 0.65, 0.45, 0.25];

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
  const steps = options.list ? listSteps : textSteps;
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
    const alike = likeness * leftByNumbers(x.numbers, y.numbers);
    let level = 2;
    for (const step of steps) {
      if (alike >= step) break;
      level += 1;
    }
    return level;
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
/** Where the longer text holds the shorter one whole, they are likelier the same by so much likeness; so much of it is the whole but for rounding. */
export const [wholeHeld, isWhole] = [0.1, 0.999];
/** What is left of a likeness where both texts have numbers and none in common: another edition, size or year. */
export const otherNumbers = 0.7;
/** The same where they have some in common, and each has one that the other lacks. */
export const someOtherNumbers = 0.85;
const isNumber = /^\d+$/;
/** Longer numbers are codes of some other kind. */
const mostDigits = 5;

/** The numbers of a normalised text: those of `v8` and `8.0`, which is `8 0` there, are the same. */
const numbersIn = (normal: string): string[] =>
  (normal.replace(/(\d) 0+\b/g, '$1').match(/\d+/g) ?? []).filter(({ length }) => length <= mostDigits);

/** What numbers leave of a likeness: all of it where one text has none that the other lacks. */
function leftByNumbers(x: readonly string[], y: readonly string[]): number {
  const missing = x.filter((number) => !y.includes(number)).length;
  if (missing === 0 || y.every((number) => x.includes(number))) return 1;
  return missing === x.length ? otherNumbers : someOtherNumbers;
}

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
    // Of a number a near one is no slip but another year, size or route.
    if (word.length < 4 || isNumber.test(word)) continue;
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
  if (within === 0) return cosine;
  const held = Math.min(1, sum / Math.min(x.length, y.length) ** 2);
  const whole = held > isWhole && large.codes.length > small.codes.length ? wholeHeld : 0;
  return (small.codes.length < 2 ? cosine : (1 - within) * cosine + within * held) + whole;
}
