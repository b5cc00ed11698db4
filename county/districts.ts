/** The county's name, its districts with their settlements, and its police areas. */

export const COUNTY_NAME = 'Merrowshire';
export const COUNTY_CODE = 'Q10000001';

export interface DistrictPlan {
  letter: string;
  code: string;
  agencyCode: string;
  name: string;
  /** Settlements, one to a ward, the largest first. */
  settlements: readonly string[];
}

const list = (words: string): string[] => words.split(', ');

export const DISTRICTS: readonly DistrictPlan[] = [
  {
    letter: 'A',
    code: 'Q07000001',
    agencyCode: 'WEND',
    name: 'Wendmere',
    settlements: list(
      'Wendmere Town, Ollerquay, Tarnsby Cross, Hexaholme, Low Quennet, Brindlewath, Market Fossick, Nether Ambry',
    ),
  },
  {
    letter: 'B',
    code: 'Q07000002',
    agencyCode: 'ALDE',
    name: 'Aldersett',
    settlements: list('Aldersett, Great Pomfrey, Skelderness, Ashlode, Upper Dunwick, Cray Fennet'),
  },
  {
    letter: 'C',
    code: 'Q07000003',
    agencyCode: 'SALT',
    name: 'Saltmarch',
    settlements: list(
      'Saltmarch, Gannetsea, Port Ellerby, Whinsand, Marram End, Kittiwake Bay, Thrale Point, Sandrigg, Ternholm',
    ),
  },
  {
    letter: 'D',
    code: 'Q07000004',
    agencyCode: 'BRAC',
    name: 'Brackenholt',
    settlements: list(
      'Brackenholt, Corriedale Moor, Stonnerby, Heathlode, Fernwath, Old Tansley Wood, Burrowgill, Ravenlode',
    ),
  },
  {
    letter: 'E',
    code: 'Q07000005',
    agencyCode: 'PELL',
    name: 'Pellamoor',
    settlements: list(
      'Pellamoor, Cobblewick Green, Nether Pell, Lowmarl, Sedgeholm, Withygate, Harrowlode, Mossenby',
    ),
  },
  {
    letter: 'F',
    code: 'Q07000006',
    agencyCode: 'FENN',
    name: 'Fennimouth',
    settlements: list(
      'Fennimouth, Staithe Quay, Eelbridge, Drovewick, Long Levels, Wickenfen, Tidesmere, Osierby, Fen Ambley',
    ),
  },
];

/** Police areas do not follow one district each, as in life: a district's figures and an area's figures differ. */
export const POLICE_AREAS = [
  { code: 'Q23000001', name: 'North Moors', letters: 'AB' },
  { code: 'Q23000002', name: 'East Coast', letters: 'C' },
  { code: 'Q23000003', name: 'Holt and Fens', letters: 'DF' },
  { code: 'Q23000004', name: 'Pell Valley', letters: 'E' },
] as const;

/** Wards changed by an electoral review: the old code ends, two new ones follow. */
export const REVIEW_ON = '2025-04-01';

/** The police area that a district lies in. */
export function policeAreaOf(districtCode: string): string {
  const letter = DISTRICTS.find((d) => d.code === districtCode)?.letter ?? '';
  const found = POLICE_AREAS.find((p) => letter !== '' && p.letters.includes(letter));
  if (!found) throw new RangeError(`No police area for ${districtCode}`);
  return found.code;
}

export const policeAreas: readonly { code: string; name: string }[] = POLICE_AREAS;
