/**
 * Why a report is returned, for correction or for deletion. That both exist, each with a reason, is how a police system in use works
 * (domain 2.1, CONNECT); the reasons themselves are **proposals of this product** (unverified): a unit holds them against its own policy.
 */
export interface ReturnReason {
  code: string;
  to: 'correction' | 'deletion';
  words: string;
}

export const returnReasons: readonly ReturnReason[] = [
  { code: 'names-source', to: 'correction', words: 'The text that may cross points to a source' },
  { code: 'wrong-grade', to: 'correction', words: 'A grade does not fit what is written' },
  { code: 'wrong-link', to: 'correction', words: 'It is linked to the wrong person or thing' },
  { code: 'two-subjects', to: 'correction', words: 'It holds more than one subject matter' },
  { code: 'not-clear', to: 'correction', words: 'It cannot be understood as it stands' },
  { code: 'other', to: 'correction', words: 'Something else, said in words' },
  { code: 'no-purpose', to: 'deletion', words: 'There is no policing or protecting purpose in keeping it' },
  { code: 'not-lawful', to: 'deletion', words: 'It was not come by lawfully' },
  { code: 'malicious', to: 'deletion', words: 'It is known to be false and meant to harm' },
  { code: 'test', to: 'deletion', words: 'It was put in by mistake or as a test' },
];

/** The reasons for one of the two. */
export const reasonsTo = (to: ReturnReason['to']): readonly ReturnReason[] =>
  returnReasons.filter((one) => one.to === to);
/** The words of a reason; empty where there is none of that code. */
export const reasonWords = (code: string): string =>
  returnReasons.find((one) => one.code === code)?.words ?? '';
