import { z } from 'zod';
import { demand } from '../../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../../platform/http/declare.ts';
import { isAuditDue } from '../desk/audit-queue.queries.ts';
import { decide } from '../desk/desk.commands.ts';
import {
  answerSchema,
  opinionParams,
  opinionSchema,
  pairDecisionSchema,
  pairParams,
  questionParams,
  questionSchema,
  queueSchema,
} from '../desk/desk.forms.ts';
import { queueLines } from '../desk/desk.queries.ts';
import { openPair } from '../desk/pair.queries.ts';
import { answerQuestion, askOwner, listQuestions } from '../desk/question.store.ts';
import { progressOf } from '../desk/queue.queries.ts';
import { bothAnswers, giveSecond, waitingSeconds } from '../desk/second.store.ts';
import { conflictsOf, lastDecisions, undoJudgement, undoLastDecisions } from '../ledger/index.ts';
import { answerQuestions, reviewPairs } from '../linkage.permissions.ts';
import { agreementOf } from '../quality/agreement.ts';
import {
  agreementShape,
  conflictShape,
  explanationShape,
  instant,
  judgementShape,
  questionShape,
  subjectShape,
} from './shapes.ts';

const pairExample = { recordId: '@entryId', otherId: '@otherEntryId' };
const stretch = z.object({ text: z.string(), differs: z.boolean() });

const desk: readonly Route[] = [
  apiGet({
    path: '/api/v1/review',
    words: 'The queue of pairs, the worthiest decision first, and how the work stands',
    permission: reviewPairs,
    audit: 'linkage.desk-opened',
    query: queueSchema,
    output: z.object({
      progress: z.object({
        waiting: z.number(),
        unsure: z.number(),
        decidedToday: z.number(),
        decidedInAll: z.number(),
      }),
      more: z.boolean(),
      /** Whether the next question is one that chance chooses: ask with `show=audit`, decide with `drawn: "audit"`. */
      isAuditDue: z.boolean(),
      queue: z.array(
        z.object({
          judgement: judgementShape,
          left: subjectShape,
          right: subjectShape,
          together: z.number(),
          worth: z.number(),
        }),
      ),
      last: z.array(judgementShape),
    }),
    handle: async (work, { query }) => {
      const { lines, more } = await queueLines(work, query);
      return {
        progress: await progressOf(work, query.list),
        queue: lines,
        more,
        isAuditDue: await isAuditDue(work),
        last: await lastDecisions(work),
      };
    },
  }),
  apiGet({
    path: '/api/v1/pairs/:recordId/:otherId',
    words: 'Two records side by side, why the model thinks so, and every judgement there ever was on them',
    permission: reviewPairs,
    audit: 'linkage.pair-opened',
    params: pairParams,
    example: { params: pairExample },
    output: z.object({
      left: subjectShape,
      right: subjectShape,
      fields: z.array(
        z.object({
          name: z.string(),
          label: z.string(),
          standing: z.string(),
          left: z.array(stretch),
          right: z.array(stretch),
          words: z.string(),
        }),
      ),
      live: judgementShape.optional(),
      explanation: explanationShape.optional(),
      isAddressHidden: z.boolean(),
      history: z.array(judgementShape),
      isOne: z.boolean(),
      questions: z.array(questionShape),
    }),
    handle: async (work, { params }) => {
      const view = demand(await openPair(work, params.recordId, params.otherId));
      return {
        ...view,
        fields: view.fields.map((field) => ({ ...field, left: [...field.left], right: [...field.right] })),
        history: [...view.history],
        questions: [...view.questions],
      };
    },
  }),
  apiPost({
    path: '/api/v1/pairs/:recordId/:otherId/judgements',
    words: 'Say of two records that they are the same, are different, or that it cannot be said',
    permission: reviewPairs,
    audit: 'linkage.pair-decided',
    params: pairParams,
    body: pairDecisionSchema,
    example: { params: pairExample, body: { verdict: 'different', why: 'Two birth dates' } },
    output: judgementShape,
    handle: async (work, { params, body }) =>
      demand(await decide(work, { ...body, recordA: params.recordId, recordB: params.otherId })),
  }),
  apiPost({
    path: '/api/v1/judgements/:judgementId/undo',
    words: 'Undo a judgement: what it had replaced holds again',
    permission: reviewPairs,
    audit: 'linkage.judgement-undone',
    params: z.object({ judgementId: z.uuid() }),
    output: judgementShape,
    handle: async (work, { params }) => demand(await undoJudgement(work, params.judgementId)),
  }),
  apiPost({
    path: '/api/v1/review/undo-last',
    words: 'Undo one’s own last ten decisions',
    permission: reviewPairs,
    audit: 'linkage.last-undone',
    output: z.object({ undone: z.number() }),
    handle: async (work) => ({ undone: demand(await undoLastDecisions(work)) }),
  }),
  apiGet({
    path: '/api/v1/review/conflicts',
    words: 'Judgements that contradict each other',
    permission: reviewPairs,
    audit: 'linkage.conflicts-listed',
    output: z.object({ conflicts: z.array(conflictShape) }),
    handle: async (work) => ({
      conflicts: (await conflictsOf(work)).map(({ refused, because }) => ({
        refused,
        because: [...because],
      })),
    }),
  }),
];

