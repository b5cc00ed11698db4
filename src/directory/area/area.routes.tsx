import { z } from 'zod';
import { demand, notFound, ok } from '../../platform/failures/failures.ts';
import { apiGet, apiPost, type Route, show } from '../../platform/http/declare.ts';
import { page } from '../../platform/http/reply.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { namesOf } from '../change/change.store.ts';
import { differencesOf } from '../change/change.words.ts';
import { editRoutes } from '../change/edit.routes.tsx';
import type { Preview } from '../change/edit-form.pages.tsx';
import { historyOf } from '../change/history.tsx';
import { mayEdit } from '../directory.pages.tsx';
import { editDirectory, readDirectory } from '../directory.permissions.ts';
import { listAreas } from '../directory.store.ts';
import { findOutline, viewOf } from '../map/map.store.ts';
import {
  areaFields,
  endArea,
  type PlannedArea,
  planArea,
  planEndOfArea,
  renameArea,
} from './area.commands.ts';
import {
  areaForm,
  areaParams,
  areaSchema,
  endAreaExample,
  endAreaForm,
  endAreaSchema,
  renameAreaExample,
} from './area.forms.ts';
import { AreaPage, AreasPage } from './area.pages.tsx';
import { areaKinds, findArea, pageOfAreas, usesOfArea } from './area.store.ts';

const back = { href: '/directory/areas', text: 'Areas' };
const hrefOf = (code: string) => `/directory/areas/${encodeURIComponent(code)}`;
const opened = async (work: Work, code: string) => (await findArea(work.db, code)) ?? demand(notFound);

const listQuery = z.object({
  kind: z.string().max(40).default('district'),
  words: z.string().trim().max(60).default(''),
  after: z.string().max(200).optional(),
});

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** What changes about an area, and what would then name an area that is gone. */
async function previewOf(work: Work, { before, after }: PlannedArea): Promise<Preview> {
  const was = areaFields(before);
  const names = await namesOf(work.db, [...Object.values(was), ...Object.values(after)]);
  const differences = differencesOf(was, after, names);
  const effects: string[] = differences.length === 0 ? ['Nothing: it already stands like this.'] : [];
  if (after.endsOn !== before.endsOn && typeof after.endsOn === 'string') {
    const uses = await usesOfArea(work.db, before.code, after.endsOn);
    effects.push(
      'Reports made in it keep it. New ones lie in the area whose outline holds the place on that day.',
    );
    if (uses.rules.length > 0)
      effects.push(
        `Rules that name it fit nothing any more: ${uses.rules.map((r) => r.issueName).join(', ')}.`,
      );
    if (uses.services.length > 0)
      effects.push(
        `Services that work in it, to be given its successor: ${uses.services.map((s) => s.name).join(', ')}.`,
      );
    if (uses.agencies.length > 0)
      effects.push(`Agencies that have it as theirs: ${uses.agencies.map((a) => a.name).join(', ')}.`);
    if (uses.postcodes > 0)
      effects.push(
        `${counted(uses.postcodes, 'postcode names', 'postcodes name')} it until the next release of postcodes is loaded.`,
      );
  }
  return { differences, effects };
}

