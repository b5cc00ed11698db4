import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { toDocx } from '../platform/documents/docx.ts';
import type { PrintedDocument } from '../platform/documents/model.ts';
import { toPdf } from '../platform/documents/pdf.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { contactOf } from './sender.ts';

/**
 * A procedure whose files keep their history, the reasons of its steps and the papers they served in tables of one form, as
 * `enforcement.closure_event` with its `closure_id`. Row-level security stands behind the policy in all of them.
 */
export type Procedure =
  | 'closure'
  | 'encampment'
  | 'abandoned'
  | 'pspo'
  | 'protection'
  | 'trader'
  | 'operation'
  | 'premises'
  | 'purchase'
  | 'attempt'
  | 'licensing'
  | 'award'
  | 'prosecution'
  | 'enquiry'
  | 'access'
  | 'asb'
  | 'order'
  | 'nomination'
  | 'review';

/** The schema that keeps the tables of a procedure: its own module's. */
const schemaOf: Readonly<Record<Procedure, string>> = {
  closure: 'enforcement',
  encampment: 'enforcement',
  abandoned: 'enforcement',
  pspo: 'enforcement',
  protection: 'enforcement',
  trader: 'traders',
  operation: 'operations',
  premises: 'inspection',
  purchase: 'inspection',
  attempt: 'inspection',
  licensing: 'inspection',
  award: 'inspection',
  prosecution: 'court',
  enquiry: 'intelligence',
  access: 'governance',
  asb: 'asb',
  order: 'asb',
  nomination: 'asb',
  review: 'asb',
};
const table = (procedure: Procedure, part: 'event' | 'reason' | 'document') =>
  sql.table(`${schemaOf[procedure]}.${procedure}_${part}`);
const fileId = (procedure: Procedure, alias = '') => sql.ref(`${alias}${procedure}_id`);

export interface ProcedureEvent {
  at: Date;
  kind: string;
  words: string;
  officerName: string | null;
  agencyName: string | null;
  /** Why, for the issuing agency alone: row-level security leaves it out for others, and for all of a hidden place. */
  reason: string | null;
}
/** The timeline of a file the viewer has been given. */
export async function listEvents(
  { db }: Work,
  procedure: Procedure,
  file: string,
): Promise<ProcedureEvent[]> {
  const { rows } =
    await sql<ProcedureEvent>`select e.at, e.kind, e.words, o.name as officer_name, a.name as agency_name, r.words as reason
    from ${table(procedure, 'event')} e left join directory.officer o on o.id = e.officer_id left join directory.agency a on a.id = e.agency_id
      left join ${table(procedure, 'reason')} r on r.event_id = e.id
    where ${fileId(procedure, 'e.')} = ${file} order by e.at, e.id`.execute(db);
  return rows;
}

/** Writes a line of the history; the words name nobody and no place, the reason may. */
export async function addEvent(
  { db, viewer, clock, ids }: Work,
  procedure: Procedure,
  file: { id: string; agencyId: string },
  event: { kind: string; words: string; reason?: string | undefined },
): Promise<void> {
  const officer = viewer.kind === 'officer' ? viewer : undefined;
  const id = ids.next();
  await sql`insert into ${table(procedure, 'event')} (id, ${fileId(procedure)}, at, kind, officer_id, agency_id, words)
    values (${id}, ${file.id}, ${clock.now()}, ${event.kind}, ${officer?.officerId ?? null}, ${officer?.agencyId ?? null}, ${event.words})`.execute(
    db,
  );
  if (event.reason)
    await sql`insert into ${table(procedure, 'reason')} (event_id, ${fileId(procedure)}, agency_id, words)
      values (${id}, ${file.id}, ${file.agencyId}, ${event.reason})`.execute(db);
}

/** One edition of a paper, in one of the two formats it is kept in. */
export interface EditionRow<Kind extends string = string> {
  kind: Kind;
  version: number;
  format: 'pdf' | 'docx';
  /** Whether an address is printed on it. */
  showsAddress: boolean;
  sha256: string;
  madeAt: Date;
}
/** The papers of a file, without their bytes. */
export async function listEditions<Kind extends string>(
  { db }: Work,
  procedure: Procedure,
  file: string,
): Promise<EditionRow<Kind>[]> {
  const { rows } = await sql<
    EditionRow<Kind>
  >`select kind, version, format, shows_address, sha256, made_at from ${table(procedure, 'document')}
    where ${fileId(procedure)} = ${file} order by made_at, kind, version, format desc`.execute(db);
  return rows;
}

/** One paper with its very bytes. */
export async function findEdition(
  { db }: Work,
  procedure: Procedure,
  file: string,
  edition: Pick<EditionRow, 'kind' | 'version' | 'format'>,
): Promise<{ name: string; content: Buffer; sha256: string; showsAddress: boolean } | undefined> {
  const { rows } = await sql<{
    name: string;
    content: Buffer;
    sha256: string;
    showsAddress: boolean;
  }>`select name, content, sha256, shows_address
    from ${table(procedure, 'document')}
    where ${fileId(procedure)} = ${file} and kind = ${edition.kind} and version = ${edition.version} and format = ${edition.format}`.execute(
    db,
  );
  return rows[0];
}

/** Makes the next edition of a paper as PDF and as Word, and keeps the bytes of both with their hashes. */
export async function keepEdition(
  work: Work,
  procedure: Procedure,
  file: { id: string; agencyId: string; reference: string },
  paper: { kind: string; document: PrintedDocument; showsAddress: boolean },
): Promise<void> {
  const { db, clock, ids } = work;
  const { kind, showsAddress } = paper;
  const document = {
    ...paper.document,
    contact: await contactOf(db, file.agencyId, officerOf(work).officerId),
  };
  const documents = table(procedure, 'document');
  const { rows } = await sql<{
    version: number;
  }>`select coalesce(max(version), 0) + 1 as version from ${documents}
    where ${fileId(procedure)} = ${file.id} and kind = ${kind}`.execute(db);
  const version = rows[0]?.version ?? 1;
  for (const [format, content] of [
    ['pdf', await toPdf(document)],
    ['docx', await toDocx(document)],
  ] as const)
    await sql`insert into ${documents}
      (id, ${fileId(procedure)}, agency_id, kind, version, format, name, sha256, content, shows_address, made_by, made_at)
      values (${ids.next()}, ${file.id}, ${file.agencyId}, ${kind}, ${version}, ${format}, ${`${file.reference}-${kind}-${version}.${format}`},
        ${createHash('sha256').update(content).digest('hex')}, ${content}, ${showsAddress}, ${officerOf(work).officerId}, ${clock.now()})`.execute(
      db,
    );
}
