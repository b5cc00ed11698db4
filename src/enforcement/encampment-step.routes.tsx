import { demand } from '../platform/failures/failures.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { page } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { asTyped } from '../platform/ui/index.ts';
import { encampmentToWork } from './encampment.commands.ts';
import { encampmentStepParams, encampmentStepSchema } from './encampment.forms.ts';
import { writeEncampment } from './encampment.permissions.ts';
import { type EncampmentAction, encampmentLineOf } from './encampment.transitions.ts';
import { encampmentExamples } from './encampment.words.ts';
import { type EncampmentAgain, encampmentDone, problemsOf } from './encampment-reply.routes.tsx';
import { prepareEncampmentStep, takeEncampmentStep } from './encampment-step.commands.ts';
import { EncampmentStepCheck, EncampmentStepForm } from './encampment-step.pages.tsx';

interface Params {
  encampmentId: string;
  encampmentStep: EncampmentAction;
}
const backTo = ({ encampmentId }: Params) => ({ href: `/encampments/${encampmentId}`, text: 'The file' });

async function stepForm(work: Work, params: Params, ask: Ask, again: EncampmentAgain) {
  const file = demand(await encampmentToWork(work, { encampmentId: params.encampmentId }));
  const line = encampmentLineOf(params.encampmentStep);
  const body = (
    <EncampmentStepForm line={line} file={file} officer={officerOf(work).name} csrf={ask.csrf} {...again} />
  );
  return page(line.button, body, { back: backTo(params), problems: again.problems });
}
/** The steps of the table: one form, one page for checking and one act for all of them. */
export const encampmentStepRoutes: readonly Route[] = [
  show({
    path: '/encampments/:encampmentId/steps/:encampmentStep',
    words: 'The form of a step of an encampment',
    permission: writeEncampment,
    audit: 'encampment.step-shown',
    params: encampmentStepParams,
    handle: (work, { params }, ask) => stepForm(work, params, ask, { problems: [], typed: {} }),
  }),
  act({
    path: '/encampments/:encampmentId/steps/:encampmentStep/check',
    words: 'Check a step of an encampment before it is taken: the answers, what it starts and the paper',
    permission: writeEncampment,
    audit: 'encampment.step-checked',
    params: encampmentStepParams,
    body: encampmentStepSchema,
    example: { params: { encampmentStep: 'discard' }, body: encampmentExamples.step },
    handle: async (work, { params, body: { change, ...body } }, ask) => {
      const typed = asTyped(body);
      if (change) return stepForm(work, params, ask, { problems: [], typed });
      const result = await prepareEncampmentStep(work, params.encampmentId, params.encampmentStep, body);
      if (!result.ok && result.failure.kind === 'invalid')
        return stepForm(work, params, ask, { problems: result.failure.problems, typed });
      const step = demand(result);
      return page(`Check before: ${step.line.button}`, <EncampmentStepCheck step={step} csrf={ask.csrf} />, {
        back: backTo(params),
      });
    },
    invalid: (work, { params, raw, problems }, ask) => stepForm(work, params, ask, { problems, typed: raw }),
  }),
  act({
    path: '/encampments/:encampmentId/steps/:encampmentStep',
    words:
      'Take a step of an encampment: assess, tell the police, tolerate, direct, go to court, remove, end',
    permission: writeEncampment,
    audit: 'encampment.stepped',
    params: encampmentStepParams,
    body: encampmentStepSchema,
    example: { params: { encampmentStep: 'discard' }, body: encampmentExamples.step },
    handle: async (work, { params, body }, ask) => {
      const { encampmentId, encampmentStep } = params;
      const result = await takeEncampmentStep(work, { ...body, encampmentId, action: encampmentStep });
      return encampmentDone(result, encampmentLineOf(encampmentStep).past, () =>
        stepForm(work, params, ask, { problems: problemsOf(result), typed: asTyped(body) }),
      );
    },
    invalid: (work, { params, raw, problems }, ask) => stepForm(work, params, ask, { problems, typed: raw }),
  }),
];
