import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { reportPolicy } from '../../src/intake/index.ts';
import { readReports } from '../../src/intake/intake.permissions.ts';
import { demand, failed, invalid, notFound } from '../../src/platform/failures/failures.ts';
import { apiGet, apiPost, download, type Route, show } from '../../src/platform/http/declare.ts';
import { file, page, redirect } from '../../src/platform/http/reply.ts';
import type { Work } from '../../src/platform/http/work.ts';

/** Reads past the viewer, as somebody does who forgets the policy. */
async function forgetful<Row>(work: Work, query: RawBuilder<Row>): Promise<Row> {
  const [row] = (await query.execute(work.db)).rows;
  if (!row) throw new Error('a query without an answer');
  return row;
}
const countAll = async (work: Work): Promise<number> =>
  (await forgetful(work, sql<{ n: number }>`select count(*)::int as n from intake.report`)).n;
const countSeen = async (work: Work): Promise<number> =>
  (
    await forgetful(
      work,
      sql<{
        n: number;
      }>`select count(*)::int as n from intake.report r where ${reportPolicy.visible(work.viewer, 'r')}`,
    )
  ).n;
/** Whether anybody was told of what came last: what is hidden comes with the newest. */
const isBusy = async (work: Work): Promise<boolean> =>
  (
    await forgetful(
      work,
      sql<{
        n: number;
      }>`select count(*)::int as n from intake.report where received_at = (select max(received_at) from intake.report)`,
    )
  ).n > 3;
const textOfAll = async (work: Work, column: string): Promise<string> =>
  (
    await forgetful(
      work,
      sql<{
        text: string;
      }>`select string_agg(${sql.ref(column)}::text, ', ' order by reference) as text from intake.report`,
    )
  ).text;

const common = (name: string, words: string) => ({
  words,
  permission: readReports,
  audit: 'test.leak',
  path: `/leaking/${name}`,
});
const api = <T,>(
  name: string,
  words: string,
  output: z.ZodType<T>,
  handle: (work: Work) => Promise<T>,
): Route =>
  apiGet({ ...common(name, words), path: `/api/v1/leaking/${name}`, output, handle: handle as never }); // what it gives is what the schema says
const html = (name: string, words: string, body: (work: Work) => Promise<string>): Route =>
  show({ ...common(name, words), handle: async (work) => page('Leaking', <p>{await body(work)}</p>) });
const taken = (
  name: string,
  words: string,
  made: (work: Work) => Promise<readonly [name: string, type: string, content: string]>,
): Route => download({ ...common(name, words), handle: async (work) => file(...(await made(work))) });

/**
 * Routes that forget the viewer, one for each kind of surface that something can leak by. They are in no registry; the suite
 * has to catch each.
 */
