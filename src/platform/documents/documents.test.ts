import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { toDocx } from './docx.ts';
import { address, facts, heading, list, type PrintedDocument, pageBreak, paragraph, table } from './model.ts';
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
function streams(pdf: Buffer): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = pdf.indexOf('stream\n', at);
    if (start < 0) return parts.join('\n');
    const end = pdf.indexOf('endstream', start);
    try {
      parts.push(inflateSync(pdf.subarray(start + 7, end)).toString('latin1'));
    } catch {
      // A font or another stream that is not deflated.
    }
    at = end;
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
