import { z } from 'zod';
import { demand, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { inspect } from './inspection.permissions.ts';
import { inspectionExamples } from './inspection.words.ts';
import { decidePersistent, recordSale } from './persistent.commands.ts';
import { persistentAlerts } from './persistent.queries.ts';
import { editPremises, endConcern, keepPremises, raiseConcern } from './premises.commands.ts';
import {
  concernEndSchema,
  concernSchema,
  decisionSchema,
  premisesEditSchema,
  premisesFilterSchema,
  premisesParams,
  premisesSchema,
  saleSchema,
} from './premises.forms.ts';
import { premisesPageView } from './premises.queries.ts';
import { listPremises, type Premises } from './premises.store.ts';

const text = z.string().nullable();
const rowView = z.object({
  id: z.string(),
  reference: z.string(),
  kind: z.string(),
  tradingName: z.string(),
  firmName: z.string(),
  agencyName: z.string(),
  address: text,
  postcode: text,
  districtCode: z.string(),
  licenceNumber: text,
  risk: text,
  concernSince: text,
  version: z.number(),
});
const wholeView = rowView.extend({
  firmRecordId: z.string(),
  placeRecordId: z.string(),
  concerns: z.array(
    z.object({ raisedOn: z.string(), words: text, sharedWords: z.string(), endedOn: text, endedWhy: text }),
  ),
  attempts: z.array(
    z.object({ reference: z.string(), onDay: z.string(), result: z.string(), purchaseName: z.string() }),
  ),
  plans: z.array(z.object({ name: z.string(), onDay: z.string() })),
  visits: z.array(
    z.object({ id: z.string(), kind: z.string(), plannedOn: z.string(), visitedOn: text, result: text }),
  ),
  awards: z.array(z.object({ id: z.string(), status: z.string(), level: text })),
  selling: z.object({
    isAlert: z.boolean(),
    found: z.object({ firstOn: z.string(), lastOn: z.string(), sales: z.number() }).optional(),
    sales: z.array(z.object({ onDay: z.string(), reference: text, isPaid: z.boolean().nullable() })),
    decisions: z.array(
      z.object({ choice: z.string(), hours: z.number().nullable(), lastOn: z.string(), words: z.string() }),
    ),
  }),
  events: z.array(z.object({ kind: z.string(), words: z.string(), officerName: text, reason: text })),
});
async function shown(work: Work, id: string): Promise<z.input<typeof wholeView>> {
  const { premises, ...rest } = demand(await premisesPageView(work, id));
  return { ...premises, ...rest };
}
const after = async (work: Work, result: Promise<Result<Premises>>) => shown(work, demand(await result).id);
const path = '/api/v1/premises/:premisesId';
const own = { params: premisesParams, output: wholeView, permission: inspect };

/** Premises as JSON: the same commands as the pages. */
export const premisesApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/premises',
    words: 'Premises that your agency keeps or was told of, a page at a time',
    permission: inspect,
    audit: 'premises.listed',
    query: premisesFilterSchema,
    output: z.object({ premises: z.array(rowView), next: text }),
    handle: (work, { query: { after: from, ...filter } }) => listPremises(work, filter, { after: from }),
  }),
  apiGet({
    path: '/api/v1/persistent-selling',
    words: 'Premises of your agency where persistent selling waits for a decision',
    permission: inspect,
    audit: 'premises.alerts-listed',
    output: z.object({ premises: z.array(z.object({ id: z.string(), tradingName: z.string() })) }),
    handle: async (work) => ({ premises: await persistentAlerts(work) }),
  }),
  apiPost({
    path: '/api/v1/premises',
    words: 'Keep premises, tied to the records of firm and place',
    permission: inspect,
    audit: 'premises.kept',
    body: premisesSchema,
    output: wholeView,
    example: { body: inspectionExamples.premises },
    handle: (work, { body }) => after(work, keepPremises(work, body)),
  }),
  apiGet({
    ...own,
    path,
    words: 'One card of premises: licence, risk, tests, concerns, visits, awards',
    audit: 'premises.opened',
    handle: (work, { params }) => shown(work, params.premisesId),
  }),
  apiPost({
    ...own,
    path: `${path}/edit`,
    words: 'Change kind, licence or risk of premises',
    audit: 'premises.edited',
    body: premisesEditSchema,
    status: 200,
    example: { body: inspectionExamples.edit },
    handle: (work, { params, body }) => after(work, editPremises(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/concern`,
    words: 'Make them premises of concern, and share that with agencies in the words meant for them',
    audit: 'premises.concern-raised',
    body: concernSchema,
    example: { body: inspectionExamples.concern },
    handle: (work, { params, body }) => after(work, raiseConcern(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/concern/end`,
    words: 'Say that the concern is over',
    audit: 'premises.concern-ended',
    body: concernEndSchema,
    status: 200,
    example: { body: inspectionExamples.ended },
    handle: (work, { params, body }) => after(work, endConcern(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/sales`,
    words: 'Record an unlawful sale that a paid penalty proves',
    audit: 'premises.sale-recorded',
    body: saleSchema,
    example: { body: inspectionExamples.sale },
    handle: (work, { params, body }) => after(work, recordSale(work, { ...params, ...body })),
  }),
  apiPost({
    ...own,
    path: `${path}/persistent-selling`,
    words: 'Decide about persistent selling: a licence review, or a closure notice of 48 to 336 hours',
    audit: 'premises.persistent-decided',
    body: decisionSchema,
    status: 200,
    example: { body: inspectionExamples.decision },
    handle: (work, { params, body }) => after(work, decidePersistent(work, { ...params, ...body })),
  }),
];
