import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { performQueued, performScheduled } from '../../test/support/jobs.ts';
import { wordsOf } from '../../test/support/pages.ts';
import { movableClock, openWorld, type Visitor, type World } from '../../test/support/world.ts';
import { idFromName } from '../platform/ids/ids.ts';

let world: World;
let sadia: Visitor;
let wyn: Visitor;
const clock = movableClock();

/** Puts a person on a list, as a load would: for arranging only. */
async function listed(
  code: string,
  list: string,
  given: { label: string; handling?: string; fields?: Record<string, string> },
): Promise<string> {
  const [forename = '', surname = ''] = given.label.split(' ');
  const [listId, id] = [idFromName(`list ${code} ${list}`), idFromName(`${code} ${list} ${given.label}`)];
  const handling = given.handling ?? 'victim';
  await world.sql(
    `insert into linkage.list (id, owner_agency_id, name, handling, gateway, contact, made_at)
     select $1, id, $3, $4, 'Care Act 2014 s.6/7/45', 'Duty desk', '2026-11-02T09:00:00Z' from directory.agency where code = $2 on conflict do nothing`,
    [listId, code, list, handling],
  );
  await world.sql(
    `insert into linkage.list_entry (id, list_id, load_id, kind, label, fields, given, source_key, origin_agency_id, handling, received_at, gateway, retention_group, regime)
     select $1, l.id, l.id, 'person', $3, $4, '{}', $5, l.owner_agency_id, l.handling, '2026-11-02T09:00:00Z', l.gateway, 4, 'UKGDPR' from linkage.list l where l.id = $2`,
    [id, listId, given.label, JSON.stringify({ forename, surname, ...given.fields }), given.label],
  );
  return id;
}

let judgements = 0;
/** What a person said of two records. */
async function judged(one: string, other: string, verdict = 'same'): Promise<string> {
  const [a, b] = [one, other].sort();
  judgements += 1;
  const id = idFromName(`${a} ${b} ${verdict} ${judgements}`);
  await world.sql(
    `insert into linkage.judgement (id, record_a, record_b, verdict, made_by, officer_id, made_at, why, evidence)
     select $1, $2, $3, $4, 'person', officer_id, '2026-11-20T09:00:00Z', 'On the evidence shown', $5 from platform.account where username = 'sadia.safeguarding'`,
    [
      id,
      a,
      b,
      verdict,
      JSON.stringify({
        evidence: [
          { field: 'Address', left: '9 Secret Close', right: '9 Secret Close', words: 'the same', bits: 5 },
        ],
      }),
    ],
  );
  return id;
}

const open = async (recordId: string): Promise<string> =>
  /\/register\/([0-9a-f-]{36})/.exec((await sadia.post('/register', { recordId })).location ?? '')?.[1] ?? '';
const versionOf = async (fileId: string): Promise<string> =>
  String(
    (
      await world.sql<{ version: number }>('select version from safeguarding.victim_file where id = $1', [
        fileId,
      ])
    )[0]?.version,
  );
const send = async (visitor: Visitor, fileId: string, part: string, fields: Record<string, string>) =>
  visitor.post(`/register/${fileId}/${part}`, { version: await versionOf(fileId), ...fields });
const read = async (visitor: Visitor, url: string) => wordsOf((await visitor.get(url)).text);
const idOf = async (username: string): Promise<string> =>
  (
    await world.sql<{ id: string }>('select officer_id as id from platform.account where username = $1', [
      username,
    ])
  )[0]?.id ?? '';

beforeAll(async () => {
  world = await openWorld({ name: 'register', clock });
  [sadia, wyn] = [await world.as('sadia.safeguarding'), await world.as('wyn.warden')];
});
afterAll(() => world.close());

