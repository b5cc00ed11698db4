import { z } from 'zod';
import { gateways } from '../../../reference/gateways.ts';
import { blank, line, needed } from '../form/form.forms.ts';
import { version } from '../item/item.forms.ts';
import { conditionCodes } from './condition.rules.ts';

export const packageParams = z.object({ packageId: z.uuid() });
export const newQuery = z.object({ item: z.uuid().optional().catch(undefined) });
const many = <S extends z.ZodType>(one: S) =>
  z.preprocess(
    (raw) => (raw === undefined || raw === '' ? [] : Array.isArray(raw) ? raw : [raw]),
    z.array(one).max(200),
  );

const gatewayCodes = gateways.map(({ code }) => code) as [string, ...string[]]; // the table of gateways is not empty
export const draftSchema = z.object({
  title: needed(120, 'Say in a line what it is about'),
  paragraphs: many(z.uuid()),
  harm: line(1000),
  prevention: line(1000),
  intelligence: line(1000),
  enforcement: line(1000),
  gaps: line(1000),
  recommendations: line(1500),
  priorityId: blank(z.uuid()),
  safety: line(300),
  gateway: z.enum(gatewayCodes, 'Choose the gateway'),
  purpose: needed(300, 'Say for what purpose it is shared'),
  deadline: z.iso.date('Enter the day by which they answer, like 2026-12-04'),
  conditions: many(z.enum(conditionCodes)),
  agencies: many(z.uuid()),
  officers: line(1000),
  /** Whoever drafts it looked at each sign that the check names. */
  looked: z.preprocess((raw) => raw === 'yes' || raw === true, z.boolean()),
});
export type DraftInput = z.output<typeof draftSchema>;
export const draftExample = {
  title: 'Roofer who takes deposits',
  paragraphs: ['@readyParagraphId'],
  gateway: 'cda-s115',
  purpose: 'To investigate unfair trading',
  deadline: '2026-12-04',
  agencies: ['@agencyId'],
  enforcement: 'Visit with a test purchase',
};
export const decideSchema = z.object({ version });
export const clearSchema = z.object({ condition: z.enum(conditionCodes, 'Choose a condition') });
