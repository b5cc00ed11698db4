import { sql } from 'kysely';
import { ok, type Result, refusedByRule } from '../../platform/failures/failures.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { idFromName } from '../../platform/ids/ids.ts';
import type { ReceivedHow } from './item.words.ts';
import { mentionsIn, paragraphsIn } from './mentions.ts';

/** What came in. */
export interface NewItem {
  receivedHow: ReceivedHow;
  title: string;
  body: string;
  howKnown: string;
  knownWhen: string;
  fearsForSource: boolean;
  fearsWords: string;
  priority: number;
  /** A 5x5x5 grade as an older system had it; empty for everything else. */
  legacyGrade: string;
  /** The report that is passed on; it is anonymous or a complaint as the database has it. */
  reportId?: string;
}

/** What a function of the database puts in: the item with its paragraphs and mentions, and an id for each. */
function given({ ids }: Work, input: NewItem) {
  const reference = ids.reference('I');
  const id = input.reportId ? idFromName(`report ${input.reportId} passed on`) : ids.next();
  return {
    ...input,
    ...{ id, reference, receiptId: ids.next(), eventId: ids.next() },
    paragraphs: paragraphsIn(input.body).map((body, position) => ({ id: ids.next(), position, body })),
    mentions: mentionsIn(`${input.title}\n${input.body}`),
  };
}

const noUnit = refusedByRule(
  'intelligence.no-unit',
  'No agency here keeps an intelligence unit yet.',
  'Ring the police on 101, or 999 where somebody is in danger.',
);

/**
 * Puts items into the queue of the intelligence unit and gives their references, in their order. It goes through one
 * function of the database, which reads nothing back, so that it is the same on every login: the form's is held to what
 * came by the form. All of them or none.
 */
export async function submitItems(
  work: Work,
  inputs: readonly NewItem[],
): Promise<Result<{ id: string; reference: string }[]>> {
  officerOf(work);
  const items = inputs.map((input) => given(work, input));
  const { clock } = work;
  const { rows } = await sql<{
    isIn: boolean;
  }>`select coalesce(bool_and(dissemination.submit(g.value, ${clock.now()}, ${clock.today()}::date)), true) as is_in
    from jsonb_array_elements(${JSON.stringify(items)}::jsonb) g`.execute(work.db);
  return rows[0]?.isIn ? ok(items.map(({ id, reference }) => ({ id, reference }))) : noUnit;
}

/** Puts one item into the queue. */
export async function submitItem(
  work: Work,
  input: NewItem,
): Promise<Result<{ id: string; reference: string }>> {
  const done = await submitItems(work, [input]);
  if (!done.ok) return done;
  // The audit says that a form was sent, and nothing by which it could be found.
  work.note.detail.by = input.receivedHow;
  const [item] = done.value;
  return item ? ok(item) : noUnit;
}
