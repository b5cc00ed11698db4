import { forenameIn, sampleOf, share } from '../column-sample.ts';
import { isForename } from '../lexicon/forename.words.ts';
import { isUkPostcode, normalPostcode } from '../normalise/contact.ts';
import { readDate } from '../normalise/date.ts';
import { type Column, Dictionary, missing } from '../table.ts';

/** What a text says of a person. */
export const partsOfText = ['name', 'date of birth', 'telephone', 'e-mail', 'postcode', 'address'] as const;
export type PersonInText = Record<(typeof partsOfText)[number], string>;

const emailIn = /[^\s,;<>]+@[^\s,;<>]+\.[a-z]{2,}/i;
const phoneIn = /(?:\+44|\b0)[\d\s()-]{8,}\d/;
const postcodeIn = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/i;
const datesIn = [
  /\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b/,
  /\b\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})\b/,
  /\b\d{1,2}(?:st|nd|rd|th)?[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -,]*(?:\d{4}|\d{2})\b/i,
] as const;
/** Words that only say what comes next. */
const labels =
  /\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?|tel(?:ephone)?|phone|mob(?:ile)?|e-?mail|postcode|address|lives at|of)\b[:.]?/gi;

/** Takes a text about a person apart: what has a form of its own first, then the words before the house number and those from it on. */
export function splitText(text: string): PersonInText {
  let rest = text;
  const take = (pattern: RegExp, fits: (found: string) => boolean = () => true): string => {
    const found = pattern.exec(rest)?.[0];
    if (found === undefined || !fits(found)) return '';
    rest = rest.replace(found, ' , ');
    return found;
  };
  const email = take(emailIn);
  const born = datesIn.reduce(
    (found, pattern) => found || take(pattern, (date) => readDate(date) !== undefined),
    '',
  );
  const telephone = take(phoneIn);
  const postcode = take(postcodeIn, (code) => isUkPostcode(normalPostcode(code)));
  const plain = rest
    .replace(labels, ' ')
    .replace(/(?:\s*[,;:()]\s*)+/g, ', ')
    .trim();
  const house = plain.search(/(?:\b(?:flat|apartment|unit)\s+)?\d/i);
  const name = (house < 0 ? plain : plain.slice(0, house)).replace(/^[,\s]+|[,\s]+$/g, '');
  const address = house < 0 ? '' : plain.slice(house).replace(/[,\s]+$/g, '');
  return { name, 'date of birth': born, telephone, 'e-mail': email, postcode, address };
}

/** Most of the texts must begin with a known forename and say something else that has a form of its own. */
const [mostNamed, mostSayMore] = [0.35, 0.5];

/** A column of texts about people as several, where most of them are such; undefined where they are not. */
export function splitTexts(column: Column): Column[] | undefined {
  const sample = sampleOf(column);
  if (share(sample, (value) => isForename(forenameIn(splitText(value).name))) < mostNamed) return undefined;
  const saysMore = (value: string): boolean => {
    const { name, address, ...more } = splitText(value);
    const words = name.split(/[\s,]+/).length;
    return words >= 2 && words <= 5 && Object.values({ address, ...more }).some((part) => part !== '');
  };
  if (share(sample, saysMore) < mostSayMore) return undefined;
  const split = Array.from(column.values, splitText);
  return partsOfText.flatMap((name) => {
    const dictionary = new Dictionary();
    const codeOf = split.map((one) => dictionary.codeOf(one[name]));
    const codes = column.codes.map((code) => (code < 0 ? missing : codeOf[code]!));
    return dictionary.values.length > 0 ? [{ name, codes, values: dictionary.values }] : [];
  });
}
