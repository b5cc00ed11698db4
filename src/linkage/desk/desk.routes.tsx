import type { z } from 'zod';
import { demand, notFound, ok, type Result } from '../../platform/failures/failures.ts';
import { type FormAgain, formsOn } from '../../platform/http/again.ts';
import { type Ask, act, type Route, show } from '../../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../../platform/http/reply.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { type Judgement, undoJudgement, undoLastDecisions, verdictWords } from '../ledger/index.ts';
import { reviewPairs } from '../linkage.permissions.ts';
import { decide } from './desk.commands.ts';
import {
  decisionSchema,
  pairDecisionSchema,
  pairParams,
  type QueueQuery,
  questionSchema,
  queueSchema,
  undoSchema,
} from './desk.forms.ts';
import { DeskPage } from './desk.pages.tsx';
import { openDesk } from './desk.queries.ts';
import { PairPage } from './pair.pages.tsx';
import { openPair } from './pair.queries.ts';
import { askOwner } from './question.store.ts';

const deskAddress = (list: string | undefined, show = 'proposed'): string => {
  const query = new URLSearchParams({
    ...(list ? { list } : {}),
    ...(show === 'proposed' ? {} : { show }),
  }).toString();
  return query ? `/review?${query}` : '/review';
};

async function pairPage(
  work: Work,
  params: { recordId: string; otherId: string },
  ask: Ask,
  { form, problems = [], typed = {} }: Partial<FormAgain> = {},
): Promise<PageReply> {
  const view = demand(await openPair(work, params.recordId, params.otherId));
  const body = (
    <PairPage
      view={view}
      ownAgencyId={officerOf(work).agencyId}
      csrf={ask.csrf}
      {...{ form, problems, typed }}
    />
  );
  return page('A pair of records', body, {
    problems,
    wide: true,
    marking: 'OFFICIAL-SENSITIVE',
    back: { href: '/review', text: 'Review desk' },
  });
}

const onPair = formsOn(pairPage);

async function deskPage(
  work: Work,
  query: QueueQuery,
  ask: Ask,
  { form, problems = [], typed = {} }: Partial<FormAgain> = {},
): Promise<PageReply> {
  const desk = await openDesk(work, query);
  const { left, right } = desk.current ?? {};
  // Somebody else may have decided the pair meanwhile: what was said of it is then not put to the next one.
  if (form && (left?.id !== typed.recordA || right?.id !== typed.recordB))
    return pairPage(work, demand(pairIn(typed)), ask, { form, problems, typed });
  return page('Review desk', <DeskPage {...desk} {...{ form, problems, typed }} csrf={ask.csrf} />, {
    problems,
    wide: true,
    marking: 'OFFICIAL-SENSITIVE',
  });
}

/** The pair that a form of the desk was sent of. */
function pairIn(raw: Readonly<Record<string, unknown>>): Result<z.output<typeof pairParams>> {
  const pair = pairParams.safeParse({ recordId: raw.recordA, otherId: raw.recordB });
  return pair.success ? ok(pair.data) : notFound;
}

const said = (judgement: Judgement): string => `${verdictWords[judgement.verdict]}: kept. Press u to undo.`;
const pairOf = ({ recordId, otherId }: { recordId: string; otherId: string }): string =>
  `/pairs/${recordId}/${otherId}`;

/** After an undo: back to the desk, with a line that says what was undone. */
const undone = (result: Result<Judgement>, to: string) => {
  demand(result);
  return redirect(to, { flash: 'Undone. What held before holds again.' });
};

const pairExample = { params: { recordId: '@entryId', otherId: '@otherEntryId' } };

/** The review desk and the pages of a pair. */
export const deskRoutes: readonly Route[] = [
  show({
    path: '/review',
    words: 'The review desk: the pair whose decision is worth most, and the queue behind it',
    permission: reviewPairs,
    audit: 'linkage.desk-opened',
    query: queueSchema,
    handle: (work, { query }, ask) => deskPage(work, query, ask),
  }),
  act({
    path: '/review/decisions',
    words: 'Decide the pair on the desk, and go on to the next',
    permission: reviewPairs,
    audit: 'linkage.pair-decided',
    body: decisionSchema,
    example: { body: { recordA: '@entryId', recordB: '@otherEntryId', verdict: 'same' } },
    handle: async (work, { body }) => {
      const judgement = demand(await decide(work, body));
      return redirect(deskAddress(body.list, body.show), { flash: said(judgement) });
    },
    invalid: (work, { raw, problems }, ask) => {
      // The pair that chance chose is found anew, any other by what was seen of it.
      const seen = queueSchema.safeParse({ ...raw, at: raw.drawn === 'audit' ? undefined : raw.seen });
      const query = seen.success ? seen.data : queueSchema.parse({});
      return deskPage(work, query, ask, { form: 'decide', problems, typed: raw });
    },
  }),
  act({
    path: '/review/undo-one',
    words: 'Undo one of the last decisions from the desk',
    permission: reviewPairs,
    audit: 'linkage.judgement-undone',
    body: undoSchema,
    example: { body: { judgementId: '@judgementId' } },
    handle: async (work, { body }) =>
      undone(await undoJudgement(work, body.judgementId), deskAddress(body.list)),
  }),
  act({
    path: '/review/undo-last',
    words: 'Undo one’s own last ten decisions',
    permission: reviewPairs,
    audit: 'linkage.last-undone',
    handle: async (work) => {
      const count = demand(await undoLastDecisions(work));
      return redirect('/review', { flash: `${count} ${count === 1 ? 'decision' : 'decisions'} undone.` });
    },
  }),
  show({
    path: '/pairs/:recordId/:otherId',
    words: 'Two records side by side, with every judgement there ever was on them',
    permission: reviewPairs,
    audit: 'linkage.pair-opened',
    params: pairParams,
    example: pairExample,
    handle: (work, { params }, ask) => pairPage(work, params, ask),
  }),
  act({
    path: '/pairs/:recordId/:otherId/judgements',
    words: 'Say of two records that they are the same, are different, or that it cannot be said',
    permission: reviewPairs,
    audit: 'linkage.pair-decided',
    params: pairParams,
    body: pairDecisionSchema,
    example: { ...pairExample, body: { verdict: 'different', why: 'Two birth dates' } },
    handle: async (work, { params, body }) => {
      const decided = await decide(work, { ...body, recordA: params.recordId, recordB: params.otherId });
      return redirect(pairOf(params), { flash: said(demand(decided)) });
    },
    invalid: onPair('decide'),
  }),
  act({
    path: '/pairs/:recordId/:otherId/undo',
    words: 'Undo the decision that holds of a pair',
    permission: reviewPairs,
    audit: 'linkage.judgement-undone',
    params: pairParams,
    body: undoSchema,
    example: { ...pairExample, body: { judgementId: '@judgementId' } },
    handle: async (work, { params, body }) =>
      undone(await undoJudgement(work, body.judgementId), pairOf(params)),
  }),
  act({
    path: '/pairs/:recordId/:otherId/questions',
    words: 'Ask the agency that gave one of the two rows about it',
    permission: reviewPairs,
    audit: 'linkage.question-asked',
    params: pairParams,
    body: questionSchema,
    example: { ...pairExample, body: { recordId: '@otherEntryId', words: 'Is this row still right?' } },
    handle: async (work, { params, body }) => {
      const otherId = body.recordId === params.recordId ? params.otherId : params.recordId;
      demand(await askOwner(work, { ...body, otherId }));
      return redirect(pairOf(params), { flash: 'The question is with the agency that gave the row.' });
    },
    invalid: onPair('ask'),
  }),
];
