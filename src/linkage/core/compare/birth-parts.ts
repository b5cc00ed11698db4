import { monthNames } from '../normalise/date.ts';
import { type Column, Dictionary, missing, textIn } from '../table.ts';

/** A month as a number or a name in any length, 1 to 12; 0 for what is none. */
export function monthIn(raw: string): number {
  const text = raw.trim().toLowerCase();
  const number = /^\d{1,2}(\.0)?$/.test(text) ? Number(text) : monthNames.indexOf(text.slice(0, 3)) + 1;
  return number <= 12 ? number : 0;
}

/** A day of a month, 1 to 31; 0 for what is none. */
export function dayIn(raw: string): number {
  const text = raw.trim();
  return /^\d{1,2}(\.0)?$/.test(text) && Number(text) <= 31 ? Number(text) : 0;
}

/** The columns a date of birth is joined from. */
export interface BirthColumns {
  year: Column;
  month: Column | undefined;
  day: Column | undefined;
}

/** What the column of the whole date is called. */
export const nameOfBirth = ({ year, month, day }: BirthColumns): string =>
  [year, month, day].flatMap((part) => part?.name ?? []).join(', ');

/** A date of birth from its parts as one column: whole, or as far as it is given from the year on. Rows may be added. */
export function joinedBirth({ year, month, day }: BirthColumns): { column: Column; take(row: number): void } {
  const dictionary = new Dictionary();
  const cell = (column: Column | undefined, row: number) => (column && textIn(column, row)) ?? '';
  const two = (part: number) => String(part).padStart(2, '0');
  const textOf = (row: number): string => {
    const born = /^\d{4}/.exec(cell(year, row).trim())?.[0];
    if (!born) return '';
    const [inMonth, onDay] = [monthIn(cell(month, row)), dayIn(cell(day, row))];
    if (inMonth === 0) return born;
    return onDay === 0 ? `${born}-${two(inMonth)}` : `${born}-${two(inMonth)}-${two(onDay)}`;
  };
  const column: Column = {
    name: nameOfBirth({ year, month, day }),
    codes: Int32Array.from(year.codes, (_, row) => dictionary.codeOf(textOf(row))),
    values: dictionary.values,
  };
  return {
    column,
    take: (row) => {
      if (row >= column.codes.length) {
        const codes = new Int32Array(Math.ceil((row + 16) * 1.5)).fill(missing);
        codes.set(column.codes);
        column.codes = codes;
      }
      column.codes[row] = dictionary.codeOf(textOf(row));
    },
  };
}
