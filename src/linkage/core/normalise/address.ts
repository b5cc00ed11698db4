import { wordsOf } from './fold.ts';

const abbreviations: Readonly<Record<string, string>> = {
  rd: 'road',
  st: 'street',
  str: 'street',
  ave: 'avenue',
  av: 'avenue',
  ln: 'lane',
  dr: 'drive',
  cl: 'close',
  ct: 'court',
  crt: 'court',
  gdns: 'gardens',
  gdn: 'gardens',
  gr: 'grove',
  gro: 'grove',
  pl: 'place',
  sq: 'square',
  cres: 'crescent',
  cr: 'crescent',
  ter: 'terrace',
  terr: 'terrace',
  blvd: 'boulevard',
  blv: 'boulevard',
  hwy: 'highway',
  pk: 'park',
  hse: 'house',
  ho: 'house',
  bldg: 'building',
  apt: 'flat',
  apartment: 'flat',
  unit: 'flat',
  fl: 'flat',
  wy: 'way',
  mt: 'mount',
  first: '1st',
  second: '2nd',
  third: '3rd',
  fourth: '4th',
  fifth: '5th',
  sixth: '6th',
  seventh: '7th',
  eighth: '8th',
  ninth: '9th',
  tenth: '10th',
  eleventh: '11th',
  twelfth: '12th',
  e: 'east',
  w: 'west',
  n: 'north',
  s: 'south',
};

/** An address in parts that can be held against another's. */
export interface AddressParts {
  /** All words in order, abbreviations written out. */
  text: string;
  /** Every number with its letter, in order of size: «flat 2, 14b» and «14B flat 2» give the same. */
  numbers: readonly string[];
  /** The words that are no number, no «flat», run together; «1st Avenue» is a street, not a number. */
  street: string;
}

/** A UK postcode at the end of a line: it is its own evidence where it has a column, and half the lists leave it out here. */
const postcodeAtEnd = /[\s,]+[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\s*$/i;

const ordinal = /^\d+(?:st|nd|rd|th)$/;

/** Reads an address line in any order of its parts, without the postcode. */
export function readAddress(raw: string): AddressParts {
  const words = wordsOf(raw.replace(postcodeAtEnd, ''))
    .flatMap((word) => {
      const glued = /^(\d+)([a-z]{2,})$/.exec(word);
      return glued && !/^(?:st|nd|rd|th)$/.test(glued[2] ?? '') ? [glued[1] ?? '', glued[2] ?? ''] : [word];
    })
    .map((word) => (Object.hasOwn(abbreviations, word) ? (abbreviations[word] ?? word) : word));
  const isNumber = (word: string) => /^\d/.test(word) && !ordinal.test(word);
  const numbers = words.filter(isNumber).sort();
  const street = words.filter((word) => !isNumber(word) && word !== 'flat' && word !== 'the').join('');
  return { text: words.join(' '), numbers, street };
}
