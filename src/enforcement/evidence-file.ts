import { createHash } from 'node:crypto';
import { photoKindOf } from '../intake/index.ts';
import { invalid, ok, type Result } from '../platform/failures/failures.ts';
import type { Upload } from '../platform/http/declare.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import type { EvidenceKind } from './penalty.words.ts';

const largestBytes = 10_000_000;
/** Bytes of a whole form with an exhibit in it. */
export const evidenceFormLimit = largestBytes + 2_000_000;
/** Exhibits that are a picture if they have a file. */
const pictures: readonly EvidenceKind[] = ['photo', 'signature'];

/**
 * Keeps the file of an exhibit, byte for byte, so that its hash is that of what was taken. Of a photograph neither the name nor what the
 * browser says is believed.
 *
 * @returns the id of the file, null where none was sent, or what is wrong with it at the field `file`
 */
export async function keepEvidenceFile(
  work: Work,
  exhibit: { of: 'penalty-evidence' | 'protection-evidence'; id: string; kind: EvidenceKind },
  upload: Upload | undefined,
): Promise<Result<string | null>> {
  if (!upload) return ok(null);
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
  return ok(id);
}
