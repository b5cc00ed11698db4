import { hasRole } from '../platform/access/viewer.ts';
import type { Work } from '../platform/http/work.ts';
import { listAlerts } from './alert.store.ts';
import { approveAlerts, tellVictims } from './court.permissions.ts';
import { listEnded } from './outcome.store.ts';

/** One line of what waits for the viewer. */
export interface CourtLine {
  href: string;
  text: string;
  about: string;
}

/** Outcomes of which nobody was named yet or somebody was not told, and warnings to be approved. */
export async function courtNeedsMe(work: Work): Promise<CourtLine[]> {
  const lines: CourtLine[] = [];
  if (hasRole(work.viewer, ...tellVictims.roles)) {
    const open = (await listEnded(work)).filter(({ told, of }) => of === 0 || told < of).length;
    if (open > 0)
      lines.push({
        href: '/outcomes',
        text: `${open} ${open === 1 ? 'outcome' : 'outcomes'} at court to tell victims of`,
        about: 'Name who is to be told, and tell them by safe contact',
      });
  }
  if (hasRole(work.viewer, ...approveAlerts.roles)) {
    const open = (await listAlerts(work)).filter(({ status }) => status === 'draft').length;
    if (open > 0)
      lines.push({
        href: '/alert-drafts',
        text: `${open} ${open === 1 ? 'warning' : 'warnings'} to approve`,
        about: 'Nobody outside reads it before',
      });
  }
  return lines;
}
