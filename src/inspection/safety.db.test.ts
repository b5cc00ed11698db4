import { expect, test } from 'vitest';
import { named, plan, purchases, type ShownPurchase } from '../../test/support/inspection.ts';
import { journey } from '../../test/support/journey.ts';
import { wordsOf } from '../../test/support/pages.ts';

/** The officer-safety screen in the moment somebody is sent to premises: by `/api/v1` and on the pages alike. */
const days = journey('visit_safety', '2026-04-01T09:00:00Z');
const { as, clock, done, idsOf, look, made, page, placeOf, refused, sql, tried } = days;
const { keep } = purchases(days);
const tess = 'tess.trading';
const priya = 'priya.police';
const sadia = 'sadia.safeguarding';
const why = 'Came at a colleague with a bottle in March';
const at = { ...{ type: 'VI', evidence: 'Log 41 of 3 March' }, reviewOn: '2026-05-02', told: 'to-tell' };

interface Safety {
  screenedAt: string | null;
  isFresh: boolean;
  precautions: Record<string, unknown>[];
}
interface Shown {
  id: string;
  companion: string | null;
  safety: Safety | null;
  version: number;
}
let doors = 0;
/** Premises, and a marker that a colleague who keeps them set on their address. */
async function marked(name: string, precaution: string | undefined) {
  // A postcode and a number are one door: each of the premises has a number of its own.
  doors += 1;
  const address = `${doors} ${name} Road`;
  const card = { ...(await keep(tess, name, { address })), address };
  if (precaution) {
    const { postcode } = await placeOf();
    const set = await (await as(sadia)).post('/markers', {
      ...{ ...at, about: 'address', address, postcode, precaution, why },
    });
    expect(set.status, wordsOf(set.text)).toBe(303);
  }
  return card;
}
const screens = (reference: string) =>
  sql<{ result: string; officer: string }>(
    `select s.result, s.officer_id as officer from assurance.screening s where s.purpose like '%' || $1 order by s.turn`,
    [reference],
  );
const referenceOf = async (id: string) =>
  (await sql<{ reference: string }>('select reference from inspection.premises where id = $1', [id]))[0]
    ?.reference ?? '';
const visitOf = async (premisesId: string) => {
  const [row] = await sql<{ id: string }>(
    'select id from inspection.visit where premises_id = $1 and visited_on is null',
    [premisesId],
  );
  return row?.id;
};
const booked = (premisesId: string, more: object = {}) => ({
  ...{ premisesId, kind: 'inspection', plannedOn: clock.today(), ...more },
});

test('nothing met is written down too, with who asked', async () => {
  const { id } = await marked('Calm Corner', undefined);
  await made(tess, '/inspection-visits', booked(id));
  const { officer } = await idsOf(tess);
  expect(await screens(await referenceOf(id))).toEqual([{ result: 'nothing', officer }]);
  const shown = await look<Shown>(tess, `/inspection-visits/${await visitOf(id)}`);
  expect(shown.safety).toMatchObject({ isFresh: true, precautions: [] });
  expect(wordsOf((await page(tess, `/inspections/${shown.id}`)).text)).toContain(
    'no promise that it is safe',
  );
});

test('«two officers» stops a lone visit, the screen stays; with somebody along it is planned, and the page says what to do and not why', async () => {
  const { id } = await marked('Loud Corner', 'two-officers');
  const reference = await referenceOf(id);
  const alone = await tried(tess, '/inspection-visits', booked(id));
  expect([alone.status, alone.text]).toEqual([422, expect.stringContaining('Nobody goes alone')]);
  expect(await visitOf(id)).toBeUndefined();
  expect((await screens(reference)).map(({ result }) => result)).toEqual(['two-officers']);
  // The page refuses the same at its field, with all that was typed.
  const form = {
    premisesId: id,
    kind: 'inspection',
    ...{ 'plannedOn-day': '1', 'plannedOn-month': '4', 'plannedOn-year': '2026' },
  };
  const again = await (await as(tess)).post('/inspections', {
    ...form,
    companion: '',
    companionIs: 'anybody',
  });
  expect([again.status, wordsOf(again.text)]).toEqual([422, expect.stringContaining('Nobody goes alone')]);
  expect(await screens(reference)).toHaveLength(2);
  await made(tess, '/inspection-visits', booked(id, { companion: 'Joss Thistlewood' }));
  const shown = await look<Shown>(tess, `/inspection-visits/${await visitOf(id)}`);
  expect(shown.companion).toBe('Joss Thistlewood');
  expect(shown.safety?.precautions).toEqual([
    { type: 'VI', precaution: 'two-officers', words: expect.any(String), reviewOn: '2026-05-02' },
  ]);
  for (const url of [
    `/inspections/${shown.id}`,
    `/premises/${id}`,
    `/api/v1/inspection-visits/${shown.id}`,
  ]) {
    const { text } = await page(tess, url);
    expect(text, url).toContain('Two officers');
    for (const secret of [why, 'Log 41']) expect(text, url).not.toContain(secret);
  }
});

