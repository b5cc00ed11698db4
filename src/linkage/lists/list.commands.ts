import { victimReaders } from '../../directory/index.ts';
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
import { recordPolicy } from '../../records/index.ts';
import type { ChangeListInput, ListInput } from './list.forms.ts';
import { findList, listNamed, type PartnerList } from './list.store.ts';
import type { ListHandling } from './list.words.ts';

const nameTaken = invalid({ field: 'name', words: 'This agency has a list of that name already' });

const agencyName = async (work: Work, id: string): Promise<string | undefined> =>
  (await work.db.selectFrom('directory.agency').select('name').where('id', '=', id).executeTakeFirst())?.name;

const opens: Record<ListHandling, string> = {
  victim: '“Victim lists”',
  restricted: '“National batches”',
};

/** Why rows of an agency's list may not come here, and how to ask for it. */
export const noAgreement = (list: { agencyName: string; handling: ListHandling }, ownAgencyName: string) =>
  refusedByRule(
    'list.no-agreement',
    `${list.agencyName} has no agreement that opens its lists to ${ownAgencyName}.`,
    `Ask ${list.agencyName} for an agreement of the kind ${opens[list.handling]}. When both have signed, the directory administrator makes it under Directory, Agreements, and the file can be given.`,
  );

/** Writes a list into the inventory. Whoever keeps the register writes down any partner's; others their own agency's. */
export async function addList(work: Work, input: ListInput): Promise<Result<PartnerList>> {
  const officer = officerOf(work);
  const isOwn = input.ownerAgencyId === officer.agencyId;
  const owner = await agencyName(work, input.ownerAgencyId);
  if (!owner) return invalid({ field: 'ownerAgencyId', words: 'Choose the agency that keeps the list' });
  if (!isOwn && !hasRole(officer, ...victimReaders))
    return refusedByRule(
      'list.own-only',
      'You write down the lists of your own agency.',
      'Whoever keeps the victim register writes down the lists of other partners.',
    );
  // That a national batch exists is itself for those it was given to.
  if (
    input.handling === 'restricted' &&
    !recordPolicy.can(officer, { originAgencyId: input.ownerAgencyId, handling: 'restricted' })
  )
    return noAgreement({ agencyName: owner, handling: 'restricted' }, officer.agencyName);
  if (await listNamed(work, input.ownerAgencyId, input.name)) return nameTaken;
  const id = work.ids.next();
  const { rowsTold, ...rest } = input;
  await work.db
    .insertInto('linkage.list')
    .values({
      id,
      ...rest,
      rowsTold: rowsTold ?? null,
      enteredByAgencyId: officer.agencyId,
      madeAt: work.clock.now(),
      madeBy: officer.officerId,
    })
    .execute();
  about(work, 'list', id);
  const list = await findList(work, id);
  return list ? ok(list) : notFound;
}

/** Whether the viewer may change what the inventory says of a list. */
export const mayChange = (work: Work, list: PartnerList): boolean => {
  const { agencyId } = officerOf(work);
  return list.ownerAgencyId === agencyId || list.enteredByAgencyId === agencyId;
};

/** Why the viewer may not change what the inventory says, and whom to ask. */
export const notYours = (list: { agencyName: string }) =>
  refusedByRule(
    'list.not-yours',
    'The inventory of a list is kept by its own agency and by whoever wrote it down.',
    `Ask ${list.agencyName} to change it.`,
  );

/** No file is taken for a list that is closed. */
export const listClosed = refusedByRule(
  'list.closed',
  'This list is closed, so no file is taken for it.',
  'Open the list again if its agency keeps it after all.',
);

/** Changes what the inventory says of a list; its rows stay as they are. */
export async function changeList(
  work: Work,
  input: ChangeListInput & { listId: string },
): Promise<Result<PartnerList>> {
  const list = await findList(work, input.listId);
  if (!list) return notFound;
  about(work, 'list', list.id);
  if (!mayChange(work, list)) return notYours(list);
  const other = await listNamed(work, list.ownerAgencyId, input.name);
  if (other && other.id !== list.id) return nameTaken;
  const { listId: _listId, version, rowsTold, ...set } = input;
  const done = await work.db
    .updateTable('linkage.list')
    .set({ ...set, rowsTold: rowsTold ?? null, version: version + 1 })
    .where('id', '=', list.id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n)
    return stale('Somebody has changed this list since you opened it. Reload the page.');
  const changed = await findList(work, list.id);
  return changed ? ok(changed) : notFound;
}
