import { listLists } from '../linkage/index.ts';
import { demand } from '../platform/failures/failures.ts';
import { addressWith, sortLinks } from '../platform/http/address.ts';
import { act, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { openFile, openForList } from './file.commands.ts';
import { FilePage } from './file.pages.tsx';
import { setRule } from './loss.commands.ts';
import { RulesPage } from './parts.pages.tsx';
import { fileParams, openListSchema, openSchema, registerQuery, ruleSchema } from './register.forms.ts';
import { RegisterPage } from './register.pages.tsx';
import { filesOfOne, fileView, pageOfFiles } from './register.queries.ts';
import { allRules } from './register.rules.ts';
import { ownRules } from './rule.store.ts';
import { keepRegister } from './safeguarding.permissions.ts';

export const marking = 'OFFICIAL-SENSITIVE';
const register = { href: '/register', text: 'Victim register' };

async function rulesPage(
  work: Work,
  csrf: string,
  {
    problems = [],
    typed = {},
  }: { problems?: readonly { field: string; words: string }[]; typed?: Record<string, unknown> } = {},
) {
  const form = {
    action: '/register/rules',
    csrf,
    fields: [
      {
        type: 'select' as const,
        name: 'code',
        label: 'Rule',
        items: allRules.map(({ code, words }) => ({ value: code, text: words })),
      },
      { type: 'text' as const, name: 'points', label: 'Points' },
      { type: 'text' as const, name: 'why', label: 'Why' },
    ],
    typed,
    problems,
    button: 'Set the rule',
  };
  const own = await ownRules(work, officerOf(work).agencyId);
  return page('How priority is worked out', <RulesPage own={own} form={form} />, {
    problems,
    back: register,
    wide: true,
  });
}

/** The victim register, somebody on it, and taking people on. */
export const registerRoutes: readonly Route[] = [
  show({
    path: '/register',
    words: 'The victim register, the most urgent first',
    permission: keepRegister,
    audit: 'register.listed',
    query: registerQuery,
    handle: async (work, { query }, ask) => {
      const { due, ...filter } = query;
      const { files, next, count, sorted } = await pageOfFiles(work, { ...filter, due: due === 'yes' });
      const body = (
        <RegisterPage
          files={files}
          inAll={count}
          sameOne={await filesOfOne(work)}
          filter={{ ...query, due }}
          nextHref={next ? addressWith('/register', query, { after: next }) : undefined}
          sort={sortLinks('/register', query, sorted)}
          lists={(await listLists(work)).filter(({ isOpen, rowsLoaded }) => isOpen && rowsLoaded > 0)}
          csrf={ask.csrf}
        />
      );
      return page('Victim register', body, { wide: true, marking });
    },
  }),
  show({
    path: '/register/rules',
    words: 'How priority is worked out, and what the agency has set',
    permission: keepRegister,
    audit: 'register.rules-read',
    handle: (work, _input, ask) => rulesPage(work, ask.csrf),
  }),
  act({
    path: '/register/rules',
    words: 'Set the points of a rule, or a threshold, for the agency',
    permission: keepRegister,
    audit: 'register.rule-set',
    body: ruleSchema,
    example: { body: { code: 'lives-alone', points: 15, why: 'Most of ours live alone' } },
    handle: async (work, { body }) => {
      demand(await setRule(work, body));
      return redirect('/register/rules', { flash: 'The rule holds from now on' });
    },
    invalid: (work, { raw, problems }, ask) => rulesPage(work, ask.csrf, { problems, typed: raw }),
  }),
  act({
    path: '/register',
    words: 'Take a person on the register, from any record of theirs',
    permission: keepRegister,
    audit: 'register.opened',
    body: openSchema,
    example: { body: { recordId: '@listedId' } },
    handle: async (work, { body }) => {
      const { file, isNew } = demand(await openFile(work, body));
      return redirect(`/register/${file.id}`, {
        flash: isNew ? 'Taken on the register' : 'This person is on the register already: here is their file',
      });
    },
    invalid: () => redirect('/register'),
  }),
  act({
    path: '/register/from-list',
    words: 'Take everybody of a list on the register who is not on it yet',
    permission: keepRegister,
    audit: 'register.list-taken-on',
    body: openListSchema,
    example: { body: { listId: '@listId' } },
    handle: async (work, { body }) => {
      const { opened, there } = demand(await openForList(work, body));
      return redirect('/register', {
        flash: `${opened} taken on; ${there} ${there === 1 ? 'was' : 'were'} on the register already`,
      });
    },
    invalid: () => redirect('/register'),
  }),
  show({
    path: '/register/:fileId',
    words: 'Somebody on the victim register',
    permission: keepRegister,
    audit: 'register.read',
    params: fileParams,
    example: { params: { fileId: '@victimFileId' } },
    handle: async (work, { params }, ask) => {
      const view = demand(await fileView(work, params.fileId));
      const body = <FilePage {...view} csrf={ask.csrf} agencyId={officerOf(work).agencyId} />;
      return page(view.file.name, body, { wide: true, marking, back: register });
    },
  }),
];
