import { beforeAll, expect, test } from 'vitest';
import { journey } from '../../../test/support/journey.ts';
import { wordsOf } from '../../../test/support/pages.ts';

/** From hot spots that the unit counts to a problem profile that a council reads, and what nobody learns before it is released. */
const days = journey('problem', '2026-11-20T10:00:00Z');
const { asked, done, look, made, page, refused, saidOn, sql, tried } = days;
const [anya, imran, morag, olu] = ['anya.analyst', 'imran.intel', 'morag.manager', 'olu.officer'];

interface Line {
  label: string;
  n: string;
}
interface Figures {
  total: string;
  months: Line[];
  kinds: Line[];
  victims: Line[];
  places: Line[];
  spots: { where: string; count: string; id: string }[];
}
interface Product {
  id: string;
  reference: string;
  version: number;
  state: string;
  conditions: string[];
  problem: { number: number; figures: Figures; kept: number } | null;
  figures: Figures | null;
  text: { part: string; words: string }[];
  ratings: { score: number; words: string; officerName: string }[];
}
interface Picture {
  count: number;
  before: number;
  hotSpots: { id: string; where: string; count: string; places: string }[];
  victims: { things: number; again: { words: string; records: number }[] };
  places: { again: { words: string; records: number }[] };
  months: { month: string; n: number; before: number }[];
}
const counted = (who = anya, rest = '') =>
  look<Picture>(who, `/intelligence/hot-spots?kind=waste&from=2025-12&to=2026-11${rest}`);

/** An item about a tip, graded by code C where it has conditions; gives its id and its paragraph's. */
async function told(
  title: string,
  given: { isReady: boolean; action?: string; victim?: string; riskToSource?: boolean },
) {
  const { id } = await made<{ id: string }>(imran, '/intelligence/items', {
    ...{ receivedHow: 'complaint', title, body: `Tipped rubble at the quarry. ${title}.` },
    howKnown: 'The man at the weighbridge told us',
  });
  const link = (body: object) => tried(imran, `/intelligence/items/${id}/links`, body);
  await link({ linkKind: 'place', label: 'Quarry Cottage', more: postcode, role: 'mentioned' });
  if (given.victim)
    await link({ linkKind: 'person', label: given.victim, more: '1940-03-03', role: 'victim' });
  const item = await look<{ paragraphs: { id: string }[] }>(imran, `/intelligence/items/${id}`);
  const paragraphId = item.paragraphs[0]?.id ?? '';
  if (!given.isReady) return { id, paragraphId };
  await done(imran, `/intelligence/items/${id}/paragraphs/${paragraphId}/grade`, {
    ...{ version: 1, sourceEvaluation: '1', assessment: 'B', sanitised: 'Rubble is tipped at a quarry.' },
    ...(given.action
      ? {
          handling: 'C',
          conditions: `Ask us first: ${title}.`,
          actionCode: given.action,
          sanitisationCode: 'S2',
        }
      : { handling: 'P' }),
    ...(given.riskToSource ? { riskToSource: 'yes', riskWords: 'A neighbour' } : { riskToSource: 'no' }),
  });
  const { version } = await look<{ version: number }>(imran, `/intelligence/items/${id}`);
  await done(imran, `/intelligence/items/${id}/ready`, { version });
  return { id, paragraphId };
}

let postcode = '';
let wendmere = '';
let before: Picture;
const lane = { lon: -9, lat: 50.5 };
const report = (reference: string, set: Record<string, unknown>) => {
  const columns = Object.entries({ reference, lon: lane.lon, lat: lane.lat, ...set });
  return sql(
    `insert into intake.report (id, issue_type, description, channel, received_at, received_by_agency_id, land_owner, service_id, owner_agency_id,
       routed_by, route_why, routed_at, status, first_target_on, district_code, is_sensitive, ${columns.map(([name]) => name).join(', ')})
     select gen_random_uuid(), 'fly-tipping', 'Secret words of a report', 'web', '2026-10-05T10:00:00Z', r.received_by_agency_id, r.land_owner, r.service_id,
       r.owner_agency_id, r.routed_by, r.route_why, r.routed_at, 'new', r.first_target_on, r.district_code, false, ${columns
         .map((_, n) => `$${n + 1}`)
         .join(', ')}
     from intake.report r join directory.agency a on a.id = r.owner_agency_id and a.code = 'WEND' where r.issue_type = 'fly-tipping' limit 1`,
    columns.map(([, value]) => value),
  );
};

