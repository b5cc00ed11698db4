import { z } from 'zod';
import { text } from '../enforcement/index.ts';
import { mayUse } from '../platform/access/permission.ts';
import { demand, type FieldProblem } from '../platform/failures/failures.ts';
import { type Again, doneUnder } from '../platform/http/again.ts';
import { type Ask, act, apiGet, apiPost, type Route, show } from '../platform/http/declare.ts';
import { page } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { jetExamples } from './jet.examples.ts';
import { agreeNotes, proposeNotes, readTeams } from './jet.permissions.ts';
import { NoteForm, NotePage, NotesPage } from './note.pages.tsx';
import { listNotes, type NoteStep, noteSteps, openNote, proposeNote, stepNote } from './note.store.ts';
import { said, version } from './time.forms.ts';

const noteSchema = z.object({
  title: said('the title', 100, 'Enter a title'),
  question: said('the question', 500, 'Say what was asked'),
  answer: said('the answer', 2000, 'Say how the group reads it'),
  basis: text('the law or guidance', 300).default(''),
});
const noteParams = z.object({ practiceNoteId: z.uuid() });
const stepSchema = z.object({
  version,
  noteStep: z.enum(Object.keys(noteSteps) as [NoteStep, ...NoteStep[]], 'Choose what is done'), // the keys of the table
});
const noteView = z.object({
  id: z.string(),
  reference: z.string(),
  agencyName: z.string(),
  title: z.string(),
  question: z.string(),
  answer: z.string(),
  basis: z.string(),
  status: z.string(),
  agreedOn: z.string().nullable(),
  version: z.number(),
});
const back = { href: '/teams/notes', text: 'Practice notes' };
const noteDone = doneUnder('/teams/notes');

function formPage(ask: Ask, again: Again) {
  return page('Propose a practice note', <NoteForm {...again} csrf={ask.csrf} />, {
    back,
    problems: again.problems,
  });
}
async function notePage(work: Work, id: string, ask: Ask, problems: readonly FieldProblem[] = []) {
  const note = demand(await openNote(work, id));
  const mayStep = mayUse(work.viewer, agreeNotes) && note.agencyId === officerOf(work).agencyId;
  return page(note.title, <NotePage note={note} csrf={ask.csrf} mayStep={mayStep} />, { back, problems });
}

/** Practice notes of the Enforcement Group: pages, and the same as JSON. */
export const noteRoutes: readonly Route[] = [
  show({
    path: '/teams/notes',
    words: 'Practice notes: how the Enforcement Group reads a rule',
    permission: readTeams,
    audit: 'practice-note.listed',
    handle: async (work) => {
      const mayPropose = mayUse(work.viewer, proposeNotes);
      const body = <NotesPage viewer={work.viewer} notes={await listNotes(work)} mayPropose={mayPropose} />;
      return page('Practice notes', body, { wide: true });
    },
  }),
  show({
    path: '/teams/notes/new',
    words: 'The form for proposing a practice note',
    permission: proposeNotes,
    audit: 'practice-note.new-shown',
    handle: (_work, _input, ask) => formPage(ask, { problems: [], typed: {} }),
  }),
  act({
    path: '/teams/notes',
    words: 'Propose a practice note',
    permission: proposeNotes,
    audit: 'practice-note.proposed',
    body: noteSchema,
    example: { body: jetExamples.note },
    handle: async (work, { body }) => noteDone(await proposeNote(work, body), 'Proposed'),
    invalid: (_work, { raw, problems }, ask) => formPage(ask, { problems, typed: raw }),
  }),
  show({
    path: '/teams/notes/:practiceNoteId',
    words: 'One practice note',
    permission: readTeams,
    audit: 'practice-note.opened',
    params: noteParams,
    handle: (work, { params }, ask) => notePage(work, params.practiceNoteId, ask),
  }),
  act({
    path: '/teams/notes/:practiceNoteId',
    words: 'Agree a practice note for the group, or take it out of use',
    permission: agreeNotes,
    audit: 'practice-note.stepped',
    params: noteParams,
    body: stepSchema,
    example: { body: { version: 1, noteStep: 'agree' } },
    handle: async (work, { params, body }) => noteDone(await stepNote(work, { ...params, ...body }), 'Saved'),
    invalid: (work, { params, problems }, ask) => notePage(work, params.practiceNoteId, ask, problems),
  }),
  apiGet({
    path: '/api/v1/practice-notes',
    words: 'Practice notes: how the Enforcement Group reads a rule',
    permission: readTeams,
    audit: 'practice-note.listed',
    output: z.object({ notes: z.array(noteView) }),
    handle: async (work) => ({ notes: await listNotes(work) }),
  }),
  apiPost({
    path: '/api/v1/practice-notes',
    words: 'Propose a practice note',
    permission: proposeNotes,
    audit: 'practice-note.proposed',
    body: noteSchema,
    output: noteView,
    example: { body: jetExamples.note },
    handle: async (work, { body }) => demand(await proposeNote(work, body)),
  }),
  apiPost({
    path: '/api/v1/practice-notes/:practiceNoteId',
    words: 'Agree a practice note for the group, or take it out of use',
    permission: agreeNotes,
    audit: 'practice-note.stepped',
    params: noteParams,
    body: stepSchema,
    output: noteView,
    status: 200,
    example: { body: { version: 1, noteStep: 'agree' } },
    handle: async (work, { params, body }) => demand(await stepNote(work, { ...params, ...body })),
  }),
];
