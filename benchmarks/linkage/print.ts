import type { ClusterMeasures, PairMeasures } from './evaluate.ts';
import type { MissedKind } from './missed.ts';

/** One engine on one set. */
export interface Measured {
  set: string;
  engine: string;
  rows: number;
  runs: number;
  /** Seconds, medians of the runs. */
  wall: number;
  cpu: number;
  /** MB of 2^20 bytes. */
  peakMb: number;
  pairs: PairMeasures;
  /** At the engine's own threshold. */
  clusters: ClusterMeasures;
  /** What connected components over the pairs would give at the threshold that suits them best. */
  bestClusters?: { pairF1: number; probability: number };
  missed: { kinds: MissedKind[]; columns: MissedKind[] };
  said: unknown;
}

/** Everything one run found out. */
export interface Findings {
  machine: {
    at: string;
    cpu: string;
    cores: number;
    memoryGb: number;
    load: number;
    node: string;
    rival: string;
  };
  measured: Measured[];
}

const part = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(4).replace(/^0/, ''));

const headings =
  'engine             F1 best (P / R)        F1 p≥.5  R at P.99  calibr.  cluster F1    at best     B³  largest   wall s    CPU s     MB';

function rowOf({ engine, pairs, clusters, bestClusters, wall, cpu, peakMb }: Measured): string {
  const { best, even, recallAt99, calibration } = pairs;
  return [
    engine.padEnd(17),
    `${part(best.f1)} (${part(best.precision)} / ${part(best.recall)})`.padStart(23),
    part(even.f1).padStart(8),
    part(recallAt99).padStart(11),
    part(calibration).padStart(9),
    part(clusters.pairF1).padStart(12),
    part(bestClusters?.pairF1).padStart(11),
    part(clusters.b3).padStart(7),
    `${clusters.largest.toFixed(2)}×`.padStart(9),
    wall.toFixed(1).padStart(9),
    cpu.toFixed(1).padStart(9),
    peakMb.toFixed(0).padStart(7),
  ].join('');
}

/** The findings as plain lines. */
export function linesOf({ machine, measured }: Findings, missed: boolean): string[] {
  const lines = [
    `${machine.at}  ${machine.cores} × ${machine.cpu}, ${machine.memoryGb} GB, shared with other work, load ${machine.load.toFixed(1)} at the start`,
    `Node ${machine.node}; ${machine.rival}`,
  ];
  for (const name of new Set(measured.map(({ set }) => set))) {
    const rows = measured.filter(({ set }) => set === name);
    const [first] = rows;
    if (!first) continue;
    lines.push(
      '',
      `${name}: ${first.rows.toLocaleString('en-GB')} rows, ${first.pairs.truePairs.toLocaleString('en-GB')} true pairs, ${first.runs} run${first.runs === 1 ? '' : 's'}`,
      headings,
      ...rows.map(rowOf),
    );
    if (missed) lines.push(...rows.filter(({ engine }) => engine === 'ours').flatMap(missedLines));
  }
  return lines;
}

function missedLines({ missed, pairs }: Measured): string[] {
  const line = ({ words, missed: lost, inAll }: MissedKind) =>
    `    ${lost.toLocaleString('en-GB').padStart(8)} of ${inAll.toLocaleString('en-GB').padStart(8)}  ${words}`;
  return [
    `  true pairs below p = 0.5, of ${pairs.truePairs.toLocaleString('en-GB')}, by what differs:`,
    ...missed.kinds.map(line),
    '  and column by column:',
    ...missed.columns.slice(0, 12).map(line),
  ];
}

/** The measures that are compared between runs, and the least change worth a line. */
const compared: readonly [string, (one: Measured) => number, number][] = [
  ['pair F1 best', ({ pairs }) => pairs.best.f1, 0.0005],
  ['pair F1 at p ≥ 0.5', ({ pairs }) => pairs.even.f1, 0.0005],
  ['recall at precision 0.99', ({ pairs }) => pairs.recallAt99, 0.0005],
  ['calibration error', ({ pairs }) => pairs.calibration, 0.0005],
  ['cluster pair F1', ({ clusters }) => clusters.pairF1, 0.0005],
  ['B³', ({ clusters }) => clusters.b3, 0.0005],
  ['largest', ({ clusters }) => clusters.largest, 0.005],
  ['pairs written', ({ pairs }) => pairs.written, 0.5],
  ['pairs at p ≥ 0.5', ({ pairs }) => pairs.even.pairs, 0.5],
  ['wall s', ({ wall }) => wall, 0.1],
  ['CPU s', ({ cpu }) => cpu, 0.1],
  ['peak MB', ({ peakMb }) => peakMb, 5],
];

/** What changed from an earlier run to this one: measures, costs and numbers of pairs, then the kinds of pairs lost or won. */
export function changesOf(earlier: Findings, now: Findings): string[] {
  const lines = [`since ${earlier.machine.at}:`];
  for (const one of now.measured) {
    const was = earlier.measured.find(({ set, engine }) => set === one.set && engine === one.engine);
    if (!was) continue;
    const changed = compared.flatMap(([name, of, least]) =>
      Math.abs(of(one) - of(was)) < least ? [] : [`  ${name}: ${round(of(was))} → ${round(of(one))}`],
    );
    const kinds = one.missed.columns.flatMap(({ words, missed }) => {
      const before = was.missed.columns.find((other) => other.words === words)?.missed ?? 0;
      return before === missed ? [] : [`  missed where ${words}: ${before} → ${missed}`];
    });
    lines.push(
      `${one.set}, ${one.engine}:${changed.length + kinds.length ? '' : ' nothing'}`,
      ...changed,
      ...kinds,
    );
  }
  return lines;
}

const round = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(value < 5 ? 4 : 1));
