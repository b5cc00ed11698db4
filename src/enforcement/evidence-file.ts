import { createHash } from 'node:crypto';
import { cameraSays, openKept, photoKindOf } from '../intake/index.ts';
import { invalid, notFound, ok, type Result } from '../platform/failures/failures.ts';
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

/** The file of an exhibit to look at, as `openKept` gives it; what was taken stays as it was kept. */
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
  const open = openKept(row, 'never');
  return open.ok ? ok({ ...row, ...open.value }) : open;
}

/** What an upload is by its first bytes where it is a picture; else what the browser says. */
export const sentAs = ({ content, mediaType }: Upload): string => photoKindOf(content) ?? mediaType;

/** A camera's own time as a sentence says it; no zone, for a camera knows none. */
export const cameraWords = (at: string): string => `${dayWords(at.slice(0, 10))} at ${at.slice(11, 16)}`;
