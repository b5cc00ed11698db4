import type { PrintedDocument } from './model.ts';

/** The paper as a Word file. What writes it is loaded when the first is asked for: it takes 8 MB of a process that may write none. */
export async function toDocx(document: PrintedDocument): Promise<Buffer> {
  return (await import('./docx-writer.ts')).toDocx(document);
}
