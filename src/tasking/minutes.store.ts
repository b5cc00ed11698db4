import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Block } from '../platform/documents/model.ts';
import type { Work } from '../platform/http/work.ts';
import type { MinutesPart } from './minutes.ts';
import { paperPolicy, taskPolicy } from './tasking.policy.ts';

/** A piece of frozen minutes in one of its versions. */
export interface FrozenPart extends MinutesPart {
  version: number;
  sha256: string;
  madeAt: Date;
  madeByName: string | null;
  reason: string | null;
}

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Writes pieces down as the first version, at the instant the meeting was closed. What is written already stays. */
export async function freezeParts(
  work: Work,
  meeting: { id: string; closedAt: Date },
  parts: readonly MinutesPart[],
): Promise<void> {
  for (const { blocks, key, ...part } of parts) {
    const body = JSON.stringify(blocks);
    await work.db
      .insertInto('tasking.minutesPart')
      .values({
        id: work.ids.next(),
        meetingId: meeting.id,
        partKey: key,
        version: 1,
        ...part,
        body,
        sha256: fingerprint(body),
        madeAt: meeting.closedAt,
        writtenAt: work.clock.now(),
        madeBy: work.viewer.kind === 'officer' ? work.viewer.officerId : null,
        reason: null,
      })
      .onConflict((conflict) => conflict.columns(['meetingId', 'partKey', 'version']).doNothing())
      .execute();
  }
}

/** Every version of every piece that the viewer may see, oldest first. */
export async function listParts({ db, viewer }: Work, meetingId: string): Promise<FrozenPart[]> {
  const { rows } = await sql<Omit<FrozenPart, 'blocks'> & { body: string }>`
    select p.part_key as key, p.version, p.position, p.section, p.case_id, p.task_id, p.is_personal, p.body, p.sha256, p.made_at, o.name as made_by_name, p.reason
    from tasking.minutes_part p left join directory.officer o on o.id = p.made_by
    where p.meeting_id = ${meetingId} and ${paperPolicy.visible(viewer, 'p')}
      and (p.task_id is null or exists (select 1 from tasking.task t where t.id = p.task_id and ${taskPolicy.visible(viewer, 't')})) order by p.made_at, p.version, p.position, p.part_key`.execute(
    db,
  );
  // The body was written by freezeParts or correctPart from blocks.
  return rows.map(({ body, ...row }) => ({ ...row, blocks: JSON.parse(body) as readonly Block[] }));
}

/** Adds the next version of a piece; false when somebody else did a moment ago. */
export async function correctPart(
  work: Work,
  meetingId: string,
  part: FrozenPart,
  change: { blocks: readonly Block[]; reason: string; officerId: string },
): Promise<boolean> {
  const body = JSON.stringify(change.blocks);
  const done = await work.db
    .insertInto('tasking.minutesPart')
    .values({
      id: work.ids.next(),
      meetingId,
      partKey: part.key,
      version: part.version + 1,
      position: part.position,
      section: part.section,
      caseId: part.caseId,
      taskId: part.taskId,
      isPersonal: part.isPersonal,
      body,
      sha256: fingerprint(body),
      madeAt: work.clock.now(),
      writtenAt: work.clock.now(),
      madeBy: change.officerId,
      reason: change.reason,
    })
    .onConflict((conflict) => conflict.columns(['meetingId', 'partKey', 'version']).doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}
