import { sql } from 'kysely';
import { invitationPolicy, powerPolicy, teamPolicy, timePolicy } from '../jet/index.ts';
import type { Source } from './sources.ts';
import { dayWithin } from './spans.ts';

/** Entries of the time log by their day: the team's for whoever leads or counts it, an officer's own for them. */
const time: Source = {
  from: sql`jet.time_entry f join jet.team t on t.id = f.team_id`,
  visible: (viewer) => timePolicy.visible(viewer, 'f'),
  id: sql`f.id`,
  day: sql`f.on_day`,
  stored: sql`f.on_day`,
  within: dayWithin('f.onDay'),
  district: sql`t.area_code`,
  label: sql`replace(f.activity, '-', ' ')`,
  what: sql`f.minutes || ' minutes, ' || replace(f.counts_as, '-', ' ')`,
  href: sql`'/teams/time/' || f.id`,
  recordKind: 'own agency alone',
  readers: ['performance-analyst', 'jet-officer', 'jet-supervisor', 'community-safety-coordinator'],
};
/** Patrols of patrol plans by their day. */
const patrol: Source = {
  ...time,
  // One whose time was withdrawn is none; its day is the one that the time says.
  from: sql`jet.patrol f join jet.plan p on p.id = f.plan_id join jet.time_entry e on e.id = f.entry_id and e.withdrawn_at is null`,
  day: sql`e.on_day`,
  stored: sql`e.on_day`,
  within: dayWithin('e.onDay'),
  visible: (viewer) => teamPolicy.visible(viewer, 'p'),
  district: sql`p.district_code`,
  label: sql`f.reference`,
  what: sql`p.title`,
  href: sql`'/teams/plans/' || f.plan_id`,
};
/** Invitations to training by the day of the session. */
const invitation: Source = {
  ...time,
  from: sql`jet.invitation f join jet.course c on c.id = f.course_id`,
  visible: (viewer) => invitationPolicy.visible(viewer, 'f'),
  day: sql`c.on_day`,
  stored: sql`c.on_day`,
  within: dayWithin('c.onDay'),
  district: sql`null::text`,
  hasNoDistrict: true,
  label: sql`c.reference`,
  what: sql`f.state`,
  href: sql`'/teams/training/' || f.course_id`,
};

const holdsAt = sql`(a.withdrawn_on is null or a.withdrawn_on > m.day) and a.granted_on <= m.day and (a.expires_on is null or a.expires_on >= m.day)`;
/** Officers of a team as they stood on the last day of each of the last two years’ months, and today. */
const accreditation: Source = {
  ...time,
  from: sql`(select md5(o.id::text || m.day::text)::uuid as id, o.id as officer_id, o.agency_id, t.area_code, m.day,
      exists (select 1 from directory.authorisation a where a.officer_id = o.id and a.basis = 'csas' and ${holdsAt}) as holds,
      exists (select 1 from directory.authorisation a where a.officer_id = o.id and a.basis = 'csas' and ${holdsAt} and a.expires_on <= m.day + 90) as ends_soon,
      not exists (select 1 from directory.clearance c where c.officer_id = o.id and c.kind = 'vetting' and c.status <> 'unknown'
        and (c.granted_on is null or c.granted_on <= m.day)) as is_unknown
    from jet.team t join directory.service_member s on s.service_id = t.service_id join directory.officer o on o.id = s.officer_id and o.is_active
    cross join (select least((g + interval '1 month - 1 day')::date, platform.viewer_today()) as day
      from generate_series(date_trunc('month', platform.viewer_today()::timestamp) - interval '23 months', platform.viewer_today(), interval '1 month') g) m
    -- Kept whole: pulled apart, each condition would be planned once for every figure that asks for it.
    offset 0) f`,
  visible: (viewer) => powerPolicy.visible(viewer, 'f'),
  day: sql`f.day`,
  stored: sql`f.day`,
  within: dayWithin('f.day'),
  district: sql`f.area_code`,
  label: sql`'An officer'`,
  what: sql`case when f.holds then 'accredited' else 'not accredited' end || case when f.is_unknown then ', vetting not known' else '' end`,
  href: sql`'/teams/powers#officer-' || f.officer_id`,
};

/** What is counted of joint enforcement. */
export const jetSources = { time, patrol, invitation, accreditation } satisfies Record<string, Source>;
