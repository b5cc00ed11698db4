import { expect, test } from 'vitest';
import { z } from 'zod';
import { PUBLIC } from '../access/permission.ts';
import { job } from '../jobs/declare.ts';
import { act, apiGet, show } from './declare.ts';

// What matters here is read by the compiler: each `@ts-expect-error` fails `npm run check` on the day when the line below it compiles.
test('what leaves out its permission, its audit event or its words does not compile', () => {
  const whole = {
    path: '/a-page',
    words: 'A page',
    permission: PUBLIC,
    audit: 'page.read',
    handle: (): never => undefined as never,
  } as const;
  const { permission: _permission, ...open } = whole;
  const { audit: _audit, ...unseen } = whole;
  const { words: _words, ...unsaid } = whole;
  const declared = [
    show(whole),
    // @ts-expect-error a page without a permission
    show(open),
    // @ts-expect-error an act without an audit event
    act({ ...unseen, handle: () => undefined as never }),
    // @ts-expect-error a route of the API without words
    apiGet({ ...unsaid, output: z.object({}), handle: () => ({}) }),
    // @ts-expect-error a route of the API without what it gives
    apiGet({ ...whole, handle: () => ({}) }),
  ];
  // @ts-expect-error a job without its audit event
  job({ name: 'a-job', words: 'A job', side: 'OPS', payload: z.object({}), run: async () => undefined });
  expect(declared.map(({ path }) => path)).toEqual(Array(5).fill('/a-page'));
});
