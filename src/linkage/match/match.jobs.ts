import { sql } from 'kysely';
import { z } from 'zod';
import type { Work } from '../../platform/http/work.ts';
import { type Job, type JobSurroundings, job } from '../../platform/jobs/declare.ts';
import { type FieldKind, link, modelDocument, openModel, tableOf } from '../core/index.ts';

import { matchRecords, subjectsToMatch } from './match-records.ts';
import { adoptedModel, keepModel, setAdopted } from './model.store.ts';
import { saidBeforeLoad } from './row-before.ts';
import { ruleValue } from './rule.store.ts';
import { askForRun, beginRun, noteProgress, type Run } from './run.store.ts';

/** What the records' fields hold, so that training need not guess. */
const fieldKindOf: Readonly<Record<string, FieldKind>> = {
  name: 'full-name',
  forename: 'forename',
  surname: 'surname',
  dateOfBirth: 'birth-date',
  address: 'address',
  postcode: 'postcode',
  phone: 'phone',
  email: 'email',
};

/** Fewer than this teach a model nothing. */
const leastToTrain = 20;

const matchPayload = z.object({
  loadId: z.uuid().optional(),
  recordId: z.uuid().optional(),
  runId: z.uuid().optional(),
});
type MatchPayload = z.output<typeof matchPayload>;

const kindOf = ({ loadId, recordId }: MatchPayload): Run['kind'] =>
  loadId ? 'load' : recordId ? 'record' : 'all';

async function match(work: Work, payload: MatchPayload, { aside }: JobSurroundings): Promise<void> {
  // One at a time: two loads that are matched side by side would not find each other's rows.
  await sql`select pg_advisory_xact_lock(hashtextextended('linkage.match', 0))`.execute(work.db);
  const model = await adoptedModel(work);
  if (!model) {
    // Nothing has ever been trained: that comes first, and then everything is matched.
    await askForRun(work, { kind: 'train' });
    if (payload.runId)
      await aside((beside) =>
        noteProgress(beside, payload.runId ?? '', {
          step: 'waiting for a first model',
          doneShare: 1,
          isOver: true,
        }),
      );
    return;
  }
  const records = await subjectsToMatch(work, {
    ...(payload.loadId ? { loadId: payload.loadId } : {}),
    ...(payload.recordId ? { recordId: payload.recordId } : {}),
  });
  const id = payload.runId ?? work.ids.next();
  await aside((beside) =>
    beginRun(beside, { id, kind: kindOf(payload), loadId: payload.loadId ?? null, modelId: model.id }),
  );
  const proposed = await matchRecords(work, records, {
    model: openModel(model.document),
    modelId: model.id,
    runId: id,
    propose: await ruleValue(work, 'propose'),
    firmNames: await ruleValue(work, 'firm-names'),
    saidBefore: payload.loadId ? await saidBeforeLoad(work, payload.loadId) : new Map(),
    report: (doneShare) => aside((beside) => noteProgress(beside, id, { step: 'matching', doneShare })),
  });
  await aside((beside) => noteProgress(beside, id, { step: 'done', doneShare: 1, isOver: true }));
  work.note.detail = { run: id, records: records.length, proposed, model: model.number };
}

async function train(work: Work, { runId }: { runId: string }, { aside }: JobSurroundings): Promise<void> {
  const end = (problem?: string) =>
    aside((beside) =>
      noteProgress(beside, runId, {
        step: 'done',
        doneShare: 1,
        isOver: true,
        ...(problem ? { problem } : {}),
      }),
    );
  await aside((beside) => noteProgress(beside, runId, { step: 'reading records', doneShare: 0.1 }));
  const people = (await subjectsToMatch(work, {})).filter(({ kind }) => kind === 'person');
  if (people.length < leastToTrain) return end('There are too few records of people to learn from.');
  const used = Object.keys(fieldKindOf).filter((name) => people.some(({ fields }) => fields[name]));
  const table = tableOf(
    people.map(({ fields }) => Object.fromEntries(used.map((name) => [name, fields[name]]))),
  );
  const mapping = Object.fromEntries(used.map((name) => [name, fieldKindOf[name] ?? 'text']));
  try {
    const document = modelDocument(link(table, { mode: 'dedupe', mapping }));
    const isFirst = (await adoptedModel(work)) === undefined;
    const model = await keepModel(work, {
      document,
      trainedOn: { records: people.length, fields: used },
      note: isFirst ? 'The first model: adopted by itself, because without one nothing is proposed' : '',
    });
    if (isFirst) {
      await setAdopted(work, model.id, null);
      await askForRun(work, { kind: 'all', modelId: model.id });
    }
    work.note.detail = { run: runId, model: model.number };
    await end();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'NothingToCompare') throw error;
    await end(error.message);
  }
}

/** Matching and training, both safe to run again. */
export const matchJobs: readonly Job[] = [
  job({
    name: 'match-records',
    words: 'Finds records that may be about the same person and puts them to the review desk',
    side: 'WORKER',
    audit: 'linkage.records-matched',
    payload: matchPayload,
    run: match,
  }),
  job({
    name: 'train-model',
    words: 'Trains a new model of likeness on every record there is',
    side: 'WORKER',
    audit: 'linkage.model-trained',
    payload: z.object({ runId: z.uuid() }),
    run: train,
  }),
];
