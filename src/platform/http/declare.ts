import type { z } from 'zod';
import type { Permission } from '../access/permission.ts';
import type { FieldProblem } from '../failures/failures.ts';
import type { Reply } from './reply.ts';
import type { Work } from './work.ts';

/** A file that came with a form. */
export interface Upload {
  field: string;
  name: string;
  mediaType: string;
  content: Buffer;
  /** Where a route for large files has it on disk, until the act has ended; the content is then empty. */
  path?: string;
  /** It was larger than the server takes; the content is then empty. */
  isTooLarge: boolean;
}

/** Pictures of the land beneath a map, from a server that the operator chose. */
export interface MapTiles {
  /** With `{z}`, `{x}` and `{y}`. */
  address: string;
  /** Whose they are, as their owner wants it said. */
  credit: string;
}

/** What a handler may know of the request besides its parsed input. */
export interface Ask {
  /** Path and query as asked for, for links back. */
  url: string;
  uploads: readonly Upload[];
  csrf: string;
  /** The session's token, for ending it. */
  sessionToken: string | undefined;
  mode: 'demonstration' | 'production';
  /** The address people reach this by, without a slash at its end. */
  publicUrl: string;
  /** Browser and system of who asks, in two words. */
  client: string;
  /** Whole seconds until the session ends if nothing more is done; undefined without one. */
  secondsLeft: number | undefined;
  /** In `again` alone: what the page that this form was answered with the first time had shown (`shownOnce`). */
  shownBefore?: Readonly<Record<string, string>> | undefined;
  /** Left out where none are set: maps then show our own outlines alone. */
  tiles?: MapTiles | undefined;
}

/**
 * Values for paired-world and matrix tests and for the API's documentation. A value `@reportId` stands for the id of
 * a sample record of that name.
 */
