import { mayUse } from '../platform/access/permission.ts';
import { addDays } from '../platform/clock/clock.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { keepMarkers } from './assurance.permissions.ts';
import { ownMarkers } from './marker.store.ts';
import { numberOf } from './number.store.ts';

/** A line of what needs somebody today. */
export interface MarkerLine {
  href: string;
  text: string;
  about: string;
}

/** Markers of the own agency whose review day is near, or has passed: for those who keep them. */
export async function markersNeedMe(work: Work): Promise<MarkerLine[]> {
  if (!mayUse(officerOf(work), keepMarkers)) return [];
  const near = addDays(work.clock.today(), await numberOf(work, 'remind-days'));
  const due = (await ownMarkers(work)).filter(({ endedAt, reviewOn }) => !endedAt && reviewOn <= near).length;
  if (due === 0) return [];
  const text = due === 1 ? '1 warning marker to review' : `${due} warning markers to review`;
  return [{ href: '/markers', text, about: 'From its review day on a marker is shown to nobody' }];
}
