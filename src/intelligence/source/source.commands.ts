import { invalid, notFound, ok, type Result, refusedByRule } from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { itemAt, movedOn } from '../item/item.commands.ts';
import { addItemEvent, changeItem, type Item } from '../item/item.store.ts';
import { type NumberName, type SourceKind, shippedNumbers, taskingWords } from './source.rules.ts';
import {
  addSource,
  findSource,
  type Identity,
  identityOf,
  keepIdentity,
  numberOf,
  type Source,
  sourceOfItem,
} from './source.store.ts';

interface Step {
  itemId: string;
  version: number;
}

/** What everybody is told who meets it. */
export const driftWords = 'Status drift: stop, and refer to the authorising officer.';

/** Whether a source gave so much in so few days that it may have become a covert source (domain 2.19). */
export const isAdrift = async (work: Work, source: Source): Promise<boolean> =>
  source.inPeriod >= (await numberOf(work, 'drift-items'));

/** Says which source an item is from, a new one under a pseudonym of its own where it is not known yet. */
export async function setSource(
  work: Work,
  input: Step & { source: string; kind: SourceKind },
): Promise<Result<{ source: Source; isAdrift: boolean }>> {
  const item = await itemAt(work, input);
  if (!item.ok) return item;
  const sourceId = input.source === 'new' ? await addSource(work, input.kind) : input.source;
  if (!(await findSource(work, sourceId))) return notFound;
  if (!(await changeItem(work, item.value, { sourceId }))) return movedOn;
  const source = await findSource(work, sourceId);
  if (!source) return notFound;
  const adrift = await isAdrift(work, source);
  await addItemEvent(work, item.value, { kind: 'source', words: `Source: ${source.pseudonym}` });
  if (adrift)
    await addItemEvent(work, item.value, {
      kind: 'drift',
      words: `${driftWords} ${source.pseudonym} gave ${source.inPeriod} items`,
    });
  return ok({ source, isAdrift: adrift });
}

/**
 * Writes down what the unit would like to know besides. Never a task for a member of the public: words that ask somebody
 * are refused, and nothing at all is taken while the source is adrift.
 */
export async function setWanted(work: Work, input: Step & { wanted: string }): Promise<Result<Item>> {
  const item = await itemAt(work, input);
  if (!item.ok) return item;
  const { source } = await sourceOfItem(work, input.itemId);
  if (source && (await isAdrift(work, source)))
    return refusedByRule(
      'intelligence.drift',
      driftWords,
      'Nothing more is asked for here. Refer it to the authorising officer.',
    );
  if (taskingWords.some((pattern) => pattern.test(input.wanted)))
    return invalid({
      field: 'wanted',
      words: 'Nobody is asked to find anything out. Say what is to be looked for in records or with partners',
    });
  if (!(await changeItem(work, item.value, { wanted: input.wanted }))) return movedOn;
  await addItemEvent(work, item.value, { kind: 'wanted', words: 'What more to look for was written down' });
  return ok(item.value);
}

/** Records that the authorising officer was asked about a source: a reference and the answer, never an authorisation. */
export async function referSource(
  work: Work,
  input: { sourceId: string; words: string },
): Promise<Result<Source>> {
  const source = await findSource(work, input.sourceId);
  if (!source) return notFound;
  about(work, 'intelligence-source', source.id);
  await work.db
    .updateTable('intelligence.source')
    .set({ referredAt: work.clock.now(), referredBy: officerOf(work).officerId, referredWords: input.words })
    .where('id', '=', source.id)
    .execute();
  return ok(source);
}

/** Sets a number from now on, for the viewer's unit. */
export async function setNumber(
  work: Work,
  input: { name: NumberName; value: number; why: string },
): Promise<Result<{ name: NumberName; value: number }>> {
  const { least, most } = shippedNumbers[input.name];
  if (input.value < least || input.value > most)
    return invalid({ field: 'value', words: `Enter a whole number from ${least} to ${most}` });
  const { officerId, agencyId } = officerOf(work);
  const id = work.ids.next();
  await work.db
    .insertInto('intelligence.rule')
    .values({ id, agencyId, ...input, setAt: work.clock.now(), setBy: officerId })
    .execute();
  about(work, 'intelligence-number', id, { name: input.name, value: input.value });
  return ok(input);
}

/** Opens who a source is, with why, which the audit keeps. On the sealed login. */
export async function openIdentity(
  work: Work,
  input: { sourceId: string; why: string },
): Promise<Result<Identity>> {
  const identity = await identityOf(work, input.sourceId);
  if (!identity) return notFound;
  about(work, 'source-identity', input.sourceId);
  work.note.purpose = input.why;
  return ok(identity);
}

/** Keeps who a source is. On the sealed login. */
export async function writeIdentity(
  work: Work,
  input: { sourceId: string; name: string; contact: string },
): Promise<Result<Identity>> {
  if (!(await identityOf(work, input.sourceId))) return notFound;
  about(work, 'source-identity', input.sourceId);
  const { sourceId, ...given } = input;
  await keepIdentity(work, sourceId, given);
  const kept = await identityOf(work, sourceId);
  return kept ? ok(kept) : notFound;
}
