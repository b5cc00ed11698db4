import { z } from 'zod';
import { mayUse } from '../../platform/access/permission.ts';
import { demand } from '../../platform/failures/failures.ts';
import { act, type Route, show } from '../../platform/http/declare.ts';
import { page, redirect } from '../../platform/http/reply.ts';
import { HeldNotice, holdOn } from '../../records/index.ts';
import { undoJudgement } from '../ledger/index.ts';
import { readPeople, reviewPairs } from '../linkage.permissions.ts';
import { CardPage, PeoplePage } from './card.pages.tsx';
import { findPeople, openCard } from './card.queries.ts';

export const personParams = z.object({ recordId: z.uuid() });
export const asAtSchema = z.object({
  asAt: z
    .union([
      z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'Enter a day like 2026-11-01'),
      z.literal('').transform(() => undefined),
    ])
    .optional(),
});
const back = { href: '/people', text: 'Find a person’s card' };

/** Cards of people: one from many lists. */
export const cardRoutes: readonly Route[] = [
  show({
    path: '/people',
    words: 'Find a person’s card by name',
    permission: readPeople,
    audit: 'linkage.people-searched',
    query: z.object({ words: z.string().trim().max(200).default('') }),
    example: { query: { words: 'a' } },
    handle: async (work, { query }) => {
      const people = await findPeople(work, query.words);
      work.note.detail = { words: query.words, found: people.length };
      return page('Find a person’s card', <PeoplePage words={query.words} people={people} />, {
        wide: true,
        marking: 'OFFICIAL-SENSITIVE',
      });
    },
  }),
  show({
    path: '/people/:recordId',
    words: 'One person from every record that the viewer may see, now or as at a day',
    permission: readPeople,
    audit: 'linkage.person-opened',
    params: personParams,
    query: asAtSchema,
    example: { params: { recordId: '@entryId' } },
    handle: async (work, { params, query }, ask) => {
      const card = demand(await openCard(work, params.recordId, query.asAt));
      const body = (
        <>
          <HeldNotice hold={await holdOn(work, 'list-row', params.recordId)} />
          <CardPage
            card={card}
            mayReview={mayUse(work.viewer, reviewPairs)}
            csrf={ask.csrf}
            today={work.clock.today()}
          />
        </>
      );
      return page(card.name, body, { wide: true, marking: 'OFFICIAL-SENSITIVE', back });
    },
  }),
  act({
    path: '/people/:recordId/split',
    words: 'Undo a judgement that holds a person’s records together',
    permission: reviewPairs,
    audit: 'linkage.judgement-undone',
    params: personParams,
    body: z.object({ judgementId: z.uuid() }),
    example: { params: { recordId: '@entryId' }, body: { judgementId: '@judgementId' } },
    handle: async (work, { params, body }) => {
      const undone = demand(await undoJudgement(work, body.judgementId));
      return redirect(`/people/${params.recordId}`, {
        flash: `Undone: ${undone.verdict === 'same' ? 'that link no longer holds' : 'that judgement no longer holds'}. To join them again, decide the pair anew.`,
      });
    },
  }),
];
