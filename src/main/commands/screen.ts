import {
  arrange,
  type Explanation,
  type Fields,
  type Lists,
  LiveIndex,
  link,
  type ModelDocument,
  modelDocument,
  readApart,
  recognise,
  splitFullName,
  type Table,
  textIn,
} from '../../linkage/index.ts';
import { StartRefused } from '../../platform/failures/failures.ts';
import type { Arguments, Command, CommandContext } from './command.ts';
import { cell, writeLines } from './link.ts';
import { modelAt } from './link-inputs.ts';

const usage =
  'bailiwick screen <people.csv|parquet> --against <list.csv|parquet> [--out found.csv] [--least 0.5] [--most 5] [--id column] [--model model.json] [--json]';

/** Asks of each row of a list who of another list it could be, and says why; changes nothing and needs no database. */
export const screenCommand: Command = {
  name: 'screen',
  words: 'Asks for each row of a list who on another list it could be',
  usage,
  run: async (args, context) => {
    try {
      return await screenLists(args, context);
    } catch (error) {
      if (
        error instanceof Error &&
        ['UnreadableFile', 'NothingToCompare', 'UnusableModel'].includes(error.name)
      )
        throw new StartRefused('screen', error.message);
      throw error;
    }
  },
};

async function screenLists(args: Arguments, context: CommandContext): Promise<number> {
  const [path] = args.values;
  const { against, out } = args.options;
  if (!path || !against) throw new StartRefused('screen', `Name the people and the list: ${usage}`);
  const least = numberIn(args.options.least ?? '0.5', '--least', 0.001, 1);
  const limit = numberIn(args.options.most ?? '5', '--most', 1, 1000);
  const known = await modelAt(args.options.model);
  const [list, people] = await readApart([against, path], { id: args.options.id, fields: known?.fields });
  if (!list || !people) throw new StartRefused('screen', `Name the people and the list: ${usage}`);
  const model = known ?? modelOf(list, context);
  const index = new LiveIndex(model);
  for (let row = 0; row < list.table.rows; row += 1) {
    index.put(String(row), fieldsOf(list.table, row));
    if (row % 50_000 === 49_999)
      context.progress(`${row + 1} of ${list.table.rows} rows of ${against} are in`);
  }
  const askedFor = askedAs(model, people.table);
  const lines = ['id,found,probability,why'];
  let found = 0;
  for (let row = 0; row < people.table.rows; row += 1) {
    const who = index.who(askedFor(row), { least, limit });
    if (who.length > 0) found += 1;
    for (const { id, probability, explanation } of who) {
      const cells = [
        people.idOf(row),
        list.idOf(Number(id)),
        probability.toPrecision(4),
        reasons(explanation),
      ];
      lines.push(cells.map(cell).join(','));
    }
  }
  if (out) await writeLines(out, lines);
  else if (!args.json) for (const line of lines) context.print(line);
  const summary = {
    ...{ asked: people.table.rows, found, candidates: lines.length - 1, against: list.table.rows },
  };
  context.print(
    args.json
      ? JSON.stringify(summary)
      : `${found} of ${summary.asked} could be on ${against} (${summary.candidates} candidates among ${summary.against} rows).`,
  );
  return 0;
}

function numberIn(text: string, option: string, from: number, to: number): number {
  const number = Number(text);
  if (number >= from && number <= to) return number;
  throw new StartRefused('screen', `${option} is a number from ${from} to ${to}.`);
}

function modelOf(list: Lists, context: CommandContext): ModelDocument {
  context.progress('Learning from the list how its rows are alike by chance');
  return modelDocument(link(arrange(list.table).table));
}

const fieldsOf = (table: Table, row: number): Fields =>
  Object.fromEntries(table.columns.map((column) => [column.name, textIn(column, row) ?? '']));

/**
 * A row of the people under the names of the model's columns. Columns that hold the same thing have one name already; a name that one gives
 * whole and the other in parts is taken apart, or put together.
 */
function askedAs(model: ModelDocument, table: Table): (row: number) => Fields {
  const kinds = new Map(recognise(table).map(({ column, kind }) => [kind, column]));
  const fields = new Map(model.fields.map(({ column, kind }) => [kind, column]));
  const own = new Set(table.columns.map(({ name }) => name));
  const common = model.fields.filter(({ column, kind }) => kind !== 'ignore' && own.has(column));
  const [whole, forename, surname] = [kinds.get('full-name'), kinds.get('forename'), kinds.get('surname')];
  const namesOf = (given: Fields): Fields => {
    if (fields.has('surname') && whole !== undefined && surname === undefined) {
      const parts = splitFullName(given[whole] ?? '');
      return {
        [fields.get('forename') ?? '']: parts.forename,
        [fields.get('middle-name') ?? '']: parts.middle,
        [fields.get('surname') ?? '']: parts.surname,
      };
    }
    if (!fields.has('full-name') || fields.has('surname') || surname === undefined) return {};
    const words = [forename, kinds.get('middle-name'), surname].map((column) => given[column ?? ''] ?? '');
    return { [fields.get('full-name') ?? '']: words.filter((word) => word !== '').join(' ') };
  };
  if (common.length === 0 && Object.keys(namesOf({})).length === 0)
    throw new StartRefused(
      'screen',
      'The people have no column that the list has: name their headings alike.',
    );
  return (row) => {
    const given = fieldsOf(table, row);
    return { ...namesOf(given), ...Object.fromEntries(common.map(({ column }) => [column, given[column]])) };
  };
}

/** The evidence in words, strongest first; bits after each. */
const reasons = ({ evidence }: Explanation): string =>
  evidence
    .filter(({ bits }) => Math.abs(bits) >= 0.5)
    .sort((x, y) => Math.abs(y.bits) - Math.abs(x.bits))
    .map(({ field, words, bits }) => `${field} ${words} (${bits > 0 ? '+' : ''}${bits.toFixed(1)})`)
    .join('; ');
