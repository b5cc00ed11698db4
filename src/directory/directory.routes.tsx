import { z } from 'zod';
import { demand, type FieldProblem, notFound, type Result } from '../platform/failures/failures.ts';
import { type Ask, act, apiGet, type Route, show } from '../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { dayField, reasonField } from './change/fields.ts';
import { historyFrom } from './change/history.tsx';
import { addRule, changesOfIssueType, endRule, rulesOf } from './directory.commands.ts';
import { DirectoryPage, IssueTypePage, mayEdit } from './directory.pages.tsx';
import { editDirectory, readDirectory } from './directory.permissions.ts';
import { type AreaRow, findIssueType, listAreas, listIssueTypes, listServices } from './directory.store.ts';
import { addIssueType, changeIssueType } from './issue-type.commands.ts';
import { codeParams, issueBody, issueExample, ruleBody, ruleParams } from './issue-type.forms.ts';
import { IssueTypeForm } from './issue-type-form.pages.tsx';

const directoryHome = { href: '/directory', text: 'Directory' };

async function issuePage(
  work: Work,
  code: string,
  ask: Ask,
  problems: readonly FieldProblem[] = [],
  typed: Record<string, unknown> = {},
): Promise<PageReply> {
  const type = (await findIssueType(work.db, code)) ?? demand(notFound);
  const canEdit = mayEdit(officerOf(work));
  const kinds: AreaRow[] = canEdit
    ? (
        await Promise.all(['district', 'ward'].map((kind) => listAreas(work.db, kind, work.clock.today())))
      ).flat()
    : [];
  const rules = await rulesOf(work, code);
  const history = canEdit && (await historyFrom(work, await changesOfIssueType(work, code), ask.csrf));
  const services = canEdit ? await listServices(work.db, work.clock.today()) : [];
  const props = {
    type,
    rules,
    history,
    services,
    areas: kinds,
    canEdit,
    csrf: ask.csrf,
    today: work.clock.today(),
    problems,
    typed,
  };
  return page(type.name, <IssueTypePage {...props} />, { back: directoryHome, problems });
}

/** A failure of fields shows the form again; any other ends the act. */
const orAgain = async <T,>(
  result: Result<T>,
  again: (problems: readonly FieldProblem[]) => Promise<PageReply> | PageReply,
  done: (value: T) => ReturnType<typeof redirect>,
) =>
  result.ok
    ? done(result.value)
    : result.failure.kind === 'invalid'
      ? again(result.failure.problems)
      : demand(result);

const issueForm = (
  heading: string,
  action: string,
  csrf: string,
  problems: readonly FieldProblem[],
  typed: Record<string, unknown>,
): PageReply =>
  page(
    heading,
    <IssueTypeForm heading={heading} action={action} csrf={csrf} problems={problems} typed={typed} />,
    { back: directoryHome, problems },
  );

/** The form with what was typed in it and the version that is there now. */
const issueAgain = async (
  work: Work,
  code: string,
  ask: Ask,
  given: { problems: readonly FieldProblem[]; typed: Record<string, unknown>; status?: number },
): Promise<PageReply> => {
  const type = (await findIssueType(work.db, code)) ?? demand(notFound);
  const typed = { ...given.typed, version: type.version };
  const action = `/directory/issues/${code}/change`;
  const again = issueForm(`Change ${type.name}`, action, ask.csrf, given.problems, typed);
  return given.status ? { ...again, status: given.status } : again;
};

