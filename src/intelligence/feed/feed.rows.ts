import { createHash } from 'node:crypto';
import { addSchema } from '../item/item.forms.ts';
import { priorityWords } from '../item/item.words.ts';
import type { NewItem } from '../item/submit.commands.ts';
import { type FeedField, feedFields, feedFieldWords } from './feed.words.ts';

/** Which column holds what; a field without a column is left out. */
export type FeedMapping = Partial<Record<FeedField, string>>;

/** One row as the file has it. */
export interface FeedRow {
  rowNumber: number;
  cells: Readonly<Record<string, string>>;
  /** Cells that hold no value that could be read, and why. */
  flaws: Readonly<Record<string, string>>;
}

/** A row that can be taken, with the key by which it is known again within its feed. */
export interface FeedDraft {
  rowNumber: number;
  key: string;
  item: NewItem;
}

/** Why a row cannot be taken. */
export interface FeedProblem {
  rowNumber: number;
  /** The column as the file calls it; the field's own name where no column was chosen for it. */
  column: string;
  problem: string;
  mend: string;
}

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Which column holds what, as far as their names say. A column is given to one field. */
export function guessMapping(columns: readonly string[]): FeedMapping {
  const mapping: FeedMapping = {};
  for (const field of feedFields) {
    const free = columns.filter((column) => !Object.values(mapping).includes(column));
    const { names } = feedFieldWords[field];
    const found = names
      .map((name) => free.find((column) => bare(column) === name))
      .find((column) => column !== undefined);
    if (found !== undefined) mapping[field] = found;
  }
  return mapping;
}

/** What it is about where no column says so: the first words, cut at a word. */
function firstWords(body: string): string {
  const [line = ''] = body.split('\n');
  return line.length <= 100 ? line : `${line.slice(0, 100).replace(/\s+\S*$/, '')} …`;
}

const priorityOf = (typed: string): string =>
  Object.entries(priorityWords).find(([, words]) => words.toLowerCase() === typed.toLowerCase())?.[0] ??
  typed;

const digest = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

function read(row: FeedRow, mapping: FeedMapping): { item: NewItem | undefined; problems: FeedProblem[] } {
  const cell = (field: FeedField) => row.cells[mapping[field] ?? '']?.trim() ?? '';
  const problem = (field: FeedField, words: string): FeedProblem => ({
    rowNumber: row.rowNumber,
    column: mapping[field] ?? feedFieldWords[field].label,
    problem: words,
    mend: feedFieldWords[field].mend,
  });
  const flawed = feedFields.flatMap((field) => {
    const flaw = row.flaws[mapping[field] ?? ''];
    return flaw ? [problem(field, flaw)] : [];
  });
  if (flawed.length > 0) return { item: undefined, problems: flawed };
  const parsed = addSchema.safeParse({
    receivedHow: 'feed',
    title: cell('title') || firstWords(cell('body')),
    body: cell('body'),
    howKnown: cell('howKnown'),
    knownWhen: cell('knownWhen'),
    legacyGrade: cell('legacyGrade'),
    ...(cell('priority') ? { priority: priorityOf(cell('priority')) } : {}),
  });
  if (parsed.success)
    return { item: { ...parsed.data, fearsForSource: false, fearsWords: '' }, problems: [] };
  // An empty text makes an empty title too: said once.
  const fields = new Map(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
  if (fields.has('body') && !cell('title')) fields.delete('title');
  return {
    item: undefined,
    problems: feedFields.flatMap((field) => {
      const words = fields.get(field);
      return words === undefined ? [] : [problem(field, words)];
    }),
  };
}

/**
 * Every row as an item or as what is wrong with it: by the same rules as an item that is put in by hand. A row is known by
 * its own reference; without one, by its words and how-manieth of its like it is, so that two equal rows stay two items.
 */
export function readFeedRows(
  rows: readonly FeedRow[],
  mapping: FeedMapping,
): { drafts: FeedDraft[]; problems: FeedProblem[] } {
  const drafts: FeedDraft[] = [];
  const problems: FeedProblem[] = [];
  const seen = new Map<string, { rowNumber: number; times: number }>();
  for (const row of rows) {
    const { item, problems: wrong } = read(row, mapping);
    problems.push(...wrong);
    if (!item) continue;
    const reference = row.cells[mapping.reference ?? '']?.trim() ?? '';
    const like = reference
      ? `ref:${reference.slice(0, 300)}`
      : `sha:${digest([item.title, item.body, item.howKnown, item.knownWhen])}`;
    const before = seen.get(like);
    if (reference && before) {
      problems.push({
        rowNumber: row.rowNumber,
        column: mapping.reference ?? '',
        problem: `Row ${before.rowNumber} has the same reference`,
        mend: feedFieldWords.reference.mend,
      });
      continue;
    }
    const times = (before?.times ?? 0) + 1;
    seen.set(like, { rowNumber: row.rowNumber, times });
    drafts.push({ rowNumber: row.rowNumber, key: reference ? like : `${like}#${times}`, item });
  }
  return { drafts, problems };
}
