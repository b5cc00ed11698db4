import { zip } from '../documents/zip.ts';

/** A cell of a made workbook: text, a number, or its very XML. */
export type MadeCell = string | number | { xml: string };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const letters = (column: number): string =>
  (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : '') +
  String.fromCharCode(65 + (column % 26));

export interface MadeWorkbook {
  rows?: readonly (readonly MadeCell[])[];
  /** More sheets behind the first, empty. */
  otherSheets?: number;
  isFrom1904?: boolean;
  /** In place of the sheet that the rows would make. */
  sheetXml?: string;
  /** Parts to put in, or to leave out where null. */
  parts?: Readonly<Record<string, Buffer | null>>;
}

/** A workbook as Excel would write one, small, for tests. Style 1 shows a day, style 2 a day and time. */
export function madeWorkbook(made: MadeWorkbook): Buffer {
  const shared: string[] = [];
  const cellXml = (cell: MadeCell, reference: string): string => {
    if (typeof cell === 'object') return cell.xml.replaceAll('REF', reference);
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
    if (cell === '') return '';
    shared.push(cell);
    return `<c r="${reference}" t="s"><v>${shared.length - 1}</v></c>`;
  };
  const rows = (made.rows ?? []).map(
    (cells, index) =>
      `<row r="${index + 1}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${index + 1}`)).join('')}</row>`,
  );
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const sheets = Array.from({ length: 1 + (made.otherSheets ?? 0) }, (_, index) => index + 1);
  const files: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr${made.isFrom1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map((n) => `<sheet name="Sheet ${n}" sheetId="${n}" r:id="rId${n}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((n) => `<Relationship Id="rId${n}" Target="worksheets/sheet${n}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  };
  for (const n of sheets)
    files[`xl/worksheets/sheet${n}.xml`] = `<worksheet xmlns="${main}"><sheetData/></worksheet>`;
  files['xl/worksheets/sheet1.xml'] =
    made.sheetXml ?? `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
  files['xl/sharedStrings.xml'] =
    `<sst xmlns="${main}">${shared.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`;
  const parts = new Map<string, Buffer>(
    Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]),
  );
  for (const [name, content] of Object.entries(made.parts ?? {}))
    if (content) parts.set(name, content);
    else parts.delete(name);
  return zip(parts, new Date('2026-11-20T10:00:00Z'));
}
