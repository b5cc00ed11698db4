import { sql } from 'kysely';
import { dutiesWeekday } from '../../reference/jet.ts';
import { addDays, type Day, weekdayOf } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { queueMail } from '../platform/mail/mail.store.ts';
import { dayWords } from '../platform/ui/index.ts';

interface Due {
  teamId: string;
  teamName: string;
  serviceId: string;
  email: string;
  policeId: string;
  policeName: string;
  policeEmail: string;
}
interface OnDuty {
  serviceId: string;
  onDay: Day;
  name: string;
  startsAt: string;
  endsAt: string;
}
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const dayOfWeek = (day: Day): string => `${weekdays[weekdayOf(day) - 1]} ${dayWords(day)}`;

/** A roster in words, a line a day: the names of those on duty and when, and nothing else of them. */
export function rosterWords(name: string, shifts: readonly OnDuty[]): string {
  if (shifts.length === 0) return `${name}: no roster is entered for this week.`;
  const days = [...new Set(shifts.map(({ onDay }) => onDay))].sort();
  const lines = days.map(
    (day) =>
      `${dayOfWeek(day)}: ${shifts
        .filter(({ onDay }) => onDay === day)
        .map((one) => `${one.name} ${one.startsAt} to ${one.endsAt}`)
        .join(', ')}`,
  );
  return [`${name}:`, ...lines].join('\n');
}

/** From the weekday on which duties go out, those of the week after, to both supervisors, once (S2-09). A day missed is made up. */
export async function sendDuties(work: Work, publicUrl: string): Promise<void> {
  const today = work.clock.today();
  if (weekdayOf(today) < dutiesWeekday) return;
  const weekOn = addDays(today, 8 - weekdayOf(today));
  const { rows } =
    await sql<Due>`select t.id as team_id, t.name as team_name, t.service_id, v.email, n.id as police_id, n.name as police_name, n.email as police_email
    from jet.team t join directory.service v on v.id = t.service_id join directory.service n on n.id = t.neighbourhood_service_id
    join directory.agency p on p.id = n.agency_id and p.kind = 'police' order by t.id`.execute(work.db);
  let sent = 0;
  for (const due of rows) {
    const noted = await work.db
      .insertInto('jet.dutiesSent')
      .values({ teamId: due.teamId, weekOn, sentAt: work.clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (noted.numInsertedOrUpdatedRows !== 1n) continue;
    const { rows: shifts } =
      await sql<OnDuty>`select s.service_id, s.on_day, o.name, s.starts_at, s.ends_at from jet.shift s
      join directory.officer o on o.id = s.officer_id and o.is_active and o.agency_id = s.agency_id
      where s.service_id in (${due.serviceId}, ${due.policeId}) and s.on_day between ${weekOn}::date and ${addDays(weekOn, 6)}::date
      order by s.on_day, s.starts_at, o.name`.execute(work.db);
    const of = (serviceId: string) => shifts.filter((one) => one.serviceId === serviceId);
    const body = [
      `Who is on duty in the week of ${dayWords(weekOn)}.`,
      rosterWords(due.teamName, of(due.serviceId)),
      rosterWords(due.policeName, of(due.policeId)),
      `Rosters are kept at ${publicUrl}/teams/duties`,
    ].join('\n\n');
    for (const toAddress of [due.email, due.policeEmail])
      await queueMail(work, {
        ...{
          toAddress,
          subject: `Duties for the week of ${dayWords(weekOn)}`,
          body,
          reason: 'duties of the week',
        },
        ...{ recordKind: 'team', recordId: due.teamId, isRestricted: false },
      });
    sent += 1;
  }
  work.note.detail.sent = sent;
}
