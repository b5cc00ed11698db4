import { sql } from 'kysely';
import { invalid, ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { fileFor, movedOn } from './file.commands.ts';
import { addEvent, changeFile, findFile, type VictimFile } from './file.store.ts';
import type { LeadState } from './register.words.ts';

/** One agency's time as the lead, or its being asked to be. */
export interface Lead {
  id: string;
  agencyId: string;
  agencyName: string;
  state: LeadState;
  offeredAt: Date;
  offeredByName: string | null;
  why: string;
  answeredAt: Date | null;
  answeredByName: string | null;
  answerWords: string;
  endedAt: Date | null;
}

/** Who led for a person, the newest first. For a file that the viewer has been given. */
export async function leadsOf({ db }: Work, fileId: string): Promise<Lead[]> {
  const { rows } =
    await sql<Lead>`select l.id, l.agency_id, a.name as agency_name, l.state, l.offered_at, o.name as offered_by_name, l.why,
      l.answered_at, w.name as answered_by_name, l.answer_words, l.ended_at
    from safeguarding.lead l join directory.agency a on a.id = l.agency_id
      left join directory.officer o on o.id = l.offered_by left join directory.officer w on w.id = l.answered_by
    where l.file_id = ${fileId} order by l.offered_at desc, (l.state in ('offered', 'leading')) desc, l.id`.execute(
      db,
    );
  return rows;
}

/** Offers the lead for a person to another agency. It stays where it is until that one accepts. */
export async function offerLead(
  work: Work,
  input: { fileId: string; version: number; agencyId: string; why: string },
): Promise<Result<VictimFile>> {
  const found = await fileFor(work, input);
  if (!found.ok) return found;
  const file = found.value;
  const officer = officerOf(work);
  const agency = await work.db
    .selectFrom('directory.agency')
    .select('name')
    .where('id', '=', input.agencyId)
    .executeTakeFirst();
  if (!agency) return invalid({ field: 'agencyId', words: 'Choose the agency' });
  if (officer.agencyId !== file.leadAgencyId && officer.agencyId !== file.agencyId)
    return refusedByRule(
      'lead.not-yours',
      `${file.leadName} leads for this person: two agencies cannot both lead.`,
      `Ask ${file.leadName} to offer the lead to you.`,
    );
  if (input.agencyId === file.leadAgencyId)
    return refusedByRule('lead.same', `${file.leadName} leads already.`, 'Choose another agency.');
  if (file.offeredAgencyId !== null)
    return refusedByRule(
      'lead.offered',
      `The lead is offered to ${file.offeredName} already: it is offered to one agency at a time.`,
      'Wait for the answer, or take the offer back.',
    );
  await work.db
    .insertInto('safeguarding.lead')
    .values({
      id: work.ids.next(),
      fileId: file.id,
      keeperAgencyId: file.agencyId,
      agencyId: input.agencyId,
      state: 'offered',
      offeredAt: work.clock.now(),
      offeredBy: officer.officerId,
      why: input.why,
    })
    .execute();
  if (!(await changeFile(work, file, { offeredAgencyId: input.agencyId }))) return movedOn;
  await addEvent(work, file, { kind: 'lead', words: `The lead was offered to ${agency.name}: ${input.why}` });
  return fileFor(work, { fileId: file.id });
}

/** The answer to an offer, as the agency gives it itself, or as it told whoever keeps the register. */
export async function answerLead(
  work: Work,
  input: { fileId: string; version: number; answer: 'accept' | 'decline' | 'withdraw'; words: string },
): Promise<Result<VictimFile>> {
  const found = await fileFor(work, input);
  if (!found.ok) return found;
  const file = found.value;
  const officer = officerOf(work);
  if (file.offeredAgencyId === null || file.offeredName === null)
    return refusedByRule('lead.none-offered', 'The lead is offered to nobody.', 'Offer it first.');
  const isTheirs = officer.agencyId === file.offeredAgencyId;
  if (input.answer === 'withdraw' && isTheirs)
    return refusedByRule(
      'lead.not-yours',
      'Whoever offered the lead takes the offer back.',
      'Accept or decline it.',
    );
  if (input.answer !== 'withdraw' && !isTheirs && input.words.length < 3)
    return invalid({ field: 'words', words: `Say who at ${file.offeredName} answered, when and how` });
  const now = work.clock.now();
  const answered = {
    state: { accept: 'leading', decline: 'declined', withdraw: 'withdrawn' }[input.answer],
    answeredAt: now,
    answeredBy: officer.officerId,
    answerWords: input.words,
  };
  // The one that leads stops first: the database holds that two never do.
  if (input.answer === 'accept')
    await work.db
      .updateTable('safeguarding.lead')
      .set({ state: 'ended', endedAt: now })
      .where('fileId', '=', file.id)
      .where('state', '=', 'leading')
      .execute();
  await work.db
    .updateTable('safeguarding.lead')
    .set(answered)
    .where('fileId', '=', file.id)
    .where('state', '=', 'offered')
    .execute();
  const words = {
    accept: `${file.offeredName} leads from now on`,
    decline: `${file.offeredName} declined the lead`,
    withdraw: `The offer to ${file.offeredName} was taken back`,
  }[input.answer];
  await addEvent(work, file, { kind: 'lead', words: input.words ? `${words}: ${input.words}` : words });
  const set = {
    offeredAgencyId: null,
    ...(input.answer === 'accept' ? { leadAgencyId: file.offeredAgencyId } : {}),
  };
  if (!(await changeFile(work, file, set))) return movedOn;
  const after = await findFile(work, file.id);
  // Whoever has declined, or led from another register and has handed it on, sees the file no more.
  return ok(after ?? { ...file, ...set, offeredName: null });
}
