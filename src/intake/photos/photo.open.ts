import { ok, type Result, refusedByRule } from '../../platform/failures/failures.ts';
import { type PhotoKind, photoKinds } from './photo.kinds.ts';
import { withoutTraces } from './photo.strip.ts';

/** What is known of a kept file: what it is, and what the virus scanner said. */
export interface FileState {
  mediaType: string | null;
  scan: string | null;
}

/** How a kept file may be looked at: as a picture, as a download of what was kept, or not (yet). */
export type Opening = 'picture' | 'download' | 'held' | 'infected' | 'camera';

/**
 * How a file may be looked at. A picture is read piece by piece and given without what its camera wrote, and so needs no scanner; any other file
 * waits for one. A HEIC picture cannot be read like that.
 *
 * @param heic what becomes of a HEIC picture: `as-kept` once a scanner has passed it, or shown to nobody, since it may tell a place
 */
export function openingOf({ mediaType, scan }: FileState, heic: 'as-kept' | 'never'): Opening {
  if (scan === 'infected') return 'infected';
  if (mediaType === 'image/heic' && heic === 'never') return 'camera';
  if (isPicture(mediaType) && mediaType !== 'image/heic') return 'picture';
  return scan === 'clean' ? 'download' : 'held';
}

const isPicture = (mediaType: string | null): mediaType is PhotoKind =>
  (photoKinds as readonly (string | null)[]).includes(mediaType);

/** Whether a page offers to open it. */
export const mayOpen = (opening: Opening): boolean => opening === 'picture' || opening === 'download';

/** Each opening in words, where the file itself is named beside. */
export const openingWords: Readonly<Record<Opening, string>> = {
  picture: 'Opens without what the camera wrote',
  download: 'Passed by the virus scanner: it is given as a download',
  held: 'Held until a virus scanner has passed it',
  infected: 'Dangerous: the virus scanner refused it, and nobody is given it',
  camera: 'Held: of this kind of photograph what the camera wrote cannot be taken out, so it is not shown',
};

const refusals = {
  held: refusedByRule(
    'file.held',
    'This file is held until a virus scanner has passed it.',
    'That takes some minutes. If it stays held, ask your administrator whether a virus scanner is connected.',
  ),
  infected: refusedByRule(
    'file.infected',
    'The virus scanner refused this file: it is dangerous, and nobody is given it.',
    'It stays kept under its hash. Tell whoever sent it.',
  ),
  camera: refusedByRule(
    'file.camera',
    'What the camera wrote cannot be taken out of this photograph, so it is not shown.',
    'It stays kept as it was taken. Add a copy as JPEG to look at it here.',
  ),
} as const;

/** The bytes to give of a kept file, and whether a browser may show them; refused in words where it may not be looked at. */
export function openKept(
  file: FileState & { content: Buffer },
  heic: 'as-kept' | 'never',
): Result<{ content: Buffer; inline: boolean }> {
  const opening = openingOf(file, heic);
  if (opening === 'download') return ok({ content: file.content, inline: false });
  if (opening !== 'picture') return refusals[opening];
  const shown = isPicture(file.mediaType) ? withoutTraces(file.mediaType, file.content) : undefined;
  return shown ? ok({ content: shown, inline: true }) : refusals.camera;
}
