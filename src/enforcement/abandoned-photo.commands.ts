import { createHash } from 'node:crypto';
import { z } from 'zod';
import { openKept, readPhotos } from '../intake/index.ts';
import { invalid, notFound, ok, type Result } from '../platform/failures/failures.ts';
import type { Upload } from '../platform/http/declare.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { openAbandoned } from './abandoned.queries.ts';
import type { AbandonedVehicle } from './abandoned.store.ts';
import { openPart } from './abandoned-parts.commands.ts';
import { findStanding } from './abandoned-parts.store.ts';
import { listVehiclePhotos } from './abandoned-photo.store.ts';
import { text, withDays } from './fields.ts';
import { mayReadWhole } from './procedure.policy.ts';
import { addEvent } from './procedure.store.ts';

export const vehiclePhotoSchema = z.preprocess(
  withDays('takenOn'),
  z.object({
    version: z.coerce.number('Reload the page and try again').int(),
    takenOn: z.iso.date('Enter the day they were taken, like 2 12 2026'),
    words: text('what they show', 1000).pipe(z.string().min(3, 'Say what they show')),
  }),
);

/** Keeps photographs with the file, without what the camera wrote into them. */
export async function addVehiclePhotos(
  work: Work,
  input: z.output<typeof vehiclePhotoSchema> & { abandonedId: string; uploads: readonly Upload[] },
): Promise<Result<AbandonedVehicle>> {
  if (input.takenOn > work.clock.today())
    return invalid({ field: 'takenOn', words: 'It cannot be in the future' });
  const { photos, problems } = readPhotos(input.uploads, false);
  if (problems.length > 0) return invalid(...problems);
  if (photos.length === 0) return invalid({ field: 'photos', words: 'Choose one photograph or more' });
  const open = await openPart(work, input, 'photos');
  if (!open.ok) return open;
  const file = open.value;
  const added = { addedBy: officerOf(work).officerId, addedAt: work.clock.now() };
  for (const { name, kind, content } of photos) {
    const [id, fileId] = [work.ids.next(), work.ids.next()];
    const sha256 = createHash('sha256').update(content).digest('hex');
    await work.db
      .insertInto('platform.file')
      .values({
        ...{ id: fileId, name, mediaType: kind, sizeBytes: content.length, sha256, content },
        ...{ ownerKind: 'abandoned-photo', ownerId: id, ...added },
      })
      .execute();
    await work.db
      .insertInto('enforcement.abandonedPhoto')
      .values({
        ...{ id, abandonedId: file.id, agencyId: file.agencyId, takenOn: input.takenOn },
        ...{ words: input.words, name, fileId, ...added },
      })
      .execute();
  }
  const count = `${photos.length} ${photos.length === 1 ? 'photograph' : 'photographs'}`;
  await addEvent(work, 'abandoned', file, { kind: 'photographed', words: `${count} added` });
  return openAbandoned(work, file.id);
}

/** The picture itself; of a vehicle whose place must stay hidden, to nobody: a picture shows where it stands. */
export async function openVehiclePhoto(
  work: Work,
  { abandonedId, photoId }: { abandonedId: string; photoId: string },
): Promise<Result<{ name: string; mediaType: string; content: Buffer; inline: boolean }>> {
  const file = await openAbandoned(work, abandonedId);
  if (!file.ok) return file;
  if (!mayReadWhole(work.viewer, file.value)) return notFound;
  if ((await findStanding(work, abandonedId))?.isHidden !== false) return notFound;
  const photo = (await listVehiclePhotos(work, abandonedId, false)).find(({ id }) => id === photoId);
  if (!photo) return notFound;
  const row = await work.db
    .selectFrom('platform.file')
    .select(['name', 'mediaType', 'content', 'scan'])
    .where('ownerKind', '=', 'abandoned-photo')
    .where('ownerId', '=', photo.id)
    .executeTakeFirst();
  if (!row) return notFound;
  const open = openKept(row, 'as-kept');
  return open.ok ? ok({ ...row, ...open.value }) : open;
}
