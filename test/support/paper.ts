import { expect } from 'vitest';
import { toDocx } from '../../src/platform/documents/docx.ts';
import type { PrintedDocument } from '../../src/platform/documents/model.ts';
import { toPdf } from '../../src/platform/documents/pdf.ts';
import { unzip } from '../../src/platform/documents/zip.ts';

/** The text of a paper as its Word file has it. */
export const paperWords = async (document: PrintedDocument): Promise<string> =>
  (
    unzip(await toDocx(document))
      .get('word/document.xml')
      ?.toString('utf8') ?? ''
  ).replace(/<[^>]+>/g, ' ');

/** A paper comes out as a tagged PDF and as a Word file that say everything they must, and nothing that is none. */
export async function expectPaper(document: PrintedDocument, said: readonly string[]): Promise<void> {
  const text = await paperWords(document);
  for (const words of said) expect(text).toContain(words);
  expect(text).not.toMatch(/undefined|null|NaN|Invalid|\[object| {2,}\./);
  const pdf = await toPdf(document);
  expect(pdf.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
  expect(pdf.toString('latin1')).toContain('/StructTreeRoot');
}
