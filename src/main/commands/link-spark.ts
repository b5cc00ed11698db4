import { mkdir } from 'node:fs/promises';
import {
  type Edges,
  type ModelDocument,
  readListParts,
  readScored,
  type SplinkModel,
  writeForSpark,
} from '../../linkage/index.ts';
import { StartRefused } from '../../platform/failures/failures.ts';
import type { Arguments, CommandContext } from './command.ts';

/** What Spark is not asked for: these need the lists in one process, and the pairs that come back. */
const notWithSpark = ['labels', 'pairs', 'clusters', 'report', 'splink-out', 'map', 'scored'] as const;

/** A model of ours, or Splink's settings. */
export type AnyModel = { model?: ModelDocument; splink?: SplinkModel };

/** Writes lists and a model for Spark: prepared rows, and one script. */
export async function linkForSpark(
  args: Arguments,
  context: CommandContext,
  { model: { model, splink }, ...options }: { model: AnyModel; across: boolean; least: number },
): Promise<number> {
  const { engine, emit, out } = args.options;
  if (engine !== 'spark' || emit !== 'sql' || !out)
    throw new StartRefused('link', 'For Spark give all three: --engine spark --emit sql --out <folder>.');
  const refused = notWithSpark.filter((name) => args.options[name] !== undefined);
  if (refused.length > 0)
    throw new StartRefused(
      'link',
      `With --engine spark these are not carried out: ${refused.map((name) => `--${name}`).join(', ')}. Spark writes pairs; give its folder as --scored afterwards for the rest.`,
    );
  if (splink)
    throw new StartRefused(
      'link',
      'Splink’s settings are not made into SQL here: Splink itself runs on Spark.',
    );
  if (!model)
    throw new StartRefused(
      'link',
      'A script for Spark needs a model that is there: link a sample of the lists with --model model.json first, which trains it.',
    );
  await mkdir(out, { recursive: true, mode: 0o700 });
  const started = performance.now();
  let told = started;
  const parts = readListParts(args.values, {
    id: args.options.id,
    delimiter: args.options.delimiter === 'tab' ? '\t' : args.options.delimiter,
    onRemark: context.progress,
  });
  const written = await writeForSpark(out, parts, model, {
    ...options,
    onProgress: (rows) => {
      if (performance.now() - told < 1000) return;
      told = performance.now();
      context.progress(`${rows} rows are prepared`);
    },
  });
  const seconds = Math.round(performance.now() - started) / 1000;
  context.print(
    args.json
      ? JSON.stringify({ ...written, seconds })
      : `${written.rows} rows are prepared in ${out}. Now: spark-sql --define folder=<that folder, as Spark sees it> -f ${written.script}`,
  );
  return 0;
}

/** The pairs that Spark has scored, where they are given. */
export async function scoredFor(
  args: Arguments,
  rows: number,
  { model }: AnyModel,
): Promise<Edges | undefined> {
  const { scored } = args.options;
  if (scored === undefined) return undefined;
  if (!model || args.options.labels !== undefined)
    throw new StartRefused(
      'link',
      '--scored goes with the --model that its script was made of, and without --labels.',
    );
  return readScored(scored, rows, model);
}
