import { z } from 'zod';
import { anyRole } from '../../directory/index.ts';
import { type Permission, permission } from '../../platform/access/permission.ts';
import { demand, type FieldProblem } from '../../platform/failures/failures.ts';
import { type Ask, act, apiGet, type Route, show } from '../../platform/http/declare.ts';
import { type PageReply, page } from '../../platform/http/reply.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { partnerReports, takeReports } from '../intake.permissions.ts';
import { type Answers, answersSchema, type Pressed } from '../public/answers.ts';
import { composed, understoodPlace } from '../public/report-it.steps.ts';
import { answerWhere, type WhereAnswered } from '../public/where.answer.ts';
import { type ReportInput, reportSchema } from '../report.forms.ts';
import { submitOnce } from '../report.once.ts';
import { findReport } from '../report.store.ts';
import { PreviewPage } from './preview.pages.tsx';
import { type Preview, previewRoute, previewSchema } from './preview.queries.ts';
import { type Desk, TakenPage, TakePage } from './take.pages.tsx';

const seePreview = permission('directory.preview', 'Ask the directory where a complaint would go', anyRole);

const emptyAnswers = answersSchema.parse({}).answers;

interface Shown {
  problems?: readonly FieldProblem[];
  suggestions?: WhereAnswered['suggestions'];
}

async function deskPage(
  work: Work,
  ask: Ask,
  desk: Desk,
  given: { answers: Answers } & Shown,
): Promise<PageReply> {
  const answers = { ...given.answers, sendToken: given.answers.sendToken || work.ids.token() };
  const problems = given.problems ?? [];
  const preview = await previewOf(work, answers);
  const placeUnderstood = await understoodPlace(work, answers);
  const body = (
    <TakePage
      desk={desk}
      answers={answers}
      problems={problems}
      suggestions={given.suggestions ?? []}
      placeUnderstood={placeUnderstood}
      preview={preview}
      csrf={ask.csrf}
    />
  );
  return page(desk.title, body, { problems, wide: true });
}

/** The preview for what is on the page; words that changed since the last look are guessed anew. */
async function previewOf(work: Work, answers: Answers): Promise<Preview | undefined> {
  const parsed = previewSchema.safeParse({
    ...answers,
    words: answers.description,
    issueType: answers.kindWords === answers.description ? answers.issueType : '',
  });
  if (!parsed.success) return undefined;
  const found = await previewRoute(work, parsed.data);
  return found.ok ? found.value : undefined;
}

async function take(
  work: Work,
  ask: Ask,
  desk: Desk,
  given: { answers: Answers; pressed: Pressed },
): Promise<PageReply> {
  const { go } = given.pressed;
  // A look shows streets to choose from as a help; only saving makes it something to mend.
  const isLookedFor =
    go === 'look' &&
    given.answers.search.trim() !== '' &&
    given.answers.search.trim() !== given.answers.found;
  const where = await answerWhere(work, given.answers, {
    ...given.pressed,
    go: go.startsWith('street:') ? go : isLookedFor ? 'find' : 'continue',
  });
  const { suggestions } = where;
  const answers = where.answers.otherType
    ? { ...where.answers, issueType: where.answers.otherType, otherType: '' }
    : where.answers;
  const seen = answers.kindWords === answers.description && answers.issueType !== '';
  if (go !== 'save' || !seen) {
    const words = unseen(answers, go);
    const problems = words ? [{ field: 'description', words }, ...where.problems] : where.problems;
    return deskPage(work, ask, desk, { answers, suggestions, problems });
  }
  if (where.problems.length > 0)
    return deskPage(work, ask, desk, { answers, suggestions, problems: where.problems });
  const hasContact = [answers.name, answers.phone, answers.email, answers.address].some(
    (text) => text.trim() !== '',
  );
  const channel = desk.isShort ? 'partner' : answers.channel || 'phone';
  const parsed = reportSchema.safeParse(
    composed({ ...answers, isAnonymous: hasContact ? 'no' : 'yes' }, channel),
  );
  if (!parsed.success)
    return deskPage(work, ask, desk, {
      answers,
      problems: parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), words: issue.message })),
    });
  return save(work, ask, desk, answers, parsed.data);
}

/** What is said where nothing can be shown, or what is shown is not what was last looked at: nobody takes it for saved. */
function unseen({ description, kindWords }: Answers, go: string): string | undefined {
  if (description.trim() === '') return 'Write what they say';
  if (go !== 'save') return undefined;
  return kindWords !== '' && kindWords !== description
    ? 'What they say was changed since you looked. Check where it goes now, then take the report'
    : 'Look where it goes, choose the kind of problem, then take the report';
}

