import { sql } from 'kysely';
import { type Cleared, clearedFor } from '../assurance/index.ts';
import { identityOf } from '../linkage/index.ts';
import { pageOfRows, type Sorted, sorted } from '../platform/database/sorting.ts';
import { notFound, ok, type Result } from '../platform/failures/failures.ts';
import { about, type Work } from '../platform/http/work.ts';
import { type Hold, holdOn } from '../records/index.ts';
import { type SafeContact, safeContactOf } from './contact.store.ts';
import { anchors, eventsOf, type FileEvent, familyOf, findFile, type VictimFile } from './file.store.ts';
import { countFiles, type FileFilter, fileSorting, type ListedFile, listFiles } from './file-list.store.ts';
import { type Lead, leadsOf } from './lead.commands.ts';
import { type Loss, type LossTotals, lossesOf, totalsOf } from './loss.store.ts';
import { type Person, personOf, standsToday } from './person.queries.ts';
import { type Precaution, precautionsFor } from './precautions.ts';
import { type Referral, referralsOf } from './referral.store.ts';
import { type Visit, visitsOfFiles } from './visit.store.ts';

const pageRows = 50;

/** A page of the register. */
export async function pageOfFiles(
  work: Work,
  asked: FileFilter & { sort?: string | undefined; after?: string | undefined },
): Promise<{ files: ListedFile[]; next: string | null; count: number; sorted: Sorted }> {
  const { sort, after, ...filter } = asked;
  const order = sorted(fileSorting, { sort, after });
  const found = await listFiles(work, { filter, sorted: order, limit: pageRows + 1 });
  const { rows: files, next } = pageOfRows(order, found, pageRows);
  work.note.detail.count = files.length;
  // Who was looked for is part of the audit, as it is of every search.
  if (filter.words) work.note.detail.words = filter.words;
  return {
    files,
    next,
    count: await countFiles(work, filter),
    sorted: order,
  };
}

/** Files that the ledger takes to be about one person, and that no person has joined. */
export async function filesOfOne(work: Work): Promise<VictimFile[][]> {
  const all = await anchors(work);
  const today = await standsToday(
    work,
    all.map(({ recordId }) => recordId),
  );
  const identities = await identityOf(work, [...today.values()]);
  const together = new Map<string, string[]>();
  for (const { id, recordId } of all) {
    const key = identities.get(today.get(recordId) ?? recordId)?.key;
    if (key) together.set(key, [...(together.get(key) ?? []), id]);
  }
  const groups: VictimFile[][] = [];
  for (const ids of [...together.values()].filter((some) => some.length > 1).slice(0, 50)) {
    const files = [];
    for (const id of ids) files.push(await findFile(work, id));
    groups.push(files.filter((file) => file !== undefined));
  }
  return groups;
}

/** What is known of somebody on the register: the profile and lead of one file, and what hangs on any of their files. */
export interface FileView {
  file: VictimFile;
  /** Files that were joined into this one, and can be parted from it. */
  joined: VictimFile[];
  person: Person;
  contact: SafeContact | undefined;
  precautions: Precaution[];
  /** The last officer-safety screen. */
  cleared: Cleared;
  losses: Loss[];
  totals: LossTotals;
  visits: Visit[];
  referrals: Referral[];
  leads: Lead[];
  events: FileEvent[];
  /** Files that the ledger takes to be about the same person. */
  others: VictimFile[];
  reveals: Reveal[];
  hold: Hold | undefined;
}

/** A time at which the hidden address was shown. */
export interface Reveal {
  at: Date;
  officerName: string | null;
  reason: string;
}

async function revealsOf({ db }: Work, fileIds: readonly string[]): Promise<Reveal[]> {
  const { rows } = await sql<Reveal>`select r.at, o.name as officer_name, r.reason from safeguarding.reveal r
    left join directory.officer o on o.id = r.officer_id where r.file_id = any(${[...fileIds]}::uuid[]) order by r.at desc limit 50`.execute(
    db,
  );
  return rows;
}

/** One person on the register, with what hangs on any of their files. */
export async function fileView(work: Work, fileId: string): Promise<Result<FileView>> {
  const file = await findFile(work, fileId);
  if (!file) return notFound;
  about(work, 'victim-file', file.id);
  const { ids: family, files } = await familyOf(work, file.id);
  const losses = await lossesOf(work, family);
  const person = await personOf(work, files);
  return ok({
    file,
    joined: files.filter(({ joinedInto }) => joinedInto === file.id),
    person,
    contact: await safeContactOf(work, file.id),
    precautions: await precautionsFor(work, { fileIds: family }),
    cleared: await clearedFor(work, family),
    losses,
    totals: totalsOf(losses),
    visits: await visitsOfFiles(work, family),
    referrals: await referralsOf(work, family),
    leads: await leadsOf(work, file.id),
    events: await eventsOf(work, family),
    others: await othersOf(work, file, person),
    reveals: await revealsOf(work, family),
    hold: await holdOn(work, 'victim-file', file.id),
  });
}

async function othersOf(work: Work, file: VictimFile, person: Person): Promise<VictimFile[]> {
  if (file.joinedInto !== null) return [];
  const members = new Set(person.members);
  const all = (await anchors(work)).filter(({ id }) => id !== file.id);
  const today = await standsToday(
    work,
    all.map(({ recordId }) => recordId),
  );
  const found = [];
  for (const { id, recordId } of all)
    if (members.has(today.get(recordId) ?? recordId)) found.push(await findFile(work, id));
  return found.filter((other) => other !== undefined);
}
