import { sql } from 'kysely';
import { z } from 'zod';
import { addDays } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { type Job, job, type Scheduled } from '../platform/jobs/declare.ts';
import { captureDays, photoDays } from './capture.words.ts';

/** Lets go of photographs whose notice never came, of the places of days that are over, and of deliveries of last year. */
async function forget(work: Work): Promise<void> {
  const today = work.clock.today();
  const before = (days: number) => addDays(today, -days);
  const photos = await sql`delete from field.photo where received_at < ${before(photoDays)}::date`.execute(
    work.db,
  );
  await sql`delete from field.place_screening where on_day < ${before(photoDays)}::date`.execute(work.db);
  const captures =
    await sql`delete from field.capture where delivered_at < ${before(captureDays)}::date`.execute(work.db);
  work.note.detail = { photos: Number(photos.numAffectedRows), captures: Number(captures.numAffectedRows) };
}

/** What comes round for telephones by itself. */
export const fieldJobs: readonly Job[] = [
  job({
    name: 'forget-field',
    words: 'Lets go of photographs from telephones whose notice never came',
    side: 'WORKER',
    audit: 'field.forgotten',
    payload: z.looseObject({}),
    run: (work) => forget(work),
  }),
];
export const fieldSchedule: readonly Scheduled[] = [{ at: '50 3 * * *', job: 'forget-field' }];
