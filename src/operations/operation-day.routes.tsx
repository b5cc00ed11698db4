import { stepRoutes } from '../enforcement/index.ts';
import { demand } from '../platform/failures/failures.ts';
import type { Again } from '../platform/http/again.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { prepareOperationStep, takeOperationStep } from './operation.commands.ts';
import {
  operationParams,
  operationStepParams,
  operationStepSchema,
  operationStopParams,
  reportSchema,
  stopSchema,
} from './operation.forms.ts';
import { planOperations, takePart } from './operation.permissions.ts';
import { openOperation } from './operation.queries.ts';
import { operationDone, shownOperation, toFile } from './operation.routes.tsx';
import { operationLineOf } from './operation.transitions.ts';
import { operationExamples } from './operation.words.ts';
import { OperationStepCheck, OperationStepForm, StopForm } from './operation-form.pages.tsx';
import { logStop, penaliseStop, reportBack } from './stop.commands.ts';

const nothing: Again = { problems: [], typed: {} };
async function stopForm(work: Work, id: string, ask: Ask, { problems, typed }: Again) {
  const operation = demand(await openOperation(work, id));
  return page('Log a stop', <StopForm {...{ operation, problems, typed }} csrf={ask.csrf} />, {
    back: toFile(id),
    problems,
  });
}

const onTheDay: readonly Route[] = [
  show({
    path: '/operations/:operationId/stops/new',
    words: 'The form for a stop, on a telephone',
    permission: takePart,
    audit: 'operation.stop-form-shown',
    params: operationParams,
    handle: (work, { params }, ask) => stopForm(work, params.operationId, ask, nothing),
  }),
  act({
    path: '/operations/:operationId/stops',
    words: 'Log a stop of the day',
    permission: takePart,
    audit: 'operation.stop-logged',
    params: operationParams,
    body: stopSchema,
    example: { body: operationExamples.stop },
    handle: async (work, { params, body }) => {
      const result = await logStop(work, { ...params, ...body });
      return operationDone(result, 'Logged');
    },
    invalid: (work, { params, raw, problems }, ask) =>
      stopForm(work, params.operationId, ask, { problems, typed: raw }),
  }),
  act({
    path: '/operations/:operationId/stops/:stopId/penalty',
    words: 'Draft the fixed penalty for what came of a stop',
    permission: takePart,
    audit: 'operation.stop-penalised',
    params: operationStopParams,
    handle: async (work, { params }) => {
      const { penaltyId } = demand(await penaliseStop(work, params));
      return redirect(`/penalties/${penaltyId}`, { flash: 'Drafted from the stop' });
    },
  }),
  act({
    path: '/operations/:operationId/report',
    words: 'Report for your agency how the day went',
    permission: takePart,
    audit: 'operation.reported',
    params: operationParams,
    body: reportSchema,
    example: { body: operationExamples.report },
    handle: async (work, { params, body }) =>
      operationDone(await reportBack(work, { ...params, ...body }), 'Reported'),
    invalid: (work, { params, raw, problems }, ask) =>
      shownOperation(work, params.operationId, ask, { problems, typed: raw, form: 'debrief' }),
  }),
];

/** The day itself, and the steps of the table. */
export const operationDayRoutes: readonly Route[] = [
  ...onTheDay,
  ...stepRoutes(
    {
      procedure: 'operation',
      path: '/operations/:operationId/steps/:operationStep',
      permission: planOperations,
      params: operationStepParams,
      body: operationStepSchema,
      example: { params: { operationStep: 'cancel' }, body: operationExamples.step },
      words: {
        form: 'The form of a step of a day of action',
        check: 'Check a step of a day of action before it is taken',
        take: 'Take a step of a day of action: settle the plan, begin, debrief, cancel',
      },
    },
    {
      line: ({ operationStep }) => operationLineOf(operationStep),
      file: ({ operationId }) => toFile(operationId),
      form: async (work, { operationId, operationStep }, state) => (
        <OperationStepForm
          {...state}
          line={operationLineOf(operationStep)}
          operation={demand(await openOperation(work, operationId))}
        />
      ),
      prepare: (work, { operationId, operationStep }, input) =>
        prepareOperationStep(work, operationId, operationStep, input),
      check: OperationStepCheck,
      take: (work, { operationId, operationStep }, input) =>
        takeOperationStep(work, { ...input, operationId, action: operationStep }),
    },
  ),
];
