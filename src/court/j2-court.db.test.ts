import { sql as query } from 'kysely';
import { expect, test } from 'vitest';
import { cameraPicture } from '../../test/support/camera-picture.ts';
import { giveListFile } from '../../test/support/given-file.ts';
import { scanHeld } from '../../test/support/jobs.ts';
import { journey } from '../../test/support/journey.ts';

/** Journey J2, steps 7 and 8: from the accepted package to the court, across the wall and back, and the victims told. */
const days = journey('j2court');
const { as, clock, done, look, made, page, perform, refused, serviceOf, sql, tried } = days;
const tess = 'tess.trading';
const morag = 'morag.manager';
const sadia = 'sadia.safeguarding';

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
  const item = await made<{ id: string; paragraphs: { id: string }[] }>(
    'imran.intel',
    '/intelligence/items',
    {
      ...{ receivedHow: 'anonymous', title: 'Roofer takes deposits' },
      body: 'Dave Slate takes deposits and does not return. He rings from 07700 900777.',
    },
  );
  const path = `/intelligence/items/${item.id}`;
  await done('imran.intel', `${path}/paragraphs/${item.paragraphs[0]?.id}/grade`, {
    ...{ version: 1, sourceEvaluation: '2', assessment: 'C', handling: 'P', riskToSource: 'no' },
    sanitised: 'A roofer takes deposits and does not return. He uses 07700 900777.',
  });
  await made('imran.intel', `${path}/links`, { linkKind: 'phone', label: '07700 900777', role: 'subject' });
  const { version } = await look<{ version: number }>('imran.intel', path);
  await done('imran.intel', `${path}/ready`, { version });
  const [officer] = await sql<{ email: string }>(
    "select o.email from directory.officer o join platform.account c on c.officer_id = o.id where c.username = 'tess.trading'",
  );
  const draft = await made<{ id: string }>('anya.analyst', '/intelligence/packages', {
    ...{ title: 'Roofer taking deposits', paragraphs: [item.paragraphs[0]?.id], officers: officer?.email },
    ...{ gateway: 'enterprise-act-part9', purpose: 'To investigate', deadline: '2026-12-04' },
  });
  packageId = draft.id;
  await done(morag, `/intelligence/packages/${packageId}/release`, { version: 1 });
  await done(tess, `/packages/${packageId}/acknowledge`);
  const answer = { answer: 'accepted', serviceId: await serviceOf('MCC-TS') };
  const accepted = await done<{ answers: { caseId: string }[] }>(
    tess,
    `/packages/${packageId}/answer`,
    answer,
  );
  caseId = accepted.answers[0]?.caseId ?? '';
}

test('7. evidence is gathered independently: hashed, timed, by whom, with a continuity that cannot be changed unseen', async () => {
  await packageAccepted();
  file = await made<File>(tess, '/prosecutions', { caseId });
  expect((await made<File>(tess, '/prosecutions', { caseId })).id).toBe(file.id);
  const exhibit = {
    ...{ kind: 'recording', words: 'Interview under caution', capturedOn: '2026-11-19' },
    ...{ capturedTime: '10:15', capturedBy: 'Tess Redfearn', keptAt: 'Store 2, seal 42' },
    sha256: 'ab'.repeat(32),
  };
  expect(await refused(tess, at('/items'), { ...exhibit, capturedOn: '2030-01-01' })).toContain(
    'cannot be in the future',
  );
  await made(tess, at('/items'), exhibit);
  expect(await refused(tess, at('/items'), { ...exhibit, isUnused: true })).toContain(
    'might undermine the prosecution or assist the defence',
  );
  await made(tess, at('/items'), { ...exhibit, isUnused: true, test: 'assists' });
  await made(tess, at('/continuity'), { number: 1, words: 'Copied for the prosecutor' });
  const now = await look<File>(tess, at());
  expect(now.items.map(({ isUsed, continuity }) => [isUsed, continuity.length])).toEqual([
    [true, 2],
    [false, 1],
  ]);
  expect(now.broken).toEqual([]);
  // Somebody who can write to the database changes what was said: the file shows which item no longer holds together.
  await sql("update court.continuity set words = 'Left in the van' where position = 1");
  expect((await look<File>(tess, at())).broken).toEqual([1]);
  await sql("update court.continuity set words = 'Copied for the prosecutor' where position = 1");
  // To a file with a hash the product says whether a copy is the same.
  const wrong = await (await as(tess)).post(at('/items'), { ...exhibit, kind: 'unheard-of' });
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Choose what it is')]);
});

