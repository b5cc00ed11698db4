import { sql } from 'kysely';
import { ok, type Result, refusedByRule } from '../../platform/failures/failures.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
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
}

/**
 * Puts an item into the queue of the intelligence unit and gives its reference. It goes through one function of the
 * database, which reads nothing back, so that it is the same on every login: the form's is held to what came by the form.
 */
export async function submitItem(
  work: Work,
  input: NewItem,
): Promise<Result<{ id: string; reference: string }>> {
  officerOf(work);
  const { ids, clock } = work;
  const [id, reference] = [ids.next(), ids.reference('I')];
  const given = {
    ...input,
    ...{ id, reference, receiptId: ids.next(), eventId: ids.next() },
    paragraphs: paragraphsIn(input.body).map((body, position) => ({ id: ids.next(), position, body })),
    mentions: mentionsIn(`${input.title}\n${input.body}`),
  };
  const { rows } = await sql<{ isIn: boolean }>`select dissemination.submit(${JSON.stringify(given)}::jsonb,
    ${clock.now()}, ${clock.today()}::date) as is_in`.execute(work.db);
  if (!rows[0]?.isIn)
    return refusedByRule(
      'intelligence.no-unit',
      'No agency here keeps an intelligence unit yet.',
      'Ring the police on 101, or 999 where somebody is in danger.',
    );
  // The audit says that a form was sent, and nothing by which it could be found.
  work.note.detail.by = input.receivedHow;
  return ok({ id, reference });
}
