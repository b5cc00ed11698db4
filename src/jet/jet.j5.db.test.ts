import { beforeAll, expect, test } from 'vitest';
import {
  type ShownEntry as Entry,
  type Held,
  issuePenalty,
  type ShownMeeting as Meeting,
  type ShownMonth as Month,
  type Reaccreditation,
  type ShownTask as Task,
  weeksOn,
} from '../../test/support/jet.ts';
import { journey } from '../../test/support/journey.ts';

/** Journey 5 by `/api/v1`: powers that lapse and are given anew, the time log, tasks, duties, patrols, the month and its figures. */
const days = journey('j5_jet', '2026-11-20T10:00:00Z');
const { clock, done, idsOf, look, made, page, perform, placeOf, refused, serviceOf, sql, tried, asked } =
  days;
const supervisor = 'sunita.supervisor';
let teamId = '';
const months = (month: string) => `/teams/${teamId}/months/${month}`;
const log = (who: string, body: object) => made<Entry>(who, '/team-time', body);

beforeAll(async () => {
  const { teams } = await look<{ teams: { team: { id: string }; isOwn: boolean }[] }>(supervisor, '/teams');
  teamId = teams.find(({ isOwn }) => isOwn)?.team.id ?? '';
});

const heldBy = async (who: string) => (await look<{ held: Held[] }>(who, '/team-powers')).held;
const csasOf = (held: readonly Held[], officerId: string) =>
  held.find((one) => one.kind === 'csas' && one.officerId === officerId);
/** The officers of the team, five of them: the supervisor, Joss, and three more. */
let team: { id: string; username: string }[] = [];
const district = async () => (await placeOf()).district;

test('1. accreditations end: alerts at 90, 60 and 30 days, then lapsed; the power is switched off, the council’s own is not', async () => {
  const [service] = await sql<{ id: string; agency: string }>(
    "select id, agency_id as agency from directory.service where code = 'WEND-JET'",
  );
  // The county has three in the team: the directory administrator enters two more.
  for (const name of ['Ada Fifthley', 'Ned Fourthby'])
    await made('dana.directory', '/directory/people', {
      ...{ name, email: `${name.split(' ')[0]?.toLowerCase()}@wendmere.example` },
      ...{ username: name.toLowerCase().replace(' ', '.'), agencyId: service?.agency },
      ...{ serviceIds: [service?.id], reason: 'Joined the team' },
    });
  team = await sql(
    `select o.id, c.username from directory.officer o join directory.service_member m on m.officer_id = o.id
     join platform.account c on c.officer_id = o.id where m.service_id = $1 order by c.username`,
    [service?.id],
  );
  expect(team).toHaveLength(5);
  const joss = team.find(({ username }) => username === 'joss.jet')?.id ?? '';
  const at = async (iso: string) => {
    clock.set(iso);
    return csasOf(await heldBy(supervisor), joss);
  };
  // His accreditation ends on 20 January 2027.
  expect((await at('2026-11-20T10:00:00Z'))?.within).toBe(90);
  await perform('warn-lapses');
  await perform('warn-lapses');
  expect((await at('2026-11-22T10:00:00Z'))?.within).toBe(60);
  expect((await at('2026-12-22T10:00:00Z'))?.within).toBe(30);
  expect((await page('joss.jet', '/home')).text).toContain('Ends on <time datetime="2027-01-20"');
  await perform('warn-lapses');
  const mail = await sql<{ subject: string; body: string }>(
    "select subject, body from platform.outbox where reason = 'powers end' order by queued_at",
  );
  // Once at each: told twice in all, and no name leaves.
  expect(mail.length).toBe(2);
  expect(mail.map(({ subject, body }) => subject + body).join(' ')).not.toMatch(/Thistlewood|Parmar|Joss/);
  expect((await at('2027-01-21T10:00:00Z'))?.holding).toBe('ended');
  const use = {
    ...{ power: 'csas.require-name', districtCode: await district(), isInUniform: true },
    words: 'Drinking in the square',
  };
  // ✘ blocked, with why and who could instead.
  const blocked = await refused('joss.jet', '/team-powers/uses', use);
  expect(blocked).toContain('ran out on 2027-01-20');
  const inquired = await asked(
    'joss.jet',
    `/team-powers/ask?power=csas.require-name&districtCode=${use.districtCode}&isInUniform=yes`,
  );
  const { may, others } = inquired.json as { may: boolean; others: string[] }; // the shape is the declaration's
  expect(may).toBe(false);
  // Those who are named hold it: each of them is told yes.
  expect(others.length).toBeGreaterThan(0);
  expect(blocked).toContain(`Who could instead: ${others.join(', ')}.`);
  const held = await heldBy(supervisor);
  for (const name of others)
    expect(held.find((one) => one.kind === 'csas' && one.officerName === name)?.holding, name).toMatch(
      /^(holds|ends-soon)$/,
    );
  // The council's own authority still works.
  await made('joss.jet', '/team-powers/uses', { ...use, power: 'fpn.litter', words: 'Litter in the square' });
});

