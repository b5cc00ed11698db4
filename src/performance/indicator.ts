import { type IndicatorRow, indicators } from '../../reference/indicators.ts';
import { inSentence } from '../platform/ui/index.ts';

/** What the catalogue groups figures by, in the order of the quarter's paper. */
export const priorities: readonly { code: string; name: string; codes: readonly string[] }[] = [
  { code: 'demand', name: 'What people tell us', codes: ['I-01', 'E-02'] },
  {
    code: 'enforcement',
    name: 'Enforcement',
    codes: ['E-01', 'E-01a', 'E-01e', 'E-01c', 'E-01d', 'E-01b', 'E-02a', 'E-02b', 'E-02c'],
  },
  {
    code: 'partnership',
    name: 'Working together',
    codes: ['T-01', 'T-03', 'T-04', 'T-04a', 'T-04b', 'T-04c', 'T-04d'],
  },
];

/** Counted for whoever keeps the victim register and the analyst of their agency; in no published paper. */
const victimFigures = {
  code: 'victims',
  name: 'Victims and people at risk',
  codes: [
    'V-01',
    'V-01a',
    'V-01b',
    'V-02',
    'V-02a',
    'V-03',
    'V-03a',
    'V-04',
    'V-05',
    'V-05a',
    'V-05b',
    'V-06',
  ],
} as const;
/** Counted for those who may open the files; what is published of them is the community protection table. */
const protectionFigures = {
  code: 'protection',
  name: 'Community protection',
  codes: ['A-04', 'A-04a', 'A-04b', 'A-04c', 'A-04d', 'A-04e'],
} as const;
/** Counted for those who keep the cases and are told of the nominations. */
const asbFigures = {
  code: 'anti-social-behaviour',
  name: 'Anti-social behaviour',
  codes: [
    ...['A-01', 'A-02', 'A-02a', 'A-03', 'A-03a', 'A-03b', 'A-03c', 'A-03d'],
    ...['A-07', 'A-07a', 'A-07b'],
  ],
} as const;
/** Counted for those who run them; what the law has published of them is a page of its own. */
const caseReviewFigures = {
  code: 'case-reviews',
  name: 'ASB case reviews',
  codes: ['A-05', 'A-05a', 'A-05b', 'A-05c'],
} as const;
/** Counted for the agencies that take part in a day of action; what each counts of its own stands on the day's page. */
const operationFigures = {
  code: 'operations',
  name: 'Days of action',
  codes: ['E-05c', 'E-05', 'E-05a', 'E-05b'],
} as const;
/** Counted for the agencies that take part in a test purchase. */
const testFigures = {
  code: 'tests',
  name: 'Test purchases',
  codes: ['E-06', 'E-06a', 'E-06b', 'E-06c'],
} as const;
/** Counted for the agency that keeps the premises. */
const inspectionFigures = {
  code: 'inspections',
  name: 'Inspections',
  codes: ['E-09', 'E-09a', 'E-09b'],
} as const;
/** Counted for the agency that runs the scheme. */
const awardFigures = {
  code: 'awards',
  name: 'Schemes and awards',
  codes: ['P-04', 'P-04a', 'P-04b', 'P-04c', 'P-05', 'P-05a'],
} as const;
/** Counted for the team’s own agency: whoever leads it, its analyst, and each officer of what is their own. */
const jetFigures = {
  code: 'joint-enforcement',
  name: 'Joint enforcement',
  codes: ['T-02', 'T-02a', 'T-05', 'T-05a', 'P-01', 'P-01a', 'P-01b', 'P-02'],
} as const;
/** Counted for the scheme alone. */
const traderFigures = {
  code: 'traders',
  name: 'Checked traders',
  codes: ['P-03', 'P-03a', 'P-03b', 'P-03c'],
} as const;
/** Counted for those who may open the files of closures; in no published paper. */
const closureFigures = {
  code: 'closures',
  name: 'Closures of premises',
  codes: ['A-06', 'A-06a', 'A-06b', 'A-06c'],
} as const;
/** Counted for those who may open the files of encampments; in no published paper. */
const encampmentFigures = {
  code: 'encampments',
  name: 'Unauthorised encampments',
  codes: ['E-03', 'E-03a', 'E-03b', 'E-03c', 'E-03d'],
} as const;
/** Counted for those who may open the files of vehicles. */
const vehicleFigures = {
  code: 'vehicles',
  name: 'Abandoned vehicles',
  codes: ['E-04', 'E-04a', 'E-04b', 'E-04c', 'E-04d'],
} as const;
/** Counted for those who may open the files of orders. */
const orderFigures = {
  code: 'orders',
  name: 'Public spaces orders',
  codes: ['G-03', 'G-03a', 'G-03b'],
} as const;
/** Counted for the agency that warns; in no published paper. */
const warningFigures = {
  code: 'warnings',
  name: 'Warnings',
  codes: ['C-01', 'C-01a', 'C-01b', 'C-01c'],
} as const;
/** Counted for the service that brought the case; in no published paper. */
const courtFigures = {
  code: 'court',
  name: 'At court',
  codes: ['E-07', 'E-07a', 'E-07b', 'E-07c', 'E-07d', 'E-07e'],
} as const;
/** What tracing brought to the service that commissioned it; in no published paper. */
const commissionFigures = { code: 'commissions', name: 'Commissions', codes: ['M-02'] } as const;
/** Counted for the intelligence unit alone, over what it holds itself; in no published paper. */
const intelligenceFigures = {
  code: 'intelligence',
  name: 'Intelligence',
  codes: [
    'I-01a',
    'I-02',
    'I-03',
    'I-03a',
    'I-04',
    'I-04a',
    'I-04b',
    'I-04c',
    'I-04d',
    'I-05',
    'I-06',
    'I-06a',
    'M-02a',
  ],
} as const;
/** What the pages group figures by. */
export const figureGroups: readonly { code: string; name: string; codes: readonly string[] }[] = [
  ...priorities,
  protectionFigures,
  asbFigures,
  caseReviewFigures,
  operationFigures,
  testFigures,
  inspectionFigures,
  awardFigures,
  jetFigures,
  traderFigures,
  closureFigures,
  encampmentFigures,
  vehicleFigures,
  orderFigures,
  courtFigures,
  commissionFigures,
  warningFigures,
  victimFigures,
  intelligenceFigures,
];

