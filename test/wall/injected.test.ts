import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../support/world.ts';

/** What an injected statement would find: each is run on the login and with the settings of a persona, past all code. */
let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'injected' });
});
afterAll(() => world.close());

async function countAs(username: string, table: string, condition = 'true'): Promise<number | 'refused'> {
  const { viewer } = await world.as(username);
  try {
    return await world.app.databases.inTransaction(viewer.side, viewer, async (db) => {
      const { rows } = await sql<{
        n: number;
      }>`select count(*)::int as n from ${sql.table(table)} where ${sql.raw(condition)}`.execute(db);
      return rows[0]?.n ?? 0;
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '42501') return 'refused';
    throw error;
  }
}

describe('an injected statement finds no more than the role', () => {
  test('intelligence is refused at the grant to every login but its own, and the receipts of others are not there', async () => {
    const raw = [
      'item',
      'paragraph',
      'grading',
      'item_event',
      'mention',
      'source',
      'link',
      'rule',
      'draft',
      'draft_paragraph',
    ].map((name) => `intelligence.${name}`);
    for (const username of [
      'callum.safety',
      'tess.trading',
      'sadia.safeguarding',
      'aled.auditor',
      'dana.directory',
    ])
      for (const table of raw)
        expect([username, table, await countAs(username, table)]).toEqual([username, table, 'refused']);
    for (const username of ['imran.intel', 'morag.manager', 'callum.safety'])
      expect(await countAs(username, 'intelligence.source_identity')).toBe('refused');
    expect(await countAs('imran.intel', 'intelligence.item')).toBeGreaterThan(0);
    expect(await countAs('olu.officer', 'dissemination.package')).toBe(1);
    expect(await countAs('olu.officer', 'dissemination.package_text')).toBe(2);
    // A recipient who has not acknowledged, and somebody whom it does not name.
    expect(await countAs('callum.safety', 'dissemination.package')).toBe(1);
    expect(await countAs('callum.safety', 'dissemination.package_text')).toBe(0);
    expect(await countAs('tess.trading', 'dissemination.package')).toBe(0);
    expect(await countAs('sadia.safeguarding', 'dissemination.package')).toBe('refused');
    expect(await countAs('olu.officer', 'dissemination.receipt')).toBe(1);
    expect(await countAs('callum.safety', 'dissemination.receipt')).toBe(0);
  });

  test('evidence of the review desk is refused to the operations login, and empty for a warden', async () => {
    expect(await countAs('sadia.safeguarding', 'linkage.judgement', 'evidence is not null')).toBeGreaterThan(
      0,
    );
    expect(await countAs('callum.safety', 'linkage.judgement', 'evidence is not null')).toBe('refused');
    expect(await countAs('wyn.warden', 'linkage.judgement')).toBe(0);
  });

  test('rows of lists: an agency’s own on the operations login, none for a warden', async () => {
    expect(await countAs('sadia.safeguarding', 'linkage.list_entry')).toBeGreaterThan(0);
    expect(await countAs('wyn.warden', 'linkage.list_entry')).toBe(0);
    expect(await countAs('wyn.warden', 'linkage.list')).toBe(0);
    const { agencyId } = (await world.as('callum.safety')).viewer as { agencyId: string }; // personas are officers
    expect(await countAs('callum.safety', 'linkage.list_entry', `origin_agency_id <> '${agencyId}'`)).toBe(0);
    expect(await countAs('callum.safety', 'linkage.list', `owner_agency_id <> '${agencyId}'`)).toBe(0);
  });

  test('keys of records, the register and screens made for it are nobody’s on the operations login', async () => {
    expect(
      await countAs('sadia.safeguarding', 'assurance.screening', 'subject_id is not null'),
    ).toBeGreaterThan(0);
    for (const username of ['callum.safety', 'hollis.housing', 'priya.police', 'petra.performance']) {
      expect(await countAs(username, 'linkage.record_key')).toBe('refused');
      expect(await countAs(username, 'safeguarding.victim_file')).toBe('refused');
      expect(await countAs(username, 'assurance.screening', 'subject_id is not null')).toBe(0);
    }
    expect(await countAs('wyn.warden', 'linkage.record_key')).toBe('refused');
  });

  test.each(['sadia.safeguarding', 'callum.safety', 'hollis.housing', 'wyn.warden'])(
    '%s: rows as they were given, keys made of cells, files and sealed addresses are the worker’s',
    async (username) => {
      for (const [table, column] of [
        ['linkage.list_entry', 'given'],
        ['linkage.list_entry', 'fields'],
        ['linkage.list_entry', 'source_key'],
        ['linkage.list_load_file_part', 'content'],
        ['linkage.sealed_address', 'address'],
        ['linkage.hidden_with', 'record_id'],
        ['records.kept_address', 'fields'],
      ] as const)
        expect([column, await countAs(username, table, `${column} is not null`)]).toEqual([
          column,
          'refused',
        ]);
    },
  );

  test('whether a name is hidden is answered to those who give lists alone', async () => {
    const asked = (username: string) =>
      countAs(
        username,
        'linkage.list',
        "exists (select 1 from linkage.names_hidden(array['Eve Dahl'], array['']))",
      );
    for (const username of ['olu.officer', 'rowan.reception', 'wyn.warden'])
      expect(await asked(username)).toBe('refused');
    expect(await asked('hollis.housing')).toBe(0);
  });

  test('an agreement that has ended, or not begun, opens nothing', async () => {
    const { agencyId } = (await world.as('sadia.safeguarding')).viewer as { agencyId: string }; // personas are officers
    await world.sql(
      `insert into linkage.list_load_row (load_id, row_number, agency_id, handling, outcome, label)
       select d.id, 7777, d.agency_id, d.handling, 'new', 'Somebody' from linkage.list_load d where d.agency_id <> $1`,
      [agencyId],
    );
    const tables = [
      ['linkage.list_entry', 'origin_agency_id'],
      ['linkage.list', 'owner_agency_id'],
      ['linkage.list_load', 'agency_id'],
      ['linkage.list_load_row', 'agency_id'],
      ['assurance.marker', 'agency_id'],
    ] as const;
    const others = async () => {
      const found: Record<string, number | 'refused'> = {};
      for (const [table, owner] of tables)
        found[table] = await countAs('sadia.safeguarding', table, `${owner} <> '${agencyId}'`);
      return found;
    };
    const before = await others();
    expect(Object.values(before).filter((n) => n !== 0).length).toBeGreaterThan(2);
    await world.sql("update directory.agreement set ends_on = '2026-11-20' where to_agency_id = $1", [
      agencyId,
    ]);
    expect(Object.values(await others())).toEqual(tables.map(() => 0));
    await world.sql(
      "update directory.agreement set starts_on = '2026-11-21', ends_on = null where to_agency_id = $1",
      [agencyId],
    );
    expect(Object.values(await others())).toEqual(tables.map(() => 0));
    await world.sql("update directory.agreement set starts_on = '2026-11-20' where to_agency_id = $1", [
      agencyId,
    ]);
    expect(await others()).toEqual(before);
  });

  test('who leads for a person is for those who may open that person’s file', async () => {
    const { agencyId } = (await world.as('sadia.safeguarding')).viewer as { agencyId: string }; // personas are officers
    const [other] = await world.sql<{ id: string }>(
      'select id from directory.agency where id <> $1 order by code limit 1',
      [agencyId],
    );
    const [file] = await world.sql<{ id: string }>(
      'select id from safeguarding.victim_file order by id limit 1',
    );
    const theirs = `file_id = '${file?.id}'`;
    const before = await countAs('sadia.safeguarding', 'safeguarding.lead', theirs);
    expect(before).not.toBe(0);
    const ids = [other?.id, file?.id];
    await world.sql(
      'update safeguarding.victim_file set agency_id = $1, lead_agency_id = $1, offered_agency_id = null where id = $2',
      ids,
    );
    await world.sql(
      'update safeguarding.lead set agency_id = $1, keeper_agency_id = $1 where file_id = $2',
      ids,
    );
    expect(await countAs('sadia.safeguarding', 'safeguarding.lead', theirs)).toBe(0);
    await world.sql('update safeguarding.victim_file set offered_agency_id = $1 where id = $2', [
      agencyId,
      file?.id,
    ]);
    expect(await countAs('sadia.safeguarding', 'safeguarding.lead', theirs)).toBe(before);
  });
});
