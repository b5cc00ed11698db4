import { z } from 'zod';
import { demand } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import { dayField, reasonField } from './change/fields.ts';
import { addRule, endRule, openGaps } from './directory.commands.ts';
import { editDirectory } from './directory.permissions.ts';
import { addIssueType } from './issue-type.commands.ts';
import { codeParams, issueBody, issueExample, ruleBody, ruleParams } from './issue-type.forms.ts';

/** The A to Z as JSON: what nobody is down for, and the line and rule that settle it. */
export const issueTypeApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/directory/gaps',
    words: 'What nobody is down to answer for, most often asked first',
    permission: editDirectory,
    audit: 'directory.gaps-read',
    output: z.object({
      gaps: z.array(
        z.object({
          words: z.string(),
          issueType: z.string().nullable(),
          districtName: z.string().nullable(),
          times: z.number(),
          lastAt: z.date().transform((at) => at.toISOString()),
        }),
      ),
    }),
    handle: async (work) => ({ gaps: await openGaps(work) }),
  }),
  apiPost({
    path: '/api/v1/directory/issue-types',
    words: 'Add an issue type',
    permission: editDirectory,
    audit: 'directory.issue-type-added',
    body: issueBody,
    output: z.object({ code: z.string() }),
    example: { body: { ...issueExample, name: 'Example issue by API' } },
    handle: async (work, { body }) => demand(await addIssueType(work, body)),
  }),
  apiPost({
    path: '/api/v1/directory/issue-types/:issueType/rules',
    words: 'Add a routing rule; open gaps of its kind are settled',
    permission: editDirectory,
    audit: 'directory.rule-added',
    params: codeParams,
    body: ruleBody,
    output: z.object({ id: z.string() }),
    example: {
      body: {
        serviceId: '@serviceId',
        landOwner: 'any',
        applies: 'always',
        startsOn: '2026-12-01',
        reason: 'An example',
      },
    },
    handle: async (work, { params, body }) => demand(await addRule(work, { ...params, ...body })),
  }),
  apiPost({
    path: '/api/v1/directory/rules/:ruleId/end',
    words: 'End a routing rule; what it sent stays where it went',
    permission: editDirectory,
    audit: 'directory.rule-ended',
    params: ruleParams,
    body: z.object({ endsOn: dayField, reason: reasonField }),
    output: z.object({ issueType: z.string() }),
    example: { body: { endsOn: '2027-01-01', reason: 'An example' } },
    handle: async (work, { params, body }) => demand(await endRule(work, { ...params, ...body })),
  }),
];
