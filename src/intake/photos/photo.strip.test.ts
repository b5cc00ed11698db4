import fc from 'fast-check';
import { expect, test } from 'vitest';
import { photoKindOf, photoKinds } from './photo.kinds.ts';
import { withoutTraces } from './photo.strip.ts';

const chunk = (name: string, body: Buffer) => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length);
  return Buffer.concat([size, Buffer.from(name, 'latin1'), body, Buffer.alloc(4)]);
};
const png = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  chunk('IHDR', Buffer.alloc(13)),
  chunk('tEXt', Buffer.from('Author\0Zebedee')),
  chunk('eXIf', Buffer.from('GPS')),
  chunk('IDAT', Buffer.from('pixels')),
  chunk('IEND', Buffer.alloc(0)),
  Buffer.from('trailer'),
]);

test('a PNG keeps its pixels and loses its words', () => {
  const stripped = withoutTraces('image/png', png)?.toString('latin1');
  expect(stripped).toContain('pixels');
  expect(stripped).not.toMatch(/Zebedee|GPS|trailer/);
});

test('a WEBP keeps its picture and loses Exif and XMP', () => {
  const part = (name: string, body: Buffer) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(body.length);
    return Buffer.concat([Buffer.from(name, 'latin1'), size, body, Buffer.alloc(body.length % 2)]);
  };
  const body = Buffer.concat([
    part('VP8X', Buffer.from([0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    part('VP8 ', Buffer.from('picture')),
    part('EXIF', Buffer.from('GPS')),
    part('XMP ', Buffer.from('Zebedee')),
  ]);
  const webp = Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'), body]);
  expect(photoKindOf(webp)).toBe('image/webp');
  const stripped = withoutTraces('image/webp', webp);
  expect(stripped?.toString('latin1')).toContain('picture');
  expect(stripped?.toString('latin1')).not.toMatch(/Zebedee|GPS/);
  expect(stripped?.[20]).toBe(0);
  expect(stripped?.readUInt32LE(4)).toBe((stripped?.length ?? 0) - 8);
});

test('no bytes at all make it fall over', () => {
  fc.assert(
    fc.property(fc.constantFrom(...photoKinds), fc.uint8Array({ maxLength: 200 }), (kind, bytes) => {
      const result = withoutTraces(
        kind,
        Buffer.concat([
          kind === 'image/jpeg' ? Buffer.from([0xff, 0xd8, 0xff]) : png.subarray(0, 8),
          Buffer.from(bytes),
        ]),
      );
      expect(result === undefined || Buffer.isBuffer(result)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
