/** A date as typed, impossible parts kept (31/02, month 13): they still tell two records apart or together. 0 = not given. */
export interface DateParts {
  year: number;
  month: number;
  day: number;
}

/** The first three letters of each month. */
export const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Which part comes first when a column writes 03/04/1961: learnt from the column, British order when it does not say. */
export type DateOrder = 'day-first' | 'month-first';

/** Reads a date in any usual form; undefined when the text is no date. Two-figure years fall in the hundred years to `thisYear`. */
export function readDate(
  raw: string,
  order: DateOrder = 'day-first',
  thisYear = 2026,
): DateParts | undefined {
  const text = raw
    .trim()
    .toLowerCase()
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? /, '');
  if (/^0+[-/.]0+[-/.]0+/.test(text)) return undefined;
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/.exec(text);
  if (iso) return parts(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (/^\d{8}$/.test(text)) return eightFigures(text, order);
  const slashed = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[t ].*)?$/.exec(text);
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[2])];
    const year = fullYear(slashed[3] ?? '', thisYear);
    return order === 'day-first' ? parts(year, second, first) : parts(year, first, second);
  }
  const worded = /^(\d{1,2})(?:st|nd|rd|th)?[-/ ,]*([a-z]{3})[a-z]*[-/ ,]*(\d{4}|\d{2})$/.exec(text);
  if (worded)
    return parts(
      fullYear(worded[3] ?? '', thisYear),
      monthNames.indexOf(worded[2] ?? '') + 1,
      Number(worded[1]),
    );
  const american = /^([a-z]{3})[a-z]* (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text);
  if (american)
    return parts(Number(american[3]), monthNames.indexOf(american[1] ?? '') + 1, Number(american[2]));
  const inMonth = /^([a-z]{3})[a-z]*[-/ ,]*(\d{4}|\d{2})$/.exec(text);
  if (inMonth && monthNames.includes(inMonth[1] ?? ''))
    return parts(fullYear(inMonth[2] ?? '', thisYear), monthNames.indexOf(inMonth[1] ?? '') + 1, 0);
  const month = /^(\d{4})[-/](\d{1,2})$/.exec(text);
  if (month) return parts(Number(month[1]), Number(month[2]), 0);
  const year = /^(1[5-9]\d\d|20\d\d)$/.exec(text);
  return year ? parts(Number(year[1]), 0, 0) : undefined;
}

/** Days from the beginning of a spreadsheet's calendar to 1970. */
const spreadsheetEpoch = 25_569;

/** A date of birth in any usual form, the number of days with which spreadsheets keep one among them (1911 to 2050). */
export function readBirth(raw: string, order: DateOrder = 'day-first'): DateParts | undefined {
  const days = /^(\d{4,5})(?:\.0+)?$/.exec(raw.trim())?.[1];
  if (days === undefined || Number(days) < 4018 || Number(days) > 55_000) return readDate(raw, order);
  const day = new Date((Number(days) - spreadsheetEpoch) * 86_400_000);
  return parts(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
}

/** Whether most of a column's unclear dates can only be month first. */
export function orderOfDates(values: Iterable<string>): DateOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const value of values) {
    const found = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}/.exec(value.trim());
    if (!found) continue;
    if (Number(found[1]) > 12) dayFirst += 1;
    if (Number(found[2]) > 12) monthFirst += 1;
  }
  return monthFirst > dayFirst ? 'month-first' : 'day-first';
}

function eightFigures(text: string, order: DateOrder): DateParts {
  const lead = Number(text.slice(0, 4));
  if (lead >= 1500 && lead <= 2100) return parts(lead, Number(text.slice(4, 6)), Number(text.slice(6)));
  const [first, second] = [Number(text.slice(0, 2)), Number(text.slice(2, 4))];
  const year = Number(text.slice(4));
  return order === 'day-first' ? parts(year, second, first) : parts(year, first, second);
}

const parts = (year: number, month: number, day: number): DateParts => ({ year, month, day });

function fullYear(text: string, thisYear: number): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year + 1900 > thisYear - 100 && year + 2000 > thisYear ? year + 1900 : year + 2000;
}

/** Days since 1970 for a whole date, for distances between events; NaN when a part is missing or impossible. */
export function dayNumber({ year, month, day }: DateParts): number {
  if (month < 1 || month > 12 || day < 1 || day > 31) return Number.NaN;
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}
