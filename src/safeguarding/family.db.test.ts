import { beforeAll, describe, expect, test } from 'vitest';
import { wordsOf } from '../../test/support/pages.ts';
import { registerWorld } from '../../test/support/register.ts';

/** Two files that turned out to be one person: what hangs on either holds for both. */
const r = registerWorld('family');
let [one, two] = ['', ''];
let [stays, other] = ['', ''];
let warden = '';

/** As its list says it, and as the file says it: two sources, so that each can be told apart. */
const listed = '3 Plain Street';
const openPlace = '5 Plain Court';
const refuge = '9 Refuge Row';
const secret = /Plain Street|Plain Court|Refuge Row/;
const plan = (companion = '') => ({
  purpose: 'See how she is',
  plannedOn: '2026-11-24',
  assignedTo: warden,
  ...(companion ? { companion } : {}),
});
const visits = () =>
  r.world.sql<{ state: string; needsTwo: boolean }>(
    'select state, needs_two as "needsTwo" from safeguarding.visit where file_id = any($1::uuid[]) order by state',
    [[stays, other]],
  );
const first = async <Row extends object>(
  text: string,
  values: readonly unknown[],
): Promise<Row | undefined> => (await r.world.sql<Row>(text, values))[0];

beforeAll(async () => {
  one = await r.listed('MCC', 'Doorstep victims', {
    label: 'Eve Dahl',
    fields: { address: listed, postcode: 'QM1 2AB' },
  });
  two = await r.listed('MCC', 'Mail victims', { label: 'Evie Dahl' });
  [stays, other] = [await r.open(one), await r.open(two)];
  warden = await r.idOf('wyn.warden');
  await r.send(r.sadia, stays, 'safe-contact', {
    ...{ method: 'By mobile', mustNotKnow: 'Her son', address: openPlace, postcode: 'QM1 2AB' },
  });
  await r.send(r.sadia, other, 'safe-contact', {
    ...{ mustNotKnow: 'Her husband', noMessage: 'yes', hidesAddress: 'yes', address: refuge },
  });
  await r.send(r.sadia, other, 'precautions', { kind: 'two-officers', words: 'Two officers go' });
  await r.send(r.sadia, other, 'referrals', {
    ...{
      kind: 'mash',
      hasNeeds: 'yes',
      isAtRisk: 'yes',
      cannotProtect: 'yes',
      narrative: 'Seen at the door',
    },
  });
  expect((await r.sadia.get(`/register/${stays}/safe-contact`)).text).toContain(openPlace);
  expect((await r.send(r.sadia, stays, 'visits/plan', plan())).status).toBe(303);
  expect((await r.join(stays, other)).status).toBe(303);
});

