import { describe, expect, test } from 'vitest';
import { bodyOf, unitWorld } from '../../../test/support/unit.ts';
import { firmForm } from '../link/firm.rules.ts';

const unit = unitWorld('intelligence_sources');
const { add } = unit;

describe('sources', () => {
  test('the third item in ninety days stops everything that asks for more', async () => {
    const at = async (n: number) => (await add({ title: `Tip ${n}`, body: `Tip number ${n}` })).id;
    const [one, two, three] = [await at(1), await at(2), await at(3)];
    const put = (id: string, source: string) =>
      unit.imran.api('POST', `/api/v1/intelligence/items/${id}/source`, { version: 1, source });
    const first = bodyOf<{ id: string; pseudonym: string; isAdrift: boolean }>(await put(one, 'new'));
    expect(first.pseudonym).toMatch(/^[A-Z][a-z]+ \d{1,2}$/);
    const wanted = (id: string, words: string) =>
      unit.imran.api('POST', `/api/v1/intelligence/items/${id}/wanted`, { version: 2, wanted: words });
    expect((await wanted(one, 'Ask her to find out where he stores it')).text).toContain('Nobody is asked');
    expect((await wanted(one, 'Who keeps the van, from the register')).status).toBe(200);
    expect(bodyOf<{ isAdrift: boolean }>(await put(two, first.id)).isAdrift).toBe(false);
    expect(bodyOf<{ isAdrift: boolean; drift: string }>(await put(three, first.id))).toMatchObject({
      isAdrift: true,
    });
    const stopped = await wanted(two, 'Who keeps the van');
    expect(stopped.status).toBe(422);
    expect(stopped.text).toContain('Status drift: stop, and refer to the authorising officer');
    const page = await unit.imran.get(`/intelligence/items/${two}`);
    expect(page.text).toContain('Status drift');
    expect(page.text).not.toContain('name="wanted"');
  });

  test('a number that is set says on the page from when, by whom and why, and what it was before', async () => {
    expect((await unit.imran.get('/intelligence/sources')).text).toContain('Nobody has set it');
    for (const [value, why] of [
      ['5', 'On trial'],
      ['4', 'Advice of the authorising officer'],
    ] as const)
      expect(
        (await unit.morag.post('/intelligence/sources/numbers', { name: 'drift-items', value, why })).status,
      ).toBe(303);
    const page = (await unit.imran.get('/intelligence/sources')).text;
    expect(page).toMatch(
      /Morag[^<]*: from how many items of one source it is status drift, 4\. Advice of the authorising officer/,
    );
    expect(page).toContain('5. On trial');
    const { numbers } = bodyOf<{ numbers: { value: number }[] }>(
      await unit.imran.api('GET', '/api/v1/intelligence/sources'),
    );
    expect(numbers.map(({ value }) => value).sort()).toEqual([4, 5]);
  });

  test('who a source is opens to the manager alone, with why, and stands in no compartment', async () => {
    const [sample] = await unit.world.sql<{ id: string }>(
      "select id from intelligence.source where pseudonym = 'Heron 12'",
    );
    const at = `/intelligence/sources/${sample?.id}`;
    expect((await unit.imran.post(`${at}/identity/open`, { why: 'I want to know' })).status).toBe(403);
    expect((await unit.morag.get(at)).text).not.toContain('Sal Sampleton');
    // A form that cannot be taken is shown again with what was typed, tells nothing, and is no opening in the audit.
    const unopened = await unit.morag.post(`${at}/identity/open`, { why: 'no' });
    expect(unopened.status).toBe(422);
    expect(unopened.text).toContain('name="why" type="text" value="no"');
    expect(unopened.text).not.toContain('Sal Sampleton');
    const unkept = await unit.morag.post(`${at}/identity`, { name: 'Ty', contact: 'Ring twice' });
    expect(unkept.text).toContain('value="Ring twice"');
    expect(unkept.text).not.toContain('Sal Sampleton');
    const opened = await unit.morag.post(`${at}/identity/open`, { why: 'A threat was reported' });
    expect(opened.text).toContain('Sal Sampleton');
    const entries = await unit.world.sql<{ outcome: string; purpose: string }>(
      "select outcome, purpose from platform.audit_entry where event = 'source-identity.opened' and detail ->> 'failure' is distinct from 'not-allowed' order by outcome desc",
    );
    expect(entries).toEqual([
      { outcome: 'refused', purpose: null },
      { outcome: 'done', purpose: 'A threat was reported' },
    ]);
    expect(
      (await unit.morag.post(`${at}/identity`, { name: 'Sal Other', contact: 'By letter' })).status,
    ).toBe(303);
    expect((await unit.morag.post(`${at}/identity/open`, { why: 'To check it' })).text).toContain(
      'Sal Other',
    );
  });
});

