import { z } from 'zod';
import { demand } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import { holdRecords, readRetention, setRetention } from './governance.permissions.ts';
import { liftHold, setHold, setPeriod } from './retention.commands.ts';
import { examples, holdParams, holdSchema, kindParams, liftSchema, periodSchema } from './retention.forms.ts';
import { retentionHour } from './retention.jobs.ts';
import { dryRun, retentionView } from './retention.queries.ts';
import { notCovered } from './retention.rules.ts';

const path = '/api/v1/retention';
const instant = z.date().transform((at) => at.toISOString());
const count = z.object({ due: z.number(), kept: z.number() });

/** The pages of retention as JSON. */
export const retentionApi: readonly Route[] = [
  apiGet({
    path,
    words: 'How long records are kept, what of your own agency is due tonight, and what was done',
    permission: readRetention,
    audit: 'retention.read',
    output: z.object({
      nextRun: z.string(),
      notCovered: z.array(z.string()),
      kinds: z.array(
        z.object({
          kind: z.string(),
          words: z.string(),
          group: z.string(),
          months: z.number().nullable(),
          proposedMonths: z.number().nullable(),
          from: z.string(),
          action: z.string(),
          marking: z.string(),
          source: z.string(),
          count: count.nullable(),
        }),
      ),
      periods: z.array(
        z.object({
          kind: z.string(),
          months: z.number().nullable(),
          why: z.string(),
          setAt: instant,
          setByName: z.string(),
        }),
      ),
      holds: z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          reference: z.string(),
          why: z.string(),
          setAt: instant,
          liftedAt: instant.nullable(),
          version: z.number(),
        }),
      ),
      nights: z.array(z.object({ kind: z.string(), on: z.string(), done: z.number() })),
    }),
    handle: async (work) => {
      const { lines, ...view } = await retentionView(work);
      return {
        nextRun: `${retentionHour} UTC`,
        notCovered: [...notCovered],
        kinds: lines.map(({ rule, months, count: counted }) => ({
          ...rule,
          months: months ?? null,
          proposedMonths: rule.isOfAgency ? (rule.months ?? null) : null,
          count: counted ?? null,
        })),
        ...view,
      };
    },
  }),
  apiGet({
    path: `${path}/due/:retentionKind`,
    words: 'What would go tonight of one kind, and what is kept for something: nothing is done',
    permission: readRetention,
    audit: 'retention.tried',
    params: kindParams,
    output: z.object({
      months: z.number().nullable(),
      count,
      records: z.array(
        z.object({
          id: z.string(),
          reference: z.string(),
          countedFrom: z.string(),
          keptFor: z.string().nullable(),
        }),
      ),
    }),
    handle: async (work, { params }) => {
      const { months, due, kept, count: counted } = await dryRun(work, params.retentionKind);
      return { months: months ?? null, count: counted, records: [...due, ...kept] };
    },
  }),
  apiPost({
    path: `${path}/periods`,
    words: 'Set how long your agency keeps a kind of record',
    permission: setRetention,
    audit: 'retention.period-set',
    body: periodSchema,
    output: z.object({ kind: z.string(), months: z.number().nullable() }),
    example: { body: examples.period },
    handle: async (work, { body }) => demand(await setPeriod(work, body)),
  }),
  apiPost({
    path: `${path}/holds`,
    words: 'Hold a record, so that it is not deleted',
    permission: holdRecords,
    audit: 'retention.hold-set',
    body: holdSchema,
    output: z.object({ id: z.string() }),
    example: { body: examples.hold },
    handle: async (work, { body }) => demand(await setHold(work, body)),
  }),
  apiPost({
    path: `${path}/holds/:holdId/lift`,
    words: 'Lift a legal hold',
    permission: holdRecords,
    audit: 'retention.hold-lifted',
    params: holdParams,
    body: liftSchema,
    output: z.object({ id: z.string() }),
    status: 200,
    example: { params: { holdId: '@holdId' }, body: examples.lift },
    handle: async (work, { params, body }) => demand(await liftHold(work, { ...params, ...body })),
  }),
];
