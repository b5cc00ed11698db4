import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { findIssueType, type IssueTypeRow, pointWords } from '../../directory/index.ts';
import { addDays } from '../../platform/clock/clock.ts';
import type { FieldProblem } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import { resolvePlace } from '../report.commands.ts';
import { type ReportInput, reportSchema } from '../report.forms.ts';
import { type Answers, numberOf, plainLine } from './answers.ts';

/** The questions in their order; each is one page. */
export const stepNames = ['what', 'kind', 'where', 'land', 'more', 'you', 'same', 'check'] as const;
export type Step = (typeof stepNames)[number];
export const stepTitles: Record<Step, string> = {
  what: 'What is the problem?',
  kind: 'Which of these is it?',
  where: 'Where is it?',
  land: 'Whose land is it on?',
  more: 'Is there anything else we should know?',
  you: 'Do you want to say who you are?',
  same: 'Is it one of these?',
  check: 'Check your report before you send it',
};

/** The kind for what fits no line of the A to Z: it goes to the community safety inbox, and the gap is noted. */
export const somethingElse = 'something-else';

/** "Is it this one?" looks this many days back. */
const nearbyDays = 28;

export interface Nearby {
  /** Stands for the other report on the page; its reference is not shown to a stranger. */
  token: string;
  reference: string;
  receivedOn: string;
  metres: number;
}

/** What the answers so far mean. */
export interface Facts {
  type: IssueTypeRow | undefined;
  nearby: readonly Nearby[];
  /** The place as it was understood, in words; undefined when nothing was. */
  placeUnderstood: string | undefined;
}

/** Reads what the answers mean; leaves out what needs an answer not yet given. For the public's own login alone. */
export async function factsOf(work: Work, answers: Answers): Promise<Facts> {
  const type = answers.issueType ? await findIssueType(work.db, plainLine(answers.issueType)) : undefined;
  const point = pointOf(answers);
  return {
    type,
    // Of two reports of "something else" nothing says that they are alike.
    nearby:
      type && point && type.code !== somethingElse
        ? await nearbyReports(work, type.code, point.lon, point.lat)
        : [],
    placeUnderstood: await understoodPlace(work, answers),
  };
}

function pointOf(answers: Answers): { lon: number; lat: number } | undefined {
  const [lon, lat] = [numberOf(answers.lon), numberOf(answers.lat)];
  return lon !== undefined && lat !== undefined && Math.abs(lon) <= 180 && Math.abs(lat) <= 90
    ? { lon, lat }
    : undefined;
}

/** The chosen point in words; undefined when there is none, or it lies in no district of ours. */
export async function understoodPlace(work: Work, answers: Answers): Promise<string | undefined> {
  const point = pointOf(answers);
  const placed = point && (await resolvePlace(work, point));
  if (!point || !placed?.ok || placed.value.districtCode === null) return undefined;
  return pointWords(work.db, point, placed.value.districtCode);
}

async function nearbyReports(work: Work, issueType: string, lon: number, lat: number): Promise<Nearby[]> {
  const since = addDays(work.clock.today(), -nearbyDays);
  const { rows } = await sql<{ reference: string; receivedOn: string; metres: number }>`
    select reference, received_on::text, metres from intake.nearby(${issueType}, ${lon}, ${lat}, ${since}::date)`.execute(
    work.db,
  );
  return rows.map((row) => ({
    ...row,
    token: createHash('sha256').update(`same as ${row.reference}`).digest('hex').slice(0, 16),
  }));
}

const isAsked = (step: Step, facts: Facts): boolean => {
  if (step === 'land') return facts.type?.asksLandOwner === true;
  return step !== 'same' || facts.nearby.length > 0;
};

const from = (step: Step, by: 1 | -1, facts: Facts): Step => {
  for (let at = stepNames.indexOf(step) + by; ; at += by) {
    const next = stepNames[at];
    if (next === undefined) return step;
    if (isAsked(next, facts)) return next;
  }
};
export const stepAfter = (step: Step, facts: Facts): Step => from(step, 1, facts);
export const stepBefore = (step: Step, facts: Facts): Step => from(step, -1, facts);

const longestDescription = 3000;
const longestMore = 900;

