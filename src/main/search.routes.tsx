import { z } from 'zod';
import { apiGet, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { searchCap } from '../platform/search/found.ts';
import { highlighted } from '../platform/search/highlight.ts';
import {
  exactReference,
  pageRows,
  type SearchView,
  search,
  searchAll,
  searchKindCodes,
} from './search.kinds.ts';
import { SearchPage } from './search.pages.tsx';

/** On the page of all kinds. */
const fewRows = 5;

const blank = (raw: unknown) => (raw === '' ? undefined : raw);
const query = z.object({
  q: z.string().max(200).default(''),
  kind: z.preprocess(blank, z.enum(searchKindCodes).optional()),
  page: z.preprocess(
    blank,
    z.coerce
      .number()
      .int()
      .min(1)
      .max(searchCap / pageRows)
      .default(1),
  ),
});

async function view(work: Work, input: z.output<typeof query>): Promise<SearchView> {
  // A nought byte is text to us and a fault to the database.
  const words = input.q.replaceAll('\0', '').trim();
  const given = { words, kind: input.kind, page: input.page };
  if (words === '') return { ...given, kinds: [] };
  const { kind } = input;
  const kinds = await searchAll(work, words, (each) =>
    each === kind
      ? { limit: pageRows, offset: (input.page - 1) * pageRows }
      : { limit: kind ? 1 : fewRows, offset: 0 },
  );
  work.note.detail = { words, count: kinds.reduce((sum, one) => sum + one.count, 0) };
  return { ...given, kinds };
}

const foundView = z.object({
  kind: z.string(),
  id: z.string(),
  href: z.string(),
  title: z.string(),
  about: z.string(),
  highlights: z.array(z.string()),
});

export const searchRoutes: readonly Route[] = [
  show({
    path: '/search',
    words: 'Search everything you may see',
    permission: search,
    audit: 'search',
    query,
    example: { query: { q: 'mattress' } },
    handle: async (work, input) => {
      const exact = await exactReference(work, input.query.q);
      if (exact) return redirect(exact);
      const shown = await view(work, input.query);
      return page(shown.words ? `Search: ${shown.words}` : 'Search', <SearchPage {...shown} />);
    },
  }),
  apiGet({
    path: '/api/v1/search',
    words: 'Search everything you may see; `kind` and `page` open one kind',
    permission: search,
    audit: 'search',
    query,
    example: { query: { q: '07700 900555' } },
    output: z.object({
      exact: z.string().nullable(),
      kinds: z.array(
        z.object({ kind: z.string(), count: z.number(), isCapped: z.boolean(), isAlike: z.boolean() }),
      ),
      found: z.array(foundView),
    }),
    handle: async (work, input) => {
      const exact = (await exactReference(work, input.query.q)) ?? null;
      const { words, kind, kinds } = await view(work, input.query);
      return {
        exact,
        kinds: kinds.map((one) => ({ ...one, isCapped: one.count >= searchCap })),
        found: kinds
          .filter((one) => !kind || one.kind === kind)
          .flatMap((one) =>
            one.found.map((row) => ({
              kind: one.kind,
              ...row,
              highlights: highlighted(`${row.title} ${row.about}`, words)
                .filter((part) => part.isHit)
                .map((part) => part.text),
            })),
          ),
      };
    },
  }),
];
