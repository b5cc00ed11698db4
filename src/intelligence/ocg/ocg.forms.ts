import { z } from 'zod';
import { leastStep, mostReviewDays, mostStep } from '../../../reference/organised-crime.ts';
import { codes, withDays } from '../../enforcement/index.ts';
import { line, needed } from '../form/form.forms.ts';
import { ocgActions } from './ocg.transitions.ts';
import {
  characteristicCodes,
  gradeCodes,
  ocgStatuses,
  roleCodes,
  saidCodes,
  strandCodes,
} from './ocg.words.ts';

export const ocgParams = z.object({ ocgId: z.uuid() });
export const ocgMemberParams = ocgParams.extend({ memberId: z.uuid() });
export const ocgActionParams = ocgParams.extend({ actionId: z.uuid() });
export const ocgLinkParams = z.object({ linkId: z.uuid() });
export const ocgQuery = z.object({ status: z.enum([...ocgStatuses, 'live']).catch('live') });

const version = z.coerce.number().int().min(0);
const step = (what: string) => {
  const words = `Say how much ${what}, from ${leastStep} to ${mostStep}`;
  return z.coerce.number(words).int(words).min(leastStep, words).max(mostStep, words);
};
const said = (what: string) => z.enum(saidCodes, `Say whether ${what}`);
const day = (words: string) => z.iso.date(words);

/** What a card says of a group besides its assessment. */
export const ocgCardSchema = z.object({
  version: version.default(0),
  name: needed(60, 'Give it a name that is nobody’s own'),
  activities: needed(1000, 'Say what it does'),
  areaWords: needed(300, 'Say where it works'),
  seriesWords: line(1000),
});
export type OcgCardInput = z.output<typeof ocgCardSchema>;

export const ocgAssessSchema = z.object({
  version,
  intent: step('it means to go on'),
  capability: step('it is able to do'),
  harms: codes(characteristicCodes),
  isSerious: said('what it does is serious crime'),
  isContinuing: said('it goes on'),
  isOrganised: said('it is organised'),
  people: z.coerce
    .number('Enter how many people, such as 4')
    .int('Enter how many people, such as 4')
    .min(0, 'Enter how many people, such as 4')
    .max(10_000, 'Enter fewer than 10,000 people'),
  grounds: needed(2000, 'Say what it rests on, with the references of items'),
});
export type OcgAssessInput = z.output<typeof ocgAssessSchema>;

export const ocgMemberSchema = z.object({
  ocgId: z.uuid('Choose the card'),
  role: z.enum(roleCodes, 'Say what they are to the group'),
  why: needed(500, 'Say what shows it'),
});
export const ocgMemberApiSchema = ocgMemberSchema.omit({ ocgId: true }).extend({ linkId: z.uuid() });
export const ocgEndSchema = z.object({ endWhy: needed(500, 'Say why') });

export const ocgPlanSchema = z.preprocess(
  withDays('dueOn'),
  z.object({
    strand: z.enum(strandCodes, 'Choose one of the four strands'),
    words: needed(500, 'Say what is to be done'),
    ownerWords: needed(120, 'Say who does it: a service or a post'),
    dueOn: day('Enter the day by which it is done, like 27 3 2027'),
  }),
);
export const ocgResultSchema = z.object({ result: needed(500, 'Say what came of it') });

export const ocgDisruptionSchema = z.preprocess(
  withDays('onDay'),
  z.object({
    onDay: day('Enter the day on which it happened, like 27 3 2027'),
    strand: z.enum(strandCodes, 'Choose the strand that it served'),
    grade: z.enum(gradeCodes, 'Say how much it disrupted the group'),
    words: needed(500, 'Say what was done, and by whom'),
    evidence: needed(500, 'Say what shows it'),
  }),
);

export const ocgReviewSchema = z.preprocess(
  withDays('reviewOn'),
  z.object({
    words: needed(1000, 'Say what was looked at, and what you found'),
    reviewOn: day(
      `Enter the day of the next look, at most ${mostReviewDays} days from today, like 27 3 2027`,
    ),
  }),
);

export const ocgStepSchema = z.object({
  version,
  action: z.enum(ocgActions, 'Choose a step'),
  reason: needed(1000, 'Say why'),
});

export const ocgExamples = {
  card: {
    ...{ name: 'Slate Heron', activities: 'Roofing that nobody asked for, deposits taken' },
    ...{ areaWords: 'The moor villages', seriesWords: '' },
  },
  assess: {
    ...{ version: 1, intent: 4, capability: 3, harms: ['profit'], isSerious: 'yes', isContinuing: 'yes' },
    ...{ isOrganised: 'yes', people: 3, grounds: 'I-SAMP-001 and I-SAMP-002' },
  },
  member: { ocgId: '@ocgId', role: 'used', why: 'Its van stands in two items' },
  end: { endWhy: 'The firm was sold' },
  plan: {
    ...{ strand: 'protect', words: 'Call blockers for those who were rung', ownerWords: 'Trading standards' },
    dueOn: '2026-12-18',
  },
  result: { result: 'Eleven fitted' },
  disruption: {
    ...{ onDay: '2026-11-18', strand: 'pursue', grade: 'moderate', words: 'Two vans seized by police' },
    evidence: 'Seizure record of the day',
  },
  review: { words: 'Nothing new since the seizure; the plan stands', reviewOn: '2026-12-18' },
  step: { version: 1, action: 'put-away', reason: 'Nothing has come for a year' },
} as const;
