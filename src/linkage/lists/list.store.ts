import { type RawBuilder, sql } from 'kysely';
import type { Work } from '../../platform/http/work.ts';
import { recordPolicy } from '../../records/index.ts';
import { listPolicy } from './list.policy.ts';
import type { ListHandling } from './list.words.ts';

/** A list of the inventory, as the viewer may see it. */
export interface PartnerList {
  id: string;
  ownerAgencyId: string;
  agencyName: string;
  enteredByAgencyId: string | null;
  name: string;
  about: string;
  intervention: string;
  handling: ListHandling;
  gateway: string;
  contact: string;
  rowsTold: number | null;
  fieldsTold: string;
  mapping: unknown;
  version: number;
  /** Since when no file is taken for it; null while it is open. */
  closedAt: Date | null;
  closedByName: string | null;
  closeReason: string | null;
  /** Rows on it that the viewer may see. */
  rowsLoaded: number;
  lastLoadedAt: Date | null;
  /** Whether the viewer may see rows of it at all. */
  isOpen: boolean;
}

const columns = ({
  viewer,
}: Work) => sql`l.id, l.owner_agency_id, a.name as agency_name, l.entered_by_agency_id, l.name, l.about, l.intervention,
  l.handling, l.gateway, l.contact, l.rows_told, l.fields_told, l.mapping, l.version, l.closed_at, l.close_reason, x.name as closed_by_name,
  (select count(*)::int from linkage.list_entry e where e.list_id = l.id and e.withdrawn_at is null and ${recordPolicy.visible(viewer, 'e')}) as rows_loaded,
  (select ${recordPolicy.visible(viewer, 'o')} from (select l.owner_agency_id as origin_agency_id, l.handling) o) as is_open`;
/** When it was last loaded is for those who see its rows: it would tell of them. */
const lastLoaded = ({
  viewer,
}: Work) => sql`(select max(d.loaded_at) from linkage.list_load d where d.list_id = l.id and d.status = 'loaded'
  and exists (select 1 from (select l.owner_agency_id as origin_agency_id, l.handling) o where ${recordPolicy.visible(viewer, 'o')})) as last_loaded_at`;

async function listsWhere(work: Work, condition: RawBuilder<boolean>): Promise<PartnerList[]> {
  const { rows } = await sql<PartnerList>`select ${columns(work)}, ${lastLoaded(work)}
    from linkage.list l join directory.agency a on a.id = l.owner_agency_id left join directory.officer x on x.id = l.closed_by
    where ${condition} and ${listPolicy.visible(work.viewer, 'l')} order by a.name, l.name, l.id`.execute(
    work.db,
  );
  return rows;
}

/** The inventory: by agency, then by name. A county has tens of lists, so there is one page. */
export const listLists = (work: Work): Promise<PartnerList[]> => listsWhere(work, sql`true`);

export const findList = async (work: Work, id: string): Promise<PartnerList | undefined> =>
  (await listsWhere(work, sql`l.id = ${id}`))[0];

/** Whether an agency has a list of this name that the viewer sees; one they do not see is met only when it is written. */
export const listNamed = async (
  work: Work,
  agencyId: string,
  name: string,
): Promise<PartnerList | undefined> =>
  (await listsWhere(work, sql`l.owner_agency_id = ${agencyId} and lower(l.name) = lower(${name})`))[0];

/** A row of a list. */
export interface ListEntry {
  id: string;
  label: string;
  fields: Record<string, string>;
  /** The list's own reference, where it gives one. */
  reference: string | null;
  receivedAt: Date;
  isAddressHidden: boolean;
}

/** Rows of a list that the viewer may see, by name, a page at a time. */
export async function listEntries(
  { db, viewer }: Work,
  asked: { listId: string; after?: { label: string; id: string } | undefined; limit: number },
): Promise<ListEntry[]> {
  const after = asked.after
    ? sql`and (e.label, e.id) > (${asked.after.label}, ${asked.after.id}::uuid)`
    : sql``;
  const { rows } = await sql<ListEntry>`select e.id, e.label, e.shown as fields, e.reference, e.received_at,
      e.hides_place as is_address_hidden
    from linkage.list_entry e
    where e.list_id = ${asked.listId} and e.withdrawn_at is null and ${recordPolicy.visible(viewer, 'e')} ${after}
    order by e.label, e.id limit ${sql.lit(asked.limit)}`.execute(db);
  return rows;
}

/** The people on a list whom the viewer may see, by name. */
export async function peopleOnList({ db, viewer }: Work, listId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select e.id from linkage.list_entry e
    where e.list_id = ${listId} and e.withdrawn_at is null and e.kind = 'person' and ${recordPolicy.visible(viewer, 'e')}
    order by e.label, e.id`.execute(db);
  return rows.map(({ id }) => id);
}
