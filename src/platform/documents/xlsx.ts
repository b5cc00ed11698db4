import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { dayOf } from '../clock/clock.ts';
import { isRunAsFormula } from './csv.ts';

/** Rows of one sheet, the one with the names of the columns included. */
export const mostSheetRows = 1_048_576;
/** Characters of one cell. */
const mostCellCharacters = 32_767;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const formats = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Cell styles by their place in styles.xml. */
const style = { text: 0, heading: 1, instant: 2, day: 3, quoted: 4 } as const;

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${formats}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${formats}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${formats}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  // The last style marks text that looks like a formula, so that it stays text when somebody edits the cell.
  'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" numFmtId="165" applyNumberFormat="1"/><xf xfId="0" quotePrefix="1"/></cellXfs></styleSheet>`,
};

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string =>
  text
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed()
    .replace(/[&<>"]/g, (mark) => escapes[mark] ?? mark);

const textCell = (text: string, at: string, styled: number): string => {
  const shown = text.length > mostCellCharacters ? `${text.slice(0, mostCellCharacters - 1)}…` : text;
  return `<c r="${at}" s="${styled}" t="inlineStr"><is><t xml:space="preserve">${escaped(shown)}</t></is></c>`;
};

const dayInMs = 86_400_000;
const countOf = (day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / dayInMs);

/** A day and time in London as a workbook counts them; Excel knows no zones. */
function instantCell(instant: Date, at: string): string {
  const [hours, minutes, seconds] = londonClock.format(instant).split(':').map(Number);
  const part = ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) / 86_400;
  return `<c r="${at}" s="${style.instant}"><v>${countOf(dayOf(instant)) + part}</v></c>`;
}
const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** A cell never holds a formula: text is written as text, whatever it begins with. `at` is its name, like `B7`. */
function cellXml(value: unknown, at: string): string {
  if (value === null || value === undefined || value === '') return '';
  if (value instanceof Date) return instantCell(value, at);
  if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${at}"><v>${value}</v></c>`;
  const text = String(value);
  if (/^(19|20|21)\d\d-\d\d-\d\d$/.test(text))
    return `<c r="${at}" s="${style.day}"><v>${countOf(text)}</v></c>`;
  return textCell(text, at, isRunAsFormula(text) ? style.quoted : style.text);
}

const letterOf = (column: number): string =>
  (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : '') +
  String.fromCharCode(65 + (column % 26));

const rowXml = (number: number, cells: readonly unknown[]): string =>
  `<row r="${number}">${cells.map((cell, column) => cellXml(cell, `${letterOf(column)}${number}`)).join('')}</row>`;

const moreRows =
  'A sheet holds no more rows than this, and there are more: take the CSV, which has all of them.';

async function* sheetXml(
  columns: readonly string[],
  rows: AsyncIterable<readonly (readonly unknown[])[]>,
): AsyncGenerator<string> {
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${columns.length}" width="22" customWidth="1"/></cols><sheetData>`;
  yield `<row r="1">${columns.map((name, column) => textCell(name, `${letterOf(column)}1`, style.heading)).join('')}</row>`;
  let written = 1;
  for await (const some of rows) {
    const fit = some.slice(0, Math.max(0, mostSheetRows - 1 - written));
    yield fit.map((row, index) => rowXml(written + 1 + index, row)).join('');
    written += fit.length;
    if (fit.length === some.length) continue;
    yield `<row r="${written + 1}">${textCell(moreRows, `A${written + 1}`, style.heading)}</row>`;
    break;
  }
  yield '</sheetData></worksheet>';
}

/**
 * Rows as an Excel workbook, piece by piece, for lists of any length up to what a sheet holds; past that its last row
 * says so. The same rows at the same time give the same bytes.
 */
export function xlsxPieces(
  sheet: { name: string; columns: readonly string[]; at: Date },
  rows: AsyncIterable<readonly (readonly unknown[])[]>,
): AsyncIterable<Uint8Array> {
  const zip = new ZipFile();
  const options = { mtime: sheet.at, mode: 0o100644, forceDosTimestamp: true };
  for (const [name, text] of Object.entries(parts))
    zip.addBuffer(Buffer.from(declaration + text), name, options);
  const name = escaped(sheet.name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31));
  const workbook = `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  zip.addBuffer(Buffer.from(workbook), 'xl/workbook.xml', options);
  const content = Readable.from(sheetXml(sheet.columns, rows), { objectMode: true });
  const bytes = Readable.from(encoded(content));
  // A fault while rows are read must end the file, not leave its reader waiting.
  bytes.on('error', (error) => output.destroy(error));
  zip.addReadStream(bytes, 'xl/worksheets/sheet1.xml', options);
  zip.end();
  const output = zip.outputStream as Readable; // typed as the interface; it is a PassThrough
  return output;
}

async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const piece of text) if (piece !== '') yield Buffer.from(piece);
}