beforeAll(async () => {
  ({ postcode } = await days.placeOf('WEND'));
  wendmere = (await days.idsOf(olu)).agency;
  before = await counted();
  for (let n = 0; n < 7; n += 1) await report(`R-LANE-00${n}`, { lon: lane.lon + (n % 4) * 0.0012 });
});

test('reports of agencies that agreed are counted, and where they lie more than chance explains is a hot spot', async () => {
  // Nobody who opened nothing, and nothing that is sensitive, moves a number.
  await sql(
    `insert into intake.report (id, reference, issue_type, description, channel, received_at, received_by_agency_id, land_owner, service_id, owner_agency_id,
       routed_by, route_why, routed_at, status, first_target_on, district_code, is_sensitive, lon, lat)
     select gen_random_uuid(), 'R-LANE-SEN', issue_type, 'Sensitive', channel, received_at, received_by_agency_id, land_owner, service_id, owner_agency_id,
       routed_by, route_why, routed_at, status, first_target_on, district_code, true, lon, lat from intake.report where reference = 'R-LANE-000'
     union all (select gen_random_uuid(), 'R-LANE-OTH', r.issue_type, 'Elsewhere', r.channel, r.received_at, s.agency_id, r.land_owner, s.id, s.agency_id,
       r.routed_by, r.route_why, r.routed_at, r.status, r.first_target_on, r.district_code, false, r.lon, r.lat from intake.report r, directory.service s
     where r.reference = 'R-LANE-000' and s.agency_id not in (select from_agency_id from directory.agreement where to_agency_id =
       (select agency_id from directory.officer o join platform.account c on c.officer_id = o.id where c.username = 'anya.analyst'))
       and s.agency_id <> (select agency_id from directory.officer o join platform.account c on c.officer_id = o.id where c.username = 'anya.analyst') limit 1)`,
  );
  const found = await counted();
  expect(found.count).toBe(before.count + 7);
  const added = found.hotSpots.find(({ id }) => !before.hotSpots.some((one) => one.id === id));
  expect([added?.count, added?.places]).toEqual(['7', '4']);
  expect(found.months.find(({ month }) => month === '2026-10')?.n).toBe(
    (before.months.find(({ month }) => month === '2026-10')?.n ?? 0) + 7,
  );
  // The number opens its records; of a report the unit learns no words.
  const opened = wordsOf(
    (await page(anya, `/intelligence/hot-spots?kind=waste&from=2025-12&to=2026-11&cell=${added?.id}`)).text,
  );
  expect(opened).toContain('7 records');
  expect(opened).toContain('R-LANE-006');
  expect(opened).not.toContain('Secret words');
  expect(opened).not.toContain('R-LANE-SEN');
  const csv = await page(anya, '/intelligence/hot-spots/table.csv?kind=waste&table=records');
  expect(csv.text.split('\n').filter((line) => line.includes('R-LANE')).length).toBe(7);
  for (const other of [olu, 'petra.performance', 'priya.police'])
    expect((await asked(other, '/intelligence/hot-spots?kind=waste')).status).toBe(403);
});

test('repeat places and victims are of the unit’s items, by links that a person confirmed', async () => {
  await told('First load', { isReady: true, action: 'A1', victim: 'Vi Victim' });
  await told('Second load', { isReady: true, victim: 'Vi Victim' });
  await told('Third load', { isReady: true, riskToSource: true });
  await told('Fourth load', { isReady: false });
  const found = await counted();
  expect(found.count).toBe(before.count + 11);
  expect(found.places.again.find(({ words }) => words.includes('Quarry Cottage'))?.records).toBe(4);
  expect(found.victims).toMatchObject({ things: 1, again: [{ records: 2 }] });
  const chosen = await counted(anya, '&districts=E99999999');
  expect(chosen.count).toBe(0);
});

