import { PUBLIC } from '../platform/access/permission.ts';
import { demand } from '../platform/failures/failures.ts';
import type { Again } from '../platform/http/again.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { type PageReply, page } from '../platform/http/reply.ts';
import { asbExamples } from './asb.examples.ts';
import { type ApplicationReceipt, applyForReview, trackReview } from './review.commands.ts';
import { applicationSchema, atRows, returnSchema } from './review.forms.ts';
import { listPublications } from './review.store.ts';
import {
  ApplyPage,
  PublishedPage,
  ReceiptPage,
  TrackedReviewPage,
  TrackReviewForm,
} from './review-public.pages.tsx';

const applyPage = (ask: Ask, { typed, ...again }: Again): PageReply => {
  const problems = atRows({ typed, ...again });
  return page('Ask for an ASB case review', <ApplyPage {...{ problems, typed }} csrf={ask.csrf} />, {
    ...{ isPublic: true, problems },
  });
};
const trackPage = (ask: Ask, again: Again): PageReply =>
  page('Come back to a case review', <TrackReviewForm {...again} csrf={ask.csrf} />, {
    isPublic: true,
    problems: again.problems,
  });
const nothing: Again = { problems: [], typed: {} };
const receiptPage = (receipt: ApplicationReceipt): PageReply => {
  const shownOnce = receiptFacts(receipt);
  return page('Application sent', <ReceiptPage receipt={receipt} />, { isPublic: true, shownOnce });
};
/** A receipt as it is kept sealed for the same form once more, and read again. */
export const receiptFacts = (receipt: ApplicationReceipt): Record<string, string> => {
  const { id, reference, phrase, agencyName, acknowledgeBy, decideBy } = receipt;
  return { id, reference, phrase, agencyName, acknowledgeBy, decideBy };
};
export const receiptOf = (shownBefore: Readonly<Record<string, string>>): ApplicationReceipt => ({
  id: shownBefore.id ?? '',
  reference: shownBefore.reference ?? '',
  phrase: shownBefore.phrase ?? '',
  agencyName: shownBefore.agencyName ?? '',
  acknowledgeBy: shownBefore.acknowledgeBy ?? '',
  decideBy: shownBefore.decideBy ?? '',
});

/** Everything that anybody can do without an account. */
export const publicReviewRoutes: readonly Route[] = [
  show({
    path: '/case-review',
    words: 'The form for asking for an ASB case review',
    permission: PUBLIC,
    audit: 'case-review.form-shown',
    handle: (_work, _input, ask) => applyPage(ask, nothing),
  }),
  act({
    path: '/case-review',
    words: 'Apply for an ASB case review; gives the reference and the words to come back with',
    permission: PUBLIC,
    audit: 'case-review.applied',
    body: applicationSchema,
    example: { body: asbExamples.application },
    handle: async (work, { body }) => {
      const receipt = demand(await applyForReview(work, body, 'web'));
      return receiptPage(receipt);
    },
    again: (_work, _input, ask) => receiptPage(receiptOf(ask.shownBefore ?? {})),
    invalid: (_work, { raw, problems }, ask) => applyPage(ask, { problems, typed: raw }),
  }),
  show({
    path: '/case-review/track',
    words: 'Come back to a case review by its reference and words',
    permission: PUBLIC,
    audit: 'case-review.track-form-shown',
    handle: (_work, _input, ask) => trackPage(ask, nothing),
  }),
  act({
    path: '/case-review/track',
    words: 'Shows a case review to whoever has its reference and words',
    permission: PUBLIC,
    audit: 'case-review.tracked',
    isGuessable: true,
    body: returnSchema,
    example: { body: asbExamples.track },
    handle: async (work, { body }, ask) => {
      const found = await trackReview(work, body);
      const problem = {
        field: 'reference',
        words:
          'The reference and the words do not belong together, or there is no such review. Check both: each letter counts',
      };
      return found.ok
        ? page('Your ASB case review', <TrackedReviewPage review={found.value} />, { isPublic: true })
        : trackPage(ask, { problems: [problem], typed: { reference: body.reference } });
    },
    invalid: (_work, { raw, problems }, ask) => trackPage(ask, { problems, typed: raw }),
  }),
  show({
    path: '/case-review/published',
    words: 'Figures of ASB case reviews as agencies published them',
    permission: PUBLIC,
    audit: 'case-review-publication.listed',
    handle: async (work) =>
      page('ASB case reviews: the figures', <PublishedPage publications={await listPublications(work)} />, {
        isPublic: true,
        wide: true,
      }),
  }),
];
