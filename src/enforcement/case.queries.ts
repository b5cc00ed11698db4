import { listReports } from '../intake/index.ts';
import { pageOfRows, type Sorted, sorted } from '../platform/database/sorting.ts';
import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import { about, type Work } from '../platform/http/work.ts';
import type { CaseFilterInput } from './case.forms.ts';
import {
  type CaseFile,
  caseSorting,
  findCase,
  listCaseEvents,
  listCaseServices,
  listCases,
} from './case.store.ts';

export const casePageSize = 25;

export async function pageOfCases(
  work: Work,
  filter: CaseFilterInput,
  limit = casePageSize,
): Promise<{ cases: CaseFile[]; next: string | null; sorted: Sorted }> {
  const way = sorted(caseSorting, filter);
  const found = await listCases(work, filter, { sorted: way, limit: limit + 1 });
  const { rows: cases, next } = pageOfRows(way, found, limit);
  if (filter.words) work.note.detail.words = filter.words;
  work.note.detail.count = cases.length;
  return { cases, next, sorted: way };
}

/** One case for reading; noted in the audit by its id. */
export async function readCase(work: Work, id: string): Promise<Result<CaseFile>> {
  const file = await findCase(work, id);
  if (!file) return notFound;
  about(work, 'case', id);
  return ok(file);
}

/** A case with its services, history and those of its reports that this viewer may see. */
export async function caseView(work: Work, id: string) {
  const found = await readCase(work, id);
  if (!found.ok) return found;
  const file = found.value;
  const services = await listCaseServices(work, file);
  const events = await listCaseEvents(work, file);
  const reports = await listReports(work, { caseId: id }, { limit: 100 });
  return ok({ file, services, events, reports });
}
