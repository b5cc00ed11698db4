import { timePolicy } from '../../src/jet/index.ts';
import type { Viewer } from '../../src/platform/access/viewer.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import { jetSamples } from '../support/sample-jet.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';

const nameOf = (id: string): string => `${id.slice(0, 4)}-${id.slice(4, 7)}`.toUpperCase();

/** What other agencies’ teams keep: time, findings, plans, duties, who was vetted and trained. The register of teams is everybody's. */
export async function hiddenJet(world: World, viewer: Viewer): Promise<Samples> {
  const own = viewer.kind === 'officer' ? viewer.agencyId : undefined;
  const others = await world.sql<{ id: string; service: string; officer: string }>(
    `select distinct on (a.id) a.id, v.id as service, o.id as officer from directory.agency a join directory.service v on v.agency_id = a.id
     join directory.officer o on o.agency_id = a.id where a.code in ('WEND', 'SALT', 'MCC') order by a.id, v.code, o.id`,
  );
  const s = jetSamples;
  const ids: Samples = {};
  for (const { id: agencyId, service, officer } of others) {
    if (agencyId === own) continue;
    const part = (what: string) => idFromName(`hidden jet ${what} ${agencyId}`);
    ids.timeEntryId ??= part('time');
    ids.patrolPlanId ??= part('plan');
    ids.shiftId ??= part('shift');
    ids.courseId ??= part('course');
    ids.invitationId ??= part('invitation');
    ids.reaccreditationId ??= part('reaccreditation');
    await world.sql(
      `insert into jet.plan (id, reference, team_id, agency_id, title, district_code, place, from_on, to_on, priority, lines, status, made_by, made_at)
       select $1, $2, team_id, $3, 'Hidden plan', district_code, place, from_on, to_on, priority, lines, status, made_by, made_at from jet.plan where id = $4`,
      [part('plan'), `PL-${nameOf(part('plan'))}`, agencyId, s.patrolPlanId],
    );
    await world.sql(
      `insert into jet.time_entry (id, team_id, agency_id, officer_id, on_day, activity, counts_as, minutes, made_at)
       select $1, team_id, $2, $3, on_day, 'surveys', 'street-scene', 777, made_at from jet.time_entry where id = $4`,
      [part('time'), agencyId, officer, s.timeEntryId],
    );
    await world.sql(
      `insert into jet.month (id, team_id, agency_id, month, enforcement_minutes, street_minutes, uncounted_minutes, untasked_minutes, officers,
         enforcement_percent, amber_points, standing, reason, closed_at, closed_by)
       values ($1, $2, $3, $5, 1, 776, 0, 0, 1, 75, 5, 'red', 'Hidden reason', now(), $4)`,
      [
        part('month'),
        s.teamId,
        agencyId,
        officer,
        `2020-0${others.findIndex(({ id }) => id === agencyId) + 1}-01`,
      ],
    );
    await world.sql(
      `insert into jet.review (id, reference, team_id, agency_id, from_on, to_on, counted_minutes, untasked_minutes, penalties, activities, finding, action, made_by, made_at)
       values ($1, $2, $3, $4, '2026-11-01', '2026-11-10', 777, 777, 7, '[]', 'Hidden finding', 'Hidden action', $5, '2026-11-11T09:00:00Z')`,
      [part('review'), `RV-${nameOf(part('review'))}`, s.teamId, agencyId, officer],
    );
    await world.sql(
      `insert into jet.shift (id, service_id, agency_id, officer_id, on_day, starts_at, ends_at) values ($1, $2, $3, $4, '2026-11-20', '07:07', '17:17')`,
      [part('shift'), service, agencyId, officer],
    );
    await world.sql(
      `insert into jet.course (id, reference, agency_id, title, subjects, on_day, place, is_open, made_by, made_at)
       select $1, $2, $3, 'Hidden session', subjects, on_day, place, false, made_by, made_at from jet.course where id = $4`,
      [part('course'), `TR-${nameOf(part('course'))}`, agencyId, s.courseId],
    );
    await world.sql(
      "insert into jet.invitation (id, course_id, agency_id, officer_id, state, invited_at) values ($1, $2, $3, $4, 'absent', now())",
      [part('invitation'), part('course'), agencyId, officer],
    );
    await world.sql(
      `insert into jet.power_use (id, reference, agency_id, officer_id, power, basis, authorisation_reference, district_code, used_at, words)
       values ($1, $2, $3, $4, 'csas.require-name', 'csas', 'HIDDEN/1', 'X', '2026-11-19T12:00:00Z', 'Hidden words')`,
      [part('use'), `PU-${nameOf(part('use'))}`, agencyId, officer],
    );
    // One that is under way: the force sees it once it is ready, and not before.
    await world.sql(
      `insert into jet.reaccreditation (id, reference, officer_id, agency_id, force_agency_id, status, vetted_on, opened_by, opened_at)
       select $1, $2, $4, $3, force_agency_id, 'open', vetted_on, opened_by, opened_at from jet.reaccreditation where id = $5 on conflict do nothing`,
      [
        part('reaccreditation'),
        `AC-${nameOf(part('reaccreditation'))}`,
        agencyId,
        officer,
        s.reaccreditationId,
      ],
    );
  }
  // A colleague's day is for whoever leads the team.
  const [colleague] = await world.sql<{ id: string; agencyId: string }>(
    `select o.id, o.agency_id as "agencyId" from directory.officer o join platform.account c on c.officer_id = o.id where c.username = 'sunita.supervisor'`,
  );
  if (colleague && !timePolicy.can(viewer, { agencyId: colleague.agencyId, officerId: colleague.id }))
    await world.sql(
      `insert into jet.time_entry (id, team_id, agency_id, officer_id, on_day, activity, counts_as, minutes, made_at)
       select $1, team_id, agency_id, $2, on_day, 'surveys', 'street-scene', 777, made_at from jet.time_entry where id = $3`,
      [idFromName('hidden jet colleague'), colleague.id, s.timeEntryId],
    );
  return ids;
}
