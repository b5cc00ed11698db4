import { halves, readSet, scoreOf } from './labelled.ts';

/** Prints misses and false alarms of the finder of firms on the labelled set. --each names those of the half that was seen. */
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const share = (part: number, of: number): string =>
  `${part} of ${of} (${((100 * part) / Math.max(1, of)).toFixed(1)}%)`;

for (const [name, half] of Object.entries(halves(readSet(process.env.BAILIWICK_ROOT ?? process.cwd())))) {
  const score = scoreOf(half);
  say(`${name}: ${score.texts} texts`);
  say(`  firms missed ${share(score.missed.length, score.firms)}`);
  say(`  suggestions that are none ${share(score.alarms.length, score.suggested)}`);
  if (!process.argv.includes('--each') || name !== 'seen') continue;
  for (const { firm, text } of score.missed) say(`  missed ${firm}: ${text}`);
  for (const { label, text } of score.alarms) say(`  alarm ${label}: ${text}`);
}
