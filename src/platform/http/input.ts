import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { FieldProblem } from '../failures/failures.ts';
import type { Route, Upload } from './declare.ts';

type Fields = Record<string, unknown>;

/** The body of a request as fields and files, however it was sent. */
export async function readBody(request: FastifyRequest): Promise<{ fields: Fields; uploads: Upload[] }> {
  if (!request.isMultipart()) return { fields: nested(asFields(request.body)), uploads: [] };
  const fields: Fields = {};
  const uploads: Upload[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const content = await contentOf(part);
      const about = { field: part.fieldname, name: part.filename, mediaType: part.mimetype };
      if (content === 'too-large') uploads.push({ ...about, content: Buffer.alloc(0), isTooLarge: true });
      else if (content.length > 0) uploads.push({ ...about, content, isTooLarge: false });
    } else append(fields, part.fieldname, part.value);
  }
  return { fields: nested(fields), uploads };
}

/** Too large a file is told to the form, which can then say so with everything else still typed in. */
async function contentOf(part: {
  toBuffer(): Promise<Buffer>;
  file: { truncated?: boolean };
}): Promise<Buffer | 'too-large'> {
  const content = await part.toBuffer();
  return part.file.truncated ? 'too-large' : content;
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

/** Parses path, query and body by the route's own schemas; stops at the first of the three that fails. */
export function parseInput(route: Route, raw: { params: unknown; query: unknown; body: Fields }): ParsedAll {
  const params = route.params?.safeParse(raw.params);
  if (params && !params.success)
    return {
      ok: false,
      where: 'params',
      problems: problemsOf(params.error),
      params: undefined,
      query: undefined,
    };
  const query = route.query?.safeParse(raw.query ?? {});
  if (query && !query.success)
    return {
      ok: false,
      where: 'query',
      problems: problemsOf(query.error),
      params: params?.data,
      query: undefined,
    };
  const body = route.body?.safeParse(raw.body);
  if (body && !body.success)
    return {
      ok: false,
      where: 'body',
      problems: problemsOf(body.error),
      params: params?.data,
      query: query?.data,
    };
  return { ok: true, input: { params: params?.data, query: query?.data, body: body?.data } };
}
