import { officerOf, type Work } from '../../platform/http/work.ts';
import type { FormState } from '../../platform/ui/index.ts';
import { findSubjects, type Judgement, lastDecisions } from '../ledger/index.ts';
import { runUnderWay } from '../match/run.store.ts';
import { agreementOf } from '../quality/agreement.ts';
import { isAuditDue } from './audit-queue.queries.ts';
import type { QueueQuery } from './desk.forms.ts';
import type { DeskProps, QueueLine } from './desk.pages.tsx';
import { listChoices } from './list-choice.store.ts';
import { openPair, type PairView } from './pair.queries.ts';
import { progressOf, queueOf } from './queue.queries.ts';
import { bothAnswers } from './second.store.ts';

type Desk = Omit<DeskProps, 'csrf' | keyof FormState>;

/** Names of the two records of each judgement, of which the viewer may see both. */
export async function withLabels<J extends Pick<Judgement, 'recordA' | 'recordB'>>(
  work: Work,
  judgements: readonly J[],
): Promise<(J & { labels: string })[]> {
  const subjects = await findSubjects(
    work,
    judgements.flatMap(({ recordA, recordB }) => [recordA, recordB]),
    'ever',
  );
  const labelOf = new Map(subjects.map(({ id, label }) => [id, label]));
  return judgements.map((judgement) => ({
    ...judgement,
    labels: `${labelOf.get(judgement.recordA) ?? ''} and ${labelOf.get(judgement.recordB) ?? ''}`,
  }));
}

/** The queue with both records of each pair. */
export async function queueLines(
  work: Work,
  query: QueueQuery,
): Promise<{ lines: QueueLine[]; more: boolean }> {
  const { waiting: queue, more } = await queueOf(work, { show: query.show, listId: query.list });
  const subjects = new Map(
    (
      await findSubjects(
        work,
        queue.flatMap(({ judgement }) => [judgement.recordA, judgement.recordB]),
      )
    ).map((subject) => [subject.id, subject]),
  );
  const lines = queue.flatMap((waiting) => {
    const left = subjects.get(waiting.judgement.recordA);
    const right = subjects.get(waiting.judgement.recordB);
    return left && right ? [{ ...waiting, left, right }] : [];
  });
  return { lines, more };
}

/** The pair that chance chose, where the next question is one; asked of the whole queue alone, not of a part of it. */
async function drawnLine(
  work: Work,
  query: QueueQuery,
  queue: readonly QueueLine[],
): Promise<QueueLine | undefined> {
  if (query.show === 'audit') return queue[0];
  if (query.show !== 'proposed' || query.list || !(await isAuditDue(work))) return undefined;
  return (await queueLines(work, { ...query, show: 'audit' })).lines[0];
}

/**
 * Everything on the desk. The pair that was asked for stands first if it still waits; else, now and then, one that chance
 * chose; else the worthiest.
 */
export async function openDesk(work: Work, query: QueueQuery): Promise<Desk> {
  const { lines: queue, more } = await queueLines(work, query);
  const asked = queue.find(({ judgement }) => judgement.id === query.at);
  const drawn = await drawnLine(work, query, queue);
  const chosen = asked ?? drawn ?? queue[0];
  const pair = chosen && (await openPair(work, chosen.left.id, chosen.right.id));
  const current: PairView | undefined = pair?.ok ? pair.value : undefined;
  return {
    ask: { show: query.show, listId: query.list },
    lists: await listChoices(work),
    queue,
    more,
    current,
    isDrawn: current !== undefined && (query.show === 'audit' || (!asked && drawn !== undefined)),
    progress: await progressOf(work, query.list),
    agreement: agreementOf(
      (await bothAnswers(work)).map(({ firstVerdict, verdict }) => [firstVerdict, verdict] as const),
    ),
    last: await withLabels(work, await lastDecisions(work)),
    run: await runUnderWay(work),
    ownAgencyId: officerOf(work).agencyId,
  };
}