describe('one person, one history', () => {
  let [mcc, mpol, harb, nsu] = ['', '', '', ''];
  let fileId = '';
  beforeAll(async () => {
    mcc = await listed('MCC', 'Doorstep victims', {
      label: 'Ada Holm',
      fields: { dateOfBirth: '1940-03-05', address: '4 Mill Lane', postcode: 'QM1 2AB' },
    });
    mpol = await listed('MPOL', 'Vulnerable victims', {
      label: 'Ada Holme',
      fields: { phone: '01632 960801' },
    });
    harb = await listed('HARB', 'Tenants', { label: 'A. Holm' });
    nsu = await listed('NSU', 'Batch', { label: 'Ada Holm', handling: 'restricted' });
    await judged(mcc, mpol);
    await judged(mpol, harb);
    fileId = await open(mcc);
  });

  test('somebody on three lists is one entry with three provenance entries', async () => {
    expect(fileId).not.toBe('');
    const words = await read(sadia, `/register/${fileId}`);
    for (const list of ['Doorstep victims', 'Vulnerable victims', 'Tenants']) expect(words).toContain(list);
    expect(words).not.toContain('Batch');
    // Taken on from another of the lists, it is the same file.
    expect(await open(harb)).toBe(fileId);
    expect(words).toContain('75 to 84'.replace('75 to 84', '85 and over'));
    expect(words).toContain('Is on three lists or more');
  });

  test('two files that turn out to be one person surface, are joined by a person, and can be parted', async () => {
    const other = await open(nsu);
    expect(other).not.toBe(fileId);
    await judged(mcc, nsu);
    const list = await read(sadia, '/register');
    expect(list).toContain('Two files, one person');
    const [reference] = await world.sql<{ reference: string }>(
      'select reference from safeguarding.victim_file where id = $1',
      [other],
    );
    const before = await world.sql('select * from safeguarding.victim_file where id = $1', [other]);
    const joined = await send(sadia, fileId, 'join', {
      other: reference?.reference ?? '',
      why: 'Same birthday and number',
    });
    expect(joined.status).toBe(303);
    expect(await read(sadia, '/register')).not.toContain('Two files, one person');
    expect(await read(sadia, `/register/${fileId}`)).toContain('Same birthday and number');
    const parted = await send(sadia, fileId, 'part', {
      other: reference?.reference ?? '',
      why: 'Joined by mistake',
    });
    expect(parted.status).toBe(303);
    const after = await world.sql('select * from safeguarding.victim_file where id = $1', [other]);
    expect(after.map((row) => ({ ...row, version: 0 }))).toEqual(
      before.map((row) => ({ ...row, version: 0 })),
    );
    await send(sadia, fileId, 'join', { other: reference?.reference ?? '', why: 'The same after all' });
  });

  test('the profile gives priority, risk and route, each with its reason', async () => {
    const profile = {
      ageBand: '85-plus',
      livesAlone: 'yes',
      capacityConcern: 'no',
      financialAbuse: 'no',
      bankTold: 'no',
      'scamTypes[0]': 'doorstep-crime',
      'methods[0]': 'doorstep',
    };
    expect((await send(sadia, fileId, 'profile', profile)).status).toBe(303);
    expect(await read(sadia, `/register/${fileId}`)).toContain('so a Community Warden visits');
    await send(sadia, fileId, 'profile', { ...profile, capacityConcern: 'yes' });
    const words = await read(sadia, `/register/${fileId}`);
    expect(words).toContain('so the Victim Safeguarding Officer takes it on');
    expect(words).toContain('There is a concern about mental capacity: 30');
    expect(words).toMatch(/Risk High/);
  });

  test('losses and savings, documented and estimated apart', async () => {
    const loss = {
      kind: 'loss',
      basis: 'documented',
      scamType: 'doorstep-crime',
      method: 'doorstep',
      amount: '£1,250.50',
      happenedOn: '2026-10-02',
    };
    expect((await send(sadia, fileId, 'losses', loss)).status).toBe(303);
    await send(sadia, fileId, 'losses', { ...loss, kind: 'saving', how: 'refund', amount: '200' });
    await send(sadia, fileId, 'losses', {
      ...loss,
      kind: 'saving',
      how: 'call-blocker',
      basis: 'estimated',
      amount: '900',
    });
    const words = await read(sadia, `/register/${fileId}`);
    expect(words).toMatch(/Lost £1,250.50 Saved, documented £200(.00)? Saved, estimated £900/);
    expect((await send(sadia, fileId, 'losses', { ...loss, amount: 'a lot' })).status).toBe(422);
  });

  test('two agencies cannot both lead: the database holds it, and the lead passes on when it is accepted', async () => {
    const agency = async (code: string) =>
      (await world.sql<{ id: string }>('select id from directory.agency where code = $1', [code]))[0]?.id ??
      '';
    const [mccId, stedId] = [await agency('MCC'), await agency('STED')];
    await expect(
      world.sql(
        `insert into safeguarding.lead (id, file_id, keeper_agency_id, agency_id, state, offered_at, offered_by, why)
         values (gen_random_uuid(), $1, $2, $3, 'leading', now(), gen_random_uuid(), 'Both')`,
        [fileId, mccId, stedId],
      ),
    ).rejects.toThrow('lead_one_leading');
    expect(
      (await send(sadia, fileId, 'lead', { agencyId: stedId, why: 'They know the family' })).status,
    ).toBe(303);
    const again = await send(sadia, fileId, 'lead', { agencyId: await agency('HARB'), why: 'Or they do' });
    expect(again.status).toBe(422);
    expect(wordsOf(again.text)).toContain('offered to one agency at a time');
    // An officer of the other agency, on the safeguarding side, sees it now and accepts.
    await world.sql(
      "update directory.role_grant set role = 'safeguarding-officer', side = 'SAFEGUARD' where officer_id in (select id from directory.officer where agency_id = $1)",
      [stedId],
    );
    const [account] = await world.sql<{ username: string }>(
      'update platform.account set is_persona = true where officer_id in (select id from directory.officer where agency_id = $1) returning username',
      [stedId],
    );
    const theirs = await world.as(account?.username ?? '');
    expect(await read(theirs, `/register/${fileId}`)).toContain('Ada Holm');
    const accepted = await send(theirs, fileId, 'lead/answer', { answer: 'accept', words: '' });
    expect(accepted.status).toBe(303);
    expect(
      await world.sql(
        "select agency_id as id from safeguarding.lead where file_id = $1 and state = 'leading'",
        [fileId],
      ),
    ).toEqual([{ id: stedId }]);
    expect(await read(sadia, `/register/${fileId}`)).toContain('leads from now on');
    // Offered on, and declined: whoever declines a person they never had sees the file no more.
    const other = await open(await listed('MCC', 'Doorstep victims', { label: 'Bo Lund' }));
    await send(sadia, other, 'lead', { agencyId: stedId, why: 'Perhaps' });
    expect((await send(theirs, other, 'lead/answer', { answer: 'decline', words: 'Not ours' })).status).toBe(
      303,
    );
    expect((await theirs.get(`/register/${other}`)).status).toBe(404);
  });

  test('a partner without an agreement, and anybody else, finds nothing where the register is', async () => {
    for (const name of [
      'wyn.warden',
      'hollis.housing',
      'priya.police',
      'tess.trading',
      'petra.performance',
      'callum.safety',
    ])
      expect([403, 404]).toContain((await (await world.as(name)).get(`/register/${fileId}`)).status);
    // A safeguarding officer of an agency that has nothing to do with the person gets the very page of what is not there.
    await world.sql(
      "update directory.role_grant set role = 'safeguarding-officer', side = 'SAFEGUARD' where officer_id in (select id from directory.officer where agency_id = (select id from directory.agency where code = 'TIDE'))",
    );
    const [account] = await world.sql<{ username: string }>(
      "update platform.account set is_persona = true where officer_id in (select id from directory.officer where agency_id = (select id from directory.agency where code = 'TIDE')) returning username",
    );
    const theirs = await world.as(account?.username ?? '');
    const hidden = await theirs.get(`/register/${fileId}`);
    const none = await theirs.get('/register/5a3b1e00-0000-4000-8000-0000000000ff');
    expect(hidden.status).toBe(404);
    expect(hidden.text.replaceAll(fileId, 'X')).toBe(
      none.text.replaceAll('5a3b1e00-0000-4000-8000-0000000000ff', 'X'),
    );
    expect(await read(theirs, '/register')).not.toContain('Ada Holm');
  });
});

