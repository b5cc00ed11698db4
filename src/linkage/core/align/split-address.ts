import { sampleOf, share } from '../column-sample.ts';
import { isUkPostcode, normalPostcode } from '../normalise/contact.ts';
import { type Column, Dictionary, missing } from '../table.ts';

/** What stands in one text of an address. */
export interface AddressInText {
  /** What is left: the flat, the house and the street. */
  address: string;
  town: string;
  postcode: string;
}

const postcodeAtEnd = /^(.*?)[\s,]*\b([a-z]{1,2}[0-9oil][a-z0-9]?\s*[0-9oil][a-z]{2})\W*$/i;

/** Takes the postcode off the end of an address, and the town where a comma or a known town tells it; undefined without a postcode. */
export function splitAddress(text: string, isTown: (words: string) => boolean): AddressInText | undefined {
  const [, before = '', last = ''] = postcodeAtEnd.exec(text) ?? [];
  const postcode = normalPostcode(last);
  if (!isUkPostcode(postcode)) return undefined;
  const parts = before
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const town = parts.at(-1) ?? '';
  // A house number is part of the street, whatever stands between commas.
  if (parts.length > 1 && !/\d/.test(town))
    return { postcode: last, town, address: parts.slice(0, -1).join(', ') };
  const words = before.trim().split(/\s+/);
  for (const many of [3, 2, 1]) {
    const end = words.slice(-many).join(' ');
    if (words.length > many && isTown(end.toLowerCase()))
      return { postcode: last, town: end, address: words.slice(0, -many).join(' ') };
  }
  return { postcode: last, town: '', address: before.trim() };
}

/** Of so many addresses the postcode must stand at the end before the column is taken apart. */
const mostHaveOne = 0.5;

/** A column of whole addresses as three, where most of them end with a postcode; undefined where they do not. */
export function splitColumn(
  column: Column,
  isTown: (words: string) => boolean,
): Record<keyof AddressInText, Column> | undefined {
  const ends = (value: string) => splitAddress(value, isTown) !== undefined;
  if (share(sampleOf(column), ends) < mostHaveOne) return undefined;
  const split = Array.from(column.values, (value) => splitAddress(value, isTown) ?? { address: value });
  const part = (of: keyof AddressInText): Column => {
    const dictionary = new Dictionary();
    const codeOf = Int32Array.from(split, (one: Partial<AddressInText>) => dictionary.codeOf(one[of] ?? ''));
    const codes = column.codes.map((code) => (code < 0 ? missing : codeOf[code]!));
    return { name: of, codes, values: dictionary.values };
  };
  return { address: part('address'), town: part('town'), postcode: part('postcode') };
}
