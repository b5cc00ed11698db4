import { sql } from 'kysely';
import { notFound, ok, type Result } from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { openModel } from '../core/index.ts';
import { findSubjects, type Judgement, judgementsWhere, type Subject } from '../ledger/index.ts';
import { weighedFields } from './match-records.ts';
import { findModel, type Model, setAdopted } from './model.store.ts';
import { ruleValue } from './rule.store.ts';
import { askForRun } from './run.store.ts';

/** How one pair would stand under another model. */
export interface Moved {
  judgement: Judgement;
  left: Subject;
  right: Subject;
  after: number;
}

/** What adopting a model would change, on the pairs that the viewer may see. */
export interface AdoptPreview {
  model: Model;
  pairs: number;
  /** Of the pairs that people decided same or different: how many the model puts on the same side of one half, now and after. */
  decided: number;
  rightNow: number;
  rightAfter: number;
  /** Open proposals that would no longer be proposed. */
  dropped: number;
  /** Those whose probability moves most. */
  moved: readonly Moved[];
}

/** So many pairs are judged anew for a preview, the worthiest first. */
const most = 1500;

/** Judges pairs that were judged before with another model, beside what is kept. Nothing is written. */
export async function previewModel(work: Work, id: string): Promise<Result<AdoptPreview>> {
  const model = await findModel(work, id);
  if (!model) return notFound;
  const judgements = await judgementsWhere(work, sql`j.probability is not null`, {
    order: sql`j.worth desc, j.record_a, j.record_b`,
    limit: most,
  });
  const subjects = new Map(
    (
      await findSubjects(
        work,
        judgements.flatMap(({ recordA, recordB }) => [recordA, recordB]),
      )
    ).map((subject) => [subject.id, subject]),
  );
  const open = openModel(model.document);
  const moved: Moved[] = [];
  for (const [recordA, some] of Map.groupBy(judgements, (judgement) => judgement.recordA)) {
    const left = subjects.get(recordA);
    const pairs = some.flatMap((judgement) => {
      const right = subjects.get(judgement.recordB);
      return right ? [{ judgement, right }] : [];
    });
    if (!left) continue;
    const found = open.judge(
      weighedFields(left),
      pairs.map(({ right }) => weighedFields(right)),
    );
    for (const [at, { judgement, right }] of pairs.entries())
      moved.push({ judgement, left, right, after: found[at]?.probability ?? 0 });
  }
  return ok(summed(model, moved, await ruleValue(work, 'propose')));
}

function summed(model: Model, moved: readonly Moved[], propose: number): AdoptPreview {
  const decided = moved.filter(({ judgement }) => ['same', 'different'].includes(judgement.verdict));
  const isRight = (judgement: Judgement, probability: number) =>
    probability >= 0.5 === (judgement.verdict === 'same');
  const by = ({ judgement, after }: Moved) => Math.abs(after - (judgement.probability ?? 0));
  return {
    model,
    pairs: moved.length,
    decided: decided.length,
    rightNow: decided.filter(({ judgement }) => isRight(judgement, judgement.probability ?? 0)).length,
    rightAfter: decided.filter(({ judgement, after }) => isRight(judgement, after)).length,
    dropped: moved.filter(({ judgement, after }) => judgement.verdict === 'proposed' && after < propose)
      .length,
    moved: [...moved]
      .sort((x, y) => by(y) - by(x) || (x.judgement.id < y.judgement.id ? -1 : 1))
      .slice(0, 15),
  };
}

/** From now on the model judges, and every record is matched anew with it. What people decided stays. */
export async function adoptModel(work: Work, id: string): Promise<Result<Model>> {
  const model = await findModel(work, id);
  if (!model) return notFound;
  await setAdopted(work, id, officerOf(work).officerId);
  await askForRun(work, { kind: 'all', modelId: id });
  about(work, 'model', id, { number: model.number });
  return ok(model);
}
