import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '../../test/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'penalty' });
});
afterAll(() => world.close());

interface Shown {
  id: string;
  reference: string;
  status: string;
  version: number;
  amountPence: number;
  earlyPence: number;
  earlyUntil: string;
  payUntil: string;
  prosecuteFrom: string;
  conditions?: { code: string; met: boolean }[];
  papers: { kind: string; version: number; format: string; sha256: string }[];
}

const placeIn = async (agency: string) => {
  const [row] = await world.sql<{ postcode: string }>(
    'select postcode from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = $1 order by postcode limit 1',
    [agency],
  );
  if (!row) throw new Error('no postcode');
  return row.postcode;
};
const draftBody = async (agency = 'WEND') => ({
  offence: 'fly-tipping',
  offenceOn: '2026-11-10',
  offenceTime: '07:40',
  placeWords: 'Lay-by on the moor road',
  postcode: await placeIn(agency),
  landType: 'highway',
  wasteType: 'household-black-bags',
  wasteSize: 'car-boot-or-less',
  identifiedBy: 'cctv',
  policyConsidered: true,
  recipientName: 'Orla Tenterden',
  recipientAddress: '4 Made Up Lane, Ollerquay, QX1 1AA',
});
const evidence = [
  { kind: 'statement', words: 'Statement of the officer who saw it' },
  { kind: 'cctv', words: 'Recording of the van and its plate' },
];
async function drafted(who: Visitor, agency = 'WEND'): Promise<Shown> {
  const made = await who.api('POST', '/api/v1/penalties', await draftBody(agency));
  expect(made.status, made.text).toBe(201);
  const { id } = made.json as Shown;
  for (const item of evidence)
    expect((await who.api('POST', `/api/v1/penalties/${id}/evidence`, item)).status).toBe(201);
  return (await who.api('GET', `/api/v1/penalties/${id}`)).json as Shown;
}
async function issued(who: Visitor, servedHow = 'in-person'): Promise<Shown> {
  const draft = await drafted(who);
  const answer = await who.api('POST', `/api/v1/penalties/${draft.id}/issue`, {
    version: draft.version,
    servedHow,
  });
  expect(answer.status, answer.text).toBe(200);
  return answer.json as Shown;
}

