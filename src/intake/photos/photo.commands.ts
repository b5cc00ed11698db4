import { createHash } from 'node:crypto';
import type { FieldProblem } from '../../platform/failures/failures.ts';
import type { Upload } from '../../platform/http/declare.ts';
import type { Work } from '../../platform/http/work.ts';
import { type PhotoKind, photoExtensions, photoKindOf } from './photo.kinds.ts';
import { withoutTraces } from './photo.strip.ts';

const mostPhotos = 5;
const largestBytes = 10_000_000;
/** Bytes of a whole form with photos in it. */
export const photoFormLimit = mostPhotos * largestBytes + 2_000_000;

/** A photo that may be kept: of a kind we take, without traces of its maker, under a name that says nothing. */
export interface Photo {
  name: string;
  kind: PhotoKind;
  content: Buffer;
}

/** Looks at what came in the field `photos`; either all of them can be kept, or the problem says what to change. */
export function readPhotos(
  uploads: readonly Upload[],
  isAnonymous: boolean,
): { photos: Photo[]; problems: FieldProblem[] } {
  const given = uploads.filter((upload) => upload.field === 'photos');
  const refused = (words: string) => ({ photos: [], problems: [{ field: 'photos', words }] });
  if (given.length > mostPhotos) return refused(`Choose ${mostPhotos} photos or fewer`);
  const photos: Photo[] = [];
  for (const [index, upload] of given.entries()) {
    const which = given.length === 1 ? 'The photo' : `Photo ${index + 1}`;
    if (upload.isTooLarge || upload.content.length > largestBytes)
      return refused(`${which} must be smaller than 10 MB`);
    const kind = photoKindOf(upload.content);
    if (!kind) return refused(`${which} must be a JPEG, PNG, WEBP or HEIC picture`);
    if (kind === 'image/heic' && isAnonymous)
      return refused(
        `${which} is a HEIC picture, and what your telephone wrote into it cannot be taken out here. Send it as a JPEG`,
      );
    // What somebody sends under their own name may go as it is, where the camera's traces cannot be taken out.
    const content = kind === 'image/heic' ? upload.content : withoutTraces(kind, upload.content);
    if (!content) return refused(`${which} cannot be read: choose another`);
    // A file's own name can hold a date, a place or a person.
    photos.push({ name: `photo-${index + 1}.${photoExtensions[kind]}`, kind, content });
  }
  return { photos, problems: [] };
}

/** Keeps photos with their report, held until a virus scanner has passed them; `openKept` says what may be looked at before. */
export async function addPhotos(work: Work, reportId: string, photos: readonly Photo[]): Promise<void> {
  for (const photo of photos)
    await work.db
      .insertInto('platform.file')
      .values({
        id: work.ids.next(),
        name: photo.name,
        mediaType: photo.kind,
        sizeBytes: photo.content.length,
        sha256: createHash('sha256').update(photo.content).digest('hex'),
        content: photo.content,
        ownerKind: 'report',
        ownerId: reportId,
        addedBy: work.viewer.kind === 'officer' ? work.viewer.officerId : null,
        addedAt: work.clock.now(),
      })
      .execute();
  if (photos.length > 0) work.note.detail.photos = photos.length;
}
