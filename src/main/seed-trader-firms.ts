import type { Day } from '../platform/clock/clock.ts';
import type { TraderStatus } from '../traders/trader.words.ts';

/** A made-up firm of the demonstration's scheme. */
export interface Firm {
  status: TraderStatus;
  name: string;
  legal: string;
  trades: string[];
  director: string;
  born: Day;
  /** Days before today on which it applied, and was asked about; not asked yet where it is left out. */
  applied: number;
  asked?: number;
  answer?: 'proceed' | 'conditions' | 'decline';
  /** Days before today on which it became a member. */
  member?: number;
  ground?: string;
  vehicle?: string;
  phone?: string;
  complaints?: readonly [words: string, daysAgo: number, outcome: 'upheld' | 'settled' | null][];
}

/** What the demonstration's scheme holds: something of each, all of it made up. */
export const firms: readonly Firm[] = [
  {
    ...{ status: 'applied', name: 'Bracken & Thorn Gardens', legal: 'partnership', trades: ['gardening'] },
    ...{ director: 'Ivy Thornley', born: '1984-02-11', applied: 3 },
  },
  {
    // The van and the name stand in items of the unit: the common nominal of the demonstration.
    ...{
      status: 'checking',
      name: 'Pellow Clearances',
      legal: 'sole-trader',
      trades: ['waste-clearance', 'roofing'],
    },
    ...{
      director: 'David Pellow',
      born: '1979-03-14',
      applied: 12,
      asked: 6,
      vehicle: 'QX68 RFG',
      phone: '07700 900777',
    },
  },
  {
    ...{ status: 'checking', name: 'Fossick Heating', legal: 'ltd', trades: ['heating'] },
    ...{
      director: 'Ned Fossick',
      born: '1976-10-02',
      applied: 34,
      asked: 30,
      answer: 'conditions',
      vehicle: 'QX71 HTG',
    },
  },
  {
    ...{ status: 'member', name: 'Ambry Electrical', legal: 'ltd', trades: ['electrical'] },
    ...{ director: 'Jo Ambry', born: '1988-06-21', applied: 260, asked: 255, answer: 'proceed', member: 230 },
  },
  {
    ...{ status: 'member', name: 'Quennet Building Company', legal: 'ltd', trades: ['building', 'roofing'] },
    ...{
      director: 'Rosa Quennet',
      born: '1969-01-30',
      applied: 370,
      asked: 360,
      answer: 'proceed',
      member: 340,
    },
    complaints: [
      ['The extension leaks, and nobody came back', 60, 'upheld'],
      ['A skip stood on the pavement for a month', 21, null],
    ],
  },
  {
    ...{ status: 'suspended', name: 'Tarnsby Decorators', legal: 'sole-trader', trades: ['decorating'] },
    ...{
      director: 'Lee Tarnsby',
      born: '1991-12-05',
      applied: 300,
      asked: 295,
      answer: 'proceed',
      member: 270,
      ground: 'complaints',
    },
    complaints: [
      ['Took the deposit and did not begin', 90, 'upheld'],
      ['Half the room left unpainted', 40, 'upheld'],
    ],
  },
  {
    ...{ status: 'refused', name: 'Moorland Driveways', legal: 'sole-trader', trades: ['building'] },
    ...{
      director: 'Art Moorland',
      born: '1973-08-08',
      applied: 60,
      asked: 55,
      answer: 'decline',
      ground: 'fit-and-proper',
    },
  },
];
