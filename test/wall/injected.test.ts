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
});
