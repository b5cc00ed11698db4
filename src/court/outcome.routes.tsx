import { z } from 'zod';
import { demand } from '../platform/failures/failures.ts';
import { type Again, doneUnder } from '../platform/http/again.ts';
import { type Ask, act, apiGet, apiPost, type Route, show } from '../platform/http/declare.ts';
import { page } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { safeContactOf } from '../safeguarding/index.ts';
import { tellVictims } from './court.permissions.ts';
import { addVictim, openEnded, recordTold } from './outcome.commands.ts';
import { outcomeExamples, outcomeParams, toldParams, toldSchema, victimSchema } from './outcome.forms.ts';
import { OutcomePage, OutcomesPage, type VictimToTell } from './outcome.pages.tsx';
import { listEnded, tellingsOf } from './outcome.store.ts';

const marking = 'OFFICIAL-SENSITIVE';
async function victimsOf(work: Work, outcomeId: string): Promise<VictimToTell[]> {
  const tellings = await tellingsOf(work, outcomeId);
  const found: VictimToTell[] = [];
  for (const telling of tellings) {
    const contact = await safeContactOf(work, telling.fileId);
    // Whoever no longer keeps the file reads no contact, and so cannot tell them.
    if (contact) {
      const { method, times, noMessage, hidesAddress, mustNotKnow, phone } = contact;
      found.push({ ...telling, method, times, noMessage, hidesAddress, mustNotKnow, phone });
    }
  }
  return found;
}
interface FormAgain extends Again {
  form?: string;
}
async function shown(work: Work, id: string, ask: Ask, again: FormAgain = { problems: [], typed: {} }) {
  const one = demand(await openEnded(work, id));
  const body = <OutcomePage {...again} one={one} victims={await victimsOf(work, id)} csrf={ask.csrf} />;
  return page(`Outcome ${one.reference}`, body, {
    ...{ marking, problems: again.problems, back: { href: '/outcomes', text: 'Outcomes to tell' } },
  });
}
const done = doneUnder('/outcomes');
const rowShape = z.object({
  id: z.string(),
  reference: z.string(),
  agencyName: z.string(),
  result: z.string(),
  courtName: z.string(),
  onDay: z.string(),
  victimWords: z.string(),
  told: z.number(),
  of: z.number(),
});
const wholeShape = rowShape.extend({
  victims: z.array(
    z.object({
      fileId: z.string(),
      reference: z.string(),
      name: z.string(),
      method: z.string(),
      noMessage: z.boolean(),
      hidesAddress: z.boolean(),
      mustNotKnow: z.string(),
      channel: z.string().nullable(),
      words: z.string(),
    }),
  ),
});
const asJson = async (work: Work, id: string) => ({
  ...demand(await openEnded(work, id)),
  victims: await victimsOf(work, id),
});

/** Victims are told what came of it: on the safeguarding side, by safe contact. */
export const outcomeRoutes: readonly Route[] = [
  show({
    path: '/outcomes',
    words: 'Cases that ended at court, whose victims are to be told',
    permission: tellVictims,
    audit: 'outcome.listed',
    handle: async (work) =>
      page('Outcomes to tell', <OutcomesPage ended={await listEnded(work)} />, { marking, wide: true }),
  }),
  show({
    path: '/outcomes/:outcomeId',
    words: 'One outcome: what victims are told, who is to be told and who was',
    permission: tellVictims,
    audit: 'outcome.opened',
    params: outcomeParams,
    handle: (work, { params }, ask) => shown(work, params.outcomeId, ask),
  }),
  act({
    path: '/outcomes/:outcomeId/victims',
    words: 'Name somebody of the register who is to be told of an outcome',
    permission: tellVictims,
    audit: 'outcome.victim-named',
    params: outcomeParams,
    body: victimSchema,
    example: { body: outcomeExamples.victim },
    handle: async (work, { params, body }) => done(await addVictim(work, { ...params, ...body }), 'Added'),
    invalid: (work, { params, raw, problems }, ask) =>
      shown(work, params.outcomeId, ask, { problems, typed: raw, form: 'victim' }),
  }),
  act({
    path: '/outcomes/:outcomeId/victims/:victimFileId',
    words: 'Record that a victim was told, in a way that their safe contact allows',
    permission: tellVictims,
    audit: 'outcome.victim-told',
    params: toldParams,
    body: toldSchema,
    example: { body: outcomeExamples.told },
    handle: async (work, { params, body }) =>
      done(await recordTold(work, { ...params, ...body }), 'Recorded'),
    invalid: (work, { params, raw, problems }, ask) =>
      shown(work, params.outcomeId, ask, { problems, typed: raw, form: params.victimFileId }),
  }),
  apiGet({
    path: '/api/v1/outcomes',
    words: 'Cases that ended at court, whose victims are to be told',
    permission: tellVictims,
    audit: 'outcome.listed',
    output: z.object({ outcomes: z.array(rowShape) }),
    handle: async (work) => ({ outcomes: await listEnded(work) }),
  }),
  apiGet({
    path: '/api/v1/outcomes/:outcomeId',
    words: 'One outcome: what victims are told, who is to be told and who was',
    permission: tellVictims,
    audit: 'outcome.opened',
    params: outcomeParams,
    output: wholeShape,
    handle: (work, { params }) => asJson(work, params.outcomeId),
  }),
  apiPost({
    path: '/api/v1/outcomes/:outcomeId/victims',
    words: 'Name somebody of the register who is to be told of an outcome',
    permission: tellVictims,
    audit: 'outcome.victim-named',
    params: outcomeParams,
    body: victimSchema,
    output: wholeShape,
    example: { body: outcomeExamples.victim },
    handle: async (work, { params, body }) => {
      demand(await addVictim(work, { ...params, ...body }));
      return asJson(work, params.outcomeId);
    },
  }),
  apiPost({
    path: '/api/v1/outcomes/:outcomeId/victims/:victimFileId',
    words: 'Record that a victim was told, in a way that their safe contact allows',
    permission: tellVictims,
    audit: 'outcome.victim-told',
    params: toldParams,
    body: toldSchema,
    output: wholeShape,
    status: 200,
    example: { body: outcomeExamples.told },
    handle: async (work, { params, body }) => {
      demand(await recordTold(work, { ...params, ...body }));
      return asJson(work, params.outcomeId);
    },
  }),
];
