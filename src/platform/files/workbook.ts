import { FileRefused } from './refused.ts';
import {
  counted,
  mostCharacters,
  mostColumns,
  namedColumns,
  type Table,
  type TableOptions,
  type TableRow,
  valuesOf,
} from './table-row.ts';
import {
  type CellWords,
  columnOf,
  kindOfFormat,
  type NumberKind,
  type RawCell,
  readCell,
} from './workbook-cells.ts';
import { corrupt, openParts, type Parts, readWhole, walk } from './workbook-parts.ts';

/** A workbook is a zip: without a limit a few kB could unpack to as much as a disk holds. */
const usualUnpackedBytes = 1_000_000_000;
/** Characters of all the shared texts together: they are held in memory while the sheet is read. */
const mostSharedCharacters = 40_000_000;
const mostSharedTexts = 4_000_000;

interface Sheet {
  name: string;
  part: string;
}
interface Workbook {
  parts: Parts;
  sheets: readonly Sheet[];
  words: CellWords;
  mostBytes: number;
}

/** One row of a sheet, its cells in order; what could not be read stands in the flaws, by column. */
interface SheetRow {
  number: number;
  cells: string[];
  flaws: ReadonlyMap<number, string>;
}

/** The first sheet of an Excel workbook (.xlsx). Each row is read as it comes by; the workbook is never held whole. */
export async function openWorkbook(path: string, options: TableOptions): Promise<Table> {
  const mostBytes = options.limits?.unpackedBytes ?? usualUnpackedBytes;
  const about = await withWorkbook(path, mostBytes, async (workbook) => {
    const [sheet] = workbook.sheets;
    const head: SheetRow[] = [];
    for await (const row of rowsOf(workbook)) {
      head.push(row);
      if (head.length >= 20 || filled(row) > 1) break;
    }
    const header = head.find((row) => filled(row) > 1) ?? head[0];
    if (!sheet || !header)
      throw new FileRefused('empty', 'The workbook is empty: its first sheet has no row of column names.');
    return { sheet, header, others: workbook.sheets.length - 1, dayCount: workbook.words.dayCount };
  });
  const named = namedColumns(about.header.cells);
  const above = about.header.number - 1;
  const notes = [
    ...(about.others > 0
      ? [`The workbook has ${about.others + 1} sheets: only the first, “${about.sheet.name}”, is read.`]
      : []),
    ...(above > 0
      ? [`The column names stand in row ${about.header.number}; what is above them is not read.`]
      : []),
    ...named.notes,
  ];
  return {
    columns: named.columns,
    notes,
    dayCount: about.dayCount,
    rows: () =>
      tableRows(path, { mostBytes, options, columns: named.columns, headerRow: about.header.number }),
  };
}

const filled = (row: SheetRow): number => row.cells.filter((cell) => cell.trim() !== '').length;

interface Reading {
  mostBytes: number;
  options: TableOptions;
  columns: readonly string[];
  headerRow: number;
}

async function* tableRows(
  path: string,
  { mostBytes, options, columns, headerRow }: Reading,
): AsyncGenerator<TableRow> {
  const mostRows = options.limits?.rows ?? Number.POSITIVE_INFINITY;
  const workbook = await openBook(path, mostBytes);
  let rows = 0;
  try {
    for await (const row of rowsOf(workbook)) {
      if (row.number <= headerRow || (filled(row) === 0 && row.flaws.size === 0)) continue;
      rows += 1;
      if (rows > mostRows)
        throw new FileRefused(
          'too-many-rows',
          `The sheet has more than ${counted(mostRows)} rows. Split it into smaller files.`,
        );
      const values = valuesOf(columns, row.cells);
      if (row.flaws.size === 0) yield { number: row.number, values };
      else {
        const flaws = [...row.flaws].flatMap(([index, flaw]) =>
          columns[index] ? [[columns[index], flaw] as const] : [],
        );
        yield { number: row.number, values, flaws: Object.fromEntries(flaws) };
      }
    }
  } finally {
    workbook.parts.close();
  }
}

async function withWorkbook<T>(
  path: string,
  mostBytes: number,
  act: (workbook: Workbook) => Promise<T>,
): Promise<T> {
  const workbook = await openBook(path, mostBytes);
  try {
    return await act(workbook);
  } finally {
    workbook.parts.close();
  }
}

async function openBook(path: string, mostBytes: number): Promise<Workbook> {
  const parts = await openParts(path, mostBytes);
  try {
    const { sheets, dayCount } = await readContents(parts);
    const [kinds, shared] = [await readKinds(parts), await readShared(parts)];
    return { parts, sheets, words: { shared, kinds, dayCount }, mostBytes };
  } catch (error) {
    parts.close();
    throw error;
  }
}

