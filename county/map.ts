import type { CountyArea, Point } from './county.types.ts';
import {
  COUNTY_CODE,
  COUNTY_NAME,
  DISTRICTS,
  type DistrictPlan,
  POLICE_AREAS,
  REVIEW_ON,
} from './districts.ts';
import { edgeLine, outlineOf, ringArea } from './geometry.ts';
import { at, get, randomFor } from './random.ts';

/**
 * The county is a fine grid bent out of shape: small areas are its cells, and every larger area is the outline of the
 * cells inside it. Borders are therefore shared point for point, and no area can overlap or leave a sliver.
 *
 * Each letter is one ward's cell, north at the top; the letter says the district.
 */
const DISTRICT_PLAN = ['AAABBBCC', 'AAABBCCC', 'AADDBCCC', 'EDDDDFFC', 'EEEDDFFF', 'EEEEFFFF'] as const;

export const WARDS_FROM = '2015-05-07';
const REVIEWED_WARD = 'Great Pomfrey';

export interface WardPlan {
  code: string;
  name: string;
  settlement: string;
  district: DistrictPlan;
  polygon: readonly Point[];
  population: number;
  /** Rank of the settlement in its district: 0 is the chief town. */
  rank: number;
}

export interface CountyMap {
  areas: CountyArea[];
  /** Wards in force now. */
  wards: WardPlan[];
}

const COLUMNS = 16;
const ROWS = 12;

/** Bends the grid into a rounded island in open sea, well clear of any coast, and jitters the inner corners. */
function gridCorners(): Point[][] {
  const random = randomFor('county map corners');
  const corners: Point[][] = [];
  for (let row = 0; row <= ROWS; row++) {
    const line: Point[] = [];
    for (let column = 0; column <= COLUMNS; column++) {
      const u = (column / COLUMNS) * 2 - 1 + (random.next() - 0.5) * 0.06;
      const v = 1 - (row / ROWS) * 2 + (random.next() - 0.5) * 0.07;
      const x = u * Math.sqrt(1 - 0.42 * v * v) * (1 + 0.05 * Math.sin(3 * v));
      const y = v * Math.sqrt(1 - 0.38 * u * u) * (1 + 0.05 * Math.sin(4 * u));
      line.push([round(2.5 + 0.54 * x), round(54.35 + 0.31 * y)]);
    }
    corners.push(line);
  }
  return corners;
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** One ring per fine cell, clockwise from the north-west, its sides wriggling alike for both neighbours. */
function cellRings(): Map<string, Point[]> {
  const corners = gridCorners();
  const corner = (row: number, column: number): Point => at(at(corners, row), column);
  const rings = new Map<string, Point[]>();
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const around: Point[] = [
        corner(row, column),
        corner(row, column + 1),
        corner(row + 1, column + 1),
        corner(row + 1, column),
      ];
      const ring = around.flatMap((from, i) => edgeLine(from, at(around, (i + 1) % 4)).slice(0, -1));
      rings.set(`${row},${column}`, [...ring, at(ring, 0)]);
    }
  }
  return rings;
}

interface SmallAreaPlan {
  ward: string;
  ring: Point[];
}

const closed = (ring: readonly Point[]): CountyArea['polygon'] => [ring];

/** A ward's four fine cells, of which one pair is joined in every third ward. */
function smallAreaRings(
  rings: ReadonlyMap<string, Point[]>,
  row: number,
  column: number,
  index: number,
): Point[][] {
  const cell = (r: number, c: number): Point[] => get(rings, `${row * 2 + r},${column * 2 + c}`);
  if (index % 3 === 1) return [outlineOf([cell(0, 0), cell(0, 1)]), cell(1, 0), cell(1, 1)];
  return [cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1)];
}

interface Cells {
  wards: WardPlan[];
  smallAreas: SmallAreaPlan[];
  replaced: CountyArea;
}

