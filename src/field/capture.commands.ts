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
  if (before) {
    about(work, before.recordKind, before.recordId, { isAgain: true });
    return ok(before);
  }
  const made = await run(work, capture);
  if (!made.ok) return made;
  if ('conflict' in made.value) {
    work.note.detail.isConflict = true;
    return ok(made.value);
  }
  const { as, ...record } = made.value;
  const { id, kind, capturedAt } = capture;
  await addCapture(work, { id, kind, capturedAt, ...record });
  about(work, record.recordKind, record.recordId, { as, capturedAt: capturedAt.toISOString() });
  return ok({ id, kind, ...record, deliveredAt: work.clock.now() });
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