test('a fly-tip is drafted from its report, issued when everything is met, served, and paid early', async () => {
  const joss = await world.as('joss.jet');
  const [report] = await world.sql<{ id: string }>(
    "select r.id from intake.report r join directory.agency a on a.id = r.owner_agency_id where a.code = 'WEND' and r.issue_type = 'fly-tipping' order by r.received_at desc limit 1",
  );
  const form = await joss.get(`/penalties/new?reportId=${report?.id}`);
  expect(form.status, form.text.slice(0, 300)).toBe(200);
  const made = await joss.post('/penalties', { reportId: report?.id ?? '', offence: 'fly-tipping' });
  expect(made.status, made.text).toBe(303);
  const address = made.location ?? '';
  const early = await joss.get(address);
  expect(early.status).toBe(200);
  expect(early.text).toContain('Enter the full name and the address for service.');
  const refused = await joss.post(`${address}/issue`, { version: '1', servedHow: 'in-person' });
  expect(refused.status).toBe(422);
  const body = await draftBody();
  const edited = await joss.post(`${address}/edit`, {
    ...body,
    policyConsidered: 'yes',
    version: '1',
    'offenceOn-day': '',
    offenceOn: '2026-11-10',
  });
  expect(edited.status, edited.text).toBe(303);
  for (const item of evidence) expect((await joss.post(`${address}/evidence`, item)).status).toBe(303);
  const ready = await joss.get(address);
  expect(ready.text).toContain('£600, adopted from 1 April 2026 by Executive 12 Feb 2026, minute 118');
  expect(ready.text).toContain('Issue the notice');
  const signed = await joss.post(`${address}/issue`, { version: '2', servedHow: 'in-person' });
  expect(signed.status, signed.text).toBe(303);
  const served = await joss.post(`${address}/serve`, {
    version: '3',
    servedHow: 'in-person',
    'sentOn-day': '20',
    'sentOn-month': '11',
    'sentOn-year': '2026',
    servedBy: 'Joss Thistlewood',
  });
  expect(served.status, served.text).toBe(303);
  const wrong = await joss.post(`${address}/payments`, {
    version: '4',
    pounds: '350',
    'paidOn-day': '20',
    'paidOn-month': '11',
    'paidOn-year': '2026',
    paymentReference: 'PAY/7',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('£50 too little');
  const paid = await joss.post(`${address}/payments`, {
    version: '4',
    pounds: '400',
    'paidOn-day': '20',
    'paidOn-month': '11',
    'paidOn-year': '2026',
    paymentReference: 'PAY/7',
  });
  expect(paid.status, paid.text).toBe(303);
  const after = await joss.get(address);
  expect(after.text).toContain('Paid early');
  const paper = await joss.get(`${address}/papers/notice/1/pdf`);
  expect(paper.contentType).toBe('application/pdf');
  const [row] = await world.sql<{ same: boolean }>(
    "select encode(sha256(content), 'hex') = sha256 as same from enforcement.penalty_document where penalty_id = $1",
    [address.split('/').at(-1)],
  );
  expect(row?.same).toBe(true);
  const word = await joss.get(`${address}/papers/notice/1/docx`);
  expect(word.contentType).toContain('wordprocessingml');
});

test('days are counted from the day after service, and post is taken as received on the second working day', async () => {
  const joss = await world.as('joss.jet');
  const handed = await issued(joss);
  expect(handed).toMatchObject({
    amountPence: 60_000,
    earlyPence: 40_000,
    earlyUntil: '2026-11-30',
    payUntil: '2026-12-04',
    prosecuteFrom: '2026-12-05',
  });
  // Posted on a Friday: received on Tuesday the 24th.
  const posted = await issued(joss, 'first-class-post');
  expect(posted.payUntil).toBe('2026-12-08');
  const served = await joss.api('POST', `/api/v1/penalties/${posted.id}/serve`, {
    version: posted.version,
    sentOn: '2026-11-20',
    servedHow: 'in-person',
    servedBy: 'Joss',
  });
  expect((served.json as Shown).papers.map((p) => `${p.version} ${p.format}`)).toEqual([
    ...['1 pdf', '1 docx', '2 pdf', '2 docx'],
  ]);
});

test('an officer without the power is told every condition and who could, and another agency is told there is nothing', async () => {
  const olu = await world.as('olu.officer');
  const draft = await drafted(olu);
  // No payment is taken for a draft: there is no such form to mend, and that is said before what is wrong in it.
  const paid = await olu.post(`/penalties/${draft.id}/payments`, { version: '1', pounds: 'x' });
  expect([paid.status, paid.text]).toEqual([
    422,
    expect.stringContaining('<a href="#content">Nothing was saved: this cannot be done as things stand now'),
  ]);
  const answer = await olu.api('POST', `/api/v1/penalties/${draft.id}/issue`, {
    version: draft.version,
    servedHow: 'in-person',
  });
  expect(answer.status).toBe(422);
  expect(answer.json).toMatchObject({ rule: 'penalty.power' });
  expect(answer.text).toContain('Joss Thistlewood');
  const priya = await world.as('priya.police');
  expect((await priya.api('GET', `/api/v1/penalties/${draft.id}`)).status).toBe(404);
  const joss = await world.as('joss.jet');
  const signed = await joss.api('POST', `/api/v1/penalties/${draft.id}/issue`, {
    version: draft.version,
    servedHow: 'in-person',
  });
  expect(signed.status, signed.text).toBe(200);
  const shared = await priya.api('GET', `/api/v1/penalties/${draft.id}`);
  expect(shared.status).toBe(200);
  expect(shared.text).not.toContain('Tenterden');
  expect(await (await priya.get(`/penalties/${draft.id}`)).text).not.toContain('Tenterden');
  expect((await priya.get(`/penalties/${draft.id}/papers/notice/1/pdf`)).status).toBe(404);
  const edmund = await world.as('hollis.housing');
  expect((await edmund.api('GET', '/api/v1/penalties')).status).toBe(200);
});

test('outside the district the power does not reach', async () => {
  const joss = await world.as('joss.jet');
  const draft = await drafted(joss, 'SALT');
  const answer = await joss.api('POST', `/api/v1/penalties/${draft.id}/issue`, {
    version: draft.version,
    servedHow: 'in-person',
  });
  expect(answer.text).toContain('does not reach this place');
});

test('no prosecution is referred while the days run; afterwards the file is made', async () => {
  const sunita = await world.as('sunita.supervisor');
  const notice = await issued(sunita);
  const served = (
    await sunita.api('POST', `/api/v1/penalties/${notice.id}/serve`, {
      version: notice.version,
      sentOn: '2026-11-20',
      servedHow: 'in-person',
      servedBy: 'Sunita',
    })
  ).json as Shown;
  const soon = await sunita.api('POST', `/api/v1/penalties/${notice.id}/refer`, {
    version: served.version,
    reason: 'Will not pay',
  });
  expect(soon.status).toBe(409);
  await world.sql("update enforcement.penalty set status = 'overdue' where id = $1", [notice.id]);
  const barred = await sunita.api('POST', `/api/v1/penalties/${notice.id}/refer`, {
    version: served.version,
    reason: 'Will not pay',
  });
  expect(barred.json).toMatchObject({ rule: 'penalty.prosecution-bar' });
  await world.sql(
    "update enforcement.penalty set pay_until = '2026-11-19', prosecute_from = '2026-11-20' where id = $1",
    [notice.id],
  );
  // Overdue and served it is reminded of once, in writing.
  const reminded = await sunita.api('POST', `/api/v1/penalties/${notice.id}/remind`, served);
  expect(reminded.json).toMatchObject({ status: 'reminded' });
  expect((reminded.json as Shown).papers.map(({ kind }) => kind)).toContain('reminder');
  served.version = (reminded.json as Shown).version;
  const joss = await world.as('joss.jet');
  expect(
    (
      await joss.api('POST', `/api/v1/penalties/${notice.id}/refer`, {
        version: served.version,
        reason: 'Will not pay',
      })
    ).status,
  ).toBe(403);
  const referred = await sunita.api('POST', `/api/v1/penalties/${notice.id}/refer`, {
    version: served.version,
    reason: 'Will not pay',
  });
  expect(referred.status, referred.text).toBe(200);
  expect((referred.json as Shown).papers.map((p) => p.kind)).toContain('prosecution-file');
  // Money that comes now is for the court: it is refused in words, and nothing is booked.
  const { version } = referred.json as Shown;
  const payment = { version, paidOn: '2026-11-20', pounds: '600', paymentReference: 'PAY/9' };
  const late = await sunita.api('POST', `/api/v1/penalties/${notice.id}/payments`, payment);
  expect([late.status, (late.json as { words: string }).words]).toEqual([
    409,
    expect.stringMatching(/prosecution/i),
  ]);
});

test('a notice of somebody who has left the directory stays with the team: named, served, paid once by a colleague', async () => {
  const joss = await world.as('joss.jet');
  const sunita = await world.as('sunita.supervisor');
  const notice = await issued(joss);
  const [account] = await world.sql<{ id: string; version: number }>(
    "select o.id, o.version from directory.officer o join platform.account a on a.officer_id = o.id where a.username = 'joss.jet'",
  );
  const dana = await world.as('dana.directory');
  const shut = await dana.api('POST', `/api/v1/directory/people/${account?.id}/shut`, {
    version: account?.version,
    reason: 'Left the council',
  });
  expect(shut.status, shut.text).toBe(200);
  expect((await joss.api('GET', `/api/v1/penalties/${notice.id}`)).status).toBe(401);
  const found = (await sunita.api('GET', `/api/v1/penalties/${notice.id}`)).json as Shown;
  expect((await sunita.get(`/penalties/${notice.id}`)).text).toContain('Joss Thistlewood');
  const served = await sunita.api('POST', `/api/v1/penalties/${notice.id}/serve`, {
    ...{ version: found.version, sentOn: '2026-11-20', servedHow: 'in-person', servedBy: 'Sunita' },
  });
  expect(served.status, served.text).toBe(200);
  const pay = (version: number) =>
    sunita.api('POST', `/api/v1/penalties/${notice.id}/payments`, {
      ...{ version, paidOn: '2026-11-20', pounds: '400', paymentReference: 'PAY/11' },
    });
  const paid = await pay((served.json as Shown).version);
  expect(paid.json).toMatchObject({ status: 'paid-early' });
  // The same money a second time changes nothing, and says what stands.
  const again = await pay((paid.json as Shown).version);
  expect([again.status, (again.json as { words: string }).words]).toEqual([
    409,
    expect.stringMatching(/paid/i),
  ]);
  const [row] = await world.sql<{ n: number }>(
    'select count(*)::int as n from enforcement.penalty_payment where penalty_id = $1',
    [notice.id],
  );
  expect(row?.n).toBe(1);
});

test('the register of the county keeps the law of the day, and dana reads where it comes from', async () => {
  const [bad] = await world.sql<{ n: number }>(
    `select count(*)::int as n from enforcement.penalty p join enforcement.penalty_law l on l.id = p.law_id join enforcement.adopted_amount m on m.id = p.adopted_id
     where p.issued_on < '2026-11-20' and (p.offence_on < l.valid_from or p.offence_on > coalesce(l.valid_to, '9999-12-31') or p.offence_on < m.valid_from
     or p.offence_on > coalesce(m.valid_to, '9999-12-31') or p.amount_pence > l.max_pence or l.status <> 'active' or p.prosecute_from <= p.issued_on + 14)`,
  );
  expect(bad?.n).toBe(0);
  const dana = await world.as('dana.directory');
  const page = await dana.get('/law/penalties');
  expect(page.status, page.text.slice(0, 300)).toBe(200);
  expect(page.text).toContain('Awaiting confirmation');
});
