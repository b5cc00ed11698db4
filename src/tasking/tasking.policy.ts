import { type RawBuilder, sql } from 'kysely';
import { caseworkers, meetingRunners } from '../directory/index.ts';
import { allOf, anyOf, isOneOf, nobody, type Policy } from '../platform/access/policy.ts';
import { hasRole, type Viewer } from '../platform/access/viewer.ts';
import { meetingReaders } from './tasking.permissions.ts';

/** What decides who sees a meeting. */
export interface MeetingSubject {
  memberServiceIds: readonly string[];
  chairAgencyId: string;
}
/** What decides who sees an agenda item or a decision of a meeting. */
export interface PaperSubject extends MeetingSubject {
  isPersonal: boolean;
  /** The services on the case that it is about. */
  caseServiceIds: readonly string[];
}
/** What decides who sees a task. */
export interface TaskSubject {
  isPersonal: boolean;
  caseServiceIds: readonly string[];
  /** Members of the meeting that set it. */
  memberServiceIds: readonly string[];
  agencyId: string;
  setByAgencyId: string;
}

const isSystem = (viewer: Viewer): boolean =>
  viewer.kind === 'system' && (viewer.side === 'WORKER' || viewer.side === 'OPS');
const shares = (left: readonly string[], right: readonly string[]): boolean =>
  left.some((id) => right.includes(id));
const ids = (values: readonly string[]) => sql`${[...values]}::uuid[]`;

const memberOf = (seriesId: string, serviceIds: readonly string[]): RawBuilder<boolean> =>
  sql`exists (select 1 from tasking.series_member zm where zm.series_id = ${sql.ref(seriesId)} and zm.service_id = any(${ids(serviceIds)}))`;
const onCase = (alias: string, serviceIds: readonly string[]): RawBuilder<boolean> =>
  sql`exists (select 1 from enforcement.case_service zc where zc.case_id = ${sql.ref(`${alias}.caseId`)} and zc.service_id = any(${ids(serviceIds)}))`;

/** A meeting is seen by the services that sit at it and by the agency that chairs it. The alias has a `series_id`. */
export const meetingPolicy: Policy<MeetingSubject> = {
  name: 'tasking.meeting',
  can(viewer, subject) {
    if (viewer.kind !== 'officer') return isSystem(viewer);
    return (
      hasRole(viewer, ...meetingReaders) &&
      (subject.chairAgencyId === viewer.agencyId || shares(subject.memberServiceIds, viewer.serviceIds))
    );
  },
  visible(viewer, alias) {
    if (viewer.kind !== 'officer') return isSystem(viewer) ? sql`TRUE` : nobody;
    if (!hasRole(viewer, ...meetingReaders)) return nobody;
    return anyOf(
      memberOf(`${alias}.seriesId`, viewer.serviceIds),
      sql`exists (select 1 from tasking.series zs where zs.id = ${sql.ref(`${alias}.seriesId`)} and zs.chair_agency_id = ${viewer.agencyId})`,
    );
  },
};

/**
 * An item or decision is seen by whoever sees its meeting; one about identifiable people only by the services on its
 * case, whoever else sits at the meeting (R18). The alias has `meeting_id`, `case_id` and `is_personal`.
 */
export const paperPolicy: Policy<PaperSubject> = {
  name: 'tasking.paper',
  can(viewer, subject) {
    if (viewer.kind !== 'officer') return isSystem(viewer);
    if (subject.isPersonal)
      return hasRole(viewer, ...caseworkers) && shares(subject.caseServiceIds, viewer.serviceIds);
    return meetingPolicy.can(viewer, subject);
  },
  visible(viewer, alias) {
    if (viewer.kind !== 'officer') return isSystem(viewer) ? sql`TRUE` : nobody;
    const isPersonal = sql.ref(`${alias}.isPersonal`);
    const meeting = sql<boolean>`exists (select 1 from tasking.meeting zy where zy.id = ${sql.ref(`${alias}.meetingId`)} and ${meetingPolicy.visible(viewer, 'zy')})`;
    const personal = hasRole(viewer, ...caseworkers) ? onCase(alias, viewer.serviceIds) : nobody;
    return anyOf(allOf(sql`${isPersonal}`, personal), allOf(sql`not ${isPersonal}`, meeting));
  },
};

/** The analyst counts tasks and opens none about people. */
const taskReaders = [...caseworkers, 'performance-analyst'] as const;

/** A task is seen by the agency that was given it, the one that set it and the members of its meeting; a personal one by the services on its case. */
export const taskPolicy: Policy<TaskSubject> = {
  name: 'tasking.task',
  can(viewer, subject) {
    if (viewer.kind !== 'officer') return isSystem(viewer);
    if (!hasRole(viewer, ...taskReaders)) return false;
    if (subject.isPersonal)
      return hasRole(viewer, ...caseworkers) && shares(subject.caseServiceIds, viewer.serviceIds);
    return (
      [subject.agencyId, subject.setByAgencyId].includes(viewer.agencyId) ||
      shares(subject.memberServiceIds, viewer.serviceIds)
    );
  },
  visible(viewer, alias) {
    if (viewer.kind !== 'officer') return isSystem(viewer) ? sql`TRUE` : nobody;
    if (!hasRole(viewer, ...taskReaders)) return nobody;
    const isPersonal = sql.ref(`${alias}.isPersonal`);
    const own = [viewer.agencyId];
    return anyOf(
      allOf(sql`${isPersonal}`, hasRole(viewer, ...caseworkers) ? onCase(alias, viewer.serviceIds) : nobody),
      allOf(
        sql`not ${isPersonal}`,
        anyOf(
          isOneOf(`${alias}.agencyId`, own),
          isOneOf(`${alias}.setByAgencyId`, own),
          memberOf(`${alias}.seriesId`, viewer.serviceIds),
        ),
      ),
    );
  },
};

/** Runs a meeting: holds the role, and chairs it or sits at it. */
export const mayRunMeeting = (viewer: Viewer, subject: MeetingSubject): boolean =>
  viewer.kind === 'officer' && hasRole(viewer, ...meetingRunners) && meetingPolicy.can(viewer, subject);

/** Whether a personal item may be shown on the wall: everybody present is on its case, and somebody is present. */
export const mayShowInRoom = (
  item: { isPersonal: boolean; caseServiceIds: readonly string[] },
  presentServiceIds: readonly string[],
): boolean =>
  !item.isPersonal ||
  (presentServiceIds.length > 0 && presentServiceIds.every((id) => item.caseServiceIds.includes(id)));
