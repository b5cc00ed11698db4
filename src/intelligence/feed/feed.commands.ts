import { readFile } from 'node:fs/promises';
import {
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../../platform/failures/failures.ts';
import { hashOfFile, keptName } from '../../platform/files/given-table.ts';
import { FileRefused, openTable } from '../../platform/files/table-file.ts';
import type { Upload } from '../../platform/http/declare.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { submitItems } from '../item/submit.commands.ts';
import {
  type Attachment,
  attachmentsOfFile,
  forgetAttachments,
  keepAttachments,
  tieAttachments,
} from './attachment.store.ts';
import { feedLimits } from './feed.forms.ts';
import {
  type FeedDraft,
  type FeedMapping,
  type FeedProblem,
  type FeedRow,
  guessMapping,
  readFeedRows,
} from './feed.rows.ts';
import {
  changeFeedFile,
  type FeedFile,
  findFeedFile,
  forgetRows,
  keepFeedFile,
  keepKeys,
  knownKeys,
  lastMapping,
  rowsOfFeed,
} from './feed.store.ts';
import { type FeedField, feedFields } from './feed.words.ts';
import { type MailAttachment, mailMapping, readMail } from './mail.ts';

const movedOn = stale('Somebody has changed this file since you opened it. Reload the page.');

interface Read {
  columns: readonly string[];
  notes: readonly string[];
  rows: FeedRow[];
  mapping: FeedMapping;
  attachments: readonly MailAttachment[];
}

async function readTableRows(path: string): Promise<Read> {
  const table = await openTable(path, { limits: feedLimits });
  const rows: FeedRow[] = [];
  for await (const { number, values, flaws } of table.rows())
    rows.push({ rowNumber: number, cells: values, flaws: flaws ?? {} });
  if (rows.length === 0)
    throw new FileRefused('no-rows', 'The file has column names and no rows below them.');
  return {
    columns: table.columns,
    notes: table.notes,
    rows,
    mapping: guessMapping(table.columns),
    attachments: [],
  };
}

async function readMailRow(path: string): Promise<Read> {
  const { columns, notes, cells, attachments } = await readMail(await readFile(path));
  return { columns, notes, attachments, rows: [{ rowNumber: 1, cells, flaws: {} }], mapping: mailMapping };
}

/** The one form in which feeds are known apart. */
const codeOf = (feed: string): string =>
  feed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Takes a table of rows or one e-mail and looks at it. Nothing of it is in the queue; what cannot be read is not kept. */
export async function giveFeedFile(
  work: Work,
  input: { feed: string },
  uploads: readonly Upload[],
): Promise<Result<{ id: string }>> {
  const upload = uploads.find(({ field }) => field === 'file');
  const wrong = (words: string) => invalid({ field: 'file', words });
  if (upload?.isTooLarge) return wrong('The file must be smaller than 10 MB: split it into smaller files');
  if (!upload?.path || !upload.name) return wrong('Choose a file');
  const feedCode = codeOf(input.feed);
  if (feedCode === '') return invalid({ field: 'feed', words: 'Say where it comes from, in letters' });
  try {
    const isMail = /\.eml$/i.test(upload.name);
    const read = isMail ? await readMailRow(upload.path) : await readTableRows(upload.path);
    const before = isMail ? undefined : await lastMapping(work, feedCode);
    const id = await keepFeedFile(work, {
      ...{ feed: input.feed, feedCode, fileName: keptName(upload.name) },
      fileSha256: await hashOfFile(upload.path),
      ...{ columns: [...read.columns], notes: [...read.notes], rows: read.rows },
      mapping: before ? onlyThere(before, read.columns) : read.mapping,
    });
    await keepAttachments(work, id, read.attachments);
    about(work, 'intelligence-feed', id, {
      rows: read.rows.length,
      attachments: read.attachments.length,
    });
    return ok({ id });
  } catch (error) {
    if (error instanceof FileRefused) return wrong(error.message);
    throw error;
  }
}

const onlyThere = (mapping: FeedMapping, columns: readonly string[]): FeedMapping =>
  Object.fromEntries(Object.entries(mapping).filter(([, column]) => columns.includes(column)));

/** What would come of a file as it stands: or, once it is decided, what was wrong with the rows that are left. */
export interface FeedCheck {
  file: FeedFile;
  /** Rows that would become items. */
  fresh: FeedDraft[];
  /** What came with an e-mail. */
  attachments: Attachment[];
  /** Rows that are items already. */
  known: number;
  rejected: number;
  problems: FeedProblem[];
}

/** Reads every row of a file as it would be taken, without taking it. */
export async function checkFeed(work: Work, id: string): Promise<Result<FeedCheck>> {
  const file = await findFeedFile(work, id);
  if (!file) return notFound;
  about(work, 'intelligence-feed', id);
  const { drafts, problems } = readFeedRows(await rowsOfFeed(work, id), file.mapping);
  const known = await knownKeys(
    work,
    file.feedCode,
    drafts.map(({ key }) => key),
  );
  return ok({
    ...{ file, problems },
    attachments: await attachmentsOfFile(work, id),
    fresh: drafts.filter(({ key }) => !known.has(key)),
    known: known.size,
    rejected: new Set(problems.map(({ rowNumber }) => rowNumber)).size,
  });
}

interface Step {
  feedId: string;
  version: number;
}

async function waiting(work: Work, input: Step): Promise<Result<FeedCheck>> {
  const check = await checkFeed(work, input.feedId);
  if (!check.ok) return check;
  const { state, version } = check.value.file;
  if (state !== 'given')
    return refusedByRule(
      'intelligence-feed.decided',
      'This file is dealt with already.',
      'Give it again: rows that are in the queue are known, and nothing is put in twice.',
    );
  return version === input.version ? check : movedOn;
}

/** Says which column holds what. */
export async function chooseFeedColumns(
  work: Work,
  input: Step & { mapping: Partial<Record<FeedField, string>> },
): Promise<Result<FeedFile>> {
  const check = await waiting(work, input);
  if (!check.ok) return check;
  const { file } = check.value;
  const chosen = feedFields.flatMap((field) => {
    const column = input.mapping[field];
    return column ? [[field, column] as const] : [];
  });
  const problems = chosen.flatMap(([field, column], at) => {
    if (!file.columns.includes(column)) return [{ field, words: 'The file has no such column' }];
    const isTaken = chosen.slice(0, at).some(([, before]) => before === column);
    return isTaken ? [{ field, words: 'Another field is read from this column' }] : [];
  });
  if (!input.mapping.body) problems.push({ field: 'body', words: 'Choose the column with what it says' });
  if (problems.length > 0) return invalid(...problems);
  const mapping = JSON.stringify(Object.fromEntries(chosen));
  if (!(await changeFeedFile(work, file, { mapping }))) return movedOn;
  return ok({ ...file, version: file.version + 1 });
}

/** Puts the rows that can be taken into the queue, all of them or none. Rows that were rejected stay until they are put away. */
export async function loadFeed(work: Work, input: Step): Promise<Result<{ loaded: number }>> {
  const check = await waiting(work, input);
  if (!check.ok) return check;
  const { file, fresh, known, rejected, problems } = check.value;
  if (fresh.length === 0)
    return refusedByRule(
      'intelligence-feed.nothing-new',
      'No row of this file can be put into the queue.',
      'Look at the rows below, or put the file away.',
    );
  const items = await submitItems(
    work,
    fresh.map(({ item }) => item),
  );
  if (!items.ok) return items;
  const keys = fresh.map(({ key }, at) => ({ key, itemId: items.value[at]?.id ?? '' }));
  const counts = { rowsLoaded: fresh.length, rowsKnown: known, rowsRejected: rejected };
  const decided = {
    state: 'loaded' as const,
    decidedAt: work.clock.now(),
    decidedBy: officerOf(work).officerId,
  };
  // Somebody may load the same rows from another file at this moment: then nothing of this one is kept.
  if ((await keepKeys(work, file, keys)) < keys.length) return movedOn;
  // An e-mail is one row, so that what is attached to it is its item's.
  const [first] = keys;
  if (first) await tieAttachments(work, file, first.itemId);
  if (!(await changeFeedFile(work, file, { ...decided, ...counts }))) return movedOn;
  await forgetRows(
    work,
    file,
    problems.map(({ rowNumber }) => rowNumber),
  );
  about(work, 'intelligence-feed', file.id, { ...counts });
  return ok({ loaded: fresh.length });
}

/** Forgets every row of a file that is still kept; what is in the queue stays there. */
export async function putFeedAway(work: Work, input: Step): Promise<Result<FeedFile>> {
  const file = await findFeedFile(work, input.feedId);
  if (!file) return notFound;
  about(work, 'intelligence-feed', file.id);
  if (file.version !== input.version) return movedOn;
  const decided = {
    state: 'put-away' as const,
    decidedAt: work.clock.now(),
    decidedBy: officerOf(work).officerId,
  };
  if (!(await changeFeedFile(work, file, file.state === 'given' ? decided : {}))) return movedOn;
  await forgetRows(work, file);
  await forgetAttachments(work, file);
  return ok(file);
}
