import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';

export type NoteStatus = 'proposed' | 'agreed' | 'replaced';
export const noteStatusWords: Readonly<Record<NoteStatus, string>> = {
  proposed: 'Proposed',
  agreed: 'Agreed',
  replaced: 'No longer used',
};
/** How the Enforcement Group reads a rule: for every team, about no person and no case. */
export interface PracticeNote {
  id: string;
  reference: string;
  agencyId: string;
  agencyName: string;
  title: string;
  question: string;
  answer: string;
  basis: string;
  status: NoteStatus;
  agreedOn: Day | null;
  version: number;
}
async function notesWhere(work: Work, part: RawBuilder<unknown>): Promise<PracticeNote[]> {
  const { rows } =
    await sql<PracticeNote>`select n.id, n.reference, n.agency_id, a.name as agency_name, n.title, n.question, n.answer, n.basis, n.status,
      n.agreed_on, n.version
    from jet.note n join directory.agency a on a.id = n.agency_id where ${part}
    order by array_position(array['proposed', 'agreed', 'replaced'], n.status), n.made_at desc, n.id limit 500`.execute(
      work.db,
    );
  return rows;
}
/** Notes of every agency: the permission says who reads them. */
export const listNotes = (work: Work): Promise<PracticeNote[]> => notesWhere(work, sql`true`);

async function opened(work: Work, id: string): Promise<Result<PracticeNote>> {
  const [note] = await notesWhere(work, sql`n.id = ${id}`);
  if (!note) return notFound;
  about(work, 'practice-note', note.id);
  return ok(note);
}
export const openNote = opened;

/** Proposes a note to the Enforcement Group. */
export async function proposeNote(
  work: Work,
  input: { title: string; question: string; answer: string; basis: string },
): Promise<Result<PracticeNote>> {
  const { agencyId, officerId } = officerOf(work);
  const id = work.ids.next();
  const added = await work.db
    .insertInto('jet.note')
    .values({
      ...{ ...input, id, reference: work.ids.reference('PN'), agencyId, status: 'proposed' },
      ...{ madeBy: officerId, madeAt: work.clock.now() },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n)
    return invalid({ field: 'title', words: 'Your agency has a note of this title: choose another title' });
  return opened(work, id);
}

/** Steps of a note: agreed by the group, or no longer used. The agency that proposed it takes them for the group. */
export const noteSteps = {
  agree: {
    from: 'proposed',
    to: 'agreed',
    button: 'Agreed by the group',
    refusal: 'Only a proposed note is agreed.',
  },
  replace: {
    from: 'agreed',
    to: 'replaced',
    button: 'No longer used',
    refusal: 'Only an agreed note goes out of use.',
  },
} as const;
export type NoteStep = keyof typeof noteSteps;
export async function stepNote(
  work: Work,
  input: { practiceNoteId: string; version: number; noteStep: NoteStep },
): Promise<Result<PracticeNote>> {
  const found = await opened(work, input.practiceNoteId);
  if (!found.ok) return found;
  const note = found.value;
  const viewer = officerOf(work);
  const line = noteSteps[input.noteStep];
  if (note.agencyId !== viewer.agencyId)
    return refusedByRule(
      'note.other-agency',
      `${note.agencyName} keeps this note for the group.`,
      'Ask them.',
    );
  if (note.status !== line.from) return stale(line.refusal);
  const set =
    line.to === 'agreed'
      ? { status: line.to, agreedOn: work.clock.today(), agreedBy: viewer.officerId }
      : { status: line.to };
  if (note.version !== input.version || !(await changeRow(work.db, 'jet.note', note, set)))
    return stale('Somebody changed this note meanwhile. Look again, then try again.');
  return opened(work, note.id);
}
