/** One field of an input that cannot be taken, in words that say what to change. */
export interface FieldProblem {
  /** Dotted path of the field, e.g. `place.postcode`; empty for the whole. */
  field: string;
  words: string;
}

/**
 * What can go wrong in an expected way. Unexpected things are thrown.
 * `hidden` and `not-found` are told apart here and nowhere outside: both answer alike.
 */
export type Failure = FailureKind & {
  /** What was written before it stands: only the rest of the act is not done. */
  keeps?: true;
};
type FailureKind =
  | { kind: 'not-found' }
  | { kind: 'hidden' }
  | { kind: 'not-allowed'; words: string; whoCan: string }
  | { kind: 'stale'; words: string }
  | { kind: 'invalid'; problems: readonly FieldProblem[] }
  | { kind: 'refused-by-rule'; rule: string; words: string; mend: string };

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const failed = (failure: Failure): { ok: false; failure: Failure } => ({ ok: false, failure });
export const notFound = failed({ kind: 'not-found' });
export const hidden = failed({ kind: 'hidden' });
export const invalid = (...problems: FieldProblem[]) => failed({ kind: 'invalid', problems });
/** Somebody saved first, or the state moved on. */
export const stale = (words: string) => failed({ kind: 'stale', words });
/** A rule of the field stands in the way: which, why in words, and what would mend it. */
export const refusedByRule = (rule: string, words: string, mend: string) =>
  failed({ kind: 'refused-by-rule', rule, words, mend });

/**
 * The same failure, which does not undo what the act wrote before it: that somebody screened stays written down, whatever follows of it.
 * Only where nothing else has been written yet.
 */
export const keeping = ({ failure }: { failure: Failure }): { ok: false; failure: Failure } =>
  failed({ ...failure, keeps: true });

/** How each kind of failure answers. There is no default on purpose. */
export const failureAnswers = {
  'not-found': { status: 404, code: 'not-found', log: 'info' },
  hidden: { status: 404, code: 'not-found', log: 'info' },
  'not-allowed': { status: 403, code: 'not-allowed', log: 'warn' },
  stale: { status: 409, code: 'stale', log: 'info' },
  invalid: { status: 422, code: 'invalid', log: 'info' },
  'refused-by-rule': { status: 422, code: 'refused-by-rule', log: 'info' },
} as const satisfies Record<Failure['kind'], { status: number; code: string; log: 'info' | 'warn' }>;

/** Thrown inside a transaction to end it with an expected failure as the answer: undone, unless the failure keeps what was written. */
export class FailureThrown extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** The value, or an end to the transaction with the failure as the answer. */
export function demand(result: { ok: false; failure: Failure }): never;
export function demand<T>(result: Result<T>): T;
export function demand<T>(result: Result<T>): T {
  if (!result.ok) throw new FailureThrown(result.failure);
  return result.value;
}

/** A fault that stops the program at its start; its message is the one sentence a person reads. */
export class StartRefused extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartRefused';
    this.code = code;
  }
}
