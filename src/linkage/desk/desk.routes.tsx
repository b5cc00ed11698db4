import { demand, type FieldProblem, type Result } from '../../platform/failures/failures.ts';
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
  given: { problems?: readonly FieldProblem[]; typed?: string } = {},
): Promise<PageReply> {
  const view = demand(await openPair(work, params.recordId, params.otherId));
  const { problems = [], typed } = given;
  const body = (
    <PairPage
      view={view}
      ownAgencyId={officerOf(work).agencyId}
      csrf={ask.csrf}
      problems={problems}
      typed={typed}
    />
  );
  return page('A pair of records', body, {
    problems,
    wide: true,
    marking: 'OFFICIAL-SENSITIVE',
    back: { href: '/review', text: 'Review desk' },
  });
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
    handle: async (work, { query }, ask) =>
      page('Review desk', <DeskPage {...(await openDesk(work, query))} csrf={ask.csrf} />, {
        wide: true,
        marking: 'OFFICIAL-SENSITIVE',
      }),
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
    handle: async (work, { params, body }, ask) => {
      const otherId = body.recordId === params.recordId ? params.otherId : params.recordId;
      const asked = await askOwner(work, { ...body, otherId });
      if (!asked.ok && asked.failure.kind === 'invalid')
        return pairPage(work, params, ask, { problems: asked.failure.problems, typed: body.words });
      demand(asked);
      return redirect(pairOf(params), { flash: 'The question is with the agency that gave the row.' });
    },
    invalid: (work, { params, raw, problems }, ask) =>
      pairPage(work, params, ask, { problems, typed: typeof raw.words === 'string' ? raw.words : '' }),
  }),
];
