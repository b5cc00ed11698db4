import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

const partBytes = 1_000_000;

/** Gives a file to be kept in pieces, so that neither process ever holds it whole. */
export async function keepInParts(
  path: string,
  keep: (part: number, content: Buffer) => Promise<unknown>,
): Promise<void> {
  let part = 0;
  for await (const content of createReadStream(path, { highWaterMark: partBytes })) {
    await keep(part, content as Buffer);
    part += 1;
  }
}

/** Writes kept pieces to a place on disk; false where none is kept any more. */
export async function fetchParts(
  path: string,
  read: (part: number) => Promise<Buffer | undefined>,
): Promise<boolean> {
  const file = await open(path, 'w', 0o600);
  try {
    for (let part = 0; ; part += 1) {
      const content = await read(part);
      if (!content) return part > 0;
      await file.write(content);
    }
  } finally {
    await file.close();
  }
}
