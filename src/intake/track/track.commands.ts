import { sql } from 'kysely';
import { z } from 'zod';
import { findIssueType } from '../../directory/index.ts';
import { notFound, ok, type Result } from '../../platform/failures/failures.ts';
import { about, type Work } from '../../platform/http/work.ts';
import { addPhotos, type Photo } from '../photos/photo.commands.ts';
import { addEvent } from '../report.store.ts';
import { publicStatusWords, type ReportStatus } from '../report.words.ts';
import { hashPhrase, hashPhraseAsBefore } from '../return-phrase.ts';

/** What a reporter comes back with. It travels in the body of a form, never in an address. */
export interface Return {
  reference: string;
  phrase: string;
}

export interface TrackedLine {
  at: Date;
  fromReporter: boolean;
  body: string;
}
/** A report as its reporter reads it: no officer's name, no internal line, nobody else's words. */
export interface Tracked {
  id: string;
  reference: string;
  issueName: string;
  statusWords: string;
  isOpen: boolean;
  receivedAt: Date;
  targetOn: string;
  serviceName: string;
  agencyName: string;
  placeWords: string | null;
  outcomeWords: string | null;
  lines: TrackedLine[];
}

const found = z.object({
  id: z.string(),
  reference: z.string(),
  issueType: z.string(),
  status: z.string(),
  receivedAt: z.date(),
  targetOn: z.string(),
  serviceName: z.string(),
  agencyName: z.string(),
  placeWords: z.string().nullable(),
  outcomeWords: z.string().nullable(),
});
const line = z.object({ at: z.date(), fromReporter: z.boolean(), body: z.string() });

/** Six letters and figures after the mark, however they were typed. */
const tidyReference = (text: string): string => {
  const plain = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const parts = /^R?([A-Z0-9]{4})([A-Z0-9]{3})$/.exec(plain);
  return parts ? `R-${parts[1]}-${parts[2]}` : plain;
};

/** The report that the words belong to, with the hash by which the database knows them. */
async function opened(work: Work, given: Return): Promise<Result<{ tracked: Tracked; hash: Buffer }>> {
  const reference = tidyReference(given.reference);
  for (const hashed of [hashPhrase, hashPhraseAsBefore]) {
    const hash = await hashed(reference, given.phrase);
    const { rows } = await sql`select * from intake.report_by_phrase(${reference}, ${hash})`.execute(work.db);
    if (rows[0]) return ok({ tracked: await shown(work, { reference, hash, row: rows[0] }), hash });
  }
  return notFound;
}

/**
 * The report that the words belong to. A wrong pair and an unknown reference are one answer, and take one time: the words
 * are hashed before anything is looked up.
 */
export async function trackReport(work: Work, given: Return): Promise<Result<Tracked>> {
  const found = await opened(work, given);
  return found.ok ? ok(found.value.tracked) : found;
}

async function shown(
  work: Work,
  { reference, hash, row }: { reference: string; hash: Buffer; row: unknown },
): Promise<Tracked> {
  const report = found.parse(row);
  const lines =
    await sql`select at, from_reporter, body from intake.report_conversation(${reference}, ${hash})`.execute(
      work.db,
    );
  about(work, 'report', report.id);
  const { issueType, status, ...rest } = report;
  return {
    ...rest,
    issueName: (await findIssueType(work.db, issueType))?.name ?? 'Report',
    // The check constraint on the column holds the five values.
    statusWords: publicStatusWords[status as ReportStatus],
    isOpen: status !== 'closed' && status !== 'duplicate',
    lines: lines.rows.map((row) => line.parse(row)),
  };
}

/** An answer or something new from the reporter, named or not. The service reads it on the report. */
export async function answerByPhrase(work: Work, given: Return & { body: string }): Promise<Result<Tracked>> {
  const before = await opened(work, given);
  if (!before.ok) return before;
  const { tracked, hash } = before.value;
  await sql`select intake.answer_by_phrase(${tracked.reference}, ${hash}, ${work.ids.next()}, ${given.body}, ${work.clock.now()})`.execute(
    work.db,
  );
  await addEvent(work, { reportId: tracked.id, kind: 'answered', words: 'The reporter wrote' });
  return trackReport(work, given);
}

/** Photos that the reporter sends later. */
export async function photosByPhrase(
  work: Work,
  given: Return,
  photos: readonly Photo[],
): Promise<Result<Tracked>> {
  const tracked = await trackReport(work, given);
  if (!tracked.ok) return tracked;
  await addPhotos(work, tracked.value.id, photos);
  if (photos.length > 0)
    await addEvent(work, {
      reportId: tracked.value.id,
      kind: 'photos',
      words: `The reporter sent ${photos.length === 1 ? '1 photo' : `${photos.length} photos`}`,
    });
  return tracked;
}
