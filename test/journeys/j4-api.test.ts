import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { performQueued, performScheduled } from '../support/jobs.ts';
import { movableClock, openWorld, type Visitor, type World } from '../support/world.ts';

// The journey of j4.test.ts by the API alone, each person with a session's token.
const clock = movableClock();
let world: World;
let where: { lon: number; lat: number };
const at = { case: '', meeting: '', next: '', task: '', refused: '', penalty: '' };

/** What the answers have that the journey goes on with; each field is the declaration's own. */
interface Shown {
  id: string;
  reference: string;
  phrase: string;
  version: number;
  status: string;
  caseId: string;
  meetingId: string;
  taskId: string;
  nextMeetingId: string;
  earlyPence: number;
  routedBy: string;
  serviceName: string;
  agenda: { key: string; title: string; taskId: string | null; status: string | null }[];
  figures: { measure: string; counted: number | null }[];
  returns: { isLate: boolean; status: string }[];
  reports: Shown[];
  flags: { id: string; status: string; words: string }[];
  records: unknown[];
  next: string | null;
  code: string;
  gaps: { issueType: string | null; times: number }[];
  preview: { serviceName?: string } | null;
  now: { value: number; denominator?: number };
  measures: { code: string; name: string; total: number; byArea: Record<string, number | null> }[];
}

const call = async (who: Visitor, method: 'GET' | 'POST', path: string, body?: unknown): Promise<Shown> => {
  const answer = await who.api(method, `/api/v1${path}`, body);
  expect(answer.status, `${method} ${path}: ${answer.text}`).toBeLessThan(300);
  // The answer has passed the declaration's output schema.
  return answer.json as Shown;
};
const refused = async (who: Visitor, path: string, body: unknown): Promise<string> => {
  const answer = await who.api('POST', `/api/v1${path}`, body);
  expect(answer.status, answer.text).toBe(422);
  return answer.text;
};
const service = async (code: string): Promise<string> => {
  const [row] = await world.sql<{ id: string }>('select id from directory.service where code = $1', [code]);
  return row?.id ?? '';
};
const reportOf = async (who: Visitor, reference: string): Promise<Shown> => {
  const { reports } = await call(who, 'GET', '/reports');
  const found = reports.find((report) => report.reference === reference);
  if (!found) throw new Error(`${reference} is not in the list.`);
  return found;
};
const reported = (description: string): Promise<Shown> =>
  call(world.nobody, 'POST', '/reports', {
    issueType: 'fly-tipping',
    description,
    ...where,
    landOwner: 'public',
    placeWords: 'Beside the play area, Tansy Rise',
  });

beforeAll(async () => {
  world = await openWorld({ name: 'j4api', clock });
  const [row] = await world.sql<{ lon: number; lat: number }>(
    "select lon, lat from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode desc limit 1",
  );
  if (!row) throw new Error('no postcode');
  where = row;
});
afterAll(() => world.close());

