import { sql } from 'kysely';
import { z } from 'zod';
import { type AsbSettings, defaultAsbSettings } from '../../reference/asb.ts';
import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';

const named = z.object({ code: z.string(), name: z.string() });
const clock = z.object({ days: z.number(), unit: z.enum(['working', 'calendar']) });
export const settingsShape = z.object({
  items: z.array(named),
  mediumFrom: z.number(),
  highFrom: z.number(),
  reassessDays: z.number(),
  contactDays: z.object({ high: z.number(), medium: z.number(), standard: z.number() }),
  releaseActions: z.array(named),
  escalateDays: z.number(),
  threshold: z.object({ complaints: z.number(), complaintMonths: z.number(), applicationMonths: z.number() }),
  clocks: z.object({ acknowledge: clock, agencies: clock, decide: clock, panel: clock, report: clock }),
});

/** One version of an agency's settings. */
export interface SettingVersion {
  version: number;
  validFrom: Day | null;
  content: AsbSettings;
  reason: string;
  madeByName: string | null;
  madeAt: Date | null;
}
const asTheProductComes: SettingVersion = {
  ...{ version: 0, validFrom: null, content: defaultAsbSettings, reason: 'As the product comes' },
  ...{ madeByName: null, madeAt: null },
};
/** Every version of an agency's settings, the newest first, and the product's own last. */
export async function listSettings(work: Work, agencyId: string): Promise<SettingVersion[]> {
  const { rows } = await sql<Omit<SettingVersion, 'content'> & { content: unknown }>`
    select s.version, s.valid_from, s.content, s.reason, o.name as made_by_name, s.made_at
    from asb.setting s left join directory.officer o on o.id = s.made_by
    where s.agency_id = ${agencyId} order by s.version desc`.execute(work.db);
  return [...rows.map((row) => ({ ...row, content: settingsShape.parse(row.content) })), asTheProductComes];
}
/** The settings that hold today: the newest version that has begun. Read by the public's login too, for the timetable. */
export async function settingsOf(
  work: Work,
  agencyId: string,
): Promise<{ version: number; content: AsbSettings }> {
  const { rows } = await sql<{ version: number; content: unknown }>`
    select version, content from asb.setting where agency_id = ${agencyId} and valid_from <= ${work.clock.today()}::date
    order by version desc limit 1`.execute(work.db);
  const [row] = rows;
  return row
    ? { version: row.version, content: settingsShape.parse(row.content) }
    : { version: 0, content: defaultAsbSettings };
}
