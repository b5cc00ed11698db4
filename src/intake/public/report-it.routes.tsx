import { z } from 'zod';
import { listIssueTypes, serviceContact } from '../../directory/index.ts';
import { PUBLIC } from '../../platform/access/permission.ts';
import { demand, type FieldProblem } from '../../platform/failures/failures.ts';
import { type Ask, act, type Route, show } from '../../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { addPhotos, photoFormLimit, readPhotos } from '../photos/photo.commands.ts';
import { expectedFor, resolvePlace } from '../report.commands.ts';
import { submitOnce } from '../report.once.ts';
import { addEvent } from '../report.store.ts';
import { type Answers, answersSchema, type Pressed } from './answers.ts';
import { CheckPage, SentPage } from './check.pages.tsx';
import { KindPage, LandPage, MorePage, SamePage, WhatPage, YouPage } from './report-it.pages.tsx';
import {
  type Facts,
  factsOf,
  firstProblem,
  problemsOfStep,
  reportOf,
  type Step,
  stepAfter,
  stepBefore,
  stepNames,
  stepTitles,
} from './report-it.steps.ts';
import type { StepProps } from './step-form.pages.tsx';
import { answerWhere, listsFor, type WhereAnswered } from './where.answer.ts';
import { WherePage } from './where.pages.tsx';

interface Shown {
  answers: Answers;
  facts: Facts;
  problems?: readonly FieldProblem[];
  suggestions?: WhereAnswered['suggestions'];
}

/** The browser's Back button works, save where a page would leave a person's details or a sensitive matter in its memory. */
const mayBeKept = ({ answers, facts }: Shown): boolean =>
  facts.type?.isSensitive !== true &&
  ![answers.name, answers.phone, answers.email, answers.address].some((text) => text !== '');

/** The page of one question, with the answers so far in it. */
async function showStep(work: Work, ask: Ask, step: Step, shown: Shown): Promise<PageReply> {
  const problems = shown.problems ?? [];
  const props: StepProps = { answers: shown.answers, facts: shown.facts, problems, csrf: ask.csrf };
  const body = await bodyOf(work, step, props, shown.suggestions ?? []);
  return page(stepTitles[step], body, { isPublic: true, problems, isKept: mayBeKept(shown) });
}

async function bodyOf(work: Work, step: Step, props: StepProps, suggestions: WhereAnswered['suggestions']) {
  switch (step) {
    case 'what':
      return <WhatPage {...props} />;
    case 'kind':
      return <KindPage {...props} types={await listIssueTypes(work.db)} />;
    case 'where':
      return <WherePage {...props} lists={await listsFor(work, props.answers, suggestions)} />;
    case 'land':
      return <LandPage {...props} />;
    case 'more':
      return <MorePage {...props} />;
    case 'you':
      return <YouPage {...props} />;
    case 'same':
      return <SamePage {...props} />;
    case 'check':
      return <CheckPage {...props} destination={await expectedFor(work, reportOf(props.answers))} />;
  }
}

const changed = (go: string): Step | undefined => stepNames.find((step) => go === `change:${step}`);

/** One answer given: what is wrong with it, or the next question; after a change, straight back to the check. */
async function answerStep(
  work: Work,
  ask: Ask,
  step: Step,
  given: { answers: Answers; pressed: Pressed },
): Promise<PageReply> {
  const { pressed } = given;
  const where =
    step === 'where' && pressed.go !== 'back' ? await answerWhere(work, given.answers, pressed) : undefined;
  const answers = where?.answers ?? given.answers;
  const facts = await factsOf(work, answers);
  if (pressed.go === 'back')
    return showStep(work, ask, stepBefore(step, facts), { answers: { ...answers, isChecking: '' }, facts });
  if (pressed.go === 'guess') return showStep(work, ask, 'kind', { answers, facts });
  if (where?.stays || (where?.problems.length ?? 0) > 0)
    return showStep(work, ask, 'where', {
      answers,
      facts,
      problems: where?.problems ?? [],
      suggestions: where?.suggestions ?? [],
    });
  const problems = problemsOfStep(step, answers, facts);
  if (problems.length > 0) return showStep(work, ask, step, { answers, facts, problems });
  const next = answers.isChecking ? 'check' : stepAfter(step, facts);
  return next === 'check'
    ? showCheck(work, ask, answers, facts)
    : showStep(work, ask, next, { answers, facts });
}