test('7. the papers: index, exhibits, unused material, statement, as PDF and Word, each edition kept with its hash', async () => {
  for (const body of [
    { kind: 'exhibits' },
    { kind: 'unused' },
    { kind: 'statement', witness: 'Tess Redfearn', words: 'I am an officer.\n\nI interviewed the man.' },
    { kind: 'index' },
    { kind: 'index' },
  ])
    await made(tess, at('/papers'), body);
  expect(await refused(tess, at('/papers'), { kind: 'statement' })).toContain('Enter whose statement it is');
  const { papers } = await look<File>(tess, at());
  expect(papers.map(({ kind, version, format }) => `${kind} ${version} ${format}`).sort()).toEqual(
    ['exhibits 1', 'index 1', 'index 2', 'statement 1', 'unused 1'].flatMap((one) => [
      `${one} docx`,
      `${one} pdf`,
    ]),
  );
  expect(new Set(papers.map(({ sha256 }) => sha256)).size).toBe(papers.length);
  const pdf = await page(tess, `${at('/papers/unused/1/pdf')}`);
  expect([pdf.status, pdf.contentType]).toEqual([200, 'application/pdf']);
});

test('7. a picture is opened without what its camera wrote and kept as it was taken; another file is a download once a scanner has passed it', async () => {
  const item = {
    ...{ kind: 'photo', words: 'The van', 'capturedOn-day': '18', 'capturedOn-month': '11' },
    ...{ 'capturedOn-year': '2026', capturedTime: '10:15', capturedBy: 'Tess Redfearn', keptAt: 'Store 2' },
  };
  const visitor = await days.world.as(tess);
  const give = (name: string, content: Buffer) =>
    giveListFile(days.world, visitor, at('/items'), { name, content }, { ...item, words: name });
  for (const sent of [
    await give('van.jpg', cameraPicture()),
    await give('call.wav', Buffer.from('RIFF of a call')),
  ])
    expect(sent.status, sent.text.slice(0, 300)).toBe(303);
  const text = (await page(tess, at())).text;
  expect(text).toContain('call.wav<div class="govuk-hint">Held until a virus scanner has passed it</div>');
  const href = /href="([^"]+)">Open van.jpg/.exec(text)?.[1] ?? '';
  const opened = await page(tess, href);
  expect([opened.status, opened.contentType]).toEqual([200, 'image/jpeg']);
  expect(opened.text).not.toContain('Exif');
  const kept = await sql<{ id: string; name: string; same: boolean }>(
    "select id, name, encode(sha256(content), 'hex') = sha256 as same from court.item where content is not null and prosecution_id = $1 order by name desc",
    [file.id],
  );
  expect(kept.map(({ name, same }) => [name, same])).toEqual([
    ['van.jpg', true],
    ['call.wav', true],
  ]);
  const call = () => page(tess, at(`/items/${kept[1]?.id}/file`));
  expect((await call()).status).toBe(422);
  await scanHeld(days.world, clock, undefined);
  expect((await call()).status).toBe(422);
  await scanHeld(days.world, clock, { scan: async () => ({ kind: 'clean' }) });
  expect(await call()).toMatchObject({
    ...{
      status: 200,
      text: 'RIFF of a call',
      headers: expect.stringMatching(/attachment; filename="call.wav"/),
    },
  });
  for (const name of ['edmund.health', 'olu.officer', 'priya.police'])
    expect((await page(name, href)).status, name).not.toBe(200);
});

