import { demand } from '../platform/failures/failures.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { asTyped } from '../platform/ui/index.ts';
import { fileToWork } from './protection.commands.ts';
import { protectionStepParams, protectionStepSchema } from './protection.forms.ts';
import { writeProtection } from './protection.permissions.ts';
import { lineOfAction, type ProtectionAction } from './protection.transitions.ts';
import { protectionExamples } from './protection.words.ts';
import { listRequirements } from './protection-parts.store.ts';
import type { Again } from './protection-reply.routes.tsx';
import { prepareStep, takeStep } from './protection-step.commands.ts';
import { ProtectionStepCheck, ProtectionStepForm } from './protection-step.pages.tsx';

interface Params {
  protectionId: string;
  protectionStep: ProtectionAction;
}
const backTo = ({ protectionId }: Params) => ({ href: `/protection/${protectionId}`, text: 'The file' });

async function stepForm(work: Work, params: Params, ask: Ask, again: Again) {
  const file = demand(await fileToWork(work, { protectionId: params.protectionId }));
  const line = lineOfAction(params.protectionStep);
  const body = (
    <ProtectionStepForm
      line={line}
      file={file}
      requirements={await listRequirements(work, file.id)}
      officer={officerOf(work).name}
      csrf={ask.csrf}
      {...again}
    />
  );
  return page(line.button, body, { back: backTo(params), problems: again.problems });
}
/** The steps of the table: one form, one page for checking and one act for all of them. */
export const protectionStepRoutes: readonly Route[] = [
  show({
    path: '/protection/:protectionId/steps/:protectionStep',
    words: 'The form of a step of the procedure',
    permission: writeProtection,
    audit: 'protection.step-shown',
    params: protectionStepParams,
    handle: (work, { params }, ask) => stepForm(work, params, ask, { problems: [], typed: {} }),
  }),
  act({
    path: '/protection/:protectionId/steps/:protectionStep/check',
    words: 'Check a step before it is taken: the answers, the clock and the letter',
    permission: writeProtection,
    audit: 'protection.step-checked',
    params: protectionStepParams,
    body: protectionStepSchema,
    example: { params: { protectionStep: 'record-compliance' }, body: protectionExamples.step },
    handle: async (work, { params, body: { change, ...body } }, ask) => {
      const typed = asTyped(body);
      if (change) return stepForm(work, params, ask, { problems: [], typed });
      const result = await prepareStep(work, params.protectionId, params.protectionStep, body);
      if (!result.ok && result.failure.kind === 'invalid')
        return stepForm(work, params, ask, { problems: result.failure.problems, typed });
      const step = demand(result);
      return page(`Check before: ${step.line.button}`, <ProtectionStepCheck step={step} csrf={ask.csrf} />, {
        back: backTo(params),
      });
    },
    invalid: (work, { params, raw, problems }, ask) => stepForm(work, params, ask, { problems, typed: raw }),
  }),
  act({
    path: '/protection/:protectionId/steps/:protectionStep',
    words: 'Take a step of the procedure: serve, comply, appeal, breach, penalise, end',
    permission: writeProtection,
    audit: 'protection.stepped',
    params: protectionStepParams,
    body: protectionStepSchema,
    example: { params: { protectionStep: 'record-compliance' }, body: protectionExamples.step },
    handle: async (work, { params, body }, ask) => {
      const { protectionId, protectionStep } = params;
      const result = await takeStep(work, { ...body, protectionId, action: protectionStep });
      if (!result.ok && result.failure.kind === 'invalid')
        return stepForm(work, params, ask, { problems: result.failure.problems, typed: asTyped(body) });
      demand(result);
      return redirect(`/protection/${protectionId}`, { flash: lineOfAction(protectionStep).past });
    },
    invalid: (work, { params, raw, problems }, ask) => stepForm(work, params, ask, { problems, typed: raw }),
  }),
];
