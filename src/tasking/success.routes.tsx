import { sql } from 'kysely';
import { z } from 'zod';
import { findCase } from '../enforcement/index.ts';
import {
  demand,
  type FieldProblem,
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../platform/failures/failures.ts';
import { type FormAgain, formsOn } from '../platform/http/again.ts';
import { type Ask, act, apiGet, apiPost, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { shownCase } from './case-page.routes.tsx';
import { PublicityPage } from './success.pages.tsx';
import { shownTask } from './task.routes.tsx';
import { findTask } from './task.store.ts';
import { flagDecisionSchema, flagParams, flagSchema, offeredOf } from './tasking.forms.ts';
import { approvePublicity, flagSuccesses, readPublicity } from './tasking.permissions.ts';

/** A success offered for publicity. It never comes from a personal case, and names nobody. */
export interface SuccessFlag {
  id: string;
  words: string;
  agencyName: string;
  flaggedAt: Date;
  status: 'flagged' | 'approved' | 'refused';
  decidedWords: string | null;
  decidedAt: Date | null;
}

/** Approved ones for whoever sits at meetings; the others for their own agency and for whoever approves. */
export async function listFlags(work: Work): Promise<SuccessFlag[]> {
  const officer = officerOf(work);
  const approves = officer.roles.some((role) => approvePublicity.roles.includes(role));
  const { rows } = await sql<SuccessFlag>`
    select f.id, f.words, a.name as agency_name, f.flagged_at, f.status, f.decided_words, f.decided_at from tasking.success_flag f
    join directory.agency a on a.id = f.agency_id
    where f.status = 'approved' or f.agency_id = ${officer.agencyId} or ${approves} order by f.flagged_at desc, f.id limit 200`.execute(
    work.db,
  );
  return rows;
}

type Offered = { caseId?: string | undefined; taskId?: string | undefined };

/** The case or the task that a success is offered from, if the officer may offer it. */
async function toOffer(work: Work, input: Offered): Promise<Result<unknown>> {
  const file = input.caseId ? await findCase(work, input.caseId) : undefined;
  const task = input.taskId ? await findTask(work, input.taskId) : undefined;
  const found = file ?? task;
  if (!found) return notFound;
  if (found.isPersonal)
    return refusedByRule(
      'publicity.personal',
      'It is about people who can be identified, so it is not offered for publicity.',
      'Choose another success.',
    );
  const { agencyId } = officerOf(work);
  return (file ? file.agencyIds.includes(agencyId) : task?.agencyId === agencyId)
    ? ok(found)
    : refusedByRule(
        'publicity.own-work',
        'Only those who did the work offer it for publicity.',
        'Ask a service that is on it.',
      );
}

/** Offers something that went well: from a case or a task the officer's agency worked on. */
export async function flagSuccess(
  work: Work,
  input: Offered & { words: string },
): Promise<Result<{ id: string }>> {
  const officer = officerOf(work);
  if ((input.caseId === undefined) === (input.taskId === undefined))
    return invalid({ field: 'caseId', words: 'Name one case or one task' });
  const found = await toOffer(work, input);
  if (!found.ok) return found;
  const id = work.ids.next();
  about(work, 'success', id);
  await work.db
    .insertInto('tasking.successFlag')
    .values({
      id,
      caseId: input.caseId ?? null,
      taskId: input.taskId ?? null,
      words: input.words,
      flaggedBy: officer.officerId,
      agencyId: officer.agencyId,
      flaggedAt: work.clock.now(),
    })
    .execute();
  return ok({ id });
}

const decided = stale('Somebody has decided about it already.');
/** The success, while a decision about it is waited for. */
async function waitingFlag(work: Work, id: string): Promise<Result<SuccessFlag>> {
  about(work, 'success', id);
  const flag = (await listFlags(work)).find((f) => f.id === id);
  if (!flag) return notFound;
  return flag.status === 'flagged' ? ok(flag) : decided;
}

/** Approves the words to publish, or refuses. */
export async function decideFlag(
  work: Work,
  input: { flagId: string; isApproved: boolean; words: string },
): Promise<Result<{ id: string }>> {
  const flag = await waitingFlag(work, input.flagId);
  if (!flag.ok) return flag;
  const done = await work.db
    .updateTable('tasking.successFlag')
    .set({
      status: input.isApproved ? 'approved' : 'refused',
      decidedBy: officerOf(work).officerId,
      decidedAt: work.clock.now(),
      decidedWords: input.words,
    })
    .where('id', '=', input.flagId)
    .where('status', '=', 'flagged')
    .executeTakeFirst();
  return done.numUpdatedRows === 1n ? ok({ id: input.flagId }) : decided;
}

const instant = z.date().transform((at) => at.toISOString());
const flagView = z.object({
  id: z.string(),
  words: z.string(),
  agencyName: z.string(),
  flaggedAt: instant,
  status: z.string(),
  decidedWords: z.string().nullable(),
  decidedAt: instant.nullable(),
});
const idView = z.object({ id: z.string() });
const shown = async (work: Work, ask: Ask, again: Partial<FormAgain> = {}) => {
  const { form, problems = [], typed = {} } = again;
  return page(
    'Successes for publicity',
    <PublicityPage
      flags={await listFlags(work)}
      mayDecide={officerOf(work).roles.some((role) => approvePublicity.roles.includes(role))}
      csrf={ask.csrf}
      {...{ form, problems, typed }}
    />,
    { problems: problems.map(atFlag(form)), back: { href: '/meetings', text: 'Meetings' } },
  );
};
/** Each success that waits has the same form: a fault leads to the one that was answered. */
const atFlag =
  (flagId = '') =>
  ({ field, words }: FieldProblem): FieldProblem => ({
    field: `${field === 'isApproved' ? 'decide' : field}-${flagId}`,
    words,
  });
/** A success is offered on the page of its case or of its task. */
const offerAgain = async (
  work: Work,
  { raw, problems }: { raw: Record<string, unknown>; problems: readonly FieldProblem[] },
  ask: Ask,
) => {
  const from = offeredOf.safeParse(raw);
  if (!from.success) return demand(invalid(...problems));
  const { caseId, taskId } = from.data;
  demand(await toOffer(work, from.data));
  const again = { form: 'publicity', problems, typed: raw };
  return caseId
    ? shownCase(work, { caseId }, ask, again)
    : shownTask(work, { taskId: String(taskId) }, ask, again);
};
const onFlag = formsOn(async (work, { flagId }: { flagId: string }, ask, again) => {
  demand(await waitingFlag(work, flagId));
  return shown(work, ask, { ...again, form: flagId });
});
const decision = {
  params: { flagId: '@flagId' },
  body: { isApproved: true, words: 'A lane that was tipped on every week has been clear for three months.' },
};
const offer = { body: { caseId: '@caseId', words: 'The lane has been clear for three months.' } };

/** Successes from cases and tasks, offered, approved and published. */
export const successRoutes: readonly Route[] = [
  show({
    path: '/publicity',
    words: 'Successes offered and approved for publicity',
    permission: readPublicity,
    audit: 'publicity.listed',
    handle: (work, _input, ask) => shown(work, ask),
  }),
  act({
    path: '/publicity',
    words: 'Offer a success for publicity',
    permission: flagSuccesses,
    audit: 'publicity.offered',
    body: flagSchema,
    example: offer,
    handle: async (work, { body }) => {
      demand(await flagSuccess(work, body));
      return redirect('/publicity', { flash: 'Offered. A communications officer decides' });
    },
    invalid: offerAgain,
  }),
  act({
    path: '/publicity/:flagId',
    words: 'Approve or refuse a success for publicity',
    permission: approvePublicity,
    audit: 'publicity.decided',
    params: flagParams,
    body: flagDecisionSchema,
    example: decision,
    handle: async (work, { params, body }) => {
      demand(await decideFlag(work, { ...params, ...body }));
      return redirect('/publicity', { flash: body.isApproved ? 'Approved for publicity' : 'Refused' });
    },
    invalid: onFlag('decision'),
  }),
  apiGet({
    path: '/api/v1/publicity',
    words: 'Successes offered and approved for publicity',
    permission: readPublicity,
    audit: 'publicity.listed',
    output: z.object({ flags: z.array(flagView) }),
    handle: async (work) => ({ flags: await listFlags(work) }),
  }),
  apiPost({
    path: '/api/v1/publicity',
    words: 'Offer a success for publicity',
    permission: flagSuccesses,
    audit: 'publicity.offered',
    body: flagSchema,
    output: idView,
    example: offer,
    handle: async (work, { body }) => demand(await flagSuccess(work, body)),
  }),
  apiPost({
    path: '/api/v1/publicity/:flagId',
    words: 'Approve or refuse a success for publicity',
    permission: approvePublicity,
    audit: 'publicity.decided',
    params: flagParams,
    body: flagDecisionSchema,
    output: idView,
    status: 200,
    example: decision,
    handle: async (work, { params, body }) => demand(await decideFlag(work, { ...params, ...body })),
  }),
];
