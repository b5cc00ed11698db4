import { createHash } from 'node:crypto';
import { cameraSays, type PhotoKind, photoKindOf, photoKinds, withoutTraces } from '../intake/index.ts';
import { invalid, notFound, ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import type { Files, Upload } from '../platform/http/declare.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { dayWords } from '../platform/ui/index.ts';
import type { EvidenceKind } from './penalty.words.ts';

const largestBytes = 10_000_000;
/** Bytes of a whole form with an exhibit in it. */
export const evidenceFormLimit = largestBytes + 2_000_000;
/** The file of an exhibit, as the API describes it. */
export const evidenceFiles: Files = {
  field: 'file',
  words: 'The exhibit, up to 10 MB; of a photograph or signature a JPEG, PNG, WEBP or HEIC picture',
};
/** Exhibits that are a picture if they have a file. */
const pictures: readonly EvidenceKind[] = ['photo', 'signature'];

type ExhibitOf = 'penalty-evidence' | 'protection-evidence';
/** What an exhibit's row says of its file. Degrees, WGS 84. */
interface KeptExhibit {
  fileId: string | null;
  cameraAt: string | null;
  cameraLon: number | null;
  cameraLat: number | null;
}

/**
 * Keeps the file of an exhibit, byte for byte, so that its hash is that of what was taken. Of a photograph neither the name nor what the
 * browser says is believed.
 *
 * @param exhibit.hidesPlace whether an address must stay hidden: then where the camera was is not written down
 * @returns what goes into the exhibit's row: the id of the file, null where none was sent, and what the camera told; or what is wrong with it
 * at the field `file`
 */
export async function keepEvidenceFile(
  work: Work,
  exhibit: { of: ExhibitOf; id: string; kind: EvidenceKind; hidesPlace: boolean },
  upload: Upload | undefined,
): Promise<Result<KeptExhibit>> {
  if (!upload) return ok({ fileId: null, cameraAt: null, cameraLon: null, cameraLat: null });
  const { name, content } = upload;
  if (upload.isTooLarge || content.length > largestBytes)
    return invalid({ field: 'file', words: 'The file must be smaller than 10 MB' });
  const picture = photoKindOf(content);
  if (pictures.includes(exhibit.kind) && !picture)
    return invalid({ field: 'file', words: 'The photograph must be a JPEG, PNG, WEBP or HEIC picture' });
  const id = work.ids.next();
  await work.db
    .insertInto('platform.file')
    .values({
      ...{ id, name, mediaType: picture ?? upload.mediaType, sizeBytes: content.length, content },
      sha256: createHash('sha256').update(content).digest('hex'),
      ...{ ownerKind: exhibit.of, ownerId: exhibit.id },
      ...{ addedBy: officerOf(work).officerId, addedAt: work.clock.now() },
    })
    .execute();
  const camera = picture ? cameraSays(picture, content) : { at: null, lon: null, lat: null };
  const place = exhibit.hidesPlace ? { lon: null, lat: null } : camera;
  return ok({ fileId: id, cameraAt: camera.at, cameraLon: place.lon, cameraLat: place.lat });
}

const isPicture = (mediaType: string): mediaType is PhotoKind =>
  (photoKinds as readonly string[]).includes(mediaType);

/** Whether the page offers to open an exhibit: a picture that can be freed of what its camera wrote, or a file that a scanner passed. */
export const canOpen = ({ mediaType, scan }: { mediaType: string | null; scan: string | null }): boolean =>
  mediaType !== null &&
  scan !== 'infected' &&
  mediaType !== 'image/heic' &&
  (isPicture(mediaType) || scan === 'clean');

/**
 * An exhibit's file to look at. A picture comes without what its camera wrote, so that a copy which is passed on tells no place; what was
 * taken stays as it was kept. A picture is read piece by piece for that, and so needs no scanner; any other file waits for one.
 */
export async function openExhibit(
  work: Work,
  of: ExhibitOf,
  evidenceId: string,
): Promise<Result<{ name: string; mediaType: string; content: Buffer; sha256: string; inline: boolean }>> {
  const row = await work.db
    .selectFrom('platform.file')
    .select(['name', 'mediaType', 'content', 'sha256', 'scan'])
    .where('ownerKind', '=', of)
    .where('ownerId', '=', evidenceId)
    .executeTakeFirst();
  if (!row) return notFound;
  if (row.scan === 'infected')
    return refusedByRule(
      'file.infected',
      'This file is dangerous and is opened by nobody.',
      'It stays in evidence.',
    );
  if (isPicture(row.mediaType)) {
    const picture = pictureToShow(row.mediaType, row.content);
    return picture.ok ? ok({ ...row, content: picture.value, inline: true }) : picture;
  }
  return row.scan === 'clean'
    ? ok({ ...row, inline: false })
    : refusedByRule(
        'file.held',
        'This file is held until it has been checked for viruses.',
        'An administrator connects a scanner; then it opens by itself.',
      );
}

/** What an upload is by its first bytes where it is a picture; else what the browser says. */
export const sentAs = ({ content, mediaType }: Upload): string => photoKindOf(content) ?? mediaType;

/** A picture without what its camera wrote; undefined for what calls itself no picture. What only calls itself one is refused. */
export function pictureOf(mediaType: string | null, content: Buffer): Result<Buffer> | undefined {
  return mediaType !== null && isPicture(mediaType) ? pictureToShow(mediaType, content) : undefined;
}

function pictureToShow(mediaType: PhotoKind, content: Buffer): Result<Buffer> {
  const shown = withoutTraces(mediaType, content);
  return shown
    ? ok(shown)
    : refusedByRule(
        'file.camera',
        'What the camera wrote cannot be taken out of this photograph, so it is not shown.',
        'It stays in evidence as it was taken. Add a copy as JPEG to look at it here.',
      );
}

/** A camera's own time as a sentence says it; no zone, for a camera knows none. */
export const cameraWords = (at: string): string => `${dayWords(at.slice(0, 10))} at ${at.slice(11, 16)}`;
