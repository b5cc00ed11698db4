import { mayUse } from '../access/permission.ts';
import { publicViewer, type Viewer } from '../access/viewer.ts';
import { recordAudit } from '../audit/audit.ts';
import type { Clock } from '../clock/clock.ts';
import type { Databases } from '../database/database.ts';
import { type Failure, FailureThrown, type FieldProblem } from '../failures/failures.ts';
import type { Ids } from '../ids/ids.ts';
import type { Ask, Route } from './declare.ts';
import { parseInput } from './input.ts';
import { type LookUp, withLookUps } from './look-up.tsx';
import { answerBefore, keepAnswer, type SentForm } from './once.ts';
import type { PageReply } from './reply.ts';
import type { AuditNote, Work } from './work.ts';

/** What a whole act needs from outside; the same for pages, API and tests. */
export interface ActContext {
  databases: Databases;
  clock: Clock;
  ids: Ids;
  /** False only in paired-world tests: everything is done, answered and undone. */
  keep: boolean;
  /** How a form finds the records that its boxes name. */
  lookUp: LookUp;
}

export type Outcome =
  | { kind: 'done'; value: unknown }
  | { kind: 'failure'; failure: Failure }
  | { kind: 'sign-in-needed' }
  | { kind: 'new-password-needed' };

interface ActInput {
  route: Route;
  viewer: Viewer;
  requestId: string;
  raw: { params: unknown; query: unknown; body: Record<string, unknown> };
  ask: Ask;
  /** A form that is done once, however often it is sent; left out for what no page of ours made. */
  form?: SentForm | undefined;
}

/** Why an act that came to its end was refused; undefined where it was done. */
function whyRefused(route: Route, value: unknown): string | undefined {
  if (value instanceof FailureThrown) return value.failure.kind;
  return asksToMend(route, value) ? 'invalid' : undefined;
}

/**
 * One request's whole act: permission, parse, do, audit, all in one transaction on the viewer's login.
 * A failure undoes everything and leaves its own audit row.
 */
export async function performAct(context: ActContext, input: ActInput): Promise<Outcome> {
  const { route, viewer } = input;
  const note: AuditNote = { detail: {} };
  if (!mayUse(viewer, route.permission)) {
    if (viewer.kind === 'public') return { kind: 'sign-in-needed' };
    await auditAlone(context, input, note, 'refused');
    return { kind: 'failure', failure: notAllowed(route) };
  }
  // A public page is served on the viewer's own login all the same: an officer stays who they are.
  const actor = viewer.kind === 'officer' && route.permission.isPublic ? publicViewer : viewer;
  try {
    const value = await context.databases.inTransaction(
      route.isSealed ? 'SEALED' : actor.side,
      actor,
      async (db) => {
        const work: Work = { db, viewer: actor, clock: context.clock, ids: context.ids, note };
        const before = input.form && (await answerBefore(db, input.form, context.clock.now()));
        const handling = before ? { ...route, handle: route.again ?? route.handle } : route;
        const value =
          before?.kind === 'redirect'
            ? before
            : await handle(handling, work, {
                ...input,
                ask: { ...input.ask, shownBefore: before?.shownOnce },
              }).catch(keptBy);
        const shown = await withLookUps(work, value, context.lookUp);
        const refused = before ? 'sent-before' : whyRefused(route, value);
        if (input.form && !refused)
          await keepAnswer(db, input.form, {
            value,
            isAgain: route.again !== undefined,
            now: context.clock.now(),
          });
        await recordAudit(db, {
          event: route.audit,
          outcome: refused ? 'refused' : 'done',
          viewer: actor,
          requestId: input.requestId,
          at: context.clock.now(),
          note: refused ? { ...note, detail: { ...note.detail, failure: refused } } : note,
        });
        return shown;
      },
      context.keep,
    );
    if (value instanceof FailureThrown) return refusal(context, { ...input, viewer: actor }, value.failure);
    return { kind: 'done', value };
  } catch (error) {
    if (!(error instanceof FailureThrown)) throw error;
    await auditAlone(context, { ...input, viewer: actor }, note, 'refused', error.failure.kind);
    return refusal(context, { ...input, viewer: actor }, error.failure);
  }
}

