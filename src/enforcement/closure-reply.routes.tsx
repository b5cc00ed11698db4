import { demand } from '../platform/failures/failures.ts';
import { type Again, doneUnder } from '../platform/http/again.ts';
import type { Ask } from '../platform/http/declare.ts';
import { type PageReply, page } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { withHold } from '../records/index.ts';
import { ClosurePage } from './closure.pages.tsx';
import { closurePageView } from './closure.queries.ts';

export interface ClosureAgain extends Again {
  /** The form of the page that was answered. */
  form?: 'occupant' | 'take-off';
}

/** The page of a file, with a form on it shown again where it was refused. */
export async function shownClosure(
  work: Work,
  params: { closureId: string },
  ask: Ask,
  again: ClosureAgain = { problems: [], typed: {} },
): Promise<PageReply> {
  const view = demand(await closurePageView(work, params.closureId));
  const body = <ClosurePage {...view} csrf={ask.csrf} today={work.clock.today()} {...again} />;
  return page(`Closure ${view.file.reference}`, await withHold(work, 'closure', params.closureId, body), {
    back: { href: '/closures', text: 'Closures' },
    marking: 'OFFICIAL',
    problems: again.problems,
    looksUp: true,
  });
}

/** After an act: back to the file with a line that says what happened; a refused field shows the form again. */
export const closureDone = doneUnder('/closures');
