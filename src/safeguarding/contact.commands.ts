import { sql } from 'kysely';
import { tidyPostcode } from '../directory/index.ts';
import { invalid, ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { marksOf, type SafeContact, safeContactOf } from './contact.store.ts';
import { fileFor } from './file.commands.ts';
import { addEvent, type VictimFile } from './file.store.ts';
import { leastReason, type SafeContactInput } from './register.forms.ts';

/**
 * Keeps how a person may safely be reached. An address that must stay hidden goes where no officer's login reads it, and
 * every record of the person loses theirs from all that is made of it. It may be shown again when every agency that marked it
 * has taken that back, and is typed in anew.
 */
export async function saveSafeContact(
  work: Work,
  input: SafeContactInput & { fileId: string },
): Promise<Result<VictimFile>> {
  const found = await fileFor(work, input);
  if (!found.ok) return found;
  const file = found.value;
  const postcode = input.postcode === '' ? '' : tidyPostcode(input.postcode);
  if (postcode === undefined)
    return invalid({ field: 'postcode', words: 'Enter a full postcode, like QM1 2AB' });
  const before = await safeContactOf(work, file.id);
  const marked = await mark(work, file, { before, input });
  if (!marked.ok) return marked;
  const { isHidden, words } = marked.value;
  if (isHidden && input.address !== '') await seal(work, file, { address: input.address, postcode });
  // Hidden by another file or record of the person, it is not on the form: left empty, it stays as it is.
  const isKept = isHidden || ((before?.hidesAddress ?? false) && input.address === '');
  await work.db
    .updateTable('safeguarding.contact')
    .set({
      method: input.method,
      times: input.times,
      noMessage: input.noMessage === 'yes',
      mustNotKnow: input.mustNotKnow,
      phone: input.phone,
      ...(isKept ? {} : { address: input.address, postcode }),
      changedAt: work.clock.now(),
      changedBy: officerOf(work).officerId,
    })
    .where('fileId', '=', file.id)
    .execute();
  await addEvent(work, file, { kind: 'safe-contact', words: `How to reach them safely was changed${words}` });
  return ok(file);
}

/**
 * Marks an address as hidden for the officer's agency, or takes its mark back with a reason. Gives whether the file hides the
 * address after that, and what to write down of it.
 */
async function mark(
  work: Work,
  file: VictimFile,
  { before, input }: { before: SafeContact | undefined; input: SafeContactInput },
): Promise<Result<{ isHidden: boolean; words: string }>> {
  const didHide = before?.own.hidesAddress ?? false;
  if (input.hidesAddress === 'yes') {
    if (!didHide && input.address === '')
      return invalid({
        field: 'address',
        words: 'Enter the address: it is kept apart, and shown to nobody without a reason',
      });
    await sql`select safeguarding.hide_address(${file.id}, ${work.clock.now()})`.execute(work.db);
    return ok({ isHidden: true, words: didHide ? '' : '; the address is hidden' });
  }
  if (!didHide) return ok({ isHidden: false, words: '' });
  const { agencyId } = officerOf(work);
  const marks = await marksOf(work, file.id);
  const others = marks.filter(
    (one) => one.agencyId !== agencyId && !(one.isLeads && file.leadAgencyId === agencyId),
  );
  const names = others.map(({ agencyName }) => agencyName).join(' and ');
  if (others.length === marks.length)
    return refusedByRule(
      'contact.not-your-mark',
      `${names} marked that the address must stay hidden: an agency takes back its own mark alone.`,
      `Ask ${names}, or leave it hidden.`,
    );
  if (input.whyShown.length < leastReason)
    return invalid({ field: 'whyShown', words: 'Say in a sentence why it need not stay hidden' });
  await sql`select safeguarding.lift_hidden(${file.id}, ${input.whyShown}, ${work.clock.now()})`.execute(
    work.db,
  );
  return others.length > 0
    ? ok({
        isHidden: true,
        words: `; a mark was taken back: ${input.whyShown}. The address stays hidden: ${names} marked it too`,
      })
    : ok({ isHidden: false, words: `; the address may be shown: ${input.whyShown}` });
}

/** Keeps an address apart; a hidden address that is not typed again stays as it is sealed. */
async function seal(work: Work, file: VictimFile, place: { address: string; postcode: string }) {
  const { address, postcode } = place;
  await sql`insert into safeguarding.sealed_address (file_id, agency_id, address, postcode, sealed_at)
    values (${file.id}, ${file.agencyId}, ${address}, ${postcode}, ${work.clock.now()})
    on conflict (file_id) do update set address = ${address}, postcode = ${postcode}, sealed_at = ${work.clock.now()}`.execute(
    work.db,
  );
}

/**
 * Marks the records that the files of a person are anchored to, when one of the files hides the address; the database hides
 * every record of the same person with them. Where none does, `lifts` takes the mark off what no list asked to hide.
 */
export async function markHidden(work: Work, fileId: string, { lifts }: { lifts: boolean }): Promise<void> {
  await sql`select safeguarding.mark_hidden(${fileId}, ${lifts}, ${work.clock.now()})`.execute(work.db);
}

/** An address that was revealed, and, for whoever keeps the register, where it is known from. */
export interface Revealed {
  saidBy: string | null;
  address: string;
  postcode: string;
}

/** Shows a hidden address to somebody who says why. That they asked is written before it is shown. */
export async function revealAddress(
  work: Work,
  asked: { fileId: string; reason: string; showsSources: boolean },
): Promise<Revealed[]> {
  const { rows } = await sql<{ saidBy: string; address: string; postcode: string }>`
    select said_by, address, postcode from safeguarding.reveal_address(${asked.fileId}, ${asked.reason}, ${work.clock.now()})`.execute(
    work.db,
  );
  work.note.recordKind = 'victim-file';
  work.note.recordId = asked.fileId;
  work.note.purpose = asked.reason;
  return rows.map((row) => ({ ...row, saidBy: asked.showsSources ? row.saidBy : null }));
}
