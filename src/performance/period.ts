import { addDays, type Day } from '../platform/clock/clock.ts';
import { dayWords, monthWords } from '../platform/ui/index.ts';

/** A stretch of whole days, both ends counted, with the key that names it in an address. */
export interface Period {
  key: string;
  words: string;
  from: Day;
  to: Day;
}

/** Some whole days, both ends counted. */
export interface Span {
  from: Day;
  to: Day;
}

const shortMonth = new Intl.DateTimeFormat('en-GB', { month: 'short', year: '2-digit', timeZone: 'UTC' });
const twoDigits = (number: number): string => String(number).padStart(2, '0');
const monthOf = (day: Day): { year: number; month: number } => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
});
/** First day of the month that lies a number of months after a day's own. */
const monthStart = (day: Day, months = 0): Day => {
  const { year, month } = monthOf(day);
  const at = year * 12 + month - 1 + months;
  return `${Math.floor(at / 12)}-${twoDigits((at % 12) + 1)}-01`;
};
const monthEnd = (day: Day, months = 0): Day => addDays(monthStart(day, months + 1), -1);

/** The calendar month of a day. */
export const monthPeriod = (day: Day): Period => ({
  key: day.slice(0, 7),
  words: monthWords(day),
  from: monthStart(day),
  to: monthEnd(day),
});
/** A month in the few letters a chart has room for. */
export const monthLabel = (period: Period): string => shortMonth.format(new Date(`${period.from}T00:00:00Z`));

/** The year in which the financial year of a day begins: it runs from 1 April to 31 March. */
export const financialYearOf = (day: Day): number =>
  monthOf(day).month >= 4 ? monthOf(day).year : monthOf(day).year - 1;
const yearKey = (start: number): string => `${start}-${twoDigits((start + 1) % 100)}`;
export const yearPeriod = (day: Day): Period => {
  const start = financialYearOf(day);
  return {
    key: `fy-${start}`,
    words: `Financial year ${start} to ${start + 1}`,
    from: `${start}-04-01`,
    to: `${start + 1}-03-31`,
  };
};

/** Quarter 1 is April to June. */
export function quarterPeriod(day: Day): Period {
  const start = financialYearOf(day);
  const number = Math.floor(((monthOf(day).month + 8) % 12) / 3) + 1;
  const from = monthStart(`${start}-04-01`, (number - 1) * 3);
  const to = monthEnd(from, 2);
  const first = monthWords(from).split(' ')[0];
  return {
    key: `${yearKey(start)}-Q${number}`,
    words: `${first} to ${monthWords(to)} (Q${number} of ${start} to ${start + 1})`,
    from,
    to,
  };
}

/** Reads the key of a period; undefined when it names none. Custom: two days with an underscore between. */
export function readPeriod(key: string): Period | undefined {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(key)) return monthPeriod(`${key}-01`);
  const quarter = /^(\d{4})-(\d\d)-Q([1-4])$/.exec(key);
  if (quarter)
    return yearKey(Number(quarter[1])) === `${quarter[1]}-${quarter[2]}`
      ? quarterPeriod(monthStart(`${quarter[1]}-04-01`, (Number(quarter[3]) - 1) * 3))
      : undefined;
  const year = /^fy-(\d{4})$/.exec(key);
  if (year?.[1]) return yearPeriod(`${year[1]}-04-01`);
  const custom = /^(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)$/.exec(key);
  if (custom?.[1] && custom[2] && isDay(custom[1]) && isDay(custom[2]) && custom[1] <= custom[2])
    return customPeriod(custom[1], custom[2]);
  return undefined;
}
const isDay = (text: string): boolean =>
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
export const customPeriod = (from: Day, to: Day): Period => ({
  key: `${from}_${to}`,
  words: `${dayWords(from)} to ${dayWords(to)}`,
  from,
  to,
});

/** The same days a year before; 29 February becomes the 28th. */
export function yearBefore(period: Period): Period {
  const back = (day: Day): Day => {
    const year = Number(day.slice(0, 4)) - 1;
    const moved = `${year}${day.slice(4)}`;
    return isDay(moved) ? moved : `${year}-02-28`;
  };
  const end =
    addDays(period.to, 1).slice(8) === '01' ? monthEnd(back(`${period.to.slice(0, 8)}01`)) : back(period.to);
  const quarter = /-Q[1-4]$/.test(period.key) ? quarterPeriod(back(period.from)) : undefined;
  return quarter ?? customPeriod(back(period.from), end);
}

/** The whole months in a period, by the first day of the first and of the last, and the days before and after them. */
export function wholeMonths({ from, to }: Span): { from: Day | undefined; to: Day; edges: Span[] } {
  const first = from.endsWith('-01') ? from : monthStart(from, 1);
  const last = addDays(to, 1).endsWith('-01') ? monthStart(to) : monthStart(to, -1);
  if (last < first) return { from: undefined, to: last, edges: [{ from, to }] };
  const edges: Span[] = [];
  if (from < first) edges.push({ from, to: addDays(first, -1) });
  if (to > monthEnd(last)) edges.push({ from: monthStart(last, 1), to });
  return { from: first, to: last, edges };
}

/** The twelve whole months that end with the period's last. */
export const twelveMonths = (period: Period): Period[] =>
  Array.from({ length: 12 }, (_, n) => monthPeriod(monthStart(period.to, n - 11)));
export const rollingYear = (period: Period): Period => ({
  ...customPeriod(monthStart(period.to, -11), monthEnd(period.to)),
  words: `12 months to ${dayWords(monthEnd(period.to))}`,
});
export const yearToDate = (period: Period): Period => ({
  ...customPeriod(yearPeriod(period.to).from, period.to),
  words: `Year to date, from ${dayWords(yearPeriod(period.to).from)}`,
});

/** The latest quarter that is over, and those before it, newest first. */
export function lastQuarters(today: Day, count: number): Period[] {
  let quarter = quarterPeriod(today);
  return Array.from({ length: count }, () => {
    quarter = quarterPeriod(addDays(quarter.from, -1));
    return quarter;
  });
}
