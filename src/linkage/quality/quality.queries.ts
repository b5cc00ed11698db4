import { sql } from 'kysely';
import type { Work } from '../../platform/http/work.ts';
import { recordPolicy } from '../../records/index.ts';
import { bothAnswers } from '../desk/second.store.ts';
import { standingsOf } from '../desk/standing.ts';
import { ageFrom } from '../match/worth.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { type AuditBand, auditBand, drawnPairs } from './audit-sample.ts';
import { type AtThreshold, type Band, bandEdges, bandOf, estimateAt } from './estimate.ts';

/** Pairs of some group: how the model and the people stood to each other. Small numbers are left out. */
export interface Group {
  name: string;
  /** Decided pairs of the group; undefined when there are too few to show. */
  reviewed: number | undefined;
  /** Of the pairs at one half or more, the share that people found the same. */
  precision: number | undefined;
  /** Of the pairs that people found the same, the share that the model had at one half or more. */
  found: number | undefined;
}

export interface Grouping {
  name: string;
  groups: readonly Group[];
  /** Said when no list holds what the grouping needs. */
  notHeld?: string;
}

/** How good matching is, of what the viewer may see. */
export interface Quality {
  /** Estimated from the pairs that chance chose. */
  thresholds: readonly AtThreshold[];
  bands: readonly AuditBand[];
  /** The same from every decided pair, most of which were chosen for their worth. */
  decided: { thresholds: readonly AtThreshold[]; bands: readonly Band[] };
  waiting: number;
  unsure: number;
  oldestWaiting: Date | null;
  agreement: Agreement | undefined;
  groupings: readonly Grouping[];
}

/** Fewer pairs than this are not shown by group: one person could be told from them. */
export const leastShown = 10;

interface Row {
  recordA: string;
  recordB: string;
  verdict: 'same' | 'different' | 'unsure' | 'proposed';
  drawn: string | null;
  probability: number;
  madeAt: Date;
  lists: readonly string[];
  born: readonly (string | null)[];
  sexes: readonly (string | null)[];
  origins: readonly (string | null)[];
}

async function scoredPairs({ db, viewer }: Work): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with seen as materialized (select s.id, case when s.list_id is null then 'Reports and penalties' else s.source end as source, s.fields from linkage.subject s where s.kind = 'person' and ${recordPolicy.visible(viewer, 's')})
    select j.record_a, j.record_b, j.verdict, j.drawn, j.probability, j.made_at, array[a.source, b.source] as lists,
      array[a.fields ->> 'dateOfBirth', b.fields ->> 'dateOfBirth'] as born,
      array[a.fields ->> 'sex', b.fields ->> 'sex'] as sexes,
      array[a.fields ->> 'nameOrigin', b.fields ->> 'nameOrigin'] as origins
    from linkage.judgement j join seen a on a.id = j.record_a join seen b on b.id = j.record_b
    where j.ended_at is null and j.probability is not null`.execute(db);
  return rows;
}

const isDecided = ({ verdict }: Row): boolean => verdict === 'same' || verdict === 'different';

function groupOf(name: string, rows: readonly Row[]): Group {
  const reviewed = rows.filter(isDecided);
  const share = (part: readonly Row[], whole: readonly Row[]) =>
    whole.length >= leastShown ? part.length / whole.length : undefined;
  const likely = reviewed.filter(({ probability }) => probability >= 0.5);
  const same = reviewed.filter(({ verdict }) => verdict === 'same');
  return {
    name,
    reviewed: reviewed.length >= leastShown ? reviewed.length : undefined,
    precision: share(
      likely.filter(({ verdict }) => verdict === 'same'),
      likely,
    ),
    found: share(
      same.filter(({ probability }) => probability >= 0.5),
      same,
    ),
  };
}

function grouped(rows: readonly Row[], groupsOf: (row: Row) => readonly string[]): Group[] {
  const names = [...new Set(rows.flatMap(groupsOf))].sort();
  return names.map((name) =>
    groupOf(
      name,
      rows.filter((row) => groupsOf(row).includes(name)),
    ),
  );
}

const ageBands = [
  [0, 'Under 18'],
  [18, '18 to 39'],
  [40, '40 to 64'],
  [65, '65 to 79'],
  [80, '80 and over'],
] as const;

const ageBand = (age: number): string =>
  ageBands.reduce<string>((found, [from, words]) => (age >= from ? words : found), 'Under 18');

const told = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.flatMap((value) => (value?.trim() ? [value.trim()] : []))),
];

/** A grouping by something that lists may hold or not. */
function byHeld(name: string, rows: readonly Row[], valuesOf: (row: Row) => readonly string[]): Grouping {
  const groups = grouped(rows, valuesOf);
  return groups.length > 0
    ? { name, groups }
    : {
        name,
        groups,
        notHeld:
          'No list that you may see holds it, so no difference can be shown. That is not to say there is none.',
      };
}

/** The bands as chance drew them. What follows from other decisions counts as those decisions say. */
async function auditBandsOf(work: Work, rows: readonly Row[]): Promise<AuditBand[]> {
  const bands = drawnPairs(
    rows.map(({ verdict, ...row }) => ({ ...row, verdict: verdict === 'proposed' ? undefined : verdict })),
  );
  const standing = await standingsOf(
    work,
    bands.flatMap(({ sample }) => sample.filter(({ verdict }) => !verdict)),
  );
  return bands.map((band) =>
    auditBand({
      ...band,
      sample: band.sample.map((pair) => {
        const at = pair.verdict ? undefined : standing(pair);
        return at && !at.isOpen ? { verdict: at.verdict } : pair;
      }),
    }),
  );
}

/** Everything on the quality page. */
export async function qualityOf(work: Work): Promise<Quality> {
  const rows = await scoredPairs(work);
  const today = work.clock.today();
  const audit = await auditBandsOf(work, rows);
  const bands = bandEdges.map((from): Band => {
    const own = rows.filter(({ probability }) => bandOf(probability) === from);
    const reviewed = own.filter(isDecided);
    return {
      from,
      pairs: own.length,
      reviewed: reviewed.length,
      same: reviewed.filter(({ verdict }) => verdict === 'same').length,
    };
  });
  const waiting = rows.filter(({ verdict }) => verdict === 'proposed');
  return {
    thresholds: estimateAt(audit, bandEdges),
    bands: audit,
    decided: { thresholds: estimateAt(bands, bandEdges), bands },
    waiting: waiting.length,
    unsure: rows.filter(({ verdict }) => verdict === 'unsure').length,
    oldestWaiting: waiting.reduce<Date | null>(
      (oldest, { madeAt }) => (oldest === null || madeAt < oldest ? madeAt : oldest),
      null,
    ),
    agreement: agreementOf(
      (await bothAnswers(work)).map(({ firstVerdict, verdict }) => [firstVerdict, verdict] as const),
    ),
    groupings: [
      { name: 'By list', groups: grouped(rows, ({ lists }) => [...new Set(lists)]) },
      byHeld('By age', rows, ({ born }) => {
        const ages = born.flatMap((text) => ageFrom(text ?? undefined, today) ?? []);
        const [age] = ages;
        return age === undefined ? [] : [ageBand(age)];
      }),
      byHeld('By sex', rows, ({ sexes }) => told(sexes)),
      byHeld('By origin of name', rows, ({ origins }) => told(origins)),
    ],
  };
}