test('7. ✘ nobody but the service whose case it is has the file, and the unit does not run the prosecution', async () => {
  for (const name of ['edmund.health', 'callum.safety', 'olu.officer'])
    for (const step of ['', '/papers/unused/1/pdf'])
      expect((await page(name, `${at(step)}`)).status, `${name} ${step}`).toBe(404);
  for (const name of [morag, sadia, 'aled.auditor'])
    expect((await page(name, `${at()}`)).status, name).toBe(403);
});

let enquiry: Enquiry;
const unitPath = (rest = ''): string => `/intelligence/enquiries/${enquiry.id}${rest}`;

test('7. operations ask for relevance; the unit sees the subjects and what is known, and keeps a sensitive schedule', async () => {
  const ask = { about: 'Deposits taken', subjects: [{ kind: 'phone', label: '07700 900777', more: '' }] };
  expect(await refused(tess, at('/enquiries'), { ...ask, subjects: 'alien: Zog' })).toContain(
    'Begin each line with one of these',
  );
  file = await made<File>(tess, at('/enquiries'), ask);
  expect(file.enquiries).toMatchObject([{ askedOn: '2026-11-20', consideredOn: null }]);
  expect(await refused(tess, at('/enquiries'), ask)).toContain('has not considered it yet');
  const { enquiries } = await look<{ enquiries: Enquiry[] }>(morag, '/intelligence/enquiries');
  const mine = enquiries.find(({ fileReference }) => fileReference === file.reference);
  enquiry = await look<Enquiry>(morag, `/intelligence/enquiries/${mine?.id}`);
  expect(enquiry.matches[0]?.items).toHaveLength(1);
  expect((await page(morag, '/home')).text).toContain('enquiries to answer');
  const line = {
    ...{ itemReference: enquiry.matches[0]?.items[0]?.reference, words: 'An anonymous report' },
    ...{ ground: 'source', reason: 'Points to the neighbour' },
  };
  await made('imran.intel', unitPath('/lines'), { ...line, test: 'unsure' });
  const nothing = { answer: 'nothing', reason: 'Nothing meets the test' };
  await refused('imran.intel', unitPath('/answer'), nothing, 403);
  expect(await refused(morag, unitPath('/answer'), nothing)).toContain(
    'the prosecutor looks at it, not the unit',
  );
  const unnamed = { answer: 'prosecutor', reason: 'For review' };
  expect(await refused(morag, unitPath('/answer'), unnamed)).toContain('who of the prosecutor is told');
  const answer = { ...unnamed, prosecutor: 'Reviewing lawyer, Moorland' };
  expect((await done<Enquiry>(morag, unitPath('/answer'), answer)).answer).toBe('prosecutor');
  await refused(morag, unitPath('/answer'), answer, 409);
  const schedule = await page(morag, unitPath('/schedule/pdf'));
  expect([schedule.status, schedule.contentType]).toEqual([200, 'application/pdf']);
  expect((await page(tess, unitPath('/schedule/pdf'))).status).toBe(403);
});

