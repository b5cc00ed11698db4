import { parse } from 'node-html-parser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formIn } from '../../test/support/pages.ts';
import { openWorld, type Visitor, type World } from '../../test/support/world.ts';

let world: World;
let olu: Visitor;
const ids: Record<string, string> = {};
beforeAll(async () => {
  world = await openWorld({ name: 'lookup' });
  olu = await world.as('olu.officer');
  const [agency] = await world.sql<{ own: string; other: string }>(
    "select (select id from directory.agency where code = 'WEND') as own, (select id from directory.agency where code = 'TIDE') as other",
  );
  const keep = async (name: string, kind: string, agencyId = agency?.own) => {
    const [row] = await world.sql<{ id: string }>(
      `insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, received_at, gateway, retention_group, regime)
       values (gen_random_uuid(), $1, $2, $3, $4, 'officer', '2026-11-01', 'x', 1, 'UKGDPR') returning id`,
      [kind, name, JSON.stringify({ name }), agencyId],
    );
    ids[name] = row?.id ?? '';
  };
  await keep('Quentin Tarbuckle', 'person');
  await keep('Quentin Tarbuckle Haulage', 'organisation');
  await keep('Quentina Tarbuckle', 'person', agency?.other);
  await keep('Tarbuckle Lane', 'place');
});
afterAll(() => world.close());

const box = (html: string, name: string) =>
  parse(html)
    .querySelectorAll(`input[name="${name}"]`)
    .map((one) => ({
      type: one.getAttribute('type'),
      value: one.getAttribute('value') ?? '',
      chosen: one.hasAttribute('checked'),
    }));

test('a record leads to the form with itself in words, and unticked it is out', async () => {
  const id = ids['Quentin Tarbuckle'] ?? '';
  const record = await olu.get(`/records/${id}`);
  expect(record.text).toContain(`href="/protection/new?recordId=${id}"`);
  const form = await olu.get(`/protection/new?recordId=${id}`);
  expect(form.status).toBe(200);
  expect(form.text).toContain('Quentin Tarbuckle');
  expect(box(form.text, 'recordId')[0]).toEqual({ type: 'checkbox', value: id, chosen: true });
  const asb = await olu.get(`/asb/new?subjectRecordId=${id}`);
  expect(box(asb.text, 'subjectRecordId')[0]).toEqual({ type: 'checkbox', value: id, chosen: true });
});

test('a name that is typed comes back with those it may mean, of the right kind and of nobody else’s agency', async () => {
  const shown = await olu.get('/protection/new');
  const sent = { ...formIn(shown.text, /^\/protection$/), recordId: 'quentin tarbukle', name: 'Kept' };
  const again = await olu.post('/protection', sent);
  expect(again.status).toBe(422);
  expect(again.text).toContain('Choose which one you mean');
  expect(again.text).toContain('value="Kept"');
  const found = box(again.text, 'recordId');
  expect(found.filter(({ type }) => type === 'radio').map(({ value }) => value)).toEqual([
    ids['Quentin Tarbuckle'],
    ids['Quentin Tarbuckle Haulage'],
    ' ',
  ]);
  // Another agency's record is there for neither words nor its id.
  const theirs = ids['Quentina Tarbuckle'] ?? '';
  expect(again.text).not.toContain(theirs);
  const none = (await olu.get(`/protection/new?recordId=${theirs}`)).text;
  expect(none).not.toContain('Quentina');
  expect(none).toContain('Nothing is found that you can see');
});
