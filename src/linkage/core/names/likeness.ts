import { forenameGroups } from '../lexicon/forename.words.ts';
import { wordsOf } from '../normalise/fold.ts';
import { nameWords } from '../normalise/name.ts';
import { soundOf } from '../normalise/phonetic.ts';
import { editDistance } from '../similarity/edit.ts';
import { jaroWinkler } from '../similarity/jaro-winkler.ts';
import { legalForms } from './legal-forms.words.ts';

/** How alike two names are on their own, where nothing else is known: for screening. */
export type NameOf = 'person' | 'firm';

interface Word {
  text: string;
  weight: number;
  /** The line of `legalForms` it is, or -1. */
  form: number;
}

const longestForm = 5;
const forms = new Map(
  legalForms.flatMap((spellings, line) => spellings.map((spelling) => [spelling, line] as const)),
);

/** Words that stand in many names and tell little: one that is only on one side is hardly missed. */
const littleTelling = new Set('the of and for und et de del der den von van bin ben ibn al el'.split(' '));

/** Stops inside a word join it: «A.B.C.» is one word and «J.P.» too. */
const withoutStops = (raw: string) => raw.replace(/(?<=\p{L})\.(?=\p{L})/gu, '').replace(/\./g, ' ');

function wordsFor(raw: string, what: NameOf): Word[] {
  if (what === 'person')
    return nameWords(raw.replace(/[-–]/g, ' ')).map((word) => {
      const text = withoutFigures(word);
      return { text, weight: weightOf(text), form: -1 };
    });
  const words = numbersOf(wordsOf(withoutStops(raw)));
  const out: Word[] = [];
  for (let at = 0; at < words.length; ) {
    let taken = 0;
    for (let length = Math.min(longestForm, words.length - at); length > 0 && taken === 0; length -= 1) {
      const form = formOf(words.slice(at, at + length).join(' '));
      if (form === undefined) continue;
      out.push({ text: legalForms[form]![0]!, weight: 0.15, form });
      taken = length;
    }
    if (taken === 0) out.push({ text: words[at]!, weight: weightOf(words[at]!), form: -1 });
    at += taken || 1;
  }
  return out.some(({ form }) => form < 0) ? out : out.map((word) => ({ ...word, weight: 1 }));
}

const weightOf = (text: string): number => (littleTelling.has(text) ? 0.3 : text.length === 1 ? 0.5 : 1);

/** The line of a legal form; a long one may hold a slip. */
function formOf(words: string): number | undefined {
  const known = forms.get(words);
  if (known !== undefined || words.length < 10) return known;
  for (const [spelling, line] of forms)
    if (Math.abs(spelling.length - words.length) <= 2 && editDistance(spelling, words, 2) <= 2) return line;
  return undefined;
}

/** Figures put for letters that look like them, inside a word of letters. */
const lookalikes: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  9: 'g',
};
const withoutFigures = (word: string) =>
  /\d/.test(word) && /\p{L}/u.test(word)
    ? word.replace(/\d/g, (figure) => lookalikes[figure] ?? figure)
    : word;

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const roman = 'i ii iii iv v vi vii viii ix x'.split(' ');
const numberIn = (list: readonly string[], word: string): number => list.indexOf(word);

/** Numbers in words, in Roman figures and as ordinals become figures: «Forty-Four» and «44», «1st» and «First», «III» and «3». */
function numbersOf(words: readonly string[]): string[] {
  const out: string[] = [];
  let ten = 0;
  for (const word of words) {
    const spelt = word === 'fourty' ? 'forty' : word;
    if (numberIn(tens, spelt) >= 0) {
      if (ten > 0) out.push(String(ten));
      ten = (numberIn(tens, spelt) + 2) * 10;
      continue;
    }
    const found = [
      numberIn(ones, word),
      numberIn(ordinals, word),
      Number(/^(\d+)(st|nd|rd|th)?$/.exec(word)?.[1] ?? -1),
    ].find((number) => number >= 0);
    const number = found ?? (word.length > 1 && numberIn(roman, word) >= 0 ? numberIn(roman, word) + 1 : -1);
    if (number < 0) {
      if (ten > 0) out.push(String(ten));
      out.push(word);
    } else out.push(String(ten > 0 && number < 10 ? ten + number : number));
    ten = 0;
  }
  if (ten > 0) out.push(String(ten));
  return out;
}

