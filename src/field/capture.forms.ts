import { z } from 'zod';
import { draftSchema, optional, text } from '../enforcement/index.ts';
import { patrolSchema, timeSchema } from '../jet/index.ts';
import { stopSchema } from '../operations/index.ts';
import { taskNoteSchema, taskResultSchema } from '../tasking/index.ts';
import { mostPhotos } from './capture.words.ts';

const id = z.uuid('This has no number. Write it anew');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'The hash of the photo is missing. Take it anew');
/** By the telephone's own clock, which may be wrong: it is kept as it was told. */
const instant = z.iso.datetime('The time is missing. Write it anew').transform((iso) => new Date(iso));

const photo = z.object({
  id,
  sha256,
  takenAt: instant,
  words: text('what the photo shows', 300).default(''),
});
const signerName = text('the name', 120).pipe(z.string().min(2, 'Enter the name of whoever signs'));
const signature = z.discriminatedUnion('how', [
  z.object({ how: z.literal('drawn'), name: signerName, id, sha256, takenAt: instant }),
  z.object({ how: z.literal('typed'), name: signerName }),
  z.object({ how: z.literal('declined') }),
]);
const degrees = (most: number) => z.number().min(-most).max(most);
const noticeSchema = z.object({
  draft: draftSchema,
  /** Where the telephone says it was. A postcode that is typed comes before it. */
  point: z.object({ lon: degrees(180), lat: degrees(90), accuracy: z.number().min(0).max(1e6) }).optional(),
  statement: optional(text('the statement', 1000)),
  photos: z.array(photo).max(mostPhotos, `Keep ${mostPhotos} photos or fewer`).default([]),
  signature: signature.optional(),
});
export type NoticeInput = z.output<typeof noticeSchema>;

const patrolCapture = z.object({ patrolPlanId: z.uuid('Choose the plan'), patrol: patrolSchema });
const stopCapture = z.object({ operationId: z.uuid('Choose the day of action'), stop: stopSchema });
const noteCapture = z.object({ taskId: z.uuid('Choose the task'), note: taskNoteSchema });
/** What was set aside when two results met, in the words it had. */
const setAside = optional(text('what was set aside', 2000));
const resultCapture = z.object({
  taskId: z.uuid('Choose the task'),
  result: taskResultSchema,
  setAside,
  /** The other's result stands: only what is set aside is written down. */
  isTheirs: z.boolean().default(false),
});
export type ResultInput = z.output<typeof resultCapture>;

const common = {
  id,
  /** Who wrote it. A telephone on which somebody else has signed in since delivers nothing in their name. */
  officerId: z.uuid('It is not known who wrote this. Write it anew'),
  capturedAt: instant,
};
/** One thing written on a telephone. The id is the telephone's own: delivered twice, it is recorded once. */
export const captureSchema = z.discriminatedUnion(
  'kind',
  [
    z.object({ ...common, kind: z.literal('notice'), body: noticeSchema }),
    z.object({ ...common, kind: z.literal('time'), body: timeSchema }),
    z.object({ ...common, kind: z.literal('patrol'), body: patrolCapture }),
    z.object({ ...common, kind: z.literal('stop'), body: stopCapture }),
    z.object({ ...common, kind: z.literal('task-note'), body: noteCapture }),
    z.object({ ...common, kind: z.literal('task-result'), body: resultCapture }),
  ],
  'This kind of thing cannot be delivered',
);
export type Capture = z.output<typeof captureSchema>;

/** A photograph or a drawn signature, with its hash as the telephone made it. */
export const photoSchema = z.object({ id, officerId: common.officerId, sha256 });
