import { createHash } from 'node:crypto';
import { mayUse } from '../platform/access/permission.ts';
import { failed, ok, type Result, refusedByRule } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import type { Capture } from './capture.forms.ts';
import { captureKinds, type Made } from './capture.kinds.ts';
import { addCapture, type Delivered, findCapture, holdCapture } from './capture.store.ts';
import type { Conflict } from './result.commands.ts';

/** What somebody wrote is delivered as theirs or not at all, whoever has signed in on their telephone since. */
export const asWriter = (work: Work, writer: string): Result<undefined> =>
  officerOf(work).officerId === writer
    ? ok(undefined)
    : refusedByRule(
        'field.other-person',
        'Somebody else wrote this.',
        'They sign in on this telephone, and it is delivered as theirs.',
      );

/** It was delivered, its answer was lost on the way, and its writer changed it meanwhile: they are told, and nothing is passed over. */
const deliveredAlready = ({ words, reference }: Delivered) =>
  refusedByRule(
    'field.delivered-already',
    `This was delivered before you changed it: ${words}.`,
    `Change it there${reference ? `, in ${reference}` : ''}, then take this off your telephone.`,
  );

/**
 * Delivers one thing that was written on a telephone: once, however often it is sent. It becomes what it would have become on
 * its own page, by the same command and the same permission. A refusal records nothing, so that it can be mended and sent again.
 */
export async function deliver(work: Work, capture: Capture): Promise<Result<Delivered | Conflict>> {
  const { permission } = captureKinds[capture.kind];
  const viewer = officerOf(work);
  work.note.detail.kind = capture.kind;
  if (!mayUse(viewer, permission))
    return failed({
      kind: 'not-allowed',
      words: `Your role does not include this: ${permission.words.toLowerCase()}.`,
      whoCan: permission.roles.join(', '),
    });
  const own = asWriter(work, capture.officerId);
  if (!own.ok) return own;
  await holdCapture(work, capture.id);
  const before = await findCapture(work, capture.id);
  const bodySha256 = createHash('sha256').update(JSON.stringify(capture.body)).digest('hex');
  if (before) {
    about(work, before.recordKind, before.recordId, { isAgain: true });
    return before.bodySha256 === bodySha256 ? ok(before) : deliveredAlready(before);
  }
  const made = await run(work, capture);
  if (!made.ok) return made;
  if ('conflict' in made.value) {
    work.note.detail.isConflict = true;
    return ok(made.value);
  }
  const { as, ...record } = made.value;
  const { id, kind, capturedAt } = capture;
  await addCapture(work, { id, kind, capturedAt, bodySha256, ...record });
  about(work, record.recordKind, record.recordId, { as, capturedAt: capturedAt.toISOString() });
  return ok({ id, kind, bodySha256, ...record, deliveredAt: work.clock.now() });
}

/** Each kind by its own line of the table; the compiler follows the kind, not the pair. */
function run(work: Work, capture: Capture): Promise<Result<Made | Conflict>> {
  switch (capture.kind) {
    case 'notice':
      return captureKinds.notice.run(work, capture);
    case 'time':
      return captureKinds.time.run(work, capture);
    case 'patrol':
      return captureKinds.patrol.run(work, capture);
    case 'stop':
      return captureKinds.stop.run(work, capture);
    case 'task-note':
      return captureKinds['task-note'].run(work, capture);
    case 'task-result':
      return captureKinds['task-result'].run(work, capture);
  }
}
