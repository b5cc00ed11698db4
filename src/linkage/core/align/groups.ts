import { type FieldKind, fieldKinds } from '../recognise.rules.ts';
import type { Column } from '../table.ts';
import { alike, type Content, contentOf } from './likeness.ts';

/** A column of one list, and what it was recognised as. */
export interface ListColumn {
  list: number;
  /** The how manieth of its list it is. */
  at: number;
  column: Column;
  /** Its name without case and marks. */
  key: string;
  kind: FieldKind;
  /** Whether its name said what it is. */
  isNamed: boolean;
}

/** Columns of different lists that hold the same thing: of each list one at most. */
export interface Group {
  columns: ListColumn[];
  kind: FieldKind;
}

/** Kinds that tell little of what a column holds: what is in it decides. */
const loose: ReadonlySet<FieldKind> = new Set<FieldKind>([
  ...(['word', 'text', 'list', 'category', 'identifier', 'number', 'event-date', 'company'] as const),
]);

/** Kinds that say what a column holds whatever it is called: two lists that have one of such a kind have the same thing. */
const sayWhat: ReadonlySet<FieldKind> = new Set(
  fieldKinds.filter((kind) => kind === 'company' || (kind !== 'ignore' && !loose.has(kind))),
);

/** Kinds of a person's names. */
export const ofNames: readonly FieldKind[] = ['forename', 'middle-name', 'surname', 'full-name'];

const listsOf = ({ columns }: Group) => columns.map(({ list }) => list);
const areApart = (x: Group, y: Group) => !listsOf(x).some((list) => listsOf(y).includes(list));

/** Columns of one name, whatever is in them. */
export function groupsByName(columns: readonly ListColumn[]): Group[] {
  const groups: Group[] = [];
  for (const column of columns) {
    const own = groups.find(
      (group) =>
        group.columns[0]?.key === column.key &&
        !group.columns.some((other) => other.list === column.list || areOpposed(other, column)),
    );
    if (own) own.columns.push(column);
    else groups.push({ columns: [column], kind: 'ignore' });
  }
  for (const group of groups) group.kind = kindOf(group);
  return groups;
}

/** Headings that say nothing: «column 3», «f2», «x». */
const saysNone = /^((col(umn)?|field|attr(ibute)?|var(iable)?|unnamed|f|c|v|x)?_?\d+|[a-z])$/;

/** Kinds that a value shows by its form: a column of one is none of another. */
const haveForms: ReadonlySet<FieldKind> = new Set(['birth-date', 'postcode', 'phone', 'email', 'plate']);

/**
 * Whether two columns of one name hold different things all the same: «name» of firms and of people, the third column of two lists. Parts of
 * a person's name and other words are not told apart so well that a name they share would not count for more.
 */
function areOpposed(x: ListColumn, y: ListColumn): boolean {
  if (x.kind === y.kind || x.kind === 'ignore' || y.kind === 'ignore') return false;
  if (saysNone.test(x.key)) return haveForms.has(x.kind) || haveForms.has(y.kind);
  return (
    sayWhat.has(x.kind) && sayWhat.has(y.kind) && !(ofNames.includes(x.kind) && ofNames.includes(y.kind))
  );
}

/** What most rows of a group are given as; a column that is ignored in its own list has no say. */
function kindOf({ columns }: Group): FieldKind {
  const rows = new Map<FieldKind, number>();
  for (const { kind, column } of columns)
    if (kind !== 'ignore') rows.set(kind, (rows.get(kind) ?? 0) + column.codes.length);
  return [...rows].sort((x, y) => y[1] - x[1])[0]?.[0] ?? 'ignore';
}

/** Joins groups of one kind that stand in different lists; those that most lists have are joined first. */
export function joinByKind(groups: readonly Group[]): Group[] {
  const out: Group[] = [];
  const byLists = [...groups].sort((x, y) => y.columns.length - x.columns.length);
  for (const group of byLists) {
    const partner = sayWhat.has(group.kind)
      ? out.find((other) => other.kind === group.kind && areApart(other, group))
      : undefined;
    if (partner) partner.columns.push(...group.columns);
    else out.push({ ...group, columns: [...group.columns] });
  }
  return out;
}

