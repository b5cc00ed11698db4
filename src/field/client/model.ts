import type { z } from 'zod';
import type { CaptureKind } from '../capture.words.ts';
import type { captureAnswer, dayShape } from '../field.api.ts';
import type { Sealed } from './seal.ts';

/** A day as the service gave it. */
export type Day = z.output<typeof dayShape>;
export type Task = Day['tasks'][number];
export type Plan = Day['plans'][number];
export type Answer = z.output<typeof captureAnswer>;
export type Conflict = Extract<Answer, { outcome: 'conflict' }>['conflict'];

/** Whose telephone it is now, since when and until when it keeps their day, by its own clock. */
export interface Holder {
  officerId: string;
  name: string;
  agencyName: string;
  takenAt: string;
  until: string;
  key: CryptoKey;
}

/** How something that was written stands. */
export type ItemState = 'waiting' | 'held' | 'refused' | 'conflict' | 'sent';

/** What was written, as it lies on the telephone: all but its number and its state is sealed. */
export interface StoredItem {
  id: string;
  officerId: string;
  state: ItemState;
  sealed: Sealed;
}
/** A photograph or a signature as it lies on the telephone. */
export interface StoredPhoto {
  id: string;
  officerId: string;
  sealed: Sealed;
}

export interface Problem {
  field: string;
  words: string;
}
/** What was written, opened. */
export interface Content {
  kind: CaptureKind;
  /** A line to know it by. */
  title: string;
  capturedAt: string;
  /** As it is sent. */
  body: Record<string, unknown>;
  /** As it was typed, to be mended. */
  typed: Record<string, unknown>;
  /** The address of the form in the app. */
  form: string;
  photos: readonly { id: string; sha256: string; takenAt: string; words: string; mediaType: string }[];
  /** Why it was refused, and what mends it. */
  refusal?: { words: string; mend: string; problems: readonly Problem[] } | undefined;
  conflict?: Conflict | undefined;
  sent?: { words: string; href: string; at: string } | undefined;
  /** Photographs that have arrived at the service. */
  uploaded?: readonly string[] | undefined;
  /** How often it was tried and met a fault. */
  faults?: number | undefined;
}
export interface Item extends Content {
  id: string;
  state: ItemState;
}

/** What the screen shows. */
export interface Screen {
  phase: 'starting' | 'signed-out' | 'ready';
  holder: Omit<Holder, 'key'> | undefined;
  day: Day | undefined;
  items: readonly Item[];
  /** How many things of other people wait here, sealed. */
  ofOthers: number;
  isOnline: boolean;
  isSending: boolean;
  /** The service asks to sign in again; everything stays until then. */
  needsSignIn: boolean;
  lastSentAt: string | undefined;
  /** Something that went wrong and is to be known. */
  trouble: string | undefined;
}
