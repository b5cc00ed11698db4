import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerWorld } from '../../test/support/register.ts';
import type { Visitor } from '../../test/support/world.ts';

/** Whoever goes knows how to reach a person until the day of the visit is over, and no longer. */
const r = registerWorld('warden_sight');
let warden = '';
let wyn: Visitor;
const secret = /7 Far Lane|Knock twice|960802|Her son/;
const reason = 'I visit at ten today';

async function fileOf(label: string, hidesAddress = 'no'): Promise<string> {
  const fileId = await r.open(await r.listed('MCC', 'Doorstep victims', { label }));
  await r.send(r.sadia, fileId, 'safe-contact', {
    ...{ method: 'Knock twice', phone: '01632 960802', mustNotKnow: 'Her son', hidesAddress },
    ...{ address: '7 Far Lane', postcode: 'QM1 2AB' },
  });
  return fileId;
}
async function planned(fileId: string, plannedOn: string): Promise<string> {
  const plan = { purpose: 'First visit', plannedOn, assignedTo: warden };
  expect((await r.send(r.sadia, fileId, 'visits/plan', plan)).status).toBe(303);
  const rows = await r.world.sql<{ id: string }>(
    "select id from safeguarding.visit where file_id = $1 and state = 'planned'",
    [fileId],
  );
  return rows[0]?.id ?? '';
}
async function sight(visitId: string): Promise<boolean> {
  const seen = [
    (await wyn.get(`/visits/${visitId}`)).text,
    (await wyn.get(`/visits/${visitId}/refer`)).text,
    (await wyn.api('GET', `/api/v1/visits/${visitId}`)).text,
  ].map((text) => secret.test(text));
  expect(new Set(seen).size).toBe(1);
  return seen[0] ?? false;
}
const revealed = async (visitId: string) => (await wyn.post(`/visits/${visitId}/address`, { reason })).status;

beforeAll(async () => {
  warden = await r.idOf('wyn.warden');
  wyn = r.wyn;
});
afterAll(() => r.clock.set('2026-11-20T10:00:00Z'));

describe('how to reach somebody, for the warden who goes', () => {
  test('is there while the visit is to come, and gone when it is cancelled', async () => {
    const visit = await planned(await fileOf('Ada Holm'), '2026-11-24');
    expect(await sight(visit)).toBe(true);
    expect(
      (await r.sadia.post(`/visits/${visit}/cancel`, { version: '1', why: 'They are away' })).status,
    ).toBe(303);
    expect(await sight(visit)).toBe(false);
  });

  test('is gone when it is said what came of the visit', async () => {
    const visit = await planned(await fileOf('Bo Lund'), '2026-11-20');
    expect(await sight(visit)).toBe(true);
    expect((await wyn.post(`/visits/${visit}/result`, { version: '1', result: 'no-reply' })).status).toBe(
      303,
    );
    expect(await sight(visit)).toBe(false);
  });

  test('a hidden address neither, and neither when a visit was forgotten: what came of it can still be said', async () => {
    const [open, hidden] = [await fileOf('Cy Berg'), await fileOf('Di Vik', 'yes')];
    const [forgotten, sealed] = [await planned(open, '2026-11-20'), await planned(hidden, '2026-11-20')];
    expect(await sight(forgotten)).toBe(true);
    expect(await revealed(sealed)).toBe(200);
    r.clock.set('2026-11-21T10:00:00Z');
    wyn = await r.world.as('wyn.warden');
    expect(await sight(forgotten)).toBe(false);
    expect(await revealed(sealed)).toBe(404);
    // Nor past the pages: the database gives it to no login of theirs.
    await r.world.sql('begin');
    await r.world.sql(
      "select set_config('bailiwick.officer', $1, true), set_config('bailiwick.agency', $2, true), set_config('bailiwick.roles', 'warden', true)",
      [warden, await r.agency('MCC')],
    );
    await r.world.sql('set local role bailiwick_safeguard');
    const at = "'2026-11-21T10:00:00Z'";
    expect(await r.world.sql(`select * from safeguarding.safe_contacts('${open}', '2026-11-21')`)).toEqual(
      [],
    );
    expect(
      await r.world.sql(`select * from safeguarding.reveal_address('${hidden}', '${reason}', ${at})`),
    ).toEqual([]);
    await r.world.sql('rollback');
    expect((await wyn.post(`/visits/${forgotten}/result`, { version: '1', result: 'seen' })).status).toBe(
      303,
    );
  });
});
