import { demand } from '../platform/failures/failures.ts';
import type { Route } from '../platform/http/declare.ts';
import { officerOf } from '../platform/http/work.ts';
import { closureToWork } from './closure.commands.ts';
import { closureStepParams, closureStepSchema } from './closure.forms.ts';
import { writeClosure } from './closure.permissions.ts';
import { closureLineOf } from './closure.transitions.ts';
import { closureExamples } from './closure.words.ts';
import { prepareClosureStep, takeClosureStep } from './closure-step.commands.ts';
import { ClosureStepCheck, ClosureStepForm } from './closure-step.pages.tsx';
import { stepRoutes } from './procedure-step.routes.tsx';

/** The steps of a closure. */
export const closureStepRoutes: readonly Route[] = stepRoutes(
  {
    procedure: 'closure',
    path: '/closures/:closureId/steps/:closureStep',
    permission: writeClosure,
    params: closureStepParams,
    body: closureStepSchema,
    example: { params: { closureStep: 'discard' }, body: closureExamples.step },
    words: {
      form: 'The form of a step of a closure',
      check: 'Check a step of a closure before it is taken: the answers, the clock and the paper',
      take: 'Take a step of a closure: consult, serve, extend, apply, what the court decided, breach, end',
    },
  },
  {
    line: ({ closureStep }) => closureLineOf(closureStep),
    file: ({ closureId }) => ({ href: `/closures/${closureId}`, text: 'The file' }),
    form: async (work, { closureId, closureStep }, state) => (
      <ClosureStepForm
        {...state}
        line={closureLineOf(closureStep)}
        file={demand(await closureToWork(work, { closureId }))}
        officer={officerOf(work).name}
        today={work.clock.today()}
      />
    ),
    prepare: (work, { closureId, closureStep }, input) =>
      prepareClosureStep(work, closureId, closureStep, input),
    check: ClosureStepCheck,
    take: (work, { closureId, closureStep }, input) =>
      takeClosureStep(work, { ...input, closureId, action: closureStep }),
  },
);