describe('an address that must stay hidden', () => {
  let [one, two] = ['', ''];
  let fileId = '';
  const secret = '9 Secret Close';
  beforeAll(async () => {
    one = await listed('STED', 'Clients', {
      label: 'Eve Dahl',
      fields: { address: secret, postcode: 'QM1 2AB' },
    });
    two = await listed('HARB', 'Tenants', {
      label: 'Eve Dahl',
      fields: { address: secret, postcode: 'QM1 2AB' },
    });
    fileId = await open(one);
    expect(await read(sadia, `/register/${fileId}`)).toContain(secret);
    await send(sadia, fileId, 'safe-contact', {
      method: 'By mobile',
      times: 'Weekdays 10 to 12',
      noMessage: 'yes',
      mustNotKnow: 'Her husband',
      hidesAddress: 'yes',
      address: '1 Refuge Row',
      postcode: 'QM1 2AB',
    });
  });

  test('is in no page, list, search, export, API answer, address or evidence that anybody sees', async () => {
    await judged(one, two);
    const urls = [
      `/register/${fileId}`,
      `/register/${fileId}/safe-contact`,
      '/register',
      `/lists/${idFromName('list STED Clients')}/rows`,
      `/api/v1/register/${fileId}`,
      '/search?q=Secret',
      '/search?q=Refuge',
    ];
    for (const url of urls) {
      const { text } = await sadia.get(url);
      expect(`${url}: ${text.includes('Secret Close')}`).toBe(`${url}: false`);
      expect(`${url}: ${text.includes('Refuge Row')}`).toBe(`${url}: false`);
    }
    const [evidence] = await world.sql<{ n: number }>(
      "select count(*)::int as n from linkage.judgement where evidence::text like '%Secret%' and $1 in (record_a, record_b)",
      [one],
    );
    expect(evidence?.n).toBe(0);
    const [view] = await world.sql<{ n: number }>(
      "select count(*)::int as n from linkage.subject where fields::text like '%Secret%'",
    );
    expect(view?.n).toBe(0);
    // How to reach them stands on each page, as an instruction.
    for (const url of urls.slice(0, 2)) {
      const words = await read(sadia, url);
      expect(words).toContain('Do not leave a message.');
      expect(words).toContain('Must not know: Her husband.');
    }
  });

  test('a row that turns out to be the same person loses its address, and has it again when it is not', async () => {
    const [id] = await world.sql<{ id: string }>(
      "update linkage.judgement set ended_at = now(), ended_why = 'undone' where record_a = least($1::uuid, $2::uuid) and record_b = greatest($1::uuid, $2::uuid) returning id",
      [one, two],
    );
    expect(id).toBeDefined();
    const hidden = async () =>
      (await world.sql<{ id: string }>('select record_id as id from records.hidden_address order by 1')).map(
        (row) => row.id,
      );
    expect(await hidden()).toEqual([one]);
    await judged(two, one, 'unsure');
    expect(await hidden()).toEqual([one]);
  });

  test('stays hidden when a row is given anew, for that row and for those of the same person', async () => {
    await world.sql(
      "update linkage.judgement set ended_at = now(), ended_why = 'decided' where ended_at is null and $1 in (record_a, record_b)",
      [one],
    );
    await judged(one, two);
    const anew = idFromName('STED Clients Eve Dahl anew');
    await world.sql(
      `insert into linkage.list_entry (id, list_id, load_id, kind, label, fields, given, source_key, origin_agency_id, handling, received_at, gateway, retention_group, regime, replaces)
       select $2, list_id, load_id, kind, label, fields, given, 'ref:anew', origin_agency_id, handling, received_at, gateway, 4, 'UKGDPR', id from linkage.list_entry where id = $1`,
      [one, anew],
    );
    await world.sql('update linkage.list_entry set withdrawn_at = now() where id = $1', [one]);
    await world.sql(
      "update linkage.judgement set ended_at = now(), ended_why = 'row-withdrawn' where ended_at is null and $1 in (record_a, record_b)",
      [one],
    );
    for (const url of [`/register/${fileId}`, `/people/${anew}`, `/people/${two}`])
      expect((await sadia.get(url)).text).not.toContain('Secret Close');
    await world.sql('update linkage.list_entry set withdrawn_at = now() where id = $1', [anew]);
    await world.sql('update linkage.list_entry set withdrawn_at = null where id = $1', [one]);
  });

  test('is shown only to somebody who says why, and that is written down', async () => {
    const url = `/register/${fileId}/address`;
    expect((await sadia.post(url, { reason: 'Nosy' })).status).toBe(422);
    const shown = await sadia.post(url, { reason: 'I ring the refuge about the visit' });
    expect(wordsOf(shown.text)).toContain('1 Refuge Row');
    expect(wordsOf(shown.text)).toContain(secret);
    const [kept] = await world.sql<{ reason: string }>(
      'select reason from safeguarding.reveal where file_id = $1',
      [fileId],
    );
    expect(kept?.reason).toBe('I ring the refuge about the visit');
    const [audit] = await world.sql<{ purpose: string }>(
      "select purpose from platform.audit_entry where event = 'address.revealed' and outcome = 'done' and purpose is not null and purpose is not null",
    );
    expect(audit?.purpose).toBe('I ring the refuge about the visit');
    expect((await wyn.get(url)).status).toBe(403);
  });

  test('the officer who goes sees where to go, not where it is known from, while the visit is to come', async () => {
    const planned = await send(sadia, fileId, 'visits/plan', {
      purpose: 'See how she is',
      plannedOn: '2026-11-20',
      assignedTo: await idOf('wyn.warden'),
    });
    expect(planned.status).toBe(303);
    const [visit] = await world.sql<{ id: string }>('select id from safeguarding.visit where file_id = $1', [
      fileId,
    ]);
    const sheet = await wyn.get(`/visits/${visit?.id}`);
    expect(sheet.text).not.toContain('Refuge Row');
    expect(wordsOf(sheet.text)).toContain('The address is hidden');
    const shown = wordsOf(
      (await wyn.post(`/visits/${visit?.id}/address`, { reason: 'I visit at ten today' })).text,
    );
    expect(shown).toContain('1 Refuge Row');
    expect(shown).not.toContain('Secret Close');
    expect(shown).not.toContain('Clients');
    await wyn.post(`/visits/${visit?.id}/result`, { version: '1', result: 'no-reply' });
    expect((await wyn.post(`/visits/${visit?.id}/address`, { reason: 'I visit at ten today' })).status).toBe(
      404,
    );
  });
});

