import type { z } from 'zod';
import { findEdition, stepRoutes } from '../enforcement/index.ts';
import { documentTypes } from '../platform/documents/model.ts';
import { demand, notFound, refusedByRule } from '../platform/failures/failures.ts';
import type { Again } from '../platform/http/again.ts';
import { type Ask, act, download, type Route, show } from '../platform/http/declare.ts';
import { file, page, redirect } from '../platform/http/reply.ts';
import { about, type Work } from '../platform/http/work.ts';
import { makeLetters, recordAttempt, voidAttempt } from './attempt.commands.ts';
import { listAttempts } from './attempt.store.ts';
import { offerToAll, offerToOne, penaliseSeller, settleFollowUp } from './follow-up.commands.ts';
import { inspect } from './inspection.permissions.ts';
import { inspectionExamples } from './inspection.words.ts';
import { findPremises } from './premises.store.ts';
import { preparePurchaseStep, takePurchaseStep } from './purchase.commands.ts';
import {
  attemptLetterParams,
  attemptParams,
  attemptSchema,
  followUpParams,
  followUpSchema,
  offerSchema,
  purchaseParams,
  purchaseStepParams,
  purchaseStepSchema,
  voidSchema,
} from './purchase.forms.ts';
import { openPurchase } from './purchase.queries.ts';
import { onPurchase, purchaseDone, toFile } from './purchase.routes.tsx';
import { listSelections, listVolunteers } from './purchase.store.ts';
import { purchaseLineOf } from './purchase.transitions.ts';
import { AttemptForm, PurchaseStepCheck, PurchaseStepForm } from './purchase-form.pages.tsx';

