/** The telephone's own clock: it may be wrong, so what it says is told as its word and never decides anything. */
export const deviceNow = (): Date => new Date();

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A new id that sorts by when it was made (UUID version 7): things written without a network keep their order. */
export function newId(at: Date = deviceNow()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = at.getTime();
  for (let place = 0; place < 6; place += 1) bytes[place] = Math.floor(time / 2 ** (8 * (5 - place))) % 256;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const text = hex(bytes);
  return [0, 8, 12, 16, 20].map((from, at, all) => text.slice(from, all[at + 1])).join('-');
}

/** SHA-256 of some bytes, in hex. */
export const sha256Of = async (bytes: ArrayBuffer): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
