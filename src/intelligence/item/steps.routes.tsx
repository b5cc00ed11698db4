import { demand } from '../../platform/failures/failures.ts';
import { act, apiPost, type Route } from '../../platform/http/declare.ts';
import { gradeIntelligence, readIntelligence } from '../intelligence.permissions.ts';
import { decideDeletion } from './deletion.commands.ts';
import { itemShape, whole } from './item.api.ts';
import { itemParams } from './item.forms.ts';
import { afterStep, itemPage } from './item.view.tsx';
import { keepSensitive } from './sensitive.commands.ts';
import { deletionExample, deletionSchema, sensitiveExample, sensitiveSchema } from './sensitive.forms.ts';

const params = { itemId: '@itemId' };
const keeping = {
  words: 'Make an item sensitive, name who reads it, or open it to the unit again',
  permission: readIntelligence,
  audit: 'intelligence-item.sensitivity-kept',
  params: itemParams,
  body: sensitiveSchema,
  example: { params, body: sensitiveExample },
};
const deciding = {
  words: 'Decide whether an item that was returned for deletion is deleted or kept',
  permission: gradeIntelligence,
  audit: 'intelligence-item.deletion-decided',
  params: itemParams,
  body: deletionSchema,
  example: { params, body: deletionExample },
};

/** The sensitive twin of a state, and deletion, as forms and as JSON. */
export const itemStepRoutes: readonly Route[] = [
  act({
    ...keeping,
    path: '/intelligence/items/:itemId/sensitive',
    handle: async (work, { params: { itemId }, body }, ask) =>
      afterStep(await keepSensitive(work, { itemId, ...body }), { itemId, flash: 'Saved' }, (problems) =>
        itemPage(work, itemId, ask, { problems, typed: body, form: 'sensitive' }),
      ),
    invalid: (work, { params: { itemId }, raw, problems }, ask) =>
      itemPage(work, itemId, ask, { problems, typed: raw, form: 'sensitive' }),
  }),
  apiPost({
    ...keeping,
    path: '/api/v1/intelligence/items/:itemId/sensitive',
    output: itemShape,
    status: 200,
    handle: async (work, { params: { itemId }, body }) =>
      whole(work, demand(await keepSensitive(work, { itemId, ...body })).id),
  }),
  act({
    ...deciding,
    path: '/intelligence/items/:itemId/deletion',
    handle: async (work, { params: { itemId }, body }, ask) =>
      afterStep(await decideDeletion(work, { itemId, ...body }), { itemId, flash: 'Decided' }, (problems) =>
        itemPage(work, itemId, ask, { problems, typed: body }),
      ),
    invalid: (work, { params: { itemId }, raw, problems }, ask) =>
      itemPage(work, itemId, ask, { problems, typed: raw }),
  }),
  apiPost({
    ...deciding,
    path: '/api/v1/intelligence/items/:itemId/deletion',
    output: itemShape,
    status: 200,
    handle: async (work, { params: { itemId }, body }) =>
      whole(work, demand(await decideDeletion(work, { itemId, ...body })).id),
  }),
];
