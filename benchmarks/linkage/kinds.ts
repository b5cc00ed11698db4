import { alignLists, link, tableOf } from '../../src/linkage/core/index.ts';
import { measureClusters } from './evaluate.ts';
import { madeLists } from './made-lists.ts';

/**
 * Links made lists of many kinds with nothing set, and says what came of each: so that an engine that suits one kind of list is
 * seen where it does not suit another. --only name,…; --columns says what each column was taken for.
 */
const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1]?.split(',') : undefined;
const share = (value: number): string => value.toFixed(3);

console.log('list                       rows   cluster F1      P      R    B³  largest   seconds');
for (const { name, why, rows, truth } of madeLists()) {
  if (only && !only.some((part) => name.includes(part))) continue;
  const started = performance.now();
  const read = tableOf(rows);
  const [columns = []] = alignLists([read], { names: ['list'] }).lists;
  const linked = link({ ...read, columns });
  const seconds = (performance.now() - started) / 1000;
  const of = new Map<string, number>();
  for (const one of truth) if (!of.has(one)) of.set(one, of.size);
  const measured = measureClusters(
    { entity: Int32Array.from(truth, (one) => of.get(one) ?? 0) },
    linked.clusters,
  );
  console.log(
    [
      name.padEnd(24),
      String(rows.length).padStart(6),
      share(measured.pairF1).padStart(12),
      share(measured.precision).padStart(6),
      share(measured.recall).padStart(6),
      share(measured.b3).padStart(6),
      measured.largest.toFixed(2).padStart(7),
      seconds.toFixed(1).padStart(9),
    ].join(' '),
  );
  console.log(`  ${why}`);
  if (args.includes('--columns'))
    for (const { column, kind, why: because } of linked.recognised)
      console.log(`    ${column}: ${kind} (${because})`);
}
