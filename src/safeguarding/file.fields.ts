import { companionWords, type VisitEffect } from '../assurance/index.ts';
import { choices, type Field } from './fields.pages.tsx';
import { fileTransitions } from './file.transitions.ts';
import { precautionWords } from './precaution.rules.ts';
import type { FileStatus } from './register.words.ts';
import {
  ageBandWords,
  answerWords,
  interventionWords,
  methodWords,
  referralOutcomeWords,
  referralWords,
  savingWords,
  scamWords,
  section42,
} from './register.words.ts';

const tri = (name: string, label: string, hint?: string): Field => ({
  type: 'radios',
  name,
  label,
  ...(hint === undefined ? {} : { hint }),
  items: choices(answerWords),
});

export const profileFields: readonly Field[] = [
  { type: 'select', name: 'ageBand', label: 'Age band', items: choices(ageBandWords) },
  tri('livesAlone', 'Do they live alone?'),
  tri(
    'capacityConcern',
    'Is there a concern about mental capacity?',
    'With yes, the Victim Safeguarding Officer takes them on.',
  ),
  tri(
    'financialAbuse',
    'Is there a concern about financial abuse?',
    'With yes, the Victim Safeguarding Officer takes them on.',
  ),
  { type: 'checks', name: 'scamTypes', label: 'What kind of scam?', items: choices(scamWords) },
  { type: 'checks', name: 'methods', label: 'How was it done?', items: choices(methodWords) },
  { type: 'day', name: 'firstOn', label: 'First day' },
  { type: 'day', name: 'lastOn', label: 'Last day' },
  tri('bankTold', 'Has the bank been told?'),
  {
    type: 'select',
    name: 'intervention',
    label: 'What is done for them',
    items: [{ value: '', text: 'Nothing yet' }, ...interventionWords.map((text) => ({ value: text, text }))],
  },
  {
    type: 'text',
    name: 'basis',
    label: 'Consent, or the basis on which they are helped',
    hint: 'For example: consent given by telephone on 3 November.',
  },
];

export const safeContactFields: readonly Field[] = [
  {
    type: 'text',
    name: 'method',
    label: 'How to reach them safely',
    hint: 'For example: by mobile; never by post.',
  },
  { type: 'text', name: 'times', label: 'When', hint: 'For example: weekdays between 10 and 12.' },
  { type: 'text', name: 'phone', label: 'Safe number' },
  {
    type: 'radios',
    name: 'noMessage',
    label: 'May a message be left?',
    items: [
      { value: 'no', text: 'A message may be left' },
      { value: 'yes', text: 'Do not leave a message' },
    ],
  },
  {
    type: 'text',
    name: 'mustNotKnow',
    label: 'Who must not know',
    hint: 'For example: her son, who opens the post.',
  },
  {
    type: 'radios',
    name: 'hidesAddress',
    label: 'Must the address stay hidden?',
    hint: 'A hidden address is on no page, in no search, file, map or letter. It is shown only to somebody who says why.',
    items: [
      { value: 'no', text: 'No' },
      { value: 'yes', text: 'Yes, keep it hidden' },
    ],
  },
  {
    type: 'text',
    name: 'address',
    label: 'Address to visit',
    hint: 'Leave it empty to keep a hidden address as it is.',
  },
  { type: 'text', name: 'postcode', label: 'Postcode' },
  {
    type: 'text',
    name: 'whyShown',
    label: 'If it need not stay hidden any more: why?',
    hint: 'Each agency takes back its own mark. The address stays hidden while another’s stands.',
  },
];

/** What may be noted of reaching somebody, as their file stands. */
export const contactFields = (status: FileStatus): readonly Field[] => [
  {
    type: 'radios',
    name: 'action',
    label: 'What happened?',
    items: fileTransitions
      .filter(({ from }) => from.includes(status))
      .map(({ action, words }) => ({ value: action, text: words })),
  },
  { type: 'text', name: 'words', label: 'More, if there is any' },
];

export const lossFields: readonly Field[] = [
  {
    type: 'radios',
    name: 'kind',
    label: 'What is it?',
    items: [
      { value: 'loss', text: 'A loss' },
      { value: 'saving', text: 'A saving' },
    ],
  },
  { type: 'text', name: 'amount', label: 'How much, in pounds' },
  {
    type: 'radios',
    name: 'basis',
    label: 'How is it known?',
    hint: 'Documented: a contract, a statement, a refund. What is estimated is counted apart.',
    items: [
      { value: 'documented', text: 'Documented' },
      { value: 'estimated', text: 'Estimated' },
    ],
  },
  { type: 'select', name: 'scamType', label: 'Kind of scam', items: choices(scamWords) },
  { type: 'select', name: 'method', label: 'How it was done', items: choices(methodWords) },
  {
    type: 'select',
    name: 'how',
    label: 'For a saving: how it was saved',
    items: [{ value: '', text: 'It is a loss' }, ...choices(savingWords)],
  },
  { type: 'day', name: 'happenedOn', label: 'On which day' },
];

export const precautionFields: readonly Field[] = [
  { type: 'radios', name: 'kind', label: 'Precaution', items: choices(precautionWords) },
  {
    type: 'text',
    name: 'words',
    label: 'What whoever goes must do',
    hint: 'An instruction, not the reason. For example: two officers, park in view of the road.',
  },
  {
    type: 'day',
    name: 'expiresOn',
    label: 'Until which day',
    hint: 'Like 27/3/2026. Left empty, until it is ended.',
  },
];

export const planFields = (
  officers: readonly { id: string; name: string }[],
  effect: VisitEffect,
): readonly Field[] => [
  {
    type: 'text',
    name: 'purpose',
    label: 'What the visit is for',
    hint: 'For example: fit a call blocker and talk through the bank’s form.',
  },
  { type: 'day', name: 'plannedOn', label: 'On which day' },
  {
    type: 'text',
    name: 'plannedAtTime',
    label: 'At what time',
    hint: 'For example: 10:30, or in the morning.',
  },
  {
    type: 'select',
    name: 'assignedTo',
    label: 'Who goes',
    items: [{ value: '', text: 'Choose' }, ...officers.map(({ id, name }) => ({ value: id, text: name }))],
  },
  {
    type: 'text',
    name: 'companion',
    label: effect.neverAlone ? 'Who goes along (nobody goes alone)' : 'Who goes along, if anybody',
    hint: 'By name.',
  },
  ...(effect.companion === 'anybody'
    ? []
    : [
        {
          type: 'radios' as const,
          name: 'companionIs',
          label: 'Who is it that goes along?',
          items: choices(companionWords),
        },
      ]),
];

export const referFields: readonly Field[] = [
  { type: 'select', name: 'kind', label: 'Where it goes', items: choices(referralWords) },
  ...section42.map(({ field, label }) => tri(field, label)),
  { type: 'area', name: 'narrative', label: 'What you saw and heard' },
];

export const referralOutcomeFields: readonly Field[] = [
  { type: 'select', name: 'outcome', label: 'What came back', items: choices(referralOutcomeWords) },
  { type: 'text', name: 'words', label: 'More, if there is any' },
];

export const repeatFields: readonly Field[] = [
  {
    type: 'radios',
    name: 'isRevictimised',
    label: 'Has it happened again since they were supported?',
    items: [
      { value: 'no', text: 'No' },
      { value: 'yes', text: 'Yes' },
    ],
  },
  { type: 'text', name: 'words', label: 'More, if there is any' },
];