/** Below such a likeness two columns are not taken for the same; and from this on they are, where no heading says what one of them is. */
const [leastAlike, plainlyAlike] = [0.1, 0.3];

/** Short numbers and yes or no are alike whatever they say: their names alone bring them together. Years are told from numbers. */
function saysLittle({ values }: Content): boolean {
  let short = 0;
  for (const value of values)
    if (/^[\d.,\s]{1,4}$/.test(value) && !/^(1[89]|20)\d\d$/.test(value)) short += 1;
  return values.size < 3 || short > values.size / 2;
}

/** Joins what not all of so many lists have by what is in it, the likeliest first. */
export function joinByContent(groups: readonly Group[], lists: number): Group[] {
  return joinAlike(groups, { lists, least: leastAlike, mayJoin });
}

/**
 * Joins columns that are plainly alike where no heading says what one of them is: which of two columns is the forename shows better in
 * another list's forenames than in the column itself.
 */
export function joinUnnamed(groups: readonly Group[], lists: number): Group[] {
  const isNamed = ({ columns }: Group) => columns.some((one) => one.isNamed);
  const mayBe = (x: Group, y: Group) =>
    !(isNamed(x) && isNamed(y)) && (x.kind === y.kind || !(haveForms.has(x.kind) || haveForms.has(y.kind)));
  return joinAlike(groups, { lists, least: plainlyAlike, mayJoin: mayBe });
}

interface Joining {
  lists: number;
  least: number;
  mayJoin: (x: Group, y: Group) => boolean;
}

function joinAlike(groups: readonly Group[], { lists, least, mayJoin: may }: Joining): Group[] {
  const left = groups.filter(({ kind, columns }) => kind !== 'ignore' && columns.length < lists);
  const contents = new Map(
    left.map((group) => [
      group,
      group.columns.map(({ column }) => contentOf(column, group.kind === 'number')),
    ]),
  );
  const pairs: { x: Group; y: Group; say: number }[] = [];
  for (const [at, x] of left.entries())
    for (const y of left.slice(at + 1)) {
      if (!areApart(x, y) || !may(x, y)) continue;
      const [ofX, ofY] = [contents.get(x) ?? [], contents.get(y) ?? []];
      if (x.kind !== 'number' && [...ofX, ...ofY].some(saysLittle)) continue;
      const say = Math.max(...ofX.flatMap((one) => ofY.map((other) => alike(one, other, x.kind))));
      if (say >= least) pairs.push({ x, y, say });
    }
  pairs.sort((p, q) => q.say - p.say);
  const into = new Map<Group, Group>();
  const now = (group: Group): Group => {
    const next = into.get(group);
    return next ? now(next) : group;
  };
  for (const { x, y } of pairs) {
    const [one, other] = [now(x), now(y)];
    if (one === other || !areApart(one, other)) continue;
    // What a heading or a shape told keeps its kind.
    const [kept, joined] = weightOf(one) >= weightOf(other) ? [one, other] : [other, one];
    kept.columns.push(...joined.columns);
    into.set(joined, kept);
  }
  return groups.filter((group) => !into.has(group));
}

/** How much the kind of a group is to be believed: a heading before a shape, and a shape before what is left. */
const weightOf = ({ columns, kind }: Group): number =>
  (columns.some(({ isNamed }) => isNamed) ? 2 : 0) + (loose.has(kind) ? 0 : 1);

/** Quantities are held against quantities, and firms' names not against people's, which many of them are made of. */
function mayJoin(x: Group, y: Group): boolean {
  if (x.kind === 'number' || y.kind === 'number') return x.kind === y.kind;
  if (x.kind === 'company' || y.kind === 'company') return loose.has(x.kind) && loose.has(y.kind);
  return loose.has(x.kind) || loose.has(y.kind);
}
