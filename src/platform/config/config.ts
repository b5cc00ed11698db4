import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { StartRefused } from '../failures/failures.ts';
import { isScannerAddress } from '../files/scanner.ts';
import { newToken } from '../ids/ids.ts';

/** An address, or a range of them like 10.0.0.0/8. */
function isRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = { 4: 32, 6: 128 }[isIP(address)];
  if (!most || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
}

const schema = z.object({
  /** Where the web server listens. */
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  /** Address to listen on; only this machine unless said otherwise. */
  HOST: z.string().default('127.0.0.1'),
  /** Where the embedded database and this installation's secret live. */
  BAILIWICK_DATA_DIR: z.string().optional(),
  /** A real PostgreSQL (15 or later) as its owner; without it the embedded one is used. */
  DATABASE_URL: z.string().optional(),
  /** production: no made-up county, no persona sign-in, secure cookies, a secret of at least 32 characters. */
  BAILIWICK_MODE: z.enum(['demonstration', 'production']).default('demonstration'),
  /** From which database passwords and cookie signatures follow. Made and kept in the data folder if not given. */
  BAILIWICK_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  /** The address people reach this by, for links in messages. */
  BAILIWICK_URL: z.url().optional(),
  /** The mail server as smtp://user:password@host:port or smtps://…; without it nothing is sent. */
  SMTP_URL: z
    .string()
    .refine((text) => /^smtps?:$/.test(URL.parse(text)?.protocol ?? ''), 'must look like smtp://host:587')
    .optional(),
  /** From whom messages come, e.g. Bailiwick <no-reply@example.org>. */
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n<>]*<?[^\s@<>]+@[^\s@<>]+>?$/, 'must look like Name <address@host>')
    .optional(),
  /** Tiles beneath officers' maps, e.g. https://tiles.example.org/{z}/{x}/{y}.png; their server then learns where officers look. */
  BAILIWICK_TILES: z
    .string()
    .refine(
      (text) =>
        /^https?:$/.test(URL.parse(text)?.protocol ?? '') &&
        ['{z}', '{x}', '{y}'].every((part) => text.includes(part)),
      'must look like https://tiles.example.org/{z}/{x}/{y}.png',
    )
    .optional(),
  /** Whose tiles they are, as their owner wants it said on the map. */
  BAILIWICK_TILES_CREDIT: z.string().max(200).default(''),
  /** Key of the public data API of Companies House; without it companies are looked up by hand, and nothing leaves. */
  COMPANIES_HOUSE_KEY: z.string().max(200).optional(),
  /** Another address of that API, as of a gateway. */
  COMPANIES_HOUSE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** ClamAV's daemon as host:port or the path of its socket; without it files that are no pictures stay held. */
  BAILIWICK_SCANNER: z
    .string()
    .refine(isScannerAddress, 'must look like localhost:3310 or /run/clamav/clamd.ctl')
    .optional(),
  /** Addresses of the reverse proxies in front, whose word on where a request comes from is believed; by commas. */
  BAILIWICK_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .refine((parts) => parts.every(isRange), 'must be addresses like 127.0.0.1,10.0.0.0/8')
    .default([]),
  /** Forms a minute that one address may send to one public form, sign-in among them. */
  BAILIWICK_FORM_LIMIT: z.coerce.number().int().min(1).max(100_000).default(30),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

/** Everything an operator can set; read once, at the start. */
export interface Config {
  root: string;
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | undefined;
  mode: 'demonstration' | 'production';
  secret: string;
  publicUrl: string;
  smtpUrl: string | undefined;
  /** Tiles beneath officers' maps, where an operator set them. */
  tiles: { address: string; credit: string } | undefined;
  mailFrom: string;
  /** The key of the register of companies, where an operator connected it, and another address of it. */
  companies: { key: string; url: string | undefined } | undefined;
  /** ClamAV's daemon, where an operator connected it: host:port, or the path of its socket. */
  scanner: string | undefined;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Reverse proxies whose word on where a request comes from is believed. */
  proxies: readonly string[];
  /** Forms a minute that one address may send to one public form. */
  formLimit: number;
}

/** Parses the environment. Throws StartRefused with one sentence naming the variable and the mend. */
export function readConfig(root: string, env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StartRefused(
      'bad-setting',
      `The setting ${String(issue?.path[0])} is not right: ${issue?.message ?? ''}.`,
    );
  }
  const set = parsed.data;
  const dataDir = resolve(root, set.BAILIWICK_DATA_DIR ?? 'data');
  if (set.BAILIWICK_MODE === 'production' && !set.BAILIWICK_SECRET)
    throw new StartRefused(
      'no-secret',
      'In production set BAILIWICK_SECRET to a secret of at least 32 characters.',
    );
  const publicUrl = set.BAILIWICK_URL ?? `http://localhost:${set.PORT}`;
  return {
    root,
    port: set.PORT,
    host: set.HOST,
    dataDir,
    databaseUrl: set.DATABASE_URL,
    mode: set.BAILIWICK_MODE,
    secret: set.BAILIWICK_SECRET ?? keptSecret(dataDir),
    publicUrl,
    smtpUrl: set.SMTP_URL,
    tiles: set.BAILIWICK_TILES
      ? { address: set.BAILIWICK_TILES, credit: set.BAILIWICK_TILES_CREDIT }
      : undefined,
    mailFrom: set.MAIL_FROM ?? `Bailiwick <no-reply@${new URL(publicUrl).hostname}>`,
    companies: set.COMPANIES_HOUSE_KEY
      ? { key: set.COMPANIES_HOUSE_KEY, url: set.COMPANIES_HOUSE_URL }
      : undefined,
    scanner: set.BAILIWICK_SCANNER,
    logLevel: set.LOG_LEVEL,
    proxies: set.BAILIWICK_PROXIES,
    formLimit: set.BAILIWICK_FORM_LIMIT,
  };
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    // First start: make one below.
  }
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, `${newToken()}\n`, { mode: 0o600, flag: 'wx' });
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new StartRefused(
      'data-folder',
      `The data folder ${dataDir} cannot be written (${why}): free space or set BAILIWICK_DATA_DIR to another folder.`,
    );
  }
}