let profile: Product;
const given = () => ({
  ...{ title: 'Tipping at the quarry', kind: 'waste', from: '2025-12', to: '2026-11', paragraphs: [] },
  ...{ gateway: 'cda-s115', purpose: 'To stop tipping', deadline: '2026-12-04', agencies: [wendmere] },
  ...{ recommendations: 'A gate at the quarry', enforcement: 'Stop vans on the lane' },
});

test('a draft counts what may leave: no item that is not ready, none whose source has to fear', async () => {
  expect(await refused(anya, '/intelligence/problems', { ...given(), from: '2026-12' })).toContain(
    'last month',
  );
  expect(
    await refused(anya, '/intelligence/problems', { ...given(), kind: 'unsafe-goods', to: '2025-12' }),
  ).toContain('Fewer than 5 records that may leave');
  // What says how something is known is not written around the numbers either.
  expect(
    await refused(anya, '/intelligence/problems', {
      ...given(),
      harm: 'As the man at the weighbridge told us.',
    }),
  ).toContain('It repeats how this is known');
  profile = await made<Product>(anya, '/intelligence/problems', given());
  expect([profile.state, profile.problem?.number]).toEqual(['draft', 1]);
  // The third has a risk to its source, the fourth is not graded, and one of the samples is neither.
  expect(profile.problem?.kept).toBeGreaterThanOrEqual(2);
  expect(profile.problem?.figures.total).toBe(String(before.count + 11 - (profile.problem?.kept ?? 0)));
  const said = JSON.stringify(profile.problem?.figures);
  for (const secret of ['Vi Victim', 'Quarry Cottage', 'R-LANE', 'load']) expect(said).not.toContain(secret);
  expect(profile.problem?.figures.victims[1]).toEqual({ label: '2 records', n: 'Fewer than 5' });
  expect(profile.problem?.figures.spots.find(({ count }) => count === '7')).toBeDefined();
  // What is counted brings its conditions as what is quoted does.
  expect([...profile.conditions].sort()).toEqual(['no-action-without-us', 'no-onward-sharing']);
});

test('nothing of it is found on the other side before it is released', async () => {
  const at = `/packages/${profile.id}`;
  expect((await asked(olu, at)).status).toBe(404);
  expect((await page(olu, at)).status).toBe(404);
  expect((await asked(olu, `/intelligence/packages/${profile.id}`)).status).toBe(403);
  expect((await page(olu, `/search?q=${encodeURIComponent('quarry')}`)).text).not.toContain(
    'Tipping at the quarry',
  );
  const ops = { agency: wendmere, officer: (await days.idsOf(olu)).officer };
  for (const table of ['problem', 'draft', 'strategy', 'priority'])
    expect(await saidOn(ops, `select * from intelligence.${table}`)).toContain('permission denied');
  expect(
    await saidOn(ops, `select * from dissemination.package_figures where package_id = '${profile.id}'`),
  ).toBe(0);
});

test('somebody else releases it; its figures are frozen, and read once the conditions are acknowledged', async () => {
  expect(
    await refused(anya, `/intelligence/packages/${profile.id}/release`, { version: 1 }, 403),
  ).toBeDefined();
  profile = await done<Product>(morag, `/intelligence/packages/${profile.id}/release`, {
    version: profile.version,
  });
  const left = profile.problem?.figures;
  await report('R-LANE-LATE', {});
  expect((await look<Product>(anya, `/intelligence/packages/${profile.id}`)).problem?.figures).toEqual(left);
  const at = `/packages/${profile.id}`;
  const ops = { agency: wendmere, officer: (await days.idsOf(olu)).officer };
  const count = `select 1 from dissemination.package_figures where package_id = '${profile.id}'`;
  expect(await saidOn(ops, count)).toBe(0);
  expect((await look<Product>(olu, at)).figures).toBeNull();
  expect((await page(olu, at)).text).not.toContain('Hot spots');
  expect(await refused(olu, `${at}/usefulness`, { score: 4 })).toContain('acknowledged');
  await done(olu, `${at}/acknowledge`);
  expect(await saidOn(ops, count)).toBe(1);
  const read = await look<Product>(olu, at);
  expect(read.figures).toEqual(left);
  expect(read.text.find(({ part }) => part === 'recommendations')?.words).toBe('A gate at the quarry');
  const shown = wordsOf((await page(olu, at)).text);
  for (const words of [
    'Problem profile',
    'Hot spots, the fullest first',
    'Ask us first: First load',
    'Poisson',
  ])
    expect(shown).toContain(words);
  expect(shown).not.toContain('Vi Victim');
});