describe('a visit', () => {
  let fileId = '';
  let warden = '';
  const visitOf = async () =>
    (
      await world.sql<{ id: string; version: number }>(
        "select id, version from safeguarding.visit where file_id = $1 and state = 'planned'",
        [fileId],
      )
    )[0];
  beforeAll(async () => {
    const batch = await listed('NSU', 'Batch', {
      label: 'Gus Berg',
      handling: 'restricted',
      fields: { address: '7 Far Lane' },
    });
    fileId = await open(batch);
    warden = await idOf('wyn.warden');
    await send(sadia, fileId, 'safe-contact', {
      method: 'Knock twice',
      address: '7 Far Lane',
      postcode: 'QM1 2AB',
      phone: '01632 960802',
    });
  });

  test('cannot be planned alone while “two officers” holds, until it is written who goes along', async () => {
    await send(sadia, fileId, 'precautions', {
      kind: 'two-officers',
      words: 'Two officers go',
      expiresOn: '2026-12-31',
    });
    const plan = { purpose: 'Fit a call blocker', plannedOn: '2026-11-20', assignedTo: warden };
    const alone = await send(sadia, fileId, 'visits/plan', plan);
    expect(alone.status).toBe(422);
    expect(wordsOf(alone.text)).toContain('Nobody goes alone: say who goes along, by name');
    expect(await visitOf()).toBeUndefined();
    await expect(
      world.sql(
        `insert into safeguarding.visit (id, reference, file_id, agency_id, person_name, purpose, state, planned_on, assigned_to, needs_two, made_at, made_by)
         select gen_random_uuid(), 'VV-X', id, agency_id, name, 'x', 'planned', '2026-11-20', $2, true, now(), $2 from safeguarding.victim_file where id = $1`,
        [fileId, warden],
      ),
    ).rejects.toThrow('visit_never_alone');
    expect(
      (await send(sadia, fileId, 'visits/plan', { ...plan, companion: 'Joss Thistlewood' })).status,
    ).toBe(303);
  });

  test('the warden sees only what is assigned, how to reach them, the precaution, and neither batch, loss nor bank', async () => {
    await send(sadia, fileId, 'losses', {
      kind: 'loss',
      basis: 'documented',
      scamType: 'mail-scam',
      method: 'post',
      amount: '4321',
      happenedOn: '2026-10-02',
    });
    const visit = await visitOf();
    const words = await read(wyn, `/visits/${visit?.id}`);
    for (const part of [
      'Gus Berg',
      '7 Far Lane',
      'Knock twice',
      'Two officers go',
      'Joss Thistlewood',
      'Nobody has visited yet',
    ])
      expect(words).toContain(part);
    const { text } = await wyn.get(`/visits/${visit?.id}`);
    for (const part of ['Batch', 'National', '4,321', '4321', 'restricted', fileId])
      expect(text).not.toContain(part);
    const batch = idFromName('list NSU Batch');
    for (const url of [
      '/register',
      `/register/${fileId}`,
      '/lists',
      `/lists/${batch}`,
      `/lists/${batch}/rows`,
    ])
      expect(`${url} ${(await wyn.get(url)).status}`).toBe(`${url} 403`);
    const mine = await read(wyn, '/visits');
    expect(mine).toContain('Gus Berg');
    // Another warden's visit is not there for this one.
    await world.sql('update safeguarding.visit set assigned_to = $2 where id = $1', [
      visit?.id,
      await idOf('sadia.safeguarding'),
    ]);
    expect((await wyn.get(`/visits/${visit?.id}`)).status).toBe(404);
    await world.sql('update safeguarding.visit set assigned_to = $2 where id = $1', [visit?.id, warden]);
  });

  test('the result goes into the file, a referral with the three questions at the door, and its outcome comes back', async () => {
    const visit = await visitOf();
    const url = `/visits/${visit?.id}`;
    expect(
      (
        await wyn.post(`${url}/result`, {
          version: String(visit?.version),
          result: 'no-reply',
          'doneThings[0]': 'bank-told',
        })
      ).status,
    ).toBe(422);
    const referred = await wyn.post(`${url}/refer`, {
      kind: 'adult-safeguarding',
      hasNeeds: 'yes',
      isAtRisk: 'yes',
      cannotProtect: 'not-known',
      narrative: 'Letters stacked to the ceiling',
    });
    expect(referred.status).toBe(303);
    const done = await wyn.post(`${url}/result`, {
      version: String(visit?.version),
      result: 'seen',
      'doneThings[0]': 'call-blocker',
      'doneThings[1]': 'bank-told',
    });
    expect(done.status).toBe(303);
    const words = await read(sadia, `/register/${fileId}`);
    expect(words).toContain('Visit: seen, call blocker fitted, bank told');
    expect(words).toMatch(/Status Visited/);
    expect(words).toMatch(/Bank told Yes/);
    expect(words).toContain('Letters stacked to the ceiling');
    const [referral] = await world.sql<{ id: string }>(
      'select id from safeguarding.referral where file_id = $1',
      [fileId],
    );
    await sadia.post(`/register/${fileId}/referrals/${referral?.id}`, {
      outcome: 'enquiry',
      words: 'Opened on the 24th',
    });
    expect(await read(sadia, `/register/${fileId}`)).toContain('Enquiry opened: Opened on the 24th');
  });

  test('a precaution that is added later stops a visit that somebody would make alone', async () => {
    const other = await open(await listed('MCC', 'Doorstep victims', { label: 'Hal Vik' }));
    await send(sadia, other, 'visits/plan', {
      purpose: 'First visit',
      plannedOn: '2026-11-24',
      assignedTo: warden,
    });
    await send(sadia, other, 'precautions', { kind: 'two-officers', words: 'Two officers go' });
    const [visit] = await world.sql<{ state: string }>(
      'select state from safeguarding.visit where file_id = $1',
      [other],
    );
    expect(visit?.state).toBe('cancelled');
  });

  test('is screened first; a lone warden is stopped until it is written who goes along, and a marker set later stops a visit', async () => {
    const priya = await world.as('priya.police');
    const set = (given: Record<string, string>) =>
      priya.post('/markers', {
        ...{
          about: 'person',
          name: 'Nils Krag',
          postcode: 'QM1 4AA',
          type: 'VI',
          precaution: 'two-officers',
        },
        ...{ evidence: 'Log 14', reviewOn: '2027-05-01', told: 'to-tell', ...given },
      });
    // A man with a marker lives with the victim: the household is met, by whatever way the address is written.
    expect((await set({ address: '9 Ridge Rd' })).status).toBe(303);
    const record = await listed('MCC', 'Doorstep victims', {
      label: 'Ida Krag',
      fields: { address: '9, Ridge Road', postcode: 'qm14aa' },
    });
    const home = await open(record);
    const plan = { purpose: 'First visit', plannedOn: '2026-11-24', assignedTo: warden };
    const api = { version: Number(await versionOf(home)), ...plan, companion: '' };
    const early = await sadia.api('POST', `/api/v1/register/${home}/visits`, api);
    expect([early.status, early.text]).toEqual([422, expect.stringContaining('visit.not-screened')]);
    const alone = await send(sadia, home, 'visits/plan', plan);
    expect(alone.status).toBe(422);
    const words = wordsOf(alone.text);
    for (const part of [
      'Nobody goes alone: say who goes along, by name',
      'Two officers go',
      'somebody at this address',
    ])
      expect(words).toContain(part);
    expect(words).not.toContain('Nils');
    const screened = () =>
      world.sql<{ result: string }>('select result from assurance.screening where subject_id = $1', [home]);
    expect(await screened()).toEqual([{ result: 'two-officers' }]);
    expect((await send(sadia, home, 'visits/plan', { ...plan, companion: 'Joss Thistlewood' })).status).toBe(
      303,
    );
    const visitNow = async () =>
      (
        await world.sql<{ id: string; state: string; needsTwo: boolean; screeningId: string | null }>(
          'select id, state, needs_two as "needsTwo", screening_id as "screeningId" from safeguarding.visit where file_id = $1',
          [home],
        )
      )[0];
    expect(await visitNow()).toMatchObject({ state: 'planned', needsTwo: true });
    expect((await visitNow())?.screeningId).not.toBeNull();
    const sheet = await read(wyn, `/visits/${(await visitNow())?.id}`);
    expect(sheet.indexOf('Two officers go')).toBeLessThan(sheet.indexOf('First visit'));
    expect(sheet).toContain('Marker: violent');
    // One that nobody may make: set when the visit is planned already.
    await set({
      about: 'address',
      name: '',
      address: '9 Ridge Road',
      precaution: 'do-not-attend',
      type: 'WE',
    });
    await performQueued(world, clock);
    expect(await visitNow()).toMatchObject({ state: 'cancelled' });
    const stopped = await send(sadia, home, 'visits/plan', { ...plan, companion: 'Joss Thistlewood' });
    expect([stopped.status, wordsOf(stopped.text)]).toEqual([
      422,
      expect.stringContaining('A precaution says that nobody visits'),
    ]);
  });

  test('a screen too old does not do, and a marker that is somebody else’s is put aside', async () => {
    const priya = await world.as('priya.police');
    await priya.post('/markers', {
      ...{ about: 'person', name: 'Olof Brandt', type: 'VI', precaution: 'two-officers' },
      ...{ evidence: 'Log 15', reviewOn: '2027-05-01', told: 'to-tell' },
    });
    const home = await open(await listed('MCC', 'Doorstep victims', { label: 'Olaf Brandt' }));
    const plan = { purpose: 'First visit', plannedOn: '2026-11-24', assignedTo: warden };
    expect((await send(sadia, home, 'visits/plan', plan)).status).toBe(422);
    const [hit] = await world.sql<{ id: string }>(
      'select h.marker_id as id from assurance.hit h join assurance.screening s on s.id = h.screening_id where s.subject_id = $1',
      [home],
    );
    await send(sadia, home, 'screen/answers', { markerId: hit?.id ?? '', answer: 'not' });
    await world.sql("update assurance.screening set at = at - interval '9 days' where subject_id = $1", [
      home,
    ]);
    expect((await send(sadia, home, 'visits/plan', plan)).status).toBe(303);
    // It was screened anew, and what was said of the marker is carried on.
    const screens = await world.sql('select 1 from assurance.screening where subject_id = $1', [home]);
    expect(screens).toHaveLength(2);
  });

  test('a hidden address is held against markers by the system, and shown to nobody', async () => {
    const callum = await world.as('callum.safety');
    await callum.post('/markers', {
      ...{
        about: 'address',
        address: '77 Sealed Row',
        postcode: 'QM1 5AA',
        type: 'DO',
        precaution: 'two-officers',
      },
      ...{
        why: 'Two dogs loose in the yard in May',
        evidence: 'File 3',
        reviewOn: '2027-05-01',
        told: 'told',
        toldOn: '2026-11-02',
      },
    });
    const home = await open(await listed('MCC', 'Doorstep victims', { label: 'Eva Stern' }));
    await send(sadia, home, 'safe-contact', {
      hidesAddress: 'yes',
      address: '77 Sealed Row',
      postcode: 'QM1 5AA',
    });
    await send(sadia, home, 'visits/plan', { purpose: 'Visit', plannedOn: '2026-11-24', assignedTo: warden });
    await performQueued(world, clock);
    const words = await read(sadia, `/register/${home}/visits/plan`);
    for (const part of ['Two officers go', 'this address']) expect(words).toContain(part);
    expect(words).not.toContain('Sealed');
    const [visit] = await world.sql<{ state: string }>(
      'select state from safeguarding.visit where file_id = $1',
      [home],
    );
    expect(visit?.state).toBe('cancelled');
  });

  test('a year on, somebody is told to ask again; a new loss in between is a victim again', async () => {
    await send(sadia, fileId, 'losses', {
      kind: 'loss',
      basis: 'documented',
      scamType: 'mail-scam',
      method: 'post',
      amount: '10',
      happenedOn: '2026-11-20',
    });
    await world.sql("update safeguarding.loss set happened_on = '2027-03-01' where pence = 1000");
    clock.set('2027-11-21T10:00:00Z');
    await performScheduled(world, clock, 'repeat-checks-due');
    await performScheduled(world, clock, 'repeat-checks-due');
    const events = await world.sql<{ words: string }>(
      "select words from safeguarding.event where file_id = $1 and kind = 'repeat-due'",
      [fileId],
    );
    expect(events).toHaveLength(1);
    expect(events[0]?.words).toContain('a loss since then is written down');
    const [file] = await world.sql<{ again: boolean }>(
      'select is_revictimised as again from safeguarding.victim_file where id = $1',
      [fileId],
    );
    expect(file?.again).toBe(true);
    clock.set('2026-11-20T10:00:00Z');
  });
});
