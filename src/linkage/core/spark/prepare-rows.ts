import type { Given } from '../compare/comparison.ts';
import type { ModelDocument } from '../model.ts';
import type { Table } from '../table.ts';
import { type Member, type Planned, planOf } from './plan.ts';

/** What else a row of the prepared file says. */
export interface RowNames {
  /** The row's number in all lists together, from 0. */
  numberOf(row: number): number;
  idOf(row: number): string;
}

const [firstSurrogate, lastSurrogate, ownUse] = [0xd800, 0xdfff, 0xe000];

/**
 * A text as the script sees it: what would end a cell (tab, line end, backslash), and the halves of letters beyond the 65,536
 * first, become signs of the private area, so that a letter of Spark is a letter here and lengths, order and edits are the same.
 */
export function cellText(text: string): string {
  let out = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isHalf = code >= firstSurrogate && code <= lastSurrogate;
    if (!isHalf && code >= 32 && code !== 92) continue;
    out +=
      text.slice(from, at) + String.fromCharCode(isHalf ? code - firstSurrogate + ownUse : 0xe900 + code);
    from = at + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** Undoes `cellText`: ids come back as the lists have them. */
export const textOfCell = (cell: string): string =>
  cell.replace(/[\ue000-\ue97f]/g, (sign) => {
    const code = sign.charCodeAt(0);
    return String.fromCharCode(code >= 0xe900 ? code - 0xe900 : code - ownUse + firstSurrogate);
  });

const cellOf = (given: Given): string => {
  if (given === undefined || (typeof given === 'number' && Number.isNaN(given))) return '';
  if (typeof given === 'string') return cellText(given);
  return typeof given === 'object' ? cellText(given.join(' ')) : String(given);
};

/**
 * The lines of prepared rows, tab between cells, in the order that `preparedColumns` of the script names. What a line says
 * depends on its row and the model alone, so lists can be prepared in parts of any size, and in several places at once.
 */
export function* preparedLines(model: ModelDocument, part: Table, names: RowNames): Generator<string> {
  const { whole, columns, rules } = planOf(model, part);
  const members = whole.flatMap((planned) => planned.members.map((member) => ({ planned, member })));
  const readOf = (row: number) =>
    new Map(
      members.map(({ planned, member }) => {
        const { parts, several } = planned.comparison.portable ?? { parts: {} };
        const place = several ? row * several.most + member.place : row;
        return [member, Object.fromEntries(Object.entries(parts).map(([name, read]) => [name, read(place)]))];
      }),
    );
  for (let row = 0; row < part.rows; row += 1) {
    const given = readOf(row);
    const cells = [String(names.numberOf(row)), String(part.sources[row]), cellText(names.idOf(row))];
    for (const rule of rules) cells.push(String(rule.hash(row) || ''));
    for (const { of, member } of columns) if (of) cells.push(cellOf(of(given.get(member) ?? {})));
    for (const { planned, member } of members)
      if (member.rarity) cells.push(String(logShareOf(planned, member, row) ?? ''));
    yield cells.join('\t');
  }
}

/** How rare a value of a row is, natural log; undefined where it gives none. */
function logShareOf({ comparison }: Planned, { place }: Member, row: number): number | undefined {
  const several = comparison.portable?.several;
  if (several) return several.logShare(row * several.most + place);
  return comparison.code(row) < 0 ? undefined : comparison.logFrequency(row, row);
}
