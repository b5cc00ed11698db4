import { act, type Route } from '../platform/http/declare.ts';
import {
  paymentSchema,
  penaltyParams,
  reasonSchema,
  remindSchema,
  serveSchema,
  stepParams,
} from './penalty.forms.ts';
import { takePayments, writePenalties } from './penalty.permissions.ts';
import { recordPayment, remindPenalty, servePenalty, stepPenalty } from './penalty-after.commands.ts';

import { done, onPage } from './penalty-reply.routes.tsx';

/** What happens to a notice afterwards: service, payment, and the steps of the table. */
export const penaltyStepRoutes: readonly Route[] = [
  act({
    path: '/penalties/:penaltyId/serve',
    words: 'Record how, when and by whom a notice was served',
    permission: writePenalties,
    audit: 'penalty.served',
    params: penaltyParams,
    body: serveSchema,
    example: { body: { version: 1, sentOn: '2026-11-20', servedHow: 'in-person', servedBy: 'An officer' } },
    handle: async (work, { params, body }) =>
      done(await servePenalty(work, { ...params, ...body }), 'Service recorded'),
    invalid: onPage('serve'),
  }),
  act({
    path: '/penalties/:penaltyId/payments',
    words: 'Record a payment',
    permission: takePayments,
    audit: 'penalty.paid',
    params: penaltyParams,
    body: paymentSchema,
    example: { body: { version: 1, paidOn: '2026-11-20', pounds: '400', paymentReference: 'PAY/1' } },
    handle: async (work, { params, body: { pounds, ...rest } }) =>
      done(
        await recordPayment(work, { ...params, ...rest, pence: Math.round(pounds * 100) }),
        'Payment recorded',
      ),
    invalid: onPage('pay'),
  }),
  act({
    path: '/penalties/:penaltyId/remind',
    words: 'Make a reminder',
    permission: writePenalties,
    audit: 'penalty.reminded',
    params: penaltyParams,
    body: remindSchema,
    example: { body: { version: 1 } },
    handle: async (work, { params, body }) =>
      done(await remindPenalty(work, { ...params, ...body }), 'Reminder made. Print and send it.'),
  }),
  // One declaration for the steps that differ only in their line of the table; the table says who may take each.
  act({
    path: '/penalties/:penaltyId/:action',
    words: 'Take a step that needs a reason: challenge, decide, cancel, void, refer, or how the court ended',
    permission: writePenalties,
    audit: 'penalty.stepped',
    params: stepParams,
    body: reasonSchema,
    example: { params: { action: 'challenge' }, body: { version: 1, reason: 'They say they were away.' } },
    handle: async (work, { params, body }) =>
      done(await stepPenalty(work, { ...params, ...body }), 'Recorded'),
    invalid: onPage(({ action }) => action),
  }),
];