/** The directory: reading for everybody with an account, changing for its administrator. */
export const directoryRoutes: readonly Route[] = [
  show({
    path: '/directory',
    words: 'The A to Z of issues',
    permission: readDirectory,
    audit: 'directory.read',
    query: z.object({ words: z.string().max(100).default('') }),
    handle: async (work, { query }) =>
      page(
        'Directory',
        <DirectoryPage
          types={await listIssueTypes(work.db)}
          words={query.words}
          canEdit={mayEdit(officerOf(work))}
        />,
      ),
  }),
  show({
    path: '/directory/issues/add',
    words: 'Add an issue type',
    permission: editDirectory,
    audit: 'directory.issue-type-adding',
    handle: (_work, _input, ask) =>
      issueForm('Add an issue type', '/directory/issues/add', ask.csrf, [], {
        isActive: true,
        targetWorkingDays: '5',
      }),
  }),
  act({
    path: '/directory/issues/add',
    words: 'Add an issue type',
    permission: editDirectory,
    audit: 'directory.issue-type-added',
    body: issueBody,
    example: { body: issueExample },
    handle: async (work, { body }, ask) =>
      orAgain(
        await addIssueType(work, body),
        (problems) =>
          issueForm('Add an issue type', '/directory/issues/add', ask.csrf, problems, {
            ...body,
            words: body.words.join('\n'),
            targetWorkingDays: String(body.targetWorkingDays),
          }),
        ({ code }) =>
          redirect(`/directory/issues/${code}`, { flash: 'Issue type added. Now say who answers.' }),
      ),
    invalid: (_work, { raw, problems }, ask) =>
      issueForm('Add an issue type', '/directory/issues/add', ask.csrf, problems, raw),
  }),
  show({
    path: '/directory/issues/:issueType',
    words: 'One issue type and who answers for it',
    permission: readDirectory,
    audit: 'directory.read',
    params: codeParams,
    handle: (work, { params }, ask) => issuePage(work, params.issueType, ask),
  }),
  show({
    path: '/directory/issues/:issueType/change',
    words: 'Change an issue type',
    permission: editDirectory,
    audit: 'directory.issue-type-changing',
    params: codeParams,
    handle: async (work, { params }, ask) => {
      const type = (await findIssueType(work.db, params.issueType)) ?? demand(notFound);
      return issueForm(`Change ${type.name}`, `/directory/issues/${type.code}/change`, ask.csrf, [], {
        ...type,
        words: type.words.join('\n'),
        targetWorkingDays: String(type.targetWorkingDays),
      });
    },
  }),
  act({
    path: '/directory/issues/:issueType/change',
    words: 'Change an issue type',
    permission: editDirectory,
    audit: 'directory.issue-type-changed',
    params: codeParams,
    body: issueBody,
    example: { body: issueExample },
    handle: async (work, { params, body }, ask) => {
      const changed = await changeIssueType(work, params.issueType, body);
      if (!changed.ok && changed.failure.kind === 'stale') {
        const typed = {
          ...body,
          words: body.words.join('\n'),
          targetWorkingDays: String(body.targetWorkingDays),
        };
        const problems = [{ field: 'reason', words: changed.failure.words }];
        return issueAgain(work, params.issueType, ask, { problems, typed, status: 409 });
      }
      return redirect(`/directory/issues/${demand(changed).code}`, { flash: 'Changed' });
    },
    invalid: (work, { params, raw, problems }, ask) =>
      issueAgain(work, params.issueType, ask, { problems, typed: raw }),
  }),
  act({
    path: '/directory/issues/:issueType/rules',
    words: 'Add a routing rule',
    permission: editDirectory,
    audit: 'directory.rule-added',
    params: codeParams,
    body: ruleBody,
    example: {
      body: {
        serviceId: '@serviceId',
        areaCode: '',
        landOwner: 'any',
        applies: 'always',
        startsOn: '2026-12-01',
        reason: 'An example',
      },
    },
    handle: async (work, { params, body }, ask) =>
      orAgain(
        await addRule(work, { ...params, ...body }),
        (problems) => issuePage(work, params.issueType, ask, problems, body),
        () =>
          redirect(`/directory/issues/${params.issueType}`, {
            flash: 'Rule added. Open gaps of this kind are settled.',
          }),
      ),
    invalid: (work, { params, raw, problems }, ask) => issuePage(work, params.issueType, ask, problems, raw),
  }),
  act({
    path: '/directory/rules/:ruleId/end',
    words: 'End a routing rule',
    permission: editDirectory,
    audit: 'directory.rule-ended',
    params: ruleParams,
    body: z.object({ endsOn: dayField, reason: reasonField }),
    example: { body: { endsOn: '2027-01-01', reason: 'An example' } },
    handle: async (work, { params, body }) => {
      const { issueType } = demand(await endRule(work, { ...params, ...body }));
      return redirect(`/directory/issues/${issueType}`, {
        flash: 'The rule ends. What it sent stays where it went.',
      });
    },
  }),
  apiGet({
    path: '/api/v1/directory/issue-types/:issueType/rules',
    words: 'The rules of an issue type',
    permission: readDirectory,
    audit: 'directory.read',
    params: codeParams,
    output: z.object({
      rules: z.array(
        z.object({
          id: z.string(),
          areaCode: z.string().nullable(),
          landOwner: z.string(),
          applies: z.string(),
          serviceId: z.string(),
          serviceName: z.string(),
          startsOn: z.string(),
          endsOn: z.string().nullable(),
        }),
      ),
    }),
    handle: async (work, { params }) => ({ rules: await rulesOf(work, params.issueType) }),
  }),
];