/** How alike two words of names are, 0 to 1. Below half they are two words. */
function alikeWords(a: string, b: string): number {
  if (a === b) return 1;
  if (/\d/.test(a) || /\d/.test(b)) return 0;
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 0.75 : 0;
  const groups = forenameGroups(a);
  if (groups.length > 0 && forenameGroups(b).some((group) => groups.includes(group))) return 0.9;
  const longer = Math.max(a.length, b.length);
  const edits = editDistance(a, b, 3);
  const share = 1 - edits / longer;
  const winkler = jaroWinkler(a, b);
  const sound = soundOf(a) === soundOf(b) && winkler >= 0.75 ? 0.85 : 0;
  // A sign of a script of syllables says as much as a syllable: one that differs is another word.
  if (/[^\p{Script=Latin}]/u.test(a) && longer <= 4) return 0;
  if (edits === 1) return Math.max(sound, longer >= 5 ? 0.9 : longer >= 3 ? 0.75 : 0.5);
  if (edits === 2 && longer >= 6) return Math.max(sound, share);
  if (edits === 3 && longer >= 9) return Math.max(sound, share * 0.95);
  return sound || (winkler >= 0.9 && share >= 0.7 ? 0.75 : 0);
}

/**
 * How alike two names are, from 0 to 1: each word meets the word of the other name that it is most like, in any order; what
 * is left on both sides contradicts, what is left on one side only is a name that was not given. Legal forms of firms count
 * little. Titles, scripts (Latin, Cyrillic, Greek) and nicknames are seen through.
 */
export function nameLikeness(one: string, other: string, what: NameOf = 'person'): number {
  const [left, right] = [wordsFor(one, what), wordsFor(other, what)];
  if (left.length === 0 || right.length === 0) return 0;
  const run = Math.max(asOneWord(left, right), asInitials(left, right), asInitials(right, left));
  const meetings = left
    .flatMap((a, x) =>
      right.map((b, y) => ({
        x,
        y,
        alike:
          a.form >= 0 || b.form >= 0 ? Number(a.form === b.form && a.form >= 0) : alikeWords(a.text, b.text),
      })),
    )
    .filter(({ alike }) => alike >= 0.5)
    .sort((p, q) => q.alike - p.alike || Math.abs(p.x - p.y) - Math.abs(q.x - q.y));
  const [usedLeft, usedRight] = [new Set<number>(), new Set<number>()];
  let met = 0;
  let inDoubt = 0;
  for (const { x, y, alike } of meetings) {
    if (usedLeft.has(x) || usedRight.has(y)) continue;
    usedLeft.add(x);
    usedRight.add(y);
    const weight = (left[x]!.weight + right[y]!.weight) / 2;
    met += weight * alike;
    inDoubt += weight * (1 - alike);
  }
  const rest = (words: readonly Word[], used: ReadonlySet<number>) =>
    words.reduce((sum, { weight }, at) => sum + (used.has(at) ? 0 : weight), 0);
  const [restLeft, restRight] = [rest(left, usedLeft), rest(right, usedRight)];
  const contradicts = Math.min(restLeft, restRight);
  const notGiven = Math.max(restLeft, restRight) - contradicts;
  const score = met / (met + inDoubt + 2 * contradicts + 0.35 * notGiven);
  return Math.max(run, score);
}

/** Names that are one run of letters but for a slip: blanks left out or put in, words cut otherwise. */
function asOneWord(left: readonly Word[], right: readonly Word[]): number {
  const join = (words: readonly Word[]) =>
    words
      .filter(({ form }) => form < 0)
      .map(({ text }) => text)
      .join('');
  const [a, b] = [join(left), join(right)];
  const longer = Math.max(a.length, b.length);
  if (longer < 5 || left.length === right.length) return 0;
  const edits = editDistance(a, b, 2);
  return edits === 0 ? 0.98 : edits <= 2 && longer >= 10 ? 1 - edits / longer : 0;
}

/** One word that is the initials of the other name's words, with what else both say: «PLA», «JC Juncker». */
function asInitials(short: readonly Word[], long: readonly Word[]): number {
  const at = short.findIndex(({ text, form }) => form < 0 && /^\p{L}{2,5}$/u.test(text));
  const initials = short[at]?.text;
  if (initials === undefined) return 0;
  const told = long.filter(({ form, weight }) => form < 0 && weight > 0.3);
  const others = short.filter((word, index) => index !== at && word.form < 0);
  for (let from = 0; from + initials.length <= told.length; from += 1) {
    const run = told.slice(from, from + initials.length);
    if (run.map(({ text }) => text[0]).join('') !== initials) continue;
    const rest = told.filter((word) => !run.includes(word));
    if (
      others.length === rest.length &&
      others.every(({ text }) => rest.some((word) => alikeWords(text, word.text) >= 0.75))
    )
      return initials.length > 2 || others.length > 0 ? 0.8 : 0.5;
  }
  return 0;
}
