import { insertMany } from '../../platform/database/bulk.ts';
import type { Work } from '../../platform/http/work.ts';
import { hiddenOnArrival, namesHidden, withoutPlace } from './hidden-rows.ts';
import type { ListDiff, LiveRow } from './list-diff.ts';
import { keptMapping } from './list-load.commands.ts';
import type { ListLoad } from './list-load.store.ts';
import type { DraftRow } from './list-row.ts';

/** Most rows of one outcome that are kept for looking at; every one is counted. */
const mostKept = 5000;

/** A row as it is kept for looking at. */
interface Finding {
  outcome: 'new' | 'changed' | 'gone' | 'rejected';
  number: number;
  draft?: DraftRow;
  was?: LiveRow;
}

/** What stands for a row that names somebody hidden in a column that was not chosen as a name. */
const withheld = 'Names somebody whose address is hidden';

const findingsOf = (diff: ListDiff): Finding[] => [
  ...diff.added.slice(0, mostKept).map((draft): Finding => ({ outcome: 'new', number: draft.number, draft })),
  ...diff.changed.slice(0, mostKept).map(
    ({ was, becomes }): Finding => ({
      outcome: 'changed',
      number: becomes.number,
      draft: becomes,
      was,
    }),
  ),
  ...diff.rejected.map((draft): Finding => ({ outcome: 'rejected', number: draft.number, draft })),
  ...diff.gone.slice(0, mostKept).map((was, number): Finding => ({ outcome: 'gone', number, was })),
];

const textOf = ({ draft, was }: Finding): string =>
  [...Object.values(draft?.given ?? {}), ...Object.values(was?.given ?? {})].join(' ');

/**
 * Keeps what was found, so that it can be looked at before anything is loaded. Of somebody whose address must stay hidden only
 * the cells are kept that were chosen as something else than a place: any other column may say where they live.
 */
export async function keepFindings(work: Work, load: ListLoad, diff: ListDiff): Promise<void> {
  const mapping = keptMapping(load.mapping, load.columns);
  const findings = findingsOf(diff);
  const hidden = await hiddenOnArrival(
    work,
    load.listId,
    findings.flatMap(({ draft }) => draft ?? []),
  );
  const named = await namesHidden(
    work,
    findings.map((found) => ({ text: textOf(found), label: found.draft?.label ?? found.was?.label ?? '' })),
  );
  const row = (found: Finding, at: number) => {
    const { draft, was } = found;
    const hides =
      was?.hidesPlace || draft?.sealed !== undefined || (draft !== undefined && hidden.has(draft));
    const isWithheld = !hides && named.has(at);
    const shown = (given: Record<string, string>) =>
      isWithheld ? {} : hides ? withoutPlace(given, mapping) : given;
    return {
      ...{ loadId: load.id, agencyId: load.agencyId, handling: load.handling },
      outcome: found.outcome,
      rowNumber: found.number,
      label: isWithheld ? withheld : (draft?.label ?? was?.label ?? ''),
      was: was ? shown(was.given) : null,
      becomes: draft ? shown(draft.given) : null,
      problems: (draft?.flaws ?? []).map((flaw) =>
        isWithheld || (hides && !Object.hasOwn(shown(draft?.given ?? {}), flaw.column))
          ? { ...flaw, value: '' }
          : flaw,
      ),
    };
  };
  await work.db
    .deleteFrom('linkage.listLoadRow')
    .where('loadId', '=', load.id)
    .where('outcome', '<>', 'sample')
    .execute();
  await insertMany(work.db, 'linkage.list_load_row', findings.map(row));
}
