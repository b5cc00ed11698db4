import { z } from 'zod';
import { demand, notFound } from '../platform/failures/failures.ts';
import { type Ask, apiGet, type Route, show } from '../platform/http/declare.ts';
import { type PageReply, page } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { historyFrom } from './change/history.tsx';
import { changesOfIssueType, rulesOf } from './directory.commands.ts';
import { DirectoryPage, IssueTypePage, mayEdit } from './directory.pages.tsx';
import { readDirectory } from './directory.permissions.ts';
import { findIssueType, listIssueTypes } from './directory.store.ts';
import { codeParams } from './issue-type.forms.ts';
import { issueTypeEdits, ruleEdits } from './issue-type.routes.tsx';

const directoryHome = { href: '/directory', text: 'Directory' };

async function issuePage(work: Work, code: string, ask: Ask): Promise<PageReply> {
  const type = (await findIssueType(work.db, code)) ?? demand(notFound);
  const canEdit = mayEdit(officerOf(work));
  const rules = await rulesOf(work, code);
  const history = canEdit && (await historyFrom(work, await changesOfIssueType(work, code), ask.csrf));
  return page(type.name, <IssueTypePage {...{ type, rules, history, canEdit }} />, { back: directoryHome });
}

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
    path: '/directory/issues/:issueType',
    words: 'One issue type and who answers for it',
    permission: readDirectory,
    audit: 'directory.read',
    params: codeParams,
    handle: (work, { params }, ask) => issuePage(work, params.issueType, ask),
  }),
  ...issueTypeEdits,
  ...ruleEdits,
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
