import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { hashRaw } from '@node-rs/argon2';

/**
 * One of OWASP's equal settings for argon2id: 7 MiB, five passes, one lane. The one that fits the processor's own memory:
 * as dear to whoever guesses as 19 MiB twice, and a fraction of the time and memory for us (docs/benchmarks.md).
 */
const settings = { memoryCost: 7168, timeCost: 5, parallelism: 1, outputLen: 32, algorithm: 2 } as const;

const tidy = (phrase: string): string => phrase.toLowerCase().replace(/[^a-z0-9]+/g, '-');
const salt = (reference: string): string => `bailiwick return ${reference.toUpperCase()}`;

/**
 * Slow on purpose, and on another thread: four words and a number must not be guessed from a stolen table. Salted by the
 * report's reference, so that the public's login, which reads no table, can have it compared.
 */
export const hashPhrase = (reference: string, phrase: string): Promise<Buffer> =>
  hashRaw(tidy(phrase), { ...settings, salt: Buffer.from(salt(reference)) });

const stretch = promisify(scrypt) as (phrase: string, salt: string, length: number) => Promise<Buffer>;

/** As phrases were hashed until 24 November 2026: whoever was given words before comes back by them still. */
export const hashPhraseAsBefore = (reference: string, phrase: string): Promise<Buffer> =>
  stretch(tidy(phrase), salt(reference), 32);
