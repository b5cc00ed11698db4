import { demand } from '../platform/failures/failures.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { page } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { asTyped } from '../platform/ui/index.ts';
import { closureToWork } from './closure.commands.ts';
import { closureStepParams, closureStepSchema } from './closure.forms.ts';
import { writeClosure } from './closure.permissions.ts';
import { type ClosureAction, closureLineOf } from './closure.transitions.ts';
import { closureExamples } from './closure.words.ts';
import { type ClosureAgain, closureDone, problemsOf } from './closure-reply.routes.tsx';
import { prepareClosureStep, takeClosureStep } from './closure-step.commands.ts';
import { ClosureStepCheck, ClosureStepForm } from './closure-step.pages.tsx';

interface Params {
  closureId: string;
  closureStep: ClosureAction;
}
const backTo = ({ closureId }: Params) => ({ href: `/closures/${closureId}`, text: 'The file' });

async function stepForm(work: Work, params: Params, ask: Ask, again: ClosureAgain) {
  const file = demand(await closureToWork(work, { closureId: params.closureId }));
  const line = closureLineOf(params.closureStep);
  const body = (
    <ClosureStepForm
      line={line}
      file={file}
      officer={officerOf(work).name}
      today={work.clock.today()}
      csrf={ask.csrf}
      {...again}
    />
  );
  return page(line.button, body, { back: backTo(params), problems: again.problems });
}
/** The steps of the table: one form, one page for checking and one act for all of them. */
export const closureStepRoutes: readonly Route[] = [
  show({
    path: '/closures/:closureId/steps/:closureStep',
    words: 'The form of a step of a closure',
    permission: writeClosure,
    audit: 'closure.step-shown',
    params: closureStepParams,
    handle: (work, { params }, ask) => stepForm(work, params, ask, { problems: [], typed: {} }),
  }),
  act({
    path: '/closures/:closureId/steps/:closureStep/check',
    words: 'Check a step of a closure before it is taken: the answers, the clock and the paper',
    permission: writeClosure,
    audit: 'closure.step-checked',
    params: closureStepParams,
    body: closureStepSchema,
    example: { params: { closureStep: 'discard' }, body: closureExamples.step },
    handle: async (work, { params, body: { change, ...body } }, ask) => {
      const typed = asTyped(body);
      if (change) return stepForm(work, params, ask, { problems: [], typed });
      const result = await prepareClosureStep(work, params.closureId, params.closureStep, body);
      if (!result.ok && result.failure.kind === 'invalid')
        return stepForm(work, params, ask, { problems: result.failure.problems, typed });
      const step = demand(result);
      return page(`Check before: ${step.line.button}`, <ClosureStepCheck step={step} csrf={ask.csrf} />, {
        back: backTo(params),
      });
    },
    invalid: (work, { params, raw, problems }, ask) => stepForm(work, params, ask, { problems, typed: raw }),
  }),
  act({
    path: '/closures/:closureId/steps/:closureStep',
    words: 'Take a step of a closure: consult, serve, extend, apply, what the court decided, breach, end',
    permission: writeClosure,
    audit: 'closure.stepped',
    params: closureStepParams,
    body: closureStepSchema,
    example: { params: { closureStep: 'discard' }, body: closureExamples.step },
    handle: async (work, { params, body }, ask) => {
      const { closureId, closureStep } = params;
      const result = await takeClosureStep(work, { ...body, closureId, action: closureStep });
      return closureDone(result, closureLineOf(closureStep).past, () =>
        stepForm(work, params, ask, { problems: problemsOf(result), typed: asTyped(body) }),
      );
    },
    invalid: (work, { params, raw, problems }, ask) => stepForm(work, params, ask, { problems, typed: raw }),
  }),
];
