import { sql } from 'kysely';
import { hasRole } from '../platform/access/viewer.ts';
import { notFound, ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { teamReaders } from './jet.permissions.ts';

/** A joint enforcement team as the register has it. */
export interface Team {
  id: string;
  agencyId: string;
  agencyName: string;
  serviceId: string;
  name: string;
  areaCode: string;
  areaName: string | null;
  startedYear: number | null;
  posts: number | null;
  neighbourhoodServiceId: string | null;
  neighbourhoodServiceName: string | null;
  taskingRoute: string;
  version: number;
}

/** The register of teams: for everybody on the side of operations who may open it, whichever agency's. */
export async function listTeams(work: Work, only: { agencyId?: string; id?: string } = {}): Promise<Team[]> {
  const { rows } =
    await sql<Team>`select t.id, t.agency_id, a.name as agency_name, t.service_id, t.name, t.area_code, g.name as area_name,
      t.started_year, t.posts, t.neighbourhood_service_id, n.name as neighbourhood_service_name, t.tasking_route, t.version
    from jet.team t join directory.agency a on a.id = t.agency_id left join directory.area g on g.code = t.area_code
    left join directory.service n on n.id = t.neighbourhood_service_id
    where ${only.agencyId ? sql`t.agency_id = ${only.agencyId}` : sql`true`} and ${only.id ? sql`t.id = ${only.id}` : sql`true`}
    order by t.started_year nulls last, t.name, t.id`.execute(work.db);
  return rows;
}

/** The teams of the viewer's own agency. */
export const ownTeams = (work: Work): Promise<Team[]> =>
  hasRole(work.viewer, ...teamReaders)
    ? listTeams(work, { agencyId: officerOf(work).agencyId })
    : Promise.resolve([]);

/** A team of the viewer's own agency; of another there is none. */
export async function ownTeam(work: Work, id: string): Promise<Result<Team>> {
  const team = (await listTeams(work, { id, agencyId: officerOf(work).agencyId }))[0];
  return team ? ok(team) : notFound;
}

/** The team that the viewer serves in. */
export async function myTeam(work: Work): Promise<Result<Team>> {
  const { serviceIds } = officerOf(work);
  const teams = await listTeams(work, { agencyId: officerOf(work).agencyId });
  const team = teams.find(({ serviceId }) => serviceIds.includes(serviceId));
  return team
    ? ok(team)
    : refusedByRule(
        'jet.no-team',
        'You are in no joint enforcement team.',
        'Ask a directory administrator to put you in the team’s service, or its supervisor to enter the team in the register.',
      );
}
