import { z } from 'zod';

/** Instants leave as ISO 8601. */
export const instant = z.date().transform((at) => at.toISOString());

/** A record as the API gives it; of a hidden address nothing. */
export const subjectShape = z.object({
  id: z.string(),
  kind: z.string(),
  label: z.string(),
  fields: z.record(z.string(), z.string()),
  agencyName: z.string(),
  listId: z.string().nullable(),
  source: z.string(),
  receivedAt: instant,
  gateway: z.string(),
});

export const explanationShape = z.object({
  startBits: z.number(),
  evidence: z.array(
    z.object({
      field: z.string(),
      left: z.string(),
      right: z.string(),
      words: z.string(),
      bits: z.number(),
      oneIn: z.number().optional(),
    }),
  ),
  relatedBits: z.number(),
  totalBits: z.number(),
  probability: z.number(),
});

/** A judgement without its evidence, which a pair gives. */
export const judgementShape = z.object({
  id: z.string(),
  recordA: z.string(),
  recordB: z.string(),
  verdict: z.string(),
  probability: z.number().nullable(),
  madeBy: z.string(),
  modelNumber: z.number().nullable(),
  officerName: z.string().nullable(),
  agencyName: z.string().nullable(),
  madeAt: instant,
  why: z.string(),
  drawn: z.string().nullable(),
  restores: z.string().nullable(),
  endedAt: instant.nullable(),
  endedByName: z.string().nullable(),
  endedWhy: z.string().nullable(),
  replacedBy: z.string().nullable(),
});

export const conflictShape = z.object({ refused: judgementShape, because: z.array(judgementShape) });

export const questionShape = z.object({
  id: z.string(),
  recordId: z.string(),
  otherId: z.string().optional(),
  toAgencyName: z.string(),
  fromAgencyName: z.string(),
  askedByName: z.string(),
  askedAt: instant,
  words: z.string(),
  answer: z.string().nullable(),
  answerWords: z.string(),
  answeredByName: z.string().nullable(),
  answeredAt: instant.nullable(),
});

export const agreementShape = z.object({
  pairs: z.number(),
  share: z.number(),
  kappa: z.number().optional(),
  from: z.number().optional(),
  to: z.number().optional(),
});

const estimate = z.object({ share: z.number(), low: z.number(), high: z.number() });
const thresholds = z.array(
  z.object({
    threshold: z.number(),
    pairs: z.number(),
    precision: estimate.optional(),
    recall: estimate.optional(),
  }),
);
const band = z.object({ from: z.number(), pairs: z.number(), reviewed: z.number(), same: z.number() });
export const qualityShape = z.object({
  /** Estimated from pairs that chance chose. */
  thresholds,
  bands: z.array(band.extend({ drawn: z.number(), waiting: z.number(), unsure: z.number() })),
  /** The same from every decided pair, most of them chosen for their worth: not a random sample. */
  decided: z.object({ thresholds, bands: z.array(band) }),
  waiting: z.number(),
  unsure: z.number(),
  oldestWaiting: instant.nullable(),
  agreement: agreementShape.optional(),
  groupings: z.array(
    z.object({
      name: z.string(),
      notHeld: z.string().optional(),
      groups: z.array(
        z.object({
          name: z.string(),
          reviewed: z.number().optional(),
          precision: z.number().optional(),
          found: z.number().optional(),
        }),
      ),
    }),
  ),
});