/** Which of a district's cells is its chief town's is left to the order of reading, north-west first. */
function wardCells(): Cells {
  const rings = cellRings();
  const random = randomFor('ward population');
  const taken = new Map<string, number>();
  const wards: WardPlan[] = [];
  const smallAreas: SmallAreaPlan[] = [];
  let replaced: CountyArea | undefined;
  let number = 0;
  DISTRICT_PLAN.forEach((line, row) => {
    [...line].forEach((letter, column) => {
      const district = at(
        DISTRICTS.filter((d) => d.letter === letter),
        0,
      );
      const rank = taken.get(letter) ?? 0;
      taken.set(letter, rank + 1);
      const settlement = at(district.settlements, rank);
      const population = random.between(5200, 7400) + (rank === 0 ? 7800 : rank === 1 ? 3600 : 0);
      const parts = smallAreaRings(rings, row, column, settlement === REVIEWED_WARD ? 0 : wards.length);
      const add = (code: string, name: string, own: Point[][], people: number): void => {
        wards.push({ code, name, settlement, district, polygon: outlineOf(own), population: people, rank });
        smallAreas.push(...own.map((ring) => ({ ward: code, ring })));
      };
      const code = wardCode(++number);
      if (settlement === REVIEWED_WARD) {
        const [north, south] = [wardCode(101), wardCode(102)];
        add(north, `${settlement} North`, parts.slice(0, 2), Math.floor(population / 2));
        add(south, `${settlement} South`, parts.slice(2), population - Math.floor(population / 2));
        replaced = oldWard(code, settlement, district.code, outlineOf(parts), population, [north, south]);
      } else add(code, settlement, parts, population);
    });
  });
  if (!replaced) throw new Error('The reviewed ward is not on the plan');
  return { wards, smallAreas, replaced };
}

const wardCode = (number: number): string => `Q05${String(number).padStart(6, '0')}`;

function oldWard(
  code: string,
  name: string,
  parentCode: string,
  ring: Point[],
  population: number,
  successorCodes: string[],
): CountyArea {
  const endsOn = '2025-03-31';
  return {
    code,
    kind: 'ward',
    name,
    parentCode,
    startsOn: WARDS_FROM,
    endsOn,
    successorCodes,
    polygon: closed(ring),
    population,
  };
}

/** Builds every area of the county, largest first. */
export function buildMap(): CountyMap {
  const { wards, smallAreas, replaced } = wardCells();
  const sum = (chosen: readonly WardPlan[]): number =>
    chosen.reduce((total, ward) => total + ward.population, 0);
  const within = (letters: string): WardPlan[] =>
    wards.filter((ward) => letters.includes(ward.district.letter));
  const joined = (chosen: readonly WardPlan[]): CountyArea['polygon'] =>
    closed(outlineOf(chosen.map((w) => w.polygon)));
  const area = (kind: CountyArea['kind'], code: string, name: string, letters: string): CountyArea => ({
    code,
    kind,
    name,
    ...(kind === 'county' ? {} : { parentCode: COUNTY_CODE }),
    startsOn: '2009-04-01',
    polygon: joined(within(letters)),
    population: sum(within(letters)),
  });
  const areas: CountyArea[] = [
    area('county', COUNTY_CODE, COUNTY_NAME, 'ABCDEF'),
    ...DISTRICTS.map((d) => area('district', d.code, d.name, d.letter)),
    ...POLICE_AREAS.map((p) => area('policeArea', p.code, p.name, p.letters)),
    replaced,
    ...wards.map((w) => wardArea(w)),
    ...smallAreaAreas(wards, smallAreas),
  ];
  return { areas, wards };
}

function wardArea(ward: WardPlan): CountyArea {
  const { code, name, polygon, population } = ward;
  const startsOn = name.startsWith(REVIEWED_WARD) ? REVIEW_ON : WARDS_FROM;
  return {
    code,
    kind: 'ward',
    name,
    parentCode: ward.district.code,
    startsOn,
    polygon: closed(polygon),
    population,
  };
}

/** Small areas share out their ward's people by size of ground, the last taking what rounding leaves. */
function smallAreaAreas(wards: readonly WardPlan[], plans: readonly SmallAreaPlan[]): CountyArea[] {
  let number = 0;
  return wards.flatMap((ward) => {
    const own = plans.filter((plan) => plan.ward === ward.code);
    const ground = own.reduce((total, plan) => total + ringArea(plan.ring), 0);
    let left = ward.population;
    return own.map((plan, i): CountyArea => {
      const share =
        i === own.length - 1 ? left : Math.round((ward.population * ringArea(plan.ring)) / ground);
      left -= share;
      number += 1;
      return {
        code: `Q01${String(number).padStart(6, '0')}`,
        kind: 'smallArea',
        name: `${ward.name} ${String(i + 1).padStart(3, '0')}`,
        parentCode: ward.code,
        startsOn: ward.name.startsWith(REVIEWED_WARD) ? REVIEW_ON : WARDS_FROM,
        polygon: closed(plan.ring),
        population: share,
      };
    });
  });
}
