import { closeSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const rotateAt = 10_000_000;

/**
 * Opens `<dir>/<name>.log` for lines; an earlier log that has grown past 10 MB is put aside first.
 * A line that cannot be written (a full disk) is dropped: a log must not stop the service.
 */
export function openLog(dir: string, name: string): { write(line: string): void; close(): void } {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, `${name}.log`);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > rotateAt) renameSync(file, `${file}.old`);
  const handle = openSync(file, 'a', 0o600);
  return {
    write: (line) => {
      try {
        writeSync(handle, `${line}\n`);
      } catch {
        // Dropped; see above.
      }
    },
    close: () => closeSync(handle),
  };
}
