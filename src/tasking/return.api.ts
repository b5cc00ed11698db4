import { z } from 'zod';
import { demand } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { addOutsideFigure, readReturn, submitReturn } from './return.commands.ts';
import * as form from './tasking.forms.ts';
import { makeReturns, readMeetings } from './tasking.permissions.ts';
import { instant, returnView } from './tasking.views.ts';

const returnParams = { meetingId: '@meetingId', serviceId: '@serviceId' };
const shownReturn = async (work: Work, at: { meetingId: string; serviceId: string }) => {
  const { line, figures } = demand(await readReturn(work, at.meetingId, at.serviceId));
  return { ...line, figures };
};
const figure = z.object({
  measure: z.string(),
  counted: z.number().nullable(),
  countedAt: instant,
  outsideValue: z.number().nullable(),
  outsideSource: z.string().nullable(),
  outsideByName: z.string().nullable(),
});
const wholeReturn = returnView.extend({ comment: z.string().nullable(), figures: z.array(figure) });
const onReturn = { params: form.returnParams, output: wholeReturn, status: 200 };
/** Returns as JSON: the same commands as the pages. */
export const returnApi: readonly Route[] = [
  apiGet({
    ...onReturn,
    path: '/api/v1/meetings/:meetingId/returns/:serviceId',
    words: 'A service’s figures for a meeting',
    permission: readMeetings,
    audit: 'return.opened',
    example: { params: returnParams },
    handle: (work, { params }) => shownReturn(work, params),
  }),
  apiPost({
    ...onReturn,
    path: '/api/v1/meetings/:meetingId/returns/:serviceId',
    words: 'Submit a service’s figures for a meeting',
    permission: makeReturns,
    audit: 'return.submitted',
    body: form.returnSchema,
    example: { params: returnParams, body: { version: 1, comment: 'A quiet month.' } },
    handle: async (work, input) =>
      shownReturn(work, demand(await submitReturn(work, { ...input.params, ...input.body }))),
  }),
  apiPost({
    ...onReturn,
    path: '/api/v1/meetings/:meetingId/returns/:serviceId/outside',
    words: 'Add an outside figure with its source',
    permission: makeReturns,
    audit: 'return.outside-figure-added',
    body: form.outsideSchema,
    example: {
      params: returnParams,
      body: { measure: 'dog-fouling', value: 4, source: 'Dog warden contractor', asAt: '2026-11-01' },
    },
    handle: async (work, input) =>
      shownReturn(work, demand(await addOutsideFigure(work, { ...input.params, ...input.body }))),
  }),
];
