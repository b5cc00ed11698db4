import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { roles } from '../../directory/index.ts';
import type { OfficerViewer } from '../../platform/access/viewer.ts';
import { photoPolicy, type ReportSubject } from '../report.policy.ts';

let world: World;
let fields: Record<string, string>;
beforeAll(async () => {
  world = await openWorld({ name: 'photo' });
  const [row] = await world.sql<{ lon: number; lat: number }>(
    "select lon, lat from directory.postcode p join directory.agency a on a.area_code = p.district_code where a.code = 'WEND' order by postcode desc limit 1",
  );
  fields = {
    description: 'Bags by the gate',
    issueType: 'fly-tipping',
    lon: String(row?.lon),
    lat: String(row?.lat),
    landOwner: 'public',
    isAnonymous: 'yes',
    sameAs: 'none',
    go: 'continue',
  };
});
afterAll(() => world.close());

const segment = (marker: number, body: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
/** Enough of a JPEG to be one: with place data before the picture, and a trailer after it. */
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
  segment(
    0xe1,
    Buffer.from(
      'Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0GPS-54.5N-2.1E SnapPhone 9',
      'latin1',
    ),
  ),
  segment(0xfe, Buffer.from('Owner: Zebedee')),
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd9]),
  Buffer.from('SnapPhone trailer'),
]);

