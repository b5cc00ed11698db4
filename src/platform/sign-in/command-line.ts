import type { OfficerViewer } from '../access/viewer.ts';
import { systemViewer } from '../access/viewer.ts';
import { recordAudit } from '../audit/audit.ts';
import type { Clock } from '../clock/clock.ts';
import type { Databases } from '../database/database.ts';
import { type Ids, newToken } from '../ids/ids.ts';
import { addSession, endSession, findAccount, loadSession } from './sign-in.store.ts';

/** A command is over long before; a session that a crash left open ends by itself. */
const longestMinutes = 60;

/**
 * Does something as an officer whom the command line names: whoever holds the installation's secret may. It is a session like
 * any other, which the officer sees among theirs and the audit keeps; their rights are those of today. Undefined where
 * nobody of that name may sign in.
 */
export async function asOfficerOnCommandLine<T>(
  { databases, clock, ids }: { databases: Databases; clock: Clock; ids: Ids },
  username: string,
  act: (viewer: OfficerViewer) => Promise<T>,
): Promise<T | undefined> {
  const token = newToken();
  const system = systemViewer('WORKER', 'a command of the command line');
  const at = clock.now();
  const session = await databases.inTransaction('SIGN_IN', system, async (db) => {
    const account = await findAccount(db, username);
    if (!account?.isActive) return undefined;
    const expiresAt = new Date(at.getTime() + longestMinutes * 60_000);
    const of = { accountId: account.id, csrfSecret: newToken(), client: 'Command line' };
    await addSession(db, { id: ids.next(), token, ...of, at, expiresAt });
    const loaded = await loadSession(db, token, clock.today());
    await recordAudit(db, {
      ...{ event: 'sign-in.tried', outcome: loaded ? 'done' : 'refused', viewer: system, at },
      requestId: 'command line',
      note: { recordKind: 'account', recordId: account.id, detail: {} },
    });
    return loaded;
  });
  if (!session) return undefined;
  try {
    return await act(session.viewer);
  } finally {
    await databases.inTransaction('SIGN_IN', system, (db) => endSession(db, token, clock.now()));
  }
}
