/** A paper to print or send: the same content as PDF and as a Word file, so that neither says more than the other. */
export interface PrintedDocument {
  title: string;
  /** Protective marking, at the top and the foot of each page, e.g. OFFICIAL. */
  marking: string;
  /** Agency or meeting that the paper comes from; the file's author. */
  author: string;
  /** How to reach whoever it comes from, under their name at the top: team, telephone, e-mail. */
  contact?: readonly string[];
  /** When the content was as printed; also the file's date, so that the same content gives the same file. */
  asAt: Date;
  blocks: readonly Block[];
}

/** A piece of a paper, from top to bottom. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string; isStrong?: boolean }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'facts'; rows: readonly Fact[] }
  | { kind: 'table'; columns: readonly Column[]; rows: readonly (readonly string[])[]; caption?: string }
  | { kind: 'address'; lines: readonly string[] }
  | { kind: 'page-break' };

/** A key with its value, on one line. */
export interface Fact {
  key: string;
  /** Empty: room to write by hand, as for a signature. */
  value: string;
}
export interface Column {
  heading: string;
  /** Share of the width; 1 when left out. */
  width?: number;
  isNumber?: boolean;
}

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
export const paragraph = (text: string, isStrong = false): Block => ({ kind: 'paragraph', text, isStrong });
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });
export const facts = (rows: readonly Fact[]): Block => ({ kind: 'facts', rows });
export const table = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  caption?: string,
): Block => ({
  kind: 'table',
  columns,
  rows,
  ...(caption === undefined ? {} : { caption }),
});
/** Lines of a postal address, kept together. */
export const address = (lines: readonly string[]): Block => ({ kind: 'address', lines });
export const pageBreak: Block = { kind: 'page-break' };

/** A paper with a heading of the first level of its own does not have its title printed above that a second time. */
export const opensWithTitle = ({ blocks }: PrintedDocument): boolean =>
  !blocks.some((block) => block.kind === 'heading' && block.level === 1);

/** Words that lead to what follows, and so stay on its page. */
export const leadsOn = (text: string): boolean => text.endsWith(':');

/** The end of a letter: its day, whom it comes from, and room to sign by hand. */
export const signature = (day: string, sender: string): Block =>
  facts([
    { key: 'Dated', value: day },
    { key: 'For', value: sender },
    { key: 'Signature', value: '' },
  ]);
/** Facts with room to sign stay on the page of the words before them: a signature alone on a page signs nothing. */
export const isSigned = (block: Block | undefined): boolean =>
  block?.kind === 'facts' && block.rows.some(({ value }) => value === '');

/** What stands where a table has no row, so that nobody takes it for a list that was cut off. */
export const emptyTable = 'None.';

/** Widths as shares of one. */
export function shares(columns: readonly Column[]): number[] {
  const total = columns.reduce((sum, column) => sum + (column.width ?? 1), 0);
  return columns.map((column) => (column.width ?? 1) / total);
}

/** Media types of the files that a document is made as. */
export const documentTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
