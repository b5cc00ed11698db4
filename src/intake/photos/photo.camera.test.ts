import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cameraPicture } from '../../../test/support/camera-picture.ts';
import { cameraSays } from './photo.camera.ts';
import { photoKinds } from './photo.kinds.ts';

const nothing = { at: null, lon: null, lat: null };

test('a camera says when and where, in each kind of picture that it writes it into', () => {
  const jpeg = cameraPicture();
  const told = { at: '2026-11-18T10:15:30', lon: -0.6, lat: 51.31 };
  expect(cameraSays('image/jpeg', jpeg)).toEqual(told);
  const block = jpeg.subarray(12, 12 + 240);
  const size = (big: boolean) => {
    const four = Buffer.alloc(4);
    if (big) four.writeUInt32BE(block.length);
    else four.writeUInt32LE(block.length);
    return four;
  };
  const png = [Buffer.alloc(8), size(true), Buffer.from('eXIf'), block, Buffer.alloc(4)];
  expect(cameraSays('image/png', Buffer.concat(png))).toEqual(told);
  const webp = [Buffer.alloc(12), Buffer.from('EXIF'), size(false), block];
  expect(cameraSays('image/webp', Buffer.concat(webp))).toEqual(told);
});

test('a time that does not exist is none, and a camera that says nothing is no error', () => {
  expect(cameraSays('image/jpeg', cameraPicture('2026:02:30 10:15:30')).at).toBeNull();
  expect(cameraSays('image/jpeg', cameraPicture('    :  :     :  :  ')).at).toBeNull();
  expect(cameraSays('image/heic', cameraPicture())).toEqual(nothing);
  expect(cameraSays('image/jpeg', Buffer.from([0xff, 0xd8, 0xff]))).toEqual(nothing);
});

test('no bytes at all make it fall over, nor say a place that is none', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...photoKinds),
      fc.uint8Array({ maxLength: 260 }),
      fc.nat(300),
      (kind, bytes, at) => {
        const spoilt = Buffer.from(cameraPicture());
        spoilt.set(bytes.subarray(0, Math.max(0, spoilt.length - at)), Math.min(at, spoilt.length));
        const { lon, lat } = cameraSays(kind, spoilt);
        expect(lat === null || Math.abs(lat) <= 90).toBe(true);
        expect(lon === null || Math.abs(lon) <= 180).toBe(true);
        expect((lon === null) === (lat === null)).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});
