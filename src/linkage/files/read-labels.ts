import { type Label, textIn } from '../core/index.ts';
import { readCsv, UnreadableFile } from './read-csv.ts';
import type { Lists } from './read-lists.ts';

const answers: Readonly<Record<string, boolean>> = {
  '1': true,
  same: true,
  true: true,
  yes: true,
  '0': false,
  different: false,
  false: false,
  no: false,
};

/**
 * Reads labelled pairs (`id_l,id_r,label`; 1 or same, 0 or different) for the rows of lists. Ids are those that the lists
 * are written with. A row that cannot be understood stops it: a label dropped in silence is a label thought to be used.
 */
export async function readLabels(path: string, lists: Lists, across: boolean): Promise<Label[]> {
  const file = await readCsv(path);
  const cells = ['id_l', 'id_r', 'label'].map((name) => {
    const column = file.columns.find((one) => one.name.trim().toLowerCase() === name);
    if (!column)
      throw new UnreadableFile(
        `${path} has no column «${name}»: its first line must be id_l,id_r,label. It has ${file.columns.map((one) => one.name).join(', ')}.`,
      );
    return (row: number) => (textIn(column, row) ?? '').trim();
  });
  const rowOf = rowsById(lists);
  const { sources } = lists.table;
  const known = new Map<string, { row: number; same: boolean }>();
  const labels: Label[] = [];
  for (let row = 0; row < file.rows; row += 1) {
    const refuse = (words: string): never => {
      throw new UnreadableFile(`${path}, row ${row + 2}: ${words}`);
    };
    const [left, right, label] = cells.map((cell) => cell(row)) as [string, string, string];
    const same =
      answers[label.toLowerCase()] ?? refuse(`the label is «${label}»; write 1 or same, 0 or different.`);
    const find = (id: string): number => rowOf.get(id) ?? refuse(unknownId(id, lists));
    const [a, b] = [find(left), find(right)];
    if (a === b) refuse(`«${left}» stands on both sides; name two rows.`);
    if (across && sources[a] === sources[b])
      refuse(
        `«${left}» and «${right}» are of one list, and only rows of different lists are linked; take the row out.`,
      );
    const pair = a < b ? `${a} ${b}` : `${b} ${a}`;
    const before = known.get(pair);
    if (before && before.same !== same)
      refuse(
        `«${left}» and «${right}» are ${same ? 'the same' : 'different'} here and ${same ? 'different' : 'the same'} in row ${before.row}; keep the one that is right.`,
      );
    if (before) continue;
    known.set(pair, { row: row + 2, same });
    labels.push({ a, b, same });
  }
  return labels;
}

function rowsById(lists: Lists): Map<string, number> {
  const rows = new Map<string, number>();
  for (let row = 0; row < lists.table.rows; row += 1) rows.set(lists.idOf(row), row);
  return rows;
}

function unknownId(id: string, { idOf, table }: Lists): string {
  const prefix = table.sourceNames.length > 1 ? ', with the name of the file before it' : '';
  return `no row has the id «${id}». Ids are written as in pairs.csv${prefix}, such as «${idOf(0)}».`;
}
