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

/** Whether the person of some files lost something after they were first supported, within the term that V-04 is counted by. */
export async function hasLostAgain({ db }: Work, fileIds: readonly string[]): Promise<boolean> {
  const ids = sql`${[...fileIds]}::uuid[]`;
  const { rows } = await sql<{ isAgain: boolean }>`select exists (select 1 from safeguarding.loss l,
      (select min(f.supported_on) as on_day from safeguarding.victim_file f where f.id = any(${ids})) s
    where l.file_id = any(${ids}) and l.kind = 'loss' and l.withdrawn_at is null
      and l.happened_on > s.on_day and l.happened_on <= safeguarding.repeat_due(s.on_day)) as is_again`.execute(
    db,
  );
  return rows[0]?.isAgain ?? false;
}
