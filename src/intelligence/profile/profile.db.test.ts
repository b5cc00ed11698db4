import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '../../../test/support/world.ts';

let world: World;
let imran: Visitor;
beforeAll(async () => {
  world = await openWorld({ name: 'profiles' });
  imran = await world.as('imran.intel');
});
afterAll(() => world.close());

interface ProfileJson {
  subject: { kind: string; label: string; keyKind: string | null };
  items: { id: string; role: string }[];
  timeline: { month: string; items: number }[];
  repeats: { victim: number; location: number };
  services: { agencyName: string; items: number; records: number }[];
  beside: { label: string; items: number }[];
}
interface Link {
  linkKind: string;
  label: string;
  more?: string;
  role: string;
}
const api = '/api/v1/intelligence';

/** An item with links; gives the id of the first link. */
async function told(title: string, ...links: Link[]): Promise<{ itemId: string; linkId: string }> {
  const added = await imran.api('POST', `${api}/items`, {
    receivedHow: 'complaint',
    title,
    body: `${title}.`,
  });
  const { id: itemId } = added.json as { id: string }; // the shape is the declaration's
  for (const link of links) await imran.api('POST', `${api}/items/${itemId}/links`, link);
  const [first] = await world.sql<{ id: string }>(
    'select id from intelligence.link where item_id = $1 and label like $2',
    [itemId, `${links[0]?.label}%`],
  );
  return { itemId, linkId: first?.id ?? '' };
}
const profileOf = async (linkId: string): Promise<ProfileJson> =>
  (await imran.api('GET', `${api}/profiles/${linkId}`)).json as ProfileJson;

const ada = { linkKind: 'person', label: 'Ada Widow', more: '1938-02-03', role: 'victim' };
const home = { linkKind: 'place', label: '4 Linden Crescent', more: 'QM1 1AA', role: 'mentioned' };
const van = { linkKind: 'vehicle', label: 'QX19 ZTB', role: 'subject' };

test('a profile holds what every item says of one person, whom it was said with, when, and that she is a repeat victim', async () => {
  const first = await told('Roofer took her deposit', ada, home, van);
  await told('Roofer came again', ada, home, van);
  await told('Another widow', { ...ada, label: 'Ada Widow', more: '' }, van);
  const profile = await profileOf(first.linkId);
  expect(profile.subject).toMatchObject({ kind: 'person', label: 'Ada Widow, 1938-02-03' });
  expect(profile.items.map(({ role }) => role)).toEqual(['victim', 'victim']);
  expect(profile.repeats).toEqual({ victim: 2, location: 0 });
  expect(profile.timeline.at(-1)).toEqual({ month: '2026-11', items: 2 });
  expect(profile.beside.map(({ label, items }) => [label, items])).toEqual([
    ['4 Linden Crescent, QM1 1AA', 2],
    ['QX19 ZTB', 2],
  ]);
  const page = (await imran.get(`/intelligence/profiles/${first.linkId}`)).text;
  for (const words of [
    'Person profile',
    'Repeat victim: in 2 items',
    'The same figures as a table',
    'Nov 2026',
  ])
    expect(page).toContain(words);
  const list = (await imran.get('/intelligence/profiles')).text;
  for (const words of ['Ada Widow, 1938-02-03', '4 Linden Crescent, QM1 1AA', 'QX19 ZTB'])
    expect(list).toContain(words);
  expect((await imran.get(`/intelligence/items/${first.itemId}`)).text).toContain(
    `/intelligence/profiles/${first.linkId}`,
  );
});

test('a name alone is met nowhere else', async () => {
  const one = await told('A man called Sam Roe', { linkKind: 'person', label: 'Sam Roe', role: 'subject' });
  await told('Again a Sam Roe', { linkKind: 'person', label: 'Sam Roe', role: 'subject' });
  expect((await profileOf(one.linkId)).items).toHaveLength(1);
  expect((await imran.get(`/intelligence/profiles/${one.linkId}`)).text).toContain('A name alone');
});

test('services are counted by what they sent and, under an agreement alone, by what they hold', async () => {
  const [sample] = await world.sql<{ id: string }>(
    "select id from intelligence.link where label = '07700 900555' limit 1",
  );
  const wendmere = 'Wendmere District Council';
  expect((await profileOf(sample?.id ?? '')).services).toMatchObject([
    { agencyName: wendmere, items: 1, records: 1 },
  ]);
  await world.sql(
    "update directory.agreement set ends_on = '2026-11-19' where record_kind in ('report', 'person')",
  );
  imran = await world.as('imran.intel');
  expect((await profileOf(sample?.id ?? '')).services).toMatchObject([
    { agencyName: wendmere, items: 1, records: 0 },
  ]);
});

test('a link that was refused, ended, of a duplicate or of another unit is in no profile', async () => {
  const one = await told('First', { linkKind: 'phone', label: '07700 900991', role: 'subject' });
  const two = await told('Second', { linkKind: 'phone', label: '07700 900991', role: 'subject' });
  await imran.api('POST', `${api}/items/${two.itemId}/same`, { version: 1, of: one.itemId });
  expect((await profileOf(one.linkId)).items).toHaveLength(1);
  await imran.api('POST', `${api}/items/${one.itemId}/links/${one.linkId}/end`);
  expect((await imran.api('GET', `${api}/profiles/${one.linkId}`)).status).toBe(404);
  for (const name of ['olu.officer', 'sadia.safeguarding'])
    expect((await (await world.as(name)).get(`/intelligence/profiles/${two.linkId}`)).status).toBe(403);
});