test('2. vetted, trained, assessed: three ticks each, then the force issues; five of five are active', async () => {
  clock.set('2027-01-25T10:00:00Z');
  const ticksBy = (username: string) => (username === supervisor ? 'callum.safety' : supervisor);
  for (const { id, username } of team) {
    const lead = ticksBy(username);
    let row = { id: '', version: 1, status: '' };
    if (username === 'joss.jet') {
      // One was begun for him, and is stopped: it was of last year.
      const { reaccreditations } = await look<{
        reaccreditations: (Reaccreditation & { officerId: string })[];
      }>(lead, '/reaccreditations');
      const old = reaccreditations.find(({ officerId }) => officerId === id);
      await done(lead, `/reaccreditations/${old?.id}/stop`, { version: old?.version });
    }
    row = await made<Reaccreditation>(lead, '/reaccreditations', { officerId: id });
    await refused(lead, '/reaccreditations', { officerId: id }, 409);
    const path = `/reaccreditations/${row.id}`;
    const issue = {
      powers: ['csas.require-name', 'csas.confiscate-alcohol'],
      badgeNumber: `B${username.length}`,
      expiresOn: '2030-01-24',
    };
    // ✘ the force issues nothing that is not ready, and does not see it.
    await refused('priya.police', `${path}/issue`, { ...issue, version: row.version }, 404);
    for (const tick of ['vetted', 'trained', 'assessed'])
      row = await done<Reaccreditation>(lead, `${path}/tick`, {
        ...{ tick, onDay: '2027-01-20', version: row.version },
      });
    expect(row.status).toBe('ready');
    const both = await Promise.all(
      [1, 2].map(async () => tried('priya.police', `${path}/issue`, { ...issue, version: row.version })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  }
  // ✘ nobody ticks for themselves, and no supervisor issues.
  const own = await made<Reaccreditation>('callum.safety', '/reaccreditations', {
    officerId: team.find(({ username }) => username === supervisor)?.id,
  });
  expect(
    await refused(supervisor, `/reaccreditations/${own.id}/tick`, {
      ...{ tick: 'vetted', onDay: '2027-01-20', version: own.version },
    }),
  ).toContain('Nobody records their own');
  await refused(supervisor, `/reaccreditations/${own.id}/issue`, {}, 403);
  const held = await heldBy(supervisor);
  expect(team.filter(({ id }) => csasOf(held, id)?.holding === 'holds')).toHaveLength(5);
  await made('joss.jet', '/team-powers/uses', {
    ...{ power: 'csas.require-name', districtCode: await district(), isInUniform: true },
    words: 'Drinking in the square',
  });
  // ✘ in uniform alone.
  expect(
    await refused('joss.jet', '/team-powers/uses', {
      ...{ power: 'csas.require-name', districtCode: await district(), isInUniform: false },
      words: 'Drinking',
    }),
  ).toContain('uniform');
  clock.set('2026-11-20T10:00:00Z');
});

const meetingsOf = async (who: string, seriesId: string) =>
  (await look<{ meetings: Meeting[] }>(who, '/meetings')).meetings.filter((one) => one.seriesId === seriesId);
let jag = '';
let tasking = '';
let planId = '';
const tasks: Record<string, string> = {};

test('4, 5. plans and tasks from the priorities; the duties of both supervisors go out once a week', async () => {
  const plan = {
    ...{ title: 'Redhill order area', districtCode: await district(), place: 'The order area' },
    ...{ orderReference: 'PSPO 2024/1', fromOn: '2026-11-20', toOn: '2027-03-31', priority: 'cse' },
    lines: ['engage-communities', 'gather-intelligence'],
  };
  await refused('joss.jet', '/patrol-plans', plan, 403);
  await refused(supervisor, '/patrol-plans', { ...plan, lines: [] });
  planId = (await made<{ id: string }>(supervisor, '/patrol-plans', plan)).id;
  const shift = { onDay: '2026-11-24', startsAt: '08:00', endsAt: '16:00' };
  const own = team.find(({ username }) => username === supervisor)?.id;
  const { officer: sergeant } = await idsOf('priya.police');
  await made(supervisor, '/team-duties', { ...shift, officerId: own });
  // ✘ on duty twice at once; of another agency.
  expect(
    await refused(supervisor, '/team-duties', { ...shift, startsAt: '12:00', officerId: own }),
  ).toContain('already');
  await refused(supervisor, '/team-duties', { ...shift, officerId: sergeant });
  await made('priya.police', '/team-duties', { ...shift, officerId: sergeant });
  // Friday 20 November: the week of the 23rd.
  await perform('send-duties');
  await perform('send-duties');
  const mail = await sql<{ toAddress: string; subject: string; body: string }>(
    `select to_address as "toAddress", subject, body from platform.outbox where reason = 'duties of the week'`,
  );
  expect(mail).toHaveLength(2);
  expect(new Set(mail.map(({ toAddress }) => toAddress)).size).toBe(2);
  for (const { subject, body } of mail) {
    expect(subject).not.toMatch(/Parmar|Sandhu/);
    expect(body).toContain('Sunita Parmar 08:00 to 16:00');
    expect(body).toContain('Priya Sandhu 08:00 to 16:00');
    // Nobody who is not on duty.
    expect(body).not.toContain('Ada Fifthley');
  }
});

test('6. the TTCG’s task keeps its reference; the tasking meeting is two weeks after each JAG, wherever that moves', async () => {
  const jet = await serviceOf('WEND-JET');
  const set = {
    ...{ title: 'Visits to the quay', expected: 'Three visits and what was seen', serviceId: jet },
    ...{ dueOn: '2027-01-05', partnerSystem: 'SafetyNet', partnerReference: 'SN-2026-118' },
    partnerOn: '2026-11-18',
  };
  await refused('joss.jet', '/tasks/from-partners', set, 403);
  const twice = await Promise.all([1, 2].map(async () => tried('priya.police', '/tasks/from-partners', set)));
  expect(twice.map(({ status }) => status).sort()).toEqual([201, 422]);
  const set201 = twice.find(({ status }) => status === 201)?.json as { id: string } | undefined; // the shape is the declaration's
  tasks.ttcg = set201?.id ?? '';
  expect((await look<Task>('joss.jet', `/tasks/${tasks.ttcg}`)).partnerReference).toBe('SN-2026-118');
  jag =
    (
      await sql<{ id: string }>(
        "select s.id from tasking.series s join directory.agency a on a.id = s.chair_agency_id where s.kind = 'JAG' and a.code = 'WEND'",
      )
    )[0]?.id ?? '';
  const members = await Promise.all(
    ['WEND-JET', 'WEND-PARK', 'WEND-EH', 'WEND-PLAN', 'WEND-GREEN', 'MPOL-SNT1'].map(serviceOf),
  );
  const meeting = {
    ...{ name: 'Wendmere enforcement tasking', daysAfter: 14, startsAt: '09:30', place: 'Council Offices' },
    standingItems:
      'Tasks due\nParking\nEnvironmental health\nPlanning\nGreen spaces\nIssues below the Joint Action Group',
    memberServiceIds: members,
  };
  const fresh = await made<{ id: string; days: string[] }>(
    supervisor,
    `/meeting-series/${jag}/after`,
    meeting,
  );
  tasking = fresh.id;
  await refused(supervisor, `/meeting-series/${jag}/after`, meeting);
  await refused(supervisor, `/meeting-series/${tasking}/after`, meeting);
  const jagDays = (await meetingsOf(supervisor, jag)).map(({ heldOn }) => heldOn);
  const next = (await meetingsOf(supervisor, tasking)).map(({ heldOn }) => heldOn);
  expect(next).toHaveLength(2);
  for (const day of next) expect(jagDays).toContain(weeksOn(day, -2));
  // The JAG sets another task, on its own day.
  const coming = (await meetingsOf('callum.safety', jag))
    .filter(({ heldOn, status }) => heldOn > '2026-11-24' && status === 'scheduled')
    .at(-1);
  clock.set(`${coming?.heldOn}T10:00:00Z`);
  const opened = await done<Meeting>('callum.safety', `/meetings/${coming?.id}/open`, {
    version: coming?.version,
  });
  const decided = await made<{ taskId: string }>('callum.safety', `/meetings/${coming?.id}/decisions`, {
    ...{ words: 'More patrols at the square', title: 'Patrol the square', expected: 'Weekly figures' },
    serviceId: jet,
  });
  tasks.jag = decided.taskId;
  // And one to a service that does not sit at the team's meeting.
  await made('callum.safety', `/meetings/${coming?.id}/decisions`, {
    ...{ words: 'Look at the licence', title: 'Review the licence of the arcade' },
    ...{ expected: 'What was found', serviceId: await serviceOf('WEND-LIC') },
  });
  await done('callum.safety', `/meetings/${coming?.id}/close`, { version: opened.version });
  await perform('make-meetings');
  const following = (await meetingsOf(supervisor, tasking)).find(
    ({ heldOn }) => weeksOn(heldOn, -2) === coming?.heldOn,
  );
  const agenda = (await look<Meeting>(supervisor, `/meetings/${following?.id}`)).agenda;
  expect(agenda.map(({ title }) => title)).toEqual(
    expect.arrayContaining([
      'Patrol the square',
      'Parking',
      'Environmental health',
      'Planning',
      'Green spaces',
    ]),
  );
  // ✘ what the JAG set to others is not shown in this room.
  expect(agenda.map(({ title }) => title)).not.toContain('Review the licence of the arcade');
  await done(supervisor, `/meetings/${following?.id}/items`, { title: 'Bins behind the arcade' });
  clock.set(`${following?.heldOn}T09:30:00Z`);
  await done(supervisor, `/meetings/${following?.id}/open`, { version: following?.version });
  const below = await made<{ taskId: string }>(supervisor, `/meetings/${following?.id}/decisions`, {
    ...{ words: 'Look at the bins', title: 'Bins behind the arcade', expected: 'Photographs' },
    serviceId: jet,
  });
  tasks.below = below.taskId;
});

test('3, 8. time is logged by class; 78/22 is green, 60/40 red and asks why; closed months are not changed', async () => {
  clock.set('2026-12-21T16:00:00Z');
  const day = { onDay: '2026-12-21', words: '' };
  const first = await log('joss.jet', {
    ...{ ...day, activity: 'patrol', minutes: 240, key: '5a3b1e00-0000-4000-8000-0000000000f1' },
  });
  // The same form sent twice is one entry.
  const again = await log('joss.jet', {
    ...{ ...day, activity: 'patrol', minutes: 240, key: '5a3b1e00-0000-4000-8000-0000000000f1' },
  });
  expect(again.id).toBe(first.id);
  expect(first.countsAs).toBe('enforcement');
  const [both, other] = await Promise.all(
    ['a', 'b'].map(async (end) =>
      tried('joss.jet', '/team-time', {
        ...{ ...day, activity: 'penalties', minutes: 700, key: `5a3b1e00-0000-4000-8000-0000000000c${end}` },
      }),
    ),
  );
  // Two telephones at once do not fill a day twice over.
  expect([both?.status, other?.status].sort()).toEqual([201, 422]);
  const extra = (both?.status === 201 ? both : other)?.json as Entry; // the shape is the declaration's
  await done('joss.jet', `/team-time/${extra.id}/withdraw`, { version: extra.version });
  const wrong = await log('joss.jet', { ...day, activity: 'recycling', minutes: 60 });
  const right = { ...day, activity: 'recycling', minutes: 66, version: wrong.version };
  expect((await done<Entry>('joss.jet', `/team-time/${wrong.id}/correct`, right)).minutes).toBe(66);
  await refused('joss.jet', `/team-time/${wrong.id}/correct`, right, 409);
  // ✘ minutes that are no whole number, a day that is to come, a colleague's entry.
  await refused('joss.jet', '/team-time', { ...day, activity: 'patrol', minutes: 7.5 });
  await refused('joss.jet', '/team-time', { ...day, onDay: '2026-12-22', activity: 'patrol', minutes: 5 });
  expect(await refused(supervisor, `/team-time/${wrong.id}/correct`, { ...right, version: 2 })).toContain(
    'Joss',
  );
  await log(supervisor, { ...day, activity: 'anti-social-behaviour', minutes: 228 });
  await log(supervisor, { ...day, activity: 'surveys', minutes: 66 });
  await log(supervisor, { ...day, activity: 'leave', minutes: 200 });
  const own = await look<Month>('joss.jet', months('2026-12'));
  expect(own.isWhole).toBe(false);
  expect(own.officers.map(({ name }) => name)).toEqual(['Joss Thistlewood']);
  const whole = await look<Month>(supervisor, months('2026-12'));
  expect(whole.minutes).toEqual({ enforcement: 468, street: 132, uncounted: 200, untasked: 600 });
  expect(whole.standing).toBe('green');
  expect(await refused(supervisor, `${months('2026-12')}/close`, {})).toContain('not over yet');
  await refused('joss.jet', `${months('2026-12')}/close`, {}, 403);
  clock.set('2027-01-29T16:00:00Z');
  const closing = await Promise.all(
    [1, 2].map(async () => tried(supervisor, `${months('2026-12')}/close`, {})),
  );
  expect(closing.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await refused('joss.jet', '/team-time', { ...day, activity: 'patrol', minutes: 5 })).toContain(
    'closed',
  );
  const [entry] = (await look<Month>('joss.jet', months('2026-12'))).entries.filter(
    (one) => !one.isWithdrawn,
  );
  await refused('joss.jet', `/team-time/${entry?.id}/withdraw`, { version: entry?.version });
  // January: 60/40.
  const january = { onDay: '2027-01-28', words: '' };
  await log('joss.jet', { ...january, activity: 'patrol', minutes: 360 });
  await log('joss.jet', { ...january, activity: 'recycling', minutes: 240 });
  await made(supervisor, `/teams/${teamId}/target`, {
    ...{ enforcementPercent: 80, amberPoints: 5, startsOn: '2027-02-01' },
    why: 'Agreed by the board in January',
  });
  clock.set('2027-02-01T09:00:00Z');
  expect(await refused(supervisor, `${months('2027-01')}/close`, {})).toContain('60.0% enforcement');
  const closed = await made<Month>(supervisor, `${months('2027-01')}/close`, {
    reason: 'Bins were missed for a week',
  });
  expect(closed.closed).toMatchObject({ standing: 'red', reason: 'Bins were missed for a week' });
  // Why it is red is for whoever leads the team.
  expect((await look<Month>('joss.jet', months('2027-01'))).closed?.reason).toBeNull();
  await refused(supervisor, `/teams/${teamId}/target`, {
    ...{ enforcementPercent: 50, amberPoints: 5, startsOn: '2027-01-15', why: 'To make it green' },
  });
});

test('7. patrols of the plan with their time, intelligence forms, and a penalty by the day of the offence', async () => {
  clock.set('2027-02-03T17:00:00Z');
  const patrol = {
    ...{ onDay: '2027-02-03', minutes: 90, lines: ['engage-communities'], words: 'Spoke to shopkeepers' },
    formsSent: 1,
  };
  const path = `/patrol-plans/${planId}/patrols`;
  await refused('joss.jet', path, { ...patrol, lines: ['orders'] });
  await refused('joss.jet', path, { ...patrol, onDay: '2026-01-01' });
  const key = '5a3b1e00-0000-4000-8000-0000000000fa';
  await Promise.all([1, 2].map(async () => tried('joss.jet', path, { ...patrol, key })));
  const plan = await look<{ patrols: number; formsSent: number; log: { minutes: number }[] }>(
    supervisor,
    `/patrol-plans/${planId}`,
  );
  expect(plan).toMatchObject({ patrols: 1, formsSent: 1, log: [{ minutes: 90 }] });
  await log('joss.jet', {
    ...{ onDay: '2027-02-03', activity: 'anti-social-behaviour', minutes: 60, taskId: tasks.jag },
  });
  const february = await look<Month>(supervisor, months('2027-02'));
  // What a plan or a task asked for is not untasked.
  expect(february.minutes).toEqual({ enforcement: 150, street: 0, uncounted: 0, untasked: 0 });
  await made('joss.jet', '/intelligence-forms', {
    body: 'A van calls at the same flat each night. It stays two minutes.',
    howKnown: 'saw',
    fears: 'no',
  });
  // Its amount is the one of the day of the offence.
  expect(await issuePenalty(days)).toBe(10_000);
});

test('training, practice notes and the register: who was invited and came, what the group agreed, the team’s own line', async () => {
  const course = {
    ...{ title: 'Witness statements', subjects: ['witness-statements'], onDay: '2027-02-04' },
    ...{ place: 'Council Offices', isOpen: true },
  };
  const fresh = await made<{ id: string }>(supervisor, '/training', course);
  const path = `/training/${fresh.id}`;
  interface Course {
    invited: number;
    came: number;
    invitations: { id: string; version: number; officerName: string }[];
  }
  const invited = await done<Course>(supervisor, `${path}/invitations`, {
    officerIds: team.map(({ id }) => id),
  });
  expect([invited.invited, invited.came]).toEqual([5, 0]);
  const [one] = invited.invitations;
  const state = { version: one?.version, state: 'passed' };
  expect(await refused(supervisor, `/training-invitations/${one?.id}`, state)).toContain('still to come');
  clock.set('2027-02-04T17:00:00Z');
  expect((await done<Course>(supervisor, `/training-invitations/${one?.id}`, state)).came).toBe(1);
  await refused(supervisor, `/training-invitations/${one?.id}`, state, 409);
  // Open to all: another agency sees the session, and nobody who was invited.
  const elsewhere = await look<Course>('tess.trading', path);
  expect([elsewhere.invited, elsewhere.invitations]).toEqual([0, []]);
  const note = await made<{ id: string; version: number; status: string }>('joss.jet', '/practice-notes', {
    ...{ title: 'The verge', question: 'Is the verge part of the order area?', answer: 'Up to the kerb' },
  });
  expect(note.status).toBe('proposed');
  await refused('joss.jet', `/practice-notes/${note.id}`, {}, 403);
  const agree = { version: note.version, noteStep: 'agree' };
  expect((await done<{ status: string }>(supervisor, `/practice-notes/${note.id}`, agree)).status).toBe(
    'agreed',
  );
  const line = {
    ...{ name: 'Wendmere team', areaCode: await district(), startedYear: 2014, posts: 5 },
    ...{ taskingRoute: 'JAG, then two weeks on', version: 1 },
  };
  await done(supervisor, `/teams/${teamId}/edit`, line);
  await refused(supervisor, `/teams/${teamId}/edit`, line, 409);
});

test('9. results come back to the next JAG; T-02, E-01 to E-03 and P-01 open what is behind them, as far as the reader may see', async () => {
  const task = await look<Task>('joss.jet', `/tasks/${tasks.jag}`);
  const accepted = await done<Task>('joss.jet', `/tasks/${tasks.jag}/accept`, { version: task.version });
  await done('joss.jet', `/tasks/${tasks.jag}/result`, {
    ...{ version: accepted.version, isDone: true, resultWords: 'Six patrols; quieter' },
  });
  await perform('make-meetings');
  const next = (await meetingsOf('callum.safety', jag)).filter(({ heldOn }) => heldOn > '2027-02-03').at(-1);
  const { agenda } = await look<Meeting>('callum.safety', `/meetings/${next?.id}`);
  expect(agenda.find(({ taskId }) => taskId === tasks.jag)?.part).toBe('result');
  const figures = async (who: string) => {
    const span = '/figures?from=2026-12-01&to=2027-02-28';
    const { figures: all } = await look<{
      figures: { code: string; now: { kind: string; value?: number; words: string } }[];
    }>(who, span);
    return (code: string) => all.find((one) => one.code === code)?.now;
  };
  const [led, own] = [await figures(supervisor), await figures('joss.jet')];
  // 468 + 360 + 150 of 600 + 600 + 150 minutes.
  expect(led('T-02')).toMatchObject({ words: '978 of 1,350 (72.4%)' });
  // His own: 240 + 360 + 150 of 306 + 600 + 150.
  expect(own('T-02')).toMatchObject({ words: '750 of 1,056 (71.0%)' });
  expect(led('T-02a')).toMatchObject({ words: '1,200 of 1,350 (88.9%)' });
  expect([led('T-05')?.value, led('T-05a')?.value]).toEqual([1, 1]);
  for (const code of ['E-01', 'E-02', 'E-03', 'P-01']) expect(led(code)?.kind, code).toBe('value');
  const behind = (await page('joss.jet', '/figures/T-02/records?from=2026-12-01&to=2027-02-28')).text;
  expect(behind).toContain('/teams/time/');
  expect(behind).not.toContain('surveys');
  expect((await page(supervisor, '/figures/T-02/records?from=2026-12-01&to=2027-02-28')).text).toContain(
    'surveys',
  );
  expect((await page(supervisor, '/teams')).text).toContain('60.0% in January 2027');
  // The areas of the teams beside each other: each count is the figure's own, and leads to it.
  const beside = (await page(supervisor, '/figures/teams?from=2026-12-01&to=2027-02-28')).text;
  const cells = [
    ...beside.matchAll(/href="\/figures\/(E-0[123])\?period=([^&"]+)&(?:amp;)?area=(\w+)"[^>]*>([\d,]+)</g),
  ];
  const areas = new Set(cells.map(([, , , area]) => area));
  expect(areas.size).toBeGreaterThan(0);
  expect(cells).toHaveLength(3 * areas.size);
  expect(cells.some(([, , , , n]) => n !== '0')).toBe(true);
  for (const [, code, period, area, n] of cells) {
    const { now } = await look<{ now: { words: string } }>(
      supervisor,
      `/figures/${code}?period=${period}&area=${area}`,
    );
    expect(now.words, `${code} ${area}`).toBe(n);
  }
});

test('3. a review finds untasked time, mainly recycling and surveys, and very few penalties', async () => {
  const { reviews } = await made<{
    reviews: {
      untaskedMinutes: number;
      countedMinutes: number;
      penalties: number;
      activities: { name: string }[];
    }[];
  }>(supervisor, `/teams/${teamId}/reviews`, {
    ...{ fromOn: '2026-12-01', toOn: '2027-01-31' },
    finding: 'Untasked time is mainly recycling compliance and surveys',
    action: 'Tasks and patrol plans from the priorities',
  });
  expect(reviews[0]).toMatchObject({ untaskedMinutes: 1200, countedMinutes: 1200 });
  expect(reviews[0]?.activities.map(({ name }) => name)).toContain('Recycling compliance');
  await refused('joss.jet', `/teams/${teamId}/reviews`, {}, 403);
});
