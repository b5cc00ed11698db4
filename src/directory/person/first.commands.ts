import { sql } from 'kysely';
import { z } from 'zod';
import { invalid, ok, type Result, refusedByRule } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import { addAccount, isUsernameTaken, makePasswordLink } from '../../platform/sign-in/account.store.ts';
import { noteChange } from '../change/change.store.ts';
import { newPersonSchema } from './person.forms.ts';
import { addGrant } from './role.store.ts';

/** Who keeps the directory of a new installation. */
export const firstAdministratorSchema = newPersonSchema
  .pick({ name: true, email: true, username: true })
  .extend({
    agencyName: z
      .string('Enter the name of your agency')
      .trim()
      .min(3, 'Enter the name of your agency')
      .max(120),
  });

const reason = 'The first administrator of this installation';

/**
 * Makes the first directory administrator of an installation that has none: somebody must be able to come in. Once there
 * is one, the next is asked for and agreed to like any other. Gives the token of a link to set a password with.
 */
export async function addFirstAdministrator(
  work: Work,
  input: z.output<typeof firstAdministratorSchema>,
): Promise<Result<{ token: string; expiresAt: Date }>> {
  const today = work.clock.today();
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from directory.role_grant g
    join directory.officer o on o.id = g.officer_id and o.is_active
    where g.role = 'directory-administrator' and (g.ends_on is null or g.ends_on > ${today}::date)`.execute(
    work.db,
  );
  if (rows[0]?.n !== 0)
    return refusedByRule(
      'directory.has-administrator',
      'This installation has a directory administrator already.',
      'They add others, and their agency agrees.',
    );
  if (await isUsernameTaken(work.db, input.username))
    return invalid({ field: 'username', words: 'Somebody has this username: choose another' });
  const [agencyId, officerId, accountId] = [
    await agencyNamed(work, input.agencyName),
    work.ids.next(),
    work.ids.next(),
  ];
  const { name, email, username } = input;
  await work.db.insertInto('directory.officer').values({ id: officerId, name, email, agencyId }).execute();
  await addAccount(work.db, { id: accountId, username, officerId, at: work.clock.now() });
  const row = { officerId, role: 'directory-administrator', side: 'TECH', startsOn: today, endsOn: null };
  const grantId = await addGrant(work, { ...row, reason, grantedBy: officerId });
  await noteChange(work, { kind: 'role-grant', id: grantId, before: null, after: row, reason, officerId });
  const token = work.ids.token();
  const expiresAt = await makePasswordLink(work.db, {
    ...{ id: work.ids.next(), token, accountId, madeBy: officerId, at: work.clock.now() },
  });
  return ok({ token, expiresAt });
}

/** The agency of that name, or a new one, whose kind and area the administrator then sets. */
async function agencyNamed(work: Work, name: string): Promise<string> {
  const known = await work.db
    .selectFrom('directory.agency')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst();
  if (known) return known.id;
  const id = work.ids.next();
  const code =
    name
      .toUpperCase()
      .replace(/[^A-Z]/g, '')
      .slice(0, 4) || 'OWN';
  await work.db
    .insertInto('directory.agency')
    .values({ id, code, name, kind: 'county-council', startsOn: work.clock.today() })
    .execute();
  return id;
}
