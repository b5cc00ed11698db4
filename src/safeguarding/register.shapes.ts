import { z } from 'zod';

const instant = z.date().transform((at) => at.toISOString());
const counted = z.object({ code: z.string(), words: z.string(), points: z.number() });
/** Somebody on the register, as the API gives them. */
export const fileShape = z.object({
  id: z.string(),
  reference: z.string(),
  name: z.string(),
  leadName: z.string(),
  offeredName: z.string().nullable(),
  status: z.string(),
  ageBand: z.string(),
  livesAlone: z.string(),
  capacityConcern: z.string(),
  financialAbuse: z.string(),
  bankTold: z.string(),
  scamTypes: z.array(z.string()),
  methods: z.array(z.string()),
  firstOn: z.string().nullable(),
  lastOn: z.string().nullable(),
  intervention: z.string(),
  basis: z.string(),
  risk: z.string(),
  priority: z.number(),
  priorityWhy: z.array(counted),
  priorityOn: z.string(),
  route: z.string(),
  routeWhy: z.string(),
  repeatDueOn: z.string().nullable(),
  isRevictimised: z.boolean(),
  version: z.number(),
});
const contactShape = z.object({
  method: z.string(),
  times: z.string(),
  noMessage: z.boolean(),
  mustNotKnow: z.string(),
  phone: z.string(),
  hidesAddress: z.boolean(),
  address: z.string(),
  postcode: z.string(),
});
const precautionShape = z.object({ kind: z.string(), words: z.string(), expiresOn: z.string().nullable() });
/** A visit, as the API gives it. */
export const visitShape = z.object({
  id: z.string(),
  reference: z.string(),
  personName: z.string(),
  purpose: z.string(),
  state: z.string(),
  plannedOn: z.string(),
  plannedAtTime: z.string(),
  assignedName: z.string(),
  needsTwo: z.boolean(),
  companion: z.string(),
  companionIs: z.string(),
  precautions: z.array(precautionShape),
  result: z.string().nullable(),
  doneThings: z.array(z.string()),
  words: z.string(),
  version: z.number(),
});
/** Everything that is known of somebody on the register; no hidden address. */
export const wholeShape = fileShape.extend({
  contact: contactShape.nullable(),
  precautions: z.array(precautionShape),
  sources: z.array(
    z.object({
      source: z.string(),
      agencyName: z.string(),
      label: z.string(),
      receivedAt: instant,
      handling: z.string(),
    }),
  ),
  asks: z.array(z.object({ agencyName: z.string(), contact: z.string() })),
  totals: z.object({ lost: z.number(), savedDocumented: z.number(), savedEstimated: z.number() }),
  visits: z.array(visitShape),
  joined: z.array(z.object({ id: z.string(), reference: z.string(), name: z.string() })),
  others: z.array(z.object({ id: z.string(), reference: z.string(), name: z.string() })),
  history: z.array(z.object({ at: instant, kind: z.string(), words: z.string() })),
});
/** A visit with what whoever goes must know. */
export const sheetShape = visitShape.extend({
  contact: contactShape.nullable(),
  history: z.array(z.object({ plannedOn: z.string(), result: z.string(), doneThings: z.array(z.string()) })),
});

/** A hidden address that was shown to somebody who said why. */
export const addresses = z.object({
  addresses: z.array(z.object({ saidBy: z.string().nullable(), address: z.string(), postcode: z.string() })),
});
