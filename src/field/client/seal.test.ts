import { expect, test } from 'vitest';
import { newId, sha256Of } from '../../platform/ui/client/device.ts';
import { keyFrom, openBytes, seal, sealBytes, unseal } from './seal.ts';

const secretOf = (byte: number) => Buffer.alloc(32, byte).toString('base64url');

test('what one officer sealed opens with their key alone, and in its own place alone', async () => {
  const [mine, theirs] = [await keyFrom(secretOf(250)), await keyFrom(secretOf(251))];
  const sealed = await seal(mine, 'item 1', { words: 'Left by the gate' });
  expect(await unseal(mine, 'item 1', sealed)).toEqual({ words: 'Left by the gate' });
  await expect(unseal(theirs, 'item 1', sealed)).rejects.toThrow();
  await expect(unseal(mine, 'item 2', sealed)).rejects.toThrow();
  expect(Buffer.from(sealed.data).toString('latin1')).not.toContain('gate');
  // Sealed twice, the same thing looks different.
  expect(Buffer.from((await seal(mine, 'item 1', { words: 'Left by the gate' })).data)).not.toEqual(
    Buffer.from(sealed.data),
  );
  const bytes = new Uint8Array([1, 2, 3]).buffer;
  expect(await openBytes(mine, 'photo', await sealBytes(mine, 'photo', bytes))).toEqual(bytes);
  // Script cannot read the key out again.
  await expect(crypto.subtle.exportKey('raw', mine)).rejects.toThrow();
});

test('numbers of a telephone sort by when they were made, and are told apart', async () => {
  const ids = [1, 2, 3].map((second) => newId(new Date(Date.UTC(2026, 10, 20, 9, 0, second))));
  expect([...ids].sort()).toEqual(ids);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const same = new Date(Date.UTC(2026, 10, 20));
  expect(new Set(Array.from({ length: 1000 }, () => newId(same))).size).toBe(1000);
  expect(await sha256Of(new TextEncoder().encode('abc').buffer)).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
