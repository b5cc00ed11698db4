import { sql } from 'kysely';
import type { Day } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';

/** What somebody lost, or what was saved. Pence; documented and estimated are never added up. */
export interface Loss {
  id: string;
  fileId: string;
  kind: 'loss' | 'saving';
  basis: 'documented' | 'estimated';
  scamType: string;
  method: string;
  how: string;
  pence: number;
  happenedOn: Day;
  recordedByName: string | null;
}

/** Losses and savings of files that the viewer has been given, the newest first. */
export async function lossesOf({ db }: Work, fileIds: readonly string[]): Promise<Loss[]> {
  const { rows } =
    await sql<Loss>`select l.id, l.file_id, l.kind, l.basis, l.scam_type, l.method, l.how, l.pence, l.happened_on,
      o.name as recorded_by_name
    from safeguarding.loss l left join directory.officer o on o.id = l.recorded_by
    where l.file_id = any(${[...fileIds]}::uuid[]) and l.withdrawn_at is null order by l.happened_on desc, l.id`.execute(
      db,
    );
  return rows;
}

/** Totals of losses and of savings, each by how well it is known. Pence. */
export interface LossTotals {
  lost: number;
  savedDocumented: number;
  savedEstimated: number;
}

export function totalsOf(losses: readonly Loss[]): LossTotals {
  const sum = (fits: (loss: Loss) => boolean) =>
    losses.filter(fits).reduce((total, { pence }) => total + pence, 0);
  return {
    lost: sum(({ kind }) => kind === 'loss'),
    savedDocumented: sum(({ kind, basis }) => kind === 'saving' && basis === 'documented'),
    savedEstimated: sum(({ kind, basis }) => kind === 'saving' && basis === 'estimated'),
  };
}
