import { createHmac, randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';

import { publicViewer, type Viewer } from '../access/viewer.ts';
import { isConnectionLost } from '../database/database.ts';
import { type Failure, failureAnswers } from '../failures/failures.ts';
import { type ActContext, type Outcome, performAct } from './act.ts';
import type { Ask, Route } from './declare.ts';
import { readBody } from './input.ts';
import type { PageReply, Reply } from './reply.ts';

/** A session that is alive now. */
export interface LiveSession {
  viewer: Viewer;
  csrf: string;
  /** When it ends if nothing more is done. */
  endsAt: Date;
}

/** What the frame around a page may show. */
export interface FrameContext {
  viewer: Viewer;
  url: string;
  csrf: string;
  flash: string | undefined;
  requestId: string;
  sessionEndsAt: Date | undefined;
  mode: 'demonstration' | 'production';
}

export interface ServerOptions {
  routes: readonly Route[];
  act: ActContext;
  secret: string;
  mode: 'demonstration' | 'production';
  assetsDir: string | undefined;
  logger: FastifyBaseLogger;
  /** Requests a minute from one address to one public form or sign-in; pages are not limited. */
  formLimit: number;
  /** Told of every unexpected error, whole: for tests, never for a log. */
  onFault?(error: unknown): void;
  authenticate(token: string): Promise<LiveSession | undefined>;
  frame(page: PageReply, context: FrameContext): string;
  failurePage(failure: Failure, requestId: string): PageReply;
  faultPage(requestId: string, isAway: boolean): PageReply;
}

const sessionCookie = 'bw_session';
const flashCookie = 'bw_flash';

/** The web server over a registry of declared routes. There is no other way in than a declaration. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.logger,
    logController: new Fastify.LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: 2_000_000,
    routerOptions: { maxParamLength: 200 },
  });
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
    strictTransportSecurity: options.mode === 'production',
  });
  await app.register(cookie, { secret: createHmac('sha256', options.secret).update('cookie').digest('hex') });
  await app.register(formbody);
  await app.register(multipart, { throwFileSizeLimit: false, limits: { fileSize: 10_000_000, files: 10, fields: 200 } });
  await app.register(rateLimit, { global: false });
  if (options.assetsDir)
    await app.register(fastifyStatic, {
      root: options.assetsDir,
      prefix: '/assets/',
      maxAge: '1h',
      decorateReply: false,
    });
  app.get('/health', async () => ({ status: 'ok' }));
  for (const route of options.routes) addRoute(app, route, options);
  app.setNotFoundHandler((request, reply) =>
    answerFailure(request, reply, { kind: 'not-found' }, options, publicFrame(request, options)),
  );
  app.setErrorHandler((error, request, reply) => answerFault(error, request, reply, options));
  return app;
}

const contentPolicy = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'", 'blob:'],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
};

function addRoute(app: FastifyInstance, route: Route, options: ServerOptions): void {
  const limited = route.method === 'POST' && route.permission.isPublic;
  app.route({
    method: route.method,
    url: route.path,
    ...(route.uploadLimit ? { bodyLimit: route.uploadLimit } : {}),
    ...(limited ? { config: { rateLimit: { max: options.formLimit, timeWindow: '1 minute' } } } : {}),
    handler: (request, reply) => serve(route, request, reply, options),
  });
}

const publicFrame = (request: FastifyRequest, options: ServerOptions): FrameContext => ({
  viewer: publicViewer,
  url: request.url,
  csrf: '',
  flash: undefined,
  requestId: request.id,
  sessionEndsAt: undefined,
  mode: options.mode,
});

async function serve(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  options: ServerOptions,
): Promise<FastifyReply> {
  const startedAt = performance.now();
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer ?? request.cookies[sessionCookie];
  const session = token ? await options.authenticate(token) : undefined;
  const frame: FrameContext = {
    ...publicFrame(request, options),
    viewer: session?.viewer ?? publicViewer,
    csrf: session?.csrf ?? '',
    flash: takeFlash(request, reply),
    sessionEndsAt: session?.endsAt,
  };
  const { fields, uploads } = route.method === 'POST' ? await readBody(request) : { fields: {}, uploads: [] };
  if (route.method === 'POST' && !bearer && !isOwnForm(request, fields, session)) {
    return answerFailure(
      request,
      reply,
      {
        kind: 'not-allowed',
        words:
          'This form came from another site, or your session had ended. Go back, reload the page and try again.',
        whoCan: 'You, from the page itself.',
      },
      options,
      frame,
    );
  }
  const ask: Ask = { url: request.url, uploads, csrf: frame.csrf, sessionToken: token, mode: options.mode };
  const outcome = await performAct(options.act, {
    route,
    viewer: frame.viewer,
    requestId: request.id,
    raw: { params: request.params, query: request.query, body: fields },
    ask,
  });
  request.log.info(
    {
      requestId: request.id,
      route: route.path,
      method: route.method,
      outcome: outcome.kind,
      ms: Math.round(performance.now() - startedAt),
    },
    'request',
  );
  return answer(route, outcome, request, reply, options, frame);
}

/** Forms of a session carry its token; forms of the public are checked by where the browser says they came from. */
function isOwnForm(
  request: FastifyRequest,
  fields: Record<string, unknown>,
  session: LiveSession | undefined,
): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.headers.origin;
  if (origin !== undefined && origin !== 'null' && new URL(origin).host !== request.headers.host)
    return false;
  return session === undefined || fields['_csrf'] === session.csrf;
}

