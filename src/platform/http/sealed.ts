import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** A key for one purpose, made of the installation's secret: what is closed with one opens with no other. */
export const keyFor = (secret: string, purpose: string): Buffer =>
  createHmac('sha256', secret).update(purpose).digest();

/** A value that nobody reads or changes without the key: AES-256-GCM. */
export function closed(key: Buffer, value: unknown): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const content = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), content]);
}

/** What {@link closed} closed with this key; undefined for anything else. */
export function opened(key: Buffer, bytes: Buffer): unknown {
  if (bytes.length < 29) return undefined;
  try {
    const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
    opener.setAuthTag(bytes.subarray(12, 28));
    return JSON.parse(Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]).toString('utf8'));
  } catch {
    return undefined;
  }
}
