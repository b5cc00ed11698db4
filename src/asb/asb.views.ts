import { z } from 'zod';
import { editionsView, procedureViews } from '../enforcement/index.ts';

const text = z.string().nullable();
/** Shapes of the API: fields not in here do not leave. */
export const caseRowView = z.object({
  ...{ id: z.string(), reference: z.string(), status: z.string(), category: z.string(), subType: z.string() },
  ...{
    level: text,
    firstLevel: text,
    receivedOn: z.string(),
    assessDueOn: z.string(),
    isOverdue: z.boolean(),
  },
  ...{ districtCode: z.string(), version: z.number() },
});
export const orderView = z.object({
  ...{
    id: z.string(),
    reference: z.string(),
    asbId: z.string(),
    kind: z.string(),
    status: z.string(),
    age: z.number(),
  },
  ...{
    terms: z.array(z.string()),
    court: z.string(),
    convictedOn: text,
    youthTeamOn: text,
    madeOn: text,
    endsOn: text,
  },
  ...{ reviewOn: text, version: z.number() },
});
export const caseView = caseRowView.extend({
  ...{
    summary: z.string(),
    placeWords: z.string(),
    subjectName: z.string(),
    reportId: text,
    outcome: text,
    closedOn: text,
  },
  complainants: z.array(
    z.object({
      ...{
        id: z.string(),
        position: z.number(),
        name: z.string(),
        contactOfficerId: z.string(),
        contactName: z.string(),
      },
      ...{ contactDueOn: text, contactedOn: text, isContactMet: z.boolean().nullable() },
    }),
  ),
  contacts: z.array(z.object({ complainantId: z.string(), onDay: z.string(), words: z.string() })),
  incidents: z.array(z.object({ id: z.string(), onDay: z.string(), words: z.string() })),
  assessments: z.array(
    z.object({
      ...{
        number: z.number(),
        assessedOn: z.string(),
        total: z.number(),
        level: z.string(),
        settingVersion: z.number(),
      },
      ...{
        overrides: z.array(z.string()),
        overrideWords: z.string(),
        victimWords: z.string(),
        words: z.string(),
      },
      answers: z.array(z.object({ code: z.string(), name: z.string(), score: z.number() })),
    }),
  ),
  measures: z.array(
    z.object({ kind: z.string(), onDay: z.string(), words: z.string(), victimViews: z.string() }),
  ),
  orders: z.array(orderView),
  breaches: z.array(
    z.object({
      ...{ id: z.string(), orderId: z.string(), onDay: z.string(), words: z.string(), result: z.string() },
      ...{ custodyFrom: text, releaseOn: text, planId: text },
    }),
  ),
  nominations: z.array(
    z.object({ id: z.string(), reference: z.string(), category: z.string(), status: z.string() }),
  ),
  ...procedureViews,
});
export const orderPageView = orderView.extend(procedureViews);
const actionView = z.object({
  ...{
    id: z.string(),
    agencyName: z.string(),
    serviceName: z.string(),
    taskId: z.string(),
    taskReference: z.string(),
  },
  ...{
    part: text,
    words: z.string(),
    startsOn: z.string(),
    dueOn: z.string(),
    status: z.string(),
    resultWords: text,
  },
});
export const nominationRowView = z.object({
  ...{
    id: z.string(),
    reference: z.string(),
    seriesId: z.string(),
    agencyName: z.string(),
    category: z.string(),
  },
  ...{
    subjectName: z.string(),
    status: z.string(),
    levelOpen: z.string(),
    levelClose: text,
    nominatedOn: z.string(),
  },
  version: z.number(),
});
export const nominationView = nominationRowView.extend({
  ...{ words: z.string(), outcome: text, agencyNames: z.array(z.string()) },
  contributions: z.array(
    z.object({
      ...{
        id: z.string(),
        agencyName: z.string(),
        officerName: z.string(),
        kind: z.string(),
        words: z.string(),
      },
      ...{ audience: z.string(), audienceNames: z.array(z.string()), basis: z.string(), why: z.string() },
    }),
  ),
  actions: z.array(actionView),
  plans: z.array(z.object({ id: z.string(), reference: z.string(), releaseOn: z.string() })),
  ...procedureViews,
});
export const planView = z.object({
  ...{
    id: z.string(),
    reference: z.string(),
    nominationId: text,
    releaseOn: z.string(),
    escalateOn: z.string(),
  },
  ...{ escalatedOn: text, missing: z.array(z.string()), required: z.array(z.string()), version: z.number() },
  ...{ missingNow: z.array(z.string()), actions: z.array(actionView) },
});
export const accountView = z.object({
  agencies: z.array(
    z.object({
      ...{
        agencyName: z.string(),
        open: z.number(),
        overdue: z.number(),
        done: z.number(),
        notDone: z.number(),
      },
      actions: z.array(actionView),
    }),
  ),
});
export const actionsView = z.object({ actions: z.array(actionView) });
const recommendationFields = {
  ...{
    id: z.string(),
    reference: z.string(),
    bodyName: z.string(),
    agencyName: z.string(),
    words: z.string(),
  },
  ...{ response: text, responseWords: text, respondedOn: text, version: z.number() },
};
export const recommendationView = z.object(recommendationFields);
export const reviewRowView = z.object({
  ...{
    id: z.string(),
    reference: z.string(),
    status: z.string(),
    appliedOn: z.string(),
    decideBy: z.string(),
    version: z.number(),
  },
});
export const reviewView = reviewRowView.extend({
  ...{
    acknowledgeBy: z.string(),
    agenciesBy: z.string(),
    panelBy: z.string(),
    reportBy: text,
    acknowledgedOn: text,
  },
  ...{
    decidedOn: text,
    decision: text,
    decisionWords: text,
    chairName: text,
    panelOn: text,
    findings: text,
    outcome: text,
  },
  ...{ closedOn: text, applicantName: z.string(), caseIds: z.array(z.string()) },
  threshold: z.object({
    ...{ met: z.boolean(), counted: z.number(), needed: z.number(), why: z.string() },
    complaints: z.array(
      z.object({
        ...{ happenedOn: z.string(), complainedOn: z.string(), told: z.string(), qualifies: z.boolean() },
        ...{ isSame: z.boolean(), why: z.string() },
      }),
    ),
  }),
  recommendations: z.array(recommendationView),
  letters: editionsView,
  ...procedureViews,
});
export const receiptView = z.object({
  ...{
    reference: z.string(),
    phrase: z.string(),
    agencyName: z.string(),
    acknowledgeBy: z.string(),
    decideBy: z.string(),
  },
});
export const trackedView = z.object({
  ...{
    reference: z.string(),
    status: z.string(),
    agencyName: z.string(),
    appliedOn: z.string(),
    acknowledgeBy: z.string(),
  },
  ...{
    decideBy: z.string(),
    panelBy: z.string(),
    acknowledgedOn: text,
    decidedOn: text,
    decision: text,
    decisionWords: text,
  },
  ...{ panelOn: text, outcome: text, closedOn: text },
  recommendations: z.array(
    z.object({ bodyName: z.string(), words: z.string(), response: text, responseWords: text }),
  ),
});
const counts = {
  received: z.number(),
  notMet: z.number(),
  reviews: z.number(),
  recommended: z.number(),
  closed: z.number(),
};
export const publicationsView = z.object({
  publications: z.array(
    z.object({
      ...{
        agencyName: z.string(),
        year: z.string(),
        edition: z.number(),
        note: z.string(),
        publishedOn: z.string(),
      },
      counts: z.object({
        quarters: z.array(z.object({ quarter: z.string(), ...counts })),
        total: z.object(counts),
      }),
    }),
  ),
});
