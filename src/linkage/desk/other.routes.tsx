import { sql } from 'kysely';
import { demand } from '../../platform/failures/failures.ts';
import { type FormAgain, formsOn } from '../../platform/http/again.ts';
import { type Ask, act, type Route, show } from '../../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../../platform/http/reply.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { bothSeen, conflictsOf, findSubjects, previewTogether, undoTogether } from '../ledger/index.ts';
import { answerQuestions, reviewPairs } from '../linkage.permissions.ts';
import { listModels } from '../match/model.store.ts';
import { listRuns } from '../match/run.store.ts';
import { agreementOf } from '../quality/agreement.ts';
import { type ConflictLine, ConflictsPage } from './conflict.pages.tsx';
import { answerSchema, opinionParams, opinionSchema, questionParams } from './desk.forms.ts';
import { withLabels } from './desk.queries.ts';
import { openPair } from './pair.queries.ts';
import { QuestionsPage } from './question.pages.tsx';
import { answerQuestion, listQuestions, questionToAnswer } from './question.store.ts';
import { SecondPage } from './second.pages.tsx';
import { bothAnswers, giveSecond, secondToGive, waitingSeconds } from './second.store.ts';
import { type TogetherQuery, togetherOf, togetherSchema, undoTogetherSchema } from './together.forms.ts';
import { TogetherPage } from './together.pages.tsx';

const marking = 'OFFICIAL-SENSITIVE';
const back = { href: '/review', text: 'Review desk' };

async function secondPage(
  work: Work,
  ask: Ask,
  { form: id, problems = [], typed = {} }: Partial<FormAgain> = {},
): Promise<PageReply> {
  const waiting = await waitingSeconds(work);
  const first = id ? demand(await secondToGive(work, id)) : waiting[0];
  const pair = first && (await openPair(work, first.recordA, first.recordB));
  const answers = await bothAnswers(work);
  const body = (
    <SecondPage
      waiting={waiting.length}
      current={
        first && pair?.ok
          ? { id: first.id, view: { ...pair.value, live: undefined, history: [], questions: [] } }
          : undefined
      }
      answers={await withLabels(work, answers)}
      agreement={agreementOf(answers.map(({ firstVerdict, verdict }) => [firstVerdict, verdict] as const))}
      csrf={ask.csrf}
      {...{ problems, typed }}
    />
  );
  return page('Second opinions', body, { problems, wide: true, marking, back });
}
const onSecond = formsOn((work, _params: { opinionId: string }, ask, again) => secondPage(work, ask, again));

async function questionsPage(
  work: Work,
  ask: Ask,
  { form, problems = [], typed = {} }: Partial<FormAgain> = {},
): Promise<PageReply> {
  if (form) demand(await questionToAnswer(work, form));
  const body = (
    <QuestionsPage
      questions={await listQuestions(work)}
      ownAgencyId={officerOf(work).agencyId}
      csrf={ask.csrf}
      {...{ form, problems, typed }}
    />
  );
  return page('Questions about rows of lists', body, { problems, marking });
}
const onQuestion = formsOn((work, _params: { questionId: string }, ask, again) =>
  questionsPage(work, ask, again),
);

