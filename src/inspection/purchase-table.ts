import type { Day } from '../platform/clock/clock.ts';

/** One operation in the table of test purchases. */
export interface TableRow {
  id: string;
  reference: string;
  onDay: Day;
  location: string;
  name: string;
  testType: string;
  product: string;
  agencyName: string;
  visited: number;
  passed: number;
  failed: number;
  /** How many follow-ups of each kind there are. */
  followUps: Readonly<Record<string, number>>;
}
export interface TableTotal {
  /** Operations that visited premises; of a day whose only attempts are void, nothing was tested. */
  operations: number;
  visited: number;
  passed: number;
  failed: number;
  /** Null where nothing was visited: there is then no share. */
  failPercent: number | null;
}
/** Operations that visited premises, added up: what was visited, passed and failed, and the share that failed. */
export function totalOf(rows: readonly Pick<TableRow, 'visited' | 'passed' | 'failed'>[]): TableTotal {
  const sum = (part: 'visited' | 'passed' | 'failed') => rows.reduce((all, row) => all + row[part], 0);
  const visited = sum('visited');
  const failed = sum('failed');
  return {
    ...{ operations: rows.filter((row) => row.visited > 0).length, visited, passed: sum('passed'), failed },
    failPercent: visited === 0 ? null : Math.round((failed / visited) * 1000) / 10,
  };
}
/** A share with what it is a share of: "10 of 52 (19.2%)". */
export const shareWords = ({ visited, failed }: Pick<TableTotal, 'visited' | 'failed'>): string => {
  const { failPercent } = totalOf([{ visited, failed, passed: 0 }]);
  return failPercent === null ? 'Nothing visited' : `${failed} of ${visited} (${failPercent.toFixed(1)}%)`;
};
