import { z } from 'zod';

/** What the API gives; fields not in here do not leave. */
export const instant = z.date().transform((at) => at.toISOString());

export const meetingView = z.object({
  id: z.string(),
  reference: z.string(),
  seriesId: z.string(),
  seriesName: z.string(),
  kind: z.string(),
  areaCode: z.string(),
  chairName: z.string().nullable(),
  heldOn: z.string(),
  startsAt: z.string(),
  place: z.string(),
  status: z.string(),
  version: z.number(),
});
export const returnView = z.object({
  meetingId: z.string(),
  serviceId: z.string(),
  serviceName: z.string(),
  agencyName: z.string(),
  dueOn: z.string(),
  periodFrom: z.string(),
  status: z.string(),
  isLate: z.boolean(),
  submittedAt: instant.nullable(),
  version: z.number(),
});
const decisionView = z.object({
  id: z.string(),
  itemId: z.string().nullable(),
  aboutTaskId: z.string().nullable(),
  taskId: z.string().nullable(),
  words: z.string(),
  decidedAt: instant,
});
const entryView = z.object({
  key: z.string(),
  part: z.string(),
  title: z.string(),
  isPersonal: z.boolean(),
  caseId: z.string().nullable(),
  taskId: z.string().nullable(),
  status: z.string().nullable(),
});
export const wholeMeeting = meetingView.extend({
  agenda: z.array(entryView),
  decisions: z.array(decisionView),
  returns: z.array(returnView),
  present: z.array(z.string()),
  nextMeetingId: z.string().nullable(),
});

export const taskView = z.object({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  expected: z.string(),
  seriesName: z.string().nullable(),
  meetingId: z.string().nullable(),
  caseId: z.string().nullable(),
  isPersonal: z.boolean(),
  serviceId: z.string(),
  serviceName: z.string(),
  agencyName: z.string(),
  setAt: instant,
  dueOn: z.string(),
  firstDueOn: z.string(),
  status: z.string(),
  acceptedByName: z.string().nullable(),
  acceptedHow: z.string().nullable(),
  refusedReason: z.string().nullable(),
  resultWords: z.string().nullable(),
  resultAt: instant.nullable(),
  timesCarried: z.number(),
  partnerSystem: z.string().nullable(),
  partnerReference: z.string().nullable(),
  partnerOn: z.string().nullable(),
  version: z.number(),
});
export const wholeTask = taskView.extend({
  events: z.array(
    z.object({
      at: instant,
      kind: z.string(),
      words: z.string(),
      officerName: z.string().nullable(),
      agencyName: z.string().nullable(),
    }),
  ),
});
export const caseView = z.object({
  id: z.string(),
  reference: z.string(),
  status: z.string(),
  version: z.number(),
});
