import { hash } from '@node-rs/argon2';

/** Wrong passwords in a row after which an account is locked for a while. */
export const wrongBeforeLock = 5;
export const lockMinutes = 15;

/** OWASP's setting for argon2id: 19 MiB, two passes, one lane. */
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
export const hashPassword = (password: string): Promise<string> => hash(password, argon);
