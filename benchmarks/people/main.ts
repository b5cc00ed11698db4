import { halves, readSet, scoreOf } from './labelled.ts';

/** Prints misses and false alarms of the finder of people on the labelled set. --each names those of the half that was seen. */
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const share = (part: number, of: number): string =>
  `${part} of ${of} (${((100 * part) / Math.max(1, of)).toFixed(1)}%)`;

for (const [name, half] of Object.entries(halves(readSet(process.env.BAILIWICK_ROOT ?? process.cwd())))) {
  const score = scoreOf(half);
  say(`${name}: ${score.texts} texts`);
  say(`  people missed ${share(score.missed.length, score.people)}`);
  say(`  suggestions that are nobody ${share(score.alarms.length, score.suggested)}`);
  if (!process.argv.includes('--each') || name !== 'seen') continue;
  for (const { name: missed, text } of score.missed) say(`  missed ${missed}: ${text}`);
  for (const { name: alarm, text } of score.alarms) say(`  alarm ${alarm}: ${text}`);
}