/** Officers with decisions that the viewer may see. */
async function deciders(work: Work): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select distinct o.id, o.name from linkage.judgement j
    join directory.officer o on o.id = j.officer_id where j.ended_at is null and j.made_by = 'person' and ${bothSeen(work, 'j')} order by o.name, o.id`.execute(
    work.db,
  );
  return rows;
}

async function togetherPage(work: Work, query: TogetherQuery, ask: Ask): Promise<PageReply> {
  const runs = await listRuns(work);
  const together = togetherOf(query, (run) => runs.find(({ id }) => id === run)?.loadId);
  const preview = together && (await previewTogether(work, together));
  const ids = preview
    ? [
        ...preview.undone.flatMap(({ judgement }) => [judgement.recordA, judgement.recordB]),
        ...preview.change.split.flatMap(({ members }) => members),
      ]
    : [];
  const labels = new Map((await findSubjects(work, ids)).map(({ id, label }) => [id, label]));
  const body = (
    <TogetherPage
      asked={query}
      preview={preview}
      labels={labels}
      officers={await deciders(work)}
      runs={runs}
      models={await listModels(work)}
      csrf={ask.csrf}
    />
  );
  return page('Undo together', body, { wide: true, marking, back });
}

/** Second opinions, conflicts, questions, and undoing many in one go. */
export const deskOtherRoutes: readonly Route[] = [
  show({
    path: '/review/second',
    words: 'Decided pairs for a second opinion, and how far reviewers agree',
    permission: reviewPairs,
    audit: 'linkage.second-opened',
    handle: (work, _input, ask) => secondPage(work, ask),
  }),
  act({
    path: '/review/second/:opinionId',
    words: 'Give a second opinion on a pair that somebody else decided',
    permission: reviewPairs,
    audit: 'linkage.second-given',
    params: opinionParams,
    body: opinionSchema,
    example: { params: { opinionId: '@opinionId' }, body: { verdict: 'same' } },
    handle: async (work, { params, body }) => {
      const { agrees } = demand(await giveSecond(work, { ...body, id: params.opinionId }));
      return redirect('/review/second', {
        flash: agrees ? 'Kept. You both said the same.' : 'Kept. You two differ: the pair stands below.',
      });
    },
    invalid: onSecond(({ opinionId }) => opinionId),
  }),
  show({
    path: '/review/conflicts',
    words: 'Judgements that contradict each other',
    permission: reviewPairs,
    audit: 'linkage.conflicts-listed',
    handle: async (work) => {
      const found = await conflictsOf(work);
      const labelled = await withLabels(
        work,
        found.flatMap(({ refused, because }) => [refused, ...because]),
      );
      const byId = new Map(labelled.map((judgement) => [judgement.id, judgement]));
      const lines = found.flatMap(({ refused, because }): ConflictLine[] => {
        const whole = byId.get(refused.id);
        return whole ? [{ refused: whole, because: because.flatMap(({ id }) => byId.get(id) ?? []) }] : [];
      });
      return page('Conflicts', <ConflictsPage conflicts={lines} />, { wide: true, marking, back });
    },
  }),
  show({
    path: '/questions',
    words: 'Questions about rows of lists, asked of one’s agency or by it',
    permission: answerQuestions,
    audit: 'linkage.questions-listed',
    handle: (work, _input, ask) => questionsPage(work, ask),
  }),
  act({
    path: '/questions/:questionId/answers',
    words: 'Answer what another agency asks about a row of one’s own list',
    permission: answerQuestions,
    audit: 'linkage.question-answered',
    params: questionParams,
    body: answerSchema,
    example: { params: { questionId: '@questionId' }, body: { answer: 'confirmed' } },
    handle: async (work, { params, body }) => {
      demand(await answerQuestion(work, { ...body, id: params.questionId }));
      return redirect('/questions', { flash: 'Your answer is with the agency that asked.' });
    },
    invalid: onQuestion(({ questionId }) => questionId),
  }),
  show({
    path: '/review/undo',
    words: 'What undoing many judgements in one go would change',
    permission: reviewPairs,
    audit: 'linkage.undo-previewed',
    query: togetherSchema,
    example: {
      query: { kind: 'officer', officer: '@safeguardingOfficerId', from: '2026-11-01', to: '2026-11-30' },
    },
    handle: (work, { query }, ask) => togetherPage(work, query, ask),
  }),
  act({
    path: '/review/undo',
    words: 'Undo one officer’s decisions in a period, a load, a run or a model in one go',
    permission: reviewPairs,
    audit: 'linkage.undone-together',
    body: undoTogetherSchema,
    example: {
      body: { kind: 'officer', officer: '@safeguardingOfficerId', from: '2026-11-01', to: '2026-11-30' },
    },
    handle: async (work, { body }, ask) => {
      const runs = await listRuns(work);
      const together = togetherOf(body, (run) => runs.find(({ id }) => id === run)?.loadId);
      if (!together) return togetherPage(work, body, ask);
      const count = demand(await undoTogether(work, together, body.expected));
      return redirect('/review/undo', {
        flash: `${count} ${count === 1 ? 'judgement' : 'judgements'} undone.`,
      });
    },
  }),
];
