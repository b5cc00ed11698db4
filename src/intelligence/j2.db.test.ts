import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, openWorld, type Visitor, type World } from '../../test/support/world.ts';

/** Journey J2, steps 1, 2, 5 and 6: from three reports about one roofer to a package that trading standards accept. */
let world: World;
const people: Record<string, Visitor> = {};
beforeAll(async () => {
  world = await openWorld({ name: 'j2' });
  for (const name of [
    'imran.intel',
    'anya.analyst',
    'morag.manager',
    'tess.trading',
    'rowan.reception',
    'olu.officer',
  ])
    people[name] = await world.as(name);
});
afterAll(() => world.close());

const as = (name: string): Visitor => {
  const visitor = people[name];
  if (!visitor) throw new Error(name);
  return visitor;
};
/** What an act answers while somebody else's of the same kind is written and not yet committed. */
async function beaten(
  at: World,
  [text, values]: readonly [string, readonly unknown[]],
  act: () => Promise<Answer>,
): Promise<Answer> {
  await at.sql('begin');
  await at.sql(text, values);
  const waiting = act();
  const blocked =
    "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
  for (let turn = 0; turn < 100 && (await at.sql(blocked)).length === 0; turn += 1)
    await new Promise((done) => setTimeout(done, 20));
  await at.sql('commit');
  return waiting;
}
const of = <T>(answer: { json: unknown }): T => answer.json as T; // the shape is the declaration's

interface ItemJson {
  id: string;
  version: number;
  status: string;
  paragraphs: { id: string }[];
  twins: { id: string }[];
}
interface PackageJson {
  id: string;
  reference: string;
  version: number;
  state: string;
  title: string | null;
  text: { part: string; words: string }[];
  conditions: string[];
  answers: { answer: string; reason: string; caseId: string | null }[];
  outcomes: { result: string; words: string }[];
}
const items: ItemJson[] = [];
let packageId = '';

test('1. a complaint, a partner’s form and an anonymous report about one roofer are three items in one queue', async () => {
  const tells = 'A roofer called Dave Slate takes deposits in Linden Crescent. Rings from 07700 900777.';
  await as('olu.officer').api('POST', '/api/v1/intelligence-forms', {
    body: `${tells}\n\nHis van was outside the yard of his brother-in-law on Tuesday.`,
    howKnown: 'told',
    howKnownWords: 'The woman who keeps the shop opposite the yard told me',
    fears: 'yes',
    fearsWords: 'The shopkeeper: he has threatened her',
  });
  for (const receivedHow of ['complaint', 'anonymous'])
    await as('imran.intel').api('POST', '/api/v1/intelligence/items', {
      receivedHow,
      title: 'Roofer took a deposit',
      body: `He took £900 and never came back. The number was 07700900777. (${receivedHow})`,
    });
  const queue = of<{ items: { id: string; title: string; hasTwin: boolean }[] }>(
    await as('imran.intel').api('GET', '/api/v1/intelligence/items?words=roofer&status=received'),
  ).items.filter(({ title }) => !title.includes('come back') && !title.includes('returned'));
  expect(queue).toHaveLength(3);
  expect(queue.every(({ hasTwin }) => hasTwin)).toBe(true);
  for (const { id } of queue)
    items.push(of<ItemJson>(await as('imran.intel').api('GET', `/api/v1/intelligence/items/${id}`)));
  expect(items.every(({ twins }) => twins.length >= 2)).toBe(true);
});

const form = () => items.find(({ paragraphs }) => paragraphs.length === 2);
const grade = {
  ...{ version: 1, sourceEvaluation: '2', assessment: 'C', handling: 'P', riskToSource: 'no' },
  sanitised: 'A roofer working in Linden Crescent takes deposits and does not return. He uses 07700 900777.',
};

test('2. each paragraph is graded; code C without conditions is refused, and with them it is kept', async () => {
  const item = form();
  const at = (n: number) =>
    `/api/v1/intelligence/items/${item?.id}/paragraphs/${item?.paragraphs[n]?.id}/grade`;
  const risky = {
    ...grade,
    handling: 'C',
    provenance: 'Neighbour of the yard',
    riskToSource: 'yes',
    riskWords: 'Threatened before: nothing may point to the shop',
    sanitised: 'The van is kept at a relative’s yard.',
  };
  const refused = await as('imran.intel').api('POST', at(1), risky);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Handling C needs its conditions: write them');
  expect((await as('imran.intel').api('POST', at(0), grade)).status).toBe(200);
  const kept = await as('imran.intel').api('POST', at(1), {
    ...risky,
    ...{
      conditions: 'Do not visit the yard before speaking to us.',
      actionCode: 'A1',
      sanitisationCode: 'S2',
    },
  });
  expect(of<ItemJson>(kept).status).toBe('graded');
  await as('imran.intel').api('POST', `/api/v1/intelligence/items/${item?.id}/links`, {
    ...{ linkKind: 'phone', label: '07700 900777', role: 'subject' },
  });
  const { version } = of<ItemJson>(
    await as('imran.intel').api('GET', `/api/v1/intelligence/items/${item?.id}`),
  );
  const ready = await as('imran.intel').api('POST', `/api/v1/intelligence/items/${item?.id}/ready`, {
    version,
  });
  expect(of<ItemJson>(ready).status).toBe('ready');
});

