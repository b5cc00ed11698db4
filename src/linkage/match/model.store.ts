import type { Work } from '../../platform/http/work.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { type FieldKind, type ModelDocument, readModel } from '../core/index.ts';

/** A trained model as the ledger keeps it. */
export interface Model {
  id: string;
  number: number;
  document: ModelDocument;
  note: string;
  madeAt: Date;
  adoptedAt: Date | null;
  adoptedByName: string | null;
}

const models = ({ db }: Work) =>
  db
    .selectFrom('linkage.model as m')
    .leftJoin('directory.officer as o', 'o.id', 'm.adoptedBy')
    .select([
      'm.id',
      'm.number',
      'm.document',
      'm.note',
      'm.madeAt',
      'm.adoptedAt',
      'o.name as adoptedByName',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof models>['execute']>>[number];
const read = (row: Row): Model => ({ ...row, document: withEveryName(readModel(row.document)) });

/** Names in parts and whole: a model that has learnt either judges records of both kinds. */
const nameKinds: Readonly<Record<string, FieldKind>> = {
  forename: 'forename',
  surname: 'surname',
  name: 'full-name',
};

/** A model trained where all lists gave names in parts, or all gave them whole, reads the other kind too. */
export function withEveryName(document: ModelDocument): ModelDocument {
  const has = new Set(document.fields.map(({ column }) => column));
  const names = Object.entries(nameKinds);
  if (!names.some(([column]) => has.has(column))) return document;
  const why = 'names are read in parts and whole';
  const more = names.flatMap(([column, kind]) => (has.has(column) ? [] : [{ column, kind, why }]));
  return { ...document, fields: [...document.fields, ...more] };
}

/** Every model, the newest first. */
export const listModels = async (work: Work): Promise<Model[]> =>
  (await models(work).orderBy('m.number', 'desc').execute()).map(read);

export async function findModel(work: Work, id: string): Promise<Model | undefined> {
  const row = await models(work).where('m.id', '=', id).executeTakeFirst();
  return row && read(row);
}

/** The model that judges now: the one adopted last. */
export async function adoptedModel(work: Work): Promise<Model | undefined> {
  const row = await models(work)
    .where('m.adoptedAt', 'is not', null)
    .orderBy('m.adoptedAt', 'desc')
    .orderBy('m.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && read(row);
}

/** Keeps a newly trained model under the next number. */
export async function keepModel(
  work: Work,
  given: { document: ModelDocument; trainedOn: Record<string, unknown>; note: string },
): Promise<{ id: string; number: number }> {
  const last = await work.db
    .selectFrom('linkage.model')
    .select('number')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const model = { id: work.ids.next(), number: (last?.number ?? 0) + 1 };
  await work.db
    .insertInto('linkage.model')
    .values({
      ...model,
      document: JSON.stringify(given.document),
      trainedOn: JSON.stringify(given.trainedOn),
      note: given.note,
      madeAt: work.clock.now(),
    })
    .execute();
  return model;
}

/** From now on this model judges. Whoever keeps keys of a model beside records of their own listens, and makes them anew. */
export async function setAdopted(work: Work, id: string, by: string | null): Promise<void> {
  await work.db
    .updateTable('linkage.model')
    .set({ adoptedAt: work.clock.now(), adoptedBy: by })
    .where('id', '=', id)
    .execute();
  await enqueue(work.db, 'model-adopted', { modelId: id });
}
