import { expect, test } from 'vitest';
import { openApi } from '../platform/http/openapi.ts';
import { allRoutes } from './registry.ts';

const routes = allRoutes({ signIn: {} as never }); // nothing is asked of them here
interface Described {
  requestBody?: {
    content: Record<string, { schema: { properties: Record<string, unknown>; required?: string[] } }>;
  };
}
const paths = openApi(routes).paths as Record<string, { post?: Described }>;
const bodyOf = (path: string) => paths[path]?.post?.requestBody?.content ?? {};

test('every route of the API that takes files says in which field, and its description shows the form', () => {
  const taking = routes.filter(
    // Outlines of areas are JSON themselves, only large.
    ({ kind, uploadLimit, path }) =>
      kind === 'api' && uploadLimit !== undefined && !path.startsWith('/api/v1/directory/areas'),
  );
  expect(taking.length).toBeGreaterThan(5);
  for (const { path, files } of taking) {
    const form = bodyOf(path.replace(/:(\w+)/g, '{$1}'))['multipart/form-data']?.schema;
    expect(files?.field, path).toBeTruthy();
    expect(Object.keys(form?.properties ?? {}), path).toContain(files?.field);
  }
  const described = Object.keys(paths).filter((path) => 'multipart/form-data' in bodyOf(path));
  expect(described).toHaveLength(taking.length);
});

test('where a file may be left out plain fields are taken too, and where it is needed they are not', () => {
  const evidence = bodyOf('/api/v1/penalties/{penaltyId}/evidence');
  expect(Object.keys(evidence)).toEqual(['application/json', 'multipart/form-data']);
  expect(evidence['multipart/form-data']?.schema.required).toEqual(['kind', 'words']);
  expect(evidence['application/json']?.schema.properties).not.toHaveProperty('file');
  const photo = bodyOf('/api/v1/field/photos');
  expect(Object.keys(photo)).toEqual(['multipart/form-data']);
  expect(photo['multipart/form-data']?.schema.required).toContain('photo');
});
