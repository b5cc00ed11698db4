import { listAgencies, listAreas, listServices } from '../directory/index.ts';
import { changeRow } from '../platform/database/change.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { listTeams, ownTeam, type Team } from './team.store.ts';

export interface TeamInput {
  name: string;
  areaCode: string;
  startedYear?: number | undefined;
  posts?: number | undefined;
  neighbourhoodServiceId?: string | undefined;
  taskingRoute: string;
}
async function against(work: Work, input: TeamInput) {
  if (input.startedYear !== undefined && input.startedYear > Number(work.clock.today().slice(0, 4)) + 1)
    return invalid({ field: 'startedYear', words: 'The year must be next year or before' });
  const today = work.clock.today();
  if (!(await listAreas(work.db, 'district', today)).some(({ code }) => code === input.areaCode))
    return invalid({ field: 'areaCode', words: 'Choose the area from the list' });
  if (!input.neighbourhoodServiceId) return undefined;
  // The duties of the team that is named go to this one each week: of the police alone, and of no other council's service.
  const service = (await listServices(work.db, today)).find(({ id }) => id === input.neighbourhoodServiceId);
  const agency = (await listAgencies(work.db, today)).find(({ id }) => id === service?.agencyId);
  if (agency?.kind !== 'police')
    return invalid({ field: 'neighbourhoodServiceId', words: 'Choose the police team from the list' });
  return undefined;
}
const columns = ({ startedYear, posts, neighbourhoodServiceId, ...rest }: TeamInput) => ({
  ...rest,
  startedYear: startedYear ?? null,
  posts: posts ?? null,
  neighbourhoodServiceId: neighbourhoodServiceId ?? null,
});

/** Enters a team of the viewer's own agency in the register, by its service. */
export async function addTeam(work: Work, input: TeamInput & { serviceId: string }): Promise<Result<Team>> {
  const { agencyId } = officerOf(work);
  const { serviceId, ...rest } = input;
  const service = (await listServices(work.db, work.clock.today())).find(({ id }) => id === serviceId);
  if (service?.agencyId !== agencyId)
    return invalid({ field: 'serviceId', words: 'Choose a service of your agency' });
  const wrong = await against(work, rest);
  if (wrong) return wrong;
  const id = work.ids.next();
  const added = await work.db
    .insertInto('jet.team')
    .values({ ...columns(rest), id, agencyId, serviceId })
    .onConflict((conflict) => conflict.column('serviceId').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n)
    return refusedByRule(
      'team.there',
      'This service is in the register already.',
      'Change its line instead.',
    );
  about(work, 'team', id);
  return ownTeam(work, id);
}

/** Changes the line of a team of the viewer's own agency. */
export async function editTeam(
  work: Work,
  input: TeamInput & { teamId: string; version: number },
): Promise<Result<Team>> {
  const team = (await listTeams(work, { id: input.teamId }))[0];
  if (!team) return notFound;
  about(work, 'team', team.id);
  if (team.agencyId !== officerOf(work).agencyId)
    return refusedByRule('team.other-agency', `This is a team of ${team.agencyName}.`, 'They keep its line.');
  const { teamId: _, version, ...rest } = input;
  const wrong = await against(work, rest);
  if (wrong) return wrong;
  if (team.version !== version || !(await changeRow(work.db, 'jet.team', team, columns(rest))))
    return stale('Somebody changed this line meanwhile. Look again, then try again.');
  const now = await ownTeam(work, team.id);
  return now.ok ? ok(now.value) : now;
}
