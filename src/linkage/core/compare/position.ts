import type { Column } from '../table.ts';
import { type Comparison, type Facts, hashText, joinHashes, type Key, type Level } from './comparison.ts';
import { shown, type Values, valuesOf } from './values.ts';

/** Firms have branches and people move: being far apart says little against «same». */
const positionLevels: readonly Level[] = [
  { words: 'not given', m: 0, rarity: 0 },
  { words: 'the same spot', m: 0.45, rarity: 0.7 },
  { words: 'within a hundred metres', m: 0.1, rarity: 0 },
  { words: 'within a kilometre', m: 0.05, rarity: 0 },
  { words: 'within ten kilometres', m: 0.1, rarity: 0 },
  { words: 'within a hundred kilometres', m: 0.1, rarity: 0, mostAgainst: 1 },
  { words: 'further apart', m: 0.2, rarity: 0, mostAgainst: 2 },
];

/** Nought is a coordinate that nobody filled in. */
const normalDegrees = (raw: string): string => {
  const degrees = Number(raw);
  return raw.trim() === '' || !Number.isFinite(degrees) || degrees === 0 ? '' : String(degrees);
};

/** A place as latitude and longitude in degrees (WGS 84): the two are one piece of evidence. */
export function positionComparison(latitude: Column, longitude: Column, known?: Facts): Comparison {
  const lat = valuesOf(latitude, normalDegrees, Number, known?.frequency);
  const lng = valuesOf(longitude, normalDegrees, Number);
  const isGiven = (row: number) => lat.codes.at(row) >= 0 && lng.codes.at(row) >= 0;
  const level = (a: number, b: number): number => {
    if (!isGiven(a) || !isGiven(b)) return 0;
    const [y, x] = [degrees(lat, a), degrees(lng, a)];
    const [v, u] = [degrees(lat, b), degrees(lng, b)];
    if (y === v && x === u) return 1;
    const east = (x - u) * Math.cos(((y + v) * Math.PI) / 360);
    const metres = 111_200 * Math.hypot(y - v, east);
    return metres <= 100 ? 2 : metres <= 1000 ? 3 : metres <= 10_000 ? 4 : metres <= 100_000 ? 5 : 6;
  };
  const square = (name: string, size: number): Key => ({
    name,
    field: 'place',
    hash: (row) =>
      isGiven(row)
        ? joinHashes(
            hashText(String(Math.round(degrees(lat, row) / size))),
            hashText(String(Math.round(degrees(lng, row) / size))),
          )
        : 0,
  });
  return {
    name: 'Position',
    levels: positionLevels,
    shared: true,
    mayDiffer: 0.8,
    leastSame: 0,
    differsFrom: 5,
    chance: lat.frequencies.chance,
    meanShare: lat.frequencies.meanShare,
    level,
    logFrequency: (a, b) =>
      Math.max(lat.frequencies.logShares[lat.codes.at(a)]!, lat.frequencies.logShares[lat.codes.at(b)]!),
    code: (row) => (isGiven(row) ? lat.codes.at(row) : -1),
    fields: [lat.codes, lng.codes],
    show: (row) => [shown(latitude, row), shown(longitude, row)].filter((text) => text !== '').join(', '),
    keys: [square('position', 0.000_01), square('square of a kilometre', 0.01)],
    take: (row) => {
      lat.take(row);
      lng.take(row);
    },
    facts: () => ({ frequency: lat.frequencies.document(10) }),
    settle: () => {
      lat.settle();
      lng.settle();
    },
    share: () => ({ values: { [latitude.name]: lat.share(), [longitude.name]: lng.share() } }),
    portable: {
      ladder: 'position',
      parts: {
        latitude: (row) => (isGiven(row) ? degrees(lat, row) : undefined),
        longitude: (row) => (isGiven(row) ? degrees(lng, row) : undefined),
      },
    },
  };
}

const degrees = (values: Values<number>, row: number) => values.feature(values.codes.at(row));
