import { invalid, notFound, ok, type Result } from '../platform/failures/failures.ts';
import type { Work } from '../platform/http/work.ts';
import { changedMeanwhile, type Fields, noteChange } from './change/change.store.ts';
import { findIssueType, type IssueTypeRow } from './directory.store.ts';

export interface IssueTypeInput {
  name: string;
  groupName: string;
  words: readonly string[];
  hint?: string | undefined;
  targetWorkingDays: number;
  asksLandOwner: boolean;
  isSensitive: boolean;
  isActive: boolean;
  reason: string;
}

/** The fields of an issue type that its history keeps. */
export const issueFields = ({ code: _code, version: _version, ...type }: IssueTypeRow): Fields => type;

const codeOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** A line of the A to Z as it would be; `before` is null where it is new. */
export interface PlannedIssueType {
  code: string;
  before: IssueTypeRow | null;
  after: Fields;
}

const afterOf = ({ reason: _reason, ...row }: IssueTypeInput): Fields => ({ ...row, hint: row.hint ?? null });

export async function planNewIssueType(work: Work, input: IssueTypeInput): Promise<Result<PlannedIssueType>> {
  const code = codeOf(input.name);
  if (code === '') return invalid({ field: 'name', words: 'Enter a name with letters in it' });
  if (await findIssueType(work.db, code))
    return invalid({ field: 'name', words: 'There is an issue type of this name already' });
  return ok({ code, before: null, after: afterOf(input) });
}

/** Adds a line to the A to Z. */
export async function addIssueType(work: Work, input: IssueTypeInput): Promise<Result<{ code: string }>> {
  const plan = await planNewIssueType(work, input);
  if (!plan.ok) return plan;
  const { code, after } = plan.value;
  const { reason, ...row } = input;
  await work.db
    .insertInto('directory.issueType')
    .values({ code, ...row, hint: row.hint ?? null, words: [...row.words] })
    .execute();
  await noteChange(work, { kind: 'issue-type', id: code, before: null, after, reason });
  return ok({ code });
}

type ChangedIssueType = IssueTypeInput & { version: number };

export async function planIssueType(
  work: Work,
  code: string,
  input: ChangedIssueType,
): Promise<Result<PlannedIssueType>> {
  const before = await findIssueType(work.db, code);
  if (!before) return notFound;
  if (before.version !== input.version) return changedMeanwhile(work, 'issue-type', code);
  const { version: _version, ...fields } = input;
  return ok({ code, before, after: afterOf(fields) });
}

/** Changes a line of the A to Z, unless somebody else did since it was opened. */
export async function changeIssueType(
  work: Work,
  code: string,
  input: ChangedIssueType,
): Promise<Result<{ code: string }>> {
  const plan = await planIssueType(work, code, input);
  if (!plan.ok) return plan;
  const { before, after } = plan.value;
  const { reason, version, ...row } = input;
  const { numUpdatedRows } = await work.db
    .updateTable('directory.issueType')
    .set({ ...row, hint: row.hint ?? null, words: [...row.words], version: version + 1 })
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return changedMeanwhile(work, 'issue-type', code);
  const was = before && issueFields(before);
  await noteChange(work, { kind: 'issue-type', id: code, before: was, after, reason });
  return ok({ code });
}

/** Puts back what a change of an issue type replaced. */
export async function restoreIssueType(
  work: Work,
  code: string,
  before: Fields,
  reason: string,
): Promise<Result<{ id: string }>> {
  const now = await findIssueType(work.db, code);
  if (!now) return notFound;
  const text = (name: string, otherwise: string) =>
    typeof before[name] === 'string' ? String(before[name]) : otherwise;
  const flag = (name: string, otherwise: boolean) =>
    typeof before[name] === 'boolean' ? before[name] === true : otherwise;
  const restored = await changeIssueType(work, code, {
    ...{ name: text('name', now.name), groupName: text('groupName', now.groupName) },
    words: Array.isArray(before.words) ? before.words.map(String) : now.words,
    hint: typeof before.hint === 'string' ? before.hint : undefined,
    targetWorkingDays: Number(before.targetWorkingDays ?? now.targetWorkingDays),
    asksLandOwner: flag('asksLandOwner', now.asksLandOwner),
    isSensitive: flag('isSensitive', now.isSensitive),
    isActive: flag('isActive', now.isActive),
    ...{ reason, version: now.version },
  });
  return restored.ok ? ok({ id: code }) : restored;
}
