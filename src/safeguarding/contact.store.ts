import { sql } from 'kysely';
import type { Work } from '../platform/http/work.ts';

/** What one file says of how a person may safely be reached. */
export interface OwnContact {
  fileId: string;
  method: string;
  times: string;
  noMessage: boolean;
  mustNotKnow: string;
  phone: string;
  hidesAddress: boolean;
  /** Empty where it must stay hidden. */
  address: string;
  postcode: string;
}

/**
 * How a person may safely be reached, from all their files: the strictest holds. A message is left where every file allows
 * it, nobody whom one of them names may know, and the address is hidden when any file or record of theirs hides it.
 */
export interface SafeContact extends OwnContact {
  /** Every address that a file of theirs holds and that is not hidden. */
  places: readonly { address: string; postcode: string }[];
  /** What the file that was asked for says itself: for the form that changes it. */
  own: OwnContact;
}

const saidBy = (
  files: readonly OwnContact[],
  part: 'method' | 'times' | 'mustNotKnow' | 'phone',
): string[] => [...new Set(files.map((file) => file[part]).filter(Boolean))];

/** Rules of several files as one; what differs stands beside each other, to be kept to both. */
export function strictest(own: OwnContact, files: readonly OwnContact[]): SafeContact {
  const both = (part: 'method' | 'times') => saidBy(files, part).join('; and, by another file of theirs, ');
  const places = files
    .map(({ address, postcode }) => ({ address, postcode }))
    .filter(({ address, postcode }) => address || postcode);
  return {
    fileId: own.fileId,
    method: both('method'),
    times: both('times'),
    noMessage: files.some(({ noMessage }) => noMessage),
    mustNotKnow: saidBy(files, 'mustNotKnow').join('; '),
    phone: saidBy(files, 'phone').join(' or '),
    hidesAddress: files.some(({ hidesAddress }) => hidesAddress),
    address: places[0]?.address ?? '',
    postcode: places[0]?.postcode ?? '',
    places,
    own,
  };
}

/**
 * Asked of the database, which gives it to whoever keeps the file and, until the day of the visit is over, to the officer who
 * goes, and no hidden address. Nothing for anybody else.
 */
export async function safeContactOf({ db, clock }: Work, fileId: string): Promise<SafeContact | undefined> {
  const { rows } = await sql<
    OwnContact & { isHidden: boolean }
  >`select c.file_id, c.method, c.times, c.no_message, c.must_not_know,
      c.phone, c.hides_address, c.is_hidden, c.address, c.postcode from safeguarding.safe_contacts(${fileId}, ${clock.today()}) c`.execute(
    db,
  );
  const [asked] = rows;
  if (asked?.fileId !== fileId) return undefined;
  const { isHidden, ...own } = asked;
  return { ...strictest(own, rows), hidesAddress: isHidden };
}

/** Whether one of some files says itself that the address must stay hidden. For files that the viewer has been given. */
export async function saysHidden({ db }: Work, fileIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ says: boolean }>`select coalesce(bool_or(c.hides_address), false) as says
    from safeguarding.contact c where c.file_id = any(${[...fileIds]}::uuid[])`.execute(db);
  return rows[0]?.says ?? false;
}

/** An agency's word that the address of a person must stay hidden, that stands. */
export interface HiddenMark {
  agencyId: string;
  agencyName: string;
  /** Marked by whoever led then: whoever leads after it may lift it too. */
  isLeads: boolean;
}

/** Who says of a file that its address must stay hidden. For a file that the viewer has been given. */
export async function marksOf({ db }: Work, fileId: string): Promise<HiddenMark[]> {
  const { rows } =
    await sql<HiddenMark>`select m.agency_id, a.name as agency_name, m.is_leads from safeguarding.hidden_mark m
    join directory.agency a on a.id = m.agency_id where m.file_id = ${fileId} and m.lifted_at is null order by a.name`.execute(
      db,
    );
  return rows;
}
