import { spotMethod } from '../../../reference/hot-spots.ts';

/** A place or a person that a record names, by an exact key. */
export interface Keyed {
  key: string;
  label: string;
}

/** One record that is counted: an item of the unit, or a report. */
export interface Mark {
  source: 'item' | 'report';
  id: string;
  reference: string;
  at: Date;
  /** Month in Europe/London, like 2026-11. */
  month: string;
  /** Issue type of a report; items have none. */
  kind: string;
  districtCode: string | null;
  lon: number | null;
  lat: number | null;
  places: readonly Keyed[];
  victims: readonly Keyed[];
  subjects: readonly Keyed[];
  /** It may be counted in what leaves the unit: a report, or an item that is ready and of whose source nobody has to fear. */
  mayLeave: boolean;
}

const metresPerDegree = 111_320;
const perDegreeEast = (lat: number): number => metresPerDegree * Math.cos((lat * Math.PI) / 180);

/** A square of a grid that lies where it lies whatever is counted, so that two counts can be laid over each other. */
export interface Cell {
  id: string;
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The square of some side, in metres, in which a point lies. */
export function cellOf(point: { lon: number; lat: number }, metres: number): string {
  const row = Math.floor((point.lat * metresPerDegree) / metres);
  const column = Math.floor((point.lon * perDegreeEast(middleOf(row, metres))) / metres);
  return `${metres}:${row}:${column}`;
}
/** The latitude by which a row of squares is measured. */
const middleOf = (row: number, metres: number): number => ((row + 0.5) * metres) / metresPerDegree;

/** Where a square lies; undefined for what is none. */
export function readCell(id: string): Cell | undefined {
  const [metres, row, column] = id.split(':').map(Number);
  if (!metres || row === undefined || column === undefined || !Number.isInteger(row + column))
    return undefined;
  const east = perDegreeEast(middleOf(row, metres));
  return {
    id,
    ...{ west: (column * metres) / east, east: ((column + 1) * metres) / east },
    ...{ south: (row * metres) / metresPerDegree, north: ((row + 1) * metres) / metresPerDegree },
  };
}

/** The chance of so many records or more in a square where `expected` fall on average (Poisson). */
export function chanceOf(count: number, expected: number): number {
  if (count <= 0) return 1;
  if (expected <= 0) return 0;
  if (count <= expected) return 1 - below(count, expected);
  let term = Math.exp(count * Math.log(expected) - expected - logFactorial(count));
  let sum = 0;
  for (let n = count; term > sum * 1e-15 && n < count + 10_000; n += 1) {
    sum += term;
    term *= expected / (n + 1);
  }
  return Math.min(1, sum);
}
function below(count: number, expected: number): number {
  let sum = 0;
  for (let n = 0; n < count; n += 1) sum += Math.exp(n * Math.log(expected) - expected - logFactorial(n));
  return Math.min(1, sum);
}
function logFactorial(n: number): number {
  let sum = 0;
  for (let k = 2; k <= n; k += 1) sum += Math.log(k);
  return sum;
}

/** A square with more records than chance would put there. */
export interface HotSpot extends Cell {
  count: number;
  /** How many would lie there if the records fell on the postcodes of the area by chance. */
  expected: number;
  /** Different places at which its records lie. */
  places: number;
  /** Postcodes in it. */
  postcodes: number;
}
export interface Spots {
  hot: HotSpot[];
  /** Squares that were looked at: those with a postcode or a record. */
  cells: number;
  /** Records that lie on the map. */
  placed: number;
  unplaced: number;
}

/** Half a postcode is added to every square: somewhere without a door can be tipped at too. */
const smoothing = 0.5;

const placed = (mark: Mark): mark is Mark & { lon: number; lat: number } =>
  mark.lon !== null && mark.lat !== null;
const placesIn = (marks: readonly Mark[]): number =>
  new Set(marks.flatMap((mark) => mark.places.map(({ key }) => key))).size;

/**
 * Squares in which more records lie than chance explains. By chance a record falls on any postcode of the area as likely as on any
 * other, so that a town is no hot spot for being a town. `ground` is the number of postcodes of each square; where nothing is known of
 * the area, the squares with a record share all alike, which errs on the quiet side. The chance is multiplied by the number of squares
 * (Bonferroni), and fewer than the least are never shown.
 */
export function hotSpotsOf(
  marks: readonly Mark[],
  ground: ReadonlyMap<string, number>,
  metres: number,
): Spots {
  const on = marks.filter(placed);
  const byCell = Map.groupBy(on, (mark) => cellOf(mark, metres));
  const cells = new Set([...ground.keys(), ...byCell.keys()]);
  const weightOf = (id: string): number => (ground.get(id) ?? 0) + smoothing;
  const whole = [...cells].reduce((sum, id) => sum + weightOf(id), 0);
  const hot = [...byCell].flatMap(([id, within]): HotSpot[] => {
    const expected = (on.length * weightOf(id)) / whole;
    const cell = readCell(id);
    const isHot =
      within.length >= spotMethod.least &&
      chanceOf(within.length, expected) * cells.size <= spotMethod.chance;
    return cell && isHot
      ? [
          {
            ...cell,
            count: within.length,
            expected,
            places: placesIn(within),
            postcodes: ground.get(id) ?? 0,
          },
        ]
      : [];
  });
  return {
    hot: hot.sort((a, b) => b.count - a.count || a.expected - b.expected || (a.id < b.id ? -1 : 1)),
    ...{ cells: cells.size, placed: on.length, unplaced: marks.length - on.length },
  };
}

/** One place or person, and the records that name it. */
export interface Repeated extends Keyed {
  records: Mark[];
}
/** How unevenly records fall on places, or on people. */
export interface Repeats {
  /** Places or people that are known by an exact key. */
  things: number;
  /** Ties of records to them. */
  held: number;
  /** How many have 1, 2, 3, 4, and 5 records or more. */
  spread: [number, number, number, number, number];
  /** What the most affected tenth holds of all; undefined where there are too few to say. */
  tenth: { things: number; held: number } | undefined;
  /** Those with two or more, the most first. */
  again: Repeated[];
}

/** Which places, or people, records come back to. */
export function repeatsOf(marks: readonly Mark[], of: 'places' | 'victims' | 'subjects'): Repeats {
  const byKey = new Map<string, Repeated>();
  for (const mark of marks)
    for (const { key, label } of new Map(mark[of].map((one) => [one.key, one])).values()) {
      const found = byKey.get(key);
      if (found) found.records.push(mark);
      else byKey.set(key, { key, label, records: [mark] });
    }
  const all = [...byKey.values()].sort(
    (a, b) =>
      b.records.length - a.records.length || a.label.localeCompare(b.label) || (a.key < b.key ? -1 : 1),
  );
  const spread: Repeats['spread'] = [0, 0, 0, 0, 0];
  for (const { records } of all)
    spread[Math.min(records.length, 5) - 1] = (spread[Math.min(records.length, 5) - 1] ?? 0) + 1;
  const sum = (some: readonly Repeated[]): number => some.reduce((n, { records }) => n + records.length, 0);
  const first = all.slice(0, Math.ceil(all.length / 10));
  return {
    ...{ things: all.length, held: sum(all), spread },
    tenth: all.length >= spotMethod.tenthFrom ? { things: first.length, held: sum(first) } : undefined,
    again: all.filter(({ records }) => records.length >= 2),
  };
}
/** What the five numbers of a spread are. */
export const spreadWords = ['1 record', '2 records', '3 records', '4 records', '5 or more'] as const;

/** A year before a month. */
export const yearBefore = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
/** Every month from one to another, both of them. */
export function monthsFrom(first: string, last: string): string[] {
  const months: string[] = [];
  for (let at = first; at <= last && months.length < 120; ) {
    months.push(at);
    const [year = 0, month = 0] = at.split('-').map(Number);
    at = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  }
  return months;
}
/** How many of each name, the most first. */
export const tallied = (names: readonly string[]): { name: string; n: number }[] =>
  [...Map.groupBy(names, (name) => name)]
    .map(([name, all]) => ({ name, n: all.length }))
    .sort((a, b) => b.n - a.n || a.name.localeCompare(b.name));
