import { systemViewer } from '../../platform/access/viewer.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import type { Databases } from '../../platform/database/database.ts';
import type { Work } from '../../platform/http/work.ts';
import { randomIds } from '../../platform/ids/ids.ts';

/** Does something on the operations side for whoever holds the installation's secret; the audit says what and why. */
export function asSystem<T>(
  databases: Databases,
  audit: { event: string; reason: string },
  act: (work: Work) => Promise<T>,
): Promise<T> {
  const viewer = systemViewer('OPS', audit.reason);
  return databases.inTransaction('OPS', viewer, async (db) => {
    const work: Work = { db, viewer, clock: systemClock, ids: randomIds, note: { detail: {} } };
    const value = await act(work);
    await recordAudit(db, {
      event: audit.event,
      outcome: 'done',
      viewer,
      requestId: 'command line',
      at: systemClock.now(),
      note: work.note,
    });
    return value;
  });
}
