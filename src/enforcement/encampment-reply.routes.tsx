import { demand } from '../platform/failures/failures.ts';
import { type Again, doneUnder } from '../platform/http/again.ts';
import type { Ask } from '../platform/http/declare.ts';
import { type PageReply, page } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { withHold } from '../records/index.ts';
import { EncampmentPage } from './encampment.pages.tsx';
import { encampmentPageView } from './encampment.queries.ts';

export interface EncampmentAgain extends Again {
  /** The form of the page that was answered. */
  form?: 'vehicle' | 'take-off';
}

/** The page of a file, with a form on it shown again where it was refused. */
export async function shownEncampment(
  work: Work,
  params: { encampmentId: string },
  ask: Ask,
  again: EncampmentAgain = { problems: [], typed: {} },
): Promise<PageReply> {
  const view = demand(await encampmentPageView(work, params.encampmentId));
  const body = <EncampmentPage {...view} csrf={ask.csrf} today={work.clock.today()} {...again} />;
  return page(
    `Encampment ${view.file.reference}`,
    await withHold(work, 'encampment', params.encampmentId, body),
    {
      back: { href: '/encampments', text: 'Encampments' },
      marking: 'OFFICIAL',
      problems: again.problems,
    },
  );
}

/** After an act: back to the file with a line that says what happened; a refused field shows the form again. */
export const encampmentDone = doneUnder('/encampments');
