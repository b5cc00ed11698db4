import { tidyMark } from '../records/index.ts';

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** A postcode without spaces, in capitals; empty when there is none. */
export const tidyPostcode = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

/**
 * The one form of an address in which a household or premises is met: the postcode with every number before it («Flat 2, 14
 * Mill Lane» and «2/14 Mill Ln»), or with the name of the house where there is no number. Empty without a postcode: a street
 * alone would meet whole streets.
 */
export function addressKey(address: string, postcode: string): string {
  const code =
    tidyPostcode(postcode) || tidyPostcode(/[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\s*$/i.exec(address)?.[0] ?? '');
  if (!code) return '';
  const words = plain(address)
    .split(' ')
    .filter((word) => word && !code.endsWith(word.toUpperCase()) && !code.startsWith(word.toUpperCase()));
  const numbers = words.filter((word) => /^\d+[a-z]?$/.test(word));
  const house = numbers.length > 0 ? numbers.join(' ') : words.slice(0, 2).join(' ');
  return house ? `${code} ${house}` : '';
}

/** Letters and figures that are read for one another on a plate. */
const alike: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
};

/** A registration mark without spaces, in capitals; as it was typed where it is no usual mark. */
export const markKey = (text: string): string =>
  tidyMark(text) ?? text.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** A mark with look-alikes put together: two marks that a person could take for one another have the same. */
export const lookAlikeKey = (text: string): string =>
  markKey(text).replace(/[A-Z]/g, (letter) => alike[letter] ?? letter);