test('5. the analyst drafts, the manager authorises; text that points to the source does not leave', async () => {
  const { viewer } = as('tess.trading');
  if (viewer.kind !== 'officer') throw new Error('Tess is an officer.');
  const [tess] = await world.sql<{ email: string }>('select email from directory.officer where id = $1', [
    viewer.officerId,
  ]);
  const draft = {
    title: 'Roofer taking deposits in Linden Crescent',
    paragraphs: form()?.paragraphs.map(({ id }) => id),
    prevention: 'Warn the street by letter',
    intelligence: 'Ask the bank for the account',
    enforcement: 'Interview under caution',
    gateway: 'enterprise-act-part9',
    purpose: 'To investigate unfair trading',
    deadline: '2026-12-04',
    officers: tess?.email,
  };
  const pointing = await as('anya.analyst').api('POST', '/api/v1/intelligence/packages', {
    ...draft,
    harm: 'The woman who keeps the shop opposite saw it all',
  });
  expect(pointing.status).toBe(422);
  expect(pointing.text).toContain('repeats how this is known');
  expect((await as('morag.manager').api('POST', '/api/v1/intelligence/packages', draft)).status).toBe(403);
  // A neighbour told it, and the text speaks of kin: whoever drafts it looks at that first.
  const unseen = await as('anya.analyst').api('POST', '/api/v1/intelligence/packages', draft);
  expect(unseen.status).toBe(422);
  expect(unseen.text).toContain('«relative» (kin or neighbour)');
  const looked = { ...draft, looked: true };
  const made = of<PackageJson>(await as('anya.analyst').api('POST', '/api/v1/intelligence/packages', looked));
  // S2 and A1 of the second paragraph came with it, though nobody ticked them.
  expect(made.conditions.sort()).toEqual(['no-action-without-us', 'no-onward-sharing']);
  packageId = made.id;
  const at = `/api/v1/intelligence/packages/${packageId}`;
  expect((await as('tess.trading').api('GET', `/api/v1/packages/${packageId}`)).status).toBe(404);
  expect((await as('anya.analyst').api('POST', `${at}/release`, { version: 1 })).status).toBe(403);
  const released = await as('morag.manager').api('POST', `${at}/release`, { version: 1 });
  expect(of<PackageJson>(released).state).toBe('released');
  const [row] = await world.sql<{ gateway: string; deadline: string; officers: number }>(
    'select gateway, deadline::text, cardinality(officer_ids) as officers from dissemination.package where id = $1',
    [packageId],
  );
  expect(row).toEqual({ gateway: 'enterprise-act-part9', deadline: '2026-12-04', officers: 1 });
});

test('6. the recipient acknowledges, sees the package and nothing else, and accepts it', async () => {
  const tess = as('tess.trading');
  expect((await tess.get('/home')).text).toContain('1 intelligence package to answer');
  const before = await tess.get(`/packages/${packageId}`);
  expect(before.text).toContain('Do not visit the yard before speaking to us');
  expect(before.text).not.toContain('takes deposits');
  const early = await tess.api('POST', `/api/v1/packages/${packageId}/answer`, { answer: 'accepted' });
  expect(early.text).toContain('not acknowledged');
  const { viewer } = tess;
  if (viewer.kind !== 'officer') throw new Error('Tess is an officer.');
  const meanwhile = [packageId, viewer.officerId, viewer.agencyId];
  const second = await beaten(
    world,
    ['insert into dissemination.acknowledgement values ($1, $2, $3, now())', meanwhile],
    () => tess.api('POST', `/api/v1/packages/${packageId}/acknowledge`),
  );
  expect(second.status).toBe(409);
  await world.sql('delete from dissemination.acknowledgement where package_id = $1', [packageId]);
  const opened = of<PackageJson>(await tess.api('POST', `/api/v1/packages/${packageId}/acknowledge`));
  expect(opened.text.map(({ part }) => part)).toEqual(
    expect.arrayContaining(['title', 'text', 'prevention', 'intelligence', 'enforcement']),
  );
  const page = (await tess.get(`/packages/${packageId}`)).text;
  expect(page).toContain('A roofer working in Linden Crescent takes deposits');
  for (const raw of ['Dave Slate', 'brother-in-law', 'shopkeeper', 'Neighbour of the yard'])
    expect(page + JSON.stringify(opened)).not.toContain(raw);
  // No item's reference; a form's token may hold its first two letters.
  expect(page + JSON.stringify(opened)).not.toMatch(/\bI-[A-Z0-9]{4}-[A-Z0-9]{3}\b/);
});