test('«do not attend» refuses by page and API, keeps its screen, and is shown with the form', async () => {
  const { id } = await marked('Shut Corner', 'do-not-attend');
  const along = { companion: 'Joss Thistlewood', companionIs: 'police' };
  expect(await refused(tess, '/inspection-visits', booked(id, along))).toContain('visit.no-visit');
  const form = {
    premisesId: id,
    kind: 'inspection',
    ...{ 'plannedOn-day': '1', 'plannedOn-month': '4', 'plannedOn-year': '2026' },
    ...along,
  };
  const shown = await (await as(tess)).post('/inspections', form);
  expect(shown.status).toBe(422);
  expect(wordsOf(shown.text)).toContain('Do not attend');
  expect(wordsOf(shown.text)).toContain('nobody visits');
  expect(shown.text).not.toContain(why);
  expect(await visitOf(id)).toBeUndefined();
  expect((await screens(await referenceOf(id))).map(({ result }) => result)).toEqual([
    ...['do-not-attend', 'do-not-attend'],
  ]);
  const [audited] = await sql<{ n: number }>(
    "select count(*)::int as n from platform.audit_entry where event = 'inspection-visit.planned' and outcome = 'refused'",
  );
  expect(audited?.n).toBeGreaterThan(1);
});

test('«with the police» is met by a police officer; what was said to be somebody else holds no more', async () => {
  const { id } = await marked('Blue Corner', 'with-police');
  const along = { companion: 'PC Nell Ashby' };
  expect(await refused(tess, '/inspection-visits', booked(id, along))).toContain('companionIs');
  await made(tess, '/inspection-visits', booked(id, { ...along, companionIs: 'police' }));
  // A marker on the same name, and no more: whoever screened says that it is somebody else.
  const other = await marked('Alba Finch', undefined);
  const set = await (await as(sadia)).post('/markers', {
    ...{ ...at, about: 'person', name: 'Alba Finch Ltd', precaution: 'do-not-attend', why },
  });
  expect(set.status).toBe(303);
  expect(await refused(tess, '/inspection-visits', booked(other.id))).toContain('visit.no-visit');
  const [last] = await sql<{ screening: string; marker: string }>(
    'select h.screening_id as screening, h.marker_id as marker from assurance.hit h join assurance.screening s on s.id = h.screening_id order by s.turn desc limit 1',
  );
  const said = await (await as(tess)).post(`/screenings/${last?.screening}/answers`, {
    ...{ markerId: last?.marker ?? '', answer: 'not' },
  });
  expect(said.status).toBe(303);
  await made(tess, '/inspection-visits', booked(other.id));
});

test('another agency that comes along reads neither the screen nor who goes, on its own connection either', async () => {
  const police = (await idsOf(priya)).agency;
  const { id } = await marked('Shared Corner', 'two-officers');
  const joint = { kind: 'joint', agencies: [police], companion: 'Joss Thistlewood' };
  await made(tess, '/inspection-visits', booked(id, joint));
  const visit = await visitOf(id);
  const theirs = await look<Shown>(priya, `/inspection-visits/${visit}`);
  expect([theirs.companion, theirs.safety]).toEqual([null, null]);
  expect((await page(priya, `/inspections/${visit}`)).text).not.toContain('Joss');
  for (const table of ['premises_screen', 'visit_company'])
    expect(await days.saidOn({ agency: police }, `select 1 from inspection.${table}`)).toBe(0);
  expect(await refused(priya, `/inspection-visits/${visit}/screen`, { companion: 'PC Ashby' })).toContain(
    'planned this visit',
  );
});

