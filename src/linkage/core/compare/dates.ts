import {
  type DateOrder,
  type DateParts,
  dayNumber,
  orderOfDates,
  readBirth,
  readDate,
} from '../normalise/date.ts';
import type { Column } from '../table.ts';
import type { Comparison, Facts, Level } from './comparison.ts';
import { keyOf, shown, type Values, valuesOf } from './values.ts';

const birthLevels: readonly Level[] = [
  { words: 'not given', m: 0, rarity: 0 },
  // Of a hundred pairs under one roof about one are twins (multiple births, ONS: 14 to 16 in 1,000 maternities).
  { words: 'the same day', m: 0.72, rarity: 1, amongRelated: 0.01 },
  { words: 'day and month changed round', m: 0.02, rarity: 0 },
  { words: 'one figure different', m: 0.1, rarity: 0 },
  { words: 'two of day, month and year the same', m: 0.06, rarity: 0 },
  { words: 'the same year, as far as it is given', m: 0.03, rarity: 0 },
  { words: 'both a stand-in day, near in year', m: 0.01, rarity: 0 },
  { words: 'the same year or the same day of the year', m: 0.02, rarity: 0 },
  { words: 'different', m: 0.035, rarity: 0 },
  // A parent and a child of one name, whom a record without a birth date would bring together.
  { words: 'a generation apart', m: 0.002, rarity: 0, against: 9, keepsApart: true },
];

/** Years between two people who may bear one name under one roof: a parent and a child. */
const generation = 16;

