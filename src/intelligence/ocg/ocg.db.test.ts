import { Client } from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { journey } from '../../../test/support/journey.ts';
import { wordsOf } from '../../../test/support/pages.ts';

/** Cards of organised crime groups, by `/api/v1`: from suspicion to the day they are put away, and who never learns of them. */
const days = journey('ocg', '2026-11-20T10:00:00Z');
const { asked, clock, done, look, made, page, refused, saidOn, sql } = days;
const anya = 'anya.analyst';
const morag = 'morag.manager';

interface Card {
  id: string;
  version: number;
  status: string;
  score: number | null;
  soc: string | null;
  ocg: string | null;
  reviewOn: string;
  people: number;
  members: { id: string; label: string; role: string; items: number; endedAt: string | null }[];
  plan: { id: string; result: string | null }[];
  disruptions: { grade: string }[];
  assessments: { number: number; score: number }[];
  events: { kind: string; words: string; reason: string }[];
}
let card: Card;
const links: Record<string, string> = {};

/** An item that names somebody; gives the link. */
async function told(
  title: string,
  named: { linkKind: string; label: string; more?: string; role?: string },
): Promise<string> {
  const { id } = await made<{ id: string }>('imran.intel', '/intelligence/items', {
    ...{ receivedHow: 'complaint', title, body: `${title}.` },
  });
  await days.tried('imran.intel', `/intelligence/items/${id}/links`, { more: '', role: 'subject', ...named });
  const [row] = await sql<{ id: string }>('select id from intelligence.link where item_id = $1', [id]);
  return row?.id ?? '';
}
const groups = '/intelligence/groups';
const on = (part: string) => `${groups}/${card.id}/${part}`;
const act = async (who: string, part: string, body: object) => (card = await done<Card>(who, on(part), body));
const assessment = {
  ...{ intent: 4, capability: 3, harms: ['profit', 'control'], isSerious: 'yes', isContinuing: 'yes' },
  ...{ isOrganised: 'yes', people: 3, grounds: 'Two items and a seizure' },
};

beforeAll(async () => {
  links.rod = await told('Rod Roofer takes deposits', {
    ...{ linkKind: 'person', label: 'Rod Roofer', more: '1980-01-31' },
  });
  links.rodAgain = await told('Rod Roofer again', {
    ...{ linkKind: 'person', label: 'Rod Roofer', more: '1980-01-31' },
  });
  links.kit = await told('Kit Keeper drives for him', {
    linkKind: 'person',
    label: 'Kit Keeper',
    more: '1985-02-28',
  });
  links.van = await told('A van is seen', { linkKind: 'vehicle', label: 'QS19 OCG' });
  links.victim = await told('Vi Victim paid', {
    ...{ linkKind: 'person', label: 'Vi Victim', more: '1940-03-03', role: 'victim' },
  });
});

test('a card is suspected at first, and looked at again within six weeks', async () => {
  card = await made<Card>(anya, groups, {
    ...{ name: 'Slate Finch', activities: 'Roofing and deposits', areaWords: 'Three villages' },
  });
  expect([card.status, card.score, card.reviewOn]).toEqual(['suspected', null, '2027-01-01']);
  expect(
    await refused(morag, on('steps'), { action: 'confirm', version: card.version, reason: 'Sure' }),
  ).toContain('it was assessed');
});

test('the two tests and a local score; what was said before stays', async () => {
  await act(anya, 'assessments', { ...assessment, version: card.version, isOrganised: 'not-known' });
  expect([card.score, card.soc, card.ocg]).toEqual([12, 'yes', 'not-known']);
  await refused(anya, on('assessments'), { ...assessment, version: card.version - 1 }, 409);
  await act(anya, 'assessments', { ...assessment, version: card.version, capability: 5 });
  expect(card.assessments.map(({ number, score }) => [number, score])).toEqual([
    [2, 20],
    [1, 12],
  ]);
  expect([card.soc, card.ocg]).toEqual(['yes', 'yes']);
});

