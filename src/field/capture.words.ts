/** What can be written on a telephone away from the network. */
export const captureKindWords = {
  notice: 'Notice',
  time: 'Time',
  patrol: 'Patrol',
  stop: 'Stop',
  'task-note': 'Note on a task',
  'task-result': 'Result of a task',
} as const;
export type CaptureKind = keyof typeof captureKindWords;

/** How somebody signed, or that they were asked. */
export const signatureHows = ['drawn', 'typed', 'declined'] as const;
export type SignatureHow = (typeof signatureHows)[number];

/** The most photographs that one notice takes, and that wait for one officer's notices. */
export const mostPhotos = 10;
export const mostWaitingPhotos = 300;
/** The largest photograph, in bytes: as any upload. */
export const largestPhoto = 10_000_000;
/** Days that a photograph waits for its notice. */
export const photoDays = 14;
/** Days for which the same thing delivered again is known. */
export const captureDays = 365;
/** Hours that a telephone keeps the day it took along: the longest that a session lasts. */
export const dayHours = 12;