function takeFlash(request: FastifyRequest, reply: FastifyReply): string | undefined {
  const raw = request.cookies[flashCookie];
  if (!raw) return undefined;
  reply.clearCookie(flashCookie, { path: '/' });
  const unsigned = request.unsignCookie(raw);
  return unsigned.valid ? (unsigned.value ?? undefined) : undefined;
}

function answer(
  route: Route,
  outcome: Outcome,
  request: FastifyRequest,
  reply: FastifyReply,
  options: ServerOptions,
  frame: FrameContext,
): FastifyReply | Promise<FastifyReply> {
  switch (outcome.kind) {
    case 'sign-in-needed':
      if (route.kind === 'api')
        return reply
          .code(401)
          .send({ code: 'sign-in-needed', words: 'Send a session token: see POST /api/v1/sessions.' });
      return reply.redirect(
        route.method === 'GET' ? `/sign-in?next=${encodeURIComponent(request.url)}` : '/sign-in',
      );
    case 'failure':
      return answerFailure(request, reply, outcome.failure, options, frame);
    case 'done':
      if (route.kind === 'api') return sendJson(route, outcome.value, reply);
      return send(outcome.value as Reply, reply, options, frame);
  }
}

function sendJson(route: Route, value: unknown, reply: FastifyReply): FastifyReply {
  const body = route.output ? route.output.parse(value) : value;
  return reply.code(route.status).header('cache-control', 'no-store').send(body);
}

function send(value: Reply, reply: FastifyReply, options: ServerOptions, frame: FrameContext): FastifyReply {
  reply.header('cache-control', value.kind === 'page' && value.isKept ? 'private, no-cache' : 'no-store');
  switch (value.kind) {
    case 'page':
      return reply
        .code(value.status ?? (value.problems?.length ? 422 : 200))
        .type('text/html; charset=utf-8')
        .send(options.frame(value, frame));
    case 'json':
      return reply.code(value.status ?? 200).send(value.body);
    case 'redirect':
      setCookies(value, reply, options);
      return reply.redirect(value.to, 303);
    case 'file':
      if (value.keepSeconds) reply.header('cache-control', `public, max-age=${value.keepSeconds}`);
      return reply
        .type(value.mediaType)
        .header(
          'content-disposition',
          `${value.inline ? 'inline' : 'attachment'}; filename="${value.name.replace(/[^\w.-]+/g, '-')}"`,
        )
        .send(value.content);
  }
}

function setCookies(
  value: { flash?: string; session?: string | null },
  reply: FastifyReply,
  options: ServerOptions,
): void {
  const base = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: options.mode === 'production' };
  if (value.session === null) reply.clearCookie(sessionCookie, base);
  else if (value.session) reply.setCookie(sessionCookie, value.session, base);
  if (value.flash) reply.setCookie(flashCookie, value.flash, { ...base, signed: true, maxAge: 60 });
}

const wantsJson = (request: FastifyRequest): boolean => request.url.startsWith('/api/');

function answerFailure(
  request: FastifyRequest,
  reply: FastifyReply,
  failure: Failure,
  options: ServerOptions,
  frame: FrameContext,
): FastifyReply {
  const known = failureAnswers[failure.kind];
  reply.code(known.status);
  if (wantsJson(request))
    return reply.header('cache-control', 'no-store').send(failureJson(failure, known.code));
  const page = options.failurePage(failure, request.id);
  return send({ ...page, status: known.status }, reply, options, frame);
}

/** `hidden` and `not-found` become the same bytes here. */
function failureJson(failure: Failure, code: string): Record<string, unknown> {
  switch (failure.kind) {
    case 'not-found':
    case 'hidden':
      return { code, words: 'There is nothing here that you can see.' };
    case 'not-allowed':
      return { code, words: failure.words, whoCan: failure.whoCan };
    case 'stale':
      return { code, words: failure.words };
    case 'invalid':
      return { code, words: 'Some of what was sent cannot be taken.', problems: failure.problems };
    case 'refused-by-rule':
      return { code, rule: failure.rule, words: failure.words, mend: failure.mend };
  }
}

/** Something unexpected: one page, one log line, one number to quote. A client's own mistake keeps its 4xx. */
function answerFault(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  options: ServerOptions,
): FastifyReply {
  const given = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  const status = given >= 400 && given < 500 ? given : isConnectionLost(error) ? 503 : 500;
  if (status >= 500) options.onFault?.(error);
  if (status >= 500)
    request.log.error(
      {
        requestId: request.id,
        fault: faultName(error),
        stack: error instanceof Error ? error.stack?.split('\n').slice(1, 8) : undefined,
      },
      'fault',
    );
  if (wantsJson(request)) {
    const words =
      status === 429
        ? 'Too many requests. Wait a minute and try again.'
        : status < 500
          ? 'The request cannot be read.'
          : 'Something went wrong on our side. Nothing was saved.';
    return reply
      .code(status)
      .send({ code: status < 500 ? 'bad-request' : 'fault', words, requestId: request.id });
  }
  const page =
    status === 429 || status >= 500
      ? options.faultPage(request.id, status === 503)
      : options.failurePage(
          { kind: 'invalid', problems: [{ field: '', words: badRequestWords(status) }] },
          request.id,
        );
  return send({ ...page, status }, reply, options, publicFrame(request, options));
}

const badRequestWords = (status: number): string =>
  status === 413
    ? 'What you sent is too large: files may have 10 MB each.'
    : 'The request cannot be read. Go back and try again.';

/** The kind and code of an error, never its message: a message may quote somebody's data. */
function faultName(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name;
}
