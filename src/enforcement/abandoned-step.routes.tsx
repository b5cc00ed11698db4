import { demand } from '../platform/failures/failures.ts';
import type { Route } from '../platform/http/declare.ts';
import { officerOf } from '../platform/http/work.ts';
import { abandonedToWork } from './abandoned.commands.ts';
import { abandonedStepParams, abandonedStepSchema } from './abandoned.forms.ts';
import { writeAbandoned } from './abandoned.permissions.ts';
import { abandonedLineOf } from './abandoned.transitions.ts';
import { abandonedExamples } from './abandoned.words.ts';
import { prepareAbandonedStep, takeAbandonedStep } from './abandoned-step.commands.ts';
import { AbandonedStepCheck, AbandonedStepForm } from './abandoned-step.pages.tsx';
import { stepRoutes } from './procedure-step.routes.tsx';

/** The steps of an abandoned vehicle. */
export const abandonedStepRoutes: readonly Route[] = stepRoutes(
  {
    procedure: 'abandoned',
    path: '/abandoned-vehicles/:abandonedId/steps/:abandonedStep',
    permission: writeAbandoned,
    params: abandonedStepParams,
    body: abandonedStepSchema,
    example: { params: { abandonedStep: 'discard' }, body: abandonedExamples.step },
    words: {
      form: 'The form of a step of an abandoned vehicle',
      check:
        'Check a step of an abandoned vehicle before it is taken: the answers, what it starts and the notice',
      take: 'Take a step of an abandoned vehicle: judge, give notice, remove, claim, return, dispose, hand to the police',
    },
  },
  {
    line: ({ abandonedStep }) => abandonedLineOf(abandonedStep),
    file: ({ abandonedId }) => ({ href: `/abandoned-vehicles/${abandonedId}`, text: 'The file' }),
    form: async (work, { abandonedId, abandonedStep }, state) => (
      <AbandonedStepForm
        {...state}
        line={abandonedLineOf(abandonedStep)}
        file={demand(await abandonedToWork(work, { abandonedId }))}
        officer={officerOf(work).name}
        today={work.clock.today()}
      />
    ),
    prepare: (work, { abandonedId, abandonedStep }, input) =>
      prepareAbandonedStep(work, abandonedId, abandonedStep, input),
    check: AbandonedStepCheck,
    take: (work, { abandonedId, abandonedStep }, input) =>
      takeAbandonedStep(work, { ...input, abandonedId, action: abandonedStep }),
  },
);