test('whoever is in it is named from items; a victim is never a member, a van never in it', async () => {
  await act(anya, 'members', { linkId: links.rod, role: 'leads', why: 'Two items' });
  await act(anya, 'members', { linkId: links.van, role: 'used', why: 'Seen' });
  expect(card.members.map(({ label, items }) => [label.slice(0, 10), items])).toEqual([
    ['Rod Roofer', 2],
    ['QS19 OCG', 1],
  ]);
  // By another link it is the same man.
  expect(
    await refused(anya, on('members'), { linkId: links.rodAgain, role: 'works', why: 'Again' }),
  ).toContain('stands on this card already');
  expect(await refused(anya, on('members'), { linkId: links.victim, role: 'works', why: 'Paid' })).toContain(
    'as a victim',
  );
  expect(await refused(anya, on('members'), { linkId: links.van, role: 'leads', why: 'Seen' })).toContain(
    'used by a group',
  );
  // That somebody else mentions them makes no member of a victim.
  const mentioned = await told('Vi Victim rang back', {
    ...{ linkKind: 'person', label: 'Vi Victim', more: '1940-03-03', role: 'mentioned' },
  });
  for (const linkId of [links.victim, mentioned])
    expect(await refused(anya, on('members'), { linkId, role: 'works', why: 'Rang' })).toContain(
      'as a victim',
    );
  await act(anya, 'members', { linkId: links.victim, role: 'exploited', why: 'Stores their ladders' });
  // Neither who may be exploited nor the van is counted among them.
  expect(card.people).toBe(1);
  expect(
    await refused(morag, on('steps'), { action: 'confirm', version: card.version, reason: 'Sure' }),
  ).toContain('at least 2 people stand on the card');
  await act(anya, 'members', { linkId: links.kit, role: 'works', why: 'Drives' });
  expect(
    await refused(anya, on('assessments'), { ...assessment, version: card.version, people: 1 }),
  ).toContain('2 people stand on the card already');
});

test('the manager alone confirms; each step has its reason in the history', async () => {
  const step = { action: 'confirm', version: card.version, reason: 'Both tests met' };
  await refused(anya, on('steps'), step, 403);
  await act(morag, 'steps', step);
  expect(card.status).toBe('confirmed');
  expect(card.events.find(({ kind }) => kind === 'confirm')).toMatchObject({
    ...{ words: 'Confirmed', reason: 'Both tests met' },
  });
  await refused(morag, on('steps'), { ...step, version: card.version }, 409);
});

test('a plan in four strands, disruptions with their evidence, and no putting away while the plan is open', async () => {
  const planned = {
    strand: 'protect',
    words: 'Fit call blockers',
    ownerWords: 'Wardens',
    dueOn: '2026-12-01',
  };
  await act(anya, 'plan', planned);
  expect(await refused(anya, on('plan'), { ...planned, dueOn: '2026-11-19' })).toContain('today or later');
  const disrupted = {
    ...{ onDay: '2026-11-19', strand: 'pursue', grade: 'moderate', words: 'Van seized', evidence: 'Record' },
  };
  await act(anya, 'disruptions', disrupted);
  expect(await refused(anya, on('disruptions'), { ...disrupted, onDay: '2026-11-21' })).toContain(
    'today or earlier',
  );
  expect(
    await refused(anya, on('steps'), { action: 'put-away', version: card.version, reason: 'Over' }),
  ).toContain('nothing of the plan is open');
  const [action] = card.plan;
  await act(anya, `plan/${action?.id}/result`, { result: 'Eleven fitted' });
  expect(card.plan[0]?.result).toBe('Eleven fitted');
  await refused(anya, on(`plan/${action?.id}/result`), { result: 'Again' }, 409);
});

test('a card whose day has come waits on the analyst’s home page until somebody has looked again', async () => {
  clock.set('2027-01-01T09:00:00Z');
  expect((await page(anya, '/home')).text).toContain('to look at again');
  expect(await refused(anya, on('reviews'), { words: 'Nothing new', reviewOn: '2027-02-13' })).toContain(
    '2027-02-12',
  );
  await act(anya, 'reviews', { words: 'Nothing new', reviewOn: '2027-02-12' });
  expect(card.reviewOn).toBe('2027-02-12');
  expect(card.events.find(({ kind }) => kind === 'reviewed')?.reason).toBe('Nothing new');
});

test('what is put away takes nothing more until it is taken out; nobody is deleted from it', async () => {
  const kit = card.members.find(({ label }) => label.startsWith('Kit'));
  await act(anya, `members/${kit?.id}/end`, { endWhy: 'Another of the name' });
  expect(card.members.find(({ id }) => id === kit?.id)?.endedAt).not.toBeNull();
  await act(anya, 'steps', { action: 'put-away', version: card.version, reason: 'In prison' });
  expect(card.status).toBe('archived');
  expect(await refused(anya, on('members'), { linkId: links.kit, role: 'works', why: 'Back' })).toContain(
    'put away',
  );
  await act(anya, 'steps', { action: 'take-out', version: card.version, reason: 'Released' });
  expect([card.status, card.reviewOn]).toEqual(['suspected', '2027-02-12']);
});

test('a card in two hands: nothing is added to a plan while the card is being put away', async () => {
  const other = new Client({ connectionString: days.world.ownerUrl });
  await other.connect();
  try {
    await other.query('begin');
    await other.query(
      "update intelligence.ocg set status = 'archived', version = version + 1 where id = $1",
      [card.id],
    );
    const adding = days.tried(anya, on('plan'), {
      ...{ strand: 'pursue', words: 'Watch the yard', ownerWords: 'Police', dueOn: '2027-02-20' },
    });
    await new Promise((go) => setTimeout(go, 500));
    await other.query('commit');
    expect((await adding).text).toContain('put away');
  } finally {
    await other.end();
  }
  // Nor does whoever looks the subject up read that it stands on a live card.
  expect((await page(anya, `/intelligence/profiles/${links.rod}/groups`)).text).not.toContain(card.id);
  await sql("update intelligence.ocg set status = 'suspected' where id = $1", [card.id]);
});

