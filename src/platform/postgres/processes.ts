import { setTimeout as sleep } from 'node:timers/promises';
import { processTable } from './process-table.ts';

const table = processTable(process.platform);

/** Whether a process with this id is running, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Ended but not yet collected, which is as good as gone. */
function isZombie(pid: number): boolean {
  try {
    return table.isZombie(pid);
  } catch {
    return false;
  }
}

/**
 * A text that differs between two processes which were given the same id at different times.
 * Undefined when the process is gone or the system will not say.
 */
export function birthOf(pid: number): string | undefined {
  try {
    return table.birthOf(pid);
  } catch {
    return undefined;
  }
}

/** Whether `pid` is a process working in `clusterDir`, not a re-used id. */
export const worksIn = (pid: number, clusterDir: string): boolean => table.worksIn(pid, clusterDir);

/**
 * Ids of every process whose working folder is `clusterDir`: the server and its children, which outlive
 * a server that was killed.
 */
export const processesIn = (clusterDir: string): number[] => table.workingIn(clusterDir);

/** Sends a signal; a process that has already gone is not an error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Waits until `condition` holds, asking every `everyMs`; false when `limitMs` passed first. */
export async function waitUntil(condition: () => boolean, limitMs: number, everyMs = 25): Promise<boolean> {
  const until = performance.now() + limitMs;
  while (!condition()) {
    if (performance.now() > until) return false;
    await sleep(everyMs);
  }
  return true;
}
