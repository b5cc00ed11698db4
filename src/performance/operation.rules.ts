import { sql } from 'kysely';
import { penaltyPolicy } from '../enforcement/index.ts';
import type { IndicatorQuery } from './indicator.rules.ts';

const all = () => sql<boolean>`TRUE`;
const step = (kind: string) => () => sql<boolean>`f.kind = ${kind}`;
const upheld = () => sql<boolean>`f.outcome = 'upheld'`;

/** How days of action and the scheme of checked traders are counted. */
export const operationQueries: Readonly<Record<string, IndicatorQuery>> = {
  'E-05': {
    source: 'stop',
    measure: 'count',
    counted: all,
    splits: [
      { code: 'result', words: 'What came of it', column: () => sql<string>`replace(f.result, '-', ' ')` },
      { code: 'kind', words: 'What was stopped', column: () => sql<string>`f.kind` },
    ],
  },
  'E-05a': { source: 'stop', measure: 'share', counted: all, part: () => sql<boolean>`f.is_licence_checked` },
  'E-05b': {
    source: 'stop',
    measure: 'share',
    counted: all,
    // One that the viewer may not see tells them nothing here either.
    part: (_on, viewer) =>
      sql<boolean>`f.penalty_id in (select n.id from enforcement.penalty n where n.issued_on is not null and ${penaltyPolicy.visible(viewer, 'n')})`,
  },
  'E-05c': {
    source: 'operation',
    measure: 'count',
    counted: () => sql<boolean>`f.status in ('under-way', 'debriefed')`,
  },
  'P-03': { source: 'traderStep', measure: 'count', counted: step('accept') },
  'P-03a': { source: 'traderStep', measure: 'count', counted: step('refuse') },
  'P-03b': { source: 'traderStep', measure: 'count', counted: step('expel') },
  'P-03c': { source: 'traderComplaint', measure: 'share', counted: all, part: upheld },
};
