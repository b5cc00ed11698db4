import { sql } from 'kysely';
import type { Work } from '../../platform/http/work.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { recordPolicy } from '../../records/index.ts';

/** A run of matching or of training. It holds no counts: what it proposed is counted from what the reader may see. */
export interface Run {
  id: string;
  kind: 'load' | 'record' | 'all' | 'train';
  loadId: string | null;
  /** The list of the load, for runs that follow a load. */
  listName: string | null;
  modelId: string | null;
  modelNumber: number | null;
  askedByName: string | null;
  askedAt: Date;
  /** Between 0 and 1. */
  doneShare: number;
  step: string;
  endedAt: Date | null;
  problem: string | null;
}

export const runKindWords: Record<Run['kind'], string> = {
  load: 'After a load of a list',
  record: 'After a record was added',
  all: 'Of every record',
  train: 'Training of a model',
};

/** The last runs, but not those that follow a load of which the viewer sees no row, nor those of single records. */
export async function listRuns({ db, viewer }: Work, limit = 20): Promise<Run[]> {
  const { rows } = await sql<Run>`
    select r.id, r.kind, r.load_id, r.model_id, m.number as model_number, o.name as asked_by_name, r.asked_at, r.done_share, r.step,
      r.ended_at, r.problem, (select l.name from linkage.list l where l.id = e.list_id) as list_name
    from linkage.match_run r left join linkage.model m on m.id = r.model_id left join directory.officer o on o.id = r.asked_by
    left join lateral (select s.list_id from linkage.subject_ever s where s.load_id = r.load_id and ${recordPolicy.visible(viewer, 's')} limit 1) e on true
    where r.kind in ('all', 'train') or (r.kind = 'load' and e.list_id is not null)
    order by r.asked_at desc, r.id limit ${sql.lit(limit)}`.execute(db);
  return rows;
}

/** Whether a run that is not over is one the viewer may know of. */
export const runUnderWay = async (work: Work): Promise<Run | undefined> =>
  (await listRuns(work, 5)).find(({ endedAt }) => endedAt === null);

/** Asks for a run and puts it into the queue. */
export async function askForRun(
  work: Work,
  given: { kind: 'all' | 'train'; modelId?: string | null },
): Promise<string> {
  const id = work.ids.next();
  await work.db
    .insertInto('linkage.matchRun')
    .values({
      id,
      kind: given.kind,
      modelId: given.modelId ?? null,
      askedAt: work.clock.now(),
      askedBy: work.viewer.kind === 'officer' ? work.viewer.officerId : null,
    })
    .execute();
  await enqueue(work.db, given.kind === 'train' ? 'train-model' : 'match-records', { runId: id });
  return id;
}

/** Notes a run that its job begins by itself. */
export async function beginRun(
  work: Work,
  run: { id: string; kind: Run['kind']; loadId: string | null; modelId: string | null },
): Promise<void> {
  await work.db
    .insertInto('linkage.matchRun')
    .values({ ...run, askedAt: work.clock.now(), step: 'started' })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ modelId: run.modelId, step: 'started', doneShare: 0 }),
    )
    .execute();
}

export async function noteProgress(
  work: Work,
  id: string,
  at: { step: string; doneShare: number; isOver?: boolean; problem?: string },
): Promise<void> {
  await work.db
    .updateTable('linkage.matchRun')
    .set({
      step: at.step,
      // In tenths: the share of one step would tell how many records there are, seen or not.
      doneShare: Math.floor(at.doneShare * 10) / 10,
      endedAt: at.isOver ? work.clock.now() : null,
      problem: at.problem ?? null,
    })
    .where('id', '=', id)
    .execute();
}
