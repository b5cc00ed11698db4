import { join, resolve } from 'node:path';

/** Where the build lies: beside the code, or where BAILIWICK_BUILD_DIR says when the code is read-only. */
export const buildDirOf = (root: string, env: NodeJS.ProcessEnv): string =>
  resolve(env.BAILIWICK_BUILD_DIR || join(root, 'build'));