export interface Example {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: Record<string, unknown>;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** The files that a multipart form brings beside its fields. */
export interface Files {
  field: string;
  /** Which kinds are taken, and how large. */
  words: string;
  isMany?: boolean;
  /** Without a file the act cannot be done, so that plain JSON is no way to send it. */
  isNeeded?: boolean;
}

interface Common<P, Q, B> {
  /** With named parameters: `/reports/:reportId`. */
  path: string;
  /** What it does, for the route list and the API's documentation. */
  words: string;
  permission: Permission;
  /** Event name in the audit; every act and every read writes one row. */
  audit: string;
  params?: P;
  query?: Q;
  body?: B;
  example?: Example;
  /** Answers also while a new password must be chosen first. */
  answersWhileHeld?: boolean;
  /** Does not count as doing something: the session's time goes on running. */
  isQuiet?: boolean;
  /** A form whose uploads may be large: bytes for the whole request. */
  uploadLimit?: number;
  /** Of an API's route that takes files: in which field of a multipart form, for its description. */
  files?: Files;
  /** Bytes that one file of the form may have, where that is more than usual: such files are kept on disk meanwhile. */
  largeFile?: number;
  /** Runs on the login for sealed things, and reads what the viewer's own side may not; its permission says who may. */
  isSealed?: boolean;
  /** Read with a secret that somebody might try to guess: as many a minute as a public form. */
  isGuessable?: boolean;
}

export interface Input<P, Q, B> {
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
}

/** What is called when fields cannot be taken, by their schema or by the act itself, so that nothing typed is lost. */
export interface Unparsed<P, Q> {
  params: Parsed<P>;
  query: Parsed<Q>;
  raw: Record<string, unknown>;
  problems: readonly FieldProblem[];
}

export interface PageSpec<P, Q, B> extends Common<P, Q, B> {
  handle(work: Work, input: Input<P, Q, B>, ask: Ask): Promise<Reply> | Reply;
  /** Shows the form again with what was typed and what to change. Needed wherever there is a body. */
  invalid?(work: Work, input: Unparsed<P, Q>, ask: Ask): Promise<Reply> | Reply;
  /** What a form that was done is answered with when it is sent again; needed where the act shows a page and leads to none. */
  again?: ((work: Work, input: Input<P, Q, B>, ask: Ask) => Promise<Reply> | Reply) | undefined;
}
export interface ApiSpec<P, Q, B, O extends z.ZodType> extends Common<P, Q, B> {
  /** Fields not in here do not leave. */
  output: O;
  status?: number;
  handle(work: Work, input: Input<P, Q, B>, ask: Ask): Promise<z.input<O>> | z.input<O>;
}

/** A declared route with its types forgotten: what the registry holds. */
export interface Route {
  method: 'GET' | 'POST';
  kind: 'page' | 'api' | 'download';
  path: string;
  words: string;
  permission: Permission;
  audit: string;
  params: z.ZodType | undefined;
  query: z.ZodType | undefined;
  body: z.ZodType | undefined;
  output: z.ZodType | undefined;
  status: number;
  example: Example;
  uploadLimit: number | undefined;
  files: Files | undefined;
  answersWhileHeld: boolean;
  isQuiet: boolean;
  largeFile: number | undefined;
  isGuessable: boolean;
  isSealed: boolean;
  handle(work: Work, input: Input<z.ZodType, z.ZodType, z.ZodType>, ask: Ask): Promise<unknown> | unknown;
  invalid:
    | ((work: Work, input: Unparsed<z.ZodType, z.ZodType>, ask: Ask) => Promise<Reply> | Reply)
    | undefined;
  again: Route['handle'] | undefined;
}

type Maybe = z.ZodType | undefined;

function declared<P extends Maybe, Q extends Maybe, B extends Maybe>(
  method: 'GET' | 'POST',
  kind: Route['kind'],
  spec: PageSpec<P, Q, B>,
): Route {
  return {
    method,
    kind,
    path: spec.path,
    words: spec.words,
    permission: spec.permission,
    audit: spec.audit,
    params: spec.params,
    query: spec.query,
    body: spec.body,
    output: undefined,
    status: 200,
    example: spec.example ?? {},
    uploadLimit: spec.uploadLimit,
    files: spec.files,
    answersWhileHeld: spec.answersWhileHeld ?? false,
    isQuiet: spec.isQuiet ?? false,
    largeFile: spec.largeFile,
    isGuessable: spec.isGuessable ?? false,
    isSealed: spec.isSealed ?? false,
    // The registry forgets the input's type; the server parses with the very schemas the type came from.
    handle: spec.handle as unknown as Route['handle'],
    invalid: spec.invalid as unknown as Route['invalid'],
    again: spec.again as unknown as Route['again'],
  };
}

/** A page to read. */
export const show = <P extends Maybe = undefined, Q extends Maybe = undefined>(
  spec: PageSpec<P, Q, undefined>,
): Route => declared('GET', 'page', spec);
/** A form that does something, and then shows a page or leads to one. */
export const act = <P extends Maybe = undefined, Q extends Maybe = undefined, B extends Maybe = undefined>(
  spec: PageSpec<P, Q, B>,
): Route => declared('POST', 'page', spec);
/** A file to take away: CSV, PDF, DOCX, calendar feed. */
export const download = <P extends Maybe = undefined, Q extends Maybe = undefined>(
  spec: PageSpec<P, Q, undefined>,
): Route => declared('GET', 'download', spec);

function declaredApi<P extends Maybe, Q extends Maybe, B extends Maybe, O extends z.ZodType>(
  method: 'GET' | 'POST',
  spec: ApiSpec<P, Q, B, O>,
): Route {
  const { handle, output, status, ...rest } = spec;
  // Same as above; the output schema is applied to what the handler gives.
  const base = declared(method, 'api', { ...rest, handle: handle as unknown as PageSpec<P, Q, B>['handle'] });
  return { ...base, output, status: status ?? (method === 'POST' ? 201 : 200) };
}

/** Read as JSON under `/api/v1`. */
export const apiGet = <O extends z.ZodType, P extends Maybe = undefined, Q extends Maybe = undefined>(
  spec: ApiSpec<P, Q, undefined, O>,
): Route => declaredApi('GET', spec);
/** Do as JSON under `/api/v1`. */
export const apiPost = <
  O extends z.ZodType,
  P extends Maybe = undefined,
  Q extends Maybe = undefined,
  B extends Maybe = undefined,
>(
  spec: ApiSpec<P, Q, B, O>,
): Route => declaredApi('POST', spec);

/** Whether one client may ask only so often: what could be guessed, and what the public sends. */
export const isLimited = (route: Route): boolean =>
  route.isGuessable || (route.method === 'POST' && route.permission.isPublic);

/** Refuses two routes on one address, which would otherwise hide each other. */
export function registry(...groups: readonly (readonly Route[])[]): readonly Route[] {
  const routes = groups.flat();
  const seen = new Set<string>();
  for (const route of routes) {
    const key = `${route.method} ${route.path}`;
    if (seen.has(key)) throw new Error(`Two routes are declared as ${key}.`);
    seen.add(key);
  }
  return routes;
}
