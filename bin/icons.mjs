// Draws the icon of the field app: a white tick in a shield on the header's dark blue, as PNG, without any drawing program.
import { crc32, deflateSync } from 'node:zlib';

const ground = [0x1d, 0x27, 0x33];
const white = [0xff, 0xff, 0xff];

/** Whether a point of the unit square lies in the shield. */
function inShield(x, y) {
  const half = 0.27;
  const side = Math.abs(x - 0.5);
  if (y < 0.22 || y > 0.82 || side > half) return false;
  return y < 0.5 || side <= half * Math.sqrt(Math.max(0, 1 - ((y - 0.5) / 0.32) ** 2));
}

/** How far a point lies from a line between two others. */
function distance(x, y, [ax, ay], [bx, by]) {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}
const tick = [
  [0.37, 0.5],
  [0.46, 0.6],
  [0.64, 0.38],
];
const inTick = (x, y) => distance(x, y, tick[0], tick[1]) < 0.035 || distance(x, y, tick[1], tick[2]) < 0.035;

function chunk(kind, content) {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length, 0);
  head.write(kind, 4, 'latin1');
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), content])), 0);
  return Buffer.concat([head, content, check]);
}

/** The icon as a PNG of so many pixels a side; edges are smoothed by four points a pixel. */
export function iconPng(size) {
  const rows = Buffer.alloc(size * (size * 3 + 1));
  const points = [0.25, 0.75];
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      let light = 0;
      for (const down of points)
        for (const right of points) {
          const [x, y] = [(column + right) / size, (row + down) / size];
          if (inShield(x, y) && !inTick(x, y)) light += 0.25;
        }
      for (let part = 0; part < 3; part += 1)
        rows[row * (size * 3 + 1) + 1 + column * 3 + part] = Math.round(
          ground[part] + (white[part] - ground[part]) * light,
        );
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