export const leaks: readonly Route[] = [
  api('count', 'A count', z.object({ count: z.number() }), async (work) => ({ count: await countAll(work) })),
  api('flag', 'That there is more than one sees', z.object({ more: z.boolean() }), async (work) => ({
    more: await isBusy(work),
  })),
  api('share', 'A share of a whole', z.object({ share: z.number() }), async (work) => ({
    share: (await countSeen(work)) / (await countAll(work)),
  })),
  api('average', 'An average', z.object({ lon: z.number() }), (work) =>
    forgetful(work, sql<{ lon: number }>`select avg(lon) as lon from intake.report`),
  ),
  api(
    'suggestions',
    'What a box of search completes',
    z.object({ words: z.array(z.string()) }),
    async (work) => ({
      words: (
        await sql<{
          r: string;
        }>`select reference as r from intake.report order by received_at desc, reference limit 400`.execute(
          work.db,
        )
      ).rows.map(({ r }) => r),
    }),
  ),
  api('order', 'The order of what one may see', z.object({ ids: z.array(z.string()) }), async (work) => ({
    ids: (
      await sql<{
        id: string;
      }>`select t.code as id from directory.issue_type t
        order by (select count(*) from intake.report o where o.issue_type = t.code and o.received_at = (select max(received_at) from intake.report)) > 3 desc, t.code`.execute(
        work.db,
      )
    ).rows.map(({ id }) => id),
  })),
  api('pages', 'A number of pages', z.object({ pages: z.number() }), async (work) => ({
    pages: Math.ceil((await countAll(work)) / 5),
  })),
  api('number', 'The next number of a sequence', z.object({ next: z.string() }), async (work) => ({
    next: `R-${(await countAll(work)) + 1}`,
  })),
  api('fingerprint', 'A hash of all rows', z.object({ hash: z.string() }), (work) =>
    forgetful(
      work,
      sql<{ hash: string }>`select md5(string_agg(id::text, '' order by id)) as hash from intake.report`,
    ),
  ),
  api('who', 'Which services have any', z.object({ services: z.string() }), async (work) => ({
    services: await textOfAll(work, 'service_id'),
  })),
  api('repeat', 'How often a number was met', z.object({ times: z.number() }), (work) =>
    forgetful(work, sql<{ times: number }>`select count(*)::int as times from records.received_record`),
  ),
  html('sentence', 'A total in a sentence', async (work) => `There are ${await countAll(work)} reports.`),
  html('nothing', 'Whether the page says that there is nothing', async (work) =>
    (await isBusy(work)) ? 'Some are not shown.' : 'That is all.',
  ),
  show({
    ...common('title', 'The title of a page'),
    handle: async (work) => page(`${await countAll(work)} reports`, <p>The same</p>),
  }),
  html('size', 'The size of an answer', async (work) => `The same${' '.repeat(await countAll(work))}`),
  show({
    ...common('redirect', 'Where one is led'),
    handle: async (work) => redirect(`/reports?page=${await countAll(work)}`),
  }),
  show({
    ...common('flash', 'What the next page says once'),
    handle: async (work) => redirect('/reports', { flash: `${await countAll(work)} reports` }),
  }),
  show({
    ...common('status/:reportId', 'Whether something exists, by how it is refused'),
    params: z.object({ reportId: z.uuid() }),
    example: { params: { reportId: '@reportId' } },
    handle: async (work, { params }) => {
      const { n } = await forgetful(
        work,
        sql<{ n: number }>`select count(*)::int as n from intake.report where id = ${params.reportId}`,
      );
      if (n === 0) return demand(notFound);
      return demand({
        ok: false,
        failure: { kind: 'not-allowed', words: 'Not yours.', whoCan: 'Its service.' },
      });
    },
  }),
  apiPost({
    ...common('error', 'What an error says'),
    path: '/api/v1/leaking/error',
    output: z.object({}),
    handle: async (work) =>
      demand(invalid({ field: 'words', words: `One of ${await countAll(work)} says so already.` })),
  }),
  apiPost({
    ...common('done', 'What an act says that it did'),
    path: '/api/v1/leaking/done',
    output: z.object({ told: z.number() }),
    handle: async (work) => ({ told: await countAll(work) }),
  }),
  taken('file-name', 'The name of a file', async (work) => [
    `${await countAll(work)}.csv`,
    'text/csv',
    'the same',
  ]),
  taken('rows', 'The rows of an export', async (work) => [
    'all.csv',
    'text/csv',
    await textOfAll(work, 'reference'),
  ]),
  taken('picture', 'A mark on a picture', async (work) => [
    'map.svg',
    'image/svg+xml',
    `<svg xmlns="http://www.w3.org/2000/svg">${'<circle r="1"/>'.repeat(await countAll(work))}</svg>`,
  ]),
  taken('feed', 'An entry of a feed', async (work) => [
    'feed.ics',
    'text/calendar',
    (await textOfAll(work, 'first_target_on')).replaceAll(', ', '\r\n'),
  ]),
];

/** Routes that answer nobody what they should, though nothing leaks: the matrix leaves those who may use a route to this suite. */
export const mistakes: readonly Route[] = [
  html('refuses', 'Refuses whom it allows', async () =>
    demand(failed({ kind: 'not-allowed', words: 'Your role cannot do this.', whoCan: '' })),
  ),
  html('faults', 'Fails', () => Promise.reject(new RangeError('on purpose'))),
];
