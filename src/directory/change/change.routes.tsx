import { z } from 'zod';
import { demand } from '../../platform/failures/failures.ts';
import { act, apiGet, apiPost, type Route, show } from '../../platform/http/declare.ts';
import { page, redirect } from '../../platform/http/reply.ts';
import { editDirectory } from '../directory.permissions.ts';
import { ChangesPage, UndoPage } from './change.pages.tsx';
import { changesOfRecord, latestChanges, namesOf } from './change.store.ts';
import { changeHref } from './change.words.ts';
import { reasonField } from './fields.ts';
import { changeToUndo, undoChange } from './undo.commands.ts';

const changeParams = z.object({ changeId: z.uuid() });
const undoSchema = z.object({ reason: reasonField });
const undoExample = { body: { reason: 'An example' } };

const changeView = z.object({
  id: z.string(),
  at: z.date().transform((at) => at.toISOString()),
  officerName: z.string(),
  recordKind: z.string(),
  recordId: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  reason: z.string(),
});

/** Who changed what in the directory, and taking the newest change back. */
export const changeRoutes: readonly Route[] = [
  show({
    path: '/directory/changes',
    words: 'What was changed in the directory, by whom and why',
    permission: editDirectory,
    audit: 'directory.changes-read',
    handle: async (work) => {
      const changes = await latestChanges(work.db);
      const names = await namesOf(
        work.db,
        changes.flatMap((c) => [
          c.recordId,
          ...Object.values(c.before ?? {}),
          ...Object.values(c.after ?? {}),
        ]),
      );
      return page('Changes to the directory', <ChangesPage changes={changes} names={names} />, {
        wide: true,
      });
    },
  }),
  act({
    path: '/directory/changes/:changeId/undo',
    words: 'Put back what the newest change of a record replaced',
    permission: editDirectory,
    audit: 'directory.change-undone',
    params: changeParams,
    body: undoSchema,
    example: undoExample,
    handle: async (work, { params, body }) => {
      const { kind, id } = demand(await undoChange(work, { ...params, ...body }));
      return redirect(changeHref[kind]?.(id) ?? '/directory/changes', {
        flash: 'Put back. The change and its undoing stay in the history.',
      });
    },
    invalid: async (work, { params, raw: typed, problems }, ask) => {
      const change = demand(await changeToUndo(work, params.changeId));
      const names = await namesOf(work.db, [
        ...Object.values(change.before ?? {}),
        ...Object.values(change.after ?? {}),
      ]);
      const href = changeHref[change.recordKind]?.(change.recordId) ?? '/directory/changes';
      const body = <UndoPage {...{ change, names, problems, typed }} csrf={ask.csrf} />;
      return page('Undo a change', body, { problems, back: { href, text: 'Back to what was changed' } });
    },
  }),
  apiGet({
    path: '/api/v1/directory/changes',
    words: 'What was changed about one record of the directory',
    permission: editDirectory,
    audit: 'directory.changes-read',
    query: z.object({ kind: z.string().max(40), id: z.string().max(60) }),
    output: z.object({ changes: z.array(changeView) }),
    example: { query: { kind: 'service', id: '@serviceId' } },
    handle: async (work, { query }) => ({ changes: await changesOfRecord(work.db, query.kind, query.id) }),
  }),
  apiPost({
    path: '/api/v1/directory/changes/:changeId/undo',
    words: 'Put back what the newest change of a record replaced',
    permission: editDirectory,
    audit: 'directory.change-undone',
    params: changeParams,
    body: undoSchema,
    output: z.object({ kind: z.string(), id: z.string() }),
    status: 200,
    example: undoExample,
    handle: async (work, { params, body }) => demand(await undoChange(work, { ...params, ...body })),
  }),
];
