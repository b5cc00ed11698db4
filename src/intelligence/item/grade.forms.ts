import { z } from 'zod';
import { line, needed } from '../form/form.forms.ts';
import { actionCodes, assessments, handlings, sanitisationCodes, sourceEvaluations } from './grade.rules.ts';
import { version } from './item.forms.ts';

const codes = <const Row extends { code: string }>(rows: readonly Row[]) =>
  rows.map(({ code }) => code) as [Row['code'], ...Row['code'][]]; // the tables of grades are never empty

export const paragraphParams = z.object({ itemId: z.uuid(), paragraphId: z.uuid() });
const none = (raw: unknown) => (raw === '' || raw === null || raw === undefined ? null : raw);

export const gradeSchema = z.object({
  version,
  sourceEvaluation: z.enum(codes(sourceEvaluations), 'Choose how reliable the source is'),
  assessment: z.enum(codes(assessments), 'Choose how the source knows it'),
  handling: z.enum(codes(handlings), 'Choose P or C'),
  conditions: line(1000),
  actionCode: z.preprocess(none, z.enum(codes(actionCodes)).nullable()),
  actionUsage: line(500),
  sanitisationCode: z.preprocess(none, z.enum(codes(sanitisationCodes)).nullable()),
  provenance: line(1000),
  riskToSource: z
    .enum(['yes', 'no'], 'Say whether there is a risk to the source')
    .transform((answer) => answer === 'yes'),
  riskWords: line(500),
  sanitised: line(20_000),
  why: line(300),
});
export const gradeExample = {
  version: 1,
  sourceEvaluation: '2',
  assessment: 'C',
  handling: 'P',
  riskToSource: 'no',
  sanitised: 'A roofer is taking deposits and not returning.',
  why: 'Corroborated since',
};

export const partSchema = z.object({
  version,
  body: needed(20_000, 'Keep the words, with an empty line between paragraphs'),
});
