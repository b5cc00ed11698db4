import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';
import { type Clock, systemClock } from '../platform/clock/clock.ts';
import { type Databases, openDatabases } from '../platform/database/database.ts';
import type { MapTiles, Route } from '../platform/http/declare.ts';
import { buildServer } from '../platform/http/server.ts';
import { type Ids, randomIds } from '../platform/ids/ids.ts';
import { makeSignIn, type SignIn } from '../platform/sign-in/sign-in.ts';
import { failurePage, faultPage, unsentPage } from './failure.pages.tsx';
import { frame } from './frame.tsx';
import { lookUp } from './look-up.ts';
import type { MailKind } from './mail.pages.tsx';
import { allRoutes } from './registry.ts';

export interface ApplicationOptions {
  /** Address of the database server, without any owner's name or password. */
  serverUrl: string;
  secret: string;
  mode: 'demonstration' | 'production';
  /** The address people reach this by; for links to be handed on. */
  publicUrl?: string;
  logLevel: string;
  /** Instead of a logger to standard output: tests listen to what is written. */
  logger?: Logger;
  assetsDir?: string;
  /** Tiles beneath the maps; without them maps show our own outlines alone. */
  tiles?: MapTiles | undefined;
  /** How mail leaves; a demonstration sends none, and says so. */
  mailKind?: MailKind;
  clock?: Clock;
  ids?: Ids;
  /** False only for paired-world tests. */
  keep?: boolean;
  formLimit?: number;
  /** Reverse proxies whose word on where a request comes from is believed; none unless told. */
  proxies?: readonly string[];
  poolSize?: number;
  /** Routes beside the registry's: the wall suite's deliberately leaking one. */
  extraRoutes?: readonly Route[];
  /** Told of every unexpected error: tests print it. */
  onFault?(error: unknown): void;
}

export interface Application {
  server: FastifyInstance;
  databases: Databases;
  signIn: SignIn;
  routes: readonly Route[];
  close(): Promise<void>;
}

/** The whole web application, wired: what `npm start` runs and what tests inject requests into. */
export async function buildApplication(options: ApplicationOptions): Promise<Application> {
  const clock = options.clock ?? systemClock;
  const ids = options.ids ?? randomIds;
  const databases = openDatabases({
    clock,
    serverUrl: options.serverUrl,
    secret: options.secret,
    poolSize: options.poolSize ?? 8,
  });
  const signIn = makeSignIn({ databases, clock, ids, mode: options.mode });
  const routes = [
    ...allRoutes({
      signIn,
      mailKind: options.mailKind ?? (options.mode === 'demonstration' ? 'demonstration' : 'not-configured'),
    }),
    ...(options.extraRoutes ?? []),
  ];
  const server = await buildServer({
    routes,
    act: { databases, clock, ids, keep: options.keep ?? true, lookUp },
    secret: options.secret,
    mode: options.mode,
    publicUrl: (options.publicUrl ?? 'http://localhost').replace(/\/$/, ''),
    assetsDir: options.assetsDir,
    tiles: options.tiles,
    logger: options.logger ?? pino({ level: options.logLevel, base: null }),
    formLimit: options.formLimit ?? 30,
    proxies: options.proxies ?? [],
    authenticate: (token, isQuiet) => signIn.authenticate(token, isQuiet),
    accountOfForm: (token) => signIn.accountOfForm(token),
    unsentPage,
    newPasswordPath: '/account/password?asked=yes',
    frame,
    failurePage,
    faultPage,
    ...(options.onFault ? { onFault: options.onFault } : {}),
  });
  return {
    server,
    databases,
    signIn,
    routes,
    close: async () => {
      await server.close();
      await databases.close();
    },
  };
}

export const assetsIn = (buildDir: string): string => join(buildDir, 'assets');
