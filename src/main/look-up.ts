import { asbCaseByReference, findAsbCase } from '../asb/index.ts';
import { findPenalty, penaltyByReference, searchPenalties } from '../enforcement/index.ts';
import { findReport, reportByReference, searchReports } from '../intake/index.ts';
import type { LookUp } from '../platform/http/look-up.tsx';
import type { Work } from '../platform/http/work.ts';
import { type Found, type FoundPage, referenceIn, type SearchAsk } from '../platform/search/found.ts';
import type { LookUpChoice } from '../platform/ui/index.ts';
import {
  findRecord,
  type RecordKind,
  recordKinds,
  recordKindWords,
  searchRecordKinds,
} from '../records/index.ts';

/** Choices shown for some words: more are told apart by better words. */
const mostChoices = 8;
/** Words that a person types for a record; anything longer is no name. */
const longestWords = 200;
const isId = (value: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(value);

/** How records of one kind are found for a form that names one, all under the viewer's own policy. */
interface Finder {
  named(work: Work, id: string): Promise<LookUpChoice | undefined>;
  /** The address of the page of this reference, if the viewer may open it. */
  byReference(work: Work, reference: string): Promise<string | undefined>;
  like?(work: Work, ask: SearchAsk): Promise<FoundPage>;
}
/** What is named in words must be open to the viewer as a page, too. */
const named =
  (
    find: (work: Work, id: string) => Promise<{ id: string; reference: string; about: string } | undefined>,
    byReference: Finder['byReference'],
  ): Finder['named'] =>
  async (work, id) => {
    const row = await find(work, id);
    const href = row && (await byReference(work, row.reference));
    return row && href ? { id: row.id, title: row.reference, about: row.about, href } : undefined;
  };

const finders: Readonly<Record<string, Finder>> = {
  report: {
    named: named(async (work, id) => {
      const report = await findReport(work, id);
      return report && { ...report, about: `${report.issueName}, ${report.serviceName}` };
    }, reportByReference),
    byReference: reportByReference,
    like: searchReports,
  },
  penalty: {
    named: named(async (work, id) => {
      const penalty = await findPenalty(work, id);
      return penalty && { ...penalty, about: `Penalty notice of ${penalty.agencyName}` };
    }, penaltyByReference),
    byReference: penaltyByReference,
    like: searchPenalties,
  },
  'asb-case': {
    named: named(async (work, id) => {
      const file = await findAsbCase(work, id);
      return file && { ...file, about: file.summary };
    }, asbCaseByReference),
    byReference: asbCaseByReference,
  },
};

const recordNamed = async (work: Work, kinds: readonly RecordKind[], id: string) => {
  const record = await findRecord(work, id);
  return record && kinds.includes(record.kind)
    ? {
        ...{ id: record.id, title: record.label, href: `/records/${record.id}` },
        about: `${recordKindWords[record.kind]}, held by ${record.agencyName}`,
      }
    : undefined;
};

async function like(work: Work, kinds: readonly string[], words: string): Promise<LookUpChoice[]> {
  const ask = { words, limit: mostChoices, offset: 0 };
  const found: Found[] = [];
  const ofRecords = recordKinds.filter((kind) => kinds.includes(kind));
  if (ofRecords.length > 0)
    for (const one of (await searchRecordKinds(work, ofRecords, ask)).values()) found.push(...one.found);
  for (const kind of kinds) {
    const finder = finders[kind];
    const reference = finder && referenceIn(words);
    const href = reference && (await finder.byReference(work, reference));
    const one = href && (await finder.named(work, href.split('/').at(-1) ?? ''));
    if (one) found.push(one);
    else if (finder?.like) found.push(...(await finder.like(work, ask)).found);
  }
  return found.slice(0, mostChoices);
}

/** The records that a form may name: people and things, reports, penalties, cases of anti-social behaviour. */
export const lookUp: LookUp = async (work, { kinds, value }) => {
  if (isId(value)) {
    const record = await recordNamed(
      work,
      recordKinds.filter((kind) => kinds.includes(kind)),
      value,
    );
    if (record) return { chosen: record, found: [] };
    for (const kind of kinds) {
      const chosen = await finders[kind]?.named(work, value);
      if (chosen) return { chosen, found: [] };
    }
    return { found: [] };
  }
  const words = value.replaceAll('\0', '').slice(0, longestWords).trim();
  if (words.length < 2) return { found: [] };
  const found = await like(work, kinds, words);
  work.note.detail = { ...work.note.detail, lookedFor: words, count: found.length };
  return { found };
};
