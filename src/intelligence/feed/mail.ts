import PostalMime, { type Address } from 'postal-mime';
import { FileRefused } from '../../platform/files/table-file.ts';
import type { FeedMapping } from './feed.rows.ts';

/** An e-mail as one row of a feed. */
export interface MailTable {
  columns: readonly string[];
  notes: readonly string[];
  cells: Readonly<Record<string, string>>;
  attachments: readonly MailAttachment[];
}

/** A file of an e-mail, as it came. */
export interface MailAttachment {
  name: string;
  /** What the e-mail says that it is. */
  type: string;
  content: Uint8Array;
}

/** Where each part of an e-mail stands in the row that it becomes. */
export const mailMapping: FeedMapping = {
  title: 'Subject',
  body: 'Text',
  howKnown: 'From',
  knownWhen: 'Date',
  reference: 'Message-ID',
};
/** Its reader takes 15 microseconds a line, without a pause; the lines of attachments as large as a file may be are 170,000. */
const mostLines = 200_000;

function linesOf(content: Uint8Array): number {
  let lines = 0;
  for (let at = content.indexOf(10); at >= 0; at = content.indexOf(10, at + 1)) lines += 1;
  return lines;
}

const columns = ['Subject', 'Text', 'From', 'Date', 'Message-ID'] as const;

/** Names of characters that stand in letters; others stay as they are written. */
const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', pound: '£', euro: '€' },
  ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', hellip: '…' },
};

/** What a mark leaves between the words: a line, an empty line, or nothing but the space between two words. */
const leaves = (tag: string): string =>
  /^<(br|\/tr|\/li)\b/i.test(tag)
    ? '\n'
    : /^<\/(p|div|h\d|blockquote|table|ul|ol)\s*>/i.test(tag)
      ? '\n\n'
      : ' ';

/**
 * Takes the marks out of formatted words, with what stands in comments, scripts and styles. It goes through the words once and
 * never asks a second time for an end that is not there: whoever sends an e-mail chooses its words, and ten million `<` are few.
 */
function withoutMarks(html: string): string {
  const lower = html.toLowerCase();
  const isMissing = new Set<string>();
  const placeOf = (end: string, from: number): number => {
    const found = isMissing.has(end) ? -1 : lower.indexOf(end, from);
    if (found < 0) isMissing.add(end);
    return found;
  };
  const parts: string[] = [];
  for (let at = 0; at < html.length; ) {
    const start = html.indexOf('<', at);
    const close = start < 0 ? -1 : placeOf('>', start);
    parts.push(html.slice(at, close < 0 ? html.length : start).replace(/\s+/g, ' '));
    if (close < 0) break;
    const unseen = /^<(script|style|head)\b/.exec(lower.slice(start, start + 8))?.[1];
    const isComment = html.startsWith('<!--', start);
    const end = isComment ? placeOf('-->', start + 4) : unseen ? placeOf(`</${unseen}`, close) : -1;
    at = (end < 0 ? close : isComment ? end + 2 : placeOf('>', end)) + 1;
    if (at === 0) break;
    // A closing mark is short: what it is stands at its beginning.
    if (end < 0) parts.push(leaves(html.slice(start, Math.min(close + 1, start + 40))));
  }
  return parts.join('');
}

/** The words of an e-mail that has only a formatted form: a line for each block, nothing of its marks. */
export function wordsOfHtml(html: string): string {
  return withoutMarks(html)
    .replace(/&(#x?[\da-f]+|[a-z]+);/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
      const code =
        name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const whoFrom = (from: Address | undefined): string =>
  from ? [from.name, from.address && `<${from.address}>`].filter(Boolean).join(' ') : '';

/** As the database keeps text: no character of number nought, and no half of one. An e-mail may spell out either. */
const keepable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/**
 * Reads an e-mail as mail programs save it (`.eml`). What is attached to it, or to an e-mail within it, is given as it came and not opened.
 * @throws FileRefused where it is no e-mail, or holds no words
 */
export async function readMail(content: Uint8Array): Promise<MailTable> {
  if (linesOf(content) > mostLines)
    throw new FileRefused(
      'too-many-lines',
      'This e-mail has more than 200,000 lines. Put its words into a table of one row and choose that.',
    );
  const mail = await PostalMime.parse(content, {
    maxNestingDepth: 50,
    attachmentEncoding: 'arraybuffer',
  }).catch(() => {
    throw new FileRefused('not-mail', 'This e-mail cannot be read: save it again as .eml.');
  });
  if (!mail.from && !mail.messageId && mail.subject === undefined)
    throw new FileRefused(
      'not-mail',
      'This is not an e-mail: it has no sender, no subject and no number. Save the e-mail as .eml and choose it again.',
    );
  const text = keepable(mail.text?.trim() || wordsOfHtml(mail.html ?? ''))
    .replace(/\r\n?/g, '\n')
    .trim();
  if (text === '')
    throw new FileRefused(
      'no-words',
      'The e-mail holds no words of its own. Put its attachment in by itself.',
    );
  const attachments = mail.attachments.map(({ filename, mimeType, content: bytes }) => ({
    name: keepable(filename ?? ''),
    type: keepable(mimeType ?? ''),
    content: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : new Uint8Array(bytes),
  }));
  const from = whoFrom(mail.from);
  return {
    columns,
    notes: [],
    attachments,
    cells: {
      Subject: keepable(mail.subject ?? '').trim(),
      Text: text,
      From: from && keepable(`E-mail from ${from}`),
      Date: keepable(mail.date ?? '').slice(0, 10),
      'Message-ID': keepable(mail.messageId ?? ''),
    },
  };
}
