import { sql } from 'kysely';
import { caseworkers, schemeKeepers } from '../directory/index.ts';
import { operationPolicy } from '../operations/index.ts';
import { traderPolicy } from '../traders/index.ts';
import type { Source } from './sources.ts';
import { dayWithin, instantWithin, london } from './spans.ts';

/** Stops of days of action that the viewer's agency takes part in, by the day of the stop. */
const stop: Source = {
  from: sql`operations.operation_stop f join operations.operation o on o.id = f.operation_id`,
  visible: (viewer) => operationPolicy.visible(viewer, 'o'),
  id: sql`f.id`,
  day: london('f.stoppedAt'),
  stored: sql`f.stopped_at`,
  within: instantWithin('f.stoppedAt'),
  district: sql`o.district_code`,
  label: sql`f.reference`,
  what: sql`f.kind || ', ' || replace(f.result, '-', ' ')`,
  href: sql`'/operations/' || f.operation_id || '#stop-' || f.id`,
  recordKind: 'days of action it takes part in',
  readers: ['performance-analyst', ...caseworkers],
};
/** Days of action by their day. */
const operation: Source = {
  ...stop,
  from: sql`operations.operation f`,
  visible: (viewer) => operationPolicy.visible(viewer, 'f'),
  day: sql`f.on_day`,
  stored: sql`f.on_day`,
  within: dayWithin('f.onDay'),
  district: sql`f.district_code`,
  what: sql`replace(f.status, '-', ' ')`,
  href: sql`'/operations/' || f.id`,
};
/** Steps of the scheme of checked traders, by the day they were taken. */
const traderStep: Source = {
  from: sql`traders.trader_event f join traders.trader t on t.id = f.trader_id`,
  visible: (viewer) => traderPolicy.visible(viewer, 't'),
  id: sql`f.id`,
  day: london('f.at'),
  stored: sql`f.at`,
  within: instantWithin('f.at'),
  district: sql`t.district_code`,
  label: sql`t.reference`,
  what: sql`f.words`,
  href: sql`'/traders/' || f.trader_id`,
  recordKind: 'own agency alone',
  readers: schemeKeepers,
};
/** Complaints about members, by the day they came. */
const traderComplaint: Source = {
  ...traderStep,
  from: sql`traders.trader_complaint f join traders.trader t on t.id = f.trader_id`,
  day: sql`f.received_on`,
  stored: sql`f.received_on`,
  within: dayWithin('f.receivedOn'),
  label: sql`f.reference`,
  what: sql`coalesce(replace(f.outcome, '-', ' '), 'open')`,
};

/** What is counted of days of action and of the scheme of checked traders. */
export const operationSources = { stop, operation, traderStep, traderComplaint } satisfies Record<
  string,
  Source
>;
