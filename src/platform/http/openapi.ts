import { z } from 'zod';
import { type Files, isLimited, type Route } from './declare.ts';

interface Operation {
  summary: string;
  operationId: string;
  tags: string[];
  'x-permission': string;
  'x-audit': string;
  security: object[];
  parameters?: object[];
  requestBody?: object;
  responses: Record<string, object>;
}

/** Zod to JSON Schema as OpenAPI 3.1 reads it; what JSON cannot say is left open rather than wrong. */
const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
  return rest;
};

const propertiesOf = (schema: z.ZodType): Record<string, object> =>
  (jsonSchema(schema, 'input') as { properties?: Record<string, object> }).properties ?? {};

function parameters(route: Route): object[] {
  const named = route.params ? propertiesOf(route.params) : {};
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: named[name ?? ''] ?? { type: 'string' },
  }));
  if (!route.query) return inPath;
  const { properties, required } = jsonSchema(route.query, 'input') as {
    properties?: Record<string, object>;
    required?: string[];
  };
  const inQuery = Object.entries(properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required?.includes(name) ?? false,
    schema,
  }));
  return [...inPath, ...inQuery];
}

const failures = {
  '400': { description: 'The request cannot be read' },
  '401': { description: 'No live session' },
  '403': { description: 'Your role does not include this' },
  '404': { description: 'There is nothing here that you can see' },
  '409': { description: 'Somebody saved first, or the state moved on' },
  '422': {
    description: 'Something must be changed first: fields and words, or the rule that stands in the way',
  },
};
const ofBodies = {
  '413': { description: 'What was sent is too large' },
  '415': { description: 'The body is of a kind that is not read here: send JSON' },
};
const ofLimits = { '429': { description: 'Too many requests: wait a minute' } };

/** The same fields as a form, with the files beside them. */
function withFiles(schema: Record<string, unknown>, files: Files): Record<string, unknown> {
  const { properties, required } = schema as { properties?: Record<string, object>; required?: string[] };
  const one = { type: 'string', contentMediaType: 'application/octet-stream' };
  const file = files.isMany ? { type: 'array', items: one } : one;
  const needed = [...(required ?? []), ...(files.isNeeded ? [files.field] : [])];
  return {
    ...schema,
    type: 'object',
    properties: { ...properties, [files.field]: { ...file, description: files.words } },
    ...(needed.length > 0 ? { required: needed } : {}),
  };
}

function requestBody({ body, files }: Route): object | undefined {
  if (!body) return undefined;
  const schema = jsonSchema(body, 'input');
  return {
    content: {
      ...(files?.isNeeded ? {} : { 'application/json': { schema } }),
      ...(files ? { 'multipart/form-data': { schema: withFiles(schema, files) } } : {}),
    },
    required: true,
  };
}

function operation(route: Route): Operation {
  const body = requestBody(route);
  const answer = route.output
    ? { content: { 'application/json': { schema: jsonSchema(route.output, 'output') } } }
    : {};
  const given = parameters(route);
  return {
    summary: route.words,
    operationId: `${route.method.toLowerCase()}${route.path.replace(/^\/api\/v1/, '').replace(/[/:.-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    tags: [route.path.split('/')[3] ?? 'api'],
    'x-permission': route.permission.code,
    'x-audit': route.audit,
    security: route.permission.isPublic ? [] : [{ session: [] }],
    ...(given.length > 0 ? { parameters: given } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: {
      [String(route.status)]: { description: 'Done', ...answer },
      ...failures,
      ...(route.method === 'POST' ? ofBodies : {}),
      ...(isLimited(route) ? ofLimits : {}),
    },
  };
}

/** The API's description in OpenAPI 3.1, from the declarations and nothing else. */
export function openApi(routes: readonly Route[]): Record<string, unknown> {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes.filter((r) => r.kind === 'api')) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Bailiwick',
      version: '1',
      description: 'Start a session with POST /api/v1/sessions and send its token as a bearer.',
    },
    components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
    paths,
  };
}
