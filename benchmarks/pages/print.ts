import type { Timing } from './measure.ts';
import type { WallCost } from './wall.ts';

/** Everything one run found out. */
export interface Findings {
  machine: {
    at: string;
    cpu: string;
    cores: number;
    memoryGb: number;
    load: number;
    node: string;
    postgres: string;
  };
  sizes: {
    name: string;
    reports: number;
    records: number;
    megabytes: number;
    madeIn: number;
    pages: Record<string, Timing>;
    wall: WallCost[];
    peak: { web: number | undefined; worker: number | undefined };
  }[];
}

/** What the product aims at; missing it is printed, never failed on. */
export const aims = { p95: 50, megabytes: 300, wall: 1.3 } as const;

const ms = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(1)).padStart(8);

/** The findings as plain lines, the sizes side by side. */
export function linesOf({ machine, sizes }: Findings): string[] {
  const lines = [
    `${machine.at}  ${machine.cores} × ${machine.cpu}, ${machine.memoryGb} GB, load ${machine.load.toFixed(1)}, Node ${machine.node}, PostgreSQL ${machine.postgres}, fsync on`,
  ];
  for (const size of sizes)
    lines.push(
      `${size.name}: ${size.reports.toLocaleString('en-GB')} reports, ${size.records.toLocaleString('en-GB')} records, ${size.megabytes} MB${size.madeIn ? `, made in ${size.madeIn.toFixed(0)} s` : ''}`,
    );
  lines.push(
    '',
    `${'milliseconds'.padEnd(36)}${sizes.map((s) => `${s.name} p50`.padStart(9) + 'p95'.padStart(8) + 'max'.padStart(8)).join('')}  growth  p95 < ${aims.p95}`,
  );
  for (const name of Object.keys(sizes[0]?.pages ?? {})) {
    const found = sizes.map((size) => size.pages[name]);
    const first = found[0];
    const last = found.at(-1);
    const growth = first && last ? `${(last.p50 / first.p50).toFixed(1)}×` : '';
    const meets = found.every((timing) => timing && timing.p95 < aims.p95);
    lines.push(
      `${name.padEnd(36)}${found.map((t) => ` ${ms(t?.p50)}${ms(t?.p95)}${ms(t?.max)}`).join('')}${growth.padStart(8)}  ${meets ? 'yes' : 'NO'}`,
    );
  }
  lines.push(
    '',
    `${'the wall, p50 of the query'.padEnd(36)}${sizes.map((s) => `${s.name} with`.padStart(11) + 'without'.padStart(9) + 'ratio'.padStart(8)).join('')}  ≤ ${aims.wall}×`,
  );
  for (const [index, { name }] of (sizes[0]?.wall ?? []).entries()) {
    const found = sizes.map((size) => size.wall[index]);
    lines.push(
      `${name.padEnd(36)}${found.map((c) => `   ${ms(c?.walled.p50)} ${ms(c?.open.p50)}${c ? `${c.ratio.toFixed(2)}×`.padStart(8) : ''}`).join('')}  ${found.every((c) => c && c.ratio <= aims.wall) ? 'yes' : 'NO'}`,
    );
  }
  lines.push('', `Peak resident memory, aim < ${aims.megabytes} MB each:`);
  for (const { name, peak } of sizes)
    lines.push(`  ${name}: web ${peak.web ?? '?'} MB, worker ${peak.worker ?? '?'} MB`);
  return lines;
}
