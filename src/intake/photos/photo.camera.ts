import type { PhotoKind } from './photo.kinds.ts';

/** What a camera says of a photograph. Its clock and its compass may be wrong: it is told as what the camera told. */
export interface CameraSays {
  /** By the camera's own clock, which names no zone, e.g. 2026-11-18T10:15:00. */
  at: string | null;
  /** Degrees, WGS 84. */
  lon: number | null;
  lat: number | null;
}
const nothing: CameraSays = { at: null, lon: null, lat: null };

/** Numbers of the facts in an Exif block (Exif 2.3, 4.6). */
const tags = { exif: 0x8769, gps: 0x8825, takenAt: 0x9003, latRef: 1, lat: 2, lonRef: 3, lon: 4 } as const;

/** When and where a photograph was taken, as its camera wrote it; nothing where it wrote none or it does not hold together. */
export function cameraSays(kind: PhotoKind, content: Buffer): CameraSays {
  const block = {
    'image/jpeg': ofJpeg,
    'image/png': ofPng,
    'image/webp': ofWebp,
    'image/heic': () => undefined,
  }[kind](content);
  if (!block) return nothing;
  const tiff = tiffOf(block);
  const root = tiff.facts(tiff.long(4));
  const exif = tiff.facts(tiff.longOf(root.get(tags.exif)));
  const gps = tiff.facts(tiff.longOf(root.get(tags.gps)));
  const lat = degrees(tiff.parts(gps.get(tags.lat)), tiff.text(gps.get(tags.latRef)) === 'S', 90);
  const lon = degrees(tiff.parts(gps.get(tags.lon)), tiff.text(gps.get(tags.lonRef)) === 'W', 180);
  const isPlace = lat !== null && lon !== null;
  return {
    at: momentOf(tiff.text(exif.get(tags.takenAt))),
    lon: isPlace ? lon : null,
    lat: isPlace ? lat : null,
  };
}

/** `2026:11:18 10:15:00` as a time that exists, else nothing. */
function momentOf(written: string): string | null {
  const found = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(written);
  if (!found) return null;
  const at = `${found.slice(1, 4).join('-')}T${found.slice(4, 7).join(':')}`;
  const read = new Date(`${at}Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(at) ? at : null;
}
function degrees(parts: readonly number[], isNegative: boolean, most: number): number | null {
  const [whole, minutes = 0, seconds = 0] = parts;
  if (whole === undefined || parts.some((part) => !Number.isFinite(part))) return null;
  const value = whole + minutes / 60 + seconds / 3600;
  return value <= most ? Math.round((isNegative ? -value : value) * 1e6) / 1e6 : null;
}

/** An Exif block: a TIFF file's head and its tables of facts. What lies outside it reads as nothing. */
function tiffOf(block: Buffer) {
  const isLittle = block.subarray(0, 2).toString('latin1') === 'II';
  const within = (at: number, size: number) => at >= 0 && at + size <= block.length;
  const short = (at: number) =>
    within(at, 2) ? (isLittle ? block.readUInt16LE(at) : block.readUInt16BE(at)) : 0;
  const long = (at: number) =>
    within(at, 4) ? (isLittle ? block.readUInt32LE(at) : block.readUInt32BE(at)) : 0;
  const count = (entry: number) => long(entry + 4);
  return {
    long,
    longOf: (entry: number | undefined) => (entry === undefined ? 0 : long(entry + 8)),
    /** Where each fact of a table stands, by its number. */
    facts(at: number): Map<number, number> {
      const found = new Map<number, number>();
      if (at < 8) return found;
      for (let n = 0; n < Math.min(short(at), 200); n += 1)
        found.set(short(at + 2 + n * 12), at + 2 + n * 12);
      return found;
    },
    text(entry: number | undefined): string {
      if (entry === undefined || short(entry + 2) !== 2) return '';
      const size = Math.min(count(entry), 40);
      const at = size > 4 ? long(entry + 8) : entry + 8;
      return within(at, size)
        ? (block
            .subarray(at, at + size)
            .toString('latin1')
            .split('\0')[0] ?? '')
        : '';
    },
    /** Up to three fractions: degrees, minutes, seconds. */
    parts(entry: number | undefined): number[] {
      if (entry === undefined || short(entry + 2) !== 5) return [];
      const at = long(entry + 8);
      return Array.from(
        { length: Math.min(count(entry), 3) },
        (_, n) => long(at + n * 8) / long(at + n * 8 + 4),
      );
    },
  };
}

function ofJpeg(content: Buffer): Buffer | undefined {
  for (let at = 2; at + 4 <= content.length && content[at] === 0xff; ) {
    const marker = content[at + 1];
    const end = at + 2 + content.readUInt16BE(at + 2);
    // The picture begins: what a camera wrote stands before it.
    if (marker === 0xda || end < at + 4 || end > content.length) return undefined;
    if (marker === 0xe1 && content.subarray(at + 4, at + 10).toString('latin1') === 'Exif\0\0')
      return content.subarray(at + 10, end);
    at = end;
  }
  return undefined;
}
function ofPng(content: Buffer): Buffer | undefined {
  for (let at = 8; at + 12 <= content.length; ) {
    const size = content.readUInt32BE(at);
    if (at + 12 + size > content.length) return undefined;
    if (content.subarray(at + 4, at + 8).toString('latin1') === 'eXIf')
      return content.subarray(at + 8, at + 8 + size);
    at += 12 + size;
  }
  return undefined;
}
function ofWebp(content: Buffer): Buffer | undefined {
  for (let at = 12; at + 8 <= content.length; ) {
    const size = content.readUInt32LE(at + 4);
    if (at + 8 + size > content.length) return undefined;
    if (content.subarray(at, at + 4).toString('latin1') === 'EXIF') {
      const block = content.subarray(at + 8, at + 8 + size);
      return block.subarray(0, 6).toString('latin1') === 'Exif\0\0' ? block.subarray(6) : block;
    }
    at += 8 + size + (size % 2);
  }
  return undefined;
}
