import { officerOf, type Work } from '../platform/http/work.ts';

/**
 * What an officer's telephones seal their unsent work with. It is the officer's, made once: whoever signs in on a telephone
 * opens with it what they themselves left there, and nothing that somebody else did.
 */
export async function deviceKey(work: Work): Promise<string> {
  const { officerId, agencyId } = officerOf(work);
  const secret = work.ids.token();
  await work.db
    .insertInto('field.deviceKey')
    .values({ officerId, agencyId, secret, madeAt: work.clock.now() })
    .onConflict((there) => there.column('officerId').doNothing())
    .execute();
  const found = await work.db
    .selectFrom('field.deviceKey')
    .select('secret')
    .where('officerId', '=', officerId)
    .executeTakeFirstOrThrow();
  return found.secret;
}
