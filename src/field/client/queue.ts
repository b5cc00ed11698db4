import { deviceNow, newId } from '../../platform/ui/client/device.ts';
import { change, keysUnder, read } from './database.ts';
import { holderNow } from './device.ts';
import type { Content, Holder, Item, ItemState, StoredItem, StoredPhoto } from './model.ts';
import { screenNow, show } from './screen.ts';
import { openBytes, seal, sealBytes } from './seal.ts';

/** A photograph before it is kept. */
export interface NewPhoto {
  id: string;
  bytes: ArrayBuffer;
}
/** Photographs lie under the thing that they belong to, so that no other is read with them. */
const photoKey = (itemId: string, photoId: string): string => `${itemId}/${photoId}`;

async function storedPhotos({ key, officerId }: Holder, itemId: string, photos: readonly NewPhoto[]) {
  return Promise.all(
    photos.map(async ({ id, bytes }) => {
      const value: StoredPhoto = { id, officerId, sealed: await sealBytes(key, id, bytes) };
      return { store: 'photos' as const, key: photoKey(itemId, id), value };
    }),
  );
}

/** Shows one thing as it stands now, beside the others. */
function showItem(item: Item): void {
  const { items } = screenNow();
  const isThere = items.some(({ id }) => id === item.id);
  show({
    items: isThere ? items.map((one) => (one.id === item.id ? item : one)) : [...items, item],
    ...(item.sent && item.state === 'sent' ? { lastSentAt: item.sent.at } : {}),
  });
}

/** Keeps something that was written: it is on the disk, with its photographs, when this is done. */
export async function keepItem(
  content: Omit<Content, 'capturedAt'>,
  photos: readonly NewPhoto[] = [],
): Promise<void> {
  const holder = holderNow();
  if (!holder) throw new Error('Nobody is signed in on this telephone.');
  const capturedAt = deviceNow();
  const id = newId(capturedAt);
  const whole: Content = { ...content, capturedAt: capturedAt.toISOString() };
  const value: StoredItem = {
    ...{ id, officerId: holder.officerId, state: 'waiting' },
    sealed: await seal(holder.key, id, whole),
  };
  const stored = await storedPhotos(holder, id, photos);
  await change({ put: [{ store: 'queue', key: id, value }, ...stored] });
  showItem({ ...whole, id, state: 'waiting' });
}

/** Changes something that was kept; its number stays, so that it is still the same thing to the service. */
export async function changeItem(
  item: Item,
  state: ItemState,
  part: Partial<Content>,
  photos: readonly NewPhoto[] = [],
): Promise<void> {
  const holder = holderNow();
  if (!holder) throw new Error('Nobody is signed in on this telephone.');
  const { id, state: _state, ...content } = item;
  const whole: Content = { ...content, ...part };
  const value: StoredItem = {
    ...{ id, officerId: holder.officerId, state },
    sealed: await seal(holder.key, id, whole),
  };
  // Once it is delivered its photographs are evidence, and no longer here.
  const gone = state === 'sent' ? await keysUnder('photos', photoKey(id, '')) : [];
  const added = await storedPhotos(holder, id, photos);
  await change({
    put: [{ store: 'queue', key: id, value }, ...added],
    remove: gone.map((key) => ({ store: 'photos' as const, key })),
  });
  showItem({ ...whole, id, state });
}

/** Does something with one thing while nobody else does: not the sender, and no other tab. */
export const withItem = <T>(id: string, act: () => Promise<T>): Promise<T> =>
  navigator.locks.request(`bailiwick-field-${id}`, act) as Promise<T>; // resolves with what was done

/** How something stands on the disk now; another tab may have sent it or taken it off. */
export const stateOnDisk = async (id: string): Promise<ItemState | undefined> =>
  (await read<StoredItem>('queue', id))?.state;

/**
 * Holds something back while its writer changes it. False where it was delivered in that very moment: it is then changed where
 * it went.
 */
export const holdItem = (item: Item): Promise<boolean> =>
  withItem(item.id, async () => {
    if ((await stateOnDisk(item.id)) === 'sent') return false;
    if (item.state === 'waiting') await changeItem(item, 'held', {});
    return true;
  });

/** Takes something off the telephone because its writer says so. */
export const dropItem = (id: string): Promise<void> =>
  withItem(id, async () => {
    const photos = await keysUnder('photos', photoKey(id, ''));
    await change({
      remove: [{ store: 'queue', key: id }, ...photos.map((key) => ({ store: 'photos' as const, key }))],
    });
    show({ items: screenNow().items.filter((item) => item.id !== id) });
  });

/** A photograph as it was taken, if it is here. */
export async function photoOf(itemId: string, photoId: string): Promise<ArrayBuffer | undefined> {
  const holder = holderNow();
  const stored = await read<StoredPhoto>('photos', photoKey(itemId, photoId));
  return holder && stored ? openBytes(holder.key, photoId, stored.sealed) : undefined;
}
