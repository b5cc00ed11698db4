import { asbCaseByReference, caseReviewByReference } from '../asb/index.ts';
import { prosecutionByReference } from '../court/index.ts';
import { intelligenceReaders, type Role, reportReaders } from '../directory/index.ts';
import {
  abandonedByReference,
  caseByReference,
  closureByReference,
  encampmentByReference,
  penaltyByReference,
  protectionByReference,
  pspoByReference,
  searchCases,
  searchClosures,
  searchPenalties,
  searchProtection,
} from '../enforcement/index.ts';
import { licensingByReference, premisesByReference, purchaseByReference } from '../inspection/index.ts';
import { reportByReference, searchReports, wordsLike } from '../intake/index.ts';
import {
  groupByReference,
  itemByReference,
  productByReference,
  requirementByReference,
  searchGroups,
  searchItems,
  searchNamed,
  searchProducts,
  searchRequirements,
} from '../intelligence/index.ts';
import { operationByReference } from '../operations/index.ts';
import { permission } from '../platform/access/permission.ts';
import type { Work } from '../platform/http/work.ts';
import { type FoundPage, nothingFound, referenceIn, type SearchAsk } from '../platform/search/found.ts';
import { type RecordKind, searchRecordKinds } from '../records/index.ts';
import { registerByReference } from '../safeguarding/index.ts';
import { meetingByReference, searchMeetings, searchTasks, taskByReference } from '../tasking/index.ts';
import { traderByReference } from '../traders/index.ts';

/** Whoever may open at least one of the kinds below; each kind asks its own permission besides. */
const searchers: [Role, ...Role[]] = [
  ...reportReaders,
  'performance-analyst',
  'communications-officer',
  ...intelligenceReaders,
] as [Role, ...Role[]]; // reportReaders has at least one
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
  protection: 'Community protection',
  closures: 'Closures of premises',
  meetings: 'Meetings',
  items: 'Items of intelligence',
  named: 'Whom and what items name',
  products: 'Packages and profiles',
  requirements: 'Requirements',
  groups: 'Groups',
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
  protection: searchProtection,
  closures: searchClosures,
  meetings: searchMeetings,
};
/** The kinds of the intelligence side: whoever is on it finds these and no others, and nobody else any of them. */
const searchesOfUnit: typeof searches = {
  items: searchItems,
  named: searchNamed,
  products: searchProducts,
  requirements: searchRequirements,
  groups: searchGroups,
};
const isOfUnit = ({ viewer }: Work) => viewer.side === 'INTEL';
/** By what a reference begins with. */
const references: Readonly<Record<string, (work: Work, reference: string) => Promise<string | undefined>>> = {
  R: reportByReference,
  C: caseByReference,
  T: taskByReference,
  FPN: penaltyByReference,
  CP: protectionByReference,
  CL: closureByReference,
  UE: encampmentByReference,
  AV: abandonedByReference,
  PSPO: pspoByReference,
  LR: licensingByReference,
  M: meetingByReference,
  V: registerByReference,
  ASB: asbCaseByReference,
  CR: caseReviewByReference,
  OP: operationByReference,
  PF: prosecutionByReference,
  PR: premisesByReference,
  TP: purchaseByReference,
  TS: traderByReference,
};

const referencesOfUnit: typeof references = {
  I: itemByReference,
  PK: productByReference,
  PP: productByReference,
  IR: requirementByReference,
  OCG: groupByReference,
};

export interface FoundKind extends FoundPage {
  kind: SearchKind;
  /** Nothing held the very words: these hold words like them. */
  isAlike: boolean;
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

/** Which rows of a kind are wanted. */
type Rows = (kind: SearchKind) => Pick<SearchAsk, 'limit' | 'offset'>;

/**
 * Every kind, each by its own module under the viewer's own predicate: the very words, and where the viewer may see
 * nothing that says them, words like them. Records of people and things, and what items name, are always compared letter by letter.
 */
export async function searchAll(work: Work, words: string, rows: Rows): Promise<FoundKind[]> {
  const records = words.length > 1 && !isOfUnit(work) ? await searchRecords(work, words, rows) : [];
  const exact = await searchWords(work, words, rows, undefined);
  const isAlike = exact.every(({ kind, count }) => count === 0 || kind === 'named');
  // The unit's words are in no list: its titles and names are compared letter by letter.
  const alike = isAlike ? (isOfUnit(work) ? '' : await wordsLike(work, words)) : undefined;
  const texts = isAlike ? await searchWords(work, words, rows, alike) : exact;
  return [...records, ...texts.map((one) => ({ ...one, isAlike: isAlike && one.kind !== 'named' }))];
}

async function searchWords(
  work: Work,
  words: string,
  rows: Rows,
  alike: string | undefined,
): Promise<(FoundPage & { kind: SearchKind })[]> {
  const found: (FoundPage & { kind: SearchKind })[] = [];
  for (const kind of searchKindCodes) {
    const search = (isOfUnit(work) ? searchesOfUnit : searches)[kind];
    if (search) found.push({ kind, ...(await search(work, { words, alike, ...rows(kind) })) });
  }
  return found;
}

/** Records of every kind in one reading; of the one whose page is wanted in a reading of its own. */
async function searchRecords(work: Work, words: string, rows: Rows): Promise<FoundKind[]> {
  const groups = new Map<string, { rows: ReturnType<Rows>; kinds: SearchKind[] }>();
  for (const kind of searchKindCodes.filter((code) => recordKindOf[code])) {
    const wanted = rows(kind);
    const key = `${wanted.limit} ${wanted.offset}`;
    groups.set(key, { rows: wanted, kinds: [...(groups.get(key)?.kinds ?? []), kind] });
  }
  const found = new Map<RecordKind, FoundPage>();
  for (const group of groups.values()) {
    const kinds = group.kinds.flatMap((kind) => recordKindOf[kind] ?? []);
    for (const [kind, page] of await searchRecordKinds(work, kinds, { words, ...group.rows }))
      found.set(kind, page);
  }
  return searchKindCodes.flatMap((kind) => {
    const recordKind = recordKindOf[kind];
    return recordKind ? [{ kind, isAlike: false, ...(found.get(recordKind) ?? nothingFound) }] : [];
  });
}

/** Where the record of a reference is, when the words are one and the viewer may see it. */
export async function exactReference(work: Work, words: string): Promise<string | undefined> {
  const reference = referenceIn(words);
  const find = reference && (isOfUnit(work) ? referencesOfUnit : references)[reference.split('-')[0] ?? ''];
  return reference && find ? find(work, reference) : undefined;
}
