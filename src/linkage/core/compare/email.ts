import { normalEmail } from '../normalise/contact.ts';
import { fewestEdits, letterMask, likenessAtMost } from '../similarity/letters.ts';
import type { Column } from '../table.ts';
import { type Comparison, type Facts, hashText, type Level } from './comparison.ts';
import type { FrequencyDocument } from './frequencies.ts';
import { given, notGiven, oneColumn } from './one-column.ts';
import { keyOf, type Values, valuesOf } from './values.ts';

const emailLevels: readonly Level[] = [
  notGiven,
  given('the same', 0.65, 1),
  given('the same but for a slip', 0.08, 0.5),
  given('the same before the @', 0.04, 0.3),
  given('alike', 0.04),
  given('different', 0.19),
];

/**
 * An e-mail address. One that is made of the person's own name says little of two who bear that name: another address of the kind is
 * another's, though it is nearly the same, and the same one is as common among them as addresses made in that way are. `wordsAt`
 * gives the words of a row's names.
 */
export function emailComparison(
  column: Column,
  wordsAt: (row: number) => readonly string[],
  known?: Facts,
): Comparison {
  const values = valuesOf(column, normalEmail, () => undefined, known?.frequency);
  const localOf = (code: number) => values.text(code).split('@', 1)[0] ?? '';
  const domainOf = (code: number) => /@(.*)/s.exec(values.text(code))?.[1] ?? '';
  const letters = values.byCode((code) => hashText(values.text(code).replace(/\d/g, '')));
  const mask = values.byCode((code) => letterMask(localOf(code)));
  const whole = values.byCode((code) => letterMask(values.text(code)));
  const made = new MadeOfNames(values, wordsAt, known);
  const localLengths = values.byCode((code) => localOf(code).length);
  const compute = (a: number, b: number): number => {
    if (fewestEdits(whole.at(a), whole.at(b)) <= 2 && values.edits(a, b, 2) <= 2) return 2;
    const [x, y] = [localLengths.at(a), localLengths.at(b)];
    const beginAlike = values.letter(a, 0) === values.letter(b, 0);
    if (likenessAtMost(x, y, mask.at(a), mask.at(b), beginAlike) < 0.8) return 5;
    const alike = values.likeness(a, b, x, y);
    if (alike === 1 && x >= 4 && localOf(a) === localOf(b)) return 3;
    return alike >= 0.88 || (alike >= 0.8 && domainOf(a) === domainOf(b)) ? 4 : 5;
  };
  const plain = oneColumn(
    column,
    values,
    {
      name: 'E-mail',
      ladder: 'email',
      levels: emailLevels,
      parts: { named: (row) => made.isOfName(row) },
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
  const level = (a: number, b: number): number => {
    const found = plain.level(a, b);
    if (found < 2 || found > 4 || !made.isOfName(a) || !made.isOfName(b)) return found;
    // A slip among the letters is one; other figures, another host or a likeness are what a namesake's address has.
    return found === 2 && letters.at(values.codes.at(a)) !== letters.at(values.codes.at(b)) ? 2 : 5;
  };
  return {
    ...plain,
    level,
    logFrequency: (a, b) => Math.max(plain.logFrequency(a, b), made.logShare(a), made.logShare(b)),
    take: (row) => {
      plain.take(row);
      made.take(row);
    },
    facts: () => ({ ...plain.facts(), made: made.document() }),
    byCodes: undefined,
  };
}

/** So many rows are looked at to see how addresses are made of names; ways that fewer of them show are not counted. */
const [mostLookedAt, fewestMade] = [60_000, 10];

/** How addresses are made of their owners' names, and how common each way is among addresses so made. */
class MadeOfNames {
  readonly #values: Values<unknown>;
  readonly #wordsAt: (row: number) => readonly string[];
  readonly #counts: FrequencyDocument;
  /** By row: the log share of the way in which its address is made; 1 where nobody has asked, 2 where it is made of no name. */
  #shares: Float32Array;

  constructor(
    values: Values<unknown>,
    wordsAt: (row: number) => readonly string[],
    known: Facts | undefined,
  ) {
    this.#values = values;
    this.#wordsAt = wordsAt;
    this.#shares = new Float32Array(values.rows).fill(notAsked);
    this.#counts = known ? (known.made ?? noneMade) : this.#count();
  }

  isOfName(row: number): boolean {
    return this.#share(row) !== ofNoName;
  }

  /** The natural log of the share of the way in which the row's address is made; below any number where it is rare, or no name's. */
  logShare(row: number): number {
    const share = this.#share(row);
    return share === ofNoName ? Number.NEGATIVE_INFINITY : share;
  }

  /** The row was written over. */
  take(row: number): void {
    if (row >= this.#shares.length) {
      const shares = new Float32Array(Math.ceil((row + 16) * 1.5)).fill(notAsked);
      shares.set(this.#shares);
      this.#shares = shares;
    }
    this.#shares[row] = notAsked;
  }

  /** For the model. */
  document(): FrequencyDocument {
    return this.#counts;
  }

  #share(row: number): number {
    const known = this.#shares[row]!;
    if (known !== notAsked) return known;
    const way = this.#wayOf(row);
    const { common, given } = this.#counts;
    const share =
      way === ''
        ? ofNoName
        : Object.hasOwn(common, way)
          ? Math.log(common[way]! / given)
          : Number.NEGATIVE_INFINITY;
    this.#shares[row] = share;
    return this.#shares[row]!;
  }

  #count(): FrequencyDocument {
    const counts = new Map<string, number>();
    let given = 0;
    const step = Math.max(1, this.#values.rows / mostLookedAt);
    for (let next = 0; next < this.#values.rows; next += step) {
      const way = this.#wayOf(Math.floor(next));
      if (way === '') continue;
      given += 1;
      counts.set(way, (counts.get(way) ?? 0) + 1);
    }
    const common = [...counts].filter(([, count]) => count >= fewestMade).sort();
    return { ...noneMade, given, common: Object.fromEntries(common) };
  }

  /** The row's address with words of its own names, and letters that stand alone, as signs; '' where no name is in it. */
  #wayOf(row: number): string {
    const address = this.#values.given(row);
    if (address === undefined) return '';
    const at = address.indexOf('@');
    const local = at < 0 ? address : address.slice(0, at);
    let way = local;
    for (const word of this.#wordsAt(row)) if (word.length >= 4) way = way.replace(word, nameSign);
    if (way === local) return '';
    return way.replace(/(?<![a-z])[a-z](?![a-z])/g, letterSign) + address.slice(local.length);
  }
}

const [notAsked, ofNoName] = [1, 2];
const [nameSign, letterSign] = ['N', 'L'];
const noneMade: FrequencyDocument = { given: 0, chance: 0, rest: 0, common: {} };