describe('J4 by the API alone', () => {
  test('reported, routed by rule, handled, and read by the reporter', async () => {
    const olu = await world.as('olu.officer');
    for (const [day, words] of [
      ['2026-11-20', 'Rubbish dumped, drug litter near play area'],
      ['2026-11-24', 'Rubbish dumped there again'],
    ]) {
      clock.set(`${day}T10:00:00Z`);
      const officer = day === '2026-11-20' ? olu : await world.as('olu.officer');
      const sent = await reported(words ?? '');
      const report = await reportOf(officer, sent.reference);
      expect(report).toMatchObject({ routedBy: 'rule', serviceName: 'Environmental Services' });
      expect(await performQueued(world, clock)).toContain('tell-service');
      const started = await call(officer, 'POST', `/reports/${report.id}/start`, { version: report.version });
      await call(officer, 'POST', `/reports/${report.id}/close`, {
        version: started.version,
        outcome: 'solved',
        outcomeWords: 'Cleared.',
      });
      const back = await call(world.nobody, 'POST', '/track', {
        reference: sent.reference,
        phrase: sent.phrase,
      });
      expect(JSON.stringify(back)).toContain('Cleared.');
    }
  });

  test('what fits nothing goes to the inbox as a gap, and the rule that settles it is tried out', async () => {
    const feud = await call(world.nobody, 'POST', '/reports', {
      issueType: 'something-else',
      description: 'Feud over drains',
      ...where,
    });
    const callum = await world.as('callum.safety');
    const report = await reportOf(callum, feud.reference);
    expect(report).toMatchObject({ routedBy: 'fallback', serviceName: 'Community Safety' });
    const { version } = await call(callum, 'POST', `/reports/${report.id}/start`, {
      version: report.version,
    });
    await call(callum, 'POST', `/reports/${report.id}/close`, {
      version,
      outcome: 'advice-given',
      outcomeWords: 'Shared drains are for the water company.',
    });
    const dana = await world.as('dana.directory');
    const { gaps } = await call(dana, 'GET', '/directory/gaps');
    expect(gaps.map((gap) => gap.issueType)).toContain('something-else');
    const { code } = await call(dana, 'POST', '/directory/issue-types', {
      name: 'Feud over drains',
      groupName: 'Neighbours',
      words: 'feud over drains\nshared drains',
      targetWorkingDays: 5,
      flags: 'isActive',
      reason: 'A gap: nobody was down for it',
    });
    const rule = {
      serviceId: await service('WEND-EH'),
      landOwner: 'any',
      applies: 'always',
      startsOn: clock.today(),
      reason: 'They hold the drainage powers',
    };
    // Changing the directory is its administrator's alone.
    const tried = await callum.api('POST', `/api/v1/directory/issue-types/${code}/rules`, rule);
    expect(tried.status).toBe(403);
    await call(dana, 'POST', `/directory/issue-types/${code}/rules`, rule);
    const [there] = await world.sql<{ postcode: string }>(
      'select postcode from directory.postcode where lon = $1 and lat = $2 limit 1',
      [where.lon, where.lat],
    );
    const asked = new URLSearchParams({
      words: 'Feud over drains with next door',
      postcode: there?.postcode ?? '',
    });
    const { preview } = await call(callum, 'GET', `/directory/preview?${asked}`);
    expect(JSON.stringify(preview)).toMatch(/Environmental (Health|Protection)/);
    const again = await call(world.nobody, 'POST', '/reports', {
      issueType: code,
      description: 'The drains again',
      ...where,
    });
    expect(again.serviceName).toMatch(/Environmental (Health|Protection)/);
  });

  test('the third is escalated with its history on the next agenda', async () => {
    clock.set('2026-11-27T10:00:00Z');
    const olu = await world.as('olu.officer');
    const report = await reportOf(olu, (await reported('And again')).reference);
    const done = await call(olu, 'POST', `/reports/${report.id}/escalate`, {
      version: report.version,
      rule: 'failed-before',
      title: 'Tipping by the play area',
      summary: 'Cleared twice, and back.',
      otherServiceIds: await Promise.all(['WEND-JET', 'WEND-LIC', 'MPOL-SNT1'].map(service)),
    });
    Object.assign(at, { case: done.caseId, meeting: done.meetingId });
    const agenda = (await call(await world.as('callum.safety'), 'GET', `/meetings/${at.meeting}`)).agenda;
    expect(agenda.map((entry) => entry.title)).toContain('Tipping by the play area');
    const [history] = await world.sql<{ n: number }>(
      'select count(*)::int as n from intake.report where case_id = $1',
      [at.case],
    );
    expect(history?.n).toBe(3);
  });

  test('✘ a case about a household is on the agenda for its own services and nobody else', async () => {
    const olu = await world.as('olu.officer');
    const report = await reportOf(
      olu,
      (await reported('One household tips its bags over the wall')).reference,
    );
    const { caseId } = await call(olu, 'POST', `/reports/${report.id}/escalate`, {
      version: report.version,
      rule: 'not-solved',
      title: 'The household by the wall',
      summary: 'Bags over the wall.',
      isPersonal: true,
      otherServiceIds: [await service('WEND-CS')],
    });
    const titles = async (who: string) =>
      (await call(await world.as(who), 'GET', `/meetings/${at.meeting}`)).agenda.map((entry) => entry.title);
    expect(await titles('olu.officer')).toContain('The household by the wall');
    for (const who of ['priya.police', 'edmund.health']) {
      const seen = await titles(who);
      expect(seen).toContain('Tipping by the play area');
      expect(seen, who).not.toContain('The household by the wall');
      const other = await world.as(who);
      const hidden = await other.api('GET', `/api/v1/cases/${caseId}`);
      const unknown = await other.api('GET', '/api/v1/cases/5a3b1e00-0000-4000-8000-0000000000ff');
      expect([hidden.status, hidden.text]).toEqual([404, unknown.text]);
    }
  });

  test('every service has an open return and is chased at 7, 3 and 1 days, once each', async () => {
    const callum = await world.as('callum.safety');
    const { returns } = await call(callum, 'GET', `/meetings/${at.meeting}`);
    expect(returns.length).toBeGreaterThan(3);
    expect(returns.every((line) => line.status === 'open')).toBe(true);
    for (const day of ['2026-12-08', '2026-12-12', '2026-12-14']) {
      clock.set(`${day}T05:30:00Z`);
      await performScheduled(world, clock, 'chase-returns');
      await performScheduled(world, clock, 'chase-returns');
      const [sent] = await world.sql<{ n: number }>(
        "select count(*)::int as n from platform.outbox where reason = 'return due' and record_id::text = $1 and queued_at = $2",
        [at.meeting, clock.now()],
      );
      expect(sent?.n, day).toBe(returns.length);
    }
  });

  test('returns are prefilled, submitted, and late ones stand on the agenda', async () => {
    clock.set('2026-12-16T10:00:00Z');
    const joss = await world.as('joss.jet');
    const path = `/meetings/${at.meeting}/returns/${await service('WEND-JET')}`;
    const open = await call(joss, 'GET', path);
    expect(open.figures.every((figure) => typeof figure.counted === 'number')).toBe(true);
    await call(joss, 'POST', path, { version: open.version, comment: 'A quiet month.' });
    const { returns } = await call(joss, 'GET', `/meetings/${at.meeting}`);
    expect(returns.filter((line) => line.status === 'submitted')).toHaveLength(1);
    expect(returns.every((line) => line.isLate)).toBe(true);
  });

  test('the group decides, an agency refuses, the task is set again, done, and back on the next agenda', async () => {
    clock.set('2026-12-22T10:00:00Z');
    const callum = await world.as('callum.safety');
    const meeting = await call(callum, 'GET', `/meetings/${at.meeting}`);
    const started = await call(callum, 'POST', `/meetings/${at.meeting}/open`, { version: meeting.version });
    await call(callum, 'POST', `/meetings/${at.meeting}/present`, {
      serviceIds: [await service('WEND-CS'), await service('WEND-JET')],
    });
    expect(meeting.agenda.map((entry) => entry.title)).toContain('Joint enforcement');
    const itemKey = meeting.agenda.find((entry) => entry.title === 'Tipping by the play area')?.key;
    const set = async (title: string, code: string) =>
      (
        await call(callum, 'POST', `/meetings/${at.meeting}/decisions`, {
          itemKey,
          words: 'Agreed',
          title,
          expected: 'A note',
          serviceId: await service(code),
        })
      ).taskId;
    at.task = await set('Watch the play area', 'WEND-JET');
    at.refused = await set('Speak to the tenant', 'MPOL-SNT1');
    const unanswered = await set('Review the licence', 'WEND-LIC');
    const priya = await world.as('priya.police');
    await refused(priya, `/tasks/${at.refused}/refuse`, { version: 1, reason: '' });
    await call(priya, 'POST', `/tasks/${at.refused}/refuse`, { version: 1, reason: 'Not our tenancy' });
    await call(callum, 'POST', `/tasks/${at.refused}/set-again`, {
      version: 2,
      serviceId: await service('WEND-JET'),
      dueOn: '2027-01-20',
    });
    const closed = await call(callum, 'POST', `/meetings/${at.meeting}/close`, { version: started.version });
    at.next = closed.nextMeetingId;
    const minutes = await callum.api('GET', `/api/v1/meetings/${at.meeting}/minutes`);
    expect(minutes.json).toMatchObject({ isFrozen: true });
    for (const said of ['Tipping by the play area', 'Watch the play area'])
      expect(minutes.text).toContain(said);
    clock.set('2027-01-12T10:00:00Z');
    const joss = await world.as('joss.jet');
    for (const [task, version] of [
      [at.task, 1],
      [at.refused, 3],
    ] as const) {
      const accepted = await call(joss, 'POST', `/tasks/${task}/accept`, { version });
      const { status } = await call(joss, 'POST', `/tasks/${task}/result`, {
        version: accepted.version,
        isDone: true,
        resultWords: 'Done',
      });
      expect(status).toBe('done');
    }
    const agenda = (await call(await world.as('callum.safety'), 'GET', `/meetings/${at.next}`)).agenda;
    for (const task of [at.task, at.refused, unanswered])
      expect(agenda.map((entry) => entry.taskId)).toContain(task);
  });

  test('a penalty is refused without evidence and without power, then issued, served and paid early', async () => {
    const [joss, olu] = [await world.as('joss.jet'), await world.as('olu.officer')];
    const draft = await call(joss, 'POST', '/penalties', {
      caseId: at.case,
      offence: 'fly-tipping',
      offenceOn: '2027-01-08',
      offenceTime: '07:40',
      placeWords: 'Beside the play area',
      postcode: (
        await world.sql<{ postcode: string }>(
          'select postcode from directory.postcode where lon = $1 and lat = $2 limit 1',
          [where.lon, where.lat],
        )
      )[0]?.postcode,
      landType: 'highway',
      wasteType: 'household-black-bags',
      wasteSize: 'car-boot-or-less',
      identifiedBy: 'cctv',
      policyConsidered: true,
      recipientName: 'Orla Tenterden',
      recipientAddress: '4 Made Up Lane, Ollerquay, QX1 1AA',
    });
    const issue = { version: draft.version, servedHow: 'in-person' };
    await refused(joss, `/penalties/${draft.id}/issue`, issue);
    for (const kind of ['statement', 'cctv'])
      await call(joss, 'POST', `/penalties/${draft.id}/evidence`, { kind, words: 'What it shows' });
    await refused(olu, `/penalties/${draft.id}/issue`, issue);
    const { version: ready } = await call(joss, 'GET', `/penalties/${draft.id}`);
    const issued = await call(joss, 'POST', `/penalties/${draft.id}/issue`, { ...issue, version: ready });
    const served = await call(joss, 'POST', `/penalties/${draft.id}/serve`, {
      version: issued.version,
      sentOn: '2027-01-12',
      servedHow: 'in-person',
      servedBy: 'Joss Thistlewood',
    });
    const paid = await call(joss, 'POST', `/penalties/${draft.id}/payments`, {
      version: served.version,
      paidOn: '2027-01-12',
      pounds: issued.earlyPence / 100,
      paymentReference: 'PAY/J4',
    });
    expect(paid.status).toBe('paid-early');
  });

  test('a success is approved, and a figure has as many records as it counts', async () => {
    const { id } = await call(await world.as('joss.jet'), 'POST', '/publicity', {
      taskId: at.task,
      words: 'Nobody tips there now.',
    });
    const cora = await world.as('cora.comms');
    await call(cora, 'POST', `/publicity/${id}`, { isApproved: true, words: 'Nobody tips there now.' });
    const { flags } = await call(cora, 'GET', '/publicity');
    expect(flags.find((flag) => flag.id === id)?.status).toBe('approved');
    const petra = await world.as('petra.performance');
    const figure = await petra.api('GET', '/api/v1/figures/E-01?period=2026-27-Q4');
    expect(figure.text).toMatch(/"value":1\b/);
    const { records } = await call(petra, 'GET', '/figures/E-01/records?period=2026-27-Q4');
    expect(records).toHaveLength(1);
  });

  test('the board’s number of penalties is the number of penalty records', async () => {
    clock.set('2027-01-25T10:00:00Z');
    const joss = await world.as('joss.jet');
    const path = `/meetings/${at.next}/returns/${await service('WEND-JET')}`;
    const { version } = await call(joss, 'GET', path);
    await call(joss, 'POST', path, { version });
    clock.set('2027-02-02T10:00:00Z');
    const callum = await world.as('callum.safety');
    const opened = await call(callum, 'POST', `/meetings/${at.next}/open`, {
      version: (await call(callum, 'GET', `/meetings/${at.next}`)).version,
    });
    await call(callum, 'POST', `/meetings/${at.next}/close`, { version: opened.version });
    clock.set('2027-02-03T10:00:00Z');
    const { measures } = await call(await world.as('bea.board'), 'GET', '/board');
    const [wendmere] = await world.sql<{ code: string; n: number }>(
      `select a.area_code as code, (select count(*)::int from enforcement.penalty p where p.district_code = a.area_code
         and p.issued_on < '2027-01-25' and p.issued_on >= (select min(r.period_from) from tasking.data_return r
           join tasking.meeting m on m.id = r.meeting_id join tasking.series s on s.id = m.series_id
           where s.area_code = a.area_code and s.kind = 'JAG' and m.held_on > '2027-02-03'::date - 91 and m.held_on <= '2027-02-03')) as n
       from directory.agency a where a.code = 'WEND'`,
    );
    const penalties = measures.find((measure) => measure.name === 'Fixed penalty notices');
    expect(wendmere?.n).toBeGreaterThan(0);
    expect(penalties?.byArea[wendmere?.code ?? '']).toBe(wendmere?.n);
  });

  test.each([
    ['T-01', '2026-27-Q4', 'callum.safety'],
    ['T-03', '2026-27-Q3', 'callum.safety'],
    ['T-04', '2026-27-Q3', 'petra.performance'],
  ])('the figure %s has as many records behind it as it counts', async (code, period, who) => {
    const reader = await world.as(who);
    const { now } = await call(reader, 'GET', `/figures/${code}?period=${period}`);
    const counted = now.denominator ?? now.value;
    expect(counted).toBeGreaterThan(0);
    let behind = 0;
    for (let after = ''; ; ) {
      const page = await call(
        reader,
        'GET',
        `/figures/${code}/records?period=${period}&side=denominator${after}`,
      );
      behind += page.records.length;
      if (!page.next) break;
      after = `&after=${page.next}`;
    }
    expect(behind).toBe(counted);
  });
});
