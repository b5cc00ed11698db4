import { expect, test } from 'vitest';
import { address, closureWorld, notice, pathOf } from '../../test/support/closure.ts';

/** Who lives at the premises: never kept out by a notice, and hidden where they must be. */
const days = closureWorld('closure_occupants', '2027-08-05T10:00:00Z');
const { as, checked, clock, drafted, look, post, taken } = days;

test('✘ a notice never keeps out those who live there or own it, in the command and in the database', async () => {
  const file = await drafted();
  for (const relation of ['lives', 'owner']) {
    const answer = await (await as('callum.safety')).api('POST', `${pathOf(file)}/occupants`, {
      version: file.version,
      relation,
      name: 'Tenant Surname',
      isBarred: true,
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('cannot keep out');
    await expect(
      days.world.sql(
        `insert into enforcement.closure_occupant (id, closure_id, agency_id, relation, is_barred, added_at)
         select gen_random_uuid(), id, agency_id, $2, true, now() from enforcement.closure where id = $1`,
        [file.id, relation],
      ),
    ).rejects.toThrow('closure_occupant_home_open');
  }
});

test('a hidden person who lives there: the place is kept and not shown, printed or found, and nobody is named', async () => {
  const [record] = await days.world.sql<{ id: string; label: string }>(
    `select r.id, r.label from records.received_record r join directory.agency a on a.id = r.origin_agency_id
     where a.code = 'WEND' and r.kind = 'person' and r.handling = 'ordinary' order by r.id limit 1`,
  );
  let file = await checked(await drafted());
  file = await post(
    `${pathOf(file)}/occupants`,
    {
      version: file.version,
      relation: 'lives',
      recordId: record?.id,
      name: 'Wanda Known',
      words: 'A tenant',
    },
    201,
  );
  file = await taken(file, 'record-consultation', { on: clock.today(), consulted: `All of ${address}` });
  const given = notice('2027-08-05', '10:00', 24, { hearingOn: '2027-08-06', hearingTime: '10:00' });
  file = await taken(file, 'serve-notice', given);
  const before = await (await as('callum.safety')).get(`/closures/${file.id}/papers/notice/1/pdf`);
  expect(before.status).toBe(200);
  await days.world.sql(
    'insert into records.hidden_address (record_id, is_marked, since) values ($1, true, now())',
    [record?.id],
  );
  const hidden = await look(file);
  expect(hidden.mark).toBe('Ask the safeguarding side');
  expect(hidden.place).toMatchObject({ address: null, isHidden: true });
  expect(hidden.occupants).toMatchObject([{ name: null, recordId: null, isHidden: true }]);
  const callum = await as('callum.safety');
  const page = await callum.get(`/closures/${file.id}`);
  const found = await callum.get('/search?q=needles');
  for (const text of [JSON.stringify(hidden), page.text]) {
    expect(text).not.toContain('Made Up');
    expect(text).not.toContain('Wanda');
    expect(text).not.toContain(record?.id);
  }
  expect(page.text).toContain('Ask the safeguarding side');
  expect(found.text).not.toContain(file.reference);
  expect((await callum.get(`/closures/${file.id}/papers/notice/1/pdf`)).status).toBe(404);
  // A paper made now says where only by hanging there.
  const extended = await taken(hidden, 'extend-notice', {
    on: '2027-08-05',
    time: '10:00',
    hours: 12,
    ways: ['fixed-prominent'],
    by: 'X',
    reason: 'The court sits tomorrow',
  });
  expect(extended.papers.filter(({ kind }) => kind === 'notice-extension')).toHaveLength(2);
  expect((await callum.get(`/closures/${file.id}/papers/notice-extension/1/pdf`)).status).toBe(200);
});
