import { sql } from 'kysely';
import type { Work } from '../../platform/http/work.ts';
import { recordPolicy } from '../../records/index.ts';
import { inOrder } from '../ledger/judgement.store.ts';
import { ruleValue } from '../match/rule.store.ts';
import { drawSeed } from '../quality/audit-sample.ts';
import { bandEdges, bandOf } from '../quality/estimate.ts';
import { standingsOf } from './standing.ts';

/** A pair in the order of draws. */
export interface DrawnPair {
  id: string;
  recordA: string;
  recordB: string;
  worth: number;
  /** Which band it is drawn from, as a place among the edges. */
  band: number;
  together: number;
}

/** The live pairs of people that the viewer sees and a model has scored, each with its band. */
const scored = ({ viewer }: Work) => sql`
  seen as materialized (select s.id from linkage.subject s where s.kind = 'person' and ${recordPolicy.visible(viewer, 's')}),
  scored as (select j.*, width_bucket(j.probability::text::float8, ${[...bandEdges]}::float8[]) - 1 as band
    from linkage.judgement j join seen a on a.id = j.record_a join seen b on b.id = j.record_b
    where j.ended_at is null and j.probability >= ${bandEdges[0]})`;

/** Of each band: its pairs, and its decisions by how their pair came. */
async function bandsOf(work: Work): Promise<Map<number, { size: number; decided: number; audited: number }>> {
  const { rows } = await sql<{ band: number; size: number; decided: number; audited: number }>`
    with ${scored(work)} select band, count(*)::int as size, count(*) filter (where drawn is not null)::int as decided,
      count(*) filter (where drawn = 'audit')::int as audited from scored group by band`.execute(work.db);
  return new Map(rows.map(({ band, ...counts }) => [band, counts]));
}

/** Whether the desk's next question is one that chance chooses: as long as fewer than the share of its decisions were. */
export async function isAuditDue(work: Work): Promise<boolean> {
  const share = await ruleValue(work, 'audit-share');
  let [decided, audited] = [0, 0];
  for (const band of (await bandsOf(work)).values()) {
    decided += band.decided;
    audited += band.audited;
  }
  return audited < share * (decided + 1);
}

/** So many pairs of each band are looked through at once. */
const batch = 50;
/** So many pairs of each band are put to people. */
const perBand = 3;

/**
 * The pairs that chance chose and that wait: in each band in the order of draws, less those that follow from what was said of
 * others; the band with the fewest drawn decisions first, then in turn.
 */
export async function auditQueueOf(work: Work): Promise<DrawnPair[]> {
  const bands = await bandsOf(work);
  const open = new Map<number, DrawnPair[]>();
  for (let offset = 0; ; offset += batch) {
    const { rows } = await sql<Omit<DrawnPair, 'together'>>`with ${scored(work)}, turn as (
        select *, row_number() over (partition by band order by md5(${`${drawSeed} `} || record_a || ' ' || record_b)) as place
        from scored where verdict = 'proposed')
      select id, record_a, record_b, worth, band from turn where place > ${offset} and place <= ${offset + batch} order by band, place`.execute(
      work.db,
    );
    const standing = await standingsOf(work, rows);
    for (const row of rows) {
      const at = standing(row);
      const own = open.get(row.band) ?? [];
      if (at.isOpen && own.length < perBand)
        open.set(row.band, [...own, { ...row, together: at.sizes[0] + at.sizes[1] }]);
    }
    const full = Map.groupBy(rows, ({ band }) => band);
    if (![...full].some(([band, some]) => some.length === batch && !open.has(band))) break;
  }
  return [...open]
    .flatMap(([band, pairs]) =>
      pairs.map((pair, at) => ({ pair, turn: (bands.get(band)?.audited ?? 0) + at })),
    )
    .sort((x, y) => x.turn - y.turn || x.pair.band - y.pair.band)
    .map(({ pair }) => pair);
}

/** How a pair came to be decided, for its judgement. */
export interface Draw {
  drawn: 'worth' | 'audit';
  stratum: number | null;
  stratumSize: number | null;
}

/** The draw of a pair that the desk showed as chosen by chance; any other was not, whatever a form says. */
export async function drawOf(work: Work, one: string, other: string, isShownAsDrawn: boolean): Promise<Draw> {
  const [recordA, recordB] = inOrder(one, other);
  const pair = isShownAsDrawn
    ? (await auditQueueOf(work)).find((drawn) => drawn.recordA === recordA && drawn.recordB === recordB)
    : undefined;
  const edge = pair && bandEdges[pair.band];
  return pair && edge !== undefined
    ? {
        drawn: 'audit',
        stratum: bandOf(edge),
        stratumSize: (await bandsOf(work)).get(pair.band)?.size ?? null,
      }
    : { drawn: 'worth', stratum: null, stratumSize: null };
}
