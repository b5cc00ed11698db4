import { z } from 'zod';
import { demand, notFound, ok, refusedByRule } from '../../platform/failures/failures.ts';
import { act, apiPost, download, type Route } from '../../platform/http/declare.ts';
import { file } from '../../platform/http/reply.ts';
import { about } from '../../platform/http/work.ts';
import { findAttachment } from '../feed/attachment.store.ts';
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

const infectedFile = refusedByRule(
  'file.infected',
  'The virus scanner refused this file: it is dangerous, and nobody is given it.',
  'It stays kept under its hash.',
);

/** The sensitive twin of a state, deletion, and what was attached, as forms, files and JSON. */
export const itemStepRoutes: readonly Route[] = [
  download({
    path: '/intelligence/items/:itemId/attachments/:attachmentId',
    words: 'A file that was attached to an e-mail, the very bytes that came',
    permission: readIntelligence,
    audit: 'intelligence-item.attachment-taken',
    params: itemParams.extend({ attachmentId: z.uuid() }),
    example: { params },
    handle: async (work, { params: at }) => {
      const found = (await findAttachment(work, at)) ?? demand(notFound);
      const { name, sha256, content } = demand(found.scan === 'infected' ? infectedFile : ok(found));
      about(work, 'intelligence-item', at.itemId, { sha256 });
      // Never of a type that a browser would open.
      return file(name, 'application/octet-stream', content);
    },
  }),
  act({
    ...keeping,
    path: '/intelligence/items/:itemId/sensitive',
    handle: async (work, { params: { itemId }, body }) =>
      afterStep(await keepSensitive(work, { itemId, ...body }), { itemId, flash: 'Saved' }),
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
    handle: async (work, { params: { itemId }, body }) =>
      afterStep(await decideDeletion(work, { itemId, ...body }), { itemId, flash: 'Decided' }),
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
