import { z } from 'zod';
import { demand, type FieldProblem, invalid, notFound, ok } from '../../platform/failures/failures.ts';
import { type FormAgain, formsOn } from '../../platform/http/again.ts';
import { type Ask, act, apiPost, type Route, show } from '../../platform/http/declare.ts';
import { page, redirect } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { editRoutes } from '../change/edit.routes.tsx';
import { editDirectory } from '../directory.permissions.ts';
import { areaParams, takeBackForm } from './area.forms.ts';
import { findArea } from './area.store.ts';
import {
  draftAreas,
  findDraft,
  loadDraft,
  makeAreas,
  planAreas,
  reachOf,
  takeBackArea,
} from './area-load.commands.ts';
import {
  addAreasExample,
  addAreasSchema,
  draftParams,
  loadDraftSchema,
  readFileSchema,
} from './area-load.forms.ts';
import { AreaDraftPage, ReadAreasPage } from './area-load.pages.tsx';

const back = { href: '/directory/areas', text: 'Areas' };
const uploadLimit = 11_000_000;

const form = (ask: Ask, problems: readonly FieldProblem[] = [], typed: Record<string, unknown> = {}) =>
  page('Add areas from a file', <ReadAreasPage csrf={ask.csrf} problems={problems} typed={typed} />, {
    back,
    problems,
  });

async function draftPage(
  work: Work,
  { areaDraftId: id }: { areaDraftId: string },
  ask: Ask,
  { problems = [], typed = {} }: Partial<FormAgain> = {},
) {
  const draft = (await findDraft(work, id)) ?? demand(notFound);
  const props = { draft, reach: await reachOf(work, draft), csrf: ask.csrf, problems, typed };
  return page('Areas of a file', <AreaDraftPage {...props} />, { back, problems, wide: true });
}

const reachView = z.object({
  areas: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      postcodes: z.number(),
      now: z.array(z.object({ name: z.string(), postcodes: z.number() })),
    }),
  ),
  rejected: z.array(z.object({ index: z.number(), why: z.string() })),
});
const planOf = (work: Work, { areas, ...rest }: z.output<typeof addAreasSchema>) =>
  planAreas(work, { ...rest, text: JSON.stringify(areas), name: 'areas' });

/** New areas: from a file, looked at before they are made, and taken back before their first day. */
export const areaLoadRoutes: readonly Route[] = [
  show({
    path: '/directory/areas/add',
    words: 'Add areas from a file of outlines',
    permission: editDirectory,
    audit: 'area.adding',
    handle: (_work, _input, ask) => form(ask),
  }),
  act({
    path: '/directory/areas/add',
    words: 'Read a file of outlines, to be looked at',
    permission: editDirectory,
    audit: 'area.file-read',
    body: readFileSchema,
    uploadLimit,
    example: { body: { kind: 'ward', startsOn: '2027-05-06' } },
    handle: async (work, { body }, ask) => {
      const upload = ask.uploads.find(({ field }) => field === 'file');
      const read =
        !upload?.name || upload.isTooLarge
          ? invalid({
              field: 'file',
              words: upload?.isTooLarge ? 'The file must be smaller than 10 MB' : 'Choose a file',
            })
          : await draftAreas(work, { ...body, text: upload.content.toString('utf8'), name: upload.name });
      if (!read.ok && read.failure.kind === 'invalid') return form(ask, read.failure.problems, body);
      return redirect(`/directory/areas/drafts/${demand(read).id}`);
    },
    invalid: (_work, { raw, problems }, ask) => form(ask, problems, raw),
  }),
  show({
    path: '/directory/areas/drafts/:areaDraftId',
    words: 'What a file of outlines would make',
    permission: editDirectory,
    audit: 'area.file-looked-at',
    params: draftParams,
    handle: (work, { params }, ask) => draftPage(work, params, ask),
  }),
  act({
    path: '/directory/areas/drafts/:areaDraftId',
    words: 'Make the areas of a file',
    permission: editDirectory,
    audit: 'area.made',
    params: draftParams,
    body: loadDraftSchema,
    example: { body: { reason: 'An example' } },
    handle: async (work, { params, body }) => {
      const { codes, kind } = demand(await loadDraft(work, { ...params, ...body }));
      return redirect(`/directory/areas?kind=${kind}`, {
        flash: codes.length === 1 ? 'Area made' : `${codes.length} areas made`,
      });
    },
    invalid: formsOn(draftPage)('make'),
  }),
  ...editRoutes({
    path: '/directory/areas/:areaCode/take-back',
    words: 'Take back an area before its first day',
    permission: editDirectory,
    audit: 'area.taken-back',
    params: areaParams,
    body: takeBackForm,
    example: { body: { reason: 'An example', go: 'preview' } },
    save: 'Take it back',
    subject: async (work, { areaCode }) => {
      const area = (await findArea(work.db, areaCode)) ?? demand(notFound);
      return {
        heading: `Take back ${area.name}`,
        about: 'Only before its first day, and while nothing names it.',
        back: { href: `/directory/areas/${encodeURIComponent(area.code)}`, text: area.name },
        typed: {},
        fields: [],
      };
    },
    preview: async () => ok({ differences: [], effects: ['It is as if the area had never been made.'] }),
    change: async (work, input) => {
      const done = await takeBackArea(work, input);
      return done.ok ? ok({ to: `/directory/areas?kind=${done.value.kind}`, flash: 'Taken back' }) : done;
    },
  }),
  apiPost({
    path: '/api/v1/directory/areas',
    words: 'Add areas with their outlines (GeoJSON)',
    permission: editDirectory,
    audit: 'area.made',
    body: addAreasSchema,
    output: z.object({ codes: z.array(z.string()) }),
    uploadLimit,
    example: { body: addAreasExample },
    handle: async (work, { body }) => makeAreas(work, demand(await planOf(work, body)), body.reason),
  }),
  apiPost({
    path: '/api/v1/directory/areas/preview',
    words: 'What outlines would take in, by postcodes',
    permission: editDirectory,
    audit: 'area.file-looked-at',
    body: addAreasSchema,
    output: reachView,
    status: 200,
    uploadLimit,
    example: { body: addAreasExample },
    handle: async (work, { body }) => {
      const plan = demand(await planOf(work, body));
      return { areas: await reachOf(work, plan), rejected: plan.rejected };
    },
  }),
  apiPost({
    path: '/api/v1/directory/areas/:areaCode/take-back',
    words: 'Take back an area before its first day',
    permission: editDirectory,
    audit: 'area.taken-back',
    params: areaParams,
    body: loadDraftSchema,
    output: z.object({ kind: z.string() }),
    status: 200,
    example: { body: { reason: 'An example' } },
    handle: async (work, { params, body }) => demand(await takeBackArea(work, { ...params, ...body })),
  }),
];
