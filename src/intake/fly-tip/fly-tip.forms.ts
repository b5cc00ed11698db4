import { z } from 'zod';
import { flyTipActions, flyTipLandTypes, flyTipSizes, flyTipWasteTypes } from '../../../reference/fly-tip.ts';
import { reportParams } from '../report.forms.ts';

/** The kind of report that the national return counts. */
export const flyTipIssue = 'fly-tipping';
const codesOf = (rows: readonly { code: string }[]) => rows.map(({ code }) => code) as [string, ...string[]]; // none is empty
const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((raw) => (raw === '' || raw === undefined ? undefined : raw), schema.optional());
const pounds = (words: string) =>
  blank(
    z
      .union([z.string(), z.number()], words)
      .transform((raw) => String(raw).trim().replace(/^£/, '').replaceAll(',', ''))
      .pipe(z.string().regex(/^\d{1,7}(\.\d{1,2})?$/, words))
      .transform((text) => Math.round(Number(text) * 100)),
  );

export const prosecutionOutcomes = ['waits', 'convicted', 'acquitted', 'withdrawn'] as const;
export const prosecutionOutcomeWords: Record<(typeof prosecutionOutcomes)[number], string> = {
  waits: 'Not decided yet',
  convicted: 'Convicted',
  acquitted: 'Acquitted',
  withdrawn: 'Withdrawn',
};
/** What the return asks of a fly-tip, and one action that answered it where there is one to record. */
export const flyTipSchema = z.preprocess(
  (raw) => {
    if (typeof raw !== 'object' || raw === null) return raw;
    const given: Record<string, unknown> = { ...raw };
    const parts = ['year', 'month', 'day'].map((part) => String(given[`on-${part}`] ?? '').trim());
    if (given.on === undefined && parts.some(Boolean))
      given.on = `${parts[0]}-${parts[1]?.padStart(2, '0')}-${parts[2]?.padStart(2, '0')}`;
    return given;
  },
  z.object({
    landType: z.enum(codesOf(flyTipLandTypes), 'Choose the land'),
    wasteType: z.enum(codesOf(flyTipWasteTypes), 'Choose the waste'),
    wasteSize: z.enum(codesOf(flyTipSizes), 'Choose the size'),
    isEvidence: z.preprocess((raw) => raw === true || raw === 'yes', z.boolean()),
    clearance: pounds('Enter what the clearance cost in pounds, like 64.50'),
    action: blank(z.enum(codesOf(flyTipActions), 'Choose an action')),
    on: blank(z.iso.date('Enter the day of the action, like 27 3 2026')),
    cost: pounds('Enter what the action cost in pounds, like 64.50'),
    outcome: blank(z.enum(prosecutionOutcomes, 'Choose how the prosecution ended')),
    version: z.coerce.number('Reload the page and try again').int(),
  }),
);
export type FlyTipInput = z.output<typeof flyTipSchema>;
export const flyTipParams = reportParams;
const day = blank(z.iso.date('Enter a date, like 2026-11-22'));
export const flyTipParts = ['land', 'waste', 'size', 'action'] as const;
/** From when to when reports were received, the month of today where nothing is asked; and the line of the totals whose incidents are meant. */
export const flyTipQuery = z.object({
  from: day,
  to: day,
  part: blank(z.enum(flyTipParts, 'Choose a part of the return')),
  code: blank(z.string().max(60)),
});
export type FlyTipPeriodInput = z.output<typeof flyTipQuery>;

export const flyTipExample = {
  ...{
    landType: 'highway',
    wasteType: 'household-other',
    wasteSize: 'small-van-load',
    clearance: '64.50',
    version: 1,
  },
  ...{ action: 'investigation', on: '2026-11-20' },
} as const;
