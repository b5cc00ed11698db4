import { type RawBuilder, sql } from 'kysely';
import { officersOf } from '../directory/index.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { invitationPolicy } from './jet.policy.ts';

/** A training session of the viewer's agency, or one of another that is open to all. */
export interface Course {
  id: string;
  reference: string;
  agencyId: string;
  agencyName: string;
  title: string;
  subjects: string[];
  onDay: Day;
  place: string;
  isOpen: boolean;
  /** Of the viewer's own agency. */
  invited: number;
  came: number;
}
export const invitationStates = ['invited', 'attended', 'passed', 'absent'] as const;
export type InvitationState = (typeof invitationStates)[number];
export const invitationWords: Readonly<Record<InvitationState, string>> = {
  invited: 'Invited',
  attended: 'Came',
  passed: 'Came and passed',
  absent: 'Did not come',
};
export interface Invitation {
  id: string;
  courseId: string;
  officerId: string;
  officerName: string;
  state: InvitationState;
  onDay: Day;
  version: number;
}

async function coursesWhere(work: Work, part: RawBuilder<unknown>): Promise<Course[]> {
  const own = sql`${invitationPolicy.visible(work.viewer, 'i')} and i.course_id = c.id`;
  const { rows } =
    await sql<Course>`select c.id, c.reference, c.agency_id, a.name as agency_name, c.title, c.subjects, c.on_day, c.place, c.is_open,
      (select count(*)::int from jet.invitation i where ${own}) as invited,
      (select count(*)::int from jet.invitation i where ${own} and i.state in ('attended', 'passed')) as came
    from jet.course c join directory.agency a on a.id = c.agency_id
    where (${invitationPolicy.visible(work.viewer, 'c')} or c.is_open) and ${part} order by c.on_day desc, c.id limit 200`.execute(
      work.db,
    );
  return rows;
}
export const listCourses = (work: Work): Promise<Course[]> => coursesWhere(work, sql`true`);
export async function openCourse(work: Work, id: string): Promise<Result<Course>> {
  const [course] = await coursesWhere(work, sql`c.id = ${id}`);
  if (!course) return notFound;
  about(work, 'course', course.id);
  return ok(course);
}
/** Who of the viewer's agency was invited to a session. */
export async function listInvitations(
  work: Work,
  part: { courseId?: string; id?: string },
): Promise<Invitation[]> {
  const { rows } =
    await sql<Invitation>`select i.id, i.course_id, i.officer_id, o.name as officer_name, i.state, c.on_day, i.version
    from jet.invitation i join jet.course c on c.id = i.course_id join directory.officer o on o.id = i.officer_id
    where ${invitationPolicy.visible(work.viewer, 'i')} and ${part.id ? sql`i.id = ${part.id}` : sql`i.course_id = ${part.courseId ?? null}`}
    order by o.name, i.id limit 500`.execute(work.db);
  return rows;
}

const furthest = 732;
/** Puts on a session. */
export async function addCourse(
  work: Work,
  input: { title: string; subjects: readonly string[]; onDay: Day; place: string; isOpen: boolean },
): Promise<Result<Course>> {
  if (input.subjects.length === 0) return invalid({ field: 'subjects', words: 'Choose what it is about' });
  const today = work.clock.today();
  if (input.onDay < today)
    return invalid({
      field: 'onDay',
      words: 'The day must be today or later: nobody is invited to what is over',
    });
  if (input.onDay > addDays(today, furthest))
    return invalid({ field: 'onDay', words: 'The day must be within two years' });
  const { agencyId, officerId } = officerOf(work);
  const id = work.ids.next();
  const added = await work.db
    .insertInto('jet.course')
    .values({
      ...{
        ...input,
        subjects: [...new Set(input.subjects)],
        id,
        reference: work.ids.reference('TR'),
        agencyId,
      },
      ...{ madeBy: officerId, madeAt: work.clock.now() },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n)
    return invalid({
      field: 'title',
      words: 'A session of this title is put on that day: choose another title',
    });
  return openCourse(work, id);
}

/** Invites officers of the viewer's own agency; whoever is invited already stays so. */
export async function inviteOfficers(
  work: Work,
  input: { courseId: string; officerIds: readonly string[] },
): Promise<Result<Course>> {
  const found = await openCourse(work, input.courseId);
  if (!found.ok) return found;
  const viewer = officerOf(work);
  const wanted = [...new Set(input.officerIds)];
  const known = (await officersOf(work.db, [viewer.agencyId])).filter(({ id }) => wanted.includes(id));
  if (wanted.length === 0 || known.length !== wanted.length)
    return invalid({ field: 'officerIds', words: 'Choose officers of your agency' });
  if (found.value.onDay < work.clock.today())
    return refusedByRule('training.over', 'This session is over.', 'Put on another.');
  await work.db
    .insertInto('jet.invitation')
    .values(
      known.map(({ id: officerId }) => ({
        ...{ id: work.ids.next(), courseId: found.value.id, agencyId: viewer.agencyId, officerId },
        ...{ state: 'invited', invitedAt: work.clock.now() },
      })),
    )
    .onConflict((conflict) => conflict.columns(['courseId', 'officerId']).doNothing())
    .execute();
  return openCourse(work, found.value.id);
}

/** Says whether an officer of the viewer's agency came, and passed; from the day of the session on. */
export async function noteAttendance(
  work: Work,
  input: { invitationId: string; version: number; state: InvitationState },
): Promise<Result<Course>> {
  const [invitation] = await listInvitations(work, { id: input.invitationId });
  if (!invitation) return notFound;
  about(work, 'invitation', invitation.id);
  if (invitation.officerId === officerOf(work).officerId)
    return refusedByRule(
      'training.own',
      'Nobody says of their own training that they came or passed.',
      'Ask another who leads the team, or the community-safety co-ordinator.',
    );
  if (invitation.onDay > work.clock.today())
    return refusedByRule(
      'training.to-come',
      'The session is still to come.',
      'Say who came on its day or after.',
    );
  const set = { state: input.state, notedBy: officerOf(work).officerId };
  if (invitation.version !== input.version || !(await changeRow(work.db, 'jet.invitation', invitation, set)))
    return stale('Somebody changed this meanwhile. Look again, then try again.');
  return openCourse(work, invitation.courseId);
}
