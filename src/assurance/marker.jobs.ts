import { sql } from 'kysely';
import { z } from 'zod';
import { adoptedModel, openModel } from '../linkage/index.ts';
import { addDays } from '../platform/clock/clock.ts';
import type { Work } from '../platform/http/work.ts';
import { type Job, job, type Scheduled } from '../platform/jobs/declare.ts';
import { queueMail } from '../platform/mail/mail.store.ts';
import { shippedNumbers } from './marker.rules.ts';
import { addMarkerEvent } from './marker.store.ts';
import { numberOf } from './number.store.ts';
import { enginesFields } from './screen.weigh.ts';

interface Due {
  id: string;
  agencyId: string;
  reference: string;
  reviewOn: string;
  email: string | null;
}

/**
 * Makes the keys under which the engine finds markers anew, by the model that judges now; until it is done, markers keyed
 * under another model are held against everybody. Ended markers are met by nobody and stay as they are. Safe to run again.
 */
async function keyMarkers(work: Work): Promise<void> {
  const model = await adoptedModel(work);
  if (!model) return;
  const open = openModel(model.document);
  const { rows } = await sql<Parameters<typeof enginesFields>[0] & { id: string }>`
    select m.id, m.name, m.date_of_birth, m.address, m.postcode from assurance.marker m
    where m.ended_at is null and m.name <> '' and m.keys_model_id is distinct from ${model.id} order by m.id`.execute(
    work.db,
  );
  for (const marker of rows)
    await work.db
      .updateTable('assurance.marker')
      .set({ keys: open.keysOf(enginesFields(marker)), keysModelId: model.id })
      .where('id', '=', marker.id)
      .execute();
  work.note.detail = { model: model.number, markers: rows.length };
}

/**
 * Reminds whoever set a marker of its review day, once before it; from that day on the marker is shown to nobody. And keys
 * markers anew when a model was adopted.
 */
export const markerJobs: readonly Job[] = [
  job({
    name: 'markers-due',
    words: 'Reminds the keepers of warning markers that a review day is near',
    side: 'WORKER',
    audit: 'marker.reviews-reminded',
    payload: z.object({}),
    run: async (work, _payload, { publicUrl }) => {
      const today = work.clock.today();
      const { rows } =
        await sql<Due>`select m.id, m.agency_id, m.reference, m.review_on, o.email from assurance.marker m
        join assurance.marker_detail d on d.marker_id = m.id join directory.officer o on o.id = m.set_by
        where m.ended_at is null and m.review_on <= ${today}::date + ${shippedNumbers['remind-days'].most}::int
          and d.reminded_for is distinct from m.review_on order by m.review_on, m.id`.execute(work.db);
      let reminded = 0;
      for (const marker of rows) {
        if (marker.reviewOn > addDays(today, await numberOf(work, 'remind-days', marker.agencyId))) continue;
        await sql`update assurance.marker_detail set reminded_for = ${marker.reviewOn}::date where marker_id = ${marker.id}`.execute(
          work.db,
        );
        await addMarkerEvent(work, marker, {
          kind: 'reminded',
          words: `Reminded of the review day ${marker.reviewOn}`,
        });
        reminded += 1;
        if (!marker.email) continue;
        await queueMail(work, {
          toAddress: marker.email,
          subject: `Marker ${marker.reference} is to be reviewed`,
          body: `Review it, or end it, before its day: ${publicUrl}/markers/${marker.id}`,
          reason: 'marker to be reviewed',
          recordKind: 'marker',
          recordId: marker.id,
          isRestricted: true,
        });
      }
      work.note.detail.reminded = reminded;
    },
  }),
  job({
    name: 'model-adopted',
    words: 'Keys warning markers anew by the model that judges now',
    side: 'WORKER',
    audit: 'marker.keyed',
    payload: z.object({ modelId: z.uuid() }),
    run: keyMarkers,
  }),
];

export const markerSchedule: readonly Scheduled[] = [{ at: '20 4 * * *', job: 'markers-due' }];
