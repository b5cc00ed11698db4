import { tidyPhone } from '../../records/index.ts';
import { nameLine } from '../lists/name-line.ts';

/** Fields of a record as the engine names them. */
type Fields = Readonly<Record<string, string | undefined>>;

/** A stretch of a value that stands in the other value too, or does not. */
export interface Stretch {
  text: string;
  differs: boolean;
}

/** How two values of one field stand to each other. */
export type Standing = 'same' | 'written-differently' | 'differs' | 'one-only' | 'neither';

/** One line of two records side by side. */
export interface ComparedField {
  name: string;
  label: string;
  standing: Standing;
  left: readonly Stretch[];
  right: readonly Stretch[];
  /** How they stand, in words: said to everybody, not only shown in colour. */
  words: string;
}

/** Fields in the order in which they are laid side by side. What is not here follows under its own name. */
const labels: Readonly<Record<string, string>> = {
  name: 'Name',
  dateOfBirth: 'Date of birth',
  address: 'Address',
  postcode: 'Postcode',
  phone: 'Telephone',
  email: 'E-mail',
  companyNumber: 'Company number',
  sex: 'Sex',
};
export const fieldLabel = (name: string): string =>
  labels[name] ??
  name.charAt(0).toUpperCase() + name.slice(1).replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);

/** Longer values are not marked letter by letter. */
const longest = 200;

/** A date of birth as day/month/year however a list wrote it, so that one date looks alike; else as it was given. */
export function dateShown(text: string): string {
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text.trim());
  if (iso)
    return [iso[3], iso[2]]
      .map((part) => part?.padStart(2, '0'))
      .concat(iso[1])
      .join('/');
  const british = /^(\d\d?)[/.-](\d\d?)[/.-](\d{4})$/.exec(text.trim());
  return british
    ? [british[1], british[2]]
        .map((part) => part?.padStart(2, '0'))
        .concat(british[3])
        .join('/')
    : text.trim();
}

/** A value in the form in which it is laid beside another; the record itself keeps what was given. */
function shown(name: string, fields: Fields): string {
  if (name === 'name') return nameLine(fields);
  const text = fields[name]?.trim() ?? '';
  if (name === 'dateOfBirth') return dateShown(text);
  if (name === 'phone') return tidyPhone(text)?.replace(/^\+44(\d{4})/, '0$1 ') ?? text;
  if (name === 'postcode')
    return text
      .toUpperCase()
      .replace(/\s/g, '')
      .replace(/(\d[A-Z]{2})$/, ' $1');
  return text;
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** The longest run of letters that both values have in the same order, as pairs of places. */
function common(left: string, right: string): [number, number][] {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  const best = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      (best[i] ?? [])[j] =
        a[i] === b[j]
          ? (best[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(best[i + 1]?.[j] ?? 0, best[i]?.[j + 1] ?? 0);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if ((best[i + 1]?.[j] ?? 0) >= (best[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  return pairs;
}

function stretches(text: string, kept: ReadonlySet<number>): Stretch[] {
  const found: Stretch[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const differs = !kept.has(at);
    const last = found.at(-1);
    if (last?.differs === differs) last.text += text[at];
    else found.push({ text: text[at] ?? '', differs });
  }
  return found;
}

/** Two values with what stands only in one of them marked, and how many letters that is in the one with more. */
export function markDifferences(
  left: string,
  right: string,
): { left: Stretch[]; right: Stretch[]; letters: number } {
  const whole = (text: string): Stretch[] => (text ? [{ text, differs: true }] : []);
  if (left.length > longest || right.length > longest)
    return { left: whole(left), right: whole(right), letters: Math.max(left.length, right.length) };
  const pairs = common(left, right);
  // Values with little in common share letters by chance: marking those would say nothing.
  if (pairs.length * 2 < Math.max(left.length, right.length))
    return { left: whole(left), right: whole(right), letters: Math.max(left.length, right.length) };
  return {
    left: stretches(left, new Set(pairs.map(([at]) => at))),
    right: stretches(right, new Set(pairs.map(([, at]) => at))),
    letters: Math.max(left.length, right.length) - pairs.length,
  };
}

const unmarked = (text: string): Stretch[] => (text ? [{ text, differs: false }] : []);

function compareField(name: string, one: Fields, other: Fields): ComparedField {
  const [left, right] = [shown(name, one), shown(name, other)];
  const told = { name, label: fieldLabel(name) };
  const alike = { left: unmarked(left), right: unmarked(right) };
  if (!left && !right) return { ...told, ...alike, standing: 'neither', words: 'Neither says' };
  if (!left || !right) return { ...told, ...alike, standing: 'one-only', words: 'Only one of them says' };
  if (left === right) return { ...told, ...alike, standing: 'same', words: 'The same' };
  const marked = markDifferences(left, right);
  if (plain(left) === plain(right))
    return {
      ...told,
      left: marked.left,
      right: marked.right,
      standing: 'written-differently',
      words: 'The same, written differently',
    };
  const isWhole = marked.left.every(({ differs }) => differs);
  return {
    ...told,
    left: marked.left,
    right: marked.right,
    standing: 'differs',
    words: isWhole
      ? 'Different'
      : `${marked.letters} ${marked.letters === 1 ? 'letter differs' : 'letters differ'}`,
  };
}

/** Two records side by side, field by field; fields that neither has are left out. */
export function compareRecords(one: Fields, other: Fields): ComparedField[] {
  const known = Object.keys(labels);
  const others = [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((name) => !known.includes(name) && name !== 'forename' && name !== 'surname')
    .sort();
  return [...known, ...others]
    .map((name) => compareField(name, one, other))
    .filter(({ standing }) => standing !== 'neither');
}