/** The last page, or the first page with something wrong on it. */
async function showCheck(work: Work, ask: Ask, answers: Answers, facts: Facts): Promise<PageReply> {
  const wrong = firstProblem(answers, facts);
  if (!wrong) {
    const sendToken = answers.sendToken || work.ids.token();
    return showStep(work, ask, 'check', { answers: { ...answers, sendToken, isChecking: '' }, facts });
  }
  // A question that only now has to be asked is asked plainly; an answer that no longer fits is shown with its problem.
  const isNew = (wrong.step === 'land' && !answers.landOwner) || (wrong.step === 'same' && !answers.sameAs);
  return showStep(work, ask, wrong.step, { answers, facts, problems: isNew ? [] : wrong.problems });
}

async function send(work: Work, ask: Ask, answers: Answers, pressed: Pressed): Promise<PageReply> {
  const facts = await factsOf(work, answers);
  const change = changed(pressed.go);
  if (change) return showStep(work, ask, change, { answers: { ...answers, isChecking: 'yes' }, facts });
  if (pressed.go === 'back') return showStep(work, ask, stepBefore('check', facts), { answers, facts });
  if (firstProblem(answers, facts)) return showCheck(work, ask, answers, facts);
  const { photos, problems } = readPhotos(ask.uploads, answers.isAnonymous !== 'no');
  if (problems.length > 0) return showStep(work, ask, 'check', { answers, facts, problems });
  const input = reportOf(answers);
  const place = await resolvePlace(work, input);
  if (!place.ok && place.failure.kind === 'invalid')
    return showStep(work, ask, 'where', { answers, facts, problems: place.failure.problems });
  const receipt = demand(await submitOnce(work, input, { token: answers.sendToken }));
  if (!receipt.isRepeat) {
    await addPhotos(work, receipt.id, photos);
    const same = facts.nearby.find((report) => report.token === answers.sameAs);
    if (same)
      await addEvent(work, {
        reportId: receipt.id,
        kind: 'same-as',
        words: `The reporter thinks this is the same as ${same.reference}`,
      });
  }
  return page(
    'Report sent',
    <SentPage
      receipt={receipt}
      contact={await serviceContact(work.db, receipt.serviceId)}
      photos={photos.length}
    />,
    { isPublic: true },
  );
}

const exampleAnswers = {
  description: 'Black bags and a mattress have been left by the gate.',
  issueType: '@issueType',
  lon: '@lon',
  lat: '@lat',
  landOwner: 'public',
  isAnonymous: 'yes',
  sameAs: 'none',
  go: 'continue',
};

/** What every step's route has in common; the answers parse whatever is sent, so that no form is ever lost. */
const stepRoute = (step: Exclude<Step, 'check'>): Route =>
  act({
    path: `/report/${step}`,
    words: `Report it: ${stepTitles[step].toLowerCase()}`,
    permission: PUBLIC,
    audit: 'report-it.answered',
    body: answersSchema,
    example: { body: exampleAnswers },
    handle: (work, { body }, ask) => answerStep(work, ask, step, body),
  });

const emptyAnswers = answersSchema.parse({}).answers;
const noFacts: Facts = { type: undefined, nearby: [], placeUnderstood: undefined };

/** Report it: one question a page, no account, no cookie, no script. */
export const reportItRoutes: readonly Route[] = [
  show({
    path: '/report',
    words: 'Report it: the first question',
    permission: PUBLIC,
    audit: 'report-it.started',
    handle: (work, _input, ask) => showStep(work, ask, 'what', { answers: emptyAnswers, facts: noFacts }),
  }),
  show({
    path: '/report/:step',
    words: 'Report it: back to the first question, when a later one is opened by its address',
    permission: PUBLIC,
    audit: 'report-it.started',
    params: z.object({ step: z.string() }),
    example: { params: { step: 'where' } },
    handle: () => redirect('/report'),
  }),
  ...stepNames.flatMap((step) => (step === 'check' ? [] : [stepRoute(step)])),
  act({
    path: '/report/send',
    words: 'Report it: send the report',
    permission: PUBLIC,
    audit: 'report.submitted',
    body: answersSchema,
    uploadLimit: photoFormLimit,
    example: { body: exampleAnswers },
    handle: (work, { body }, ask) => send(work, ask, body.answers, body.pressed),
  }),
];
