import type { PrintedDocument } from './model.ts';

/** The paper as a tagged PDF. What writes it is loaded when the first is asked for: it takes 12 MB of a process that may print none. */
export async function toPdf(document: PrintedDocument): Promise<Buffer> {
  return (await import('./pdf-writer.ts')).toPdf(document);
}
