import { afterAll, beforeAll, expect, test } from 'vitest';
import { performScheduled } from '../../test/support/jobs.ts';
import { movableClock, openWorld, type World } from '../../test/support/world.ts';
import { fieldsOf } from './public/forms.testing.ts';

const clock = movableClock();
let world: World;
let point: { lon: string; lat: string };
beforeAll(async () => {
  world = await openWorld({ name: 'once', clock });
  const [row] = await world.sql<{ lon: string; lat: string }>(
    "select lon::text, lat::text from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode limit 1",
  );
  point = row ?? { lon: '', lat: '' };
});
afterAll(() => world.close());

const count = async (words: string): Promise<number> => {
  const [row] = await world.sql<{ n: number }>(
    'select count(*)::int as n from intake.report where description = $1',
    [words],
  );
  return row?.n ?? 0;
};
const shownIn = (html: string) => ({
  reference: /R-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(html)?.[0],
  phrase: /bw-phrase">([^<]+)</.exec(html)?.[1],
});
const answers = (description: string) => ({
  ...{ description, issueType: 'fly-tipping', ...point },
  ...{ landOwner: 'public', isAnonymous: 'yes', sameAs: 'none', go: 'continue' },
});

test('a reload of "Report sent" shows the same reference and words, and sends nothing more', async () => {
  const check = await world.nobody.post('/report/same', answers('Once by the gate'));
  const form = { ...fieldsOf(check.text), go: 'continue' };
  const first = shownIn((await world.nobody.post('/report/send', form)).text);
  const again = shownIn((await world.nobody.post('/report/send', form)).text);
  expect(first.reference).toBeTruthy();
  expect(first.phrase).toMatch(/^[a-z]+(-[a-z]+){3}-\d{3}$/);
  expect(again).toEqual(first);
  expect(await count('Once by the gate')).toBe(1);
  const [queued] = await world.sql<{ n: number }>(
    "select count(*)::int as n from graphile_worker._private_jobs j join intake.report r on r.id::text = j.payload ->> 'reportId' where r.reference = $1",
    [first.reference],
  );
  expect(queued?.n).toBe(1);
  const back = await world.nobody.post('/track', {
    reference: first.reference ?? '',
    phrase: first.phrase ?? '',
  });
  expect(back.text).toContain(first.reference);
});

test('two presses at once make one report', async () => {
  const check = await world.nobody.post('/report/same', answers('Pressed twice'));
  const form = { ...fieldsOf(check.text), go: 'continue' };
  const [one, two] = await Promise.all([
    world.nobody.post('/report/send', form),
    world.nobody.post('/report/send', form),
  ]);
  expect(shownIn(one.text)).toEqual(shownIn(two.text));
  expect(await count('Pressed twice')).toBe(1);
});

test('other answers in the same form are another report, with other words', async () => {
  const check = await world.nobody.post('/report/same', answers('First of two'));
  const form = { ...fieldsOf(check.text), go: 'continue' };
  const first = shownIn((await world.nobody.post('/report/send', form)).text);
  const second = shownIn(
    (await world.nobody.post('/report/send', { ...form, description: 'Second of two' })).text,
  );
  expect(second.reference).not.toBe(first.reference);
  expect(second.phrase).not.toBe(first.phrase);
  expect(await count('Second of two')).toBe(1);
});

test('a made-up token of another shape is taken as none: both are sent', async () => {
  const form = { ...answers('Odd token'), sendToken: 'short' };
  await world.nobody.post('/report/send', form);
  await world.nobody.post('/report/send', form);
  expect(await count('Odd token')).toBe(2);
});

test('the desk saves once as well', async () => {
  const rowan = await world.as('rowan.reception');
  const words = 'A caller says that bags were dumped';
  const seen = await rowan.post('/reports/take', {
    ...{ description: words, kindWords: words, issueType: 'fly-tipping', ...point, go: 'look' },
  });
  const sendToken = /name="sendToken" value="([^"]+)"/.exec(seen.text)?.[1] ?? '';
  expect(sendToken).toMatch(/^[\w-]{43}$/);
  const form = { description: words, kindWords: words, issueType: 'fly-tipping', ...point, sendToken };
  const first = await rowan.post('/reports/take', { ...form, go: 'save' });
  const again = await rowan.post('/reports/take', { ...form, go: 'save' });
  expect(shownIn(first.text).reference).toBeTruthy();
  expect(shownIn(again.text)).toEqual(shownIn(first.text));
  expect(await count(words)).toBe(1);
});

test('what was sent is forgotten after a day', async () => {
  clock.set('2026-11-21T10:00:01.000Z');
  await performScheduled(world, clock, 'forget-sent-forms');
  expect(await world.sql('select 1 from intake.sent_form')).toEqual([]);
});