test('7. ✘ what comes back is one sentence on the day of the round: no text, no answer, no hour', async () => {
  const answered = await look<File>(tess, at());
  expect(answered.enquiries).toEqual(file.enquiries);
  const round = file.enquiries[0]?.answersOn ?? '';
  // The seeded enquiry of another file is due in the same round and has no answer: none crosses.
  clock.set(`${round}T06:05:00Z`);
  await perform('answer-enquiries');
  const waiting = await look<File>(tess, at());
  expect(waiting.enquiries[0]?.consideredOn).toBeNull();
  const { enquiries } = await look<{ enquiries: Enquiry[] }>(morag, '/intelligence/enquiries');
  for (const { id, purpose } of enquiries.filter((one) => one.answer === null)) {
    // What the unit watches for stands on the schedule before anything is answered.
    const { holdings } = await look<{ holdings: { code: string }[] }>(morag, `/intelligence/enquiries/${id}`);
    const why =
      purpose === 'disclosure'
        ? { test: 'neither', ground: 'method' }
        : { test: 'withhold', ground: 'sch2-crime' };
    for (const { code } of holdings)
      await made(morag, `/intelligence/enquiries/${id}/lines`, {
        ...{ holding: code, words: 'A watch', reason: 'It would be known what is watched for' },
        ...why,
      });
    await done(morag, `/intelligence/enquiries/${id}/answer`, {
      answer: purpose === 'disclosure' ? 'nothing' : 'nothing-given',
      reason: 'Nothing is held',
    });
  }
  const next = waiting.enquiries[0]?.answersOn ?? '';
  expect(next > round).toBe(true);
  clock.set(`${next}T06:05:00Z`);
  await perform('answer-enquiries');
  const shown = (await page(tess, at())).text;
  expect(shown).toContain('Considered by the intelligence unit.');
  for (const hidden of [
    'anonymous',
    'neighbour',
    'Reviewing lawyer',
    'unsure',
    'Dave Slate',
    'prosecutor:',
    'I-',
  ])
    expect(shown.includes(hidden) && hidden, hidden).toBe(false);
  // The file whose enquiry held nothing reads the same words on the same day.
  const [ended] = await sql<{ id: string }>(
    "select id from court.prosecution where reference = 'PF-SAMP-002'",
  );
  const other = (await page('olu.officer', `/prosecutions/${ended?.id}`)).text ?? '';
  const sentence = /<time[^>]*>[^<]*<\/time>: (Considered[^<]*)/;
  expect(sentence.exec(other)?.[0]).toBe(sentence.exec(shown)?.[0]);
  // Searching finds no enquiry, no line of its schedule and nothing of the source, for whoever asked least of all.
  for (const words of [file.enquiries[0]?.reference, 'Reviewing lawyer', 'Dave Slate'])
    expect((await page(tess, `/search?q=${encodeURIComponent(words ?? '')}`)).text, words).toContain(
      'Nothing found that you',
    );
  const columns = await sql(
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
  const more = await tried(tess, at('/outcome'), { ...outcome, convictions: 3 });
  expect(more.text).toContain('No more can be convicted than there were defendants');
  expect(await refused(tess, at('/outcome'), { ...outcome, result: 'acquitted' })).toContain('enter 0');
  file = await made<File>(tess, at('/outcome'), outcome);
  expect(file.outcome).toMatchObject({ result: 'convicted', confiscationPence: 3_600_000 });
  await refused(tess, at('/outcome'), outcome, 409);
  const back = await look<{ outcomes: { result: string; words: string }[] }>(
    morag,
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
  const { outcomes } = await look<{ outcomes: Ended[] }>(sadia, '/outcomes');
  const mine = outcomes.find(({ courtName }) => courtName === 'Quillmoor Crown Court');
  const path = `/outcomes/${mine?.id}`;
  const victims = await sql<{ id: string; reference: string }>(
    `select f.id, f.reference from safeguarding.victim_file f join directory.agency a on a.id = f.agency_id where a.code = 'MCC'
     and f.joined_into is null order by f.reference limit 2`,
  );
  expect(await refused(sadia, `${path}/victims`, { reference: 'V-NONE-000' })).toContain(
    'no file with this reference',
  );
  for (const { reference } of victims) await made(sadia, `${path}/victims`, { reference });
  const [first] = victims;
  await sql(
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
    expect(await refused(sadia, `${path}/victims/${first?.id}`, { channel })).toContain(words);
  await done(sadia, `${path}/victims/${first?.id}`, { channel: 'call' });
  await refused(sadia, `${path}/victims/${first?.id}`, { channel: 'call' }, 409);
  const seen = await look<File>(tess, at());
  expect(seen.told).toEqual({ told: 1, of: victims.length });
  const shown = (await page(tess, at())).text;
  expect(shown).toContain(`1 of ${victims.length}`);
  for (const { reference } of victims) expect(shown).not.toContain(reference);
  for (const name of [tess, morag, 'aled.auditor']) expect((await page(name, path)).status, name).toBe(403);
  const log = await sql<{ event: string }>(
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
    words: 'A man takes deposits for roofs and does not return.',
    ...{ advice: 'Pay nothing before the work.', trades: ['roofing'] },
  };
  const draft = (change: object) => tried(tess, '/alert-drafts', { ...warning, ...change });
  expect((await draft({ words: 'He rings from 07700 900777.' })).text).toContain('points to somebody');
  expect((await draft({ source: 'PF-NONE-000' })).text).toContain(
    'a prosecution of your service that has ended',
  );
  const fresh = await made<{ id: string; status: string; version: number }>(tess, '/alert-drafts', warning);
  const [pack] = await sql<{ reference: string }>(
    'select reference from dissemination.package where id = $1',
    [packageId],
  );
  expect((await draft({ source: pack?.reference, title: 'From the package' })).status).toBe(201);
  const outside = async () =>
    (await days.world.nobody.get('/alerts')).text +
    (await days.world.nobody.get('/checked-traders?trade=roofing')).text;
  expect(await outside()).not.toContain('Roofers who take deposits');
  const step = (name: string, action: string, version: number) =>
    tried(name, `/alert-drafts/${fresh.id}/steps/${action}`, { version });
  expect((await step(tess, 'publish', 1)).status).toBe(403);
  expect(
    await refused('cora.comms', `/alert-drafts/${fresh.id}/reach`, {
      channel: 'e-mail',
      onDay: clock.today(),
    }),
  ).toContain('not published yet');
  expect((await page('cora.comms', `/alert-drafts/${fresh.id}`)).text).not.toContain(file.reference);
  expect((await step('cora.comms', 'publish', 1)).status).toBe(200);
  expect((await step('cora.comms', 'publish', 1)).status).toBe(409);
  expect((await outside()).split('Roofers who take deposits')).toHaveLength(3);
  const reach = { channel: 'e-mail', onDay: clock.today(), sent: 1000, opened: 570, reached: 1000 };
  expect(
    await refused('cora.comms', `/alert-drafts/${fresh.id}/reach`, { ...reach, opened: 1001 }),
  ).toContain('No more can be opened');
  await made('cora.comms', `/alert-drafts/${fresh.id}/reach`, reach);
  expect((await page('cora.comms', `/alert-drafts/${fresh.id}`)).text).toContain(
    '570 of 1,000 opened (57.0%)',
  );
  const figures = await look<{ figures: { code: string; now: { words: string } }[] }>(
    tess,
    `/figures?from=2026-11-01&to=${clock.today()}`,
  );
  expect(figures.figures.find(({ code }) => code === 'C-01')?.now.words).toBe('1,000');
  // What was posted has no opening: the rate is of e-mails alone.
  await made('cora.comms', `/alert-drafts/${fresh.id}/reach`, { ...reach, channel: 'post', opened: 0 });
  const later = await look<typeof figures>(tess, `/figures?from=2026-11-01&to=${clock.today()}`);
  expect(later.figures.find(({ code }) => code === 'C-01c')?.now.words).toBe('570 of 1,000 (57.0%)');
  expect((await step('cora.comms', 'withdraw', 2)).status).toBe(200);
  expect(await outside()).not.toContain('Roofers who take deposits');
});

test('10. figures move: E-07 for the service that brought it, I-06 for the unit; the product has its group and review day', async () => {
  interface Figures {
    figures: { code: string; now: { words: string } }[];
  }
  const span = `/figures?from=2026-11-01&to=${clock.today()}`;
  const of = async (name: string): Promise<ReadonlyMap<string, string>> =>
    new Map((await look<Figures>(name, span)).figures.map(({ code, now }) => [code, now.words]));
  const hers = await of(tess);
  expect(['E-07', 'E-07a', 'E-07b', 'E-07c', 'E-07d', 'E-07e'].map((code) => hers.get(code))).toEqual([
    '1',
    '1 of 1 (100.0%)',
    '2',
    '1',
    '£1,200.50',
    '£36,000.00',
  ]);
  expect((await of('callum.safety')).get('E-07')).toBe('0');
  const records = await page(tess, `/figures/E-07/records?period=2026-11`);
  expect(records.text).toContain(`/prosecutions/${file.id}`);
  // The schedule that was refused above is counted; a second try makes two, and nobody is named.
  expect((await of(morag)).get('I-06')).toBe('1');
  expect((await page(tess, '/intelligence')).status).toBe(403);
  const counted = await of(morag);
  expect(counted.get('I-06')).toBe('2');
  const refusals = (await page(morag, '/figures/I-06/records?period=2026-12')).text;
  expect(refusals).toContain('Refused to OPS');
  expect(refusals).not.toContain('Tess');
  // A product under a condition whose day of review has passed is overdue.
  await sql("update intelligence.draft set review_on = '2026-11-25' where reference = 'PK-SAMP-001'");
  expect((await of(morag)).get('I-06a')).toBe('1');
  expect(hers.has('I-06')).toBe(false);
  const path = `/intelligence/packages/${packageId}`;
  const product = await look<{ version: number; retentionGroup: number; reviewOn: string }>(morag, path);
  expect(product).toMatchObject({ retentionGroup: 4, reviewOn: '2032-11-20' });
  expect((await page(morag, path)).text).toContain('Used – result');
  const review = { version: product.version, group: 3, words: 'Still needed' };
  expect(await refused(morag, `${path}/review`, { ...review, nextOn: '2040-01-01' })).toContain(
    'The next review is after today',
  );
  await refused('imran.intel', `${path}/review`, review, 403);
  const reviewed = await done<{ retentionGroup: number; reviewOn: string }>(morag, `${path}/review`, {
    ...review,
    nextOn: '2027-01-01',
  });
  expect(reviewed).toMatchObject({ retentionGroup: 3, reviewOn: '2027-01-01' });
});

test('an insider with the connection of operations, or of another side, finds nothing of it', async () => {
  const countAs = async (name: string, table: string): Promise<number | 'refused'> => {
    const viewer = (await as(name)).viewer;
    if (viewer.kind !== 'officer') throw new Error(name);
    try {
      return await days.world.app.databases.inTransaction(viewer.side, viewer, async (db) => {
        const { rows } = await query<{
          n: number;
        }>`select count(*)::int as n from ${query.table(table)}`.execute(db);
        return rows[0]?.n ?? 0;
      });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === '42501') return 'refused';
      throw error;
    }
  };
  for (const table of ['enquiry', 'enquiry_line', 'enquiry_document'])
    for (const name of [tess, sadia, 'aled.auditor'])
      expect([name, table, await countAs(name, `intelligence.${table}`)]).toEqual([name, table, 'refused']);
  for (const table of ['enquiry_subject', 'enquiry_text'])
    expect(await countAs(tess, `dissemination.${table}`)).toBe('refused');
  expect(await countAs(tess, 'dissemination.enquiry')).toBe(1);
  expect(await countAs('edmund.health', 'dissemination.enquiry')).toBe(0);
  for (const table of ['prosecution', 'item', 'continuity', 'prosecution_document', 'outcome'])
    expect([table, await countAs('callum.safety', `court.${table}`)]).toEqual([table, 0]);
  expect(await countAs(tess, 'court.telling')).toBe('refused');
  for (const table of ['prosecution', 'item']) expect(await countAs(sadia, `court.${table}`)).toBe('refused');
  // Who approves a warning does not read what it was made from; a board member reads no request for somebody's data.
  expect([
    await countAs(tess, 'court.alert_source'),
    await countAs('cora.comms', 'court.alert_source'),
  ]).toEqual([2, 0]);
  expect(await countAs('bea.board', 'governance.access')).toBe(0);
  // Nobody asks the unit about another service's file, past all code either.
  const edmund = (await as('edmund.health')).viewer;
  if (edmund.kind !== 'officer') throw new Error('Edmund is an officer.');
  const given = {
    ...{ id: file.id, fileId: file.id, serviceId: edmund.serviceIds[0], subjects: [], reference: 'EN-X' },
    about: 'X',
  };
  const inquired = await days.world.app.databases.inTransaction('OPS', edmund, async (db) =>
    query<{
      done: boolean;
    }>`select dissemination.ask_enquiry(${JSON.stringify(given)}::jsonb, '2026-12-10', '2026-12-17') as done`.execute(
      db,
    ),
  );
  expect(inquired.rows).toEqual([{ done: false }]);
});
