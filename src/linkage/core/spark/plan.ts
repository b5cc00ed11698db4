import { besideParts } from '../beside.ts';
import { type Comparison, joinHashes, type Key, type Ladder } from '../compare/comparison.ts';
import { type Applied, applyModel, columnsOf } from '../live/open-model.ts';
import { type ModelDocument, UnusableModel } from '../model.ts';
import type { Column, Table } from '../table.ts';
import { tableOf } from '../table.ts';
import type { SparkColumn, SparkLadder } from './ladder.ts';
import {
  birthLadder,
  eventLadder,
  firmLadder,
  listLadder,
  numberLadder,
  positionLadder,
  textLadder,
} from './measures.ladder.ts';
import { forenameLadder, middleLadder, surnameLadder } from './names.ladder.ts';
import {
  addressLadder,
  categoryLadder,
  emailLadder,
  identifierLadder,
  phoneLadder,
  postcodeLadder,
  wordLadder,
} from './values.ladder.ts';

const ladders: Readonly<Record<Ladder, SparkLadder>> = {
  forename: forenameLadder,
  surname: surnameLadder,
  middle: middleLadder,
  birth: birthLadder,
  event: eventLadder,
  category: categoryLadder,
  identifier: identifierLadder,
  phone: phoneLadder,
  email: emailLadder,
  postcode: postcodeLadder,
  address: addressLadder,
  word: wordLadder,
  position: positionLadder,
  number: numberLadder,
  text: textLadder,
  firm: firmLadder,
  list: listLadder,
};

const ofNames: readonly Ladder[] = ['forename', 'surname', 'middle'];

/** One comparison as the script carries it out. */
export interface Planned {
  comparison: Comparison;
  ladder: SparkLadder;
  /** The values that a row gives: one, or several of which any may be the same as any of another row's. */
  members: readonly Member[];
}

/** One value that a row gives to a comparison. */
export interface Member {
  /** What its columns begin with; the three comparisons of a name read the same columns. */
  prefix: string;
  /** The column of how rare it is, natural log; none where no level counts it. */
  rarity: string | undefined;
  /** Which of the row's values it is. */
  place: number;
}

/** A column of the prepared rows. */
export interface PlannedColumn extends SparkColumn {
  name: string;
  planned: Planned;
  member: Member;
}

/** What a model needs of a row, and how it is held against another. */
export interface Plan {
  /** Comparisons of whole columns, before those that follow from another are taken apart. */
  whole: readonly Planned[];
  columns: readonly PlannedColumn[];
  applied: Applied;
  /** One for each rule of the model that these keys give. */
  rules: readonly { name: string; hash(row: number): number }[];
}

/** The columns that say how rare values are. */
export const raritiesOf = (whole: readonly Planned[]): string[] =>
  whole.flatMap(({ members }) => members.flatMap(({ rarity }) => rarity ?? []));

/** Makes a plan of a model over the rows of a table; over no rows when none is given. Throws `UnusableModel`. */
export function planOf(model: ModelDocument, rows?: Table): Plan {
  const applied = applyModel(model, withAllColumns(model, rows));
  const followers = new Set(
    (model.beside ?? []).flatMap((one) =>
      besideParts(one).flatMap(({ name, child }) => (name === child ? [] : name)),
    ),
  );
  const comparisons = applied.comparisons.filter(({ name }) => !followers.has(name));
  const unsaid = comparisons.filter(({ portable }) => portable === undefined).map(({ name }) => name);
  if (unsaid.length > 0)
    throw new UnusableModel(`These comparisons cannot be said in SQL: ${unsaid.join(', ')}.`);
  const whole = comparisons.flatMap((comparison, at): Planned[] => {
    if (!comparison.portable) return [];
    const { ladder, several } = comparison.portable;
    const prefix = ofNames.includes(ladder) ? 'name' : `c${at}`;
    const counts = comparison.levels.some(({ rarity }) => rarity > 0);
    const members = Array.from({ length: several?.most ?? 1 }, (_, place): Member => {
      const which = several ? `_${place}` : '';
      return { place, prefix: prefix + which, rarity: counts ? `rare${at}${which}` : undefined };
    });
    return [{ comparison, ladder: ladders[ladder], members }];
  });
  const columns = whole.flatMap((planned) =>
    planned.members.flatMap((member) =>
      Object.entries(planned.ladder.columns).map(([name, column]) => ({
        ...column,
        name: `${member.prefix}_${name}`,
        planned,
        member,
      })),
    ),
  );
  return { whole, columns, applied, rules: rulesOf(model, applied.comparisons) };
}

/** The model's rules by name; a name that two columns' keys bear is both rules, as in process. */
function rulesOf(model: ModelDocument, comparisons: readonly Comparison[]): Plan['rules'] {
  const keys = comparisons.flatMap((comparison) => comparison.keys);
  const named = new Map<string, Key[]>();
  for (const key of keys) named.set(key.name, [...(named.get(key.name) ?? []), key]);
  return model.rules.flatMap(({ name }) => {
    const [first, second] = name.split(' + ').map((part) => named.get(part) ?? []);
    return (first ?? []).flatMap((one) =>
      second
        ? second.map((other) => ({
            name,
            hash: (row: number) => joinHashes(one.hash(row), other.hash(row)),
          }))
        : [{ name, hash: (row: number) => one.hash(row) }],
    );
  });
}

/** The table with every column that the model reads; one that the lists lack says nothing. */
function withAllColumns(model: ModelDocument, rows: Table | undefined): Table {
  const wanted = columnsOf(model);
  if (!rows) return tableOf([Object.fromEntries(wanted.map((name) => [name, '']))]);
  const columns = wanted.map(
    (name): Column =>
      rows.columns.find((column) => column.name === name) ?? {
        name,
        codes: new Int32Array(rows.rows).fill(-1),
        values: [],
      },
  );
  return { ...rows, columns };
}
