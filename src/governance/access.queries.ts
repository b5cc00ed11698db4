import { type EditionRow, listEditions, listEvents } from '../enforcement/index.ts';
import { type EnquiryShown, enquiriesAbout } from '../intelligence/index.ts';
import { hasRole } from '../platform/access/viewer.ts';
import { demand } from '../platform/failures/failures.ts';
import type { Work } from '../platform/http/work.ts';
import { openAccess } from './access.commands.ts';
import { type Access, type AccessItem, accessDays, accessItems, listAccess } from './access.store.ts';
import { answerAccess } from './governance.permissions.ts';

export interface AccessView {
  file: Access;
  items: AccessItem[];
  enquiries: EnquiryShown[];
  papers: EditionRow<'letter' | 'bundle' | 'schedule'>[];
  events: Awaited<ReturnType<typeof listEvents>>;
}
/** A request with everything that was gathered of it. Of the intelligence unit there are days and no more. */
export async function accessView(work: Work, id: string): Promise<AccessView> {
  const file = demand(await openAccess(work, id));
  return {
    file,
    items: await accessItems(work, id),
    enquiries: await enquiriesAbout(work, id),
    papers: await listEditions<'letter' | 'bundle' | 'schedule'>(work, 'access', id),
    events: await listEvents(work, 'access', id),
  };
}

/** G-04: of the requests that were ended, how many in time; and how many are over their day and not ended. */
export interface AccessCount {
  open: number;
  ended: number;
  onTime: number;
  overdue: number;
}
export async function accessList(work: Work): Promise<{ requests: Access[]; count: AccessCount }> {
  const [requests, days] = [await listAccess(work), await accessDays(work)];
  const today = work.clock.today();
  // Of all there are: the list shows so many and no more.
  const ended = days.filter(({ endedOn }) => endedOn !== null);
  return {
    requests,
    count: {
      open: days.length - ended.length,
      ended: ended.length,
      // One that was refused before its clock began has no day to be late for.
      onTime: ended.filter(({ endedOn, dueOn }) => dueOn === null || (endedOn ?? '') <= dueOn).length,
      overdue: days.filter(({ endedOn, dueOn }) => endedOn === null && dueOn !== null && dueOn < today)
        .length,
    },
  };
}

/** What of the requests for one's own data waits for the viewer, those over their day first said. */
export async function accessNeedsMe(work: Work): Promise<{ href: string; text: string; about: string }[]> {
  if (!hasRole(work.viewer, ...answerAccess.roles)) return [];
  const { count } = await accessList(work);
  const { open } = count;
  if (open === 0) return [];
  const text = open === 1 ? '1 person asks for their own data' : `${open} people ask for their own data`;
  const about = count.overdue > 0 ? `${count.overdue} over their day` : 'Each has its last day by law';
  return [{ href: '/subject-access', text, about }];
}
