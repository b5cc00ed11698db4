import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '../../../test/support/world.ts';

/** Journey J2, step 4: the analyst ranks harm by trader and by sector, and the roofer tops the sector. */
let world: World;
let imran: Visitor;
let anya: Visitor;
let morag: Visitor;
beforeAll(async () => {
  world = await openWorld({ name: 'harm' });
  imran = await world.as('imran.intel');
  anya = await world.as('anya.analyst');
  morag = await world.as('morag.manager');
});
afterAll(() => world.close());

const api = '/api/v1/intelligence';
interface Ranked {
  label: string;
  riskNow: number;
  risk: number;
  place: number;
  victims: number;
  matrixNumber: number;
}
interface Ranking {
  matrix: number;
  kinds: Record<'organisation' | 'person' | 'place', Ranked[]>;
  sectors: {
    code: string;
    riskNow: number;
    subjects: number;
    lostPounds: number;
    first: { label: string };
  }[];
}
const ranking = async (who = anya): Promise<Ranking> => (await who.api('GET', `${api}/harm`)).json as Ranking; // the declaration's shape
const link = (linkKind: string, label: string, more = '', role = 'subject') => ({
  linkKind,
  label,
  more,
  role,
});

/** An item that names somebody; gives the link of the first. */
async function told(title: string, ...links: ReturnType<typeof link>[]): Promise<string> {
  const { json } = await imran.api('POST', `${api}/items`, {
    receivedHow: 'complaint',
    title,
    body: `${title}.`,
  });
  const { id } = json as { id: string }; // the declaration's shape
  for (const one of links)
    expect((await imran.api('POST', `${api}/items/${id}/links`, one)).status).toBeLessThan(300);
  const [first] = await world.sql<{ id: string }>(
    'select id from intelligence.link where item_id = $1 and label like $2',
    [id, `${links[0]?.label}%`],
  );
  return first?.id ?? '';
}

const calm = {
  physical: 'none',
  psychological: 'none',
  economic: 'low',
  community: 'none',
  vulnerability: 'none',
  'non-compliance': 'low',
};
const grave = {
  ...calm,
  psychological: 'significant',
  economic: 'significant',
  vulnerability: 'severe',
  'non-compliance': 'moderate',
};
const assess = (linkId: string, given: object, who = anya) =>
  who.api('POST', `${api}/profiles/${linkId}/harm`, {
    ...{
      version: 0,
      scope: 'local',
      likelihood: 3,
      sector: 'home-improvement',
      why: 'By what the items say',
    },
    ...given,
  });
let roofer = '';
let again = '';

test('4. traders, people, places and sectors are ranked by harm; the roofer tops the sector', async () => {
  roofer = await told(
    'Took deposits',
    link('organisation', 'Bexley Roofing', '01234567'),
    link('person', 'Ada Widow', '1938-02-03', 'victim'),
  );
  again = await told(
    'Came again',
    link('organisation', 'Bexley Roofing', '01234567'),
    link('person', 'Ena Quill', '1940-05-06', 'victim'),
  );
  const tiler = await told('Left a mess', link('organisation', 'Carrow Tiling', '07654321'));
  const lad = await told('Sells vapes', link('person', 'Tod Marsh', '1990-01-02'));
  const yard = await told('Burns waste', link('place', '4 Linden Crescent', 'QM1 1AA'));
  expect(
    (await assess(roofer, { ...grave, scope: 'county', likelihood: 5, lostPounds: 12_000 })).json,
  ).toEqual({
    ...{ risk: 135, confidence: 'low', matrixNumber: 0 },
  });
  expect((await assess(tiler, calm)).status).toBe(201);
  expect((await assess(lad, { ...calm, physical: 'moderate', sector: 'tobacco-vapes' })).status).toBe(201);
  expect((await assess(yard, { ...calm, community: 'significant', sector: undefined })).status).toBe(201);

  const { kinds, sectors } = await ranking();
  expect(kinds.organisation.map(({ label, place }) => [label, place]).slice(0, 3)).toEqual([
    ['Bexley Roofing, 01234567', 1],
    ...[['Carrow Tiling, 07654321', 2]],
    ['Sample Roofing, 09999999', 3],
  ]);
  expect(kinds.organisation[0]).toMatchObject({ victims: 2, riskNow: 135 });
  expect([kinds.person.length, kinds.place.length]).toEqual([1, 1]);
  expect(sectors.map(({ code, subjects }) => [code, subjects])).toEqual([
    ['home-improvement', 3],
    ['tobacco-vapes', 1],
  ]);
  expect(sectors[0]).toMatchObject({ first: { label: 'Bexley Roofing, 01234567' }, lostPounds: 16_000 });
});

