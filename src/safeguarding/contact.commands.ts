import { sql } from 'kysely';
import { tidyPostcode } from '../directory/index.ts';
import { invalid, ok, type Result } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { fileFor } from './file.commands.ts';
import { addEvent, safeContactOf, type VictimFile } from './file.store.ts';
import { standsToday } from './person.queries.ts';
import type { SafeContactInput } from './register.forms.ts';

/**
 * Keeps how a person may safely be reached. An address that must stay hidden goes where no officer's login reads it, and
 * every record of the person loses theirs from all that is made of it; one that may be shown again is typed in anew.
 */
export async function saveSafeContact(
  work: Work,
  input: SafeContactInput & { fileId: string },
): Promise<Result<VictimFile>> {
  const found = await fileFor(work, input);
  if (!found.ok) return found;
  const file = found.value;
  const hides = input.hidesAddress === 'yes';
  const postcode = input.postcode === '' ? '' : tidyPostcode(input.postcode);
  if (postcode === undefined)
    return invalid({ field: 'postcode', words: 'Enter a full postcode, like QM1 2AB' });
  const before = await safeContactOf(work, file.id);
  const isNewlyHidden = hides && !before?.hidesAddress;
  if (isNewlyHidden && input.address === '')
    return invalid({
      field: 'address',
      words: 'Enter the address: it is kept apart, and shown to nobody without a reason',
    });
  const officer = officerOf(work);
  // A hidden address that is not typed again stays as it is sealed.
  if (!hides || input.address !== '')
    await work.db.deleteFrom('safeguarding.sealedAddress').where('fileId', '=', file.id).execute();
  if (hides && input.address !== '')
    await sql`insert into safeguarding.sealed_address (file_id, agency_id, address, postcode, sealed_at)
      values (${file.id}, ${file.agencyId}, ${input.address}, ${postcode}, ${work.clock.now()})`.execute(
      work.db,
    );
  await work.db
    .updateTable('safeguarding.contact')
    .set({
      method: input.method,
      times: input.times,
      noMessage: input.noMessage === 'yes',
      mustNotKnow: input.mustNotKnow,
      phone: input.phone,
      hidesAddress: hides,
      address: hides ? '' : input.address,
      postcode: hides ? '' : postcode,
      changedAt: work.clock.now(),
      changedBy: officer.officerId,
    })
    .where('fileId', '=', file.id)
    .execute();
  if (hides !== (before?.hidesAddress ?? false)) await markRecord(work, file, hides);
  const words =
    hides === (before?.hidesAddress ?? false)
      ? ''
      : hides
        ? '; the address is hidden'
        : '; the address may be shown';
  await addEvent(work, file, { kind: 'safe-contact', words: `How to reach them safely was changed${words}` });
  return ok(file);
}

/** Marks the record that a file is anchored to; the database hides every record of the same person with it. */
async function markRecord(work: Work, file: VictimFile, hides: boolean): Promise<void> {
  const record = (await standsToday(work, [file.recordId])).get(file.recordId) ?? file.recordId;
  if (hides)
    await sql`insert into records.hidden_address (record_id, is_marked, since) values (${record}, true, ${work.clock.now()})
      on conflict (record_id) do update set is_marked = true`.execute(work.db);
  else
    await sql`update records.hidden_address set is_marked = false where record_id = ${record}`.execute(
      work.db,
    );
  await sql`select linkage.spread_hidden_address(${record})`.execute(work.db);
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