const normalDate = (order: DateOrder, read: typeof readBirth) => (raw: string) => {
  const date = read(raw, order);
  if (!date) return '';
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(date.year).padStart(4, '0')}${two(date.month)}${two(date.day)}`;
};

const partsOf = (normal: string): DateParts => ({
  year: Number(normal.slice(0, 4)),
  month: Number(normal.slice(4, 6)),
  day: Number(normal.slice(6)),
});

/** A date of birth. Days that a clerk enters when she knows no better (1 January) are found by their share and trusted for the year alone. */
export function birthDateComparison(column: Column, known?: Facts): Comparison {
  const order = orderIn(column, known);
  const values = valuesOf(column, normalDate(order, readBirth), () => undefined, known?.frequency);
  const standInDates = new Set(known?.standIn ?? standInDays(values));
  const isStandIn = (normal: string) => standInDates.has(normal.slice(4)) || standInDates.has(normal);
  const standIn = values.byCode((code) => (isStandIn(values.text(code)) ? 1 : 0));
  // Eight figures, four bits each: the year, the month, the day.
  const figures = values.byCode((code) => Number.parseInt(values.text(code), 16) | 0);
  const isWhole = (code: number) => (figures.at(code) & 0xff00) !== 0;
  const compute = (a: number, b: number): number => {
    const [x, y] = [figures.at(a), figures.at(b)];
    const [yearX, yearY] = [x >>> 16, y >>> 16];
    const [dayX, dayY] = [x & 0xff, y & 0xff];
    const [monthX, monthY] = [(x >>> 8) & 0xff, (y >>> 8) & 0xff];
    if (monthX === 0 || monthY === 0 || yearX === 0 || yearY === 0) return yearX === yearY ? 5 : 8;
    const [isStandInA, isStandInB] = [standIn.at(a) === 1, standIn.at(b) === 1];
    const apart = figuresApart(x, y);
    if (isStandInA && isStandInB) return apart === 1 ? 6 : 8;
    if (yearX === yearY && monthX === dayY && dayX === monthY) return 2;
    if (apart === 1) return 3;
    const same = Number(yearX === yearY) + Number(monthX === monthY) + Number(dayX === dayY);
    if (same === 2) return yearX === yearY && (isStandInA || isStandInB) ? 5 : 4;
    if (yearX === yearY) return isStandInA || isStandInB ? 5 : 7;
    if (apart === 2 && same >= 1) return 7;
    return !isStandInA && !isStandInB && Math.abs(yearIn(x) - yearIn(y)) >= generation ? 9 : 8;
  };
  const key = (name: string, text: (normal: string) => string) =>
    keyOf(name, values, (normal, code) =>
      standIn.at(code) === 1 && name !== 'year of birth' && name !== 'date of birth' ? '' : text(normal),
    );
  return {
    name: 'Date of birth',
    levels: birthLevels,
    shared: false,
    mayDiffer: 0.3,
    leastSame: 0.35,
    differsFrom: 7,
    chance: values.frequencies.chance,
    meanShare: values.frequencies.meanShare,
    level: (a, b) => {
      const x = values.codes.at(a);
      const y = values.codes.at(b);
      if (x < 0 || y < 0) return 0;
      return x === y ? (isWhole(x) ? 1 : 5) : compute(x, y);
    },
    logFrequency: (a) => values.frequencies.logShares[values.codes.at(a)]!,
    code: (row) => values.codes.at(row),
    settledBy: values.codes,
    byCodes: { shares: values.frequencies, isFirst: isWhole },
    fields: [values.codes],
    show: (row) => shown(column, row),
    take: (row) => values.take(row),
    facts: () => ({
      frequency: values.frequencies.document(10),
      dayFirst: order === 'day-first',
      standIn: [...standInDates].sort(),
    }),
    settle: () => values.settle(),
    share: () => ({ values: { [column.name]: values.share() } }),
    portable: {
      ladder: 'birth',
      parts: {
        value: (row) => values.given(row),
        standIn: (row) => values.codes.at(row) >= 0 && standIn.at(values.codes.at(row)) === 1,
      },
    },
    keys: [
      key('date of birth', (normal) => (normal.endsWith('00') ? '' : normal)),
      key('day and month of birth', (normal) => [normal.slice(4, 6), normal.slice(6)].sort().join('-')),
      key('year and month of birth', (normal) => normal.slice(0, 6)),
      key('year and day of birth', (normal) => normal.slice(0, 4) + normal.slice(6)),
      key('year of birth', (normal) => `y${normal.slice(0, 4)}`),
    ],
  };
}

/** The order of day and month: as the model has it, else as the column's own dates tell. */
const orderIn = (column: Column, known: Facts | undefined): 'day-first' | 'month-first' =>
  known?.dayFirst === undefined ? orderOfDates(column.values) : known.dayFirst ? 'day-first' : 'month-first';

/** Days that come eight times oftener than a day of the year should, and single dates that come too often. */
function standInDays(values: Values<unknown>): string[] {
  const { counts } = values.frequencies;
  const byDay = new Map<string, number>();
  let all = 0;
  const normal = Array.from({ length: values.length }, (_, code) => values.text(code));
  normal.forEach((date, code) => {
    byDay.set(date.slice(4), (byDay.get(date.slice(4)) ?? 0) + counts[code]!);
    all += counts[code]!;
  });
  const days = [...byDay].filter(([, count]) => count > Math.max(20, (all * 8) / 365)).map(([day]) => day);
  const dates = normal.filter((_, code) => counts[code]! > Math.max(20, all / 400));
  return [...days, ...dates];
}

/** The year of eight figures, four bits each. */
const yearIn = (figures: number): number =>
  1000 * (figures >>> 28) +
  100 * ((figures >>> 24) & 15) +
  10 * ((figures >>> 20) & 15) +
  ((figures >>> 16) & 15);

/** How many of eight figures (four bits each) differ; two neighbours changed round count as one. */
function figuresApart(a: number, b: number): number {
  let apart = 0;
  for (let place = 0; place < 32; place += 4) {
    const x = (a >>> place) & 15;
    const y = (b >>> place) & 15;
    if (x === y) continue;
    if (place < 28 && x === ((b >>> (place + 4)) & 15) && y === ((a >>> (place + 4)) & 15)) place += 4;
    apart += 1;
  }
  return apart;
}

const eventLevels: readonly Level[] = [
  { words: 'not given', m: 0, rarity: 0 },
  { words: 'the same day', m: 0.55, rarity: 1 },
  { words: 'a day apart', m: 0.2, rarity: 0 },
  { words: 'two or three days apart', m: 0.12, rarity: 0 },
  { words: 'within a week', m: 0.06, rarity: 0 },
  { words: 'within a month', m: 0.04, rarity: 0 },
  { words: 'further apart', m: 0.03, rarity: 0 },
];

/** A date on which something happened: nearness counts, not figures. */
export function eventDateComparison(column: Column, known?: Facts): Comparison {
  const order = orderIn(column, known);
  const dayOf = (normal: string) => dayNumber(partsOf(normal));
  const values = valuesOf(column, normalDate(order, readDate), dayOf, known?.frequency);
  const dayKey = (name: string, shift: number, width: number) =>
    keyOf(name, values, (_, code) => {
      const day = values.feature(code);
      return Number.isNaN(day) ? '' : String(Math.floor((day + shift) / width));
    });
  return {
    name: column.name,
    levels: eventLevels,
    shared: false,
    mayDiffer: 0.6,
    leastSame: 0,
    differsFrom: 6,
    chance: values.frequencies.chance,
    meanShare: values.frequencies.meanShare,
    level: (a, b) => {
      const x = values.codes.at(a);
      const y = values.codes.at(b);
      if (x < 0 || y < 0) return 0;
      if (x === y) return 1;
      const apart = Math.abs(values.feature(x) - values.feature(y));
      return apart <= 1 ? 2 : apart <= 3 ? 3 : apart <= 7 ? 4 : apart <= 31 ? 5 : 6;
    },
    logFrequency: (a) => values.frequencies.logShares[values.codes.at(a)]!,
    code: (row) => values.codes.at(row),
    settledBy: values.codes,
    byCodes: { shares: values.frequencies },
    fields: [values.codes],
    show: (row) => shown(column, row),
    take: (row) => values.take(row),
    facts: () => ({ frequency: values.frequencies.document(10), dayFirst: order === 'day-first' }),
    settle: () => values.settle(),
    share: () => ({ values: { [column.name]: values.share() } }),
    portable: {
      ladder: 'event',
      parts: {
        value: (row) => values.given(row),
        day: (row) => (values.codes.at(row) < 0 ? undefined : values.feature(values.codes.at(row))),
      },
    },
    keys: [
      dayKey(`${column.name}: day`, 0, 1),
      dayKey(`${column.name}: four days`, 0, 4),
      dayKey(`${column.name}: four days, shifted`, 2, 4),
    ],
  };
}
