import { z } from 'zod';
import type { AsbSettings } from '../../reference/asb.ts';
import { goField, reasonField } from '../directory/index.ts';
import { text } from '../enforcement/index.ts';

const count = (most: number, words: string, least = 1) =>
  z.coerce.number(words).int(words).min(least, words).max(most, words);
const days = (what: string) => count(365, `Enter ${what}, in days`);
/** One a line, `code: what people read`; a line without its code is given one. */
const lines = (what: string, least: number) =>
  text(what, 4000).transform((written, context) => {
    const rows = written
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line) => {
        const [, code, name] = /^([a-z][a-z0-9-]*)\s*:\s*(.+)$/.exec(line) ?? [];
        const made = line
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, '-')
          .replace(/^-|-$/g, '')
          .slice(0, 40);
        return code && name ? { code, name } : { code: made, name: line };
      });
    if (rows.length < least) context.addIssue({ code: 'custom', message: `Enter ${least} lines at least` });
    if (rows.length > 30) context.addIssue({ code: 'custom', message: 'Enter thirty lines at most' });
    if (new Set(rows.map(({ code }) => code)).size < rows.length)
      context.addIssue({ code: 'custom', message: 'Each line needs a code of its own' });
    return rows;
  });
const unit = z.enum(['working', 'calendar'], 'Choose working days or all days');
export const settingForm = z.object({
  items: lines('the items', 3),
  mediumFrom: count(90, 'Enter the least total that is medium'),
  highFrom: count(90, 'Enter the least total that is high'),
  reassessDays: days('how often the risk is assessed anew'),
  contactHigh: days('the target for high risk'),
  contactMedium: days('the target for medium risk'),
  contactStandard: days('the target for standard risk'),
  releaseActions: lines('what the plan holds', 1),
  escalateDays: days('when it is escalated'),
  complaints: count(20, 'Enter how many complaints'),
  complaintMonths: count(24, 'Enter how many months'),
  applicationMonths: count(24, 'Enter how many months'),
  acknowledge: days('the time to acknowledge'),
  acknowledgeUnit: unit,
  agencies: days('the time for the agencies'),
  decide: days('the time to decide'),
  panel: days('the time to the panel'),
  report: days('the time to report after the panel'),
  restUnit: unit,
  version: z.coerce.number('Reload the page and try again').int().min(0),
  reason: reasonField,
  go: goField,
});
export type SettingInput = z.output<typeof settingForm>;
const linesOf = (rows: readonly { code: string; name: string }[]) =>
  rows.map(({ code, name }) => `${code}: ${name}`).join('\n');
/** The settings as the form has them. */
export const asForm = (content: AsbSettings): Record<string, string> => ({
  items: linesOf(content.items),
  mediumFrom: String(content.mediumFrom),
  highFrom: String(content.highFrom),
  reassessDays: String(content.reassessDays),
  contactHigh: String(content.contactDays.high),
  contactMedium: String(content.contactDays.medium),
  contactStandard: String(content.contactDays.standard),
  releaseActions: linesOf(content.releaseActions),
  escalateDays: String(content.escalateDays),
  complaints: String(content.threshold.complaints),
  complaintMonths: String(content.threshold.complaintMonths),
  applicationMonths: String(content.threshold.applicationMonths),
  acknowledge: String(content.clocks.acknowledge.days),
  acknowledgeUnit: content.clocks.acknowledge.unit,
  agencies: String(content.clocks.agencies.days),
  decide: String(content.clocks.decide.days),
  panel: String(content.clocks.panel.days),
  report: String(content.clocks.report.days),
  restUnit: content.clocks.decide.unit,
});
/** What the form says, as settings. */
export const asSettings = (input: SettingInput): AsbSettings => {
  const rest = (n: number) => ({ days: n, unit: input.restUnit });
  return {
    items: input.items,
    ...{ mediumFrom: input.mediumFrom, highFrom: input.highFrom, reassessDays: input.reassessDays },
    contactDays: { high: input.contactHigh, medium: input.contactMedium, standard: input.contactStandard },
    ...{ releaseActions: input.releaseActions, escalateDays: input.escalateDays },
    threshold: {
      ...{ complaints: input.complaints, complaintMonths: input.complaintMonths },
      applicationMonths: input.applicationMonths,
    },
    clocks: {
      acknowledge: { days: input.acknowledge, unit: input.acknowledgeUnit },
      ...{
        agencies: rest(input.agencies),
        decide: rest(input.decide),
        panel: rest(input.panel),
        report: rest(input.report),
      },
    },
  };
};
export const settingFieldWords: Readonly<Record<string, string>> = {
  items: 'Items of the risk matrix',
  mediumFrom: 'Medium from',
  highFrom: 'High from',
  reassessDays: 'Assessed anew every … days',
  contactHigh: 'First contact at high risk, working days',
  contactMedium: 'First contact at medium risk, working days',
  contactStandard: 'First contact at standard risk, working days',
  releaseActions: 'What a plan before a release holds',
  escalateDays: 'Escalated … days before the release',
  complaints: 'Qualifying complaints',
  complaintMonths: 'Complaint within … months of the behaviour',
  applicationMonths: 'Application within … months of the complaint',
  acknowledge: 'Acknowledged within … days',
  acknowledgeUnit: 'Days to acknowledge',
  agencies: 'Agencies answer within … days',
  decide: 'Decided within … days',
  panel: 'Panel within … days',
  report: 'Report … days after the panel',
  restUnit: 'The other days of the timetable',
};
