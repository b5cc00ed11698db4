import { demand } from '../platform/failures/failures.ts';
import type { Route } from '../platform/http/declare.ts';
import { officerOf } from '../platform/http/work.ts';
import { encampmentToWork } from './encampment.commands.ts';
import { encampmentStepParams, encampmentStepSchema } from './encampment.forms.ts';
import { writeEncampment } from './encampment.permissions.ts';
import { encampmentLineOf } from './encampment.transitions.ts';
import { encampmentExamples } from './encampment.words.ts';
import { prepareEncampmentStep, takeEncampmentStep } from './encampment-step.commands.ts';
import { EncampmentStepCheck, EncampmentStepForm } from './encampment-step.pages.tsx';
import { stepRoutes } from './procedure-step.routes.tsx';

/** The steps of an encampment. */
export const encampmentStepRoutes: readonly Route[] = stepRoutes(
  {
    procedure: 'encampment',
    path: '/encampments/:encampmentId/steps/:encampmentStep',
    permission: writeEncampment,
    params: encampmentStepParams,
    body: encampmentStepSchema,
    example: { params: { encampmentStep: 'discard' }, body: encampmentExamples.step },
    words: {
      form: 'The form of a step of an encampment',
      check: 'Check a step of an encampment before it is taken: the answers, what it starts and the paper',
      take: 'Take a step of an encampment: assess, tell the police, tolerate, direct, go to court, remove, end',
    },
  },
  {
    line: ({ encampmentStep }) => encampmentLineOf(encampmentStep),
    file: ({ encampmentId }) => ({ href: `/encampments/${encampmentId}`, text: 'The file' }),
    form: async (work, { encampmentId, encampmentStep }, state) => (
      <EncampmentStepForm
        {...state}
        line={encampmentLineOf(encampmentStep)}
        file={demand(await encampmentToWork(work, { encampmentId }))}
        officer={officerOf(work).name}
      />
    ),
    prepare: (work, { encampmentId, encampmentStep }, input) =>
      prepareEncampmentStep(work, encampmentId, encampmentStep, input),
    check: EncampmentStepCheck,
    take: (work, { encampmentId, encampmentStep }, input) =>
      takeEncampmentStep(work, { ...input, encampmentId, action: encampmentStep }),
  },
);
