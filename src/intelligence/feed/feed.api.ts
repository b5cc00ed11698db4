import { z } from 'zod';
import { demand } from '../../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../../platform/http/declare.ts';
import type { Work } from '../../platform/http/work.ts';
import { gradeIntelligence } from '../intelligence.permissions.ts';
import { checkFeed, chooseFeedColumns, giveFeedFile, loadFeed, putFeedAway } from './feed.commands.ts';
import { decideFeedSchema, feedLimits, feedParams, giveSchema, mappingSchema } from './feed.forms.ts';
import { listFeedFiles } from './feed.store.ts';

const instant = z.date().transform((at) => at.toISOString());
const fileShape = z.object({
  id: z.string(),
  feed: z.string(),
  fileName: z.string(),
  fileSha256: z.string(),
  state: z.string(),
  columns: z.array(z.string()),
  notes: z.array(z.string()),
  mapping: z.record(z.string(), z.string()),
  givenAt: instant,
  givenByName: z.string(),
  decidedAt: instant.nullable(),
  decidedByName: z.string().nullable(),
  rowsLoaded: z.number(),
  rowsKnown: z.number(),
  rowsRejected: z.number(),
  version: z.number(),
});
const checkShape = fileShape.extend({
  /** Numbers of the rows that would become items, were the file loaded now. */
  fresh: z.array(z.number()),
  known: z.number(),
  rejected: z.number(),
  problems: z.array(
    z.object({ rowNumber: z.number(), column: z.string(), problem: z.string(), mend: z.string() }),
  ),
});

async function shown(work: Work, id: string): Promise<z.input<typeof checkShape>> {
  const { file, fresh, known, rejected, problems } = demand(await checkFeed(work, id));
  const isWaiting = file.state === 'given';
  return {
    ...{ ...file, mapping: { ...file.mapping }, problems },
    fresh: isWaiting ? fresh.map(({ rowNumber }) => rowNumber) : [],
    known: isWaiting ? known : file.rowsKnown,
    rejected: isWaiting ? rejected : file.rowsRejected,
  };
}

const params = { feedId: '@feedId' };
const ofFile = { permission: gradeIntelligence, params: feedParams, output: checkShape, status: 200 };

/** Files of items as JSON: the same commands as the pages. */
export const feedApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/intelligence/feeds',
    words: 'Files of items that the unit was given',
    permission: gradeIntelligence,
    audit: 'intelligence-feed.listed',
    output: z.object({ files: z.array(fileShape) }),
    handle: async (work) => ({
      files: (await listFeedFiles(work)).map((file) => ({ ...file, mapping: { ...file.mapping } })),
    }),
  }),
  apiGet({
    path: '/api/v1/intelligence/feeds/:feedId',
    words: 'One file of items: what would come of it, or what came of it',
    permission: gradeIntelligence,
    audit: 'intelligence-feed.opened',
    params: feedParams,
    output: checkShape,
    handle: (work, { params: { feedId } }) => shown(work, feedId),
  }),
  apiPost({
    path: '/api/v1/intelligence/feeds',
    words: 'Give a file of items, as multipart form data with the file in the field "file"',
    permission: gradeIntelligence,
    audit: 'intelligence-feed.given',
    body: giveSchema,
    uploadLimit: feedLimits.formBytes,
    largeFile: feedLimits.fileBytes,
    files: {
      field: 'file',
      words: 'The file of items: a table, or a message with what is attached',
      isNeeded: true,
    },
    output: checkShape,
    example: { body: { feed: 'Regional trading standards' } },
    handle: async (work, { body }, ask) =>
      shown(work, demand(await giveFeedFile(work, body, ask.uploads)).id),
  }),
  apiPost({
    ...ofFile,
    path: '/api/v1/intelligence/feeds/:feedId/columns',
    words: 'Say which column of a file of items holds what',
    audit: 'intelligence-feed.columns-chosen',
    body: mappingSchema,
    example: { params, body: { version: 1, body: 'Text', title: 'Subject' } },
    handle: async (work, { params: { feedId }, body: { version, ...mapping } }) =>
      shown(work, demand(await chooseFeedColumns(work, { feedId, version, mapping })).id),
  }),
  apiPost({
    ...ofFile,
    path: '/api/v1/intelligence/feeds/:feedId/load',
    words: 'Put the rows of a file that can be taken into the intelligence queue',
    audit: 'intelligence-feed.loaded',
    body: decideFeedSchema,
    example: { params, body: { version: 1 } },
    handle: async (work, { params: { feedId }, body }) => {
      demand(await loadFeed(work, { feedId, ...body }));
      return shown(work, feedId);
    },
  }),
  apiPost({
    ...ofFile,
    path: '/api/v1/intelligence/feeds/:feedId/put-away',
    words: 'Forget the rows of a file of items that are still kept',
    audit: 'intelligence-feed.put-away',
    body: decideFeedSchema,
    example: { params, body: { version: 1 } },
    handle: async (work, { params: { feedId }, body }) =>
      shown(work, demand(await putFeedAway(work, { feedId, ...body })).id),
  }),
];
