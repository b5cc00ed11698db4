import { z } from 'zod';
import { demand, FailureThrown, notFound } from '../platform/failures/failures.ts';
import { type Again, type FormAgain, formsOn } from '../platform/http/again.ts';
import { type Ask, act, apiPost, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { encampmentToWork } from './encampment.commands.ts';
import { writeEncampment } from './encampment.permissions.ts';
import { changeMatrix, writeAfter, writeMeasure } from './encampment-after.commands.ts';
import {
  afterExamples,
  afterParams,
  afterSchema,
  matrixSchema,
  measureSchema,
} from './encampment-after.forms.ts';
import { AfterPage, MatrixPage } from './encampment-after.pages.tsx';
import { findAfter, listMeasures, matrixInUse } from './encampment-after.store.ts';
import { listColleagues } from './pspo-parts.store.ts';

interface Params {
  encampmentId: string;
}
async function loaded(work: Work, { encampmentId }: Params) {
  const file = demand(await encampmentToWork(work, { encampmentId }));
  if (file.status === 'void') throw new FailureThrown(notFound.failure);
  const [after, matrix, measures] = await Promise.all([
    findAfter(work, file.id),
    matrixInUse(work),
    listMeasures(work, file.id),
  ]);
  return { file, after, matrix, measures };
}
async function shownAfter(work: Work, params: Params, ask: Ask, again: Partial<FormAgain> = {}) {
  const view = await loaded(work, params);
  const { problems = [], typed = {}, form } = again;
  const body = (
    <AfterPage
      {...view}
      {...{ problems, typed, form }}
      colleagues={await listColleagues(work)}
      csrf={ask.csrf}
      today={work.clock.today()}
    />
  );
  return page('After the encampment', body, {
    back: { href: `/encampments/${params.encampmentId}`, text: 'The file' },
    marking: 'OFFICIAL',
    problems,
  });
}
const onAfter = formsOn(shownAfter);
async function shownMatrix(work: Work, ask: Ask, again: Again = { problems: [], typed: {} }) {
  const body = <MatrixPage {...again} matrix={await matrixInUse(work)} csrf={ask.csrf} />;
  return page('How land is scored', body, {
    back: { href: '/encampments', text: 'Encampments' },
    problems: again.problems,
  });
}

const afterView = z.object({
  waste: z.object({ id: z.string(), reference: z.string() }).nullable(),
  answers: z.array(z.object({ code: z.string(), name: z.string(), score: z.number() })),
  score: z.number().nullable(),
  band: z.string().nullable(),
  rolesWords: z.string().nullable(),
  complaints: z.number().nullable(),
  complaintWords: z.string().nullable(),
  policyWords: z.string().nullable(),
  policyUpdatedOn: z.string().nullable(),
  version: z.number(),
});
const wholeView = z.object({
  after: afterView.nullable(),
  measures: z.array(
    z.object({
      id: z.string(),
      words: z.string(),
      ownerName: z.string(),
      dueOn: z.string(),
      doneOn: z.string().nullable(),
    }),
  ),
});
const shown = async (work: Work, params: Params) => {
  const { after, measures } = await loaded(work, params);
  return { after: after ?? null, measures };
};
const common = { permission: writeEncampment, params: afterParams };

/** What follows an encampment, and the matrix that land is scored by. */
export const encampmentAfterRoutes: readonly Route[] = [
  show({
    path: '/encampments/matrix',
    words: 'The matrix by which land is scored after encampments',
    permission: writeEncampment,
    audit: 'encampment.matrix-shown',
    handle: (work, _input, ask) => shownMatrix(work, ask),
  }),
  act({
    path: '/encampments/matrix',
    words: 'Change the matrix by which land is scored; what was scored before stays',
    permission: writeEncampment,
    audit: 'encampment.matrix-changed',
    body: matrixSchema,
    example: { body: afterExamples.matrix },
    handle: async (work, { body }) => {
      demand(await changeMatrix(work, body));
      return redirect('/encampments/matrix', { flash: 'In use from now on' });
    },
    invalid: (work, { raw, problems }, ask) => shownMatrix(work, ask, { problems, typed: raw }),
  }),
  show({
    ...common,
    path: '/encampments/:encampmentId/after',
    words: 'What follows an encampment: waste, the score of the land, measures, debrief',
    audit: 'encampment.after-shown',
    handle: (work, { params }, ask) => shownAfter(work, params, ask),
  }),
  act({
    ...common,
    path: '/encampments/:encampmentId/after',
    words: 'Write what follows an encampment: waste, the score of the land, roles, complaints, the policy',
    audit: 'encampment.after-written',
    body: afterSchema,
    example: { body: afterExamples.after },
    handle: async (work, { params, body }) => {
      demand(await writeAfter(work, { ...params, ...body }));
      return redirect(`/encampments/${params.encampmentId}/after`, { flash: 'Saved' });
    },
    invalid: onAfter('after'),
  }),
  act({
    ...common,
    path: '/encampments/:encampmentId/measures',
    words: 'Add a measure for the land with its owner, or record that one was done',
    audit: 'encampment.measure-written',
    body: measureSchema,
    example: { body: afterExamples.measure },
    handle: async (work, { params, body }) => {
      demand(await writeMeasure(work, { ...params, ...body }));
      return redirect(`/encampments/${params.encampmentId}/after`, {
        flash: body.measureId ? 'Done' : 'Added',
      });
    },
    invalid: (work, input, ask) => onAfter(input.raw.isDone === 'yes' ? 'done' : 'measure')(work, input, ask),
  }),
  apiPost({
    path: '/api/v1/encampments/matrix',
    words: 'Change the matrix by which land is scored; what was scored before stays',
    permission: writeEncampment,
    audit: 'encampment.matrix-changed',
    body: matrixSchema,
    output: z.object({
      ...{ version: z.number(), mediumFrom: z.number(), highFrom: z.number() },
      items: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
    status: 200,
    example: { body: afterExamples.matrix },
    handle: async (work, { body }) => {
      const { items, ...rest } = demand(await changeMatrix(work, body));
      return { ...rest, items: [...items] };
    },
  }),
  apiPost({
    ...common,
    path: '/api/v1/encampments/:encampmentId/after',
    words: 'Write what follows an encampment: waste, the score of the land, roles, complaints, the policy',
    audit: 'encampment.after-written',
    body: afterSchema,
    output: wholeView,
    status: 200,
    example: { body: afterExamples.after },
    handle: async (work, { params, body }) => {
      demand(await writeAfter(work, { ...params, ...body }));
      return shown(work, params);
    },
  }),
  apiPost({
    ...common,
    path: '/api/v1/encampments/:encampmentId/measures',
    words: 'Add a measure for the land with its owner, or record that one was done',
    audit: 'encampment.measure-written',
    body: measureSchema,
    output: wholeView,
    status: 200,
    example: { body: afterExamples.measure },
    handle: async (work, { params, body }) => {
      demand(await writeMeasure(work, { ...params, ...body }));
      return shown(work, params);
    },
  }),
];
