import { z } from 'zod';
import { demand, notFound } from '../../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../../platform/http/declare.ts';
import { about, type Work } from '../../platform/http/work.ts';
import { gradeIntelligence, handleSources, readIntelligence } from '../intelligence.permissions.ts';
import { itemParams } from '../item/item.forms.ts';
import {
  driftWords,
  isAdrift,
  openIdentity,
  referSource,
  setNumber,
  setSource,
  setWanted,
  writeIdentity,
} from './source.commands.ts';
import {
  identitySchema,
  numberSchema,
  referSchema,
  setSourceSchema,
  sourceParams,
  wantedSchema,
  whySchema,
} from './source.forms.ts';
import { findSource, listSources, numberOf, numbersSet, type Source } from './source.store.ts';

const sourceShape = z.object({
  id: z.string(),
  pseudonym: z.string(),
  kind: z.string(),
  last28: z.number(),
  last90: z.number(),
  referredWords: z.string(),
  isAdrift: z.boolean(),
  drift: z.string(),
});
const numberShape = z.object({
  name: z.string(),
  value: z.number(),
  setAt: z.date().transform((at) => at.toISOString()),
  setByName: z.string(),
  why: z.string(),
});
const told = (source: Source, adrift: boolean) => ({
  ...source,
  isAdrift: adrift,
  drift: adrift ? driftWords : '',
});
const identityShape = z.object({ pseudonym: z.string(), name: z.string(), contact: z.string() });
const params = { sourceId: '@sourceId' };
const ofItem = { itemId: '@itemId' };

async function shown(work: Work, id: string) {
  const source = (await findSource(work, id)) ?? demand(notFound);
  about(work, 'intelligence-source', id);
  return told(source, await isAdrift(work, source));
}

const reading: readonly Route[] = [
  apiGet({
    path: '/api/v1/intelligence/sources',
    words: 'Sources by their pseudonyms, with how often each gave something',
    permission: readIntelligence,
    audit: 'intelligence-source.listed',
    output: z.object({ sources: z.array(sourceShape), numbers: z.array(numberShape) }),
    handle: async (work) => {
      const least = await numberOf(work, 'drift-items');
      const sources = (await listSources(work)).map((source) => told(source, source.inPeriod >= least));
      return { sources, numbers: await numbersSet(work) };
    },
  }),
  apiGet({
    path: '/api/v1/intelligence/sources/:sourceId',
    words: 'One source by its pseudonym',
    permission: readIntelligence,
    audit: 'intelligence-source.opened',
    params: sourceParams,
    output: sourceShape,
    handle: (work, { params: { sourceId } }) => shown(work, sourceId),
  }),
];

const ofItems: readonly Route[] = [
  apiPost({
    path: '/api/v1/intelligence/items/:itemId/source',
    words: 'Put an item down to a source by its pseudonym',
    permission: gradeIntelligence,
    audit: 'intelligence-item.source-set',
    params: itemParams,
    body: setSourceSchema,
    output: sourceShape,
    status: 200,
    example: { params: ofItem, body: { version: 1, source: '@sourceId' } },
    handle: async (work, { params: { itemId }, body }) => {
      const done = demand(await setSource(work, { itemId, ...body }));
      return told(done.source, done.isAdrift);
    },
  }),
  apiPost({
    path: '/api/v1/intelligence/items/:itemId/wanted',
    words: 'Write down what more to look for in records and with partners',
    permission: gradeIntelligence,
    audit: 'intelligence-item.wanted-set',
    params: itemParams,
    body: wantedSchema,
    output: z.object({ wanted: z.string() }),
    status: 200,
    example: { params: ofItem, body: { version: 1, wanted: 'Who keeps the van' } },
    handle: async (work, { params: { itemId }, body }) => {
      demand(await setWanted(work, { itemId, ...body }));
      return { wanted: body.wanted };
    },
  }),
];

const handling: readonly Route[] = [
  apiPost({
    path: '/api/v1/intelligence/sources/numbers',
    words: 'Set from how many items in how many days it is status drift',
    permission: handleSources,
    audit: 'intelligence-source.number-set',
    body: numberSchema,
    output: z.object({ name: z.string(), value: z.number() }),
    status: 200,
    example: { body: { name: 'drift-items', value: 4, why: 'Advice of the authorising officer' } },
    handle: async (work, { body }) => demand(await setNumber(work, body)),
  }),
  apiPost({
    path: '/api/v1/intelligence/sources/:sourceId/refer',
    words: 'Record that status drift was referred to the authorising officer',
    permission: handleSources,
    audit: 'intelligence-source.referred',
    params: sourceParams,
    body: referSchema,
    output: sourceShape,
    status: 200,
    example: { params, body: { words: 'RC-12: no covert source' } },
    handle: async (work, { params: { sourceId }, body }) =>
      shown(work, demand(await referSource(work, { sourceId, ...body })).id),
  }),
  apiPost({
    path: '/api/v1/intelligence/sources/:sourceId/identity/open',
    words: 'Open who a source is, with why',
    permission: handleSources,
    audit: 'source-identity.opened',
    isSealed: true,
    params: sourceParams,
    body: whySchema,
    output: identityShape,
    status: 200,
    example: { params, body: { why: 'A threat was reported' } },
    handle: async (work, { params: { sourceId }, body }) =>
      demand(await openIdentity(work, { sourceId, ...body })),
  }),
  apiPost({
    path: '/api/v1/intelligence/sources/:sourceId/identity',
    words: 'Keep who a source is, sealed',
    permission: handleSources,
    audit: 'source-identity.kept',
    isSealed: true,
    params: sourceParams,
    body: identitySchema,
    output: z.object({ pseudonym: z.string() }),
    status: 200,
    example: { params, body: { name: 'Sam Sample', contact: 'By letter' } },
    handle: async (work, { params: { sourceId }, body }) =>
      demand(await writeIdentity(work, { sourceId, ...body })),
  }),
];

/** Sources as JSON: the same commands as the pages. */
export const sourceApi: readonly Route[] = [...reading, ...ofItems, ...handling];