const nothing: Again = { problems: [], typed: {} };
async function attemptForm(work: Work, id: string, ask: Ask, { problems, typed }: Again) {
  const purchase = demand(await openPurchase(work, id));
  const [selections, volunteers] = await Promise.all([listSelections(work, id), listVolunteers(work, id)]);
  const body = <AttemptForm {...{ purchase, selections, volunteers, problems, typed }} csrf={ask.csrf} />;
  return page('Record an attempt', body, { back: toFile(id), problems });
}
const ofAttempt = { permission: inspect, params: attemptParams };
const onTheDay: readonly Route[] = [
  show({
    path: '/test-purchases/:purchaseId/attempts/new',
    words: 'The form for an attempt to buy, on a telephone',
    permission: inspect,
    audit: 'purchase.attempt-form-shown',
    params: purchaseParams,
    handle: (work, { params }, ask) => attemptForm(work, params.purchaseId, ask, nothing),
  }),
  act({
    path: '/test-purchases/:purchaseId/attempts',
    words: 'Record an attempt to buy, and what came of it',
    permission: inspect,
    audit: 'purchase.attempt-recorded',
    params: purchaseParams,
    body: attemptSchema,
    example: { body: inspectionExamples.attempt },
    handle: async (work, { params, body }) =>
      purchaseDone(await recordAttempt(work, { ...params, ...body }), 'Recorded'),
    invalid: (work, { params, raw, problems }, ask) =>
      attemptForm(work, params.purchaseId, ask, { problems, typed: raw }),
  }),
  act({
    ...ofAttempt,
    path: '/test-purchases/:purchaseId/attempts/:attemptId/void',
    words: 'Make an attempt void, with why',
    audit: 'purchase.attempt-voided',
    body: voidSchema,
    example: { body: inspectionExamples.void },
    handle: async (work, { params, body }) =>
      purchaseDone(await voidAttempt(work, { ...params, ...body }), 'Void'),
    invalid: onPurchase(({ attemptId }: z.output<typeof attemptParams>) => `void-${attemptId}`),
  }),
  act({
    ...ofAttempt,
    path: '/test-purchases/:purchaseId/attempts/:attemptId/follow-ups',
    words: 'Offer one business what follows its result',
    audit: 'purchase.offered',
    body: offerSchema,
    example: { body: { kind: 'refusals-book' } },
    handle: async (work, { params, body }) =>
      purchaseDone(await offerToOne(work, { ...params, ...body }), 'Offered'),
    invalid: onPurchase(({ attemptId }: z.output<typeof attemptParams>) => `offer-${attemptId}`),
  }),
  act({
    ...ofAttempt,
    path: '/test-purchases/:purchaseId/attempts/:attemptId/penalty',
    words: 'Draft the penalty (FPN) to the seller of a failed test',
    audit: 'purchase.seller-penalised',
    handle: async (work, { params }) => {
      const { penaltyId } = demand(await penaliseSeller(work, params));
      return redirect(`/penalties/${penaltyId}`, { flash: 'Drafted from the test' });
    },
  }),
  download({
    path: '/test-purchases/:purchaseId/attempts/:attemptId/letters/:edition/:format',
    words: 'The letter that told a business its result, the very bytes that were made',
    permission: inspect,
    audit: 'purchase.letter-opened',
    params: attemptLetterParams,
    example: { params: { format: 'pdf' } },
    handle: async (work, { params }) => {
      const purchase = demand(await openPurchase(work, params.purchaseId));
      const attempt = (await listAttempts(work, purchase.id)).find(({ id }) => id === params.attemptId);
      if (!attempt) return demand(notFound);
      const { edition: version, format } = params;
      const paper =
        (await findEdition(work, 'attempt', attempt.id, { kind: 'letter', version, format })) ??
        demand(notFound);
      const premises = await findPremises(work, attempt.premisesId);
      if (paper.showsAddress && premises?.address === null) return demand(hiddenAddress);
      about(work, 'purchase', purchase.id, { sha256: paper.sha256 });
      return file(paper.name, documentTypes[format], paper.content, format === 'pdf');
    },
  }),
];
/** A letter that an address stands on which must stay hidden now is kept and not given. */
const hiddenAddress = refusedByRule(
  'purchase.hidden-address',
  'An address that must stay hidden is on this letter: it is kept and not shown.',
  'Ask whoever keeps the victim register.',
);
const afterwards: readonly Route[] = [
  act({
    path: '/test-purchases/:purchaseId/offers',
    words: 'Offer something to every business that was tested, as training to all of them',
    permission: inspect,
    audit: 'purchase.offered-to-all',
    params: purchaseParams,
    body: offerSchema,
    example: { body: { kind: 'training' } },
    handle: async (work, { params, body }) =>
      purchaseDone(await offerToAll(work, { ...params, ...body }), 'Offered to all'),
    invalid: onPurchase('attempts'),
  }),
  act({
    path: '/test-purchases/:purchaseId/follow-ups/:followUpId',
    words: 'Write down what came of an offer',
    permission: inspect,
    audit: 'purchase.follow-up-settled',
    params: followUpParams,
    body: followUpSchema,
    example: { body: inspectionExamples.followUp },
    handle: async (work, { params, body }) =>
      purchaseDone(await settleFollowUp(work, { ...params, ...body }), 'Saved'),
    invalid: onPurchase(({ followUpId }: z.output<typeof followUpParams>) => `follow-${followUpId}`),
  }),
  act({
    path: '/test-purchases/:purchaseId/letters',
    words: 'Make the letters that are missing: one for each business, whatever the result',
    permission: inspect,
    audit: 'purchase.letters-made',
    params: purchaseParams,
    handle: async (work, { params }) => purchaseDone(await makeLetters(work, params), 'Letters made'),
  }),
];
/** The day itself, what follows it, and the steps of the table. */
export const attemptRoutes: readonly Route[] = [
  ...onTheDay,
  ...afterwards,
  ...stepRoutes(
    {
      procedure: 'purchase',
      path: '/test-purchases/:purchaseId/steps/:purchaseStep',
      permission: inspect,
      params: purchaseStepParams,
      body: purchaseStepSchema,
      example: { params: { purchaseStep: 'cancel' }, body: inspectionExamples.step },
      words: {
        form: 'The form of a step of a test-purchase operation',
        check: 'Check a step of a test-purchase operation before it is taken',
        take: 'Take a step of a test-purchase operation: settle, begin, complete, cancel',
      },
    },
    {
      line: ({ purchaseStep }) => purchaseLineOf(purchaseStep),
      file: ({ purchaseId }) => toFile(purchaseId),
      form: async (work, { purchaseId, purchaseStep }, state) => (
        <PurchaseStepForm
          {...state}
          line={purchaseLineOf(purchaseStep)}
          purchase={demand(await openPurchase(work, purchaseId))}
        />
      ),
      prepare: (work, { purchaseId, purchaseStep }, input) =>
        preparePurchaseStep(work, purchaseId, purchaseStep, input),
      check: PurchaseStepCheck,
      take: (work, { purchaseId, purchaseStep }, input) =>
        takePurchaseStep(work, { ...input, purchaseId, action: purchaseStep }),
    },
  ),
];
