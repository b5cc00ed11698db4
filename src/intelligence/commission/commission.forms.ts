import { z } from 'zod';
import { gateways } from '../../../reference/gateways.ts';
import { blank, line, needed, text } from '../form/form.forms.ts';
import { version } from '../item/item.forms.ts';
import { commissionActions } from './commission.transitions.ts';
import {
  assetKinds,
  awardConditions,
  checkResults,
  commissionKinds,
  commissionOutcomes,
  confidences,
  diligenceChecks,
  refusals,
} from './commission.words.ts';

export const commissionParams = z.object({ commissionId: z.uuid() });

/** Pounds as they are typed, in pence. */
const pounds = z
  .string('Enter an amount in pounds, like 250')
  .transform((raw) => raw.replace(/[£,\s]/g, ''))
  .pipe(z.string().regex(/^\d{1,7}(\.\d{1,2})?$/, 'Enter an amount in pounds, like 250 or 250.50'))
  .transform((raw) => Math.round(Number(raw) * 100));
const day = z.iso.date('Enter a day like 2026-12-04');
const many = <S extends z.ZodType>(one: S) =>
  z.preprocess(
    (raw) => (raw === undefined || raw === '' ? [] : Array.isArray(raw) ? raw : [raw]),
    z.array(one).max(20),
  );
const gatewayCodes = gateways.map(({ code }) => code) as [string, ...string[]]; // the table of gateways is not empty

export const commissionSchema = z.object({
  kind: z.enum(commissionKinds, 'Choose what it is for'),
  subjectKind: z.enum(['person', 'organisation'], 'Choose a person or an organisation'),
  name: needed(200, 'Enter whom it is about'),
  more: text(40)
    .pipe(
      z
        .string()
        .regex(
          /^$|^\d{4}-\d\d-\d\d$|^[A-Za-z0-9]{8}$/,
          'Enter a day like 1961-05-27, or the eight marks of a company number',
        ),
    )
    .default(''),
  purpose: needed(500, 'Say what it is needed for'),
  legalBasis: z.enum(gatewayCodes, 'Choose the power'),
  owed: blank(pounds),
  decidesOn: blank(day),
});
export type CommissionInput = z.output<typeof commissionSchema>;

export const commissionStepSchema = z.object({
  version,
  action: z.enum(commissionActions, 'Choose what to do'),
  outcome: blank(z.enum(commissionOutcomes, 'Choose an answer')),
  address: line(300),
  postcode: text(8)
    .pipe(
      z
        .string()
        .regex(/^$|^[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}$/, 'Enter a full postcode, like QM1 1AA'),
    )
    .default(''),
  assetKind: blank(z.enum(assetKinds, 'Choose from the list')),
  assetWords: line(200),
  confidence: blank(z.enum(confidences, 'Choose how sure you are')),
  conditions: many(z.enum(awardConditions, 'Choose from the list')),
  checks: many(
    z
      .string()
      .regex(
        new RegExp(`^(${diligenceChecks.join('|')})=(${checkResults.join('|')})$`),
        'Choose from the list',
      ),
  ),
  why: line(500),
  findings: line(4000),
  minutes: blank(
    z.coerce.number('Enter minutes, like 90').int().min(1, 'Enter minutes, like 90').max(100_000),
  ),
  refusedFor: blank(z.enum(refusals, 'Choose why')),
  pounds: blank(pounds),
  onDay: blank(day),
  award: blank(z.enum(['awarded', 'not-awarded'], 'Choose what was decided')),
});
export type CommissionStepInput = z.output<typeof commissionStepSchema>;

export const commissionExamples = {
  give: {
    ...{ kind: 'debtor', subjectKind: 'person', name: 'Sam Sample', more: '1980-01-31', owed: '1200' },
    ...{ purpose: 'A loan that was not paid back', legalBasis: 'court-order' },
  },
  step: { version: 1, action: 'withdraw' },
};
