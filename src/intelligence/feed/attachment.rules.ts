/** What a file is by its own first bytes. */
export interface FileKind {
  code: string;
  words: string;
  /** Endings of a name that go with it. */
  endings: readonly string[];
  /** Kept as it is; kept with a mark, since it holds other files or can carry commands; or not kept at all, since it runs. */
  verdict: 'kept' | 'marked' | 'refused';
}

/** Kinds that are told apart, in the order in which they are looked for. */
export const fileKinds: readonly FileKind[] = [
  { code: 'program', words: 'a program', endings: ['exe', 'dll', 'scr', 'com', 'elf'], verdict: 'refused' },
  {
    code: 'script',
    words: 'a script',
    endings: ['sh', 'js', 'vbs', 'ps1', 'bat', 'cmd', 'hta'],
    verdict: 'refused',
  },
  { code: 'page', words: 'a web page', endings: ['html', 'htm', 'svg', 'xhtml'], verdict: 'refused' },
  { code: 'pdf', words: 'a PDF', endings: ['pdf'], verdict: 'kept' },
  { code: 'jpeg', words: 'a photograph (JPEG)', endings: ['jpg', 'jpeg', 'jpe'], verdict: 'kept' },
  { code: 'png', words: 'a picture (PNG)', endings: ['png'], verdict: 'kept' },
  { code: 'gif', words: 'a picture (GIF)', endings: ['gif'], verdict: 'kept' },
  { code: 'tiff', words: 'a picture (TIFF)', endings: ['tif', 'tiff'], verdict: 'kept' },
  {
    code: 'video',
    words: 'a film or recording',
    endings: ['mp4', 'm4a', 'm4v', 'mov', 'heic', '3gp'],
    verdict: 'kept',
  },
  { code: 'sound', words: 'a recording', endings: ['mp3', 'wav', 'ogg', 'amr'], verdict: 'kept' },
  { code: 'rtf', words: 'a formatted text (RTF)', endings: ['rtf', 'doc'], verdict: 'marked' },
  {
    code: 'archive',
    words: 'an archive or an Office document',
    endings: ['zip', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'docm', 'xlsm', 'kmz'],
    verdict: 'marked',
  },
  {
    code: 'office',
    words: 'an older Office document or message',
    endings: ['doc', 'xls', 'ppt', 'msg'],
    verdict: 'marked',
  },
  {
    code: 'packed',
    words: 'a packed file',
    endings: ['gz', 'tgz', 'rar', '7z', 'xz', 'bz2'],
    verdict: 'marked',
  },
  { code: 'mail', words: 'an e-mail', endings: ['eml'], verdict: 'kept' },
  {
    code: 'text',
    words: 'text',
    endings: ['txt', 'csv', 'tsv', 'log', 'md', 'ics', 'vcf', 'json', 'xml', 'eml'],
    verdict: 'kept',
  },
  { code: 'unknown', words: 'nothing that is known', endings: [], verdict: 'marked' },
];

const kind = (code: string): FileKind => {
  const found = fileKinds.find((one) => one.code === code);
  if (!found) throw new Error(`There is no kind of file called ${code}.`);
  return found;
};

/** Bytes, in Latin-1, at the beginning or at a place. */
const marks: readonly { code: string; bytes: string; at?: number }[] = [
  { code: 'program', bytes: 'MZ' },
  { code: 'program', bytes: '\x7fELF' },
  { code: 'program', bytes: '\xca\xfe\xba\xbe' },
  { code: 'script', bytes: '#!' },
  { code: 'pdf', bytes: '%PDF-' },
  { code: 'jpeg', bytes: '\xff\xd8\xff' },
  { code: 'png', bytes: '\x89PNG\r\n\x1a\n' },
  { code: 'gif', bytes: 'GIF8' },
  { code: 'tiff', bytes: 'II*\0' },
  { code: 'tiff', bytes: 'MM\0*' },
  { code: 'video', bytes: 'ftyp', at: 4 },
  { code: 'sound', bytes: 'ID3' },
  { code: 'sound', bytes: 'RIFF' },
  { code: 'sound', bytes: 'OggS' },
  { code: 'sound', bytes: '#!AMR' },
  { code: 'rtf', bytes: '{\\rtf' },
  { code: 'archive', bytes: 'PK\x03\x04' },
  { code: 'archive', bytes: 'PK\x05\x06' },
  { code: 'office', bytes: '\xd0\xcf\x11\xe0' },
  { code: 'packed', bytes: '\x1f\x8b' },
  { code: 'packed', bytes: 'Rar!' },
  { code: 'packed', bytes: '7z\xbc\xaf' },
  { code: 'packed', bytes: '\xfd7zXZ' },
  { code: 'packed', bytes: 'BZh' },
];

const pagePattern =
  /^(?:<\?xml[^>]*>|<!--[^>]*-->|\s)*<(?:!doctype\s+html|html|script|svg|head|body|iframe)\b/i;

/** Tells what a file is by its first bytes; a text only where all of it reads as one. */
export function fileKindOf(content: Uint8Array): FileKind {
  const start = Buffer.from(content.subarray(0, 1024)).toString('latin1');
  // A recording begins as a script does.
  const found = marks
    .filter(({ bytes, at = 0 }) => start.startsWith(bytes, at))
    .sort((a, b) => b.bytes.length - a.bytes.length)[0];
  if (found) return kind(found.code);
  if (pagePattern.test(start.replace(/^\xef\xbb\xbf/, ''))) return kind('page');
  if (!isText(content)) return kind('unknown');
  return kind(
    /^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*){2}/.test(start) &&
      /^(from|received|return-path|subject|date|message-id):/im.test(start)
      ? 'mail'
      : 'text',
  );
}

function isText(content: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return !/[^\P{Cc}\t\r\n\f]/u.test(text);
  } catch {
    return false;
  }
}

/** A name without what would turn its ending around or hide it; how long it may be, and what it is without one. */
export const tidyName = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/[/\\]/g, '_')
    .trim()
    .slice(-120) || 'Without a name';

/** Files of one e-mail that are kept, and how large each may be. */
export const mostAttachments = 20;
export const mostAttachmentBytes = 8_000_000;

/** What becomes of a file, and why where it is not simply kept. */
export interface Judged {
  found: FileKind;
  state: FileKind['verdict'];
  why: string;
}

/** Judges a file by what it is and what it says that it is. Nothing of it is opened or unpacked. */
export function judge(given: { name: string; content: Uint8Array; position: number }): Judged {
  const { content, position } = given;
  const found = fileKindOf(content);
  const ending = /\.([a-z0-9]{1,8})$/i.exec(tidyName(given.name))?.[1]?.toLowerCase() ?? '';
  const refused = (why: string): Judged => ({ found, state: 'refused', why });
  if (content.length === 0) return refused('It is empty');
  if (position >= mostAttachments) return refused(`More than ${mostAttachments} files are attached`);
  if (content.length > mostAttachmentBytes) return refused('It is larger than 8 MB');
  if (found.verdict === 'refused') return refused(`It is ${found.words}`);
  const runs = fileKinds.some(({ verdict, endings }) => verdict === 'refused' && endings.includes(ending));
  if (runs) return refused(`It is called .${ending}, which runs, and is ${found.words}`);
  if (!found.endings.includes(ending))
    return {
      found,
      state: 'marked',
      why: `It is called ${ending ? `.${ending}` : 'nothing that says what it is'} and is ${found.words}`,
    };
  return found.verdict === 'marked'
    ? {
        found,
        state: 'marked',
        why: `It is ${found.words}: it was not opened, and may hold other files or commands`,
      }
    : { found, state: 'kept', why: '' };
}
