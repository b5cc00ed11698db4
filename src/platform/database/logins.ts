import { createHmac } from 'node:crypto';
import type { Client } from 'pg';

/** The powerless logins: own nothing, may become nobody, hold only what migrations grant them. */
export const logins = [
  'bailiwick_public',
  'bailiwick_ops',
  'bailiwick_intel',
  'bailiwick_safeguard',
  'bailiwick_gov',
  'bailiwick_tech',
  'bailiwick_sealed',
  'bailiwick_sign_in',
  'bailiwick_worker',
] as const;
export type Login = (typeof logins)[number];

/** Each login's password follows from the installation's secret, so that nothing else need be stored. */
export const loginPassword = (secret: string, login: Login): string =>
  createHmac('sha256', secret).update(`database login ${login}`).digest('base64url');

/** The connection string of a login on the same server and database as the owner's. */
export function loginUrl(ownerUrl: string, secret: string, login: Login, database?: string): string {
  const question = ownerUrl.indexOf('?');
  const query = question < 0 ? '' : ownerUrl.slice(question);
  const plain = question < 0 ? ownerUrl : ownerUrl.slice(0, question);
  const found = /^postgres(?:ql)?:\/\/(?:[^@/]*@)?([^/]*)\/(.*)$/.exec(plain);
  if (!found) throw new Error('DATABASE_URL must look like postgres://user:password@host:port/database');
  return `postgres://${login}:${loginPassword(secret, login)}@${found[1]}/${database ?? found[2]}${query}`;
}

/**
 * Makes the logins or renews their passwords. Roles are of the whole server, so two installations on one server
 * must share a secret or use servers of their own.
 */
export async function ensureLogins(owner: Client, secret: string): Promise<void> {
  for (const login of logins) {
    const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [login]);
    if (rowCount === 0) await owner.query(`create role ${login} nologin`);
    const password = owner.escapeLiteral(loginPassword(secret, login));
    await owner.query(
      `alter role ${login} with login noinherit nocreatedb nocreaterole password ${password} connection limit 60`,
    );
  }
}
