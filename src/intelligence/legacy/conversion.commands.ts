import {
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../../platform/failures/failures.ts';
import { about, type Work } from '../../platform/http/work.ts';
import type { ConversionInput } from './conversion.forms.ts';
import {
  addConversion,
  keepConverted,
  keepUndone,
  listConversions,
  mostConverted,
  moveItems,
  noteConversion,
  paragraphsWaiting,
  takeBack,
  type Waiting,
} from './conversion.store.ts';
import { convertedGrade } from './legacy.rules.ts';

const itemsOf = (rows: readonly Waiting[]) => [
  ...new Map(rows.map(({ itemId, agencyId }) => [itemId, { id: itemId, agencyId }])).values(),
];

/** What a conversion did. */
export interface Converted {
  id: string;
  paragraphs: number;
  items: number;
}

/**
 * Grades every paragraph with one of the marks by the table of `legacy.rules.ts`. Nothing is shared by it: it writes no text that may
 * cross, and the database lets no item become ready before a person has graded what was converted.
 */
export async function convertLegacy(work: Work, input: ConversionInput): Promise<Result<Converted>> {
  const asked = input.marks.map((one) => one.split(':'));
  const shown = asked.reduce((sum, [, paragraphs]) => sum + Number(paragraphs), 0);
  const marks = asked.map(([mark = '']) => mark);
  const rows = (await paragraphsWaiting(work, marks)).flatMap((row) => {
    const grade = convertedGrade(row.mark);
    return grade ? [{ ...row, grade }] : [];
  });
  if (rows.length === 0)
    return invalid({ field: 'marks', words: 'Nothing with these marks waits to be graded' });
  if (rows.length !== Math.min(shown, mostConverted))
    return stale('Paragraphs came or were graded since the page was shown. Reload it and look again.');
  const id = work.ids.next();
  const items = itemsOf(rows);
  const done = { id, paragraphs: rows.length, items: items.length };
  await addConversion(work, done);
  if ((await keepConverted(work, id, rows)) !== rows.length)
    return stale('Somebody graded one of these just now. Reload the page and look again.');
  await moveItems(
    work,
    items.map((one) => one.id),
    'graded',
  );
  await noteConversion(work, items, 'Grades converted from 5x5x5');
  about(work, 'intelligence-conversion', id, { paragraphs: rows.length, items: items.length });
  return ok(done);
}

/** Takes a conversion back: what nobody has graded since has no grade again. */
export async function undoConversion(work: Work, conversionId: string): Promise<Result<Converted>> {
  const one = (await listConversions(work)).find(({ id }) => id === conversionId);
  if (!one) return notFound;
  about(work, 'intelligence-conversion', one.id);
  if (one.undoneAt)
    return refusedByRule('intelligence.undone', 'This conversion was undone already.', 'Look at the list.');
  const rows = await takeBack(work, one.id);
  const items = itemsOf(rows);
  if (!(await keepUndone(work, one.id, rows.length))) return stale('Somebody undid it just now.');
  await moveItems(
    work,
    items.map(({ id }) => id),
    'received',
  );
  await noteConversion(work, items, 'Conversion from 5x5x5 undone');
  return ok({ id: one.id, paragraphs: rows.length, items: items.length });
}
