import { demand } from '../platform/failures/failures.ts';
import type { Route } from '../platform/http/declare.ts';
import { officerOf } from '../platform/http/work.ts';
import { stepRoutes } from './procedure-step.routes.tsx';
import { fileToWork } from './protection.commands.ts';
import { protectionStepParams, protectionStepSchema } from './protection.forms.ts';
import { writeProtection } from './protection.permissions.ts';
import { lineOfAction } from './protection.transitions.ts';
import { protectionExamples } from './protection.words.ts';
import { listRequirements } from './protection-parts.store.ts';
import { prepareStep, takeStep } from './protection-step.commands.ts';
import { ProtectionStepCheck, ProtectionStepForm } from './protection-step.pages.tsx';

/** The steps of community protection. */
export const protectionStepRoutes: readonly Route[] = stepRoutes(
  {
    procedure: 'protection',
    path: '/protection/:protectionId/steps/:protectionStep',
    permission: writeProtection,
    params: protectionStepParams,
    body: protectionStepSchema,
    example: { params: { protectionStep: 'record-compliance' }, body: protectionExamples.step },
    words: {
      form: 'The form of a step of the procedure',
      check: 'Check a step before it is taken: the answers, the clock and the letter',
      take: 'Take a step of the procedure: serve, comply, appeal, breach, penalise, end',
    },
  },
  {
    line: ({ protectionStep }) => lineOfAction(protectionStep),
    file: ({ protectionId }) => ({ href: `/protection/${protectionId}`, text: 'The file' }),
    form: async (work, { protectionId, protectionStep }, state) => {
      const file = demand(await fileToWork(work, { protectionId }));
      return (
        <ProtectionStepForm
          {...state}
          line={lineOfAction(protectionStep)}
          file={file}
          requirements={await listRequirements(work, file.id)}
          officer={officerOf(work).name}
        />
      );
    },
    prepare: (work, { protectionId, protectionStep }, input) =>
      prepareStep(work, protectionId, protectionStep, input),
    check: ProtectionStepCheck,
    take: (work, { protectionId, protectionStep }, input) =>
      takeStep(work, { ...input, protectionId, action: protectionStep }),
  },
);
