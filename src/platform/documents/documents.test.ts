import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { toDocx } from './docx.ts';
import {
  address,
  facts,
  heading,
  list,
  type PrintedDocument,
  pageBreak,
  paragraph,
  signature,
  table,
} from './model.ts';
import { toPdf } from './pdf.ts';
import { unzip, zip } from './zip.ts';

const paper: PrintedDocument = {
  title: 'Minutes of a meeting',
  marking: 'OFFICIAL',
  author: 'Wendmere Joint Action Group',
  asAt: new Date('2026-11-20T10:00:00Z'),
  blocks: [
    facts([{ key: 'Held on', value: '20 November 2026' }]),
    heading(2, 'Decisions'),
    paragraph('Agreed: clear the lane & fence it, cost “£70”.'),
    list(['One', 'Two']),
    table(
      [
        { heading: 'Task', width: 3 },
        { heading: 'Count', isNumber: true },
      ],
      Array.from({ length: 55 }, (_, i) => [`Task ${i} <b>`, String(i)]),
    ),
    address(['1 High Street', 'Wendmere']),
    pageBreak,
    paragraph('The end'),
  ],
};

/** All content streams of a PDF, inflated. */
const streams = (pdf: Buffer): string => streamsOf(pdf).join('\n');
function streamsOf(pdf: Buffer): string[] {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = pdf.indexOf('stream\n', at);
    if (start < 0) return parts;
    const end = pdf.indexOf('endstream', start);
    try {
      parts.push(inflateSync(pdf.subarray(start + 7, end)).toString('latin1'));
    } catch {
      // A font or another stream that is not deflated.
    }
    at = end + 'endstream'.length;
  }
}

test('a PDF is tagged, in English, marked on each page, and the same each time', async () => {
  const pdf = await toPdf(paper);
  const text = pdf.toString('latin1');
  expect(text.startsWith('%PDF-1.7')).toBe(true);
  expect(text).toContain('/StructTreeRoot');
  expect(text).toContain('/Marked true');
  expect(text).toContain('(en-GB)');
  expect(text).toContain('/DisplayDocTitle true');
  expect(text).toContain('DejaVuSans');
  for (const tag of ['/S /H1', '/S /H2', '/S /P', '/S /LI', '/S /TH', '/S /TD']) expect(text).toContain(tag);
  expect((text.match(/\/Type \/Page\n/g) ?? []).length).toBe(3);
  expect(streams(pdf)).toContain('/Artifact');
  expect((await toPdf(paper)).equals(pdf)).toBe(true);
});

test('a Word file has headings, header rows, marking and the text, and is the same each time', async () => {
  const docx = await toDocx(paper);
  const files = unzip(docx);
  const body = files.get('word/document.xml')?.toString('utf8') ?? '';
  expect(body).toContain('Agreed: clear the lane &amp; fence it, cost “£70”.');
  expect(body).toContain('w:tblHeader');
  expect(body).toContain('Heading2');
  expect(
    [...files].some(
      ([name, content]) => name.startsWith('word/header') && content.toString('utf8').includes('OFFICIAL'),
    ),
  ).toBe(true);
  expect(files.get('docProps/core.xml')?.toString('utf8')).toContain('2026-11-20T10:00:00');
  expect((await toDocx(paper)).equals(docx)).toBe(true);
});

test('what is zipped comes out again', () => {
  const files = new Map([
    ['a/b.txt', Buffer.from('hello')],
    ['ü.txt', Buffer.alloc(0)],
  ]);
  expect(unzip(zip(files, paper.asAt))).toEqual(files);
});

test('a signature is never alone on a page: the words before it go with it, in both files', async () => {
  const signed = (...blocks: PrintedDocument['blocks']) => ({
    ...paper,
    blocks: [...blocks, signature('24 November 2026', 'A council')],
  });
  /** How many pieces of text stand on the last page. */
  const onLast = async (document: PrintedDocument) => {
    const pages = streamsOf(await toPdf(document)).filter((one) => /\bTJ\b/.test(one));
    return { pages: pages.length, pieces: pages.at(-1)?.match(/TJ/g)?.length ?? 0 };
  };
  const alone = await onLast(signed(pageBreak));
  const filler = (n: number) => Array.from({ length: n }, (_, i) => paragraph(`Words ${i}`));
  const long = await Promise.all(
    [24, 26, 28, 29, 30, 31, 32, 33, 34].map((n) => onLast(signed(...filler(n)))),
  );
  expect(new Set(long.map(({ pages }) => pages)).size).toBeGreaterThan(1);
  for (const { pages, pieces } of long) if (pages > 1) expect(pieces).toBeGreaterThan(alone.pieces);
  const word = unzip(await toDocx(signed(paragraph('Before it'))))
    .get('word/document.xml')
    ?.toString('utf8');
  expect(word).toMatch(/<w:keepNext\/>(?:(?!<\/w:p>).)*Before it/);
});