function send(
  url: string,
  form: Record<string, string>,
  files: readonly { name: string; content: Buffer }[],
) {
  const mark = 'a-boundary-of-tests';
  const parts = [
    ...Object.entries(form).map(([name, value]) =>
      Buffer.from(`--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    ...files.flatMap(({ name, content }) => [
      Buffer.from(
        `--${mark}\r\ncontent-disposition: form-data; name="photos"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`,
      ),
      content,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${mark}--\r\n`),
  ];
  return world.app.server.inject({
    method: 'POST',
    url,
    headers: { 'content-type': `multipart/form-data; boundary=${mark}` },
    payload: Buffer.concat(parts),
  });
}
const referenceIn = (html: string): string => /R-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(html)?.[0] ?? '';
const phraseIn = (html: string): string => /[a-z]+-[a-z]+-[a-z]+-[a-z]+-\d{3}/.exec(html)?.[0] ?? '';

test('a photo is kept held, under a name of ours, without what the camera wrote, and opens as a picture without a scanner', async () => {
  const sent = await send('/report/send', fields, [{ name: 'Zebedee at home.jpg', content: jpeg }]);
  expect(sent.body).toContain('1 photo is');
  const [row] = await world.sql<{
    id: string;
    owner_id: string;
    name: string;
    scan: string;
    content: Buffer;
    sha256: string;
    media_type: string;
  }>('select f.* from platform.file f join intake.report r on r.id = f.owner_id where r.reference = $1', [
    referenceIn(sent.body),
  ]);
  expect(row).toMatchObject({ name: 'photo-1.jpg', scan: 'held', media_type: 'image/jpeg' });
  expect(row?.content.toString('latin1')).not.toMatch(/GPS|SnapPhone|Zebedee/);
  // The way the camera was held stays, or the picture would lie on its side.
  expect(row?.content.includes(Buffer.from('011200030000000100060000', 'hex'))).toBe(true);
  const olu = await world.as('olu.officer');
  const page = await olu.get(`/reports/${row?.owner_id}/photos`);
  expect(page.text).toContain('Opens without what the camera wrote');
  expect(page.text).toContain(row?.sha256);
  const open = () => olu.get(`/reports/${row?.owner_id}/photos/${row?.id}`);
  expect(await open()).toMatchObject({
    status: 200,
    contentType: 'image/jpeg',
    headers: expect.stringMatching(/inline;/),
  });
  // What a scanner refused, and bytes that only call themselves a picture, are opened by nobody.
  await world.sql("update platform.file set scan = 'infected' where id = $1", [row?.id]);
  expect((await open()).status).toBe(422);
  expect((await olu.get(`/reports/${row?.owner_id}/photos`)).text).toContain('Dangerous');
  await world.sql(
    "update platform.file set scan = 'held', content = '<html>', sha256 = repeat('0', 64) where id = $1",
    [row?.id],
  );
  expect((await open()).status).toBe(422);
  const analyst = await world.as('petra.performance');
  expect((await analyst.get(`/reports/${row?.owner_id}/photos`)).status).toBe(404);
});

test.each([
  [
    'a page that calls itself a photo',
    [{ name: 'photo.jpg', content: Buffer.from('<html><script>alert(1)</script>') }],
    'must be a JPEG, PNG, WEBP or HEIC picture',
  ],
  ['half a photo', [{ name: 'photo.jpg', content: jpeg.subarray(0, 40) }], 'cannot be read'],
  [
    'one too large',
    [{ name: 'photo.jpg', content: Buffer.concat([jpeg, Buffer.alloc(10_000_001)]) }],
    'must be smaller than 10 MB',
  ],
  [
    'one too many',
    Array.from({ length: 6 }, () => ({ name: 'photo.jpg', content: jpeg })),
    'Choose 5 photos or fewer',
  ],
  [
    'HEIC from somebody who stays anonymous',
    [
      {
        name: 'a.heic',
        content: Buffer.concat([Buffer.from('\0\0\0\x18ftypheic', 'latin1'), Buffer.alloc(40)]),
      },
    ],
    'Send it as a JPEG',
  ],
])('%s is refused in words, and the report is kept on the page', async (_what, files, words) => {
  const answer = await send('/report/send', fields, files);
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain(words);
  expect(answer.body).toContain('Bags by the gate');
});

test('photos can follow with the words, and not without them', async () => {
  const sent = await send('/report/send', fields, []);
  const pair = { reference: referenceIn(sent.body), phrase: phraseIn(sent.body) };
  const later = await send('/track/photos', pair, [{ name: 'a.jpg', content: jpeg }]);
  expect(later.body).toContain('They are kept with your report');
  const [before] = await world.sql<{ n: number }>('select count(*)::int as n from platform.file');
  expect(
    (await send('/api/v1/track/photos', { ...pair, phrase: 'wrong' }, [{ name: 'a.jpg', content: jpeg }]))
      .statusCode,
  ).toBe(404);
  expect(await world.sql('select count(*)::int as n from platform.file')).toEqual([before]);
  expect((await send('/api/v1/track/photos', pair, [{ name: 'a.jpg', content: jpeg }])).json()).toEqual({
    photos: 1,
    words: 'Kept with your report.',
  });
});

/** What a statement of its own finds on a side's login with an officer's settings, past all code. */
const stolen = (viewer: OfficerViewer): Promise<string[]> =>
  world.app.databases.inTransaction(viewer.side, viewer, async (db) => {
    const { rows } = await sql<{
      id: string;
    }>`select owner_id as id from platform.file where owner_kind = 'report' and content is not null`.execute(
      db,
    );
    return rows.map(({ id }) => id).sort();
  });

test('on a stolen connection a photo is there for whoever may read its report, and for nobody else', async () => {
  await world.sql(`insert into platform.file (id, name, media_type, size_bytes, sha256, content, scan, owner_kind, owner_id, added_at)
    select md5('a photo of ' || r.id)::uuid, 'photo-1.jpg', 'image/jpeg', 6, repeat('0', 64), 'Pixels', 'clean', 'report', r.id, '2026-11-19T09:00:00Z'
    from (select id, row_number() over (partition by owner_agency_id, service_id, is_sensitive order by id) as n from intake.report) r where n <= 3`);
  // Agreements about reports that have ended, or begin later, open none.
  await world.sql(`insert into directory.agreement (id, from_agency_id, to_agency_id, record_kind, gateway, starts_on, ends_on)
    select md5(a.id::text || b.id::text || d.starts_on)::uuid, a.id, b.id, 'report', 'Crime and Disorder Act 1998 s.115', d.starts_on, d.ends_on
    from directory.agency a, directory.agency b, (values (date '2026-01-01', date '2026-11-20'), ('2026-11-21', null)) d (starts_on, ends_on)
    where a.code = 'WEND' and b.code <> 'WEND'`);
  const subjects = await world.sql<ReportSubject & { id: string }>(
    `select distinct r.id, r.owner_agency_id as "ownerAgencyId", r.received_by_agency_id as "receivedByAgencyId", r.service_id as "serviceId",
       r.is_sensitive as "isSensitive" from intake.report r join platform.file f on f.owner_kind = 'report' and f.owner_id = r.id`,
  );
  expect(subjects.filter(({ isSensitive }) => isSensitive).length).toBeGreaterThan(0);
  const agreements = await world.sql<{ to: string; recordKind: string; fromAgencyId: string }>(
    `select to_agency_id as "to", record_kind as "recordKind", from_agency_id as "fromAgencyId" from directory.agreement
     where starts_on <= '2026-11-20' and (ends_on is null or ends_on > '2026-11-20')`,
  );
  const { viewer } = await world.as('olu.officer');
  const known = viewer as OfficerViewer; // personas are officers
  const owners = [...new Set(subjects.flatMap((one) => [one.ownerAgencyId, one.receivedByAgencyId]))];
  const someone = fc
    .record({
      agencyId: fc.constantFrom(...owners),
      side: fc.constantFrom('OPS', 'OPS', 'SAFEGUARD'),
      roles: fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1, maxLength: 4 }),
      serviceIds: fc.uniqueArray(fc.constantFrom(...subjects.map(({ serviceId }) => serviceId)), {
        maxLength: 3,
      }),
    })
    .map((made) => ({
      ...{ ...known, ...made },
      agreements: agreements.filter(({ to }) => to === made.agencyId),
    }));
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(someone, async (somebody) => {
      const found = [...new Set(await stolen(somebody))];
      const may = subjects.filter((one) => photoPolicy.can(somebody, one));
      expect(found).toEqual(may.map(({ id }) => id).sort());
      for (const one of may) {
        if (one.isSensitive) seen.add('sensitive');
        else if (one.ownerAgencyId === somebody.agencyId) seen.add('own');
        else seen.add(one.receivedByAgencyId === somebody.agencyId ? 'taken' : 'agreed');
      }
    }),
    { numRuns: 200, seed: 11 },
  );
  expect([...seen].sort()).toEqual(['agreed', 'own', 'sensitive', 'taken']);
  // The unit's login opens none, whatever role it says it has, and the public's is refused at the grant.
  expect(await stolen({ ...known, side: 'INTEL', roles: ['intelligence-manager'] })).toEqual([]);
  expect(await stolen({ ...known, side: 'INTEL' })).toEqual([]);
  expect(await stolen({ ...known, roles: ['performance-analyst'] })).toEqual([]);
});
