import type { IndicatorQuery } from './indicator.rules.ts';
import type { Period } from './period.ts';
import type { Source } from './sources.ts';

/** Where a figure is counted: a district, or everywhere the viewer sees. */
export type Area = string;
export const everywhere = 'all';

/** How a figure is counted, and over which records. */
export interface Counted {
  query: IndicatorQuery;
  source: Source;
}

/** An indicator that is asked for. */
export interface Asked {
  code: string;
  query: IndicatorQuery;
}
/** Over which periods, and where. */
export interface Over {
  periods: readonly Period[];
  area: Area;
}
