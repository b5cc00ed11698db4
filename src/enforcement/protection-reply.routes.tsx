import { demand } from '../platform/failures/failures.ts';
import { type Again, doneUnder } from '../platform/http/again.ts';
import type { Ask } from '../platform/http/declare.ts';
import { type PageReply, page } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { withHold } from '../records/index.ts';
import { ProtectionPage } from './protection.pages.tsx';
import { protectionPageView } from './protection.queries.ts';

export interface ProtectionAgain extends Again {
  /** The form of the page that was answered. */
  form?: ProtectionFormName;
}

/** The forms on the page of a file: each shows its own answer alone. */
export type ProtectionFormName = 'evidence' | 'requirement' | 'told' | 'take-out';
const nothing: ProtectionAgain = { problems: [], typed: {} };

/** The page of a file, with a form on it shown again where it was refused. */
export async function shownFile(
  work: Work,
  params: { protectionId: string },
  ask: Ask,
  again: ProtectionAgain = nothing,
): Promise<PageReply> {
  const view = demand(await protectionPageView(work, params.protectionId));
  const body = (
    <ProtectionPage
      {...view}
      viewer={officerOf(work)}
      csrf={ask.csrf}
      today={work.clock.today()}
      {...again}
    />
  );
  return page(
    `Community protection ${view.file.reference}`,
    await withHold(work, 'protection', params.protectionId, body),
    {
      back: { href: '/protection', text: 'Community protection' },
      marking: 'OFFICIAL',
      problems: again.problems,
    },
  );
}

/** After an act: back to the file with a line that says what happened; a refused field shows the form again. */
export const protectionDone = doneUnder('/protection');