describe('two files of one person, read as one', () => {
  test('an address that either hides is hidden in both, wherever it stands', async () => {
    for (const id of [stays, other])
      for (const url of ['', '/safe-contact', '/address', '/visits/plan'])
        expect((await r.sadia.get(`/register/${id}${url}`)).text).not.toMatch(secret);
    for (const id of [stays, other])
      expect((await r.sadia.api('GET', `/api/v1/register/${id}`)).text).not.toMatch(secret);
    const hidden = await r.world.sql<{ id: string }>(
      'select record_id as id from records.hidden_address where record_id = any($1::uuid[])',
      [[one, two]],
    );
    expect(hidden.map(({ id }) => id).sort()).toEqual([one, two].sort());
    // What stands open in the one file is masked by what the other says, even where no record is marked.
    await r.world.sql('begin');
    await r.world.sql('delete from records.hidden_address');
    await r.world.sql(
      "select set_config('bailiwick.agency', $1, true), set_config('bailiwick.roles', 'safeguarding-officer', true)",
      [await r.agency('MCC')],
    );
    await r.world.sql('set local role bailiwick_safeguard');
    const contacts = await r.world.sql(`select * from safeguarding.safe_contacts('${stays}', '2026-11-20')`);
    expect(contacts).toHaveLength(2);
    expect(JSON.stringify(contacts)).not.toMatch(secret);
    await r.world.sql('rollback');
    // No officer's login reads the column in which the other file's address stands.
    await r.world.sql('begin');
    await r.world.sql('set local role bailiwick_safeguard');
    await expect(r.world.sql('select address from safeguarding.contact')).rejects.toThrow(
      'permission denied',
    );
    await r.world.sql('rollback');
  });

  test('who must not know, of either file, is said of both', async () => {
    for (const id of [stays, other]) {
      const words = await r.read(r.sadia, `/register/${id}`);
      for (const part of ['Her son', 'Her husband', 'Do not leave a message']) expect(words).toContain(part);
    }
  });

  test('every list that names either stands under who names them', async () => {
    const words = await r.read(r.sadia, `/register/${stays}`);
    for (const list of ['Doorstep victims', 'Mail victims']) expect(words).toContain(list);
  });

  test('what is revealed is every address that a file of theirs holds', async () => {
    const shown = await r.sadia.post(`/register/${stays}/address`, { reason: 'I ring them about the visit' });
    for (const part of [listed, openPlace, refuge]) expect(wordsOf(shown.text)).toContain(part);
  });

  test('a precaution of the joined file stops a visit that was planned from the other, and holds for the next', async () => {
    expect(await visits()).toMatchObject([{ state: 'cancelled' }]);
    const alone = await r.send(r.sadia, stays, 'visits/plan', plan());
    expect([alone.status, wordsOf(alone.text)]).toEqual([422, expect.stringContaining('Nobody goes alone')]);
    expect((await r.send(r.sadia, stays, 'visits/plan', plan('Joss Thistlewood'))).status).toBe(303);
    expect((await visits())[1]).toMatchObject({ state: 'planned', needsTwo: true });
  });

  test('what lies in the joined file is ended and answered from the other', async () => {
    const precaution = await first<{ id: string }>(
      'select id from safeguarding.precaution where file_id = $1',
      [other],
    );
    const ended = await r.sadia.post(`/register/${stays}/precautions/end`, {
      precautionId: precaution?.id ?? '',
    });
    expect(ended.status).toBe(303);
    expect((await visits())[1]).toMatchObject({ state: 'planned', needsTwo: false });
    const referral = await first<{ id: string }>('select id from safeguarding.referral where file_id = $1', [
      other,
    ]);
    const answered = await r.sadia.post(`/register/${stays}/referrals/${referral?.id}`, {
      ...{ outcome: 'enquiry', words: 'Opened on the 24th' },
    });
    expect(answered.status).toBe(303);
    expect(await r.read(r.sadia, `/register/${stays}`)).toContain('Enquiry opened: Opened on the 24th');
  });

  test('parted, each hides what it hides itself', async () => {
    const parted = await r.send(r.sadia, stays, 'part', {
      ...{ other: await r.referenceOf(other), why: 'Somebody else' },
    });
    expect(parted.status).toBe(303);
    expect((await r.sadia.get(`/register/${stays}/safe-contact`)).text).toContain(openPlace);
    expect((await r.sadia.get(`/register/${other}`)).text).not.toContain('Refuge Row');
  });
});

describe('asking again, and what is written down', () => {
  const dueOf = (fileId: string) =>
    first<{ supported: string; due: string }>(
      'select supported_on::text as supported, repeat_due_on::text as due from safeguarding.victim_file where id = $1',
      [fileId],
    );

  test('somebody who is reached is asked again after the term that stands in one row', async () => {
    const fileId = await r.open(await r.listed('MCC', 'Doorstep victims', { label: 'Ann Holt' }));
    expect((await r.send(r.sadia, fileId, 'contact', { action: 'contacted' })).status).toBe(303);
    expect(await dueOf(fileId)).toEqual({ supported: '2026-11-20', due: '2027-11-20' });
    await r.world.sql("update safeguarding.term set months = 6 where code = 'repeat-check'");
    await r.send(r.sadia, fileId, 'contact', { action: 'contacted' });
    expect((await dueOf(fileId))?.due).toBe('2027-05-20');
    await r.send(r.sadia, fileId, 'repeat', { isRevictimised: 'no' });
    expect((await dueOf(fileId))?.due).toBe('2027-05-20');
    await r.world.sql("update safeguarding.term set months = 12 where code = 'repeat-check'");
    await r.send(r.sadia, fileId, 'contact', { action: 'deceased' });
    expect((await dueOf(fileId))?.due).toBeNull();
  });

  test('a loss is not written down where the file cannot be changed with it', async () => {
    const fileId = await r.open(await r.listed('MCC', 'Doorstep victims', { label: 'Una Vik' }));
    // Somebody is quicker, between the reading and the writing.
    await r.world.sql(
      `create function pg_temp.nothing() returns trigger language plpgsql as 'begin return null; end'`,
    );
    await r.world.sql(
      `create trigger quicker before update on safeguarding.victim_file for each row when (old.id = '${fileId}' and new.scam_types <> old.scam_types) execute function pg_temp.nothing()`,
    );
    const done = await r.send(r.sadia, fileId, 'losses', {
      ...{ kind: 'loss', basis: 'documented', scamType: 'mail-scam', method: 'post' },
      ...{ amount: '250', happenedOn: '2026-11-02' },
    });
    await r.world.sql('drop trigger quicker on safeguarding.victim_file');
    expect(done.status).toBe(409);
    expect(await r.world.sql('select 1 from safeguarding.loss where file_id = $1', [fileId])).toEqual([]);
  });
});
