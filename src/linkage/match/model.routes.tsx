import { z } from 'zod';
import { demand, type FieldProblem } from '../../platform/failures/failures.ts';
import { type Ask, act, type Route, show } from '../../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../../platform/http/reply.ts';
import { about, type Work } from '../../platform/http/work.ts';
import { keepModels } from '../linkage.permissions.ts';
import { ModelPage, ModelsPage } from './model.pages.tsx';
import { adoptModel, previewModel } from './model.queries.ts';
import { adoptedModel, listModels } from './model.store.ts';
import { ruleHistory, ruleNames, ruleValues, setRule } from './rule.store.ts';
import { askForRun, listRuns } from './run.store.ts';

export const modelParams = z.object({ modelId: z.uuid() });
/** Per cents on the page; the ledger keeps shares. */
export const ruleSchema = z.object({
  name: z.enum(ruleNames, { error: 'Choose which number' }),
  value: z.coerce
    .number({ error: 'Enter a number of per cent, like 10' })
    .min(0, 'Enter 0 or more')
    .max(100, 'Enter 100 or less')
    .transform((percent) => percent / 100),
  why: z.string().trim().min(1, 'Say why it changes').max(500, 'Use 500 letters or fewer'),
});
const back = { href: '/review', text: 'Review desk' };

async function modelsPage(
  work: Work,
  ask: Ask,
  problems: readonly FieldProblem[] = [],
  typed?: Record<string, unknown>,
): Promise<PageReply> {
  const body = (
    <ModelsPage
      models={await listModels(work)}
      adopted={await adoptedModel(work)}
      runs={await listRuns(work)}
      values={await ruleValues(work)}
      history={await ruleHistory(work)}
      csrf={ask.csrf}
      problems={problems}
      typed={typed}
    />
  );
  return page('Models and runs', body, { problems, wide: true, back });
}

/** Models of likeness, runs of matching, and the numbers they go by. */
export const modelRoutes: readonly Route[] = [
  show({
    path: '/review/models',
    words: 'Models of matching, runs, and the numbers they go by',
    permission: keepModels,
    audit: 'linkage.models-listed',
    handle: (work, _input, ask) => modelsPage(work, ask),
  }),
  act({
    path: '/review/models',
    words: 'Train a new model on every record',
    permission: keepModels,
    audit: 'linkage.training-asked',
    handle: async (work) => {
      about(work, 'match-run', await askForRun(work, { kind: 'train' }));
      return redirect('/review/models', {
        flash: 'A new model is being trained. It judges nothing until you adopt it.',
      });
    },
  }),
  act({
    path: '/review/runs',
    words: 'Match every record again',
    permission: keepModels,
    audit: 'linkage.matching-asked',
    handle: async (work) => {
      about(work, 'match-run', await askForRun(work, { kind: 'all' }));
      return redirect('/review/models', { flash: 'Every record is being matched again.' });
    },
  }),
  act({
    path: '/review/rules',
    words: 'Set a number that matching goes by',
    permission: keepModels,
    audit: 'linkage.rule-set',
    body: ruleSchema,
    example: { body: { name: 'propose', value: '12', why: 'Fewer pairs to look at' } },
    handle: async (work, { body }) => {
      demand(await setRule(work, body));
      return redirect('/review/models', { flash: 'Changed. The next run goes by it.' });
    },
    invalid: (work, { raw, problems }, ask) => modelsPage(work, ask, problems, raw),
  }),
  show({
    path: '/review/models/:modelId',
    words: 'One model: what it learnt, and what adopting it would change',
    permission: keepModels,
    audit: 'linkage.model-opened',
    params: modelParams,
    handle: async (work, { params }, ask) => {
      const preview = demand(await previewModel(work, params.modelId));
      const isAdopted = (await adoptedModel(work))?.id === params.modelId;
      return page(
        `Model ${preview.model.number}`,
        <ModelPage preview={preview} isAdopted={isAdopted} csrf={ask.csrf} />,
        {
          wide: true,
          marking: 'OFFICIAL-SENSITIVE',
          back: { href: '/review/models', text: 'Models and runs' },
        },
      );
    },
  }),
  act({
    path: '/review/models/:modelId/adopt',
    words: 'Let a model judge from now on',
    permission: keepModels,
    audit: 'linkage.model-adopted',
    params: modelParams,
    handle: async (work, { params }) => {
      const model = demand(await adoptModel(work, params.modelId));
      return redirect('/review/models', {
        flash: `Model ${model.number} judges now. Every record is being matched again.`,
      });
    },
  }),
];
