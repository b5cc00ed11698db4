import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const onLinux = process.platform === 'linux';

/** Whether a process with this id is running, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Ended but not yet collected, which lasts for ever in a container whose first process collects no one. */
function isZombie(pid: number): boolean {
  if (!onLinux) return false;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.charAt(stat.lastIndexOf(')') + 2) === 'Z';
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
    if (!onLinux) return ps(pid, 'lstart=');
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name may itself hold spaces and brackets, so count fields from its last bracket.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${ticks}`;
  } catch {
    return undefined;
  }
}

/** Whether `pid` is a PostgreSQL process working in `clusterDir` (a real path), not a re-used id. */
export function worksIn(pid: number, clusterDir: string): boolean {
  try {
    if (onLinux) return readlinkSync(`/proc/${pid}/cwd`) === clusterDir;
    const command = ps(pid, 'command=');
    return command.includes('postgres') && command.includes(clusterDir);
  } catch {
    return false;
  }
}

/**
 * Ids of every process whose working folder is `clusterDir`: the server and its children, which outlive
 * a server that was killed. Empty where the system cannot list them (not Linux).
 */
export function processesIn(clusterDir: string): number[] {
  if (!onLinux) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => worksIn(pid, clusterDir));
}

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

function ps(pid: number, column: string): string {
  return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim();
}
