import { PUBLIC } from '../platform/access/permission.ts';
import { download, type Route, show } from '../platform/http/declare.ts';
import { file, text } from '../platform/http/reply.ts';
import { renderPage } from '../platform/ui/index.ts';
import { dayOfViewer } from './day.queries.ts';
import { FieldPage, FieldShell } from './field.pages.tsx';
import { useField } from './field.permissions.ts';

const html = (name: string, page: Parameters<typeof renderPage>[0]) =>
  file(name, 'text/html; charset=utf-8', renderPage(page), true);

/** The page of the field, and the two files that let a telephone show it without a network. */
export const fieldPages: readonly Route[] = [
  show({
    path: '/field',
    words: 'Today’s work on a telephone',
    permission: useField,
    audit: 'field.day-shown',
    handle: async (work) =>
      html(
        'field.html',
        <FieldShell>
          <FieldPage day={await dayOfViewer(work)} />
        </FieldShell>,
      ),
  }),
  show({
    path: '/field/shell',
    words: 'The page of the field with nothing on it, which a telephone keeps',
    permission: PUBLIC,
    audit: 'field.shell-shown',
    handle: () => html('field.html', <FieldShell />),
  }),
  download({
    path: '/field-worker.js',
    words:
      'What answers for the field without a network: at the top of the site, since it answers for /field',
    permission: PUBLIC,
    audit: 'field.worker-shown',
    handle: () => text('text/javascript; charset=utf-8', "importScripts('/assets/field-worker.js');\n"),
  }),
];