/** An indicator by its code. */
export const indicatorOf = (code: string): IndicatorRow | undefined =>
  indicators.find((row) => row.code === code);
/** The codes that have a page, in the order of the page. */
export const figureCodes = figureGroups.flatMap((priority) => priority.codes) as [string, ...string[]]; // the lists above are not empty

/** What a figure says. Zero is a value; the other two are not zero. */
export type FigureValue =
  | { kind: 'value'; value: number; numerator?: number; denominator?: number }
  | { kind: 'not-measured'; why: string }
  | { kind: 'not-applicable'; why: string };

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** A figure in words: a share always with what it is a share of, "10 of 52 (19.2%)". */
export function figureWords(row: Pick<IndicatorRow, 'unit'>, figure: FigureValue): string {
  if (figure.kind === 'not-measured') return 'Not measured';
  if (figure.kind === 'not-applicable') return 'Not applicable';
  switch (row.unit) {
    case 'percent':
      return `${whole.format(figure.numerator ?? 0)} of ${whole.format(figure.denominator ?? 0)} (${oneDigit.format(figure.value)}%)`;
    case 'pounds':
      return pounds.format(figure.value);
    case 'hours':
      return `${oneDigit.format(figure.value)} hours`;
    case 'days':
      return `${oneDigit.format(figure.value)} days`;
    case 'count':
      return whole.format(figure.value);
  }
}

/** Red, amber or green against a target; trackers have none, because nobody here controls them. */
export function standing(row: IndicatorRow, figure: FigureValue): 'green' | 'amber' | 'red' | undefined {
  if (row.kind !== 'target' || !row.target || figure.kind !== 'value') return undefined;
  const behind = row.direction === 'down' ? figure.value - row.target.value : row.target.value - figure.value;
  return behind <= 0 ? 'green' : behind <= row.target.tolerance ? 'amber' : 'red';
}

/** The sentence that explains a figure beside last year's. */
export function sentenceFor(row: IndicatorRow, now: FigureValue, before: FigureValue): string {
  if (now.kind !== 'value') return now.why;
  if (before.kind !== 'value') return `Nothing to compare it with a year before: ${inSentence(before.why)}`;
  const change = Math.round((now.value - before.value) * 10) / 10;
  if (change === 0) return 'The same as a year before.';
  const isBetter = row.direction === 'none' ? undefined : change > 0 === (row.direction === 'up');
  const judgement =
    isBetter === undefined
      ? ''
      : isBetter
        ? ', which is the way it should go'
        : ', which is not the way it should go';
  return `${change > 0 ? 'Up' : 'Down'} from ${figureWords(row, before)} a year before${judgement}.`;
}