test('premises of a test are screened as they are chosen: a lone test is not settled; a marker set since is found as the day begins', async () => {
  const [stopped, two, calm] = [
    await marked('Gate One', 'do-not-attend'),
    await marked('Gate Two', 'two-officers'),
    await marked('Gate Three', undefined),
  ];
  const file = await made<ShownPurchase>(tess, '/test-purchases', {
    ...{ ...plan, name: 'Two gates', location: named('Gate', 1)[0], onDay: clock.today(), agencies: [] },
    ...{ districtCode: (await placeOf()).district },
  });
  const url = `/test-purchases/${file.id}`;
  const choose = (premisesId: string) => ({ premisesId, basis: 'complaint', words: 'Parents say so' });
  expect(await refused(tess, `${url}/premises`, choose(stopped?.id ?? ''))).toContain('visit.no-visit');
  for (const one of [two, calm]) await made(tess, `${url}/premises`, choose(one?.id ?? ''));
  const consent = { ownConsentOn: clock.today(), parentConsentOn: clock.today() };
  await made(tess, `${url}/volunteers`, { code: 'V1', age: 16, ...consent });
  const { officer, agency } = await idsOf(tess);
  for (const part of ['keep-record', 'request-purchase'])
    await tried(tess, `${url}/officers`, { officerId: officer, part });
  const unmet = async (action: string) => {
    const shown = await look<ShownPurchase>(tess, url);
    return (shown.steps.find((one) => one.action === action)?.conditions ?? [])
      .filter(({ met }) => !met)
      .map(({ code }) => code);
  };
  expect(await unmet('settle')).toContain('nobody-alone');
  const [second] = await sql<{ id: string }>(
    'select id from directory.officer where agency_id = $1 and id <> $2 and is_active order by name limit 1',
    [agency, officer],
  );
  await made(tess, `${url}/officers`, { officerId: second?.id, part: 'keep-record' });
  expect(await unmet('settle')).not.toContain('nobody-alone');
  await sql("update inspection.purchase set status = 'settled' where id = $1", [file.id]);
  clock.set('2026-04-01T10:00:00Z');
  const { postcode } = await placeOf();
  await (await as(sadia)).post('/markers', {
    ...{ ...at, about: 'address', address: calm?.address, postcode, precaution: 'do-not-attend', why },
  });
  const before = (await screens(await referenceOf(calm?.id ?? ''))).length;
  const { version } = await look<ShownPurchase>(tess, url);
  expect(await refused(tess, `${url}/steps/begin`, { version })).toContain('Gate Three');
  expect(await screens(await referenceOf(calm?.id ?? ''))).toHaveLength(before + 1);
});

test('a revisit that a result plans is screened; a precaution that has run out stops nobody', async () => {
  const { id, address } = await marked('Back Corner', 'do-not-attend');
  await sql("update assurance.marker set review_on = '2026-04-03' where address = $1", [address]);
  clock.set('2026-04-04T09:00:00Z');
  await made(tess, '/inspection-visits', booked(id));
  const first = await look<Shown>(tess, `/inspection-visits/${await visitOf(id)}`);
  expect(first.safety?.precautions).toEqual([]);
  await done(tess, `/inspection-visits/${first.id}/result`, {
    ...{ visitedOn: clock.today(), result: 'not-compliant', findings: [], version: first.version },
  });
  expect(await visitOf(id)).not.toBe(first.id);
  expect((await screens(await referenceOf(id))).map(({ result }) => result)).toEqual(['nothing', 'nothing']);
  // A visit that lies ahead is screened again before it: an old screen says so.
  clock.set('2026-04-20T09:00:00Z');
  const next = `/inspection-visits/${await visitOf(id)}`;
  expect((await look<Shown>(tess, next)).safety?.isFresh).toBe(false);
  expect((await done<Shown>(tess, `${next}/screen`)).safety?.isFresh).toBe(true);
});
