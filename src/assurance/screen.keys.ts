import { isUkPostcode, normalPlate, normalPostcode, plateSkeleton, readAddress } from '../linkage/index.ts';

/** What stands last in an address and may be its postcode, with the figures and letters that are typed for one another. */
const lastOfAddress = /(?:^|[\s,]+)([a-z01]{1,2}[\doil][a-z\d]?\s*[\doils][a-z\d]{2})\s*$/i;

/** An address line and the postcode at its end, where there is one. Every UK postcode has a figure; many villages have none. */
function withoutPostcode(address: string): { line: string; postcode: string } {
  const found = lastOfAddress.exec(address);
  const postcode = normalPostcode(found?.[1] ?? '');
  return found && /\d/.test(found[1] ?? '') && isUkPostcode(postcode)
    ? { line: address.slice(0, found.index), postcode }
    : { line: address, postcode: '' };
}

/** The letter of a house or a flat stands alone as often as not: «14 B» is «14b», and «Flat B, 14» is met by both. */
const loneLetter = /\b(\d+|flat|apartment|apt|unit)\s+([a-z])(?![\w'’])/gi;

/**
 * The one form of an address in which a household or premises is met: the postcode with every number before it in any order
 * («Flat 2, 14 Mill Lane» and «14 Mill Ln, Flat 2»), or with the name of the house where there is no number. It is made when
 * addresses are held against each other and never kept, so that a better reading holds for every marker at once. Empty
 * without a postcode: a street alone would meet whole streets.
 */
export function addressKey(address: string, postcode: string): string {
  const { line, postcode: atEnd } = withoutPostcode(address);
  const given = normalPostcode(postcode);
  const code = isUkPostcode(given) ? given : atEnd || given;
  if (!code) return '';
  const letters: string[] = [];
  const plain = line.replace(loneLetter, (_, before: string, letter: string) => {
    letters.push(letter.toLowerCase());
    return before;
  });
  const { numbers, text } = readAddress(plain);
  const parts = numbers.flatMap((number) => {
    const lettered = /^(\d+)([a-z])$/.exec(number);
    return lettered ? [lettered[1] ?? '', lettered[2] ?? ''] : [number];
  });
  // A letter without any number is no house: «Flat B, Rose Cottage» goes by the cottage.
  const name = text.split(' ').filter((word) => word !== 'the' && word !== 'flat' && word !== '');
  const house = parts.length > 0 ? [...parts, ...letters].sort() : name.slice(0, 2);
  return house.length > 0 ? `${code} ${house.join(' ')}` : '';
}

/** A registration mark without spaces, in capitals. */
export const markKey = normalPlate;

/** A mark with look-alikes put together: two marks that a person or a camera could take for one another have the same. */
export const lookAlikeKey = (text: string): string => plateSkeleton(normalPlate(text));
