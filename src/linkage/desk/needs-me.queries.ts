import { listKeepers, victimReaders } from '../../directory/index.ts';
import { hasRole } from '../../platform/access/viewer.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { conflictsOf } from '../ledger/index.ts';
import { listQuestions } from './question.store.ts';
import { queueOf } from './queue.queries.ts';
import { waitingSeconds } from './second.store.ts';

/** A line of what needs somebody today. */
export interface MatchingLine {
  href: string;
  text: string;
  about: string;
}

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** What of matching waits for the viewer: questions to their agency, and for reviewers pairs, second opinions and conflicts. */
export async function matchingNeedsMe(work: Work): Promise<MatchingLine[]> {
  const viewer = officerOf(work);
  const lines: MatchingLine[] = [];
  const add = (count: number, href: string, text: string, about: string) => {
    if (count > 0) lines.push({ href, text, about });
  };
  if (hasRole(viewer, ...listKeepers)) {
    const open = (await listQuestions(work)).filter(
      ({ question }) => question.toAgencyId === viewer.agencyId && !question.answeredAt,
    ).length;
    add(
      open,
      '/questions',
      counted(open, 'question about your lists', 'questions about your lists'),
      'A partner asks whether a row is right',
    );
  }
  if (hasRole(viewer, ...victimReaders)) {
    const { waiting, more } = await queueOf(work, { show: 'proposed' });
    add(
      waiting.length,
      '/review',
      more
        ? `${waiting.length.toLocaleString('en-GB')} or more pairs to decide`
        : counted(waiting.length, 'pair to decide', 'pairs to decide'),
      'Records that are perhaps the same person',
    );
    const seconds = (await waitingSeconds(work)).length;
    add(
      seconds,
      '/review/second',
      counted(seconds, 'second opinion', 'second opinions'),
      'Pairs that somebody else decided',
    );
    const conflicts = (await conflictsOf(work)).length;
    add(
      conflicts,
      '/review/conflicts',
      counted(conflicts, 'conflict', 'conflicts'),
      'Judgements that contradict each other',
    );
  }
  return lines;
}
