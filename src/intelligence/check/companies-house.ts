import type { Outside, OutsideAnswer, OutsideRegister } from '../../platform/jobs/outside.ts';
import { companiesHouse } from './check.words.ts';
import { companyFrom } from './company.ts';

/** Where the public data API is, unless an operator names another. */
export const companiesHouseUrl = 'https://api.company-information.service.gov.uk';
/** A register that takes longer is tried again later. */
const patienceMs = 15_000;

type Got = { status: number; json: unknown } | { status: 0; why: string };

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
    return { status: reply.status, json: reply.status === 200 ? await reply.json() : undefined };
  } catch (error) {
    return {
      status: 0,
      why: error instanceof Error && error.name === 'TimeoutError' ? 'no answer in time' : 'not reached',
    };
  }
}

/** Whether it is worth trying again: the register is busy or away. Anything else somebody must look at. */
const faultOf = (got: Got): OutsideAnswer => {
  if (got.status === 0)
    return { kind: 'fault', words: 'why' in got ? got.why : 'not reached', isFinal: false };
  if (got.status === 401 || got.status === 403)
    return { kind: 'fault', words: 'the key was refused', isFinal: true };
  const isFinal = got.status !== 429 && got.status < 500;
  return { kind: 'fault', words: `answered ${got.status}`, isFinal };
};

/**
 * The public register of companies: profile and officers by number. Outside it tells the number alone.
 * Companies House public data API: `GET /company/{number}` and `GET /company/{number}/officers`.
 */
export const companiesHouseAt = (base: string, key: string): OutsideRegister => ({
  async ask(number) {
    const at = (path: string) =>
      new URL(`${base.replace(/\/$/, '')}/company/${encodeURIComponent(number)}${path}`);
    const profile = await get(at(''), key);
    if (profile.status === 404) return { kind: 'nothing' };
    if (profile.status !== 200 || !('json' in profile)) return faultOf(profile);
    const officers = await get(at('/officers?items_per_page=100'), key);
    // A company without officers has no such page.
    if (officers.status !== 200 && officers.status !== 404) return faultOf(officers);
    const company = companyFrom(profile.json, 'json' in officers ? officers.json : undefined);
    return company
      ? { kind: 'found', document: company }
      : { kind: 'fault', words: 'an answer that is not of the promised shape', isFinal: true };
  },
});

/** The register as the worker finds it. */
export const companiesHouseRegister = (key: string, base = companiesHouseUrl): Outside => ({
  [companiesHouse]: companiesHouseAt(base, key),
});
