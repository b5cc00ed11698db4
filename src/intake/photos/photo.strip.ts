import type { PhotoKind } from './photo.kinds.ts';

/**
 * A photo without what the camera wrote into it: place, time, maker, serial number, owner, comments. The picture itself and
 * the way it was held stay. Undefined when that cannot be done, or the file does not hold together.
 */
export function withoutTraces(kind: PhotoKind, content: Buffer): Buffer | undefined {
  switch (kind) {
    case 'image/jpeg':
      return strippedJpeg(content);
    case 'image/png':
      return strippedPng(content);
    case 'image/webp':
      return strippedWebp(content);
    case 'image/heic':
      // Its parts are found by offsets from one another: taking one out would mean writing all of it anew.
      return undefined;
  }
}

/** Of a JPEG's application segments only JFIF (0), the colour profile (2) and Adobe's colour mark (14) are the picture's own. */
const keptSegments = [0xe0, 0xe2, 0xee];

function strippedJpeg(content: Buffer): Buffer | undefined {
  const parts: Buffer[] = [content.subarray(0, 2)];
  let at = 2;
  while (at + 2 <= content.length) {
    if (content[at] !== 0xff) return undefined;
    const marker = content[at + 1] ?? 0;
    // The end: telephones hang further pictures, film and place data behind it.
    if (marker === 0xd9) return Buffer.concat([...parts, content.subarray(at, at + 2)]);
    if (at + 4 > content.length) return undefined;
    const end = at + 2 + content.readUInt16BE(at + 2);
    if (end < at + 4 || end > content.length) return undefined;
    const segment = content.subarray(at, end);
    if (!isTrace(marker, segment)) parts.push(segment);
    else if (marker === 0xe1) parts.push(orientationOnly(segment));
    at = end;
    if (marker !== 0xda) continue;
    at = endOfScan(content, end);
    parts.push(content.subarray(end, at));
  }
  return undefined;
}

function isTrace(marker: number, segment: Buffer): boolean {
  const isApplication = marker >= 0xe0 && marker <= 0xef;
  const isMultiPicture = marker === 0xe2 && segment.subarray(4, 8).toString('latin1') === 'MPF\0';
  return (isApplication && !keptSegments.includes(marker)) || isMultiPicture || marker === 0xfe;
}

/** The next marker after picture data, in which 0xff is followed by 0 or by a restart mark. */
function endOfScan(content: Buffer, from: number): number {
  for (let at = from; at + 1 < content.length; at += 1) {
    const next = content[at + 1] ?? 0;
    if (content[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return content.length;
}

/** A fresh Exif segment with the one fact of how the camera was held, or nothing when it was held upright. */
function orientationOnly(segment: Buffer): Buffer {
  const turn = orientationIn(segment);
  if (turn === undefined || turn === 1) return Buffer.alloc(0);
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(turn, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

function orientationIn(segment: Buffer): number | undefined {
  if (segment.subarray(4, 10).toString('latin1') !== 'Exif\0\0') return undefined;
  const tiff = segment.subarray(10);
  const isLittle = tiff.subarray(0, 2).toString('latin1') === 'II';
  const short = (at: number) =>
    at + 2 <= tiff.length ? (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)) : 0;
  const long = (at: number) =>
    at + 4 <= tiff.length ? (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)) : 0;
  const first = long(4);
  for (let entry = 0; entry < Math.min(short(first), 100); entry += 1) {
    const at = first + 2 + entry * 12;
    if (short(at) === 0x0112) return short(at + 8) >= 1 && short(at + 8) <= 8 ? short(at + 8) : undefined;
  }
  return undefined;
}

const pngTraces = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'];

function strippedPng(content: Buffer): Buffer | undefined {
  const parts: Buffer[] = [content.subarray(0, 8)];
  for (let at = 8; at + 12 <= content.length; ) {
    const end = at + 12 + content.readUInt32BE(at);
    if (end > content.length) return undefined;
    const name = content.subarray(at + 4, at + 8).toString('latin1');
    if (!pngTraces.includes(name)) parts.push(content.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(parts);
    at = end;
  }
  return undefined;
}

function strippedWebp(content: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  for (let at = 12; at + 8 <= content.length; ) {
    const size = content.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > content.length) return undefined;
    const name = content.subarray(at, at + 4).toString('latin1');
    const chunk = Buffer.from(content.subarray(at, end));
    // The header's flags say which chunks follow: Exif and XMP no longer do.
    if (name === 'VP8X' && chunk.length > 8) chunk[8] = (chunk[8] ?? 0) & ~0x0c;
    if (name !== 'EXIF' && name !== 'XMP ') parts.push(chunk);
    at = end;
  }
  if (parts.length === 0) return undefined;
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...parts]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
