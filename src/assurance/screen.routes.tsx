import { mayUse } from '../platform/access/permission.ts';
import { demand, type FieldProblem, type Result } from '../platform/failures/failures.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { keepMarkers, screenVisits } from './assurance.permissions.ts';
import {
  answerSchema,
  companionSchema,
  examples,
  screeningParams,
  screenSchema,
  visitQuery,
} from './marker.forms.ts';
import { answerHit, noteCompanion, screenTyped } from './screen.commands.ts';
import { AnswerPage, ScreeningsPage, ScreenPage } from './screen.pages.tsx';
import { listScreenings } from './screen.store.ts';
import { type ScreenView, screenView } from './screen.view.ts';

const marking = 'OFFICIAL-SENSITIVE';
const screeningId = '@screeningId';
type Again = { problems?: readonly FieldProblem[]; typed?: Record<string, unknown> };

function askPage(work: Work, ask: Ask, { problems = [], typed = {} }: Again = {}): PageReply {
  const names = Array.isArray(typed.otherNames) ? { otherNames: typed.otherNames.join('\n') } : {};
  const body = (
    <ScreenPage
      csrf={ask.csrf}
      keepsMarkers={mayUse(work.viewer, keepMarkers)}
      problems={problems}
      typed={{ ...typed, ...names }}
    />
  );
  return page('Screen before a visit', body, { problems, marking });
}

async function answerPage(work: Work, id: string, ask: Ask, { problems = [], typed = {} }: Again = {}) {
  const view = demand(await screenView(work, id));
  return page('Officer-safety screen', <AnswerPage {...{ view, problems, typed }} csrf={ask.csrf} />, {
    problems,
    marking,
    back: { href: '/screenings', text: 'Screens before visits' },
  });
}

const opened = (done: Result<ScreenView>, flash: string) =>
  redirect(`/screenings/${demand(done).screening.id}`, { flash });

/** Screening before a visit: for everybody who goes to homes and premises. */
export const screenRoutes: readonly Route[] = [
  show({
    path: '/screen',
    words: 'Screen for officer-safety markers before a visit',
    permission: screenVisits,
    audit: 'screening.form-shown',
    query: visitQuery,
    handle: (work, { query }, ask) =>
      askPage(work, ask, query.visit ? { typed: { purpose: `Visit about ${query.visit}` } } : {}),
  }),
  act({
    path: '/screen',
    words: 'Screen for officer-safety markers before a visit',
    permission: screenVisits,
    audit: 'screening.made',
    body: screenSchema,
    example: { body: examples.screen },
    handle: async (work, { body }) => {
      const done = await screenTyped(work, body);
      return redirect(`/screenings/${demand(done).screening.id}`);
    },
    invalid: (work, { raw, problems }, ask) => askPage(work, ask, { problems, typed: raw }),
  }),
  show({
    path: '/screenings',
    words: 'Screens that were made before visits',
    permission: screenVisits,
    audit: 'screening.listed',
    handle: async (work) =>
      page('Screens before visits', <ScreeningsPage screenings={await listScreenings(work)} />, {
        marking,
        wide: true,
      }),
  }),
  show({
    path: '/screenings/:screeningId',
    words: 'The answer to a screen: type and precaution of what was met',
    permission: screenVisits,
    audit: 'screening.opened',
    params: screeningParams,
    handle: (work, { params }, ask) => answerPage(work, params.screeningId, ask),
  }),
  act({
    path: '/screenings/:screeningId/answers',
    words: 'Say whether a marker that was met is about this person',
    permission: screenVisits,
    audit: 'screening.answered',
    params: screeningParams,
    body: answerSchema,
    example: { params: { screeningId }, body: { markerId: '@markerId', answer: 'not' } },
    handle: async (work, { params, body }) =>
      opened(
        await answerHit(work, { ...params, ...body }),
        body.answer === 'same' ? 'Noted: it is this person or place' : 'Noted: it is somebody else',
      ),
    invalid: (work, { params, raw, problems }, ask) =>
      answerPage(work, params.screeningId, ask, { problems, typed: raw }),
  }),
  act({
    path: '/screenings/:screeningId/companion',
    words: 'Write down who goes along on a visit that nobody makes alone',
    permission: screenVisits,
    audit: 'screening.companion-noted',
    params: screeningParams,
    body: companionSchema,
    example: { params: { screeningId }, body: { companion: 'Joss Thistlewood' } },
    handle: async (work, { params, body }) =>
      opened(await noteCompanion(work, { ...params, ...body }), 'Written down'),
    invalid: (work, { params, raw, problems }, ask) =>
      answerPage(work, params.screeningId, ask, { problems, typed: raw }),
  }),
];
