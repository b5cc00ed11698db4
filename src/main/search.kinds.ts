import { type Role, reportReaders } from '../directory/index.ts';
import { caseByReference, penaltyByReference, searchCases, searchPenalties } from '../enforcement/index.ts';
import { reportByReference, searchReports, wordsLike } from '../intake/index.ts';
import { permission } from '../platform/access/permission.ts';
import type { Work } from '../platform/http/work.ts';
import { type FoundPage, nothingFound, referenceIn, type SearchAsk } from '../platform/search/found.ts';
import { type RecordKind, searchRecordKinds } from '../records/index.ts';
import { meetingByReference, searchMeetings, searchTasks, taskByReference } from '../tasking/index.ts';

/** Whoever may open at least one of the kinds below; each kind asks its own permission besides. */
const searchers: [Role, ...Role[]] = [...reportReaders, 'performance-analyst', 'communications-officer'] as [
  Role,
  ...Role[],
]; // reportReaders has at least one
export const search = permission('search', 'Search everything you may see', searchers);

/** The kinds that can be found, in the order of the page; the word in the address is the key. */
export const searchKinds = {
  people: 'People',
  firms: 'Firms and organisations',
  vehicles: 'Vehicles',
  phones: 'Telephone numbers',
  emails: 'E-mail addresses',
  places: 'Places',
  reports: 'Reports',
  cases: 'Cases',
  tasks: 'Tasks',
  penalties: 'Penalties',
  meetings: 'Meetings',
} as const;
export type SearchKind = keyof typeof searchKinds;
export const searchKindCodes = Object.keys(searchKinds) as [SearchKind, ...SearchKind[]]; // the keys of the table above

const recordKindOf: Partial<Record<SearchKind, RecordKind>> = {
  people: 'person',
  firms: 'organisation',
  vehicles: 'vehicle',
  phones: 'phone',
  emails: 'email',
  places: 'place',
};
const searches: Partial<Record<SearchKind, (work: Work, ask: SearchAsk) => Promise<FoundPage>>> = {
  reports: searchReports,
  cases: searchCases,
  tasks: searchTasks,
  penalties: searchPenalties,
  meetings: searchMeetings,
};
/** By what a reference begins with. */
const references: Readonly<Record<string, (work: Work, reference: string) => Promise<string | undefined>>> = {
  R: reportByReference,
  C: caseByReference,
  T: taskByReference,
  FPN: penaltyByReference,
  M: meetingByReference,
};

export interface FoundKind extends FoundPage {
  kind: SearchKind;
}

/** Rows on the page of one kind. */
export const pageRows = 20;

/** What the page and the API show: counts of every kind, and the rows of all or of the one that is asked for. */
export interface SearchView {
  words: string;
  kind: SearchKind | undefined;
  page: number;
  kinds: readonly FoundKind[];
}

/**
 * Every kind that was asked for, each by its own module under the viewer's own predicate. Kinds of records are one
 * reading; all others are one each, so that nothing found changes how another is looked for.
 */
export async function searchAll(
  work: Work,
  kinds: readonly SearchKind[],
  given: Omit<SearchAsk, 'alike'>,
): Promise<FoundKind[]> {
  const ask: SearchAsk = { ...given, alike: await wordsLike(work, given.words) };
  const recordKinds = kinds.flatMap((kind) => recordKindOf[kind] ?? []);
  const records =
    recordKinds.length > 0 && ask.words.length > 1
      ? await searchRecordKinds(work, recordKinds, ask)
      : new Map<RecordKind, FoundPage>();
  const found: FoundKind[] = [];
  for (const kind of kinds) {
    const recordKind = recordKindOf[kind];
    const page = recordKind ? records.get(recordKind) : await searches[kind]?.(work, ask);
    found.push({ kind, ...(page ?? nothingFound) });
  }
  return found;
}

/** Where the record of a reference is, when the words are one and the viewer may see it. */
export async function exactReference(work: Work, words: string): Promise<string | undefined> {
  const reference = referenceIn(words);
  const find = reference && references[reference.split('-')[0] ?? ''];
  return reference && find ? find(work, reference) : undefined;
}