test('a condition of what was counted blocks the paper until the unit clears it, and the task', async () => {
  const at = `/packages/${profile.id}`;
  expect((await page(olu, `${at}/files/pdf`)).status).toBe(422);
  const [service] = await sql<{ id: string }>(
    `select m.service_id as id from directory.service_member m where m.officer_id = (select officer_id from platform.account where username = 'olu.officer') limit 1`,
  );
  expect(await refused(olu, `${at}/answer`, { answer: 'accepted', serviceId: service?.id })).toContain(
    'Take no action',
  );
  await done(morag, `/intelligence/packages/${profile.id}/clear`, { condition: 'no-onward-sharing' });
  for (const kind of ['pdf', 'docx']) {
    const paper = await page(olu, `${at}/files/${kind}`);
    expect([paper.status, paper.disposition]).toEqual([200, expect.stringContaining('problem-profile-PP-')]);
  }
  await done(olu, `${at}/answer`, { answer: 'accepted' });
});

test('each reader says once how useful it was, and may say it anew; the unit has the mean', async () => {
  const at = `/packages/${profile.id}`;
  expect(await refused(olu, `${at}/usefulness`, { score: 6 })).toContain('how useful');
  await done(olu, `${at}/usefulness`, { score: 2, useWords: 'Late' });
  await done(olu, `${at}/usefulness`, { score: 4, useWords: 'The map helped' });
  const { ratings } = await look<Product>(anya, `/intelligence/packages/${profile.id}`);
  expect(ratings.map(({ score, words }) => [score, words])).toEqual([[4, 'The map helped']]);
  expect(wordsOf((await page(anya, '/intelligence/packages')).text)).toMatch(/Problem profile 2 2 4\.0/);
  expect(wordsOf((await page(olu, at)).text)).toContain('You found it 4: useful');
  // Another officer of the agency does not read it.
  const ops = { agency: wendmere, officer: (await days.idsOf('callum.safety')).officer };
  expect(await saidOn(ops, 'select * from dissemination.usefulness')).toBe(0);
});

test('the next version follows; the first stays as it left', async () => {
  const next = await made<Product>(anya, '/intelligence/problems', { ...given(), follows: profile.id });
  expect(next.problem?.number).toBe(2);
  expect(next.problem?.figures.total).toBe(String(Number(profile.problem?.figures.total) + 1));
  expect((await look<Product>(olu, `/packages/${profile.id}`)).figures).toEqual(profile.problem?.figures);
  // Two drafts of one version: the second that is released would be it twice.
  const twin = await made<Product>(anya, '/intelligence/problems', { ...given(), follows: profile.id });
  await done(morag, `/intelligence/packages/${next.id}/release`, { version: next.version });
  expect(
    await refused(morag, `/intelligence/packages/${twin.id}/release`, { version: twin.version }),
  ).toContain('Another version 2');
  await expect(
    sql('update dissemination.package_figures set figures = $1 where package_id = $2', [
      '{}',
      profile.id,
    ]).then(() =>
      saidOn(
        { agency: wendmere, login: 'bailiwick_intel' },
        "update dissemination.package_figures set figures = '{}'",
      ),
    ),
  ).resolves.toContain('permission denied');
});