/** A failure that keeps what was written before it, as the end of an act that is not undone; any other ends the transaction. */
function keptBy(error: unknown): FailureThrown {
  if (error instanceof FailureThrown && error.failure.keeps) return error;
  throw error;
}
const refusal = async (context: ActContext, input: ActInput, failure: Failure): Promise<Outcome> =>
  (await shownAgain(context, input, failure)) ?? { kind: 'failure', failure };

/** Whether a form is answered with what is to be mended in it: what it was sent for was then not done, and is not told as done. */
const asksToMend = (route: Route, value: unknown): boolean =>
  route.method === 'POST' &&
  typeof value === 'object' &&
  value !== null &&
  'problems' in value &&
  Array.isArray(value.problems) &&
  value.problems.length > 0;

/**
 * The form again, with all that was typed, where the act itself found a fault in its fields, as where they did not parse; and where
 * somebody else, or a second tab, saved first: then with what is there now beside it, and a version that can be saved.
 * The act was undone before, so the form shows what stands. Undefined for what no form can mend.
 */
async function shownAgain(
  context: ActContext,
  { route, viewer, raw, ask }: ActInput,
  failure: Failure,
): Promise<Outcome | undefined> {
  const { invalid } = route;
  if ((failure.kind !== 'invalid' && failure.kind !== 'stale') || route.kind !== 'page' || !invalid)
    return undefined;
  const parsed = parseInput(route, raw);
  if (!parsed.ok) return undefined;
  const formWith = (typed: Record<string, unknown>, problems: readonly FieldProblem[]) =>
    context.databases.inTransaction(
      route.isSealed ? 'SEALED' : viewer.side,
      viewer,
      async (db) => {
        const work: Work = { db, viewer, clock: context.clock, ids: context.ids, note: { detail: {} } };
        const given = { ...parsed.input, raw: typed, problems };
        const reply = await invalid(work, given as Parameters<typeof invalid>[1], ask);
        return withLookUps(work, reply, context.lookUp);
      },
      context.keep,
    );
  try {
    if (failure.kind === 'invalid')
      return { kind: 'done', value: await formWith(raw.body, failure.problems) };
    const value = await formWith(raw.body, [{ field: 'version', words: failure.words }]);
    const now = await formWith({}, []);
    const settle = { typed: raw.body, now: isPage(now) ? now.body : undefined };
    return { kind: 'done', value: isPage(value) ? { ...value, status: 409, settle } : value };
  } catch (error) {
    if (!(error instanceof FailureThrown)) throw error;
    // A form that is there no more cannot be shown beside what is there now: what the act answered is told instead.
    return failure.kind === 'stale' ? undefined : { kind: 'failure', failure: error.failure };
  }
}
const isPage = (value: unknown): value is PageReply =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'page';

async function handle(route: Route, work: Work, { raw, ask }: ActInput): Promise<unknown> {
  const parsed = parseInput(route, raw);
  if (parsed.ok) return route.handle(work, parsed.input as Parameters<Route['handle']>[1], ask);
  // A malformed id in the path names nothing.
  if (parsed.where === 'params') throw new FailureThrown({ kind: 'not-found' });
  if (parsed.where === 'body' && route.invalid && route.kind === 'page') {
    const { params, query, problems } = parsed;
    return route.invalid(
      work,
      { params, query, raw: raw.body, problems } as Parameters<NonNullable<Route['invalid']>>[1],
      ask,
    );
  }
  throw new FailureThrown({ kind: 'invalid', problems: parsed.problems });
}

const notAllowed = (route: Route): Failure => ({
  kind: 'not-allowed',
  words: `Your role does not include this: ${route.permission.words.toLowerCase()}.`,
  whoCan: route.permission.roles.join(', '),
});

/** A refused act leaves a row of its own, in its own transaction, since the act's was undone. */
async function auditAlone(
  context: ActContext,
  input: ActInput,
  note: AuditNote,
  outcome: 'refused' | 'failed',
  failure = 'not-allowed',
): Promise<void> {
  const { viewer, route } = input;
  await context.databases.inTransaction(
    viewer.side,
    viewer,
    (db) =>
      recordAudit(db, {
        event: route.audit,
        outcome,
        viewer,
        requestId: input.requestId,
        at: context.clock.now(),
        note: { ...note, detail: { failure } },
      }),
    context.keep,
  );
}
