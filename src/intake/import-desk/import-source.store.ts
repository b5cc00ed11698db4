import type { Work } from '../../platform/http/work.ts';
import { officerOf } from '../../platform/http/work.ts';
import { codeOf, type Mapping, mappingSchema } from '../import/mapping.ts';

/** Where lists come from, of the viewer's own agency. */
export interface ImportSource {
  id: string;
  code: string;
  name: string;
  mapping: unknown;
}

export const listSources = (work: Work): Promise<ImportSource[]> =>
  work.db
    .selectFrom('intake.importSource')
    .select(['id', 'code', 'name', 'mapping'])
    .where('agencyId', '=', officerOf(work).agencyId)
    .orderBy('name')
    .orderBy('id')
    .execute();

export const findSource = async (work: Work, id: string): Promise<ImportSource | undefined> =>
  (await listSources(work)).find((source) => source.id === id);

/** A source of the viewer's agency by its name, made where there is none of that name yet. */
export async function sourceNamed(work: Work, name: string): Promise<ImportSource> {
  const code = codeOf(name);
  const known = (await listSources(work)).find((source) => source.code === code);
  if (known) return known;
  const { agencyId, officerId } = officerOf(work);
  const source = { id: work.ids.next(), code, name, mapping: JSON.stringify({}) };
  await work.db
    .insertInto('intake.importSource')
    .values({ ...source, agencyId, usedAt: work.clock.now(), usedBy: officerId })
    .execute();
  return { ...source, mapping: {} };
}

/** Remembers the columns for the next list of the source. */
export async function rememberMapping(work: Work, sourceId: string, mapping: Mapping): Promise<void> {
  await work.db
    .updateTable('intake.importSource')
    .set({ mapping: JSON.stringify(mapping), usedAt: work.clock.now(), usedBy: officerOf(work).officerId })
    .where('id', '=', sourceId)
    .where('agencyId', '=', officerOf(work).agencyId)
    .execute();
}

/** A mapping that was kept; undefined where nothing was chosen yet. */
export function keptMapping(kept: unknown): Mapping | undefined {
  const parsed = mappingSchema.safeParse(kept);
  return parsed.success ? parsed.data : undefined;
}
