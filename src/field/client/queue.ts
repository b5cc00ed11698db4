import { deviceNow, newId } from '../../platform/ui/client/device.ts';
import { change, readAll } from './database.ts';
import { holderNow, refresh } from './device.ts';
import type { Content, Holder, Item, ItemState, StoredItem, StoredPhoto } from './model.ts';
import { openBytes, seal, sealBytes } from './seal.ts';

/** A photograph before it is kept. */
export interface NewPhoto {
  id: string;
  bytes: ArrayBuffer;
}

async function storedPhoto(
  { key, officerId }: Holder,
  itemId: string,
  { id, bytes }: NewPhoto,
): Promise<StoredPhoto> {
  return { id, officerId, itemId, isUploaded: false, sealed: await sealBytes(key, id, bytes) };
}

/** Keeps something that was written: it is on the disk, with its photographs, when this is done. */
export async function keepItem(
  content: Omit<Content, 'capturedAt'>,
  photos: readonly NewPhoto[] = [],
): Promise<void> {
  const holder = holderNow();
  if (!holder) throw new Error('Nobody holds this telephone.');
  const { key, officerId } = holder;
  const capturedAt = deviceNow();
  const id = newId(capturedAt);
  const whole: Content = { ...content, capturedAt: capturedAt.toISOString() };
  const item: StoredItem = { id, officerId, state: 'waiting', sealed: await seal(key, id, whole) };
  const stored = await Promise.all(photos.map((photo) => storedPhoto(holder, id, photo)));
  await change({
    put: [
      { store: 'queue', key: id, value: item },
      ...stored.map((value) => ({ store: 'photos' as const, key: value.id, value })),
    ],
  });
  await refresh();
}

/** Changes something that was kept; its number stays, so that it is still the same thing to the service. */
export async function changeItem(
  item: Item,
  state: ItemState,
  part: Partial<Content>,
  photos: readonly NewPhoto[] = [],
): Promise<void> {
  const holder = holderNow();
  if (!holder) return;
  const { id, state: _state, ...content } = item;
  const whole: Content = { ...content, ...part };
  const value: StoredItem = {
    ...{ id, officerId: holder.officerId, state },
    sealed: await seal(holder.key, id, whole),
  };
  // Once it is delivered its photographs are evidence, and no longer here.
  const gone = state === 'sent' ? await photosOf(id) : [];
  const added = await Promise.all(photos.map((photo) => storedPhoto(holder, id, photo)));
  await change({
    put: [
      { store: 'queue', key: id, value },
      ...added.map((photo) => ({ store: 'photos' as const, key: photo.id, value: photo })),
    ],
    remove: gone.map((photo) => ({ store: 'photos' as const, key: photo.id })),
  });
  await refresh();
}

/** Takes something off the telephone because its writer says so. */
export async function dropItem(id: string): Promise<void> {
  const photos = await photosOf(id);
  await change({
    remove: [
      { store: 'queue', key: id },
      ...photos.map((photo) => ({ store: 'photos' as const, key: photo.id })),
    ],
  });
  await refresh();
}

export const photosOf = async (itemId: string): Promise<StoredPhoto[]> =>
  (await readAll<StoredPhoto>('photos')).filter((photo) => photo.itemId === itemId);

/** Notes which photographs have arrived. */
export const notePhotos = (photos: readonly StoredPhoto[], isUploaded: boolean): Promise<void> =>
  change({
    put: photos.map((photo) => ({ store: 'photos', key: photo.id, value: { ...photo, isUploaded } })),
  });

export async function bytesOfPhoto(photo: StoredPhoto): Promise<ArrayBuffer> {
  const holder = holderNow();
  if (!holder) throw new Error('Nobody holds this telephone.');
  return openBytes(holder.key, photo.id, photo.sealed);
}
