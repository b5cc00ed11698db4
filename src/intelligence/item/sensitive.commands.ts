import { hasRole } from '../../platform/access/viewer.ts';
import { invalid, notFound, ok, type Result, refusedByRule } from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { officersOfUnit } from '../check/check.store.ts';
import { itemAt, movedOn } from './item.commands.ts';
import { addItemEvent, changeItem, findItem, type Item } from './item.store.ts';
import type { SensitiveInput } from './sensitive.forms.ts';

/** What an act makes of who reads an item, with its line of history; a failure where it cannot be done. */
async function readersAfter(
  work: Work,
  item: Item,
  input: SensitiveInput,
): Promise<Result<{ isSensitive: boolean; readers: string[]; words: string }>> {
  const own = officerOf(work).officerId;
  if (input.act === 'mark')
    return item.isSensitive
      ? invalid({ field: 'sensitiveWhy', words: 'It is sensitive already: reload the page' })
      : ok({
          isSensitive: true,
          // Whoever shuts it has read it.
          readers: hasRole(work.viewer, 'intelligence-manager') ? [] : [own],
          words: 'Made sensitive',
        });
  if (!hasRole(work.viewer, 'intelligence-manager'))
    return refusedByRule(
      'intelligence.sensitive',
      'Who reads a sensitive item is the manager’s to say.',
      'Ask the intelligence manager.',
    );
  if (!item.isSensitive)
    return refusedByRule('intelligence.not-sensitive', 'This item is not sensitive.', 'Make it sensitive.');
  if (input.act === 'end') return ok({ isSensitive: false, readers: [], words: 'No longer sensitive' });
  const officer = (await officersOfUnit(work)).find(({ id }) => id === input.officerId);
  const isNamed = item.sensitiveReaders.includes(input.officerId ?? '');
  if (!officer || isNamed === (input.act === 'name'))
    return invalid({
      field: 'officerId',
      words:
        input.act === 'name'
          ? 'Choose an officer of the unit who does not read it yet'
          : 'Choose an officer who reads it',
    });
  return input.act === 'name'
    ? ok({
        isSensitive: true,
        readers: [...item.sensitiveReaders, officer.id],
        words: `${officer.name} may read it`,
      })
    : ok({
        isSensitive: true,
        readers: item.sensitiveReaders.filter((id) => id !== officer.id),
        words: `${officer.name} may read it no longer`,
      });
}

/**
 * Shuts an item to the rest of the unit, names who reads it beside the manager, or opens it again. Anybody who reads an item may
 * shut it; the rest is the manager's. The log says which of these was done, and no word of why.
 */
export async function keepSensitive(
  work: Work,
  input: { itemId: string } & SensitiveInput,
): Promise<Result<Item>> {
  const found = await itemAt(work, input);
  if (!found.ok) return found;
  const item = found.value;
  about(work, 'intelligence-item', item.id, { act: input.act });
  const after = await readersAfter(work, item, input);
  if (!after.ok) return after;
  const { isSensitive, readers, words } = after.value;
  const sensitiveWhy =
    input.act === 'mark' ? input.sensitiveWhy : input.act === 'end' ? '' : item.sensitiveWhy;
  await addItemEvent(work, item, { kind: 'sensitive', words: `${words}: ${input.sensitiveWhy}` });
  if (!(await changeItem(work, item, { isSensitive, sensitiveWhy, sensitiveReaders: readers })))
    return movedOn;
  const changed = await findItem(work, item.id);
  return changed ? ok(changed) : notFound;
}