describe('links', () => {
  interface LinksJson {
    links: { id: string; label: string; others: { reference: string }[] }[];
    suggested: { kind: string; label: string; more: string }[];
    commonNominals: { agencyName: string; label: string }[];
  }
  test('words suggest, a person answers, and a service that holds the same is told of under an agreement', async () => {
    const item = await add({
      title: 'Van',
      body: 'A van AB12 CDE tips rubble. 07700 900555 is on its side, near QM1 1AA.',
    });
    const at = `/api/v1/intelligence/items/${item.id}/links`;
    const before = bodyOf<LinksJson>(await unit.imran.api('GET', at));
    expect(before.suggested.map(({ kind }) => kind).sort()).toEqual(['phone', 'place', 'vehicle']);
    await unit.imran.api('POST', at, { linkKind: 'vehicle', label: 'AB12 CDE', role: 'subject' });
    await unit.imran.api('POST', at, { linkKind: 'place', label: 'QM1 1AA', answer: 'refused' });
    const after = bodyOf<LinksJson>(
      await unit.imran.api('POST', at, {
        linkKind: 'phone',
        label: '07700 900555',
        role: 'subject',
        note: 'On the side of the van',
      }),
    );
    expect(after.suggested).toEqual([]);
    expect(after.links.find(({ label }) => label === '07700 900555')?.others).toHaveLength(1);
    const phone = after.links.find(({ label }) => label === '07700 900555');
    expect((await unit.imran.get(`/intelligence/items/${item.id}`)).text).toContain('On the side of the van');
    expect((await unit.imran.get(`/intelligence/charts/${phone?.id}?table=links`)).text).toContain(
      'On the side of the van',
    );
    // Wendmere's report of a fly-tip names the same number; Wendmere has an agreement about reports with the county.
    expect(after.commonNominals).toMatchObject([
      { agencyName: 'Wendmere District Council', label: '07700 900555' },
    ]);
    const twice = await unit.imran.api('POST', at, { linkKind: 'phone', label: '07700900555' });
    expect(twice.text).toContain('linked to that already');
    expect((await unit.imran.api('POST', at, { linkKind: 'phone', label: 'none at all' })).status).toBe(422);
    await unit.world.sql(
      "update directory.agreement set ends_on = '2026-11-19' where record_kind in ('report', 'person')",
    );
    const fresh = await unit.world.as('imran.intel');
    expect(bodyOf<LinksJson>(await fresh.api('GET', at)).commonNominals).toEqual([]);
  });

  test('accounts and names in networks are suggested, tie items together and are watched for', async () => {
    const { imran } = unit;
    const watch = await imran.api('POST', '/api/v1/intelligence/watches', {
      ...{
        kind: 'account',
        label: '20-30-40',
        more: '87654321',
        why: 'Money of three victims',
        untilOn: '2026-12-20',
      },
    });
    expect(watch.status, watch.text).toBe(201);
    const first = await add({ title: 'Transfer', body: 'She paid to sort code 20-30-40, account 87654321.' });
    const second = await add({
      title: 'Puppies',
      body: 'Pays into bank 203040 / 87654321, and is @Pup_Zed on Instagram.',
    });
    const at = (id: string) => `/api/v1/intelligence/items/${id}/links`;
    const { suggested } = bodyOf<LinksJson>(await imran.api('GET', at(second.id)));
    expect(suggested.map(({ kind, label }) => [kind, label])).toEqual([
      ['account', '203040 87654321'],
      ['handle', '@Pup_Zed'],
    ]);
    for (const { id } of [first, second])
      expect((await imran.get(`/intelligence/items/${id}`)).text).toContain('Money of three victims');
    // The same however it is written, by its one form; what is none is refused.
    await imran.api('POST', at(first.id), { linkKind: 'account', label: 'GB82 WEST 2030 4087 6543 21' });
    const linked = await imran.api('POST', at(second.id), { linkKind: 'account', label: '203040 87654321' });
    expect(bodyOf<LinksJson>(linked).links[0]?.others).toHaveLength(1);
    expect(bodyOf<LinksJson>(linked).suggested.map(({ kind }) => kind)).toEqual(['handle']);
    const none = await imran.api('POST', at(second.id), { linkKind: 'handle', label: 'Pup Zed' });
    expect([none.status, none.text]).toEqual([422, expect.stringContaining('no name in a social network')]);
    const [link] = await unit.world.sql<{ id: string }>(
      "select id from intelligence.link where kind = 'account' limit 1",
    );
    expect((await imran.get(`/intelligence/profiles/${link?.id}`)).text).toContain('Account profile');
  });

  test('firms by name are suggested, those that the register and the unit know among them, each in one form', async () => {
    const { sql } = unit.world;
    const forms = ['The Copper Kettle Ltd', "O'Shea & Sons (North) Limited", 'A1 GUTTERS', 'plc', '  Rings '];
    expect(await sql('select records.firm_form(f) as form from unnest($1::text[]) f', [forms])).toEqual(
      forms.map((form) => ({ form: firmForm(form) })),
    );
    const body =
      'Slate Kestrel Ltd, company number 09876543, took £900. He works from copper kettle in Mill Road, and rings from Tidewell.';
    const item = await add({ title: 'Roof', body });
    const at = `/api/v1/intelligence/items/${item.id}/links`;
    const suggested = async () => bodyOf<LinksJson>(await unit.imran.api('GET', at)).suggested;
    const slate = { kind: 'organisation', label: 'Slate Kestrel Ltd', more: '09876543' };
    expect(await suggested()).toEqual([slate]);
    // What Wendmere's service holds is told of under its agreement, and what a sensitive record says never is.
    const firm = (label: string, handling: string) =>
      sql(
        `insert into records.received_record (id, kind, label, fields, origin_agency_id, feed, received_at, gateway, handling, retention_group, regime)
         select md5($1)::uuid, 'organisation', $1, '{}', id, 'test', '2026-11-19T12:00:00Z', 'own duty', $2, 4, 'UKGDPR' from directory.agency where code = 'WEND'`,
        [label, handling],
      );
    await firm('The Copper Kettle Limited', 'ordinary');
    await firm('Tidewell', 'sensitive');
    await sql("update directory.agreement set ends_on = null where record_kind in ('report', 'person')");
    const imran = await unit.world.as('imran.intel');
    const known = async () => bodyOf<LinksJson>(await imran.api('GET', at)).suggested;
    const kettle = { kind: 'organisation', label: 'copper kettle', more: '' };
    expect(await known()).toEqual([slate, kettle]);
    // A firm that another item of the unit is linked to is known to the unit; once that link is away it is not.
    const other = await add({ title: 'Roof', body: 'The same again.' });
    const there = `/api/v1/intelligence/items/${other.id}/links`;
    const linked = bodyOf<{ links: { id: string }[] }>(
      await imran.api('POST', there, { linkKind: 'organisation', label: 'Tidewell', more: '01234567' }),
    );
    expect((await known()).map(({ label }) => label)).toEqual([
      'Slate Kestrel Ltd',
      'copper kettle',
      'Tidewell',
    ]);
    await imran.api('POST', `${there}/${linked.links[0]?.id}/end`);
    expect(await known()).toEqual([slate, kettle]);
    // Answered by a person, it is suggested no more; with its number it is met elsewhere.
    await imran.api('POST', at, { linkKind: 'organisation', label: slate.label, more: slate.more });
    await imran.api('POST', at, { linkKind: 'organisation', label: kettle.label, answer: 'refused' });
    expect(await known()).toEqual([]);
    expect(
      await sql(
        "select key_kind, key_value from intelligence.link where item_id = $1 and state = 'confirmed'",
        [item.id],
      ),
    ).toEqual([{ key_kind: 'company', key_value: '09876543' }]);
  });

  test('people by name are suggested, those whom the unit knows with their date of birth, and nobody of a closed item', async () => {
    const { imran } = unit;
    const at = (id: string) => `/api/v1/intelligence/items/${id}/links`;
    const person = (label: string, more = '') => ({ kind: 'person', label, more });
    const suggested = async (id: string, who = imran) =>
      bodyOf<LinksJson>(await who.api('GET', at(id))).suggested;
    const known = await add({ title: 'Roof', body: 'A man asked for cash.' });
    const link = { linkKind: 'person', label: 'Garry Stott', more: '9/4/1981' };
    expect((await imran.api('POST', at(known.id), link)).status).toBe(201);
    const body =
      'Gary Stott of Albert Road, trading as Stott Landscapes, took it; Mr Bhatt saw him. PC Dawson was told.';
    const item = await add({ title: 'Drive', body });
    const all = [person('Garry Stott', '9/4/1981'), person('Gary Stott'), person('Mr Bhatt')];
    const people = async (who = imran) =>
      (await suggested(item.id, who)).filter(({ kind }) => kind === 'person');
    expect(await people()).toEqual(all);
    const page = (await imran.get(`/intelligence/items/${item.id}`)).text;
    expect(page).toContain('Garry Stott, born 9/4/1981, whom the unit knows');
    // What is shut to a colleague suggests nobody to them, by the page, the API or a statement of their own.
    const anya = await unit.world.as('anya.analyst');
    expect(await people(anya)).toEqual(all);
    const shut = { version: known.version, act: 'mark', sensitiveWhy: 'A life is at risk' };
    const shutting = await imran.api('POST', `/api/v1/intelligence/items/${known.id}/sensitive`, shut);
    expect(shutting.status, shutting.text).toBe(200);
    expect([await people(), await people(anya)]).toEqual([all, all.slice(1)]);
    expect((await anya.get(`/intelligence/items/${item.id}`)).text).not.toContain('Garry Stott');
    // A person answers: who is left out stays out, who is linked takes the name with them.
    await imran.api('POST', at(item.id), { linkKind: 'person', label: 'Mr Bhatt', answer: 'refused' });
    expect(await people()).toEqual(all.slice(0, 2));
    await imran.api('POST', at(item.id), { linkKind: 'person', label: 'Gary Stott', answer: 'refused' });
    expect(await people()).toEqual(all.slice(0, 1));
    const tied = bodyOf<LinksJson>(await imran.api('POST', at(item.id), link));
    expect(tied.links.find(({ label }) => label.startsWith('Garry'))?.others).toHaveLength(1);
    expect(await people()).toEqual([]);
  });

  test('a short forename, an initial, a slip and a middle name find whom the unit knows; a name near many others leaves room for the next', async () => {
    const { imran } = unit;
    const links = (id: string) => `/api/v1/intelligence/items/${id}/links`;
    const known = await add({ title: 'Drives', body: 'A crew laid drives.' });
    for (const label of ['Elizabeth Fairweather', 'Keith Hollister', 'Susan Thorpe', 'Lukasz Wojcik'])
      expect(
        (await imran.api('POST', links(known.id), { linkKind: 'person', label, more: '9/4/1981' })).status,
        label,
      ).toBe(201);
    // Of nearly the letters of a name that stands first in the text, more than are looked at.
    await unit.world.sql(
      `insert into intelligence.link (id, item_id, agency_id, kind, role, label, value, key_kind, key_value, state, made_at, made_by)
       select gen_random_uuid(), l.item_id, l.agency_id, l.kind, l.role, 'Adam Brook, ' || d, 'Adam Brook, ' || d, l.key_kind, 'adam brook ' || d, 'confirmed', l.made_at, l.made_by
       from intelligence.link l, (select date '1950-01-01' + n as d from generate_series(1, 120) n) days where l.item_id = $1 and l.label like 'Susan Thorpe%'`,
      [known.id],
    );
    const found = async (body: string) =>
      bodyOf<LinksJson>(await imran.api('GET', links((await add({ title: 'Names', body })).id)))
        .suggested.filter(({ more }) => more !== '')
        .map(({ label }) => label);
    expect(await found('Liz Fairwether paid K. Hollister, who is known to Susan Jane Thorpe.')).toEqual([
      'Elizabeth Fairweather',
      'Keith Hollister',
      'Susan Thorpe',
    ]);
    expect(await found('It was Łukasz Wójcik who came.')).toEqual(['Lukasz Wojcik']);
    expect(await found('Adam Brook came, and Susan Thorpe saw him.')).toEqual([
      ...['Adam Brook', 'Adam Brook', 'Adam Brook'],
      'Susan Thorpe',
    ]);
  });
});
