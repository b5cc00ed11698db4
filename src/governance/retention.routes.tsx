import { demand, type FieldProblem, notFound } from '../platform/failures/failures.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { about, type Work } from '../platform/http/work.ts';
import { holdRecords, readRetention, setRetention } from './governance.permissions.ts';
import { HoldPage, OneHoldPage } from './hold.pages.tsx';
import { liftHold, setHold, setPeriod } from './retention.commands.ts';
import { examples, holdParams, holdSchema, kindParams, liftSchema, periodSchema } from './retention.forms.ts';
import { retentionHour } from './retention.jobs.ts';
import { DryRunPage, RetentionPage } from './retention.pages.tsx';
import { dryRun, retentionView } from './retention.queries.ts';
import { findHold } from './retention.store.ts';

const back = { href: '/retention', text: 'Retention' };
const holdId = '@holdId';
interface Again {
  problems: readonly FieldProblem[];
  typed: Record<string, unknown>;
}
const fresh: Again = { problems: [], typed: {} };

async function retentionPage(work: Work, ask: Ask, state: Again = fresh) {
  const view = await retentionView(work);
  return page('Retention', <RetentionPage {...{ view, hour: retentionHour, csrf: ask.csrf, state }} />, {
    problems: state.problems,
    wide: true,
  });
}
const holdPage = (ask: Ask, state: Again = fresh) =>
  page('Hold a record', <HoldPage csrf={ask.csrf} state={state} />, { problems: state.problems, back });

async function oneHold(work: Work, id: string, ask: Ask, state: Again = fresh) {
  const hold = (await findHold(work, id)) ?? demand(notFound);
  about(work, 'legal-hold', id);
  return page('Legal hold', <OneHoldPage {...{ hold, csrf: ask.csrf, state }} />, {
    problems: state.problems,
    back,
  });
}

/** How long records are kept, what is due, and legal holds. */
export const retentionRoutes: readonly Route[] = [
  show({
    path: '/retention',
    words: 'How long records are kept, what of your own agency is due tonight, and what was done',
    permission: readRetention,
    audit: 'retention.read',
    handle: (work, _input, ask) => retentionPage(work, ask),
  }),
  show({
    path: '/retention/holds',
    words: 'Hold a record, so that it is not deleted',
    permission: holdRecords,
    audit: 'retention.hold-form-shown',
    handle: async (_work, _input, ask) => holdPage(ask),
  }),
  act({
    path: '/retention/holds',
    words: 'Hold a record, so that it is not deleted',
    permission: holdRecords,
    audit: 'retention.hold-set',
    body: holdSchema,
    example: { body: examples.hold },
    handle: async (work, { body }) => {
      const done = await setHold(work, body);
      return redirect(`/retention/holds/${demand(done).id}`, { flash: 'The record is held' });
    },
    invalid: async (_work, { raw, problems }, ask) => holdPage(ask, { problems, typed: raw }),
  }),
  show({
    path: '/retention/holds/:holdId',
    words: 'One legal hold',
    permission: holdRecords,
    audit: 'retention.hold-read',
    params: holdParams,
    handle: (work, { params }, ask) => oneHold(work, params.holdId, ask),
  }),
  act({
    path: '/retention/holds/:holdId/lift',
    words: 'Lift a legal hold',
    permission: holdRecords,
    audit: 'retention.hold-lifted',
    params: holdParams,
    body: liftSchema,
    example: { params: { holdId }, body: examples.lift },
    handle: async (work, { params, body }) => {
      demand(await liftHold(work, { ...params, ...body }));
      return redirect('/retention', { flash: 'The hold is lifted' });
    },
    invalid: (work, { params, raw, problems }, ask) =>
      oneHold(work, params.holdId, ask, { problems, typed: raw }),
  }),
  act({
    path: '/retention/periods',
    words: 'Set how long your agency keeps a kind of record',
    permission: setRetention,
    audit: 'retention.period-set',
    body: periodSchema,
    example: { body: examples.period },
    handle: async (work, { body }) => {
      demand(await setPeriod(work, body));
      return redirect('/retention', { flash: 'It holds from tonight' });
    },
    invalid: (work, { raw, problems }, ask) => retentionPage(work, ask, { problems, typed: raw }),
  }),
  show({
    path: '/retention/:retentionKind',
    words: 'What would go tonight of one kind, and what is kept for something: nothing is done',
    permission: readRetention,
    audit: 'retention.tried',
    params: kindParams,
    handle: async (work, { params }) => {
      const run = await dryRun(work, params.retentionKind);
      work.note.detail.kind = params.retentionKind;
      return page(run.rule.words, <DryRunPage run={run} />, { back });
    },
  }),
];