/** The sheets that a person sees, in their order, and how days are counted. */
async function readContents(parts: Parts): Promise<{ sheets: Sheet[]; dayCount: 1900 | 1904 }> {
  const targets = new Map<string, string>();
  await readWhole(await parts.read('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id && Target)
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`);
    },
  });
  const sheets: Sheet[] = [];
  let dayCount: 1900 | 1904 = 1900;
  await readWhole(await parts.read('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'workbookPr' && ['1', 'true'].includes(attributes.date1904 ?? '')) dayCount = 1904;
      const part = targets.get(attributes['r:id'] ?? '');
      if (name === 'sheet' && (attributes.state ?? 'visible') === 'visible' && part && parts.has(part))
        sheets.push({ name: attributes.name ?? '', part });
    },
  });
  return { sheets, dayCount };
}

/** What each cell style makes of a number. */
async function readKinds(parts: Parts): Promise<NumberKind[]> {
  if (!parts.has('xl/styles.xml')) return [];
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let isInside = false;
  await readWhole(await parts.read('xl/styles.xml'), {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt' && numFmtId && formatCode) codes.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') isInside = true;
      if (name === 'xf' && isInside) {
        const id = Number(numFmtId ?? 0);
        kinds.push(kindOfFormat(id, codes.get(id)));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isInside = false;
    },
  });
  return kinds;
}

const longCell = (where: string): FileRefused =>
  new FileRefused(
    'long-cell',
    `A cell ${where} holds more than ${counted(mostCharacters)} characters. Shorten it and choose the file again.`,
  );

const tooMuchText = () =>
  new FileRefused(
    'too-large',
    `The workbook holds more than ${counted(mostSharedCharacters)} characters of text. Split it into smaller files, or save it as CSV.`,
  );

/** Texts that cells point to by their number; how a Japanese word is said is left out. */
async function readShared(parts: Parts): Promise<string[]> {
  if (!parts.has('xl/sharedStrings.xml')) return [];
  const texts: string[] = [];
  let text: string | undefined;
  let isText = false;
  let isSaid = false;
  let sum = 0;
  await readWhole(await parts.read('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isSaid = true;
      isText = name === 't' && !isSaid;
    },
    text: (piece) => {
      if (!isText || text === undefined) return;
      text += piece;
      sum += piece.length;
      if (text.length > mostCharacters) throw longCell('of the workbook');
      if (sum > mostSharedCharacters) throw tooMuchText();
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') isSaid = false;
      if (name === 'si' && text !== undefined) texts.push(text);
      if (texts.length > mostSharedTexts) throw tooMuchText();
    },
  });
  return texts;
}

async function* rowsOf({ parts, sheets, words, mostBytes }: Workbook): AsyncGenerator<SheetRow> {
  const [sheet] = sheets;
  if (!sheet) return;
  const reader = sheetReader(words);
  const part = await parts.read(sheet.part, mostBytes);
  for await (const _piece of walk(part, reader.tags)) yield* reader.taken();
}

/** Puts cells together into rows as their tags come by. */
function sheetReader(words: CellWords) {
  let waiting: SheetRow[] = [];
  let row: SheetRow & { flaws: Map<number, string> } = { number: 0, cells: [], flaws: new Map() };
  let cell: RawCell | undefined;
  let isValue = false;
  const endCell = () => {
    if (!cell) return;
    const read = readCell(cell, words);
    if ('flaw' in read) row.flaws.set(cell.column, read.flaw);
    else row.cells[cell.column] = read.text;
    cell = undefined;
  };
  return {
    taken: (): SheetRow[] => {
      const taken = waiting;
      waiting = [];
      return taken;
    },
    tags: {
      open: (name: string, attributes: Readonly<Record<string, string>>) => {
        if (name === 'row')
          row = { number: Number(attributes.r ?? row.number + 1), cells: [], flaws: new Map() };
        if (name === 'c') {
          const column = attributes.r ? columnOf(attributes.r) : row.cells.length;
          if (column === undefined || !Number.isInteger(row.number)) throw corrupt();
          if (column >= mostColumns)
            throw new FileRefused(
              'too-many-columns',
              `Row ${counted(row.number)} has more than ${counted(mostColumns)} columns. Take out those that are not needed.`,
            );
          cell = {
            column,
            type: attributes.t ?? 'n',
            style: Number(attributes.s ?? 0),
            hasFormula: false,
            value: undefined,
          };
        }
        if (name === 'f' && cell) cell.hasFormula = true;
        isValue = name === 'v' || name === 't';
      },
      text: (text: string) => {
        if (!isValue || !cell) return;
        cell.value = (cell.value ?? '') + text;
        if (cell.value.length > mostCharacters) throw longCell(`in row ${counted(row.number)}`);
      },
      close: (name: string) => {
        isValue = false;
        if (name === 'c') endCell();
        if (name === 'row') waiting.push({ ...row, cells: Array.from(row.cells, (text) => text ?? '') });
      },
    },
  };
}
