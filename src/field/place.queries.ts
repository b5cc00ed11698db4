import { caseHidesPlace } from '../enforcement/index.ts';
import { listReports } from '../intake/index.ts';
import type { Work } from '../platform/http/work.ts';

/** Where a task is to be done: words to find it by, the point of the map where there is one, and the area that powers go by. */
export interface TaskPlace {
  words: string;
  lon: number | null;
  lat: number | null;
  wardCode: string | null;
  districtCode: string | null;
}

const mostReports = 20;

/**
 * The place of a task is that of its case: of the reports on it that the viewer may read, the newest open one that says where, else the
 * newest. None where a file of the case is about somebody whose address must stay hidden, or the viewer may read no report on it.
 */
export async function placeOfCase(work: Work, caseId: string | null): Promise<TaskPlace | null> {
  if (caseId === null || (await caseHidesPlace(work, caseId))) return null;
  const reports = (await listReports(work, { caseId }, { limit: mostReports })).filter(
    ({ placeWords, postcode, lon }) => placeWords || postcode || lon !== null,
  );
  const report = reports.find(({ closedAt }) => closedAt === null) ?? reports[0];
  if (!report) return null;
  const { placeWords, postcode, lon, lat, wardCode, districtCode } = report;
  const isSaid = postcode !== null && placeWords?.toUpperCase().includes(postcode.toUpperCase());
  const words = [placeWords, isSaid ? null : postcode].filter(Boolean).join(', ');
  return { words: words || 'A point on the map', lon, lat, wardCode, districtCode };
}
