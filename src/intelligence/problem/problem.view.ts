import type { Work } from '../../platform/http/work.ts';
import type { Draft } from '../package/draft.store.ts';
import { mapOf } from '../spots/spots.view.ts';
import { countedIn } from './problem.commands.ts';
import type { ProblemShown } from './problem.pages.tsx';
import { leavingOf } from './problem.queries.ts';
import { figuresOf, findProblem } from './problem.store.ts';

/** What the unit's page of a product shows of a problem profile: as it would leave while it is a draft, as it left afterwards. */
export async function problemShown(work: Work, draft: Draft): Promise<ProblemShown | undefined> {
  const problem = await findProblem(work, draft.id);
  if (!problem) return undefined;
  const { of, metres, number } = problem;
  const asked = { kind: of.kind.code, districts: [...of.districts], from: of.from, to: of.to, metres };
  const left = draft.state === 'released' ? await figuresOf(work, draft.id) : undefined;
  if (left)
    return {
      number,
      asked,
      figures: left,
      map: await mapOf(work, left.spots),
      kept: 0,
      keptSpots: 0,
      conditions: [],
    };
  const { figures, itemIds, keptIds, keptSpots } = await leavingOf(work, problem);
  const { conditions } = await countedIn(work, { itemIds, keptIds: [] });
  return {
    number,
    asked,
    figures,
    map: await mapOf(work, figures.spots),
    kept: keptIds.length,
    keptSpots,
    conditions,
  };
}