const areaView = z.object({
  code: z.string(),
  kind: z.string(),
  name: z.string(),
  parentCode: z.string().nullable(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  successors: z.array(z.object({ code: z.string(), name: z.string() })),
  predecessors: z.array(z.object({ code: z.string(), name: z.string() })),
  version: z.number(),
});

/** Areas: looked up by everybody with an account, ended by the administrator. New ones: `area-load.routes.tsx`. */
export const areaRoutes: readonly Route[] = [
  show({
    path: '/directory/areas',
    words: 'Areas: districts, wards and others, with their dates',
    permission: readDirectory,
    audit: 'area.listed',
    query: listQuery,
    handle: async (work, { query }) => {
      const { areas, next } = await pageOfAreas(work.db, query);
      const props = {
        ...{ areas, kinds: await areaKinds(work.db), kind: query.kind, words: query.words },
        nextHref: next
          ? `/directory/areas?${new URLSearchParams({ kind: query.kind, words: query.words, after: next }).toString()}`
          : undefined,
        ...{ today: work.clock.today(), canEdit: mayEdit(officerOf(work)) },
      };
      return page('Areas', <AreasPage {...props} />, { wide: true });
    },
  }),
  show({
    path: '/directory/areas/:areaCode',
    words: 'One area: dates, outline, successor, and what names it',
    permission: readDirectory,
    audit: 'area.opened',
    params: areaParams,
    handle: async (work, { params }, ask) => {
      const area = await opened(work, params.areaCode);
      const outline = await findOutline(work.db, area.code);
      const canEdit = mayEdit(officerOf(work));
      const props = {
        ...{ area, canEdit, today: work.clock.today(), view: outline && viewOf(outline) },
        uses: await usesOfArea(work.db, area.code, work.clock.today()),
        history: canEdit && (await historyOf(work, 'area', area.code, ask.csrf)),
      };
      return page(area.name, <AreaPage {...props} />, { back });
    },
  }),
  ...editRoutes({
    path: '/directory/areas/:areaCode/change',
    words: 'Correct the name of an area',
    permission: editDirectory,
    audit: 'area.changed',
    params: areaParams,
    body: areaForm,
    example: { body: renameAreaExample },
    save: 'Save change',
    subject: async (work, { areaCode }) => {
      const area = await opened(work, areaCode);
      return {
        heading: `Change ${area.name}`,
        about: 'A new boundary is a new area with a code of its own: add it from a file of outlines.',
        back: { href: hrefOf(area.code), text: area.name },
        typed: { name: area.name },
        version: area.version,
        fields: [{ type: 'text', name: 'name', label: 'Name' }],
      };
    },
    preview: async (work, input) => {
      const plan = await planArea(work, input);
      return plan.ok ? ok(await previewOf(work, plan.value)) : plan;
    },
    change: async (work, input) => {
      const changed = await renameArea(work, input);
      return changed.ok ? ok({ to: hrefOf(input.areaCode), flash: 'Area changed' }) : changed;
    },
  }),
  ...editRoutes({
    path: '/directory/areas/:areaCode/end',
    words: 'End an area and name its successor',
    permission: editDirectory,
    audit: 'area.ended',
    params: areaParams,
    body: endAreaForm,
    example: { body: endAreaExample },
    save: 'End area',
    subject: async (work, { areaCode }) => {
      const area = await opened(work, areaCode);
      const others = (await listAreas(work.db, area.kind, work.clock.today())).filter(
        (a) => a.code !== area.code,
      );
      const choices = others.map((other) => ({ value: other.code, text: `${other.name} (${other.code})` }));
      return {
        heading: `End ${area.name}`,
        back: { href: hrefOf(area.code), text: area.name },
        typed: { endsOn: work.clock.today() },
        version: area.version,
        fields: [
          { type: 'day', name: 'endsOn', label: 'First day without it' },
          {
            // Tick boxes for a few; a county's hundreds of wards are named by their codes.
            ...(choices.length > 0 && choices.length <= 20
              ? { type: 'ticks' as const, items: choices }
              : { type: 'lines' as const, hint: 'The codes, one on each line' }),
            name: 'successorCodes',
            label: 'What takes over',
          },
        ],
      };
    },
    preview: async (work, input) => {
      const plan = await planEndOfArea(work, input);
      return plan.ok ? ok(await previewOf(work, plan.value)) : plan;
    },
    change: async (work, input) => {
      const ended = await endArea(work, input);
      return ended.ok ? ok({ to: hrefOf(input.areaCode), flash: 'The area ends' }) : ended;
    },
  }),
  apiGet({
    path: '/api/v1/directory/areas',
    words: 'Areas of a kind, a page at a time',
    permission: readDirectory,
    audit: 'area.listed',
    query: listQuery,
    output: z.object({ areas: z.array(areaView), next: z.string().nullable() }),
    handle: (work, { query }) => pageOfAreas(work.db, query),
  }),
  apiGet({
    path: '/api/v1/directory/areas/:areaCode',
    words: 'One area',
    permission: readDirectory,
    audit: 'area.opened',
    params: areaParams,
    output: areaView,
    handle: (work, { params }) => opened(work, params.areaCode),
  }),
  apiPost({
    path: '/api/v1/directory/areas/:areaCode/change',
    words: 'Correct the name of an area',
    permission: editDirectory,
    audit: 'area.changed',
    params: areaParams,
    body: areaSchema,
    output: areaView,
    status: 200,
    example: { body: renameAreaExample },
    handle: async (work, { params, body }) =>
      opened(work, demand(await renameArea(work, { ...params, ...body })).id),
  }),
  apiPost({
    path: '/api/v1/directory/areas/:areaCode/end',
    words: 'End an area and name its successor',
    permission: editDirectory,
    audit: 'area.ended',
    params: areaParams,
    body: endAreaSchema,
    output: areaView,
    status: 200,
    example: { body: endAreaExample },
    handle: async (work, { params, body }) =>
      opened(work, demand(await endArea(work, { ...params, ...body })).id),
  }),
];
