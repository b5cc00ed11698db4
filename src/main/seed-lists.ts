import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import type { ClientBase } from 'pg';
import type { County } from '../../county/index.ts';
import { listFacts } from '../../county/list-facts.ts';
import { datesOf, mappingOf, readRow, recogniseColumns } from '../linkage/index.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName } from '../platform/ids/ids.ts';

/** A row of a list as it was loaded at the first start. */
export interface SeededEntry {
  id: string;
  listName: string;
  agencyId: string;
  label: string;
  fields: Record<string, string>;
  given: Record<string, string>;
}

/** A list of the county as the CSV file that its agency would have given, in UTF-8. */
const fileOf = ({ columns, rows }: County['lists'][number]): Buffer =>
  Buffer.from(stringify([columns, ...rows]));

/** The county's lists, read as the product reads any list, in the inventory of the county council, each by one load. */
export async function seedLists(client: ClientBase, county: County, today: Day): Promise<SeededEntry[]> {
  const council = county.agencies.find(({ code }) => code === 'MCC')?.id ?? '';
  const [keeper] = (
    await client.query<{ id: string }>(
      "select officer_id as id from platform.account where username = 'sadia.safeguarding'",
    )
  ).rows;
  const givenAt = `${addDays(today, -20)}T09:00:00Z`;
  const loaded: SeededEntry[] = [];
  for (const list of county.lists) {
    const fact = listFacts.get(list.name);
    if (!fact) throw new Error(`Nothing is told of the list ${list.name}.`);
    const rows = list.rows.map((cells) =>
      Object.fromEntries(list.columns.map((column, index) => [column, cells[index] ?? ''])),
    );
    const mapping = mappingOf(recogniseColumns(list.columns, rows));
    const dates = datesOf(rows, mapping, Number(today.slice(0, 4)));
    const loadId = idFromName(`load ${list.id}`);
    const file = fileOf(list);
    const fence = { agencyId: list.agencyId, handling: fact.handling };
    await insertRows(client, 'linkage.list', [
      {
        ...{
          id: list.id,
          ownerAgencyId: list.agencyId,
          enteredByAgencyId: council,
          name: list.name,
          ...fact,
        },
        ...{ rowsTold: list.rows.length, fieldsTold: list.columns.join(', '), mapping, version: 1 },
        ...{ madeAt: givenAt, madeBy: keeper?.id },
      },
    ]);
    await insertRows(client, 'linkage.list_load', [
      {
        ...{
          id: loadId,
          listId: list.id,
          ...fence,
          fileName: `${list.name}.csv`,
          fileSha256: createHash('sha256').update(file).digest('hex'),
          sizeBytes: file.length,
        },
        ...{
          status: 'loaded',
          isWhole: true,
          columns: list.columns,
          notes: [],
          mapping,
          listVersion: 0,
          version: 1,
        },
        ...{
          rowsRead: rows.length,
          rowsNew: rows.length,
          rowsChanged: 0,
          rowsSame: 0,
          rowsGone: 0,
          rowsRejected: 0,
        },
        ...{ givenAt, givenBy: keeper?.id, loadedAt: givenAt, loadedBy: keeper?.id },
      },
    ]);
    const seen = new Set<string>();
    const entries = rows.map((values, number) => {
      const draft = readRow({ number: number + 2, values }, { mapping, dates });
      // A made-up reference may come twice by chance: the later row then goes by its place.
      const sourceKey = seen.has(draft.sourceKey) ? `${draft.sourceKey}/${number}` : draft.sourceKey;
      seen.add(sourceKey);
      const { kind, label, fields, given } = draft;
      return { id: idFromName(`entry ${list.id} ${number}`), kind, label, fields, given, sourceKey };
    });
    await insertRows(
      client,
      'linkage.list_entry',
      entries.map((entry) => ({
        ...entry,
        ...{
          listId: list.id,
          loadId,
          originAgencyId: list.agencyId,
          handling: fact.handling,
          gateway: fact.gateway,
        },
        ...{ receivedAt: givenAt, retentionGroup: 4, regime: 'UKGDPR' },
      })),
    );
    loaded.push(...entries.map((entry) => ({ ...entry, listName: list.name, agencyId: list.agencyId })));
  }
  return loaded;
}

const folded = (text: string | undefined): string => (text ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');

/** What two rows must share, beside the whole name, for the seed to take them as confirmed. */
const proofs = ['dateOfBirth', 'phone', 'postcode'] as const;

/**
 * What the keeper of the register has confirmed so far: rows of lists that are open to her, alike in the whole name and in
 * birthday, telephone or postcode. The rest is put to the review desk by the first run of matching.
 */
export async function seedJudgements(
  client: ClientBase,
  county: County,
  entries: readonly SeededEntry[],
  today: Day,
): Promise<ReadonlyMap<string, string>> {
  const closed = new Set(
    county.agencies.filter(({ code }) => code === 'TIDE' || code === 'MFRS').map(({ id }) => id),
  );
  const [keeper] = (
    await client.query<{ id: string; agencyId: string }>(
      `select o.id, o.agency_id as "agencyId" from platform.account a join directory.officer o on o.id = a.officer_id where a.username = 'sadia.safeguarding'`,
    )
  ).rows;
  const groupOf = new Map(entries.map(({ id }) => [id, id]));
  const root = (id: string): string => {
    const up = groupOf.get(id) ?? id;
    return up === id ? id : root(up);
  };
  const pairs = new Map<string, readonly [string, string]>();
  for (const proof of proofs) {
    const first = new Map<string, string>();
    for (const { id, agencyId, fields, label } of entries) {
      const [name, value] = [folded(label), folded(fields[proof])];
      // An initial is no whole name.
      if (closed.has(agencyId) || value.length < 5 || label.indexOf(' ') < 2) continue;
      const before = first.get(`${name}|${value}`);
      if (before === undefined) first.set(`${name}|${value}`, id);
      else if (root(before) !== root(id)) {
        groupOf.set(root(id), root(before));
        pairs.set(`${before} ${id}`, [before, id].sort() as [string, string]); // two ids in, two out
      }
    }
  }
  await insertRows(
    client,
    'linkage.judgement',
    [...pairs.values()].map(([recordA, recordB], index) => ({
      ...{ id: idFromName(`confirmed ${recordA} ${recordB}`), recordA, recordB, verdict: 'same', worth: 0 },
      ...{ madeBy: 'person', officerId: keeper?.id, agencyId: keeper?.agencyId },
      madeAt: `${addDays(today, -19 + (index % 15))}T10:00:00Z`,
      why: 'The same name and the same birthday, telephone or postcode',
    })),
  );
  return new Map(entries.map(({ id }) => [id, root(id)]));
}