test('whichever item a subject is opened from, it is one, and a second look follows the first', async () => {
  const now = (await anya.api('GET', `${api}/profiles/${again}/harm`)).json as {
    items: number;
    victims: number;
    assessments: { number: number; risk: number }[];
  }; // the declaration's shape
  expect(now).toMatchObject({ items: 2, victims: 2, assessments: [{ number: 1, risk: 135 }] });
  const stale = await assess(again, { ...calm, version: 0 });
  expect([stale.status, stale.text]).toEqual([409, expect.stringContaining('Somebody has assessed this')]);
  const [one, other] = await Promise.all([1, 1].map((version) => assess(again, { ...grave, version }, anya)));
  expect([one?.status, other?.status].sort()).toEqual([201, 409]);
  const { kinds } = await ranking();
  expect(kinds.organisation.filter(({ label }) => label.startsWith('Bexley'))).toHaveLength(1);
});

test.each([
  [
    { ...grave, economic: 'moderate', lostPounds: 12_000 },
    '£12,000 lost is at least significant by the matrix',
  ],
  [{ ...grave, economic: undefined }, 'Say how much economic harm there is'],
  [{ ...grave, likelihood: 6 }, 'Say how likely it is'],
  [{ ...grave, lostPounds: -1 }, 'Enter whole pounds, such as 12000'],
  [{ ...grave, sector: 'sorcery' }, 'Choose a trade'],
  [{ ...grave, why: '' }, 'Say what the assessment rests on'],
])('%j is refused in words', async (given, words) => {
  const answer = await assess(roofer, { version: 2, ...given });
  expect([answer.status, answer.text]).toEqual([422, expect.stringContaining(words)]);
});

test('a telephone does no harm: whoever uses it is assessed', async () => {
  const phone = await told('Rings at night', link('phone', '07700 900321'));
  const answer = await assess(phone, calm);
  expect([answer.status, answer.text]).toEqual([
    422,
    expect.stringContaining('businesses, people and places'),
  ]);
});

test('✘ nobody is ranked for what was done to them', async () => {
  const victim = await told('Lost her savings', link('person', 'Ivy Fenn', '1935-04-04', 'victim'));
  const answer = await assess(victim, calm);
  expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('for what was done to them')]);
  expect((await anya.get(`/intelligence/profiles/${victim}/harm`)).text).not.toContain('Keep the assessment');
});

test('a matrix is looked at before it holds; scores that were given keep the number of theirs', async () => {
  const { matrices } = (await morag.api('GET', `${api}/harm/matrix`)).json as {
    matrices: { number: number; numbers: Record<string, number> }[];
  }; // the declaration's shape
  const numbers = { ...matrices[0]?.numbers, 'weight-community': 10 };
  const change = (given: object, who = morag) =>
    who.api('POST', `${api}/harm/matrix`, { version: 0, numbers, why: 'Places count more', ...given });
  const before = (await ranking()).kinds.place[0]?.riskNow ?? 0;
  const looked = await change({});
  expect(looked.json).toMatchObject({ isAdopted: false, number: 1 });
  expect((await ranking()).matrix).toBe(0);
  expect((await change({ adopt: true }, anya)).status).toBe(403);
  expect((await change({ adopt: true, numbers: { ...numbers, 'scale-low': 9 } })).text).toContain(
    'A worse step counts at least',
  );
  expect((await change({ adopt: true, numbers: { ...numbers, 'scope-local': 0 } })).text).toContain(
    'Enter a number from 0.1 to 10',
  );
  expect((await change({ adopt: true })).json).toMatchObject({ isAdopted: true, number: 1 });
  expect((await change({ adopt: true })).status).toBe(409);
  const after = await ranking();
  expect(after.matrix).toBe(1);
  expect(after.kinds.place[0]).toMatchObject({ risk: before, matrixNumber: 0 });
  expect(after.kinds.place[0]?.riskNow).toBeGreaterThan(before);
});

test('✘ nobody outside the unit ranks, assesses or learns who is ranked', async () => {
  for (const name of ['tess.trading', 'olu.officer', 'aled.auditor']) {
    const visitor = await world.as(name);
    expect((await visitor.api('GET', `${api}/harm`)).status).toBe(403);
    expect((await assess(roofer, { ...calm, version: 2 }, visitor)).status).toBe(403);
  }
  // Assessing is the analyst's; the manager keeps the matrix.
  expect((await assess(roofer, { ...calm, version: 2 }, morag)).status).toBe(403);
});

test('a link that is taken back takes its subject out of the ranking, and nothing is lost', async () => {
  const person = (await ranking()).kinds.person[0];
  await world.sql(
    "update intelligence.link set state = 'ended', ended_at = now(), ended_by = made_by where label like 'Tod Marsh%'",
  );
  expect((await ranking()).kinds.person).toEqual([]);
  await world.sql(
    "update intelligence.link set state = 'confirmed', ended_at = null, ended_by = null where label like 'Tod Marsh%'",
  );
  expect((await ranking()).kinds.person).toEqual([person]);
});
