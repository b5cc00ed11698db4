export { StartRefused } from '../failures/failures.ts';

import { StartRefused } from '../failures/failures.ts';

/** The system error code (`ENOENT`, `EACCES` …) carried by an unknown thrown value, or undefined. */
export function errnoOf(error: unknown): string | undefined {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return undefined;
}

/**
 * Turns a failed file operation into a refusal about `place`, or gives the error back untouched when
 * it is not one of the three a person can mend (full, read-only, not permitted).
 */
export function refusalFor(error: unknown, place: string): unknown {
  switch (errnoOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(place, error);
    case 'EROFS':
      return new StartRefused(
        'read-only',
        `The data folder ${place} is on a read-only disk: set BAILIWICK_DATA_DIR to a folder that can be written to.`,
        { cause: error },
      );
    case 'EACCES':
    case 'EPERM':
      return new StartRefused(
        'not-permitted',
        `The data folder ${place} cannot be read and written by this user: give this user access to it, or set BAILIWICK_DATA_DIR to another folder.`,
        { cause: error },
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return new StartRefused(
        'bad-setting',
        `The data folder ${place} cannot be used because something that is not a folder is in its way: set BAILIWICK_DATA_DIR to another folder.`,
        { cause: error },
      );
    default:
      return error;
  }
}

/** The refusal for a disk with no room left under `place`. */
export function diskFull(place: string, cause?: unknown): StartRefused {
  return new StartRefused(
    'disk-full',
    `The disk that holds the data folder ${place} is full: free some space (at least 200 MB), or set BAILIWICK_DATA_DIR to a folder on another disk.`,
    { cause },
  );
}
