import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import { publicViewer, type Viewer } from '../access/viewer.ts';
import { isConnectionLost, isValueRefused } from '../database/database.ts';
import { type Failure, failureAnswers } from '../failures/failures.ts';
import type { ActContext, Outcome } from './act.ts';
import type { MapTiles, Route } from './declare.ts';
import type { PageReply, Reply } from './reply.ts';

/** A session that is alive now. */
export interface LiveSession {
  viewer: Viewer;
  csrf: string;
  /** When it ends if nothing more is done. */
  endsAt: Date;
  /** Whole seconds until then. */
  secondsLeft: number;
  /** Nothing but the change of the password answers until it is done. */
  mustChange: boolean;
}

/** What the frame around a page may show. */
export interface FrameContext {
  viewer: Viewer;
  url: string;
  csrf: string;
  flash: string | undefined;
  requestId: string;
  sessionEndsAt: Date | undefined;
  /** Whole seconds until the session ends if nothing more is done. */
  secondsLeft: number | undefined;
  mode: 'demonstration' | 'production';
  /** Where the form that is answered was sent. */
  sentTo?: string;
  /** The form that is answered, if one is: where it was sent, and the version of the record it was made from. */
  answered?: { action: string; version: string; isToChange: boolean } | undefined;
}

/** A form whose session had ended before it was sent. */
export interface UnsentForm {
  action: string;
  sealed: string;
  /** It was sent again, and nobody has signed in yet. */
  isAgain: boolean;
  /** Files came with it, which are not kept. */
  hadFiles: boolean;
}

export interface ServerOptions {
  routes: readonly Route[];
  act: ActContext;
  secret: string;
  /** The address people reach this by, for links to be handed on. */
  publicUrl: string;
  mode: 'demonstration' | 'production';
  /** Whose origin the content policy then allows. */
  tiles?: MapTiles | undefined;
  assetsDir: string | undefined;
  logger: FastifyBaseLogger;
  /** Requests a minute from one address to one public form or sign-in; pages are not limited. */
  formLimit: number;
  /** Reverse proxies whose word on where a request comes from is believed: without it all who come through one share its limit. */
  proxies: readonly string[];
  /** Told of every unexpected error, whole: for tests, never for a log. */
  onFault?(error: unknown): void;
  authenticate(token: string, isQuiet: boolean): Promise<LiveSession | undefined>;
  /** Whose session a form was made in, by its token, ended ones of the last day included. */
  accountOfForm(token: string): Promise<string | undefined>;
  /** Holds what was typed, sealed, until whoever typed it has signed in again. */
  unsentPage(form: UnsentForm): PageReply;
  /** Where a new password is chosen, when one must be. */
  newPasswordPath: string;
  frame(page: PageReply, context: FrameContext): string;
  /** `record`: the address of the record that the act was about, where it has one. */
  failurePage(failure: Failure, requestId: string, record?: string): PageReply;
  faultPage(requestId: string, isAway: boolean): PageReply;
}

export const sessionCookie = 'bw_session';
export const flashCookie = 'bw_flash';

/** The frame of somebody without a session. */
export const publicFrame = (request: FastifyRequest, options: ServerOptions): FrameContext => ({
  viewer: publicViewer,
  url: request.url,
  csrf: '',
  flash: undefined,
  requestId: request.id,
  sessionEndsAt: undefined,
  secondsLeft: undefined,
  mode: options.mode,
});

/** Turns an act's outcome into what is sent. */
export function answer(
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
        route.method === 'GET' ? `/sign-in?next=${encodeURIComponent(request.url)}` : '/sign-in?ended=yes',
      );
    case 'new-password-needed':
      if (route.kind === 'api')
        return reply.code(403).send({
          code: 'new-password-needed',
          words: 'Choose a new password first: POST /api/v1/account/password.',
        });
      return reply.redirect(options.newPasswordPath, 303);
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

/** Sends a reply as it is. */
export function send(
  value: Reply,
  reply: FastifyReply,
  options: ServerOptions,
  frame: FrameContext,
): FastifyReply {
  reply.header('cache-control', value.kind === 'page' && value.isKept ? 'private, no-cache' : 'no-store');
  switch (value.kind) {
    case 'page':
      return reply
        .code(value.status ?? (value.problems?.length ? 422 : 200))
        .type('text/html; charset=utf-8')
        .send(options.frame(value, frame));
    case 'json':
      return reply.code(value.status ?? 200).send(value.body);
    case 'text':
      return reply.code(value.status).type(value.mediaType).send(value.content);
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

/** An expected failure: its page, or its JSON under the API. */
export function answerFailure(
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
  const page = options.failurePage(failure, request.id, recordOf(request.url));
  return send({ ...page, status: known.status }, reply, options, frame);
}

/** The page of the record that an address of an act leads under: `/penalties/ID` of `/penalties/ID/edit`. */
const recordOf = (url: string): string | undefined =>
  /^(?:\/[a-z-]+)+\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(url)?.[0];

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

/** A value that passed the form and that no column keeps. Which it was the database does not say without quoting it. */
const valueRefused: Failure = {
  kind: 'invalid',
  problems: [
    {
      field: '',
      words:
        'Something that was sent cannot be kept: a number is too large, a day is not in any calendar, a text has a character that cannot be written, or what was chosen is no longer there. Check what you entered.',
    },
  ],
};

/** Something unexpected: one page, one log line, one number to quote. A client's own mistake keeps its 4xx. */
export function answerFault(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  options: ServerOptions,
): FastifyReply {
  if (isValueRefused(error)) {
    request.log.warn({ requestId: request.id, fault: faultName(error) }, 'value refused');
    return answerFailure(request, reply, valueRefused, options, publicFrame(request, options));
  }
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
        : status === 413
          ? badRequestWords(status)
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
    ? 'What you sent is too large: a text may have about a million letters, and each file 10 MB'
    : 'The request cannot be read';

/** The kind and code of an error, never its message: a message may quote somebody's data. */
function faultName(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name;
}
