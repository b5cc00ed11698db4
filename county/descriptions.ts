import type { Random } from './random.ts';

/** The words round a report's middle. People rarely write the middle alone, and never all in one way. */

const OPENINGS = [
  '',
  '',
  '',
  '',
  'Hello, ',
  'Reporting ',
  'There is a problem again: ',
  'I want to report this: ',
  'Just seen: ',
  'Third time I have reported this: ',
  'Please can you look at this: ',
  'On my way to work I saw this: ',
] as const;

const PLACES = [
  'on',
  'on',
  'on',
  'at the end of',
  'near the top of',
  'behind the garages on',
  'by the bus stop on',
  'outside the shops on',
  'near the play area off',
  'in the lay-by near',
  'beside the footpath off',
  'opposite the school on',
  'by the church on',
  'in the car park off',
  'next to the substation on',
] as const;

const CLOSINGS = [
  '',
  '',
  '',
  '',
  ' It has been like this for days.',
  ' Please send someone.',
  ' Children walk past here every morning.',
  ' This happens every week.',
  ' I have photographs if you need them.',
  ' Nobody came last time.',
  ' It is getting worse.',
  ' Thank you.',
  ' My neighbours have noticed it too.',
  ' I think it happened in the night.',
  ' Please do not give my name.',
] as const;

/** What reaches the Community Safety inbox: real worries that fit no entry of the A to Z. */
const UNPLACED = [
  'We have a feud over drains with the family behind and nobody will tell us who to ask',
  'Someone keeps moving the cones that I put out',
  'The fair leaves its generators in the wrong corner',
  'Who owns the strip of land by the old pump',
  'A man keeps feeding gulls and they have become a menace',
  'My letter box is being filled with sand',
  'There is a strange humming that only some of us hear',
  'The village clock strikes all through the night',
  'A hot tub next door and the water comes under the fence',
  'Metal detecting on the green without asking anyone',
  'The community hall key has been changed and no one will say why',
  'Two families will not agree about the shared lane',
] as const;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What is at somebody's home is on a street, and in no car park. */
const AT_HOME: readonly string[] = ['on', 'at a house on', 'at the far end of', 'on'];

/** A report's text, the place within it. */
export function describe(
  random: Random,
  texts: readonly string[],
  street: string,
  isAtHome: boolean,
): string {
  const opening = random.pick(OPENINGS);
  const middle = `${random.pick(texts)} ${random.pick(isAtHome ? AT_HOME : PLACES)} ${street}.`;
  return `${opening === '' ? capital(middle) : opening + middle}${random.pick(CLOSINGS)}`;
}

export const describeUnplaced = (random: Random, street: string): string =>
  `${random.pick(UNPLACED)}. ${street}.${random.pick(CLOSINGS)}`;

/** Sensitive concerns seldom name the street: the place is in the record, restricted with the rest. */
export const describeSensitive = (random: Random, texts: readonly string[]): string =>
  `${capital(random.pick(texts))}.${random.pick(CLOSINGS)}`;
