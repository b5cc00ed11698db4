import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';

/** What an operating system says of the processes that run on it. */
export interface ProcessTable {
  /** Ended but not yet collected by whoever started it. */
  isZombie(pid: number): boolean;
  /** A text that differs between two processes which were given one id at different times; the same whoever asks. */
  birthOf(pid: number): string | undefined;
  /** Whether the process works in `folder`; false when the process is gone. */
  worksIn(pid: number, folder: string): boolean;
  /** Ids of all PostgreSQL processes that work in `folder`. */
  workingIn(folder: string): number[];
}

/** Runs a program of the system; its output, whatever its exit code. Undefined when it could not be run at all. */
export type RunProgram = (program: string, args: readonly string[]) => string | undefined;

/** The table of a system: Linux tells it in `/proc`, macOS by the programs that every one of them has. */
export const processTable = (platform: NodeJS.Platform, run: RunProgram = runProgram): ProcessTable =>
  platform === 'linux' ? onLinux : onMac(run);

const onLinux: ProcessTable = {
  // Such stay for ever in a container whose first process collects no one.
  isZombie: (pid) => afterName(readFileSync(`/proc/${pid}/stat`, 'utf8'))[0] === 'Z',
  birthOf: (pid) => {
    const ticks = afterName(readFileSync(`/proc/${pid}/stat`, 'utf8'))[19];
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${ticks}`;
  },
  worksIn: (pid, folder) => isSame(`/proc/${pid}/cwd`, folder),
  workingIn: (folder) =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => isSame(`/proc/${pid}/cwd`, folder)),
};

/** The fields of a process after its name, which may itself hold spaces and brackets: from its last bracket. */
const afterName = (stat: string): string[] => stat.slice(stat.lastIndexOf(')') + 2).split(' ');

/** One folder by two names: compared by what it is, since a name may be written in other letters or through links. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => {
    try {
      return statSync(path, { bigint: true });
    } catch {
      return undefined;
    }
  });
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

const onMac = (run: RunProgram): ProcessTable => ({
  // Collected by launchd, or by Node as soon as it comes to it: they do not stay.
  isZombie: () => false,
  birthOf: (pid) => run('/bin/ps', ['-o', 'lstart=', '-p', String(pid)])?.trim() || undefined,
  worksIn: (pid, folder) => workersIn(run, ['-p', String(pid)], folder).includes(pid),
  workingIn: (folder) => workersIn(run, ['-c', 'postgres'], folder),
});

/**
 * Asks lsof for working folders, by device and inode: its names of folders are written otherwise where letters are not ASCII, and
 * what `ps` shows of a command line ends after 79 letters where there is no terminal.
 * @throws an Error when lsof cannot be run: two servers on one folder of files would destroy it, so nothing is guessed.
 */
function workersIn(run: RunProgram, which: readonly string[], folder: string): number[] {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) return [];
  const said = run('/usr/sbin/lsof', ['-w', '-a', ...which, '-d', 'cwd', '-F', 'pDi']);
  if (said === undefined)
    throw new Error('/usr/sbin/lsof, which says who works in a folder, could not be run.');
  return processesOf(said)
    .filter(({ device, inode }) => device === found.dev && inode === found.ino)
    .map(({ pid }) => pid);
}

/** Reads lsof's lines: one letter and a value each, a process beginning at its `p`. */
function processesOf(said: string): { pid: number; device: number; inode: number }[] {
  const processes: { pid: number; device: number; inode: number }[] = [];
  for (const line of said.split('\n')) {
    const value = Number(line.slice(1));
    if (line.startsWith('p')) processes.push({ pid: value, device: Number.NaN, inode: Number.NaN });
    const last = processes.at(-1);
    if (last && line.startsWith('D')) last.device = value;
    if (last && line.startsWith('i')) last.inode = value;
  }
  return processes;
}

function runProgram(program: string, args: readonly string[]): string | undefined {
  // One language and one time zone: the lock's holder and whoever asks after it may have been started in different ones.
  const env = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/sbin:/usr/bin:/bin' };
  const { error, stdout } = spawnSync(program, args, { encoding: 'utf8', env });
  return error ? undefined : stdout;
}
