import { beforeAll, expect, test } from 'vitest';
import { journey } from '../../test/support/journey.ts';

/** Days of action as an agency that has no part in them any more, or none yet, would turn them. */
const days = journey('insider_operations', '2026-11-20T10:00:00Z');
const { as, asked, clock, idsOf, onConnectionOf, page, placeOf, refused, sql, tried } = days;
interface Shown {
  id: string;
  version: number;
  status: string;
  briefing: string;
  packageReference: string | null;
  agencies: { agencyName: string; state: string }[];
  officers: { officerName: string; part: string }[];
  stops: {
    id: string;
    kind: string;
    penaltyId: string | null;
    vehicle: string | null;
    place: string | null;
    words: string | null;
  }[];
  steps: { action: string; conditions: { code: string; met: boolean; mend: string }[] }[];
}
const [look, made, done] = [days.look<Shown>, days.made<Shown>, days.done<Shown>];
const lead = 'callum.safety';
let district = '';
const plan = async (more: object = {}): Promise<Shown> =>
  made(lead, '/operations', {
    ...{ name: 'Op Assist Insider', onDay: '2026-12-02', districtCode: district },
    ...{ packageReference: 'PK-AAAA-AAA', objectives: 'Stop unlicensed carriers', roads: 'The moor road' },
    briefing: 'Two to each vehicle',
    ...{ agencies: [(await idsOf('priya.police')).agency, (await idsOf('tess.trading')).agency], ...more },
  });
const at = (file: { id: string }) => `/operations/${file.id}`;

beforeAll(async () => {
  ({ district } = await placeOf());
});

let day: Shown;
test('that a package of the unit asked for it is for the agency that leads, which received it', async () => {
  day = await plan();
  expect(day.packageReference).toBe('PK-AAAA-AAA');
  expect((await look('priya.police', at(day))).packageReference).toBeNull();
  expect((await page('priya.police', `/operations/${day.id}`)).text).not.toContain('PK-AAAA-AAA');
});

test('an agency agrees to the plan that it read: where day, place or aim change, it is asked again', async () => {
  await done('priya.police', `${at(day)}/answer`, { answer: 'agreed' });
  const moved = await (await as(lead)).post(`/operations/${day.id}/edit`, {
    ...{ name: 'Op Assist Insider', onDay: '2026-12-03', districtCode: district },
    ...{ objectives: 'Stop unlicensed carriers', roads: 'The moor road', briefing: 'Two to each vehicle' },
    version: String((await look(lead, at(day))).version),
  });
  expect(moved.status).toBe(303);
  const { agencies, version } = await look(lead, at(day));
  expect(agencies.map(({ state }) => state).sort()).toEqual(['agreed', 'invited', 'invited']);
  // A word more in the briefing asks nobody anew.
  await done('priya.police', `${at(day)}/answer`, { answer: 'agreed' });
  await (await as(lead)).post(`/operations/${day.id}/edit`, {
    ...{ name: 'Op Assist Insider', onDay: '2026-12-03', districtCode: district },
    ...{ objectives: 'Stop unlicensed carriers', roads: 'The moor road', briefing: 'Three to each vehicle' },
    version: String(version),
  });
  expect((await look(lead, at(day))).agencies.filter(({ state }) => state === 'agreed')).toHaveLength(2);
});

test('an agency that leaves takes its officers with it, reads nothing more of who goes where, and finds nothing once the plan is settled', async () => {
  const tess = await idsOf('tess.trading');
  const priya = await idsOf('priya.police');
  const joss = await idsOf('joss.jet');
  await done('tess.trading', `${at(day)}/answer`, { answer: 'agreed' });
  await made('tess.trading', `${at(day)}/officers`, { officerId: tess.officer, part: 'keep-record' });
  await made('priya.police', `${at(day)}/officers`, { officerId: priya.officer, part: 'stop-vehicles' });
  for (const part of ['issue-penalties', 'check-papers'])
    await made(lead, `${at(day)}/officers`, { officerId: joss.officer, part });
  await done('tess.trading', `${at(day)}/answer`, { answer: 'declined' });
  const after = await look(lead, at(day));
  expect(after.officers.map(({ part }) => part).sort()).toEqual([
    'check-papers',
    'issue-penalties',
    'stop-vehicles',
  ]);
  const left = await look('tess.trading', at(day));
  expect(left.officers).toEqual([]);
  expect(left.briefing).toBe('');
  await done(lead, `${at(day)}/steps/agree`, { version: after.version });
  expect((await asked('tess.trading', at(day))).status).toBe(404);
  expect((await page('tess.trading', '/operations')).text).not.toContain('Op Assist Insider');
});

