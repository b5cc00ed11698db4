import { z } from 'zod';
import { demand } from '../../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../../platform/http/declare.ts';
import { assessHarm as assess, keepHarmMatrix, readIntelligence } from '../intelligence.permissions.ts';
import { assessHarm, changeMatrix } from './harm.commands.ts';
import {
  assessExample,
  assessSchema,
  harmParams,
  matrixExample,
  matrixNumbers,
  matrixSchema,
} from './harm.forms.ts';
import { harmOf, harmRanking } from './harm.queries.ts';
import { matricesOf } from './harm.store.ts';

const instant = z.date().transform((at) => at.toISOString());
const assessmentShape = z.object({
  ...{
    number: z.number(),
    matrixNumber: z.number(),
    harm: z.number(),
    risk: z.number(),
    confidence: z.string(),
  },
  ...{
    items: z.number(),
    victims: z.number(),
    sector: z.string().nullable(),
    lostPounds: z.number().nullable(),
  },
  ...{ why: z.string(), madeAt: instant, madeByName: z.string() },
  answers: z.object({
    criteria: z.record(z.string(), z.string()),
    scope: z.string(),
    likelihood: z.number(),
  }),
});
const rankedShape = assessmentShape.extend({
  ...{ place: z.number(), linkId: z.string(), label: z.string(), kind: z.string(), riskNow: z.number() },
});
const kindsShape = z.object({
  organisation: z.array(rankedShape),
  person: z.array(rankedShape),
  place: z.array(rankedShape),
});
const sectorShape = z.object({
  ...{
    code: z.string(),
    words: z.string(),
    riskNow: z.number(),
    subjects: z.number(),
    lostPounds: z.number(),
  },
  first: z.object({ linkId: z.string(), label: z.string() }),
});
const rankingShape = z.object({ kinds: kindsShape, sectors: z.array(sectorShape) });

/** Harm as JSON: the same commands as the pages. */
export const harmApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/intelligence/harm',
    words: 'Businesses, people, places and sectors by the harm they do',
    permission: readIntelligence,
    audit: 'harm.ranked',
    output: rankingShape.extend({ matrix: z.number() }),
    handle: async (work) => {
      const { matrix, ...ranking } = await harmRanking(work);
      return { matrix: matrix.number, ...ranking };
    },
  }),
  apiGet({
    path: '/api/v1/intelligence/profiles/:linkId/harm',
    words: 'How much harm somebody or somewhere does, on which grounds, now and before',
    permission: readIntelligence,
    audit: 'harm.opened',
    params: harmParams,
    output: z.object({
      ...{ matrix: z.number(), items: z.number(), victims: z.number(), confidence: z.string() },
      grounds: z.object({ paragraphs: z.number(), graded: z.number(), good: z.number() }),
      assessments: z.array(assessmentShape),
    }),
    handle: async (work, { params: { linkId } }) => {
      const { matrix, ...found } = demand(await harmOf(work, linkId));
      return { ...found, matrix: matrix.number };
    },
  }),
  apiPost({
    path: '/api/v1/intelligence/profiles/:linkId/harm',
    words: 'Say how much harm somebody or somewhere does',
    permission: assess,
    audit: 'harm.assessed',
    params: harmParams,
    body: assessSchema,
    output: z.object({ risk: z.number(), confidence: z.string(), matrixNumber: z.number() }),
    example: { params: { linkId: '@firmLinkId' }, body: { ...assessExample, version: 1 } },
    handle: async (work, { params: { linkId }, body }) => demand(await assessHarm(work, { linkId, ...body })),
  }),
  apiGet({
    path: '/api/v1/intelligence/harm/matrix',
    words: 'The numbers by which harm is weighed, now and before',
    permission: readIntelligence,
    audit: 'harm-matrix.opened',
    output: z.object({
      matrices: z.array(
        z.object({ number: z.number(), why: z.string(), numbers: z.record(z.string(), z.number()) }),
      ),
    }),
    handle: async (work) => ({
      matrices: (await matricesOf(work)).map(({ number, why, document }) => ({
        ...{ number, why },
        numbers: Object.fromEntries(matrixNumbers.map((one) => [one.name, one.of(document)])),
      })),
    }),
  }),
  apiPost({
    path: '/api/v1/intelligence/harm/matrix',
    words: 'See what other numbers change in the ranking, and adopt them',
    permission: keepHarmMatrix,
    audit: 'harm-matrix.changed',
    body: matrixSchema,
    output: z.object({
      ...{ isAdopted: z.boolean(), number: z.number() },
      ...{ before: rankingShape, after: rankingShape },
    }),
    status: 200,
    example: { body: matrixExample },
    handle: async (work, { body }) => demand(await changeMatrix(work, body)),
  }),
];
