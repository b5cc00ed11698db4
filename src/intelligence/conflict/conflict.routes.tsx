import { z } from 'zod';
import { mayUse } from '../../platform/access/permission.ts';
import { demand } from '../../platform/failures/failures.ts';
import type { FormAgain } from '../../platform/http/again.ts';
import { type Ask, act, apiGet, apiPost, type Route, show } from '../../platform/http/declare.ts';
import { page, redirect } from '../../platform/http/reply.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import {
  asked,
  Button,
  DataTable,
  Day,
  Details,
  Form,
  type FormState,
  Input,
  stateOf,
} from '../../platform/ui/index.ts';
import { readIntelligence, reopenConflicts } from '../intelligence.permissions.ts';
import { reopenExample, reopenParams, reopenSchema, reopenTo } from './conflict.commands.ts';
import { type Conflict, listConflicts, mostConflicts } from './conflict.store.ts';

const words = 'Who supported a case at court, so that its sources stay closed to them';

interface Props extends FormState {
  rows: readonly Conflict[];
  /** The manager, who may open it to somebody else. */
  own: string | undefined;
  csrf: string;
}

const formOf = ({ officerId }: { officerId: string }) => officerId;

const Reopen = ({ one, csrf, ...all }: FormState & { one: Conflict; csrf: string }) => {
  const key = formOf(one);
  const state = stateOf(all, key);
  const isThis = state.typed.fileReference === undefined || state.typed.fileReference === one.fileReference;
  const mine = isThis ? state : { problems: [], typed: {} };
  const name = (
    <span class="govuk-visually-hidden">
      : {one.officerName}, {one.fileReference}
    </span>
  );
  return (
    <Details summary={<>Open it to them again{name}</>} open={mine.problems.length > 0}>
      <Form action={`/intelligence/conflicts/${one.officerId}/reopen`} csrfToken={csrf}>
        <input type="hidden" name="fileReference" value={one.fileReference} />
        <Input
          {...asked(mine, 'reopenWhy')}
          id={mine.problems.length > 0 ? 'reopenWhy' : `reopen-${one.officerId}-${one.fileReference}`}
          label="Why it is safe that they read it again"
        />
        <Button classes="govuk-button--secondary">Open it{name}</Button>
      </Form>
    </Details>
  );
};

const ConflictsPage = ({ rows, own, csrf, ...state }: Props) => (
  <>
    <h1 class="govuk-heading-l">Conflicts</h1>
    <p class="govuk-body">
      Who supports a case at court leaves the unit for it. The items behind the case, and all that its sources
      give, before and after, stay closed to them when they come back, until a manager who is somebody else
      opens them again.
    </p>
    <DataTable
      caption="To whom what is closed, the newest first"
      captionClasses="govuk-visually-hidden"
      rows={rows}
      cappedAt={mostConflicts}
      columns={[
        { heading: 'Officer', cell: ({ officerName }) => officerName },
        { heading: 'Prosecution file', cell: ({ fileReference }) => fileReference },
        { heading: 'Since', cell: ({ since }) => <Day day={since} /> },
        { heading: 'Items closed', cell: ({ items }) => items, numeric: true },
        {
          heading: 'Opened again',
          cell: (one) => (
            <div>
              {one.reopened > 0
                ? `${one.reopened}, by ${one.reopenedByName}: ${one.reopenWhy}`
                : own
                  ? ''
                  : 'No'}
              {own && own !== one.officerId && one.items > 0 && <Reopen one={one} csrf={csrf} {...state} />}
            </div>
          ),
        },
      ]}
      empty={{
        title: 'Nothing is closed to anybody',
        children: 'A service that takes a case to court names who supports it with evidence.',
      }}
    />
  </>
);

async function shown(work: Work, ask: Ask, again: Partial<FormAgain> = {}) {
  const own = mayUse(work.viewer, reopenConflicts) ? officerOf(work).officerId : undefined;
  const { form, problems = [], typed = {} } = again;
  const view = { rows: await listConflicts(work), own, csrf: ask.csrf };
  return page('Conflicts', <ConflictsPage {...view} {...{ form, problems, typed }} />, {
    problems,
    marking: 'OFFICIAL-SENSITIVE',
  });
}

const reopening = {
  words: 'Open to an officer what was closed to them for a case, with a reason',
  permission: reopenConflicts,
  audit: 'intelligence-conflict.reopened',
  params: reopenParams,
  body: reopenSchema,
  example: { body: reopenExample },
};

/** The conflict log of the unit, as a page and as JSON. */
export const conflictRoutes: readonly Route[] = [
  show({
    path: '/intelligence/conflicts',
    words,
    permission: readIntelligence,
    audit: 'intelligence-conflict.listed',
    handle: (work, _input, ask) => shown(work, ask),
  }),
  act({
    ...reopening,
    path: '/intelligence/conflicts/:officerId/reopen',
    handle: async (work, { params, body }) => {
      const { items } = demand(await reopenTo(work, { ...params, ...body }));
      return redirect('/intelligence/conflicts', { flash: `Open again: ${items} items` });
    },
    invalid: (work, { params, raw, problems }, ask) =>
      shown(work, ask, { form: formOf(params), problems, typed: raw }),
  }),
  apiPost({
    ...reopening,
    path: '/api/v1/intelligence/conflicts/:officerId/reopen',
    output: z.object({ items: z.number() }),
    status: 200,
    handle: async (work, { params, body }) => demand(await reopenTo(work, { ...params, ...body })),
  }),
  apiGet({
    path: '/api/v1/intelligence/conflicts',
    words,
    permission: readIntelligence,
    audit: 'intelligence-conflict.listed',
    output: z.object({
      conflicts: z.array(
        z.object({
          officerId: z.string(),
          officerName: z.string(),
          fileReference: z.string(),
          since: z.string(),
          items: z.number(),
          reopened: z.number(),
          reopenedByName: z.string().nullable(),
          reopenWhy: z.string().nullable(),
        }),
      ),
    }),
    handle: async (work) => ({ conflicts: await listConflicts(work) }),
  }),
];
