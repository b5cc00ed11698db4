import { tidyMark, tidyPhone } from './mentions.ts';

/** Something in words that points to one person, place or vehicle, and where it stands. */
export interface Identifier {
  kind: 'phone' | 'email' | 'vehicle' | 'postcode' | 'address' | 'link';
  /** In the form of `exactKeys` where there is one: +44…, lower-case address, mark and postcode without spaces. */
  value: string;
  typed: string;
  at: number;
}

/**
 * Words as they are read and not as they are coded: no letters that show nothing, one kind of space, dash and apostrophe, wide
 * figures as figures. Breaks of lines stay.
 */
export const readWords = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}|\u034F|\u115F|\u1160|\u3164/gu, '')
    .replace(/[^\S\n]/gu, ' ')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[\u2018\u2019\u02BC\u00B4`]/gu, "'");

/** Letters without their accents, one for one: what is found here stands at the same place in the words. */
export const withoutAccents = (words: string): string =>
  words.replace(/[^\p{ASCII}]/gu, (letter) =>
    letter.length === 1 ? (letter.normalize('NFD')[0] ?? letter) : letter,
  );

const start = '(?<![\\p{L}\\p{N}])';
const end = '(?![\\p{L}\\p{N}])';
const name = '[\\p{L}\\p{N}_-]{1,63}';
const phone = new RegExp(`${start}\\+?[\\dOoIl](?:[ ().,/-]{0,3}[\\dOoIl]){9,15}${end}`, 'gu');
const day = /^\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d/;
const emails = [
  new RegExp(
    `${start}[\\p{L}\\p{N}_.+-]{1,64} ?(?:@|\\((?:at|@)\\)|\\[(?:at|@)\\]) ?${name}(?: ?(?:\\.|\\(dot\\)|\\[dot\\]) ?${name}| dot ${name}){1,4}`,
    'giu',
  ),
  // With the word alone only what ends as an address does: «at no.5» is none.
  new RegExp(
    `${start}[\\p{L}\\p{N}_.+-]{1,64} at ${name}(?:(?: dot |\\.)${name})*?(?: dot |\\.)(?:com|org|net|uk|eu|info|me|io|example)${end}`,
    'giu',
  ),
];
const marks = [
  new RegExp(`${start}(?:[A-Z]{2} ?\\d{2}[ -]{0,2}[A-Z]{3}|[a-z]{2}\\d{2} ?[a-z]{3})${end}`, 'gu'),
  new RegExp(`${start}(?:[A-Z]\\d{1,3}[ -]{0,2}[A-Z]{3}|[A-Z]{3}[ -]{0,2}\\d{1,3}[A-Z])${end}`, 'gu'),
];
const postcode = new RegExp(
  `${start}(?:[A-Z]{1,2}\\d[A-Z\\d]?[ -]{0,3}\\d[A-Z]{2}|[A-Z]{1,2}[\\dO][A-Z\\d]?[ -]{0,3}[\\dO][A-Z]{2})${end}`,
  'gu',
);
const anyPostcode = new RegExp(`${start}[a-z]{1,2}\\d[a-z\\d]?[ -]{0,3}\\d[a-z]{2}${end}`, 'giu');
const ways =
  'street|st|road|rd|lane|ln|avenue|ave|drive|close|court|crescent|terrace|place|way|gardens|grove|row|hill|square|walk|mews|parade|park|green|rise|view';
const address = new RegExp(
  `${start}(?:flat \\d{1,4}[a-z]?,? )?\\d{1,4}[a-z]?,? (?:(?!${ways})[\\p{L}'.-]{2,30} ){1,4}(?:${ways})${end}`,
  'giu',
);
const link = new RegExp(
  `${start}(?:https?://|www\\.)\\S{1,300}|${start}(?:facebook|instagram|tiktok|snapchat|twitter|x|t|wa)\\.(?:com|me)/\\S{1,200}|(?<![\\p{L}\\p{N}.])@[\\p{L}\\p{N}_.]{3,40}`,
  'giu',
);

const matches = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((found) => ({ typed: found[0], at: found.index }));

function asPhone(typed: string): string | undefined {
  if (day.test(typed) || (typed.match(/\d/g) ?? []).length < 6) return undefined;
  const digits = typed.replace(/[Oo]/g, '0').replace(/[Il]/g, '1').replace(/\(0\)/g, '');
  const uk = tidyPhone(digits);
  if (uk) return uk;
  const plain = digits.replace(/[^\d]/g, '');
  return /^(?:\+|00)/.test(digits) ? `+${plain.replace(/^00/, '')}` : undefined;
}
const asEmail = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/ ?[([](?:at|@)[)\]] ?| at | ?@ ?/, '@')
    .replace(/ ?[([]dot[)\]] ?| dot | ?\. ?/g, '.');

/**
 * What in words points to somebody and has a form: telephone numbers, e-mail addresses, registration marks, postcodes, house numbers
 * with their street, links and names in social networks; also as somebody writes them who does not want them found, with letters for
 * figures or an address spelled out. `words` come from `readWords`. It finds too much rather than too little: it is for
 * what must not be given away, and not for matching records.
 */
export function identifiersIn(words: string): Identifier[] {
  const text = withoutAccents(words);
  const found: Identifier[] = [];
  const add = (kind: Identifier['kind'], pattern: RegExp, as: (typed: string) => string | undefined) => {
    for (const { typed, at } of matches(text, pattern)) {
      const value = as(typed);
      if (value !== undefined) found.push({ kind, value, at, typed: words.slice(at, at + typed.length) });
    }
  };
  add('phone', phone, asPhone);
  for (const pattern of emails) add('email', pattern, asEmail);
  for (const pattern of marks) add('vehicle', pattern, (typed) => tidyMark(typed));
  for (const pattern of [postcode, anyPostcode])
    add('postcode', pattern, (typed) => typed.toUpperCase().replace(/[ -]/g, ''));
  add('address', address, (typed) => typed.toLowerCase());
  add('link', link, (typed) => typed.toLowerCase());
  return found.sort((one, other) => one.at - other.at);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const partsOf = (given: string): string[] =>
  withoutAccents(readWords(given))
    .split(/[\s.,-]+/)
    .filter(Boolean);

/** Where some of these words stand whole, however their letters are accented or large: where each begins, and its length. */
export function placesOf(words: string, parts: readonly string[]): { at: number; length: number }[] {
  const text = withoutAccents(words);
  return parts.flatMap((part) => {
    const pattern = partsOf(part).map(escaped).join('[\\s.,-]{1,3}');
    return pattern === ''
      ? []
      : matches(text, new RegExp(`${start}${pattern}${end}`, 'giu')).map(({ typed, at }) => ({
          at,
          length: typed.length,
        }));
  });
}

/**
 * Whether words name somebody: the whole name, its parts the other way round, or the last name after a title or an initial. The last
 * name alone is not enough: many are words («stone», «close»).
 */
export function namesSomebody(words: string, given: string): string | undefined {
  const parts = withoutAccents(readWords(given))
    .split(/[\s.,]+/)
    .filter((part) => part !== '' && !/^(?:mr|mrs|ms|miss|mx|dr|sir)$/i.test(part));
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  const forms =
    parts.length < 2
      ? [first]
      : [
          ...[parts.join(' '), `${first} ${last}`, `${last} ${first}`],
          ...[`${first[0]} ${last}`, `${last} ${first[0]}`],
        ];
  // Of a double name either half.
  const lasts = [last, ...last.split('-')];
  const titled = ['Mr', 'Mrs', 'Ms', 'Miss', 'Mx', 'Dr'].flatMap((title) =>
    lasts.map((one) => `${title} ${one}`),
  );
  const [place] = placesOf(words, [...forms, ...titled]);
  return place && words.slice(place.at, place.at + place.length);
}
