import { describe, expect, test } from 'vitest';
import { madeLists } from '../../../../benchmarks/linkage/made-lists.ts';
import { makePeople } from '../../../../benchmarks/linkage/people.ts';
import { type Linked, type LinkOptions, link } from '../link.ts';
import { modelDocument } from '../model.ts';
import { type Table, tableOf } from '../table.ts';
import type { Helpers, OpenLists } from './crew.ts';
import { type JobKind, jobs, type Task } from './jobs.ts';
import { layTexts, textAt } from './memory.ts';
import { openLists } from './shared-lists.ts';

/** So many threads as they would be, one after the other: each has what was handed to it and nothing else, parts go round in turn. */
function pretended(threads: number): Helpers {
  return {
    fromRows: 0,
    join: (own, shared) => {
      const all: OpenLists[] = [
        own,
        ...Array.from({ length: threads - 1 }, () => openLists(structuredClone(shared))),
      ];
      return {
        do: (kind, task, parts) => {
          const makeReady = (lists: OpenLists) =>
            jobs[kind](lists, structuredClone(task) as Task<typeof kind>);
          const doers = all.map(makeReady);
          return Array.from({ length: parts }, (_, part) => doers[(part + 1) % threads]!(part));
        },
      };
    },
  };
}

/** Everything that is said of lists. */
const answerOf = ({ edges, pairs, clusters, model }: Linked) => ({
  clusters,
  model,
  scored: [edges.a, edges.b, edges.weight].map((all) => all.slice(0, edges.length)),
  finished: [pairs.a, pairs.b, pairs.weight].map((all) => all.slice(0, pairs.length)),
});

function expectSame(table: Table, options: LinkOptions = {}, crews = [3]): void {
  const own = answerOf(link(table, options));
  for (const threads of crews)
    expect(answerOf(link(table, { ...options, helpers: pretended(threads) }))).toEqual(own);
}

const made = makePeople(360, 8).map(({ cluster: _, ...row }) => row);

describe('the outcome is the same to the last bit for any number of threads', { timeout: 120_000 }, () => {
  // Every third: each is linked twice, and what they do not meet the others do.
  const some = madeLists().filter((_, at) => at % 3 === 0);
  test.each(some.map(({ name, rows }) => ({ name, rows })))('on a list of $name', ({ rows }) => {
    expectSame(tableOf(rows.slice(0, 110)));
  });

  test('on people, with a model from before and with labels', () => {
    const table = tableOf(made);
    expectSame(table, {}, [2]);
    expectSame(table, { model: modelDocument(link(table)) });
    const { pairs } = link(table);
    const labels = Array.from({ length: 40 }, (_, at) => ({
      ...{ a: pairs.a[at * 3]!, b: pairs.b[at * 3]!, same: pairs.weight[at * 3]! > 0 },
    }));
    expectSame(table, { labels });
  });

  test('between two lists', () => {
    const options = { source: (row: number) => row % 2, sourceNames: ['one', 'other'] };
    expectSame(tableOf(made, options), { mode: 'link' });
  });

  test('where fields stand in several columns or are places on a map', () => {
    const rows = made.map(({ dob = '', first_name = '', surname = '', ...row }, at) => ({
      ...row,
      ...{ name: `${first_name} ${surname}`.trim(), year_of_birth: dob.slice(0, 4) },
      ...{ month_of_birth: dob.slice(5, 7), day_of_birth: dob.slice(8, 10) },
      ...{ latitude: String(51 + (at % 40) / 50), longitude: String(-1 - (at % 30) / 50) },
    }));
    expectSame(tableOf(rows));
  });
});

test.each([[['', 'ann', 'zoë', 'x'.repeat(9000)]], [['', 'олена', '名', '\ud800', 'ann']], [[]]])(
  'texts come back as they were laid',
  (texts) => {
    const laid = structuredClone(layTexts(texts));
    expect(texts.map((_, code) => textAt(laid, code))).toEqual(texts);
  },
);

test('every kind of job is met when people are linked', () => {
  const done = new Set<JobKind>();
  const helpers = pretended(2);
  link(tableOf(made), {
    helpers: {
      ...helpers,
      join: (own, shared) => {
        const crew = helpers.join(own, shared);
        return {
          do: (kind, task, parts) => {
            done.add(kind);
            return crew.do(kind, task, parts);
          },
        };
      },
    },
  });
  expect([...done].sort()).toEqual(Object.keys(jobs).sort());
});
