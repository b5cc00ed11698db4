import type { z } from 'zod';
import { stepRoutes } from '../enforcement/index.ts';
import { demand, type Result } from '../platform/failures/failures.ts';
import { type Ask, act, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { atItemFields, type ItemForm } from '../platform/ui/index.ts';
import { addPayment, addPerson, addProof, answerChecks, removePerson } from './trader.commands.ts';
import {
  checksForm,
  checksSchema,
  complaintParams,
  complaintSchema,
  decideComplaintSchema,
  paymentSchema,
  personSchema,
  proofSchema,
  traderParams,
  traderPersonParams,
  traderStepParams,
  traderStepSchema,
} from './trader.forms.ts';
import { keepTraders } from './trader.permissions.ts';
import { openTrader } from './trader.queries.ts';
import { shownTrader, type TraderAgain, traderDone } from './trader.routes.tsx';
import type { Trader } from './trader.store.ts';
import { traderLineOf } from './trader.transitions.ts';
import { traderExamples } from './trader.words.ts';
import { TraderStepCheck, TraderStepForm } from './trader-form.pages.tsx';
import { addComplaint, decideComplaint } from './trader-member.commands.ts';
import { prepareTraderStep, takeTraderStep } from './trader-step.commands.ts';

/** A form on the page of a file: one act, which shows its own form again where it is refused. */
function part<S extends z.ZodType<object>>(given: {
  to: string;
  words: string;
  audit: string;
  form: NonNullable<TraderAgain['form']>;
  flash: string;
  body: S;
  example: Record<string, unknown>;
  uploadLimit?: number;
  /** A form that asks several things alike. */
  items?: ItemForm;
  take(work: Work, input: z.output<S> & { traderId: string }, ask: Ask): Promise<Result<Trader>>;
}): Route {
  const { to, words, audit, form, flash, body, example, uploadLimit, items, take } = given;
  return act({
    path: `/traders/:traderId/${to}`,
    ...{ words, audit, permission: keepTraders, params: traderParams, body, example: { body: example } },
    ...(uploadLimit ? { uploadLimit } : {}),
    handle: async (work, input, ask) => {
      const { traderId } = input.params;
      const result = await take(work, { ...(input.body as z.output<S>), traderId }, ask); // parsed by this very schema
      return traderDone(result, flash);
    },
    invalid: (work, { params, raw, problems }, ask) =>
      shownTrader(work, params.traderId, ask, {
        problems: items ? atItemFields(problems, raw, items) : problems,
        ...{ typed: raw, form },
      }),
  });
}

const partRoutes: readonly Route[] = [
  part({
    to: 'people',
    words: 'Name an owner or director of a firm',
    audit: 'trader.person-added',
    form: 'people',
    flash: 'Added',
    body: personSchema,
    example: traderExamples.person,
    take: addPerson,
  }),
  part({
    to: 'papers',
    words: 'Keep that a firm showed a paper, with a copy if there is one',
    audit: 'trader.paper-added',
    form: 'papers',
    flash: 'Paper added',
    body: proofSchema,
    example: traderExamples.proof,
    uploadLimit: 9_000_000,
    take: (work, input, ask) =>
      addProof(work, { ...input, upload: ask.uploads.find(({ name }) => name !== '') }),
  }),
  part({
    to: 'payments',
    words: 'Record that a fee of the scheme came',
    audit: 'trader.payment-recorded',
    form: 'payment',
    flash: 'Payment recorded',
    body: paymentSchema,
    example: traderExamples.payment,
    take: addPayment,
  }),
  part({
    to: 'checks',
    words: 'Answer checks of a firm',
    audit: 'trader.checks-answered',
    form: 'checks',
    flash: 'Checks saved',
    body: checksSchema,
    example: traderExamples.check,
    items: checksForm,
    take: answerChecks,
  }),
  part({
    to: 'complaints',
    words: 'Record a complaint about a member',
    audit: 'trader.complaint-recorded',
    form: 'complaint',
    flash: 'Complaint recorded',
    body: complaintSchema,
    example: traderExamples.complaint,
    take: addComplaint,
  }),
  act({
    path: '/traders/:traderId/people/:traderPersonId/remove',
    words: 'Take somebody off an application who was put there by mistake',
    permission: keepTraders,
    audit: 'trader.person-removed',
    params: traderPersonParams,
    handle: async (work, { params }) => traderDone(await removePerson(work, params), 'Taken off'),
  }),
  act({
    path: '/traders/:traderId/complaints/:complaintId/decide',
    words: 'Say what came of a complaint about a member',
    permission: keepTraders,
    audit: 'trader.complaint-decided',
    params: complaintParams,
    body: decideComplaintSchema,
    example: { body: traderExamples.decide },
    handle: async (work, { params, body }) =>
      traderDone(await decideComplaint(work, { ...params, ...body }), 'Decided'),
    invalid: (work, { params, raw, problems }, ask) =>
      shownTrader(work, params.traderId, ask, { problems, typed: raw, form: params.complaintId }),
  }),
];

/** What belongs to a file, and the steps of its table. */
export const traderPartsRoutes: readonly Route[] = [
  ...partRoutes,
  ...stepRoutes(
    {
      procedure: 'trader',
      path: '/traders/:traderId/steps/:traderStep',
      permission: keepTraders,
      params: traderStepParams,
      body: traderStepSchema,
      example: { params: { traderStep: 'withdraw' }, body: traderExamples.step },
      words: {
        form: 'The form of a step of the scheme',
        check: 'Check a step before it is taken: the answers, the clock and the letter',
        take: 'Take a step of the scheme: vetting, acceptance, refusal, renewal, suspension, expulsion, appeal',
      },
    },
    {
      line: ({ traderStep }) => traderLineOf(traderStep),
      file: ({ traderId }) => ({ href: `/traders/${traderId}`, text: 'The file' }),
      form: async (work, { traderId, traderStep }, state) => (
        <TraderStepForm
          {...state}
          line={traderLineOf(traderStep)}
          file={demand(await openTrader(work, traderId))}
        />
      ),
      prepare: (work, { traderId, traderStep }, input) =>
        prepareTraderStep(work, traderId, traderStep, input),
      check: TraderStepCheck,
      take: (work, { traderId, traderStep }, input) =>
        takeTraderStep(work, { ...input, traderId, action: traderStep }),
    },
  ),
];
