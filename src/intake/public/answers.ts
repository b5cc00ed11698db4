import { z } from 'zod';

/** Everything a report-it page can carry, by field name. Answers travel in the forms themselves: nothing is kept here. */
export const answerNames = [
  'description',
  'kindWords',
  'issueType',
  'lon',
  'lat',
  'postcode',
  'placeWords',
  'search',
  'found',
  'district',
  'ward',
  'street',
  'viewLon',
  'viewLat',
  'viewSpan',
  'landOwner',
  'more',
  'isAnonymous',
  'reporterType',
  'name',
  'phone',
  'email',
  'address',
  'sameAs',
  'isChecking',
  'channel',
  'otherType',
  // Made when the answers are first shown to be checked: the same form sent again is the same report.
  'sendToken',
] as const;
export type AnswerName = (typeof answerNames)[number];
/** Each answer as it was typed; empty where nothing was. */
export type Answers = Record<AnswerName, string>;

/** Which button was pressed, and where a map was pressed. */
export interface Pressed {
  go: string;
  /** From the left and the top of the picture as shown, 0 to 1; undefined unless a map was pressed. */
  map: { x: number; y: number } | undefined;
}

/** The two sizes in which a map can be shown, in CSS pixels: one for a telephone, one for a wide screen. */
export const mapSizes = { map: 320, wide: 640 } as const;

const textOf = (value: unknown): string => {
  const last = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last : typeof last === 'number' ? String(last) : '';
};

function pressOf(fields: Record<string, unknown>): Pressed['map'] {
  for (const [name, size] of Object.entries(mapSizes)) {
    const [x, y] = [
      Number(textOf(fields[`${name}.x`]) || Number.NaN),
      Number(textOf(fields[`${name}.y`]) || Number.NaN),
    ];
    // A press by the keyboard is sent as 0,0 and means no place at all.
    if (x >= 0 && y >= 0 && x <= size && y <= size && x + y > 0) return { x: x / size, y: y / size };
  }
  return undefined;
}

/** Takes any form at all: what is not an answer is left out, and nothing typed is refused here. */
export const answersSchema = z
  .looseObject({})
  .transform((fields): { answers: Answers; pressed: Pressed } => ({
    // Every name is filled, which is what Answers asks for.
    answers: Object.fromEntries(answerNames.map((name) => [name, textOf(fields[name])])) as Answers,
    pressed: { go: textOf(fields.go), map: pressOf(fields) },
  }));

/** The answers that a page does not itself ask for, to be carried on unseen. */
export const carried = (answers: Answers, asked: readonly AnswerName[]): [AnswerName, string][] =>
  answerNames
    .filter((name) => !asked.includes(name) && answers[name] !== '')
    .map((name) => [name, answers[name]]);

/** A number as typed, or nothing. */
export const numberOf = (text: string): number | undefined => {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value;
};

/** One line without control characters, which belong in no name or code, and one of which the database refuses. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
export const plainLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f]/g, ' ').trim();