test('the card is a paper for the unit alone', async () => {
  for (const kind of ['pdf', 'docx']) {
    const at = `/intelligence/groups/${card.id}/files/${kind}`;
    const file = await page(anya, at);
    expect([file.status, file.disposition]).toEqual([200, expect.stringContaining(`.${kind}`)]);
    expect((await page('olu.officer', at)).status).toBe(403);
  }
});

test('a link that was ended leads nowhere: the card goes by another of the same, and says where none is left', async () => {
  const member = async () =>
    (
      await look<Card & { members: { label: string; linkId: string; items: number }[] }>(
        anya,
        `${groups}/${card.id}`,
      )
    ).members.find(({ label }) => label.startsWith('Rod'));
  const end = (linkId = '') =>
    sql("update intelligence.link set state = 'ended', ended_at = now() where id = $1", [linkId]);
  await end(links.rod);
  expect(await member()).toMatchObject({ linkId: links.rodAgain, items: 1 });
  expect((await page(anya, `/intelligence/profiles/${links.rodAgain}`)).status).toBe(200);
  await end(links.rodAgain);
  const text = wordsOf((await page(anya, `/intelligence/groups/${card.id}`)).text);
  expect([(await member())?.items, text]).toEqual([
    0,
    expect.stringContaining('No item names them any more'),
  ]);
});

test('a group of which nobody is known is inferred from a series, which must be described', async () => {
  const series = await made<Card>(anya, groups, {
    ...{ name: 'Night Moth', activities: 'Sheds broken into', areaWords: 'The coast' },
  });
  const path = (part: string) => `${groups}/${series.id}/${part}`;
  let now = await done<Card>(anya, path('assessments'), { ...assessment, version: series.version });
  const step = { action: 'infer', version: now.version, reason: 'Nine sheds alike' };
  expect(await refused(morag, path('steps'), step)).toContain('the series is described');
  now = await done<Card>(anya, path('card'), {
    ...{ name: 'Night Moth', activities: 'Sheds broken into', areaWords: 'The coast' },
    ...{ seriesWords: 'Hinges cut, always on a Thursday', version: now.version },
  });
  expect((await done<Card>(morag, path('steps'), { ...step, version: now.version })).status).toBe('inferred');
  const list = await look<{ cards: { id: string }[] }>(anya, `${groups}?status=inferred`);
  expect(list.cards.map(({ id }) => id)).toEqual([series.id]);
});

test('a card that was let go says so, and is not taken out again', async () => {
  const gone = await made<Card>(anya, groups, {
    name: 'Grey Gull',
    activities: 'Nothing',
    areaWords: 'Nowhere',
  });
  const path = `${groups}/${gone.id}/steps`;
  const away = await done<Card>(anya, path, {
    action: 'put-away',
    version: gone.version,
    reason: 'Nothing came',
  });
  await sql(
    "insert into governance.stripped (kind, record_id, on_day) values ('intelligence-group', $1, '2027-01-10')",
    [gone.id],
  );
  const text = wordsOf((await page(anya, `/intelligence/groups/${gone.id}`)).text);
  expect(text).toContain('no longer kept');
  expect(text).not.toContain('Take the card out again');
  const out = { action: 'take-out', version: away.version, reason: 'It came back' };
  expect(await refused(anya, path, out)).toContain('It was let go');
});

test('nobody outside the unit learns of a card, by page, by API or on a stolen connection', async () => {
  for (const who of ['tess.trading', 'callum.safety', 'priya.police', 'aled.auditor'])
    expect((await asked(who, `${groups}/${card.id}`)).status).toBe(403);
  expect(
    await saidOn({ agency: (await days.idsOf('imran.intel')).agency }, 'select 1 from intelligence.ocg'),
  ).toMatch(/permission denied/);
  const elsewhere = { agency: (await days.idsOf('callum.safety')).agency, login: 'bailiwick_intel' } as const;
  for (const table of ['ocg', 'ocg_assessment', 'ocg_member', 'ocg_action', 'ocg_disruption', 'ocg_event'])
    expect(await saidOn(elsewhere, `select 1 from intelligence.${table}`)).toBe(0);
  expect(await saidOn(elsewhere, "update intelligence.ocg set status = 'archived'")).toBe(0);
  const own = { agency: (await days.idsOf('imran.intel')).agency, login: 'bailiwick_intel' } as const;
  expect(await saidOn(own, "update intelligence.ocg_assessment set grounds = 'Nothing'")).toMatch(
    /permission denied/,
  );
  expect(await saidOn(own, 'delete from intelligence.ocg_member')).toMatch(/permission denied/);
});
