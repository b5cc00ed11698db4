import { z } from 'zod';
import { PUBLIC } from '../platform/access/permission.ts';
import { demand, notFound } from '../platform/failures/failures.ts';
import { apiGet, type Route, show } from '../platform/http/declare.ts';
import { openApi } from '../platform/http/openapi.ts';
import { file } from '../platform/http/reply.ts';
import { ComponentsPage } from '../platform/ui/components.page.tsx';
import { renderPage } from '../platform/ui/index.ts';

/** What describes the product to those who build on it. */
export const docsRoutes = (others: () => readonly Route[]): readonly Route[] => {
  // Made once: it takes a tenth of a second, and anybody may ask for it.
  let described: Record<string, unknown> | undefined;
  return [
    apiGet({
      path: '/api/v1/openapi.json',
      words: 'This API in OpenAPI 3.1',
      permission: PUBLIC,
      audit: 'openapi.read',
      output: z.record(z.string(), z.unknown()),
      handle: () => {
        described ??= openApi(others());
        return described;
      },
    }),
    show({
      path: '/dev/components',
      words: 'Every component with its examples; not in production',
      permission: PUBLIC,
      audit: 'components.shown',
      handle: (_work, _input, ask) =>
        ask.mode === 'production'
          ? demand(notFound)
          : file('components.html', 'text/html; charset=utf-8', renderPage(<ComponentsPage />), true),
    }),
  ];
};
