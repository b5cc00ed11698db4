import { z } from 'zod';
import { listAgencies, listAreas, listServices } from '../directory/index.ts';
import { optional, text } from '../enforcement/index.ts';
import { mayUse } from '../platform/access/permission.ts';
import { demand } from '../platform/failures/failures.ts';
import type { Again } from '../platform/http/again.ts';
import { type Ask, act, apiGet, apiPost, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { asTyped } from '../platform/ui/index.ts';
import { jetExamples } from './jet.examples.ts';
import { keepTeams, readTeams } from './jet.permissions.ts';
import { addTeam, editTeam } from './team.commands.ts';
import { compareTeams } from './team.compare.ts';
import { TeamForm, TeamsPage } from './team.pages.tsx';
import { ownTeam, type Team } from './team.store.ts';
import { said, teamParams, version } from './time.forms.ts';

const whole = (words: string, most: number) =>
  z.coerce.number(words).int(words).min(0, words).max(most, words);
const fields = {
  name: said('the name', 100, 'Enter the name of the team'),
  areaCode: z.string('Choose the area').min(1, 'Choose the area').max(20),
  startedYear: optional(
    whole('Enter a year, like 2014', 2100).pipe(z.number().min(1990, 'Enter a year, like 2014')),
  ),
  posts: optional(whole('Enter how many posts, like 5', 999)),
  neighbourhoodServiceId: optional(z.uuid('Choose the police team from the list')),
  taskingRoute: text('how it is tasked', 300).default(''),
};
const addSchema = z.object({ ...fields, serviceId: z.uuid('Choose a service of your agency') });
const editSchema = z.object({ ...fields, version });
const teamView = z.object({
  id: z.string(),
  name: z.string(),
  agencyName: z.string(),
  areaCode: z.string(),
  startedYear: z.number().nullable(),
  posts: z.number().nullable(),
  neighbourhoodServiceId: z.string().nullable(),
  taskingRoute: z.string(),
  version: z.number(),
});
const comparedView = z.object({
  team: teamView,
  isOwn: z.boolean(),
  officers: z.string(),
  vetted: z.string(),
  vettingUnknown: z.string(),
  vettingOther: z.string(),
  accredited: z.string(),
  accreditationEnded: z.string(),
  month: z.string().nullable(),
  split: z.string(),
  standing: z.string().nullable(),
});

async function formPage(work: Work, ask: Ask, again: Again, team?: Team) {
  const today = work.clock.today();
  const own = officerOf(work).agencyId;
  const services = await listServices(work.db, today);
  const police = (await listAgencies(work.db, today))
    .filter(({ kind }) => kind === 'police')
    .map(({ id }) => id);
  const title = team ? `Change the line of ${team.name}` : 'Enter a team';
  const body = (
    <TeamForm
      {...again}
      csrf={ask.csrf}
      title={title}
      action={team ? `/teams/${team.id}/edit` : '/teams'}
      hidden={team ? { version: team.version } : {}}
      areas={await listAreas(work.db, 'district', today)}
      services={team ? undefined : services.filter(({ agencyId }) => agencyId === own)}
      police={services.filter(({ agencyId }) => police.includes(agencyId))}
    />
  );
  return page(title, body, {
    back: { href: '/teams', text: 'Joint enforcement teams' },
    problems: again.problems,
  });
}
async function editPage(work: Work, teamId: string, ask: Ask, again?: Again) {
  const team = demand(await ownTeam(work, teamId));
  return formPage(work, ask, again ?? { problems: [], typed: asTyped({ ...team }) }, team);
}

/** The register of teams and their comparison: pages, and the same as JSON. */
export const teamRoutes: readonly Route[] = [
  show({
    path: '/teams',
    words: 'Joint enforcement teams beside each other',
    permission: readTeams,
    audit: 'team.compared',
    handle: async (work) => {
      const teams = await compareTeams(work);
      const body = <TeamsPage viewer={work.viewer} teams={teams} mayKeep={mayUse(work.viewer, keepTeams)} />;
      return page('Joint enforcement teams', body, { wide: true, marking: 'OFFICIAL-SENSITIVE' });
    },
  }),
  show({
    path: '/teams/new',
    words: 'The form for entering a team in the register',
    permission: keepTeams,
    audit: 'team.new-shown',
    handle: (work, _input, ask) => formPage(work, ask, { problems: [], typed: {} }),
  }),
  act({
    path: '/teams',
    words: 'Enter a team of your agency in the register',
    permission: keepTeams,
    audit: 'team.entered',
    body: addSchema,
    example: { body: jetExamples.team },
    handle: async (work, { body }) => {
      demand(await addTeam(work, body));
      return redirect('/teams', { flash: 'Entered' });
    },
    invalid: (work, { raw, problems }, ask) => formPage(work, ask, { problems, typed: raw }),
  }),
  show({
    path: '/teams/:teamId/edit',
    words: 'The form for changing a team’s line in the register',
    permission: keepTeams,
    audit: 'team.edit-shown',
    params: teamParams,
    handle: (work, { params }, ask) => editPage(work, params.teamId, ask),
  }),
  act({
    path: '/teams/:teamId/edit',
    words: 'Change your team’s line in the register',
    permission: keepTeams,
    audit: 'team.edited',
    params: teamParams,
    body: editSchema,
    example: { body: { ...jetExamples.teamLine, version: 1 } },
    handle: async (work, { params, body }) => {
      demand(await editTeam(work, { ...params, ...body }));
      return redirect('/teams', { flash: 'Saved' });
    },
    invalid: (work, { params, raw, problems }, ask) =>
      editPage(work, params.teamId, ask, { problems, typed: raw }),
  }),
  apiGet({
    path: '/api/v1/teams',
    words: 'Joint enforcement teams beside each other; small numbers of other agencies’ people left out',
    permission: readTeams,
    audit: 'team.compared',
    output: z.object({ teams: z.array(comparedView) }),
    handle: async (work) => ({ teams: await compareTeams(work) }),
  }),
  apiPost({
    path: '/api/v1/teams',
    words: 'Enter a team of your agency in the register',
    permission: keepTeams,
    audit: 'team.entered',
    body: addSchema,
    output: teamView,
    example: { body: jetExamples.team },
    handle: async (work, { body }) => demand(await addTeam(work, body)),
  }),
  apiPost({
    path: '/api/v1/teams/:teamId/edit',
    words: 'Change your team’s line in the register',
    permission: keepTeams,
    audit: 'team.edited',
    params: teamParams,
    body: editSchema,
    output: teamView,
    status: 200,
    example: { body: { ...jetExamples.teamLine, version: 1 } },
    handle: async (work, { params, body }) => demand(await editTeam(work, { ...params, ...body })),
  }),
];
