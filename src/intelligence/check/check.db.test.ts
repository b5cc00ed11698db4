import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { performQueued } from '../../../test/support/jobs.ts';
import { journey } from '../../../test/support/journey.ts';
import { companiesHouseRegister } from './companies-house.ts';

/** What the unit asks outside, by `/api/v1`: companies by themselves, from a made-up register; everything else by hand. */
const days = journey('checks', '2026-11-20T10:00:00Z');
const { asked, clock, done, look, made, page, refused, saidOn, sql } = days;
const [anya, imran, morag] = ['anya.analyst', 'imran.intel', 'morag.manager'];
const checks = '/intelligence/checks';

interface Check {
  id: string;
  state: string;
  outcome: string | null;
  version: number;
  fault: string | null;
  document: { name: string; office: string; officers: { name: string }[]; officerCount: number } | null;
  before: { id: string }[];
}
let register: Server;
let port = 0;
/** What the register was asked, and with which key. */
let heard: { path: string; key: string }[] = [];
let answers: Record<string, { status: number; body?: unknown }> = {};
const outside = (key = 'right') => companiesHouseRegister(key, `http://127.0.0.1:${port}`);
const work = (key?: string) => performQueued(days.world, clock, undefined, outside(key));

beforeAll(async () => {
  register = createServer((request, reply) => {
    const key = Buffer.from(request.headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString();
    heard.push({ path: request.url ?? '', key });
    const found = key === 'right:' ? answers[request.url?.split('?')[0] ?? ''] : { status: 401 };
    reply.writeHead(found?.status ?? 404, { 'content-type': 'application/json' });
    reply.end(JSON.stringify(found?.body ?? { errors: [{ error: 'company-profile-not-found' }] }));
  });
  await new Promise<void>((resolve) => register.listen(0, '127.0.0.1', resolve));
  const address = register.address();
  port = typeof address === 'object' && address ? address.port : 0;
  await sql('delete from graphile_worker._private_jobs');
});
afterAll(() => new Promise((resolve) => register.close(resolve)));

const company = {
  ...{ company_name: 'ROD ROOFING LTD', company_number: '01234567', company_status: 'active', type: 'ltd' },
  ...{ date_of_creation: '2019-05-01', sic_codes: ['43910'], has_insolvency_history: false },
  registered_office_address: {
    premises: '4',
    address_line_1: 'Mill Lane',
    locality: 'Moorby',
    postal_code: 'QM1 1AA',
  },
  ...{ accounts: { overdue: true }, links: { self: '/company/01234567' } },
};
const officers = {
  items: [
    {
      name: 'ROOFER, Rod',
      officer_role: 'director',
      appointed_on: '2019-05-01',
      date_of_birth: { year: 1980 },
    },
  ],
  total_results: 1,
};
const question = { source: 'companies-house', purpose: 'crime', reason: 'Named by two victims' };
const ask = async (who: string, more: object) =>
  (await made<{ id: string }>(who, checks, { ...question, ...more })).id;
const open = (id: string) => look<Check>(anya, `${checks}/${id}`);

test('a company is asked by its number in its one form, and what the register says is kept as far as it is shown', async () => {
  answers = {
    '/company/01234567': { status: 200, body: company },
    '/company/01234567/officers': { status: 200, body: officers },
  };
  expect(await refused(anya, checks, { ...question, subjectWords: 'Rod Roofing' })).toContain(
    'the company’s number',
  );
  const id = await ask(anya, { subjectWords: '1234567' });
  expect((await open(id)).state).toBe('asked');
  expect(await work()).toEqual(['carry-check']);
  const check = await open(id);
  expect([check.state, check.outcome]).toEqual(['answered', 'found']);
  expect(check.document).toMatchObject({
    ...{ name: 'ROD ROOFING LTD', office: '4, Mill Lane, Moorby, QM1 1AA', officerCount: 1 },
    officers: [{ name: 'ROOFER, Rod', role: 'director', from: '2019-05-01', until: '' }],
  });
  // The number left and nothing else; what is not shown is not kept.
  expect(heard.map(({ path }) => path)).toEqual([
    '/company/01234567',
    '/company/01234567/officers?items_per_page=100',
  ]);
  expect(JSON.stringify(check.document)).not.toMatch(/overdue|1980/);
  expect(
    await refused(imran, `${checks}/${id}/result`, { version: check.version, outcome: 'nothing' }, 409),
  ).toContain('What was answered stays');
});

test('a company that is not there is an answer; of the same, what was asked before stands beside', async () => {
  const id = await ask(anya, { subjectWords: 'SC123' });
  await work();
  expect([(await open(id)).outcome, (await open(id)).document]).toEqual(['nothing', null]);
  const again = await ask(imran, { subjectWords: 'sc000123' });
  expect((await open(again)).before.map((one) => one.id)).toEqual([id]);
  await work();
});

test('a register that is busy is asked again later, and at last by hand; nothing is lost', async () => {
  answers = { '/company/07654321': { status: 503 } };
  const id = await ask(anya, { subjectWords: '07654321' });
  for (let tries = 1; tries <= 4; tries += 1) {
    expect(await work()).toEqual(['carry-check']);
    expect(await open(id)).toMatchObject({ state: 'asked', fault: 'answered 503' });
  }
  expect(await work()).toEqual(['carry-check']);
  const failed = await open(id);
  expect(failed.state).toBe('failed');
  expect(await work()).toEqual([]);
  expect(
    await refused(anya, `${checks}/${id}/result`, {
      version: failed.version,
      outcome: 'found',
      resultWords: '',
    }),
  ).toContain('Say what is held');
  const body = { version: failed.version, outcome: 'found', resultWords: 'Dissolved in 2024' };
  await done(anya, `${checks}/${id}/result`, body);
  expect((await open(id)).state).toBe('answered');
});

test('a wrong key, and no connection at all, are said at once and tried no more', async () => {
  const id = await ask(anya, { subjectWords: '00000001' });
  await work('wrong');
  expect(await open(id)).toMatchObject({ state: 'failed', fault: 'the key was refused' });
  const other = await ask(anya, { subjectWords: '00000002' });
  heard = [];
  await performQueued(days.world, clock);
  expect(await open(other)).toMatchObject({ state: 'failed', fault: 'not connected' });
  expect(heard).toEqual([]);
});

test('an answer of another shape is no answer', async () => {
  answers = { '/company/00000003': { status: 200, body: { hello: 'there' } } };
  const id = await ask(anya, { subjectWords: '00000003' });
  await work();
  expect((await open(id)).fault).toContain('promised shape');
});

test('what the register says is held against what was asked: another company, a page that is not there and a flood are no answer', async () => {
  const asking = async (number: string, status: number, body: unknown) => {
    answers = { [`/company/${number}`]: { status, body } };
    const id = await ask(anya, { subjectWords: number });
    await work();
    const { state, fault } = await open(id);
    return [state, fault];
  };
  expect(await asking('00000004', 200, company)).toEqual(['failed', 'answered about another company']);
  // A wrong address answers 404 as well: that nothing is held is said by the register alone.
  expect(await asking('00000005', 404, { message: 'no Route matched' })).toEqual(['failed', 'answered 404']);
  const flood = { ...company, company_number: '00000006', links: { self: 'x'.repeat(3_000_000) } };
  expect(await asking('00000006', 200, flood)).toEqual(['failed', 'an answer that is too large']);
  const odd = {
    ...company,
    company_number: '00000007',
    company_name: 'ROD \u0000 LTD',
    date_of_creation: 'soon',
  };
  expect(await asking('00000007', 200, odd)).toEqual(['answered', null]);
  const [shown] = await sql<{ id: string }>(
    "select id from intelligence.external_check where subject_words = '00000007'",
  );
  expect((await page(anya, `/intelligence/checks/${shown?.id}`)).status).toBe(200);
});

test('a question that never came back is answered by hand a day later', async () => {
  const id = await ask(anya, { subjectWords: '00000008' });
  await sql('delete from graphile_worker._private_jobs');
  const body = { version: 1, outcome: 'nothing', resultWords: '' };
  const answer = `${checks}/${id}/result`;
  expect(await refused(anya, answer, body, 409)).toContain('being asked');
  const now = clock.now();
  clock.set(new Date(now.getTime() + 25 * 3_600_000).toISOString());
  await done(anya, answer, body);
  expect((await open(id)).outcome).toBe('nothing');
  clock.set(now.toISOString());
});

test('police records are asked by those alone whom the manager let, for a purpose that they take', async () => {
  const pnc = {
    source: 'pnc',
    purpose: 'officer-safety',
    subjectWords: 'Rod Roofer 1980',
    reason: 'A visit tomorrow',
  };
  expect(await refused(anya, checks, pnc, 403)).toContain('vetting and training come first');
  const grant = {
    ...{ officerId: (await days.idsOf(anya)).officer, source: 'pnc', vettingWords: 'Level 3, to 2028' },
    ...{ trainedOn: '2026-09-01', untilOn: '2026-12-31' },
  };
  await refused(anya, `${checks}/who`, grant, 403);
  expect(
    await refused(morag, `${checks}/who`, { ...grant, officerId: (await days.idsOf(morag)).officer }),
  ).toContain('Somebody else decides');
  expect(await refused(morag, `${checks}/who`, { ...grant, untilOn: '2028-01-01' })).toContain(
    'within a year',
  );
  expect(
    await refused(morag, `${checks}/who`, { ...grant, officerId: (await days.idsOf('olu.officer')).officer }),
  ).toContain('an officer of the unit');
  await made(morag, `${checks}/who`, grant);
  expect(await refused(anya, checks, { ...pnc, purpose: 'tracing' })).toContain('takes:');
  const id = await ask(anya, pnc);
  // Nothing is put into the queue: somebody asks by hand.
  expect(await work()).toEqual([]);
  const { version } = await open(id);
  await done(anya, `${checks}/${id}/result`, { version, outcome: 'nothing' });
  expect(await open(id)).toMatchObject({ state: 'answered', outcome: 'nothing' });
  const [row] = await sql<{ detail: unknown; event: string }>(
    "select event, detail from platform.audit_entry where record_id = $1 and event = 'external-check.asked'",
    [id],
  );
  expect(row?.detail).toMatchObject({ source: 'pnc', purpose: 'officer-safety' });
});

test('it ends on its day, or when the manager says so', async () => {
  clock.set('2027-01-01T09:00:00Z');
  const pnc = { source: 'pnc', purpose: 'crime', subjectWords: 'Kit Keeper', reason: 'Drives for the group' };
  expect(await refused(anya, checks, pnc, 403)).toContain('vetting and training');
  const grant = {
    ...{
      officerId: (await days.idsOf(anya)).officer,
      source: 'pnc',
      vettingWords: 'Level 3',
      trainedOn: '2026-09-01',
    },
    untilOn: '2027-06-30',
  };
  const { id } = await made<{ id: string }>(morag, `${checks}/who`, grant);
  expect(await refused(morag, `${checks}/who`, grant)).toContain('already');
  await ask(anya, pnc);
  await done(morag, `${checks}/who/${id}/end`, { endWhy: 'Changed teams' });
  expect(await refused(anya, checks, pnc, 403)).toContain('vetting and training');
});

test('nobody outside the unit learns of a check; the worker has three functions and no table; an answer stands', async () => {
  const list = await look<{ checks: Check[] }>(anya, checks);
  for (const who of ['tess.trading', 'priya.police', 'aled.auditor'])
    expect((await asked(who, `${checks}/${list.checks[0]?.id}`)).status).toBe(403);
  const elsewhere = { agency: (await days.idsOf('callum.safety')).agency, login: 'bailiwick_intel' } as const;
  expect(await saidOn(elsewhere, 'select 1 from intelligence.external_check')).toBe(0);
  expect(await saidOn({ login: 'bailiwick_worker' }, 'select 1 from intelligence.external_check')).toMatch(
    /permission denied/,
  );
  const own = { agency: (await days.idsOf(imran)).agency, login: 'bailiwick_intel' } as const;
  expect(
    await saidOn(
      own,
      "update intelligence.external_check set result_words = 'Nothing' where state = 'answered'",
    ),
  ).toMatch(/stays as it is/);
  expect(await saidOn(own, "update intelligence.external_check set reason = 'Another'")).toMatch(
    /permission denied/,
  );
  expect(await saidOn(own, 'select dissemination.question_to_carry(gen_random_uuid())')).toMatch(
    /permission denied/,
  );
});
