import { invalid, notFound, ok, type Result } from '../../platform/failures/failures.ts';
import { about, type Work } from '../../platform/http/work.ts';
import { addItemEvent, findItem, type Item } from '../item/item.store.ts';
import { mentionsOfItem } from '../item/twin.store.ts';
import { firmForm, firmsIn } from './firm.rules.ts';
import { knownFirms } from './firm.store.ts';
import { addLink, endLink, keyOf, linksOf, type Named, nameOf, sameForm } from './link.store.ts';
import { kindOfMention, type LinkKind, type LinkRole, linkKindWords } from './link.words.ts';
import { suggestedPeople } from './person.store.ts';

/** Something that an item's words name and nobody has answered yet. */
export interface Suggested {
  kind: LinkKind;
  label: string;
  /** Of a firm its company number, where that stands beside the name; of somebody whom the unit knows their date of birth. */
  more: string;
}

/** What the words of an item name, less what a person confirmed or refused. */
export async function suggestionsFor(
  work: Work,
  item: { id: string; title: string; body: string },
): Promise<Suggested[]> {
  const answered = await linksOf(work, item.id);
  const text = `${item.title}\n\n${item.body}`;
  const named = firmsIn(text, await knownFirms(work, text));
  const firms = named.filter(
    ({ label }) =>
      !answered.some((link) => link.kind === 'organisation' && firmForm(nameOf(link)) === firmForm(label)),
  );
  const people = await suggestedPeople(work, { text, firms: named.map(({ label }) => label), answered });
  const mentions = await mentionsOfItem(work, item.id);
  const marks = mentions.flatMap(({ kind, typed, value }) => {
    const linkKind = kindOfMention[kind];
    if (!linkKind) return [];
    const isAnswered = answered.some(
      (link) => link.kind === linkKind && (link.keyValue ?? link.label).replace(/\s/g, '').includes(value),
    );
    return isAnswered ? [] : [{ kind: linkKind, label: typed, more: '' }];
  });
  return [
    ...firms.map(({ label, companyNumber }) => ({
      ...{ kind: 'organisation' as const, label, more: companyNumber },
    })),
    ...people,
    ...marks,
  ];
}

/** Ties an item to somebody or something, or says that a suggestion is none. */
export async function answerLink(
  work: Work,
  input: Named & { itemId: string; role: LinkRole; note: string; answer: 'confirmed' | 'refused' },
): Promise<Result<Item>> {
  const item = await findItem(work, input.itemId);
  if (!item) return notFound;
  about(work, 'intelligence-item', item.id, { link: input.kind });
  const { itemId: _, answer, ...named } = input;
  if (['vehicle', 'phone', 'email', 'account', 'handle'].includes(input.kind) && !keyOf(named))
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
