import { buildCounty } from '../../county/index.ts';
import { datesOf, mappingOf, readRow, recogniseColumns } from '../../src/linkage/index.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import type { World } from './world.ts';

/** A row of a list as it stands in a test's world, with who it is really about: for tests only. */
export interface ListedRow {
  id: string;
  listId: string;
  agencyId: string;
  listName: string;
  kind: string;
  label: string;
  truth: string;
  fields: Record<string, string>;
}

/** Puts the county's lists into a world, each read as the product reads a list and in one load; `only` takes the first rows of each. */
export async function loadLists(world: World, only = Number.POSITIVE_INFINITY): Promise<ListedRow[]> {
  const county = buildCounty('2026-11-20');
  const loaded: ListedRow[] = [];
  for (const list of county.lists) {
    const handling = list.name === 'Referrals to the county' ? 'restricted' : 'victim';
    await world.sql(
      `insert into linkage.list (id, owner_agency_id, name, handling, gateway, contact, made_at)
       values ($1, $2, $3, $4, 'Care Act 2014', $5, '2026-11-01T09:00:00Z') on conflict do nothing`,
      [list.id, list.agencyId, list.name, handling, `Duty desk for ${list.name}`],
    );
    const cells = list.rows.map((row) =>
      Object.fromEntries(list.columns.map((column, at) => [column, row[at] ?? ''])),
    );
    const mapping = mappingOf(recogniseColumns(list.columns, cells));
    const dates = datesOf(cells, mapping, 2026);
    const rows = cells.slice(0, only).map((values, row): ListedRow => {
      const { kind, label, fields } = readRow({ number: row + 2, values }, { mapping, dates });
      return {
        id: idFromName(`entry ${list.id} ${row}`),
        listId: list.id,
        agencyId: list.agencyId,
        listName: list.name,
        truth: list.truth[row] ?? '',
        ...{ kind, label, fields },
      };
    });
    await world.sql(
      `insert into linkage.list_entry (id, list_id, load_id, kind, label, fields, given, source_key, origin_agency_id, handling, received_at, gateway, retention_group, regime)
       select (r ->> 'id')::uuid, $1, $2, r ->> 'kind', r ->> 'label',
         r -> 'fields', r -> 'fields', r ->> 'id', $3, $4, '2026-11-02T09:00:00Z', 'Care Act 2014', 4, 'UKGDPR' from jsonb_array_elements($5::jsonb) r`,
      [list.id, idFromName(`load ${list.id}`), list.agencyId, handling, JSON.stringify(rows)],
    );
    loaded.push(...rows);
  }
  return loaded;
}
