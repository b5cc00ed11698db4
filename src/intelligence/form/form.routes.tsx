import { z } from 'zod';
import { demand, type FieldProblem } from '../../platform/failures/failures.ts';
import { type Ask, act, apiGet, apiPost, type Route, show } from '../../platform/http/declare.ts';
import { page, redirect } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { submitIntelligence } from '../intelligence.permissions.ts';
import { submitItem } from '../item/submit.commands.ts';
import { requirementsShown } from '../requirement/requirement.store.ts';
import { formExample, formSchema, howKnownWords } from './form.forms.ts';
import { IntelligenceFormPage, ReceiptsPage } from './form.pages.tsx';
import { ownReceipts } from './receipt.store.ts';

const back = { href: '/intelligence-forms', text: 'Forms you have sent' };
const titleOf = (body: string): string => {
  const first = body.split(/\n|(?<=[.!?])\s/)[0]?.trim() ?? '';
  return first.length > 110 ? `${first.slice(0, 109)}…` : first;
};

/** What the form says, as an item: an urgent one comes before the others. */
const send = (work: Work, given: z.output<typeof formSchema>) =>
  submitItem(work, {
    receivedHow: 'form',
    title: titleOf(given.body),
    body: given.body,
    howKnown: [howKnownWords[given.howKnown], given.howKnownWords].filter(Boolean).join(': '),
    knownWhen: given.knownWhen,
    fearsForSource: given.fears === 'yes',
    fearsWords: given.fearsWords,
    priority: given.urgent ? 1 : 3,
    legacyGrade: '',
  });

const formPage = async (
  work: Work,
  ask: Ask,
  { problems = [], typed = {} }: { problems?: readonly FieldProblem[]; typed?: Record<string, unknown> } = {},
) =>
  page(
    'Send an intelligence form',
    <IntelligenceFormPage shown={await requirementsShown(work)} csrf={ask.csrf} {...{ problems, typed }} />,
    { problems, back, marking: 'OFFICIAL-SENSITIVE' },
  );

const receiptShape = z.object({ reference: z.string(), sentOn: z.string(), feedback: z.string() });

/** Sending a form, and the list of what one has sent. Nothing that was sent can be read here. */
export const formRoutes: readonly Route[] = [
  show({
    path: '/intelligence-forms',
    words: 'Intelligence forms that you sent: reference, day, and whether they were of use',
    permission: submitIntelligence,
    audit: 'intelligence-form.listed',
    handle: async (work) =>
      page('Intelligence forms you have sent', <ReceiptsPage receipts={await ownReceipts(work)} />),
  }),
  show({
    path: '/intelligence-forms/new',
    words: 'The intelligence form',
    permission: submitIntelligence,
    audit: 'intelligence-form.shown',
    handle: (work, _input, ask) => formPage(work, ask),
  }),
  act({
    path: '/intelligence-forms',
    words: 'Send an intelligence form',
    permission: submitIntelligence,
    audit: 'intelligence-form.sent',
    body: formSchema,
    example: { body: formExample },
    handle: async (work, { body }) => {
      const { reference } = demand(await send(work, body));
      return redirect('/intelligence-forms', { flash: `Sent. Your reference is ${reference}` });
    },
    invalid: (work, { raw, problems }, ask) => formPage(work, ask, { problems, typed: raw }),
  }),
  apiGet({
    path: '/api/v1/intelligence-forms',
    words: 'Intelligence forms that you sent: reference, day, and whether they were of use',
    permission: submitIntelligence,
    audit: 'intelligence-form.listed',
    output: z.object({ forms: z.array(receiptShape) }),
    handle: async (work) => ({ forms: await ownReceipts(work) }),
  }),
  apiPost({
    path: '/api/v1/intelligence-forms',
    words: 'Send an intelligence form',
    permission: submitIntelligence,
    audit: 'intelligence-form.sent',
    body: formSchema,
    output: z.object({ reference: z.string() }),
    example: { body: formExample },
    handle: async (work, { body }) => demand(await send(work, body)),
  }),
];
