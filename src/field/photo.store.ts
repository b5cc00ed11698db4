import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { photoKindOf } from '../intake/index.ts';
import { invalid, ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import type { Upload } from '../platform/http/declare.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { mostWaitingPhotos } from './capture.words.ts';
import { capturePolicy } from './field.policy.ts';

interface WaitingPhoto {
  id: string;
  sha256: string;
  mediaType: string;
  content: Buffer;
}

/** A photograph of the viewer's that waits for its notice. */
export async function findPhoto(work: Work, id: string): Promise<WaitingPhoto | undefined> {
  const { rows } = await sql<WaitingPhoto>`select p.id, p.sha256, p.media_type, p.content from field.photo p
    where p.id = ${id} and ${capturePolicy.visible(work.viewer, 'p')}`.execute(work.db);
  return rows[0];
}

/** Takes a photograph off those that wait: it is in the evidence now. */
export async function takePhoto(work: Work, id: string): Promise<void> {
  await work.db
    .deleteFrom('field.photo')
    .where('officerId', '=', officerOf(work).officerId)
    .where('id', '=', id)
    .execute();
}

/** Keeps a photograph until its notice comes. The same one sent again is one; another under its number is refused. */
export async function keepPhoto(
  work: Work,
  input: { id: string; sha256: string; upload: Upload | undefined },
): Promise<Result<{ id: string; sha256: string }>> {
  const { id, sha256, upload } = input;
  if (upload?.isTooLarge) return invalid({ field: 'photo', words: 'A photo may have 10 MB' });
  if (!upload || upload.content.length === 0) return invalid({ field: 'photo', words: 'Send the photo' });
  const mediaType = photoKindOf(upload.content);
  if (!mediaType)
    return invalid({ field: 'photo', words: 'Send a photo: JPEG, PNG, WebP or HEIC. This is none of these' });
  if (createHash('sha256').update(upload.content).digest('hex') !== sha256)
    return invalid({ field: 'sha256', words: 'The photo did not arrive whole. Send it again' });
  const before = await findPhoto(work, id);
  if (before)
    return before.sha256 === sha256
      ? ok({ id, sha256 })
      : invalid({ field: 'id', words: 'Another photo has this number. Take it anew' });
  const { officerId, agencyId } = officerOf(work);
  const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from field.photo p
    where ${capturePolicy.visible(work.viewer, 'p')}`.execute(work.db);
  if ((rows[0]?.waiting ?? 0) >= mostWaitingPhotos)
    return refusedByRule(
      'field.too-many-photos',
      `${mostWaitingPhotos} photos wait for notices already.`,
      'Deliver the notices that they belong to first.',
    );
  await work.db
    .insertInto('field.photo')
    .values({
      ...{ officerId, agencyId, id, sha256, mediaType },
      ...{ content: upload.content, receivedAt: work.clock.now() },
    })
    .onConflict((there) => there.columns(['officerId', 'id']).doNothing())
    .execute();
  return ok({ id, sha256 });
}
