import type { z } from 'zod';
import { demand, FailureThrown, notFound } from '../platform/failures/failures.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { page } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { asTyped, atItemFields } from '../platform/ui/index.ts';
import { editEncampment, encampmentToWork, reportEncampment } from './encampment.commands.ts';
import {
  editEncampmentSchema,
  encampmentParams,
  newEncampmentQuery,
  removeVehicleSchema,
  reportEncampmentSchema,
  vehicleParams,
  vehicleSchema,
  welfareForm,
  welfareSchema,
} from './encampment.forms.ts';
import { writeEncampment } from './encampment.permissions.ts';
import { encampmentOpen } from './encampment.transitions.ts';
import { encampmentExamples } from './encampment.words.ts';
import { EncampmentReportForm, WelfareForm } from './encampment-form.pages.tsx';
import { addVehicle, answerWelfare, removeVehicle } from './encampment-parts.commands.ts';
import { findLand, listWelfare } from './encampment-parts.store.ts';
import { type EncampmentAgain, encampmentDone, shownEncampment } from './encampment-reply.routes.tsx';

interface Params {
  encampmentId: string;
}
const nothing: EncampmentAgain = { problems: [], typed: {} };

const reportPage = (
  title: string,
  form: { action: string; hidden: Record<string, string | number>; back: string; csrf: string },
  { problems, typed }: EncampmentAgain,
) =>
  page(
    title,
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <EncampmentReportForm {...form} problems={problems} typed={typed} />
    </>,
    { back: { href: form.back, text: 'Encampments' }, problems },
  );

const newForm = (from: z.output<typeof newEncampmentQuery>, ask: Ask, again: EncampmentAgain) =>
  reportPage(
    'Report an unauthorised encampment',
    {
      action: '/encampments',
      hidden: from.caseId ? { caseId: from.caseId } : {},
      back: '/encampments',
      csrf: ask.csrf,
    },
    again,
  );

async function editForm(work: Work, params: Params, ask: Ask, again?: EncampmentAgain) {
  const file = demand(await encampmentToWork(work, params));
  if (!encampmentOpen.report.from.includes(file.status)) throw new FailureThrown(notFound.failure);
  const land = await findLand(work, file.id);
  return reportPage(
    'Change the report of an encampment',
    {
      action: `/encampments/${file.id}/edit`,
      hidden: { version: file.version },
      back: `/encampments/${file.id}`,
      csrf: ask.csrf,
    },
    again ?? { problems: [], typed: asTyped({ ...land, ...file }) },
  );
}

async function welfarePage(work: Work, params: Params, ask: Ask, again: EncampmentAgain) {
  const file = demand(await encampmentToWork(work, params));
  if (!encampmentOpen.parts.from.includes(file.status)) throw new FailureThrown(notFound.failure);
  const checks = await listWelfare(work, file.id);
  const body = (
    <WelfareForm {...again} file={file} checks={checks} today={work.clock.today()} csrf={ask.csrf} />
  );
  return page('Welfare assessment', body, {
    back: { href: `/encampments/${file.id}`, text: 'The file' },
    marking: 'OFFICIAL',
    problems: again.problems,
  });
}

const reportRoutes: readonly Route[] = [
  show({
    path: '/encampments/new',
    words: 'Report an unauthorised encampment, from a case if there is one',
    permission: writeEncampment,
    audit: 'encampment.new-shown',
    query: newEncampmentQuery,
    handle: async (_work, { query: from }, ask) => newForm(from, ask, nothing),
  }),
  act({
    path: '/encampments',
    words: 'Report an unauthorised encampment',
    permission: writeEncampment,
    audit: 'encampment.reported',
    body: reportEncampmentSchema,
    example: { body: encampmentExamples.report },
    handle: async (work, { body }) => {
      const result = await reportEncampment(work, body);
      return encampmentDone(result, 'Saved. Assess welfare next.');
    },
    invalid: async (_work, { raw, problems }, ask) =>
      newForm(newEncampmentQuery.safeParse(raw).data ?? {}, ask, { problems, typed: raw }),
  }),
  show({
    path: '/encampments/:encampmentId/edit',
    words: 'Change the report of an encampment',
    permission: writeEncampment,
    audit: 'encampment.edit-shown',
    params: encampmentParams,
    handle: (work, { params }, ask) => editForm(work, params, ask),
  }),
  act({
    path: '/encampments/:encampmentId/edit',
    words: 'Save changes to the report of an encampment',
    permission: writeEncampment,
    audit: 'encampment.edited',
    params: encampmentParams,
    body: editEncampmentSchema,
    example: { body: { ...encampmentExamples.report, version: 1 } },
    handle: async (work, { params, body }) => {
      const result = await editEncampment(work, { ...params, ...body });
      return encampmentDone(result, 'Report changed');
    },
    invalid: (work, { params, raw, problems }, ask) => editForm(work, params, ask, { problems, typed: raw }),
  }),
];

/** Before a step: the report, the welfare assessment, and the vehicles on the land. */
export const encampmentDraftRoutes: readonly Route[] = [
  ...reportRoutes,
  show({
    path: '/encampments/:encampmentId/welfare',
    words: 'The welfare assessment of an encampment',
    permission: writeEncampment,
    audit: 'encampment.welfare-shown',
    params: encampmentParams,
    handle: (work, { params }, ask) => welfarePage(work, params, ask, nothing),
  }),
  act({
    path: '/encampments/:encampmentId/welfare',
    words: 'Answer items of the welfare assessment',
    permission: writeEncampment,
    audit: 'encampment.welfare-answered',
    params: encampmentParams,
    body: welfareSchema,
    example: { body: encampmentExamples.welfare },
    handle: async (work, { params, body }) => {
      const result = await answerWelfare(work, { ...params, ...body });
      return encampmentDone(result, 'Assessment saved');
    },
    invalid: (work, { params, raw, problems }, ask) =>
      welfarePage(work, params, ask, { problems: atItemFields(problems, raw, welfareForm), typed: raw }),
  }),
  act({
    path: '/encampments/:encampmentId/vehicles',
    words: 'Add a vehicle on the land by its registration mark',
    permission: writeEncampment,
    audit: 'encampment.vehicle-added',
    params: encampmentParams,
    body: vehicleSchema,
    example: { body: encampmentExamples.vehicle },
    handle: async (work, { params, body }) => {
      const result = await addVehicle(work, { ...params, ...body });
      return encampmentDone(result, 'Vehicle added');
    },
    invalid: (work, { params, raw, problems }, ask) =>
      shownEncampment(work, params, ask, { problems, typed: raw, form: 'vehicle' }),
  }),
  act({
    path: '/encampments/:encampmentId/vehicles/:vehicleId/remove',
    words: 'Take a vehicle off the file that was put there by mistake',
    permission: writeEncampment,
    audit: 'encampment.vehicle-removed',
    params: vehicleParams,
    body: removeVehicleSchema,
    example: { body: { version: 1 } },
    handle: async (work, { params, body }) => {
      const result = await removeVehicle(work, { ...params, ...body });
      return encampmentDone(result, 'Taken off the file');
    },
    invalid: (work, { params, raw, problems }, ask) =>
      shownEncampment(work, params, ask, { problems, typed: raw, form: 'take-off' }),
  }),
];
