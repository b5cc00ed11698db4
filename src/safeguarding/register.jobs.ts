import { sql } from 'kysely';
import { z } from 'zod';
import { type Job, job, type Scheduled } from '../platform/jobs/declare.ts';
import { addEvent, askedAgainOn, familyOf } from './file.store.ts';
import { hasLostAgain } from './loss.store.ts';
import { screenPlannedVisits } from './screening.commands.ts';

/** What comes round by itself for people on the register. */
export const registerJobs: readonly Job[] = [
  job({
    name: 'repeat-checks-due',
    words:
      'Says of whom it is a year since they were supported, so that somebody asks whether it has happened again',
    side: 'WORKER',
    audit: 'register.repeat-checks-due',
    payload: z.object({}),
    run: async (work) => {
      const today = work.clock.today();
      const { rows } = await sql<{ id: string; agencyId: string }>`
        select f.id, f.agency_id from safeguarding.victim_file f where ${askedAgainOn} <= ${today}::date and f.joined_into is null
          and not exists (select 1 from safeguarding.event e where e.file_id = f.id and e.kind = 'repeat-due'
            and (e.at at time zone 'Europe/London')::date >= ${askedAgainOn})`.execute(work.db);
      for (const { id, agencyId } of rows) {
        const isAgain = await hasLostAgain(work, (await familyOf(work, id)).ids);
        if (isAgain)
          await sql`update safeguarding.victim_file set is_revictimised = true, version = version + 1 where id = ${id} and not is_revictimised`.execute(
            work.db,
          );
        await addEvent(
          work,
          { id, agencyId },
          {
            kind: 'repeat-due',
            words: isAgain
              ? 'A year since they were supported: a loss since then is written down. Ask them, and note what they say.'
              : 'A year since they were supported: ask whether it has happened again.',
          },
        );
      }
      work.note.detail.due = rows.length;
    },
  }),
  job({
    name: 'screen-planned-visits',
    words:
      'Holds everybody with a visit to come against warning markers anew, and stops visits that are not safe',
    side: 'WORKER',
    audit: 'screening.made-by-itself',
    payload: z.object({}),
    run: async (work) => {
      work.note.detail.people = await screenPlannedVisits(work);
    },
  }),
];

export const registerSchedule: readonly Scheduled[] = [
  { at: '10 4 * * *', job: 'repeat-checks-due' },
  { at: '30 4 * * *', job: 'screen-planned-visits' },
];
