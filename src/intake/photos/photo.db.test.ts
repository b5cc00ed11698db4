import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';

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

test('a photo is kept held, under a name of ours, without what the camera wrote, and is not given out', async () => {
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
  expect(page.text).toContain('Held until checked');
  expect(page.text).toContain(row?.sha256);
  expect((await olu.get(`/reports/${row?.owner_id}/photos/${row?.id}`)).status).toBe(422);
  await world.sql("update platform.file set scan = 'clean' where id = $1", [row?.id]);
  expect((await olu.get(`/reports/${row?.owner_id}/photos/${row?.id}`)).contentType).toBe('image/jpeg');
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
  expect(later.body).toContain('held until they have been checked');
  const [before] = await world.sql<{ n: number }>('select count(*)::int as n from platform.file');
  expect(
    (await send('/api/v1/track/photos', { ...pair, phrase: 'wrong' }, [{ name: 'a.jpg', content: jpeg }]))
      .statusCode,
  ).toBe(404);
  expect(await world.sql('select count(*)::int as n from platform.file')).toEqual([before]);
  expect((await send('/api/v1/track/photos', pair, [{ name: 'a.jpg', content: jpeg }])).json()).toEqual({
    photos: 1,
    words: 'Held until checked.',
  });
});
