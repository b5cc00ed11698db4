import { z } from 'zod';
import { demand } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { previewed, previewView } from './change/preview.view.ts';
import { addRule, endRule, openGaps, planEndOfRule, planRule } from './directory.commands.ts';
import { editDirectory } from './directory.permissions.ts';
import { addIssueType, changeIssueType, planIssueType, planNewIssueType } from './issue-type.commands.ts';
import {
  changeIssueSchema,
  codeParams,
  endRuleExample,
  endRuleSchema,
  issueExample,
  issueInput,
  issueSchema,
  ruleExample,
  ruleParams,
  ruleSchema,
} from './issue-type.forms.ts';
import { previewOfIssueType, previewOfRule } from './issue-type.preview.ts';

const changed = (body: z.output<typeof changeIssueSchema>) => ({
  ...issueInput(body),
  version: body.version,
});
const lookAt = (work: Work) => (plan: Parameters<typeof previewOfRule>[1]) => previewOfRule(work, plan);

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
    body: issueSchema,
    output: z.object({ code: z.string() }),
    example: { body: { ...issueExample, name: 'Example issue by API' } },
    handle: async (work, { body }) => demand(await addIssueType(work, issueInput(body))),
  }),
  apiPost({
    path: '/api/v1/directory/issue-types/preview',
    words: 'What adding an issue type would do',
    permission: editDirectory,
    audit: 'directory.issue-type-previewed',
    body: issueSchema,
    output: previewView,
    status: 200,
    example: { body: issueExample },
    handle: async (work, { body }) =>
      previewed(await planNewIssueType(work, issueInput(body)), (plan) => previewOfIssueType(work, plan)),
  }),
  apiPost({
    path: '/api/v1/directory/issue-types/:issueType/change',
    words: 'Change an issue type',
    permission: editDirectory,
    audit: 'directory.issue-type-changed',
    params: codeParams,
    body: changeIssueSchema,
    output: z.object({ code: z.string() }),
    status: 200,
    example: { body: { ...issueExample, version: 1 } },
    handle: async (work, { params, body }) =>
      demand(await changeIssueType(work, params.issueType, changed(body))),
  }),
  apiPost({
    path: '/api/v1/directory/issue-types/:issueType/change/preview',
    words: 'What changing an issue type would do',
    permission: editDirectory,
    audit: 'directory.issue-type-previewed',
    params: codeParams,
    body: changeIssueSchema,
    output: previewView,
    status: 200,
    example: { body: { ...issueExample, version: 1 } },
    handle: async (work, { params, body }) =>
      previewed(await planIssueType(work, params.issueType, changed(body)), (plan) =>
        previewOfIssueType(work, plan),
      ),
  }),
  apiPost({
    path: '/api/v1/directory/issue-types/:issueType/rules',
    words: 'Add a routing rule; open gaps of its kind are settled',
    permission: editDirectory,
    audit: 'directory.rule-added',
    params: codeParams,
    body: ruleSchema,
    output: z.object({ id: z.string() }),
    example: { body: ruleExample },
    handle: async (work, { params, body }) => demand(await addRule(work, { ...params, ...body })),
  }),
  apiPost({
    path: '/api/v1/directory/issue-types/:issueType/rules/preview',
    words: 'Where reports would go by a new rule',
    permission: editDirectory,
    audit: 'directory.rule-previewed',
    params: codeParams,
    body: ruleSchema,
    output: previewView,
    status: 200,
    example: { body: ruleExample },
    handle: async (work, { params, body }) =>
      previewed(await planRule(work, { ...params, ...body }), lookAt(work)),
  }),
  apiPost({
    path: '/api/v1/directory/rules/:ruleId/end',
    words: 'End a routing rule; what it sent stays where it went',
    permission: editDirectory,
    audit: 'directory.rule-ended',
    params: ruleParams,
    body: endRuleSchema,
    output: z.object({ issueType: z.string() }),
    example: { body: endRuleExample },
    handle: async (work, { params, body }) => demand(await endRule(work, { ...params, ...body })),
  }),
  apiPost({
    path: '/api/v1/directory/rules/:ruleId/end/preview',
    words: 'Where reports would go once a rule has ended',
    permission: editDirectory,
    audit: 'directory.rule-previewed',
    params: ruleParams,
    body: endRuleSchema,
    output: previewView,
    status: 200,
    example: { body: endRuleExample },
    handle: async (work, { params, body }) =>
      previewed(await planEndOfRule(work, { ...params, ...body }), lookAt(work)),
  }),
];