/** The answers as the report they make: the words of both pages together. Anonymous means that nothing of the person goes on. */
export function composed(answers: Answers, channel = 'web'): Record<string, unknown> {
  const isAnonymous = answers.isAnonymous !== 'no';
  const person = isAnonymous
    ? {}
    : { name: answers.name, phone: answers.phone, email: answers.email, address: answers.address };
  return {
    issueType: answers.issueType,
    description: answers.more.trim()
      ? `${answers.description.trim()}\n\n${answers.more.trim()}`
      : answers.description,
    // A postcode knows its own point and areas, and is worth keeping: so it goes alone.
    ...(answers.postcode.trim() || numberOf(answers.lon) === undefined || numberOf(answers.lat) === undefined
      ? {}
      : { lon: answers.lon, lat: answers.lat }),
    postcode: answers.postcode,
    placeWords: answers.placeWords,
    landOwner: answers.landOwner,
    reporterType: answers.reporterType,
    channel,
    isAnonymous,
    ...person,
  };
}

const fieldsOfStep: Record<Step, readonly string[]> = {
  what: ['description'],
  kind: ['issueType'],
  where: ['lon', 'lat', 'postcode', 'placeWords'],
  land: ['landOwner'],
  more: [],
  you: ['isAnonymous', 'reporterType', 'name', 'phone', 'email', 'address'],
  same: ['sameAs'],
  check: [],
};

/** Everything that is wrong with the answers of one page, in the order of the page. */
export function problemsOfStep(step: Step, answers: Answers, facts: Facts): FieldProblem[] {
  const found = ownProblems(step, answers, facts);
  const parsed = reportSchema.safeParse(composed(answers));
  if (parsed.success || found.length > 0) return found;
  // The refinement on the place does not run while other fields are wrong; ownProblems asks that question itself.
  const shape = parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), words: issue.message }));
  return shape.filter((problem) => fieldsOfStep[step].includes(problem.field));
}

function ownProblems(step: Step, answers: Answers, facts: Facts): FieldProblem[] {
  const problem = (field: string, words: string): FieldProblem[] => [{ field, words }];
  switch (step) {
    case 'what':
      return answers.description.trim().length > longestDescription
        ? problem('description', `What happened must be ${longestDescription} characters or fewer`)
        : [];
    case 'kind':
      return facts.type?.isActive ? [] : problem('issueType', 'Choose what it is about');
    case 'where':
      return placeProblems(answers, facts);
    case 'land':
      return answers.landOwner ? [] : problem('landOwner', 'Choose whose land it is on, or not known');
    case 'more':
      return answers.more.trim().length > longestMore
        ? problem('more', `What you add must be ${longestMore} characters or fewer`)
        : [];
    case 'you':
      return youProblems(answers);
    case 'same':
      return answers.sameAs === 'none' || facts.nearby.some((report) => report.token === answers.sameAs)
        ? []
        : problem('sameAs', 'Choose whether it is one of these');
    case 'check':
      return [];
  }
}

function placeProblems(answers: Answers, facts: Facts): FieldProblem[] {
  const isPoint = numberOf(answers.lon) !== undefined && numberOf(answers.lat) !== undefined;
  if (isPoint && !facts.placeUnderstood && !answers.placeWords.trim())
    return [
      {
        field: 'placeWords',
        words:
          'This point is outside the districts that this service covers. Choose another, or say in your own words where it is',
      },
    ];
  if (isPoint || answers.postcode.trim() || answers.placeWords.trim()) return [];
  return [
    {
      field: 'search',
      words: 'Say where it is: enter a postcode or street, use your own words, or choose it on the map',
    },
  ];
}

function youProblems(answers: Answers): FieldProblem[] {
  if (answers.isAnonymous !== 'yes' && answers.isAnonymous !== 'no')
    return [{ field: 'isAnonymous', words: 'Choose whether to say who you are' }];
  if (
    answers.isAnonymous === 'no' &&
    ![answers.name, answers.phone, answers.email, answers.address].some((text) => text.trim())
  )
    return [{ field: 'name', words: 'Enter a name or a way to reach you, or choose to stay anonymous' }];
  return [];
}

/** The first page with something wrong on it, with what is wrong; nothing when the report can be sent. */
export function firstProblem(
  answers: Answers,
  facts: Facts,
): { step: Step; problems: FieldProblem[] } | undefined {
  for (const step of stepNames) {
    if (!isAsked(step, facts)) continue;
    const problems = problemsOfStep(step, answers, facts);
    if (problems.length > 0) return { step, problems };
  }
  return undefined;
}

/** The report to send; call after {@link firstProblem} found nothing. */
export const reportOf = (answers: Answers): ReportInput => reportSchema.parse(composed(answers));
