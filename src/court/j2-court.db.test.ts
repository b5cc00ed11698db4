import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { performScheduled } from '../../test/support/jobs.ts';
import { bodyOf } from '../../test/support/unit.ts';
import { type Answer, movableClock, openWorld, type Visitor, type World } from '../../test/support/world.ts';

/** Journey J2, steps 7 and 8: from the accepted package to the court, across the wall and back, and the victims told. */
let world: World;
const clock = movableClock();
const people: Record<string, Visitor> = {};
async function signIn(): Promise<void> {
  for (const name of [
    ...['imran.intel', 'anya.analyst', 'morag.manager', 'tess.trading', 'edmund.health'],
    ...['sadia.safeguarding', 'aled.auditor', 'callum.safety', 'olu.officer', 'cora.comms'],
  ])
    people[name] = await world.as(name);
}
beforeAll(async () => {
  world = await openWorld({ name: 'j2court', clock });
  await signIn();
});
afterAll(() => world.close());

const call = (name: string, method: 'GET' | 'POST', url: string, body?: unknown): Promise<Answer> => {
  const visitor = people[name];
  if (!visitor) throw new Error(name);
  return visitor.api(method, `/api/v1${url}`, body);
};
async function good<T>(name: string, method: 'GET' | 'POST', url: string, body?: unknown): Promise<T> {
  const answer = await call(name, method, url, body);
  if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${answer.text}`);
  return bodyOf<T>(answer);
}

interface File {
  id: string;
  reference: string;
  items: { number: number; sha256: string | null; isUsed: boolean; continuity: { hash: string }[] }[];
  broken: number[];
  enquiries: { reference: string; askedOn: string; answersOn: string; consideredOn: string | null }[];
  papers: { kind: string; version: number; format: string; sha256: string }[];
  told: { told: number; of: number };
  outcome?: { result: string; confiscationPence: number };
}
interface Enquiry {
  id: string;
  reference: string;
  purpose: string;
  answer: string | null;
  fileReference: string;
  matches: { items: { reference: string }[] }[];
  lines: { id: string }[];
}
let packageId = '';
let caseId = '';
let file: File;
const at = (rest = ''): string => `/prosecutions/${file.id}${rest}`;

/** An item about the roofer, graded and linked; the package from it, accepted with a case. */
async function packageAccepted(): Promise<void> {
  const item = await good<{ id: string; paragraphs: { id: string }[] }>(
    'imran.intel',
    'POST',
    '/intelligence/items',
    {
      ...{ receivedHow: 'anonymous', title: 'Roofer takes deposits' },
      body: 'Dave Slate takes deposits and does not return. He rings from 07700 900777.',
    },
  );
  const path = `/intelligence/items/${item.id}`;
  await good('imran.intel', 'POST', `${path}/paragraphs/${item.paragraphs[0]?.id}/grade`, {
    ...{ version: 1, sourceEvaluation: '2', assessment: 'C', handling: 'P', riskToSource: 'no' },
    sanitised: 'A roofer takes deposits and does not return. He uses 07700 900777.',
  });
  await good('imran.intel', 'POST', `${path}/links`, {
    ...{ linkKind: 'phone', label: '07700 900777', role: 'subject' },
  });
  const { version } = await good<{ version: number }>('imran.intel', 'GET', path);
  await good('imran.intel', 'POST', `${path}/ready`, { version });
  const [tess] = await world.sql<{ email: string }>(
    "select o.email from directory.officer o join platform.account c on c.officer_id = o.id where c.username = 'tess.trading'",
  );
  const draft = await good<{ id: string }>('anya.analyst', 'POST', '/intelligence/packages', {
    ...{ title: 'Roofer taking deposits', paragraphs: [item.paragraphs[0]?.id], officers: tess?.email },
    ...{ gateway: 'enterprise-act-part9', purpose: 'To investigate', deadline: '2026-12-04' },
  });
  packageId = draft.id;
  await good('morag.manager', 'POST', `/intelligence/packages/${packageId}/release`, { version: 1 });
  await good('tess.trading', 'POST', `/packages/${packageId}/acknowledge`);
  const [service] = await world.sql<{ id: string }>("select id from directory.service where code = 'MCC-TS'");
  const answer = { answer: 'accepted', serviceId: service?.id };
  const accepted = await good<{ answers: { caseId: string }[] }>(
    'tess.trading',
    'POST',
    `/packages/${packageId}/answer`,
    answer,
  );
  caseId = accepted.answers[0]?.caseId ?? '';
}

test('7. evidence is gathered independently: hashed, timed, by whom, with a continuity that cannot be changed unseen', async () => {
  await packageAccepted();
  file = await good<File>('tess.trading', 'POST', '/prosecutions', { caseId });
  expect((await good<File>('tess.trading', 'POST', '/prosecutions', { caseId })).id).toBe(file.id);
  const exhibit = {
    ...{ kind: 'recording', words: 'Interview under caution', capturedOn: '2026-11-19' },
    ...{ capturedTime: '10:15', capturedBy: 'Tess Redfearn', keptAt: 'Store 2, seal 42' },
    sha256: 'ab'.repeat(32),
  };
  const refused = await call('tess.trading', 'POST', at('/items'), { ...exhibit, capturedOn: '2030-01-01' });
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('cannot be in the future')]);
  await good('tess.trading', 'POST', at('/items'), exhibit);
  const untested = await call('tess.trading', 'POST', at('/items'), { ...exhibit, isUnused: true });
  expect(untested.text).toContain('might undermine the prosecution or assist the defence');
  await good('tess.trading', 'POST', at('/items'), { ...exhibit, isUnused: true, test: 'assists' });
  await good('tess.trading', 'POST', at('/continuity'), { number: 1, words: 'Copied for the prosecutor' });
  const now = await good<File>('tess.trading', 'GET', at());
  expect(now.items.map(({ isUsed, continuity }) => [isUsed, continuity.length])).toEqual([
    [true, 2],
    [false, 1],
  ]);
  expect(now.broken).toEqual([]);
  // Somebody who can write to the database changes what was said: the file shows which item no longer holds together.
  await world.sql("update court.continuity set words = 'Left in the van' where position = 1");
  expect((await good<File>('tess.trading', 'GET', at())).broken).toEqual([1]);
  await world.sql("update court.continuity set words = 'Copied for the prosecutor' where position = 1");
  // To a file with a hash the product says whether a copy is the same.
  const wrong = await people['tess.trading']?.post(at('/items'), { ...exhibit, kind: 'unheard-of' });
  expect([wrong?.status, wrong?.text]).toEqual([422, expect.stringContaining('Choose what it is')]);
});

test('7. the papers: index, exhibits, unused material, statement, as PDF and Word, each edition kept with its hash', async () => {
  for (const body of [
    { kind: 'exhibits' },
    { kind: 'unused' },
    { kind: 'statement', witness: 'Tess Redfearn', words: 'I am an officer.\n\nI interviewed the man.' },
    { kind: 'index' },
    { kind: 'index' },
  ])
    await good('tess.trading', 'POST', at('/papers'), body);
  expect((await call('tess.trading', 'POST', at('/papers'), { kind: 'statement' })).text).toContain(
    'Enter whose statement it is',
  );
  const { papers } = await good<File>('tess.trading', 'GET', at());
  expect(papers.map(({ kind, version, format }) => `${kind} ${version} ${format}`).sort()).toEqual(
    ['exhibits 1', 'index 1', 'index 2', 'statement 1', 'unused 1'].flatMap((one) => [
      `${one} docx`,
      `${one} pdf`,
    ]),
  );
  expect(new Set(papers.map(({ sha256 }) => sha256)).size).toBe(papers.length);
  const pdf = await people['tess.trading']?.get(`${at('/papers/unused/1/pdf')}`);
  expect([pdf?.status, pdf?.contentType]).toEqual([200, 'application/pdf']);
});

test('7. ✘ nobody but the service whose case it is has the file, and the unit does not run the prosecution', async () => {
  for (const name of ['edmund.health', 'callum.safety', 'olu.officer'])
    for (const step of ['', '/papers/unused/1/pdf'])
      expect((await people[name]?.get(`${at(step)}`))?.status, `${name} ${step}`).toBe(404);
  for (const name of ['morag.manager', 'sadia.safeguarding', 'aled.auditor'])
    expect((await people[name]?.get(`${at()}`))?.status, name).toBe(403);
});

let enquiry: Enquiry;
const unitPath = (rest = ''): string => `/intelligence/enquiries/${enquiry.id}${rest}`;

test('7. operations ask for relevance; the unit sees the subjects and what is known, and keeps a sensitive schedule', async () => {
  const ask = { about: 'Deposits taken', subjects: [{ kind: 'phone', label: '07700 900777', more: '' }] };
  const bad = await call('tess.trading', 'POST', at('/enquiries'), { ...ask, subjects: 'alien: Zog' });
  expect(bad.text).toContain('Begin each line with one of these');
  file = await good<File>('tess.trading', 'POST', at('/enquiries'), ask);
  expect(file.enquiries).toMatchObject([{ askedOn: '2026-11-20', consideredOn: null }]);
  const twice = await call('tess.trading', 'POST', at('/enquiries'), ask);
  expect(twice.text).toContain('has not considered it yet');
  const { enquiries } = await good<{ enquiries: Enquiry[] }>(
    'morag.manager',
    'GET',
    '/intelligence/enquiries',
  );
  const mine = enquiries.find(({ fileReference }) => fileReference === file.reference);
  enquiry = await good<Enquiry>('morag.manager', 'GET', `/intelligence/enquiries/${mine?.id}`);
  expect(enquiry.matches[0]?.items).toHaveLength(1);
  expect((await people['morag.manager']?.get('/home'))?.text).toContain('enquiries to answer');
  const line = {
    ...{ itemReference: enquiry.matches[0]?.items[0]?.reference, words: 'An anonymous report' },
    ...{ ground: 'source', reason: 'Points to the neighbour' },
  };
  await good('imran.intel', 'POST', unitPath('/lines'), { ...line, test: 'unsure' });
  const nothing = { answer: 'nothing', reason: 'Nothing meets the test' };
  expect((await call('imran.intel', 'POST', unitPath('/answer'), nothing)).status).toBe(403);
  const against = await call('morag.manager', 'POST', unitPath('/answer'), nothing);
  expect(against.text).toContain('the prosecutor looks at it, not the unit');
  const unnamed = { answer: 'prosecutor', reason: 'For review' };
  expect((await call('morag.manager', 'POST', unitPath('/answer'), unnamed)).text).toContain(
    'who of the prosecutor is told',
  );
  const answer = { ...unnamed, prosecutor: 'Reviewing lawyer, Moorland' };
  expect((await good<Enquiry>('morag.manager', 'POST', unitPath('/answer'), answer)).answer).toBe(
    'prosecutor',
  );
  expect((await call('morag.manager', 'POST', unitPath('/answer'), answer)).status).toBe(409);
  const schedule = await people['morag.manager']?.get(unitPath('/schedule/pdf'));
  expect([schedule?.status, schedule?.contentType]).toEqual([200, 'application/pdf']);
  expect((await people['tess.trading']?.get(unitPath('/schedule/pdf')))?.status).toBe(403);
});

test('7. ✘ what comes back is one sentence on the day of the round: no text, no answer, no hour', async () => {
  const answered = await good<File>('tess.trading', 'GET', at());
  expect(answered.enquiries).toEqual(file.enquiries);
  const round = file.enquiries[0]?.answersOn ?? '';
  // The seeded enquiry of another file is due in the same round and has no answer: none crosses.
  clock.set(`${round}T06:05:00Z`);
  await signIn();
  await performScheduled(world, clock, 'answer-enquiries');
  const waiting = await good<File>('tess.trading', 'GET', at());
  expect(waiting.enquiries[0]?.consideredOn).toBeNull();
  const { enquiries } = await good<{ enquiries: Enquiry[] }>(
    'morag.manager',
    'GET',
    '/intelligence/enquiries',
  );
  for (const { id, purpose } of enquiries.filter((one) => one.answer === null))
    await good('morag.manager', 'POST', `/intelligence/enquiries/${id}/answer`, {
      answer: purpose === 'disclosure' ? 'nothing' : 'nothing-given',
      reason: 'Nothing is held',
    });
  const next = waiting.enquiries[0]?.answersOn ?? '';
  expect(next > round).toBe(true);
  clock.set(`${next}T06:05:00Z`);
  await signIn();
  await performScheduled(world, clock, 'answer-enquiries');
  const page = (await people['tess.trading']?.get(at()))?.text ?? '';
  expect(page).toContain('Considered by the intelligence unit.');
  for (const hidden of [
    'anonymous',
    'neighbour',
    'Reviewing lawyer',
    'unsure',
    'Dave Slate',
    'prosecutor:',
    'I-',
  ])
    expect(page.includes(hidden) && hidden, hidden).toBe(false);
  // The file whose enquiry held nothing reads the same words on the same day.
  const [ended] = await world.sql<{ id: string }>(
    "select id from court.prosecution where reference = 'PF-SAMP-002'",
  );
  const other = (await people['olu.officer']?.get(`/prosecutions/${ended?.id}`))?.text ?? '';
  const sentence = /<time[^>]*>[^<]*<\/time>: (Considered[^<]*)/;
  expect(sentence.exec(other)?.[0]).toBe(sentence.exec(page)?.[0]);
  // Searching finds no enquiry, no line of its schedule and nothing of the source, for whoever asked least of all.
  for (const words of [file.enquiries[0]?.reference, 'Reviewing lawyer', 'Dave Slate'])
    expect(
      (await people['tess.trading']?.get(`/search?q=${encodeURIComponent(words ?? '')}`))?.text,
      words,
    ).toContain('Nothing found that you');
  const columns = await world.sql(
    "select column_name from information_schema.columns where table_schema = 'dissemination' and table_name = 'enquiry_considered'",
  );
  expect(columns).toHaveLength(2);
});

test('8. the outcome goes back to the package, never to a source, and the product is marked as used with a result', async () => {
  const outcome = {
    ...{ result: 'convicted', courtName: 'Quillmoor Crown Court', onDay: '2026-11-20', defendants: 2 },
    ...{ convictions: 1, finePounds: '1,200.50', confiscationPounds: 36_000 },
    victimWords: 'The man who took your deposit was found guilty.',
  };
  const more = await call('tess.trading', 'POST', at('/outcome'), { ...outcome, convictions: 3 });
  expect(more.text).toContain('No more can be convicted than there were defendants');
  const none = await call('tess.trading', 'POST', at('/outcome'), { ...outcome, result: 'acquitted' });
  expect(none.text).toContain('enter 0');
  file = await good<File>('tess.trading', 'POST', at('/outcome'), outcome);
  expect(file.outcome).toMatchObject({ result: 'convicted', confiscationPence: 3_600_000 });
  expect((await call('tess.trading', 'POST', at('/outcome'), outcome)).status).toBe(409);
  const back = await good<{ outcomes: { result: string; words: string }[] }>(
    'morag.manager',
    'GET',
    `/intelligence/packages/${packageId}`,
  );
  expect(back.outcomes).toMatchObject([{ result: 'result' }]);
  expect(back.outcomes[0]?.words).toContain('confiscation £36,000');
});

interface Ended {
  id: string;
  courtName: string;
  victims: { fileId: string; reference: string; noMessage: boolean; channel: string | null }[];
}
test('8. victims are told by the safeguarding side, in a way their safe contact allows; operations see two numbers', async () => {
  const { outcomes } = await good<{ outcomes: Ended[] }>('sadia.safeguarding', 'GET', '/outcomes');
  const mine = outcomes.find(({ courtName }) => courtName === 'Quillmoor Crown Court');
  const path = `/outcomes/${mine?.id}`;
  const victims = await world.sql<{ id: string; reference: string }>(
    `select f.id, f.reference from safeguarding.victim_file f join directory.agency a on a.id = f.agency_id where a.code = 'MCC'
     and f.joined_into is null order by f.reference limit 2`,
  );
  const unknown = await call('sadia.safeguarding', 'POST', `${path}/victims`, { reference: 'V-NONE-000' });
  expect(unknown.text).toContain('no file with this reference');
  for (const { reference } of victims)
    await good('sadia.safeguarding', 'POST', `${path}/victims`, { reference });
  const [first] = victims;
  await world.sql(
    `insert into safeguarding.contact (file_id, agency_id, method, no_message, must_not_know, hides_address, changed_at, changed_by)
     select f.id, f.agency_id, 'Her sister''s telephone', true, 'Her son', true, now(), o.officer_id from safeguarding.victim_file f,
       platform.account o where f.id = $1 and o.username = 'sadia.safeguarding'
     on conflict (file_id) do update set no_message = true, must_not_know = 'Her son', hides_address = true`,
    [first?.id],
  );
  for (const [channel, words] of [
    ['message', 'No message may be left'],
    ['letter', 'must stay hidden'],
  ])
    expect(
      (await call('sadia.safeguarding', 'POST', `${path}/victims/${first?.id}`, { channel })).text,
    ).toContain(words);
  await good('sadia.safeguarding', 'POST', `${path}/victims/${first?.id}`, { channel: 'call' });
  expect(
    (await call('sadia.safeguarding', 'POST', `${path}/victims/${first?.id}`, { channel: 'call' })).status,
  ).toBe(409);
  const seen = await good<File>('tess.trading', 'GET', at());
  expect(seen.told).toEqual({ told: 1, of: victims.length });
  const page = (await people['tess.trading']?.get(at()))?.text ?? '';
  expect(page).toContain(`1 of ${victims.length}`);
  for (const { reference } of victims) expect(page).not.toContain(reference);
  for (const name of ['tess.trading', 'morag.manager', 'aled.auditor'])
    expect((await people[name]?.get(path))?.status, name).toBe(403);
  const log = await world.sql<{ event: string }>(
    "select distinct event from platform.audit_entry where event like 'outcome.%' or event like 'enquiry.%' or event like 'prosecution.%'",
  );
  // Collection, consultation and disclosure (Data Protection Act 2018 s.62), each by its event.
  for (const event of [
    'prosecution.item-added',
    'prosecution.opened',
    'enquiry.answered',
    'outcome.victim-told',
  ])
    expect(log.map((row) => row.event)).toContain(event);
});

test('9. a warning to residents: suppressed until somebody else approves it, nobody’s data in it, its reach recorded', async () => {
  const warning = {
    ...{ source: file.reference, title: 'Roofers who take deposits', endsOn: '2027-03-01' },
    ...{
      words: 'A man takes deposits for roofs and does not return.',
      advice: 'Pay nothing before the work.',
    },
    trades: ['roofing'],
  };
  const draft = (change: object) => call('tess.trading', 'POST', '/alert-drafts', { ...warning, ...change });
  expect((await draft({ words: 'He rings from 07700 900777.' })).text).toContain('points to somebody');
  expect((await draft({ source: 'PF-NONE-000' })).text).toContain(
    'a prosecution of your service that has ended',
  );
  const made = bodyOf<{ id: string; status: string; version: number }>(await draft({}));
  const [pack] = await world.sql<{ reference: string }>(
    'select reference from dissemination.package where id = $1',
    [packageId],
  );
  expect((await draft({ source: pack?.reference, title: 'From the package' })).status).toBe(201);
  const outside = async () =>
    (await world.nobody.get('/alerts')).text +
    (await world.nobody.get('/checked-traders?trade=roofing')).text;
  expect(await outside()).not.toContain('Roofers who take deposits');
  const step = (name: string, action: string, version: number) =>
    call(name, 'POST', `/alert-drafts/${made.id}/steps/${action}`, { version });
  expect((await step('tess.trading', 'publish', 1)).status).toBe(403);
  const early = await call('cora.comms', 'POST', `/alert-drafts/${made.id}/reach`, {
    channel: 'e-mail',
    onDay: clock.today(),
  });
  expect(early.text).toContain('not published yet');
  expect((await people['cora.comms']?.get(`/alert-drafts/${made.id}`))?.text).not.toContain(file.reference);
  expect((await step('cora.comms', 'publish', 1)).status).toBe(200);
  expect((await step('cora.comms', 'publish', 1)).status).toBe(409);
  expect((await outside()).split('Roofers who take deposits')).toHaveLength(3);
  const reach = { channel: 'e-mail', onDay: clock.today(), sent: 1000, opened: 570, reached: 1000 };
  expect(
    (await call('cora.comms', 'POST', `/alert-drafts/${made.id}/reach`, { ...reach, opened: 1001 })).text,
  ).toContain('No more can be opened');
  await good('cora.comms', 'POST', `/alert-drafts/${made.id}/reach`, reach);
  expect((await people['cora.comms']?.get(`/alert-drafts/${made.id}`))?.text).toContain(
    '570 of 1,000 opened (57.0%)',
  );
  const figures = await good<{ figures: { code: string; now: { words: string } }[] }>(
    'tess.trading',
    'GET',
    `/figures?from=2026-11-01&to=${clock.today()}`,
  );
  expect(figures.figures.find(({ code }) => code === 'C-01')?.now.words).toBe('1,000');
  expect((await step('cora.comms', 'withdraw', 2)).status).toBe(200);
  expect(await outside()).not.toContain('Roofers who take deposits');
});

test('10. figures move: E-07 for the service that brought it, I-06 for the unit; the product has its group and review day', async () => {
  interface Figures {
    figures: { code: string; now: { words: string } }[];
  }
  const span = `/figures?from=2026-11-01&to=${clock.today()}`;
  const of = async (name: string): Promise<ReadonlyMap<string, string>> =>
    new Map((await good<Figures>(name, 'GET', span)).figures.map(({ code, now }) => [code, now.words]));
  const tess = await of('tess.trading');
  expect(['E-07', 'E-07a', 'E-07b', 'E-07c', 'E-07d', 'E-07e'].map((code) => tess.get(code))).toEqual([
    '1',
    '1 of 1 (100.0%)',
    '2',
    '1',
    '£1,200.50',
    '£36,000.00',
  ]);
  expect((await of('callum.safety')).get('E-07')).toBe('0');
  const records = await people['tess.trading']?.get(`/figures/E-07/records?period=2026-11`);
  expect(records?.text).toContain(`/prosecutions/${file.id}`);
  // The schedule that was refused above is counted; a second try makes two, and nobody is named.
  expect((await of('morag.manager')).get('I-06')).toBe('1');
  expect((await people['tess.trading']?.get('/intelligence'))?.status).toBe(403);
  const morag = await of('morag.manager');
  expect(morag.get('I-06')).toBe('2');
  const refusals = (await people['morag.manager']?.get('/figures/I-06/records?period=2026-12'))?.text;
  expect(refusals).toContain('Refused to OPS');
  expect(refusals).not.toContain('Tess');
  // A product under a condition whose day of review has passed is overdue.
  await world.sql("update intelligence.draft set review_on = '2026-11-25' where reference = 'PK-SAMP-001'");
  expect((await of('morag.manager')).get('I-06a')).toBe('1');
  expect(tess.has('I-06')).toBe(false);
  const path = `/intelligence/packages/${packageId}`;
  const product = await good<{ version: number; retentionGroup: number; reviewOn: string }>(
    'morag.manager',
    'GET',
    path,
  );
  expect(product).toMatchObject({ retentionGroup: 4, reviewOn: '2032-11-20' });
  expect((await people['morag.manager']?.get(path))?.text).toContain('Used – result');
  const review = { version: product.version, group: 3, words: 'Still needed' };
  const late = await call('morag.manager', 'POST', `${path}/review`, { ...review, nextOn: '2040-01-01' });
  expect(late.text).toContain('The next review is after today');
  expect((await call('imran.intel', 'POST', `${path}/review`, review)).status).toBe(403);
  const reviewed = await good<{ retentionGroup: number; reviewOn: string }>(
    'morag.manager',
    'POST',
    `${path}/review`,
    {
      ...review,
      nextOn: '2027-01-01',
    },
  );
  expect(reviewed).toMatchObject({ retentionGroup: 3, reviewOn: '2027-01-01' });
});

test('an insider with the connection of operations, or of another side, finds nothing of it', async () => {
  const countAs = async (name: string, table: string): Promise<number | 'refused'> => {
    const viewer = people[name]?.viewer;
    if (viewer?.kind !== 'officer') throw new Error(name);
    try {
      return await world.app.databases.inTransaction(viewer.side, viewer, async (db) => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
          db,
        );
        return rows[0]?.n ?? 0;
      });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === '42501') return 'refused';
      throw error;
    }
  };
  for (const table of ['enquiry', 'enquiry_line', 'enquiry_document'])
    for (const name of ['tess.trading', 'sadia.safeguarding', 'aled.auditor'])
      expect([name, table, await countAs(name, `intelligence.${table}`)]).toEqual([name, table, 'refused']);
  for (const table of ['enquiry_subject', 'enquiry_text'])
    expect(await countAs('tess.trading', `dissemination.${table}`)).toBe('refused');
  expect(await countAs('tess.trading', 'dissemination.enquiry')).toBe(1);
  expect(await countAs('edmund.health', 'dissemination.enquiry')).toBe(0);
  for (const table of ['prosecution', 'item', 'continuity', 'prosecution_document', 'outcome'])
    expect([table, await countAs('callum.safety', `court.${table}`)]).toEqual([table, 0]);
  expect(await countAs('tess.trading', 'court.telling')).toBe('refused');
  for (const table of ['prosecution', 'item'])
    expect(await countAs('sadia.safeguarding', `court.${table}`)).toBe('refused');
  // Who approves a warning does not read what it was made from; a board member reads no request for somebody's data.
  expect([
    await countAs('tess.trading', 'court.alert_source'),
    await countAs('cora.comms', 'court.alert_source'),
  ]).toEqual([2, 0]);
  people['bea.board'] = await world.as('bea.board');
  expect(await countAs('bea.board', 'governance.access')).toBe(0);
  // Nobody asks the unit about another service's file, past all code either.
  const edmund = people['edmund.health']?.viewer;
  if (edmund?.kind !== 'officer') throw new Error('Edmund is an officer.');
  const given = {
    id: file.id,
    fileId: file.id,
    serviceId: edmund.serviceIds[0],
    subjects: [],
    reference: 'EN-X',
    about: 'X',
  };
  const asked = await world.app.databases.inTransaction('OPS', edmund, async (db) =>
    sql<{
      done: boolean;
    }>`select dissemination.ask_enquiry(${JSON.stringify(given)}::jsonb, '2026-12-10', '2026-12-17') as done`.execute(
      db,
    ),
  );
  expect(asked.rows).toEqual([{ done: false }]);
});
