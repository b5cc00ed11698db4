import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';

let world: World;
let postcode: string;
beforeAll(async () => {
  world = await openWorld({ name: 'desk' });
  const [row] = await world.sql<{ postcode: string }>(
    "select postcode from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode limit 1",
  );
  postcode = row?.postcode ?? '';
});
afterAll(() => world.close());

const referenceIn = (html: string): string => /R-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(html)?.[0] ?? '';

describe('the directory says where a complaint would go', () => {
  test('a feud over drains goes to the community safety inbox, and says why', async () => {
    const rowan = await world.as('rowan.reception');
    const answer = await rowan.api(
      'GET',
      `/api/v1/directory/preview?words=feud+over+drains&postcode=${encodeURIComponent(postcode)}`,
    );
    expect(answer.json).toMatchObject({
      preview: {
        issueType: 'something-else',
        serviceName: 'Community Safety',
        isFallback: true,
        guesses: [],
      },
    });
    const page = await rowan.get(
      `/directory/where-would-this-go?words=feud+over+drains&postcode=${encodeURIComponent(postcode)}`,
    );
    expect(page.text).toContain('This goes to Community Safety, Wendmere');
    expect(page.text).toContain('Nobody is down in the directory for this');
  });

  test('known words give kind, service, person, telephone, hours and what happens at night', async () => {
    const callum = await world.as('callum.safety');
    const { json } = await callum.api(
      'GET',
      `/api/v1/directory/preview?words=loud+music+from+next+door&postcode=${encodeURIComponent(postcode)}`,
    );
    const { preview } = json as { preview: Record<string, unknown> };
    expect(preview).toMatchObject({ issueType: 'noise-domestic', isFallback: false });
    for (const field of ['serviceName', 'person', 'phone', 'hours', 'outOfHours', 'why', 'targetOn', 'place'])
      expect(preview[field], field).toEqual(expect.stringMatching(/\S/));
  });

  test.each(['bea.board', 'imran.intel', 'dana.directory', 'wyn.warden'])(
    '%s may ask too, whatever their side',
    async (username) => {
      const visitor = await world.as(username);
      expect((await visitor.get('/directory/where-would-this-go?words=fly+tipping')).status).toBe(200);
      expect((await visitor.get('/directory/where-would-this-go?words=x&postcode=nonsense')).status).toBe(
        422,
      );
    },
  );

  test('a preview keeps nothing', async () => {
    const [before] = await world.sql<{ n: number }>('select count(*)::int as n from directory.gap');
    const rowan = await world.as('rowan.reception');
    await rowan.get('/directory/where-would-this-go?words=feud+over+gutters');
    expect(await world.sql('select count(*)::int as n from directory.gap')).toEqual([before]);
    expect(await world.sql("select 1 from platform.audit_entry where detail::text like '%gutters%'")).toEqual(
      [],
    );
  });
});

describe('taking a report at the desk', () => {
  const said = 'Caller says a mattress was dumped by the gate';

  test('is looked at first, saved second, and ends with a reference to read out', async () => {
    const rowan = await world.as('rowan.reception');
    const look = await rowan.post('/reports/take', { description: said, search: postcode, go: 'look' });
    expect(look.status).toBe(200);
    expect(look.text).toContain('This goes to Environmental Services, Wendmere');
    const unseen = await rowan.post('/reports/take', { description: said, search: postcode, go: 'save' });
    expect([unseen.status, unseen.text]).toEqual([
      422,
      expect.stringContaining('Look where it goes, choose'),
    ]);
    const empty = await rowan.post('/reports/take', { description: ' ', go: 'look' });
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('href="#description"')]);
    expect(unseen.text).not.toContain('Report taken');
    const taken = await rowan.post('/reports/take', {
      description: said,
      kindWords: said,
      issueType: 'fly-tipping',
      search: postcode,
      name: 'Caller Person',
      phone: '01632 960555',
      channel: 'phone',
      go: 'save',
    });
    expect(taken.text).toContain('Read out this reference');
    expect(taken.text).toContain('Next call');
    const [row] = await world.sql<{ channel: string; name: string; username: string }>(
      'select r.channel, p.name, a.username from intake.report r join intake.reporter p on p.report_id = r.id join platform.account a on a.officer_id = r.received_by_officer_id where reference = $1',
      [referenceIn(taken.text)],
    );
    expect(row).toEqual({ channel: 'phone', name: 'Caller Person', username: 'rowan.reception' });
  });

  test('what cannot be taken is said, and nothing typed is lost', async () => {
    const rowan = await world.as('rowan.reception');
    const answer = await rowan.post('/reports/take', {
      description: said,
      kindWords: said,
      issueType: 'fly-tipping',
      placeWords: 'by the gate',
      phone: 'no number',
      go: 'save',
    });
    expect(answer.status).toBe(422);
    for (const kept of [said, 'by the gate', 'no number', 'Enter a telephone number'])
      expect(answer.text).toContain(kept);
  });

  test.each([
    ['sadia.safeguarding', '/reports/take', 'phone'],
    ['hollis.housing', '/partner-report', 'partner'],
    ['priya.police', '/partner-report', 'partner'],
  ])('%s can take one that nobody is down for', async (username, path, channel) => {
    const visitor = await world.as(username);
    const taken = await visitor.post(path, {
      description: 'feud over drains',
      kindWords: 'feud over drains',
      issueType: 'something-else',
      search: postcode,
      go: 'save',
    });
    expect(taken.text).toContain('Report taken');
    const [row] = await world.sql<{ channel: string; is_anonymous: boolean }>(
      'select channel, is_anonymous from intake.report where reference = $1',
      [referenceIn(taken.text)],
    );
    expect(row).toEqual({ channel, is_anonymous: true });
  });

  test('a sensitive report is taken and then out of the desk’s sight', async () => {
    const rowan = await world.as('rowan.reception');
    const taken = await rowan.post('/reports/take', {
      description: 'worried about her',
      kindWords: 'worried about her',
      issueType: 'domestic-abuse',
      search: postcode,
      go: 'save',
    });
    expect(taken.text).toContain('Report taken');
    expect(taken.text).not.toContain('Open the report');
  });
});

test('the map of reports has the same reports in the same order as the list', async () => {
  const callum = await world.as('callum.safety');
  const references = (html: string) =>
    [...html.matchAll(/>(R-[0-9A-Z]{4}-[0-9A-Z]{3})</g)].map((found) => found[1]);
  const [map, list] = [await callum.get('/reports/map?status=new'), await callum.get('/reports?status=new')];
  expect(references(map.text).slice(0, 25)).toEqual(references(list.text));
  const picture = await callum.get('/reports/map.svg?status=new');
  expect(picture.contentType).toContain('image/svg+xml');
  expect((await world.nobody.get('/reports/map.svg')).location).toContain('/sign-in');
});
