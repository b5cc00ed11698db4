import { listAgencies } from '../../directory/index.ts';
import { demand } from '../../platform/failures/failures.ts';
import type { Again } from '../../platform/http/again.ts';
import { type Ask, act, apiPost, type Route, show } from '../../platform/http/declare.ts';
import { page, redirect } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { draftPackages } from '../intelligence.permissions.ts';
import { usableParagraphs } from '../package/draft.store.ts';
import { drafted, draftWhole } from '../package/package.api.ts';
import { askedFor } from '../spots/spots.forms.ts';
import { spotLines } from '../spots/spots.pages.tsx';
import { pictureOf } from '../spots/spots.queries.ts';
import { mapOf } from '../spots/spots.view.ts';
import { prioritiesInForce, questionsOf } from '../strategy/strategy.store.ts';
import { draftProblem } from './problem.commands.ts';
import { type ProblemQuery, problemExample, problemQuery, problemSchema } from './problem.forms.ts';
import { NewProblemPage } from './problem.pages.tsx';

const marking = 'OFFICIAL-SENSITIVE';
const back = { href: '/intelligence/packages', text: 'Products' };
const declared = {
  permission: draftPackages,
  words: 'Draft a problem profile: a kind of harm in an area and a period, with its figures',
  audit: 'intelligence-problem.drafted',
};

async function newPage(
  work: Work,
  asked: ProblemQuery,
  ask: Ask,
  again: Again = { problems: [], typed: {} },
) {
  const today = work.clock.today();
  const picture = await pictureOf(work, askedFor(asked, today), asked.metres);
  const counted = new Set(picture.marks.map(({ id }) => id));
  const usable = await usableParagraphs(work, undefined);
  const priorities = await prioritiesInForce(work);
  const priority = priorities.find(({ kinds }) => kinds.includes(asked.kind));
  const body = (
    <NewProblemPage
      {...{ picture, asked, priorities, chosen: [], csrf: ask.csrf, problems: again.problems }}
      // What partners are asked already is what is not known.
      typed={{ gaps: priority ? await questionsOf(work, priority.id) : '', ...again.typed }}
      follows={asked.follows}
      // Those of the items that are counted first.
      usable={[
        ...usable.filter(({ itemId }) => counted.has(itemId)),
        ...usable.filter(({ itemId }) => !counted.has(itemId)),
      ]}
      agencies={(await listAgencies(work.db, today)).filter(
        ({ endsOn }) => endsOn === null || endsOn > today,
      )}
      priorityId={priority?.id}
      map={await mapOf(work, spotLines(picture))}
    />
  );
  return page('Draft a problem profile', body, { problems: again.problems, marking, back, wide: true });
}

/** Problem profiles: drafted here; from then on they are products like packages. */
export const problemRoutes: readonly Route[] = [
  show({
    path: '/intelligence/problems/new',
    words: 'The figures and the form of a problem profile',
    permission: draftPackages,
    audit: 'intelligence-problem.form-shown',
    query: problemQuery,
    example: { query: { kind: 'waste' } },
    handle: (work, { query }, ask) => newPage(work, query, ask),
  }),
  act({
    ...{
      ...declared,
      path: '/intelligence/problems',
      body: problemSchema,
      example: { body: problemExample },
    },
    handle: async (work, { body }) =>
      redirect(`/intelligence/packages/${demand(await draftProblem(work, body)).id}`, {
        flash: 'Drafted. The manager authorises it',
      }),
    invalid: (work, { raw, problems }, ask) =>
      newPage(work, problemQuery.parse(raw), ask, { problems, typed: raw }),
  }),
  apiPost({
    ...{
      ...declared,
      path: '/api/v1/intelligence/problems',
      body: problemSchema,
      example: { body: problemExample },
    },
    output: draftWhole,
    handle: async (work, { body }) => drafted(work, demand(await draftProblem(work, body)).id),
  }),
];