// Five, because the page that answers a refusal needs all that was on it.
async function save(
  work: Work,
  ask: Ask,
  desk: Desk,
  answers: Answers,
  input: ReportInput,
): Promise<PageReply> {
  const taken = await submitOnce(work, input, {
    token: answers.sendToken,
    byAgencyId: officerOf(work).agencyId,
  });
  if (!taken.ok && taken.failure.kind === 'invalid')
    return deskPage(work, ask, desk, { answers, problems: taken.failure.problems });
  const receipt = demand(taken);
  // A sensitive report is out of sight as soon as it is sent: then there is nothing to open.
  const report = await findReport(work, receipt.id);
  return page(
    'Report taken',
    <TakenPage receipt={receipt} desk={desk} reportHref={report && `/reports/${report.id}`} />,
  );
}

const exampleTake = {
  description: 'A caller says that bags were dumped by the gate.',
  kindWords: 'A caller says that bags were dumped by the gate.',
  issueType: '@issueType',
  lon: '@lon',
  lat: '@lat',
  go: 'save',
};

const deskRoutesFor = (desk: Desk, words: string, needed: Permission): Route[] => [
  show({
    path: desk.path,
    words,
    permission: needed,
    audit: 'report.form-shown',
    handle: (work, _input, ask) => deskPage(work, ask, desk, { answers: emptyAnswers }),
  }),
  act({
    path: desk.path,
    words: `${words}: look where it goes, or save it`,
    permission: needed,
    audit: 'report.taken',
    body: answersSchema,
    example: { body: exampleTake },
    handle: (work, { body }, ask) => take(work, ask, desk, body),
  }),
];

const previewView = z.object({
  issueType: z.string(),
  issueName: z.string(),
  guesses: z.array(z.object({ code: z.string(), name: z.string(), matched: z.array(z.string()) })),
  serviceName: z.string(),
  agencyName: z.string(),
  team: z.string(),
  person: z.string().nullable(),
  phone: z.string(),
  targetOn: z.string(),
  why: z.string(),
  isFallback: z.boolean(),
  hours: z.string(),
  outOfHours: z.string().nullable(),
  place: z.string().nullable(),
});

const previewJson = (preview: Preview): z.input<typeof previewView> => ({
  issueType: preview.type.code,
  issueName: preview.type.name,
  guesses: preview.guesses.map(({ type, matched }) => ({
    code: type.code,
    name: type.name,
    matched: [...matched],
  })),
  serviceName: preview.service.name,
  agencyName: preview.service.agencyName,
  team: preview.service.team,
  person: preview.service.leadName,
  phone: preview.service.phone,
  targetOn: preview.targetOn,
  why: preview.why,
  isFallback: preview.isFallback,
  hours: preview.hoursWords,
  outOfHours: preview.atNight
    ? `${preview.atNight.name}, ${preview.atNight.phone}`
    : preview.service.outOfHours,
  place: preview.placeWords ?? preview.districtName ?? null,
});

const examplePreview = { words: 'rubbish dumped by the play area', lon: '@lon', lat: '@lat' };

/** The desks of reception and of partners, and the directory's preview, which they share with everybody. */
export const deskRoutes: readonly Route[] = [
  ...deskRoutesFor(
    { path: '/reports/take', title: 'Take a report', isShort: false },
    'Take a report for somebody',
    takeReports,
  ),
  ...deskRoutesFor(
    { path: '/partner-report', title: 'Report as a partner', isShort: true },
    'Report something as a partner',
    partnerReports,
  ),
  show({
    path: '/directory/where-would-this-go',
    words: 'Where a complaint would go, and why',
    permission: seePreview,
    audit: 'directory.previewed',
    query: z.looseObject({}),
    example: { query: examplePreview },
    handle: async (work, { query }) => {
      const parsed = previewSchema.safeParse(query);
      const found = parsed.success ? await previewRoute(work, parsed.data) : undefined;
      const unparsed = parsed.success
        ? []
        : parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), words: issue.message }));
      const problems =
        found && !found.ok && found.failure.kind === 'invalid' ? found.failure.problems : unparsed;
      return page(
        'Where would this go?',
        <PreviewPage preview={found?.ok ? found.value : undefined} typed={query} problems={problems} />,
        { problems, wide: true },
      );
    },
  }),
  apiGet({
    path: '/api/v1/directory/preview',
    words: 'Where a complaint would go, and why',
    permission: seePreview,
    audit: 'directory.previewed',
    query: previewSchema,
    output: z.object({ preview: previewView.nullable() }),
    example: { query: examplePreview },
    handle: async (work, { query }) => {
      const preview = demand(await previewRoute(work, query));
      return { preview: preview ? previewJson(preview) : null };
    },
  }),
];
