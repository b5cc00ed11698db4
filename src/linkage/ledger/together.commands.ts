import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day, londonInstant } from '../../platform/clock/clock.ts';
import { ok, type Result, stale } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import { neighbourhoodOf } from './identity.queries.ts';
import { type Change, changeBetween, identitiesOf } from './identity.ts';
import { takeBack } from './judgement.commands.ts';
import { type Judgement, judgementsWhere, type Tie } from './judgement.store.ts';

/** Judgements that are undone in one go: of one officer in a period, of one load of a list, of one run, of one model. */
export type Together =
  | { kind: 'officer'; officerId: string; from: Day; to: Day }
  | { kind: 'load'; loadId: string }
  | { kind: 'run'; runId: string }
  | { kind: 'model'; modelId: string };

/** A person's word is undone for an officer or a load; a run or a model has proposals only. */
function conditionOf(together: Together): RawBuilder<boolean> {
  switch (together.kind) {
    case 'officer':
      return sql`j.made_by = 'person' and j.officer_id = ${together.officerId} and
        coalesce((select f.made_at from linkage.judgement f where f.id = j.restores), j.made_at)
          between ${londonInstant(together.from, '00:00')} and ${londonInstant(addDays(together.to, 1), '00:00')}`;
    case 'load':
      return sql`exists (select 1 from linkage.list_entry e where e.load_id = ${together.loadId} and e.id in (j.record_a, j.record_b))`;
    case 'run':
      return sql`j.made_by = 'model' and j.run_id = ${together.runId}`;
    case 'model':
      return sql`j.made_by = 'model' and j.model_id = ${together.modelId}`;
  }
}

/** One judgement of them, and what will be live on its pair instead. */
interface Undoing {
  judgement: Judgement;
  former: Judgement | undefined;
}

/** What an undo in one go would do. */
export interface TogetherPreview {
  undone: readonly Undoing[];
  /** How many of them give place to an earlier judgement. */
  putBack: number;
  change: Change;
}

/** Each live judgement of them with the first earlier one on its pair that is not one of them itself. */
async function undoingsOf(work: Work, together: Together): Promise<Undoing[]> {
  const condition = conditionOf(together);
  const chosen = await judgementsWhere(work, condition);
  if (chosen.length === 0) return [];
  const ids = chosen.map(({ id }) => id);
  const ofThePairs = sql<boolean>`exists (select 1 from linkage.judgement c where c.id = any(${ids}::uuid[]) and c.record_a = j.record_a and c.record_b = j.record_b)`;
  const history = await judgementsWhere(work, ofThePairs, { when: 'ever' });
  const among = new Set(
    (await judgementsWhere(work, sql`${ofThePairs} and ${condition}`, { when: 'ever' })).map(({ id }) => id),
  );
  const replaced = new Map(
    history.flatMap((former) => (former.replacedBy ? [[former.replacedBy, former] as const] : [])),
  );
  return chosen.map((judgement) => {
    let former = replaced.get(judgement.restores ?? judgement.id);
    while (former && among.has(former.id)) former = replaced.get(former.restores ?? former.id);
    return { judgement, former };
  });
}

/** Who would fall apart and who would come together, before anything is undone. */
export async function previewTogether(work: Work, together: Together): Promise<TogetherPreview> {
  const undone = await undoingsOf(work, together);
  const ends = undone.flatMap(({ judgement }) => [judgement.recordA, judgement.recordB]);
  const { records, ties } = await neighbourhoodOf(work, ends);
  const gone = new Set(undone.map(({ judgement }) => judgement.id));
  const after: Tie[] = [
    ...ties.filter(({ id }) => !gone.has(id)),
    ...undone.flatMap(({ former }) => (former ? [former] : [])),
  ];
  return {
    undone,
    putBack: undone.filter(({ former }) => former).length,
    change: changeBetween(identitiesOf(records, ties), identitiesOf(records, after)),
  };
}

/** Undoes them all; gives how many. `expected` is the number that was shown: another one means that others were added since. */
export async function undoTogether(
  work: Work,
  together: Together,
  expected?: number,
): Promise<Result<number>> {
  const undone = await undoingsOf(work, together);
  if (expected !== undefined && expected !== undone.length)
    return stale('Judgements were added or ended since you looked. Look at what would change once more.');
  for (const { judgement, former } of undone)
    if (!(await takeBack(work, judgement, { former, why: 'undone-together' })))
      return stale('Somebody else is deciding some of these just now. Try again.');
  Object.assign(work.note.detail, { ...together, undone: undone.length });
  return ok(undone.length);
}
