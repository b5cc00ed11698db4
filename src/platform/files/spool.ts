import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

const pieceBytes = 256_000;

/**
 * Puts pieces together on disk and gives them as a stream: so a long file is made while its transaction lasts, in little
 * memory, and a fault on the way is an error page and not half a file. The file has no name while it is read, so that
 * nothing of it stays whatever happens.
 */
export async function spooled(pieces: AsyncIterable<string | Uint8Array>): Promise<Readable> {
  const folder = await mkdtemp(join(tmpdir(), 'bailiwick-spool-'));
  const handle = await open(join(folder, 'file'), 'wx+', 0o600);
  try {
    await rm(folder, { recursive: true, force: true });
    let waiting: Buffer[] = [];
    let bytes = 0;
    for await (const piece of pieces) {
      const part = Buffer.from(piece);
      waiting.push(part);
      bytes += part.length;
      if (bytes < pieceBytes) continue;
      await handle.write(Buffer.concat(waiting));
      [waiting, bytes] = [[], 0];
    }
    if (bytes > 0) await handle.write(Buffer.concat(waiting));
    return handle.createReadStream({ start: 0 });
  } catch (error) {
    await handle.close();
    throw error;
  }
}
