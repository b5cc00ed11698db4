import type { z } from 'zod';
import { demand, FailureThrown, notFound } from '../platform/failures/failures.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { page } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { asTyped, atItemFields } from '../platform/ui/index.ts';
import { closureToWork, draftClosure, editClosure } from './closure.commands.ts';
import {
  checklistForm,
  checklistSchema,
  closureParams,
  draftClosureSchema,
  editClosureSchema,
  newClosureQuery,
  occupantParams,
  occupantSchema,
  removeOccupantSchema,
} from './closure.forms.ts';
import { writeClosure } from './closure.permissions.ts';
import { closureOpen } from './closure.transitions.ts';
import { closureExamples } from './closure.words.ts';
import { ChecklistForm, ClosureDraftForm } from './closure-form.pages.tsx';
import { addOccupant, answerChecklist, removeOccupant } from './closure-parts.commands.ts';
import { findPlace, listChecks } from './closure-parts.store.ts';
import { type ClosureAgain, closureDone, shownClosure } from './closure-reply.routes.tsx';

interface Params {
  closureId: string;
}
const nothing: ClosureAgain = { problems: [], typed: {} };

const draftPage = (
  title: string,
  form: { action: string; hidden: Record<string, string | number>; back: string; csrf: string },
  { problems, typed }: ClosureAgain,
) =>
  page(
    title,
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <ClosureDraftForm {...form} problems={problems} typed={typed} />
    </>,
    { back: { href: form.back, text: 'Closures' }, problems },
  );

const newForm = (from: z.output<typeof newClosureQuery>, ask: Ask, again: ClosureAgain) =>
  draftPage(
    'Begin a closure of premises',
    {
      action: '/closures',
      hidden: from.caseId ? { caseId: from.caseId } : {},
      back: '/closures',
      csrf: ask.csrf,
    },
    again,
  );

async function editForm(work: Work, params: Params, ask: Ask, again?: ClosureAgain) {
  const file = demand(await closureToWork(work, params));
  const place = await findPlace(work, file.id);
  if (!closureOpen.draft.from.includes(file.status) || place?.isHidden)
    throw new FailureThrown(notFound.failure);
  return draftPage(
    'Change the draft of a closure',
    {
      action: `/closures/${file.id}/edit`,
      hidden: { version: file.version },
      back: `/closures/${file.id}`,
      csrf: ask.csrf,
    },
    again ?? { problems: [], typed: asTyped({ ...place, ...file }) },
  );
}

async function checklistPage(work: Work, params: Params, ask: Ask, again: ClosureAgain) {
  const file = demand(await closureToWork(work, params));
  if (!closureOpen.parts.from.includes(file.status)) throw new FailureThrown(notFound.failure);
  const place = await findPlace(work, file.id);
  const checks = await listChecks(work, file.id);
  // Of a hidden home what was written is kept and not shown, as on the file's page.
  const shown = place?.isHidden ? checks.map((one) => ({ ...one, words: '' })) : checks;
  const body = (
    <ChecklistForm {...again} file={file} checks={shown} today={work.clock.today()} csrf={ask.csrf} />
  );
  return page('Safeguarding checklist', body, {
    back: { href: `/closures/${file.id}`, text: 'The file' },
    marking: 'OFFICIAL',
    problems: again.problems,
  });
}

/** Preparing a closure: the draft, its checklist, and who lives there. */
export const closureDraftRoutes: readonly Route[] = [
  show({
    path: '/closures/new',
    words: 'Begin a closure of premises, from a case if there is one',
    permission: writeClosure,
    audit: 'closure.new-shown',
    query: newClosureQuery,
    handle: async (_work, { query: from }, ask) => newForm(from, ask, nothing),
  }),
  act({
    path: '/closures',
    words: 'Begin a closure of premises',
    permission: writeClosure,
    audit: 'closure.begun',
    body: draftClosureSchema,
    example: { body: closureExamples.draft },
    handle: async (work, { body }) => {
      const result = await draftClosure(work, body);
      return closureDone(result, 'Saved. See what the law still needs.');
    },
    invalid: async (_work, { raw, problems }, ask) =>
      newForm(newClosureQuery.safeParse(raw).data ?? {}, ask, { problems, typed: raw }),
  }),
  show({
    path: '/closures/:closureId/edit',
    words: 'Change a closure that is being prepared',
    permission: writeClosure,
    audit: 'closure.edit-shown',
    params: closureParams,
    handle: (work, { params }, ask) => editForm(work, params, ask),
  }),
  act({
    path: '/closures/:closureId/edit',
    words: 'Save changes to a closure that is being prepared',
    permission: writeClosure,
    audit: 'closure.edited',
    params: closureParams,
    body: editClosureSchema,
    example: { body: { ...closureExamples.draft, version: 1 } },
    handle: async (work, { params, body }) => {
      const result = await editClosure(work, { ...params, ...body });
      return closureDone(result, 'Draft changed');
    },
    invalid: (work, { params, raw, problems }, ask) => editForm(work, params, ask, { problems, typed: raw }),
  }),
  show({
    path: '/closures/:closureId/checklist',
    words: 'The safeguarding checklist of a closure',
    permission: writeClosure,
    audit: 'closure.checklist-shown',
    params: closureParams,
    handle: (work, { params }, ask) => checklistPage(work, params, ask, nothing),
  }),
  act({
    path: '/closures/:closureId/checklist',
    words: 'Answer items of the safeguarding checklist',
    permission: writeClosure,
    audit: 'closure.checklist-answered',
    params: closureParams,
    body: checklistSchema,
    example: { body: closureExamples.checklist },
    handle: async (work, { params, body }) => {
      const result = await answerChecklist(work, { ...params, ...body });
      return closureDone(result, 'Checklist saved');
    },
    invalid: (work, { params, raw, problems }, ask) =>
      checklistPage(work, params, ask, { problems: atItemFields(problems, raw, checklistForm), typed: raw }),
  }),
  act({
    path: '/closures/:closureId/occupants',
    words: 'Add somebody who lives at, owns, runs or visits the premises',
    permission: writeClosure,
    audit: 'closure.occupant-added',
    params: closureParams,
    body: occupantSchema,
    example: { body: closureExamples.occupant },
    handle: async (work, { params, body }) => {
      const result = await addOccupant(work, { ...params, ...body });
      return closureDone(result, 'Added');
    },
    invalid: (work, { params, raw, problems }, ask) =>
      shownClosure(work, params, ask, { problems, typed: raw, form: 'occupant' }),
  }),
  act({
    path: '/closures/:closureId/occupants/:occupantId/remove',
    words: 'Take somebody off the file who was put there by mistake',
    permission: writeClosure,
    audit: 'closure.occupant-removed',
    params: occupantParams,
    body: removeOccupantSchema,
    example: { body: { version: 1 } },
    handle: async (work, { params, body }) => {
      const result = await removeOccupant(work, { ...params, ...body });
      return closureDone(result, 'Taken off the file');
    },
    invalid: (work, { params, raw, problems }, ask) =>
      shownClosure(work, params, ask, { problems, typed: raw, form: 'take-off' }),
  }),
];
