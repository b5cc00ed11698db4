import { invalid, notFound, ok, type Result, refusedByRule } from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { type Grade, gradeProblems } from './grade.rules.ts';
import { keepGrade, type Paragraph, paragraphsOf, replaceParagraphs } from './grade.store.ts';
import { itemAt, movedOn, takeStep } from './item.commands.ts';
import { addItemEvent, changeItem, findItem, type Item } from './item.store.ts';
import { paragraphsIn } from './mentions.ts';

/** What is left of an item after a paragraph was graded. */
export interface Graded {
  item: Item;
  /** The next paragraph without a grade. */
  next: Paragraph | undefined;
}

/**
 * Grades a paragraph, or grades it anew with a reason. The last of an item makes the item graded; one that was ready
 * already is looked at again.
 */
export async function gradeParagraph(
  work: Work,
  input: { itemId: string; paragraphId: string; version: number; grade: Grade; why: string },
): Promise<Result<Graded>> {
  const item = await findItem(work, input.itemId);
  const paragraph = (await paragraphsOf(work, input.itemId)).find(({ id }) => id === input.paragraphId);
  if (!item || !paragraph) return notFound;
  about(work, 'intelligence-item', item.id, { paragraph: paragraph.position + 1 });
  if (item.duplicateOf)
    return refusedByRule('intelligence.duplicate', 'This item is the same as another.', 'Grade the other.');
  const problems = gradeProblems(input.grade);
  if (paragraph.grade && !paragraph.isConverted && input.why.length < 3)
    problems.push({ field: 'why', words: 'It was graded before: say why it is graded anew' });
  if (problems.length > 0) return invalid(...problems);
  if (paragraph.version !== input.version) return movedOn;
  const officerId = officerOf(work).officerId;
  const why =
    input.why || (paragraph.isConverted ? 'Graded by a person after its conversion from 5x5x5' : '');
  if (!(await keepGrade(work, paragraph, { grade: input.grade, why, officerId }))) return movedOn;
  const after = await paragraphsOf(work, item.id);
  // What was converted is graded once a person has looked at the last of it: the figures count from there.
  if (paragraph.isConverted && !after.some(({ grade, isConverted }) => !grade || isConverted))
    await addItemEvent(work, item, { kind: 'grade', words: 'Every converted grade is looked at' });
  const next = after.find(({ grade }) => !grade);
  const moved = await afterGrade(work, item, next !== undefined);
  return moved.ok ? ok({ item: moved.value, next }) : moved;
}

async function afterGrade(work: Work, item: Item, isMore: boolean): Promise<Result<Item>> {
  if (item.status === 'received' && !isMore) return takeStep(work, item, 'grade');
  if (item.status === 'ready') return takeStep(work, item, 'regrade');
  return ok(item);
}

const letters = (text: string): string => text.replace(/\s+/g, '');

/** Parts an item into other paragraphs by empty lines: the words stay as they were given. */
export async function partItem(
  work: Work,
  input: { itemId: string; version: number; body: string },
): Promise<Result<Item>> {
  const item = await itemAt(work, input);
  if (!item.ok) return item;
  const before = await paragraphsOf(work, input.itemId);
  if (before.some(({ grade }) => grade))
    return refusedByRule(
      'intelligence.graded',
      'A paragraph is graded already, so that they stay as they are.',
      'Grade the paragraphs that there are.',
    );
  const bodies = paragraphsIn(input.body);
  if (letters(bodies.join('')) !== letters(before.map(({ body }) => body).join('')))
    return invalid({
      field: 'body',
      words: 'Only empty lines may be put in or taken out: the words stay as they came',
    });
  await replaceParagraphs(work, item.value, { bodies, legacyGrade: before[0]?.legacyGrade ?? '' });
  if (!(await changeItem(work, item.value, {}))) return movedOn;
  await addItemEvent(work, item.value, { kind: 'parted', words: `Parted into ${bodies.length} paragraphs` });
  return ok({ ...item.value, version: item.value.version + 1 });
}
