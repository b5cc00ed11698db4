import { type RawBuilder, sql } from 'kysely';
import { listKeepers, victimReaders } from '../../directory/index.ts';
import { hasRole } from '../../platform/access/viewer.ts';
import {
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { findSubjects, type Subject, seenAmong } from '../ledger/index.ts';

/** What the agency that gave a row can say when it is asked about it. */
export const answers = ['confirmed', 'changed', 'cannot-say'] as const;
export type Answer = (typeof answers)[number];
export const answerWords: Record<Answer, string> = {
  confirmed: 'The row is right as it stands',
  changed: 'The row is wrong or out of date',
  'cannot-say': 'We cannot say',
};

/** A question to the agency that gave a row. The other row of the pair is known to the asker's side only. */
export interface Question {
  id: string;
  recordId: string;
  /** The other record of the pair; only for the agency that asked. */
  otherId: string | undefined;
  toAgencyId: string;
  toAgencyName: string;
  fromAgencyName: string;
  askedByName: string;
  askedAt: Date;
  words: string;
  answer: Answer | null;
  answerWords: string;
  answeredByName: string | null;
  answeredAt: Date | null;
}

async function questionsWhere(work: Work, condition: RawBuilder<boolean>): Promise<Question[]> {
  const viewer = officerOf(work);
  const asks = hasRole(viewer, ...victimReaders) ? sql`q.from_agency_id = ${viewer.agencyId}` : sql`false`;
  const isAsked = hasRole(viewer, ...listKeepers) ? sql`q.to_agency_id = ${viewer.agencyId}` : sql`false`;
  const { rows } = await sql<Question>`
    select q.id, q.record_id, case when ${asks} then q.other_id end as other_id, q.to_agency_id, t.name as to_agency_name,
      f.name as from_agency_name, o.name as asked_by_name, q.asked_at, q.words, q.answer, q.answer_words, b.name as answered_by_name, q.answered_at
    from linkage.question q join directory.agency t on t.id = q.to_agency_id join directory.agency f on f.id = q.from_agency_id
    join directory.officer o on o.id = q.asked_by left join directory.officer b on b.id = q.answered_by
    where (${asks} or ${isAsked}) and ${condition} order by (q.answered_at is null) desc, q.asked_at desc, q.record_id, q.id limit 200`.execute(
    work.db,
  );
  // A row that was shared once and no longer is takes its questions with it.
  const seen = new Set(
    await seenAmong(
      work,
      rows.flatMap(({ recordId, otherId }) => (otherId ? [recordId, otherId] : [recordId])),
      'ever',
    ),
  );
  return rows
    .map((row) => ({ ...row, otherId: row.otherId ?? undefined }))
    .filter(({ recordId, otherId }) => seen.has(recordId) && (!otherId || seen.has(otherId)));
}

export const questionsAbout = (work: Work, one: string, other: string): Promise<Question[]> =>
  questionsWhere(work, sql`q.record_id in (${one}, ${other}) and q.other_id in (${one}, ${other})`);

/** A question with the row it is about. */
export interface OpenQuestion {
  question: Question;
  subject: Subject;
}

/** Questions that the viewer's agency has been asked, or has asked; those without an answer first. */
export async function listQuestions(work: Work): Promise<OpenQuestion[]> {
  const questions = await questionsWhere(work, sql`true`);
  const subjects = new Map(
    (
      await findSubjects(
        work,
        questions.map(({ recordId }) => recordId),
        'ever',
      )
    ).map((subject) => [subject.id, subject]),
  );
  return questions.flatMap((question) => {
    const subject = subjects.get(question.recordId);
    return subject ? [{ question, subject }] : [];
  });
}

/** Asks the agency that gave a row about that row. It is told of it in its own list of questions, and by a message without names. */
export async function askOwner(
  work: Work,
  input: { recordId: string; otherId: string; words: string },
): Promise<Result<{ id: string }>> {
  const officer = officerOf(work);
  if (!input.words.trim())
    return invalid({ field: 'words', words: 'Write what you want to know about the row' });
  const subjects = await findSubjects(work, [input.recordId, input.otherId]);
  const subject = subjects.find(({ id }) => id === input.recordId);
  if (!subject || subjects.length < 2) return notFound;
  if (subject.originAgencyId === officer.agencyId)
    return refusedByRule(
      'own-row',
      'Your own agency gave this row.',
      'Ask the team that keeps the list, or decide the pair.',
    );
  const id = work.ids.next();
  await work.db
    .insertInto('linkage.question')
    .values({
      id,
      recordId: input.recordId,
      otherId: input.otherId,
      listId: subject.listId,
      toAgencyId: subject.originAgencyId,
      fromAgencyId: officer.agencyId,
      askedBy: officer.officerId,
      askedAt: work.clock.now(),
      words: input.words.trim(),
    })
    .execute();
  await enqueue(work.db, 'tell-list-owner', { questionId: id });
  about(work, 'question', id, { toAgency: subject.originAgencyId });
  return ok({ id });
}

/** A question that the viewer's agency was asked and has not answered. */
export async function questionToAnswer(work: Work, id: string): Promise<Result<Question>> {
  const [question] = await questionsWhere(work, sql`q.id = ${id}`);
  if (!question || question.toAgencyId !== officerOf(work).agencyId) return notFound;
  return question.answeredAt ? answeredAlready : ok(question);
}
const answeredAlready = stale('This question has been answered already.');

/** The agency's answer; it stands on the pair for whoever asked. */
export async function answerQuestion(
  work: Work,
  input: { id: string; answer: Answer; words: string },
): Promise<Result<Question>> {
  const officer = officerOf(work);
  const found = await questionToAnswer(work, input.id);
  if (!found.ok) return found;
  if (input.answer === 'changed' && !input.words.trim())
    return invalid({ field: 'words', words: 'Say what is wrong or out of date' });
  const { numUpdatedRows } = await work.db
    .updateTable('linkage.question')
    .set({
      answer: input.answer,
      answerWords: input.words.trim(),
      answeredBy: officer.officerId,
      answeredAt: work.clock.now(),
    })
    .where('id', '=', input.id)
    .where('answeredAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return answeredAlready;
  about(work, 'question', input.id, { answer: input.answer });
  return found;
}
