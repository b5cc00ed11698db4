import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { FieldProblem } from '../failures/failures.ts';
import type { Route, Upload } from './declare.ts';
import { plainWords } from './plain-words.ts';
import { withTypedDays } from './typed-days.ts';

type Fields = Record<string, unknown>;

interface Body {
  fields: Fields;
  uploads: Upload[];
  /** Takes away what was kept on disk; called when the act has ended. */
  forget(): Promise<void>;
}

/**
 * The body of a request as fields and files, however it was sent. Files are held in memory; of a route for large files
 * they are kept on disk, in a folder that only this process reads.
 */
export async function readBody(request: FastifyRequest, largeFile: number | undefined): Promise<Body> {
  const nothing = async () => {};
  if (!request.isMultipart()) return { fields: nested(asFields(request.body)), uploads: [], forget: nothing };
  const fields: Fields = {};
  const uploads: Upload[] = [];
  const folder = largeFile ? await mkdtemp(join(tmpdir(), 'bailiwick-upload-')) : undefined;
  const forget = async () => {
    if (folder) await rm(folder, { recursive: true, force: true });
  };
  try {
    const limits = largeFile ? { limits: { fileSize: largeFile, files: 1 } } : {};
    for await (const part of request.parts(limits)) {
      if (part.type === 'file') {
        const about = { field: part.fieldname, name: part.filename, mediaType: part.mimetype };
        const upload = folder
          ? await onDisk(part.file, join(folder, String(uploads.length)))
          : await inMemory(part);
        if (upload) uploads.push({ ...about, ...upload });
      } else append(fields, part.fieldname, part.value);
    }
  } catch (error) {
    await forget();
    throw isUnreadable(error) ? Object.assign(error, { statusCode: 400 }) : error;
  }
  return { fields: nested(fields), uploads, forget };
}

/** What the reader of forms says of a body that is not one: no boundary is named, or it ends too soon. */
const isUnreadable = (error: unknown): error is Error =>
  error instanceof Error && /^(Multipart: |Malformed |Unexpected end of )/.test(error.message);

type Kept = Pick<Upload, 'content' | 'path' | 'isTooLarge'>;
const tooLarge: Kept = { content: Buffer.alloc(0), isTooLarge: true };

/** Too large a file is told to the form, which can then say so with everything else still typed in. */
async function inMemory(part: {
  toBuffer(): Promise<Buffer>;
  file: { truncated?: boolean };
}): Promise<Kept | undefined> {
  const content = await part.toBuffer();
  if (part.file.truncated) return tooLarge;
  return content.length > 0 ? { content, isTooLarge: false } : undefined;
}

/** An empty file is kept too: that it is empty is then said, and not that none was chosen. */
async function onDisk(file: Readable & { truncated?: boolean }, path: string): Promise<Kept> {
  await pipeline(file, createWriteStream(path, { mode: 0o600 }));
  return file.truncated ? tooLarge : { content: Buffer.alloc(0), path, isTooLarge: false };
}

const asFields = (body: unknown): Fields =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...(body as Fields) } : {};

function append(fields: Fields, name: string, value: unknown): void {
  const known = fields[name];
  fields[name] = known === undefined ? value : Array.isArray(known) ? [...known, value] : [known, value];
}

/** `received[day]=3` and `received-day=3` forms: only the bracket form nests; prototypes are never touched. */
function nested(fields: Fields): Fields {
  const result: Fields = {};
  for (const [name, value] of Object.entries(fields)) {
    const found = /^([A-Za-z_][\w-]*)\[([\w-]*)\]$/.exec(name);
    if (!found) {
      if (name !== '__proto__') result[name] = value;
      continue;
    }
    const [, outer = '', inner = ''] = found;
    if (outer === '__proto__' || inner === '__proto__') continue;
    if (inner === '') {
      result[outer] = Array.isArray(value) ? value : [value];
    } else {
      const group = (result[outer] ?? {}) as Fields;
      group[inner] = value;
      result[outer] = group;
    }
  }
  return result;
}

export function problemsOf(error: z.ZodError): FieldProblem[] {
  return error.issues.map((issue) => ({ field: issue.path.join('.'), words: issue.message }));
}

type ParsedAll =
  | { ok: true; input: { params: unknown; query: unknown; body: unknown } }
  | {
      ok: false;
      where: 'params' | 'query' | 'body';
      problems: FieldProblem[];
      params: unknown;
      query: unknown;
    };

/** No column keeps the character NUL, and no key types it: an address that has it is read without. */
const withoutNul = (query: object): object =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('\0', '') : value,
    ]),
  );

/** The largest version of a record: a column of them has four bytes. */
const largestVersion = 2 ** 31 - 1;
const noDay = /^0000-\d\d-\d\d/;

/** What a schema lets through and no column keeps: days of a year 0, which no calendar has, and versions beyond any. */
function oddities(value: unknown, path: readonly string[] = []): FieldProblem[] {
  if (typeof value === 'string')
    return noDay.test(value) ? [{ field: path.join('.'), words: 'Enter a year from 1 on' }] : [];
  if (typeof value === 'number')
    return path.at(-1) === 'version' && Math.abs(value) > largestVersion
      ? [{ field: path.join('.'), words: 'Reload the page and try again' }]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  if (value instanceof Date)
    return value.getUTCFullYear() < 1 ? [{ field: path.join('.'), words: 'Enter a year from 1 on' }] : [];
  return Object.entries(value).flatMap(([name, inner]) => oddities(inner, [...path, name]));
}

const said = { error: plainWords };

type Part = { ok: true; data: unknown } | { ok: false; problems: FieldProblem[] };
function parsed(schema: z.ZodType | undefined, raw: unknown, isTyped = false): Part {
  if (!schema) return { ok: true, data: undefined };
  const { success, data, error } = schema.safeParse(raw, said);
  const mended = success || !isTyped ? undefined : withTypedDays(raw, error.issues);
  if (mended) return parsed(schema, mended);
  if (!success) return { ok: false, problems: problemsOf(error) };
  const problems = oddities(data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, data };
}

/** Parses path, query and body by the route's own schemas; stops at the first of the three that fails. */
export function parseInput(route: Route, raw: { params: unknown; query: unknown; body: Fields }): ParsedAll {
  const params = parsed(route.params, raw.params);
  if (!params.ok) return { ...params, where: 'params', params: undefined, query: undefined };
  // A program writes days in one way; people in theirs.
  const isTyped = route.kind !== 'api';
  const query = parsed(route.query, withoutNul(raw.query ?? {}), isTyped);
  if (!query.ok) return { ...query, where: 'query', params: params.data, query: undefined };
  const body = parsed(route.body, raw.body, isTyped);
  if (!body.ok) return { ...body, where: 'body', params: params.data, query: query.data };
  return { ok: true, input: { params: params.data, query: query.data, body: body.data } };
}
