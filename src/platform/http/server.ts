import { createHmac, randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

import { mayUse } from '../access/permission.ts';
import { publicViewer } from '../access/viewer.ts';
import type { Failure } from '../failures/failures.ts';
import { performAct } from './act.ts';
import {
  answer,
  answerFailure,
  answerFault,
  type FrameContext,
  flashCookie,
  publicFrame,
  type ServerOptions,
  send,
  sessionCookie,
} from './answers.ts';
import { clientWords } from './client.ts';
import { type Ask, isLimited, type MapTiles, type Route } from './declare.ts';
import { readBody } from './input.ts';
import { newKey, type SentForm, sentForm, tokenWith, withKeyApart } from './once.ts';
import { whoseForm } from './unsent.ts';

/** The web server over a registry of declared routes. There is no other way in than a declaration. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.logger,
    logController: new Fastify.LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: 2_000_000,
    trustProxy: options.proxies.length > 0 ? [...options.proxies] : false,
    routerOptions: { maxParamLength: 200 },
  });
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy(options.tiles) },
    strictTransportSecurity: options.mode === 'production',
  });
  await app.register(cookie, { secret: createHmac('sha256', options.secret).update('cookie').digest('hex') });
  await app.register(formbody);
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: 10_000_000, files: 10, fields: 200 },
  });
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

/** What a page may load: our own files, and the tiles of maps from the one server that the operator named. */
const contentPolicy = (tiles: MapTiles | undefined) => ({
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:', ...tileOrigin(tiles)],
  'connect-src': ["'self'", ...tileOrigin(tiles)],
  'worker-src': ["'self'", 'blob:'],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
});
const tileOrigin = (tiles: MapTiles | undefined): string[] => (tiles ? [new URL(tiles.address).origin] : []);

function addRoute(app: FastifyInstance, route: Route, options: ServerOptions): void {
  app.route({
    method: route.method,
    url: route.path,
    ...(route.uploadLimit ? { bodyLimit: route.uploadLimit } : {}),
    ...(isLimited(route)
      ? { config: { rateLimit: { max: options.formLimit, timeWindow: '1 minute' } } }
      : {}),
    handler: (request, reply) => serve(route, request, reply, options),
  });
}

async function serve(
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  options: ServerOptions,
): Promise<FastifyReply> {
  const startedAt = performance.now();
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer ?? request.cookies[sessionCookie];
  const session = token ? await options.authenticate(token, route.isQuiet) : undefined;
  const frame: FrameContext = {
    ...publicFrame(request, options),
    viewer: session?.viewer ?? publicViewer,
    csrf: tokenWith(session?.csrf ?? '', newKey(options.act.keep)),
    flash: takeFlash(request, reply),
    sessionEndsAt: session?.endsAt,
    secondsLeft: session?.secondsLeft,
  };
  // Nobody sends a large file to a page that would refuse them anyway.
  const isRead = route.method === 'POST' && (!route.largeFile || mayUse(frame.viewer, route.permission));
  const body = isRead ? await readBody(request, route.largeFile) : undefined;
  if (body) frame.sentTo = request.url.split('?')[0] ?? '';
  const version = body?.fields.version;
  // Digits alone: it is written into the page again.
  if (typeof version === 'string' && /^\d{1,9}$/.test(version))
    frame.answered = {
      ...{ action: frame.sentTo ?? '', version },
      // From a page for checking back to the form.
      isToChange: body?.fields.change !== undefined || body?.fields.go === 'again',
    };
  let sent: SentForm | undefined;
  try {
    if (body && !bearer) {
      const { uploads } = body;
      const fields = withKeyApart(body.fields);
      const form = await whoseForm({ route, request, fields, uploads: uploads.length, session }, options);
      if (form.kind === 'foreign') return answerFailure(request, reply, foreignForm, options, frame);
      if (form.kind === 'failure') return answerFailure(request, reply, form.failure, options, frame);
      if (form.kind === 'sign-in') return reply.redirect('/sign-in?ended=yes', 303);
      if (form.kind === 'page') return send({ ...form.page, status: 401 }, reply, options, frame);
      const { viewer } = frame;
      const accountId = viewer.kind === 'officer' ? viewer.accountId : '';
      const known = await sentForm(
        { ...{ fields: form.fields, uploads, accountId }, url: request.url },
        options.secret,
      );
      body.fields = known.fields;
      if (route.kind === 'page') sent = known.form;
    }
    if (session?.mustChange && !route.answersWhileHeld && !route.permission.isPublic)
      return answer(route, { kind: 'new-password-needed' }, request, reply, options, frame);
    return await perform(route, { request, reply, body, sent, frame, token, startedAt }, options);
  } finally {
    await body?.forget();
  }
}

const foreignForm: Failure = {
  kind: 'not-allowed',
  words:
    'This form came from another site, or your session had ended. Go back, reload the page and try again.',
  whoCan: 'You, from the page itself.',
};

interface Asked {
  request: FastifyRequest;
  reply: FastifyReply;
  body: Awaited<ReturnType<typeof readBody>> | undefined;
  sent: SentForm | undefined;
  frame: FrameContext;
  token: string | undefined;
  startedAt: number;
}

async function perform(
  route: Route,
  { request, reply, body, sent, frame, token, startedAt }: Asked,
  options: ServerOptions,
): Promise<FastifyReply> {
  const ask: Ask = {
    url: request.url,
    uploads: body?.uploads ?? [],
    csrf: frame.csrf,
    sessionToken: token,
    mode: options.mode,
    publicUrl: options.publicUrl,
    client: clientWords(request.headers['user-agent']),
    secondsLeft: frame.secondsLeft,
    tiles: options.tiles,
  };
  const outcome = await performAct(options.act, {
    route,
    viewer: frame.viewer,
    requestId: request.id,
    raw: { params: request.params, query: request.query, body: body?.fields ?? {} },
    ask,
    form: sent,
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

function takeFlash(request: FastifyRequest, reply: FastifyReply): string | undefined {
  const raw = request.cookies[flashCookie];
  if (!raw) return undefined;
  reply.clearCookie(flashCookie, { path: '/' });
  const unsigned = request.unsignCookie(raw);
  return unsigned.valid ? (unsigned.value ?? undefined) : undefined;
}

export type { FrameContext, LiveSession, ServerOptions } from './answers.ts';
