import type { ClientBase } from 'pg';
import type { County } from '../../county/index.ts';
import { flyTipLandTypes, flyTipSizes, flyTipWasteTypes } from '../../reference/fly-tip.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName } from '../platform/ids/ids.ts';

const ladder = [
  'investigation',
  'warning-letter',
  'fixed-penalty-notice',
  'duty-of-care-inspection',
] as const;

/** The latest fly-tips of Wendmere, described for the national return: each third has one action more. */
export async function seedFlyTips(client: ClientBase, county: County): Promise<void> {
  const agency = county.agencies.find(({ code }) => code === 'WEND');
  const { rows } = await client.query<{ id: string; receivedAt: Date; day: string }>(
    `select id, received_at as "receivedAt", (received_at at time zone 'Europe/London')::date::text as day from intake.report
     where owner_agency_id = $1 and issue_type = 'fly-tipping' and status <> 'duplicate' order by received_at desc, id limit 12`,
    [agency?.id],
  );
  const pick = (list: readonly { code: string }[], n: number) => list[n % list.length]?.code;
  const tips = rows.map(({ id: reportId, receivedAt }, n) => ({
    ...{ reportId, agencyId: agency?.id, landType: pick(flyTipLandTypes, n * 3), describedAt: receivedAt },
    ...{ wasteType: pick(flyTipWasteTypes, n * 2), wasteSize: pick(flyTipSizes, n + 2) },
    ...{ isEvidence: n % 3 === 0, clearancePence: 4500 + n * 1250, version: 1 },
  }));
  await insertRows(client, 'intake.fly_tip', tips);
  await insertRows(
    client,
    'intake.fly_tip_action',
    rows.flatMap(({ id: reportId, day, receivedAt }, n) =>
      ladder.slice(0, 1 + (n % 3)).map((action) => ({
        ...{ id: idFromName(`fly-tip ${reportId} ${action}`), reportId, agencyId: agency?.id, action },
        ...{ onDay: day, recordedAt: receivedAt },
      })),
    ),
  );
}
