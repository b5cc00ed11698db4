import { z } from 'zod';
import { procedureViews } from '../enforcement/index.ts';

const text = z.string().nullable();
const when = z.date().transform((at) => at.toISOString());
/** One operation in a list. */
/** Officer safety as it is told: type, what to do, until when. */
export const safetyView = z.object({
  screenedAt: z.date().nullable(),
  isFresh: z.boolean(),
  precautions: z.array(
    z.object({ type: z.string(), precaution: z.string(), words: z.string(), reviewOn: z.string() }),
  ),
});
export const rowView = z.object({
  id: z.string(),
  reference: z.string(),
  name: z.string(),
  status: z.string(),
  agencyName: z.string(),
  onDay: z.string(),
  location: z.string(),
  districtCode: z.string(),
  testType: z.string(),
  product: z.string(),
  version: z.number(),
});
/** One operation with everything that the viewer may see of it. */
export const wholeView = rowView.extend({
  briefing: z.string(),
  riskAssessment: z.string(),
  ripaAnswer: text,
  ripaWords: z.string(),
  outcome: text,
  selections: z.array(
    z.object({
      id: z.string(),
      premisesId: z.string(),
      label: z.string(),
      address: text,
      basis: text,
      words: text,
      sourceReference: text,
      isTested: z.boolean(),
      safety: safetyView.nullable(),
    }),
  ),
  officers: z.array(
    z.object({
      id: z.string(),
      officerName: z.string(),
      agencyName: z.string(),
      part: z.string(),
      powerReference: text,
    }),
  ),
  volunteers: z.array(z.object({ id: z.string(), code: z.string(), age: z.number() })),
  welfare: z.array(z.object({ code: z.string(), at: when, words: z.string() })),
  attempts: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      premisesId: z.string(),
      label: text,
      agencyName: z.string(),
      attemptedAt: when,
      result: z.string(),
      volunteerCode: z.string(),
      volunteerAge: z.number(),
      words: text,
      hasLetter: z.boolean(),
      version: z.number(),
    }),
  ),
  followUps: z.array(
    z.object({
      id: z.string(),
      attemptId: z.string(),
      kind: z.string(),
      status: z.string(),
      dueOn: text,
      doneOn: text,
      penaltyId: text,
      version: z.number(),
    }),
  ),
  ...procedureViews,
});
/** One line of the table. */
export const rowOfTable = z.object({
  id: z.string(),
  onDay: z.string(),
  location: z.string(),
  name: z.string(),
  testType: z.string(),
  product: z.string(),
  visited: z.number(),
  passed: z.number(),
  failed: z.number(),
  followUps: z.record(z.string(), z.number()),
});
