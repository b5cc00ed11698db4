import { invalid, notFound, ok, type Result } from '../../platform/failures/failures.ts';
import { about, type Work } from '../../platform/http/work.ts';
import { addItemEvent, findItem, type Item } from '../item/item.store.ts';
import { mentionsOfItem } from '../item/twin.store.ts';
import { addLink, endLink, keyOf, linksOf, type Named, sameForm } from './link.store.ts';
import { kindOfMention, type LinkKind, type LinkRole, linkKindWords } from './link.words.ts';

/** Something that an item's words name and nobody has answered yet. */
export interface Suggested {
  kind: LinkKind;
  label: string;
}

/** What the words of an item name, less what a person confirmed or refused. */
export async function suggestionsFor(work: Work, itemId: string): Promise<Suggested[]> {
  const answered = await linksOf(work, itemId);
  const mentions = await mentionsOfItem(work, itemId);
  return mentions.flatMap(({ kind, typed, value }) => {
    const linkKind = kindOfMention[kind];
    if (!linkKind) return [];
    const isAnswered = answered.some(
      (link) => link.kind === linkKind && (link.keyValue ?? link.label).replace(/\s/g, '').includes(value),
    );
    return isAnswered ? [] : [{ kind: linkKind, label: typed }];
  });
}

/** Ties an item to somebody or something, or says that a suggestion is none. */
export async function answerLink(
  work: Work,
  input: Named & { itemId: string; role: LinkRole; answer: 'confirmed' | 'refused' },
): Promise<Result<Item>> {
  const item = await findItem(work, input.itemId);
  if (!item) return notFound;
  about(work, 'intelligence-item', item.id, { link: input.kind });
  const { itemId: _, answer, ...named } = input;
  if (['vehicle', 'phone', 'email'].includes(input.kind) && !keyOf(named))
    return invalid({
      field: 'label',
      words: `That is no ${linkKindWords[input.kind].toLowerCase()} as we know them`,
    });
  if (sameForm(named) === '') return invalid({ field: 'label', words: 'Enter who or what it is' });
  if (!(await addLink(work, item, { ...named, state: answer })))
    return invalid({ field: 'label', words: 'The item is linked to that already' });
  const words = answer === 'confirmed' ? 'Linked' : 'Not linked';
  await addItemEvent(work, item, {
    kind: 'link',
    words: `${words}: ${linkKindWords[input.kind].toLowerCase()}`,
  });
  return ok(item);
}

/** Ends a link, or opens a refused suggestion again. */
export async function undoLink(work: Work, input: { itemId: string; linkId: string }): Promise<Result<Item>> {
  const item = await findItem(work, input.itemId);
  if (!item || !(await endLink(work, input))) return notFound;
  about(work, 'intelligence-item', item.id);
  await addItemEvent(work, item, { kind: 'link', words: 'A link was ended' });
  return ok(item);
}
