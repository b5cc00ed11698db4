import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { Upload } from './declare.ts';
import type { PageReply, RedirectReply } from './reply.ts';
import { closed, keyFor, opened } from './sealed.ts';

/** Hours for which a form that was done is known again: longer than any page of a session can be left open. */
export const hoursKnown = 24;

type Fields = Record<string, unknown>;

/** The name under which a form's key goes on with it while its session is looked at, sealed forms included. */
const field = '_once';
const keyShape = /^[\w-]{22}$/;

/** What a page puts beside the token of its forms: `token.key`. Where nothing is kept, no two answers may differ by it. */
export const newKey = (isKept: boolean): string =>
  isKept ? randomBytes(16).toString('base64url') : 'once'.padEnd(22, '-');

/** The token that the forms of a page carry: whose session it is, and which page. */
export const tokenWith = (csrf: string, key: string): string => `${csrf}.${key}`;

/** Takes the page's key off the token that a form was sent with. */
export function withKeyApart(fields: Fields): Fields {
  const { _csrf: token } = fields;
  if (typeof token !== 'string' || !token.includes('.')) return fields;
  const at = token.lastIndexOf('.');
  return { ...fields, _csrf: token.slice(0, at), [field]: token.slice(at + 1) };
}

/** One sending of one form from one page by one account. The same again, whatever else has happened, is no second act. */
export interface SentForm {
  digest: Buffer;
  /** Opens the answer; it follows from the page's key, which the database never sees. */
  key: Buffer;
}

/**
 * What a form is known again by: its page, whoever sent it, its address, every field and every file. Other answers in the same form
 * are another wish. Undefined for a form without a key, which is done each time.
 */
export async function sentForm(
  sent: { fields: Fields; uploads: readonly Upload[]; url: string; accountId: string },
  secret: string,
): Promise<{ fields: Fields; form: SentForm | undefined }> {
  const { [field]: pageKey, ...fields } = sent.fields;
  if (typeof pageKey !== 'string' || !keyShape.test(pageKey)) return { fields, form: undefined };
  const { _csrf, ...typed } = fields;
  const files: string[][] = [];
  for (const upload of sent.uploads) files.push([upload.field, upload.name, await hashOf(upload)]);
  const content = JSON.stringify([sent.accountId, pageKey, sent.url, typed, files]);
  const digest = createHmac('sha256', keyFor(secret, 'form sent')).update(content).digest();
  return { fields, form: { digest, key: keyFor(secret, `form answer ${sent.accountId} ${pageKey}`) } };
}

async function hashOf({ content, path }: Upload): Promise<string> {
  const hash = createHash('sha256');
  if (path) for await (const part of createReadStream(path)) hash.update(part as Buffer);
  else hash.update(content);
  return hash.digest('base64url');
}

/** Where a form led; of a page that its act showed, that it was done and what is to be shown again: its route says how. */
type Kept = RedirectReply | Pick<PageReply, 'kind' | 'shownOnce'>;

/** How this form was answered before, if it was done. Another sending of it waits here until this act has ended. */
export async function answerBefore(db: Db, form: SentForm, now: Date): Promise<Kept | undefined> {
  const since = new Date(now.getTime() - hoursKnown * 3_600_000);
  const { rows } = await sql<{
    answer: Buffer | null;
  }>`select platform.form_answer(${form.digest}, ${since}) as answer`.execute(db);
  const answer = rows[0]?.answer;
  // Nobody without the key can have written what it opens.
  return answer ? (opened(form.key, answer) as Kept | undefined) : undefined;
}

/** Keeps where the form led, in the transaction of its act. What begins or ends a session is never kept. */
export async function keepAnswer(
  db: Db,
  form: SentForm,
  { value, isAgain, now }: { value: unknown; isAgain: boolean; now: Date },
): Promise<void> {
  const shown = isPage(value) ? value.shownOnce : undefined;
  const page = isAgain ? { kind: 'page', ...(shown && { shownOnce: shown }) } : undefined;
  const kept = isRedirect(value) && !('session' in value) ? value : page;
  if (!kept) return;
  await sql`select platform.keep_form_answer(${form.digest}, ${closed(form.key, kept)}, ${now})`.execute(db);
}

const isRedirect = (value: unknown): value is RedirectReply =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'redirect';
const isPage = (value: unknown): value is PageReply =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'page';
