import { sql } from 'kysely';
import { z } from 'zod';
import { meetingMeasures } from '../../reference/meeting-measures.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { apiGet, type Route, show } from '../platform/http/declare.ts';
import { page } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { BoardPage } from './board.pages.tsx';
import { boardQuery } from './tasking.forms.ts';
import { readBoard } from './tasking.permissions.ts';

/** A quarter in weeks: the time between two boards. */
export const boardWeeks = 13;

export interface BoardTotals {
  from: Day;
  until: Day;
  districts: {
    name: string;
    areaCode: string;
    expected: number;
    received: number;
    inTime: number;
    meetings: { id: string; heldOn: Day }[];
  }[];
  measures: {
    code: string;
    name: string;
    total: number | null;
    outside: number;
    byArea: Record<string, number | null>;
  }[];
}

interface TotalRow {
  areaCode: string;
  measure: string;
  counted: number | null;
  outside: number | null;
}
interface ReturnRow {
  meetingId: string;
  seriesName: string;
  areaCode: string;
  heldOn: Day;
  expected: number;
  received: number;
  inTime: number;
}

/** The districts' returns added up over the quarter before a day: the same numbers whoever reads them, and no records. */
export async function boardTotals(work: Work, until: Day): Promise<BoardTotals> {
  const from = addDays(until, -7 * boardWeeks);
  const totals =
    await sql<TotalRow>`select area_code, measure, sum(counted)::int as counted, sum(outside)::int as outside from tasking.board_total
    where held_on > ${from}::date and held_on <= ${until}::date group by area_code, measure`.execute(work.db);
  const returns =
    await sql<ReturnRow>`select * from tasking.board_return where held_on > ${from}::date and held_on <= ${until}::date order by series_name, held_on`.execute(
      work.db,
    );
  const areas = [...new Map(returns.rows.map((row) => [row.areaCode, row.seriesName])).entries()];
  const districts = areas.map(([areaCode, seriesName]) => {
    const rows = returns.rows.filter((row) => row.areaCode === areaCode);
    const sum = (pick: (row: ReturnRow) => number) => rows.reduce((all, row) => all + pick(row), 0);
    return {
      name: seriesName,
      areaCode,
      expected: sum((r) => r.expected),
      received: sum((r) => r.received),
      inTime: sum((r) => r.inTime),
      meetings: rows.map((r) => ({ id: r.meetingId, heldOn: r.heldOn })),
    };
  });
  const measures = meetingMeasures.map(({ code, name }) => {
    const rows = totals.rows.filter((row) => row.measure === code);
    const counted = rows.flatMap((row) => (row.counted === null ? [] : [row.counted]));
    return {
      code,
      name,
      total: counted.length === 0 ? null : counted.reduce((a, b) => a + b, 0),
      outside: rows.reduce((all, row) => all + (row.outside ?? 0), 0),
      byArea: Object.fromEntries(rows.map((row) => [row.areaCode, row.counted])),
    };
  });
  return { from, until, districts, measures };
}

/** Totals for the Management Board. */
export const boardRoutes: readonly Route[] = [
  show({
    path: '/board',
    words: 'Totals of the districts’ returns for the Management Board',
    permission: readBoard,
    audit: 'board.shown',
    query: boardQuery,
    handle: async (work, { query }) => {
      const totals = await boardTotals(work, query.until ?? work.clock.today());
      // Those on the board's side of the wall see totals only: meetings themselves are closed to them.
      return page(
        'Management Board',
        <BoardPage totals={totals} mayOpenMeetings={work.viewer.side === 'OPS'} />,
        { wide: true, marking: 'OFFICIAL' },
      );
    },
  }),
  apiGet({
    path: '/api/v1/board',
    words: 'Totals of the districts’ returns for the Management Board',
    permission: readBoard,
    audit: 'board.shown',
    query: boardQuery,
    output: z.object({
      from: z.string(),
      until: z.string(),
      districts: z.array(
        z.object({
          name: z.string(),
          areaCode: z.string(),
          expected: z.number(),
          received: z.number(),
          inTime: z.number(),
        }),
      ),
      measures: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          total: z.number().nullable(),
          outside: z.number(),
          byArea: z.record(z.string(), z.number().nullable()),
        }),
      ),
    }),
    handle: (work, { query }) => boardTotals(work, query.until ?? work.clock.today()),
  }),
];
