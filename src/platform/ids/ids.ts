import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';

/** Where new identifiers come from; tests give one that repeats itself. */
export interface Ids {
  /** A UUID. Not in order of making, so that an id tells nothing of how many others were made. */
  next(): string;
  /** A reference to read out over a telephone, e.g. `R-7K3M-2XQ`: no vowels, no 0/O/1/I, never in sequence. */
  reference(prefix: string): string;
  /** Four plain words for coming back to a report. */
  phrase(): string;
  /** Unguessable and URL-safe, for a form that must be sent once only. */
  token(): string;
}

const letters = '23456789BCDFGHJKLMNPQRSTVWXZ';

function referenceFrom(prefix: string, pick: (below: number) => number): string {
  const mark = Array.from({ length: 7 }, () => letters[pick(letters.length)]).join('');
  return `${prefix}-${mark.slice(0, 4)}-${mark.slice(4)}`;
}

/** Short, common, unlike one another by ear; 64 × 4 words and 3 digits give 2^24 × 1,000 phrases. */
const phraseWords =
  'apple arrow autumn basket beacon bridge button candle carpet castle cherry circle copper cotton dragon engine feather fiddle flower forest garden ginger guitar hammer harbour honey island jacket jigsaw kettle ladder lantern lemon magnet marble meadow mirror mountain needle olive orange orchard paper parrot pebble pencil pepper pocket quilt ribbon river rocket saddle silver spider summer table thunder ticket timber velvet violin walnut window'.split(
    ' ',
  );

function phraseFrom(pick: (below: number) => number): string {
  const word = () => phraseWords[pick(phraseWords.length)] ?? 'river';
  return `${word()}-${word()}-${word()}-${word()}-${String(100 + pick(900))}`;
}

export const randomIds: Ids = {
  next: () => randomUUID(),
  reference: (prefix) => referenceFrom(prefix, (below) => randomInt(below)),
  phrase: () => phraseFrom((below) => randomInt(below)),
  token: () => newToken(),
};

/** The words that follow from a text: the same for the same, and as hard to guess as the text is. */
export function phraseFromText(text: string): string {
  let taken = 0;
  return phraseFrom(
    (below) => createHash('sha256').update(`${text}:${taken++}`).digest().readUInt32BE(0) % below,
  );
}

/** The same ids in the same order for the same seed: for paired worlds and journeys. */
export function repeatableIds(seed: string): Ids {
  let made = 0;
  const bytes = () => createHash('sha256').update(`${seed}:${made++}`).digest();
  const pick = (below: number) => bytes().readUInt32BE(0) % below;
  return {
    next: () => uuidFrom(bytes()),
    reference: (prefix) => referenceFrom(prefix, pick),
    phrase: () => phraseFrom(pick),
    token: () => bytes().toString('base64url'),
  };
}

function uuidFrom(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A UUID that is always the same for the same name, so that seeding twice makes the same rows. */
export const idFromName = (name: string): string => uuidFrom(createHash('sha256').update(name).digest());

/** An unguessable token of 256 bits, URL-safe. */
export const newToken = (): string => randomBytes(32).toString('base64url');
