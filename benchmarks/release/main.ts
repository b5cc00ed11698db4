import { answerTo, halves, readSet, scoreOf } from './labelled.ts';

/** Prints misses and false alarms of the check before a package leaves, on the labelled set. --each names those of the half that was seen. */
const texts = readSet(process.env.BAILIWICK_ROOT ?? process.cwd());
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const share = (part: number, of: number): string =>
  `${part} of ${of} (${((100 * part) / Math.max(1, of)).toFixed(1)}%)`;

for (const [name, half] of Object.entries(halves(texts))) {
  const score = scoreOf(half);
  say(`${name}: ${half.length} texts`);
  say(
    `  leaks missed ${share(score.missed.length, score.leaks)}; stopped outright ${share(score.stopped, score.leaks)}`,
  );
  say(`  false alarms ${share(score.alarms.length, score.clean)}`);
  for (const [label, { texts: all, found }] of Object.entries(score.byLabel))
    say(`    ${label.padEnd(12)} found ${share(found, all)}`);
  if (!process.argv.includes('--each')) continue;
  for (const one of score.missed) say(`  missed (${one.label}, ${one.scenario}): ${one.text}`);
  for (const one of score.alarms)
    say(`  alarm (${one.scenario}): ${one.text} ${JSON.stringify(answerTo(one))}`);
}