test('6. a condition that stands is kept by the system: no file, no case, until the unit clears it', async () => {
  const tess = as('tess.trading');
  const file = await tess.get(`/packages/${packageId}/files/pdf`);
  expect(file.status).toBe(422);
  expect(file.text).toContain('Do not share, copy or take this out of the system');
  expect((await tess.get(`/packages/${packageId}`)).text).not.toContain('/files/pdf');
  const [service] = await world.sql<{ id: string }>("select id from directory.service where code = 'MCC-TS'");
  const answer = { answer: 'accepted', serviceId: service?.id };
  const stopped = await tess.api('POST', `/api/v1/packages/${packageId}/answer`, answer);
  expect(stopped.text).toContain('open no case, before the intelligence unit has agreed');
  for (const condition of ['no-action-without-us', 'no-onward-sharing'])
    expect(
      (
        await as('morag.manager').api('POST', `/api/v1/intelligence/packages/${packageId}/clear`, {
          condition,
        })
      ).status,
    ).toBe(200);
  const { viewer } = tess;
  if (viewer.kind !== 'officer') throw new Error('Tess is an officer.');
  const meanwhile = [packageId, viewer.agencyId, viewer.officerId];
  const cases = async () => (await world.sql('select id from enforcement.case_file')).length;
  const before = await cases();
  const second = await beaten(
    world,
    ["insert into dissemination.answer values ($1, $2, $3, now(), 'accepted', '', false)", meanwhile],
    () => tess.api('POST', `/api/v1/packages/${packageId}/answer`, answer),
  );
  expect([second.status, await cases()]).toEqual([409, before]);
  await world.sql('delete from dissemination.answer where package_id = $1', [packageId]);
  const accepted = of<PackageJson>(await tess.api('POST', `/api/v1/packages/${packageId}/answer`, answer));
  const [{ caseId } = { caseId: null }] = accepted.answers;
  const opened = await tess.get(`/cases/${caseId}`);
  expect(opened.status).toBe(200);
  expect(opened.text).not.toContain('Linden Crescent');
  expect((await tess.get(`/packages/${packageId}/files/pdf`)).contentType).toBe('application/pdf');
  const outcome = { result: 'result', words: 'Interviewed, and a file to the prosecutor' };
  expect((await tess.api('POST', `/api/v1/packages/${packageId}/outcome`, outcome)).status).toBe(200);
  const back = of<PackageJson>(
    await as('morag.manager').api('GET', `/api/v1/intelligence/packages/${packageId}`),
  );
  expect(back.answers).toMatchObject([{ answer: 'accepted' }]);
  expect(back.outcomes).toMatchObject([{ result: 'result' }]);
});

test('6. ✘ search, queue, raw text and other people’s packages are not there, and every try is in the log', async () => {
  const tess = as('tess.trading');
  for (const words of ['Dave Slate', 'brother-in-law', '07700 900777', 'shopkeeper', 'anonymous roofer'])
    expect((await tess.get(`/search?q=${encodeURIComponent(words)}`)).text).toContain(
      'Nothing found that you',
    );
  const nowhere = '00000000-0000-4000-8000-000000000000';
  for (const path of ['/api/v1/intelligence/items', '/intelligence', '/intelligence/sources'])
    expect((await tess.get(path)).status, path).toBe(403);
  // An item that exists and one that does not are refused with the same bytes, before anything is read.
  const [real, made] = [
    await tess.api('GET', `/api/v1/intelligence/items/${form()?.id}`),
    await tess.api('GET', `/api/v1/intelligence/items/${nowhere}`),
  ];
  expect([real.status, real.text.replaceAll(form()?.id ?? '', '')]).toEqual([
    made.status,
    made.text.replaceAll(nowhere, ''),
  ]);
  for (const name of ['rowan.reception', 'olu.officer']) {
    expect((await as(name).get('/packages')).text).not.toContain('Linden Crescent');
    for (const step of ['', '/files/pdf'])
      expect((await as(name).get(`/packages/${packageId}${step}`)).status, `${name} ${step}`).toBe(404);
    expect((await as(name).post(`/packages/${packageId}/acknowledge`)).status).toBe(404);
  }
  const tries = await world.sql<{ event: string; n: number }>(
    "select event, count(*)::int as n from platform.audit_entry where outcome = 'refused' and event like 'intelligence-%' and side = 'OPS' group by 1",
  );
  const counted = new Map(tries.map(({ event, n }) => [event, n]));
  expect(counted.get('intelligence-item.opened')).toBe(2);
  expect(counted.get('intelligence-item.listed')).toBe(2);
  // Two by others, and one that came second to the recipient's own.
  expect(counted.get('intelligence-package.acknowledged')).toBe(3);
  expect(counted.get('intelligence-package.exported')).toBe(3);
});
