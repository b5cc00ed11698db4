/** Kinds of photo that are taken, told by their first bytes: neither the name nor what the browser says is believed. */
export const photoKinds = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const;
export type PhotoKind = (typeof photoKinds)[number];

/** What the file chooser offers. Without HEIC in it, an iPhone sends JPEG by itself, which needs no special viewer. */
export const photoAccept = 'image/jpeg,image/png,image/webp';

export const photoExtensions: Record<PhotoKind, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
};

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1'];

/** The kind of a photo, or nothing when it is none of those we take. */
export function photoKindOf(content: Buffer): PhotoKind | undefined {
  const text = (from: number, to: number) => content.subarray(from, to).toString('latin1');
  if (content.length > 3 && content[0] === 0xff && content[1] === 0xd8 && content[2] === 0xff)
    return 'image/jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (text(4, 8) === 'ftyp' && heicBrands.includes(text(8, 12))) return 'image/heic';
  return undefined;
}
