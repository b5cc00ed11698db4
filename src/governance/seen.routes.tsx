import { z } from 'zod';
import type { Again } from '../platform/http/again.ts';
import { type Ask, act, apiPost, type Route, show } from '../platform/http/declare.ts';
import { page } from '../platform/http/reply.ts';
import type { PersonLogInput } from './access.forms.ts';
import { personLogExample, personLogSchema } from './access.forms.ts';
import { answerAccess } from './governance.permissions.ts';
import { PersonLogPage } from './seen.pages.tsx';
import { type PersonLog, personLog } from './seen.queries.ts';

const shown = (
  ask: Ask,
  { problems, typed }: Again = { problems: [], typed: {} },
  found?: { log: PersonLog; input: PersonLogInput },
) =>
  page(
    'Who saw one person',
    <PersonLogPage {...{ problems, typed, csrf: ask.csrf, ...(found && { found }) }} />,
    { marking: 'OFFICIAL-SENSITIVE', back: { href: '/audit', text: 'Audit' }, problems, wide: true },
  );

/** Who saw somebody, whichever record of theirs: without a request of theirs, and with a reason. */
export const personLogRoutes: readonly Route[] = [
  show({
    path: '/audit/person',
    words: 'Whom to ask the log of',
    permission: answerAccess,
    audit: 'person-log.form-shown',
    handle: (_work, _input, ask) => shown(ask),
  }),
  act({
    path: '/audit/person',
    words: 'Who saw what your agency holds about somebody, when and why, with why you look',
    permission: answerAccess,
    audit: 'person-log.read',
    body: personLogSchema,
    example: { body: personLogExample },
    handle: async (work, { body }, ask) =>
      shown(ask, undefined, { log: await personLog(work, body), input: body }),
    invalid: (_work, { raw, problems }, ask) => shown(ask, { problems, typed: raw }),
  }),
  apiPost({
    path: '/api/v1/audit/person',
    words: 'Who saw what your agency holds about somebody, when and why, with why you look',
    permission: answerAccess,
    audit: 'person-log.read',
    body: personLogSchema,
    output: z.object({
      entries: z.array(
        z.object({
          at: z.string(),
          who: z.string().nullable(),
          agency: z.string().nullable(),
          event: z.string(),
          outcome: z.string(),
          purpose: z.string().nullable(),
          detail: z.record(z.string(), z.unknown()),
          kind: z.string(),
          reference: z.string(),
        }),
      ),
      hasMore: z.boolean(),
    }),
    status: 200,
    example: { body: personLogExample },
    handle: async (work, { body }) => {
      const { lines, hasMore } = await personLog(work, body);
      return {
        entries: lines.map(({ at, officerName, agencyName, side: _, actorKind: __, ...line }) => ({
          ...{ at: at.toISOString(), who: officerName, agency: agencyName, ...line },
        })),
        hasMore,
      };
    },
  }),
];
