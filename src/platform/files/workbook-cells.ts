/** What a number's format makes of it. */
export type NumberKind = 'number' | 'date';

/** Formats that every workbook knows without saying so, by their numbers, as far as they show a day or a time. */
const knownDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
]);

/** Whether a format shows days or times, by its number or by its letters outside of quotes, colours and conditions. */
export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return knownDates.has(id) ? 'date' : 'number';
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[dmyhs]/i.test(bare.replace(/general/gi, '')) ? 'date' : 'number';
}

const dayInMs = 86_400_000;
/** Days counted from here; the count of 1900 has a 29 February that never was, so it starts a day early. */
const countStarts = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;

/**
 * A day and time that a workbook holds as a number of days, as ISO: `2026-11-20`, or `2026-11-20T09:30:00` where it has a
 * time, or `09:30:00` where it has no day. Undefined where it is none (before March 1900, after 9999).
 */
export function dayFromCount(count: number, from: 1900 | 1904): string | undefined {
  if (!Number.isFinite(count) || count < 0) return undefined;
  const at = new Date(countStarts[from] + Math.round((count * dayInMs) / 1000) * 1000);
  if (count < 1) return at.toISOString().slice(11, 19);
  if ((from === 1900 && count < 61) || count > 2_958_465) return undefined;
  const text = at.toISOString();
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : text.slice(0, 19);
}

/** `BC12` → 54: the column of a cell, counted from 0; undefined where it is not a cell's name. */
export function columnOf(reference: string): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference)?.[1];
  if (!letters) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A cell as it stands in the sheet, before it is understood. */
export interface RawCell {
  column: number;
  /** `s` shared text, `inlineStr`, `str` text of a formula, `b`, `e` error, `d` ISO date, `n` or nothing: a number. */
  type: string;
  style: number;
  hasFormula: boolean;
  value: string | undefined;
}

/** What is needed to understand a cell. */
export interface CellWords {
  shared: readonly string[];
  kinds: readonly NumberKind[];
  dayCount: 1900 | 1904;
}

/** A cell's text, or why it has none that can be read. */
export function readCell(cell: RawCell, words: CellWords): { text: string } | { flaw: string } {
  const { value } = cell;
  if (value === undefined || value === '') {
    if (cell.hasFormula)
      return {
        flaw: 'holds a formula without its result: open the file in Excel, save it and choose it again',
      };
    return { text: '' };
  }
  switch (cell.type) {
    case 's':
      return { text: unescaped(words.shared[Number(value)] ?? '') };
    case 'e':
      return { flaw: `holds the error ${value}: mend it in the workbook` };
    case 'b':
      return { text: value === '1' ? 'TRUE' : 'FALSE' };
    case 'inlineStr':
    case 'str':
      return { text: unescaped(value) };
    case 'd':
      return { text: value.replace(/\.\d+$/, '') };
    default:
      return { text: numberText(Number(value), words.kinds[cell.style] ?? 'number', words.dayCount, value) };
  }
}

/** Excel writes characters that XML cannot hold as `_x000D_`. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

// Four, because what the file says stays as it is where it is no number at all.
function numberText(number: number, kind: NumberKind, dayCount: 1900 | 1904, as: string): string {
  if (!Number.isFinite(number)) return as;
  if (kind === 'date') return dayFromCount(number, dayCount) ?? String(number);
  return Math.abs(number) < 1e21 && Number.isInteger(number) ? number.toFixed(0) : String(number);
}