const seconds: readonly Route[] = [
  apiGet({
    path: '/api/v1/review/second-opinions',
    words:
      'Decided pairs that wait for a second opinion, without the first answer, and how far reviewers agree',
    permission: reviewPairs,
    audit: 'linkage.second-opened',
    output: z.object({
      waiting: z.array(
        z.object({ id: z.string(), recordA: z.string(), recordB: z.string(), drawnAt: instant }),
      ),
      agreement: agreementShape.optional(),
      differing: z.array(
        z.object({
          recordA: z.string(),
          recordB: z.string(),
          firstVerdict: z.string(),
          firstName: z.string(),
          verdict: z.string(),
          secondName: z.string(),
          givenAt: instant,
          why: z.string(),
        }),
      ),
    }),
    handle: async (work) => {
      const answers = await bothAnswers(work);
      const agreement = agreementOf(
        answers.map(({ firstVerdict, verdict }) => [firstVerdict, verdict] as const),
      );
      return {
        waiting: await waitingSeconds(work),
        ...(agreement ? { agreement } : {}),
        differing: answers.filter(({ firstVerdict, verdict }) => firstVerdict !== verdict),
      };
    },
  }),
  apiPost({
    path: '/api/v1/review/second-opinions/:opinionId',
    words: 'Give a second opinion on a pair that somebody else decided',
    permission: reviewPairs,
    audit: 'linkage.second-given',
    params: opinionParams,
    body: opinionSchema,
    example: { body: { verdict: 'same' } },
    output: z.object({ agrees: z.boolean(), firstVerdict: z.string() }),
    handle: async (work, { params, body }) =>
      demand(await giveSecond(work, { ...body, id: params.opinionId })),
  }),
];

const questions: readonly Route[] = [
  apiPost({
    path: '/api/v1/pairs/:recordId/:otherId/questions',
    words: 'Ask the agency that gave one of the two rows about it',
    permission: reviewPairs,
    audit: 'linkage.question-asked',
    params: pairParams,
    body: questionSchema,
    example: { params: pairExample, body: { recordId: '@otherEntryId', words: 'Is this row still right?' } },
    output: z.object({ id: z.string() }),
    handle: async (work, { params, body }) =>
      demand(
        await askOwner(work, {
          ...body,
          otherId: body.recordId === params.recordId ? params.otherId : params.recordId,
        }),
      ),
  }),
  apiGet({
    path: '/api/v1/questions',
    words: 'Questions about rows of lists, asked of one’s agency or by it',
    permission: answerQuestions,
    audit: 'linkage.questions-listed',
    output: z.object({ questions: z.array(z.object({ question: questionShape, subject: subjectShape })) }),
    handle: async (work) => ({ questions: await listQuestions(work) }),
  }),
  apiPost({
    path: '/api/v1/questions/:questionId/answers',
    words: 'Answer what another agency asks about a row of one’s own list',
    permission: answerQuestions,
    audit: 'linkage.question-answered',
    params: questionParams,
    body: answerSchema,
    example: { body: { answer: 'confirmed' } },
    output: z.object({ id: z.string() }),
    handle: async (work, { params, body }) => {
      demand(await answerQuestion(work, { ...body, id: params.questionId }));
      return { id: params.questionId };
    },
  }),
];

/** The review desk as JSON: the same commands as the pages. */
export const reviewApi: readonly Route[] = [...desk, ...seconds, ...questions];