test('whoever has left the service is on no part when the day begins', async () => {
  const joss = await idsOf('joss.jet');
  clock.set('2026-12-03T15:00:00Z');
  await sql('update directory.officer set is_active = false where id = $1', [joss.officer]);
  const { version } = await look(lead, at(day));
  expect(await refused(lead, `${at(day)}/steps/begin`, { version })).toContain('look at licences');
  await sql('update directory.officer set is_active = true where id = $1', [joss.officer]);
  await done(lead, `${at(day)}/steps/begin`, { version });
});

test('where a householder was asked is a home: it stays with the agency that asked', async () => {
  const stop = {
    ...{ at: '09:10', isLicenceChecked: false, result: 'advised', words: 'Her sister lives here now' },
  };
  await made('priya.police', `${at(day)}/stops`, { ...stop, kind: 'householder', place: '7 Safe Street' });
  await made('priya.police', `${at(day)}/stops`, {
    ...{ ...stop, kind: 'vehicle', words: '', vehicle: 'QX11 AAA', place: 'Lay-by' },
  });
  const own = await look('priya.police', at(day));
  expect(own.stops.map(({ place }) => place).sort()).toEqual(['7 Safe Street', 'Lay-by']);
  const leads = await look(lead, at(day));
  expect(leads.stops.map(({ place }) => place).sort()).toEqual(['Lay-by', null]);
  expect((await page(lead, `/operations/${day.id}`)).text).not.toContain('sister');
});

test('two who press together draft one penalty', async () => {
  const logged = await made('joss.jet', `${at(day)}/stops`, {
    ...{ kind: 'vehicle', at: '10:10', place: 'Lay-by', vehicle: 'QX19 TIP', isLicenceChecked: true },
    ...{ result: 'registration-not-produced', words: '' },
  });
  const stop = logged.stops.find(({ vehicle }) => vehicle === 'QX19 TIP');
  const count = async () =>
    (await sql<{ n: number }>('select count(*)::int as n from enforcement.penalty'))[0]?.n ?? 0;
  const before = await count();
  const both = await Promise.all([1, 2].map(() => tried('joss.jet', `${at(day)}/stops/${stop?.id}/penalty`)));
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await count()).toBe(before + 1);
  // A penalty is its own agency's.
  const police = await look('priya.police', at(day));
  expect(police.stops.every(({ penaltyId }) => penaltyId === null)).toBe(true);
});

test('a stolen operations connection of another agency reads nothing of the day', async () => {
  expect(await asAgency((await idsOf('hollis.housing')).agency)).toMatchObject({
    ...{ agencies: 0, officers: 0, stops: 0, events: 0 },
  });
  const own = await asAgency((await idsOf('priya.police')).agency);
  expect(own.stops).toBeGreaterThan(0);
});

test('whoever leads reads the powers of the others’ officers until the day is over, and no longer', async () => {
  const [own, police] = [(await idsOf(lead)).agency, (await idsOf('priya.police')).agency];
  expect((await asAgency(own, police)).powers).toBeGreaterThan(0);
  expect((await asAgency((await idsOf('tess.trading')).agency, police)).powers).toBe(0);
  await sql("update operations.operation set status = 'cancelled' where id = $1", [day.id]);
  expect((await asAgency(own, police)).powers).toBe(0);
});

/** What the login of operations reads with the context of an agency, and how many powers of the officers of another. */
async function asAgency(agency: string, of = agency): Promise<Record<string, number>> {
  const [row] = await onConnectionOf<Record<string, number>>(
    { agency },
    `select (select count(*)::int from operations.operation_agency where operation_id = $1) as agencies,
      (select count(*)::int from operations.operation_officer where operation_id = $1) as officers,
      (select count(*)::int from operations.operation_stop where operation_id = $1) as stops,
      (select count(*)::int from operations.operation_event where operation_id = $1) as events,
      (select count(*)::int from directory.authorisation z join directory.officer o on o.id = z.officer_id and o.agency_id = $2) as powers`,
    [day.id, of],
  );
  return row ?? {};
}

test('odd input is refused and never a fault of the server', async () => {
  const base = { name: 'Op Odd', onDay: '2026-12-30', objectives: 'Aims', roads: 'Roads', briefing: '' };
  const { agency } = await idsOf('priya.police');
  for (const more of [
    { districtCode: 'E99999999' },
    { districtCode: 'x\u0000' },
    { districtCode: district, agencies: ['5a3b1e00-0000-4000-8000-00000000ffff'] },
    { districtCode: district, onDay: '9999-12-31' },
  ]) {
    const answer = await tried(lead, '/operations', { ...base, agencies: [agency], ...more });
    expect(answer.status, JSON.stringify(more)).toBe(422);
  }
  await sql("update directory.agency set ends_on = '2026-12-01' where id = $1", [
    (await idsOf('tess.trading')).agency,
  ]);
  await refused(lead, '/operations', {
    ...{ ...base, districtCode: district, agencies: [(await idsOf('tess.trading')).agency] },
  });
});
