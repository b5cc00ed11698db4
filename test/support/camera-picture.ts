/** A JPEG in which a camera says when and where it was taken: 18 November 2026 at 10:15:30, 51° 18' 36" N, 0° 36' 0" W. */
export function cameraPicture(at = '2026:11:18 10:15:30'): Buffer {
  const tiff = Buffer.alloc(240);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  const table = (
    where: number,
    facts: readonly (readonly [tag: number, kind: number, count: number, value: number])[],
  ) => {
    tiff.writeUInt16BE(facts.length, where);
    facts.forEach(([tag, kind, count, value], n) => {
      const line = where + 2 + n * 12;
      tiff.writeUInt16BE(tag, line);
      tiff.writeUInt16BE(kind, line + 2);
      tiff.writeUInt32BE(count, line + 4);
      tiff.writeUInt32BE(value, line + 8);
    });
  };
  table(8, [
    [0x8769, 4, 1, 40],
    [0x8825, 4, 1, 60],
  ]);
  table(40, [[0x9003, 2, 20, 120]]);
  table(60, [
    [1, 2, 2, 0x4e000000],
    [2, 5, 3, 144],
    [3, 2, 2, 0x57000000],
    [4, 5, 3, 168],
  ]);
  tiff.write(`${at}\0`, 120, 'latin1');
  [51, 1, 18, 1, 36, 1, 0, 1, 36, 1, 0, 1].forEach((part, n) => {
    tiff.writeUInt32BE(part, 144 + n * 4);
  });
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  // The picture itself, of no pixels, and the end.
  const scan = Buffer.from('ffda0004000041ffd9', 'hex');
  return Buffer.concat([Buffer.from([0xff, 0xd8]), head, body, scan]);
}
