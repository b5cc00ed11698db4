import { z } from 'zod';
import type { Outside, OutsideAnswer, OutsideRegister } from '../../platform/jobs/outside.ts';
import { companiesHouse } from './check.words.ts';
import { companyFrom } from './company.ts';

/** Where the public data API is, unless an operator names another. */
export const companiesHouseUrl = 'https://api.company-information.service.gov.uk';
/** A register that takes longer is tried again later. */
const patienceMs = 15_000;

/** A company with a hundred officers takes a tenth of it. */
const mostBytes = 1_000_000;
const tooLarge = 'an answer that is too large';

type Got = { status: number; json: unknown } | { status: 0; why: string; isFinal: boolean };

/** The body as JSON, read no further than is sensible; undefined where it is none. Throws where it is too large. */
async function jsonOf(reply: Response): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of reply.body ?? []) {
    bytes += part.byteLength;
    if (bytes > mostBytes) throw new Error(tooLarge);
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return undefined;
  }
}

async function get(url: URL, key: string): Promise<Got> {
  try {
    const reply = await fetch(url, {
      // The key is the name of a user without a password.
      headers: {
        authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`,
        accept: 'application/json',
      },
      signal: AbortSignal.timeout(patienceMs),
      // An answer from elsewhere would be an answer of somebody else, and would be sent the key.
      redirect: 'error',
    });
    return { status: reply.status, json: await jsonOf(reply) };
  } catch (error) {
    if (error instanceof Error && error.message === tooLarge)
      return { status: 0, why: tooLarge, isFinal: true };
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return { status: 0, why: isLate ? 'no answer in time' : 'not reached', isFinal: false };
  }
}

/** Whether it is worth trying again: the register is busy or away. Anything else somebody must look at. */
const faultOf = (got: Got): OutsideAnswer => {
  if ('why' in got) return { kind: 'fault', words: got.why, isFinal: got.isFinal };
  if (got.status === 401 || got.status === 403)
    return { kind: 'fault', words: 'the key was refused', isFinal: true };
  const isFinal = got.status !== 429 && got.status < 500;
  return { kind: 'fault', words: `answered ${got.status}`, isFinal };
};

const missingShape = z.object({
  errors: z.array(z.object({ error: z.literal('company-profile-not-found') })).min(1),
});
/** That there is no such company, in the register's own words: an address that is wrong answers 404 as well. */
const saysNone = (got: Got): boolean =>
  'json' in got && got.status === 404 && missingShape.safeParse(got.json).success;

/**
 * The public register of companies: profile and officers by number. Outside it tells the number alone.
 * Companies House public data API: `GET /company/{number}` and `GET /company/{number}/officers`.
 */
export const companiesHouseAt = (base: string, key: string): OutsideRegister => ({
  async ask(number) {
    const at = (path: string) =>
      new URL(`${base.replace(/\/$/, '')}/company/${encodeURIComponent(number)}${path}`);
    const profile = await get(at(''), key);
    if (saysNone(profile)) return { kind: 'nothing' };
    if (profile.status !== 200 || !('json' in profile)) return faultOf(profile);
    const officers = await get(at('/officers?items_per_page=100'), key);
    // A company without officers has no such page.
    if (officers.status !== 200 && officers.status !== 404) return faultOf(officers);
    const people = 'json' in officers && officers.status === 200 ? officers.json : undefined;
    const company = companyFrom(profile.json, people);
    if (!company)
      return { kind: 'fault', words: 'an answer that is not of the promised shape', isFinal: true };
    return company.number === number
      ? { kind: 'found', document: company }
      : { kind: 'fault', words: 'answered about another company', isFinal: true };
  },
});

/** The register as the worker finds it. */
export const companiesHouseRegister = (key: string, base = companiesHouseUrl): Outside => ({
  [companiesHouse]: companiesHouseAt(base, key),
});
