import { listAreas } from '../directory/index.ts';
import { findEdition } from '../enforcement/index.ts';
import { documentTypes } from '../platform/documents/model.ts';
import { demand, notFound } from '../platform/failures/failures.ts';
import { type Again, doneUnder } from '../platform/http/again.ts';
import { type Ask, act, download, type Route, show } from '../platform/http/declare.ts';
import { file, page } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { atItemFields } from '../platform/ui/index.ts';
import { AwardPage } from './award.pages.tsx';
import { inspect } from './inspection.permissions.ts';
import { inspectionExamples } from './inspection.words.ts';
import { findQuery } from './premises.forms.ts';
import { marking, otherAgencies } from './premises.routes.tsx';
import { premisesToChoose } from './premises.store.ts';
import {
  answerAward,
  applyForAward,
  changeMember,
  decideAward,
  holdScheme,
  joinScheme,
  openAward,
  startScheme,
  withdrawAward,
} from './scheme.commands.ts';
import {
  answersForm,
  answersSchema,
  awardParams,
  awardSchema,
  certificateParams,
  holdSchema,
  memberParams,
  memberSchema,
  schemeParams,
  schemeSchema,
  versionSchema,
} from './scheme.forms.ts';
import { SchemeForm, SchemePage, SchemesPage } from './scheme.pages.tsx';
import { awardPageView, schemePageView } from './scheme.queries.ts';
import { listSchemes } from './scheme.store.ts';

interface SchemeAgain extends Again {
  form?: 'members' | 'awards' | 'hold' | 'train' | 'leave';
}
const nothing: SchemeAgain = { problems: [], typed: {} };
const back = { href: '/schemes', text: 'Schemes and awards' };
async function shownScheme(work: Work, id: string, ask: Ask, again: SchemeAgain = nothing, find = '') {
  const view = demand(await schemePageView(work, id));
  const toChooseFrom = view.isOwn ? await premisesToChoose(work, find) : undefined;
  const body = <SchemePage {...view} {...again} toChooseFrom={toChooseFrom} csrf={ask.csrf} />;
  return page(view.scheme.name, body, { back, marking, problems: again.problems });
}
async function shownAward(work: Work, id: string, ask: Ask, again: Again = nothing) {
  const view = demand(await awardPageView(work, id));
  const body = <AwardPage {...view} {...again} csrf={ask.csrf} />;
  return page(view.award.tradingName, body, {
    back: { href: `/schemes/${view.award.schemeId}`, text: view.award.schemeName },
    marking,
    problems: again.problems,
  });
}
async function newForm(work: Work, ask: Ask, again: Again) {
  const districts = await listAreas(work.db, 'district', work.clock.today());
  const body = (
    <SchemeForm {...again} districts={districts} agencies={await otherAgencies(work)} csrf={ask.csrf} />
  );
  return page('Set up a scheme', body, { back, problems: again.problems });
}
const schemeDone = doneUnder('/schemes');
const awardDone = doneUnder('/awards');
const shared = { permission: inspect, params: schemeParams };
const ofAward = { permission: inspect, params: awardParams };

const schemes: readonly Route[] = [
  show({
    path: '/schemes',
    words: 'Schemes that your agency runs or sits in the group of',
    permission: inspect,
    audit: 'scheme.listed',
    handle: async (work) =>
      page('Schemes and awards', <SchemesPage schemes={await listSchemes(work)} />, { wide: true, marking }),
  }),
  show({
    path: '/schemes/new',
    words: 'The form for setting up a scheme',
    permission: inspect,
    audit: 'scheme.new-shown',
    handle: (work, _input, ask) => newForm(work, ask, nothing),
  }),
  act({
    path: '/schemes',
    words: 'Set up a scheme that premises join',
    permission: inspect,
    audit: 'scheme.started',
    body: schemeSchema,
    example: { body: inspectionExamples.scheme },
    handle: async (work, { body }) => schemeDone(await startScheme(work, body), 'Saved'),
    invalid: (work, { raw, problems }, ask) => newForm(work, ask, { problems, typed: raw }),
  }),
  show({
    ...shared,
    path: '/schemes/:schemeId',
    words: 'One scheme: members, awards, and test purchases of its area in numbers',
    audit: 'scheme.opened',
    query: findQuery,
    handle: (work, { params, query }, ask) => shownScheme(work, params.schemeId, ask, nothing, query.find),
  }),
  ...(['hold', 'open'] as const).map((step) =>
    act({
      ...shared,
      path: `/schemes/:schemeId/${step}`,
      words: step === 'hold' ? 'Put a scheme on hold: nobody can apply' : 'Open a scheme again',
      audit: step === 'hold' ? 'scheme.held' : 'scheme.opened-again',
      body: holdSchema,
      example: { body: inspectionExamples.hold },
      handle: async (work, { params, body }) =>
        schemeDone(
          await holdScheme(work, { ...params, ...body, status: step === 'hold' ? 'on-hold' : 'open' }),
          step === 'hold' ? 'On hold' : 'Open again',
        ),
      invalid: (work, { params, raw, problems }, ask) =>
        shownScheme(work, params.schemeId, ask, { problems, typed: raw, form: 'hold' }),
    }),
  ),
  act({
    ...shared,
    path: '/schemes/:schemeId/members',
    words: 'Premises join a scheme',
    audit: 'scheme.joined',
    body: memberSchema,
    example: { body: inspectionExamples.member },
    handle: async (work, { params, body }) =>
      schemeDone(await joinScheme(work, { ...params, ...body }), 'Joined'),
    invalid: (work, { params, raw, problems }, ask) =>
      shownScheme(work, params.schemeId, ask, { problems, typed: raw, form: 'members' }),
  }),
  ...(['train', 'leave'] as const).map((change) =>
    act({
      path: `/schemes/:schemeId/members/:memberId/${change}`,
      words: change === 'train' ? 'The staff of a member were trained' : 'A member leaves the scheme',
      permission: inspect,
      audit: change === 'train' ? 'scheme.member-trained' : 'scheme.member-left',
      params: memberParams,
      body: versionSchema,
      example: { body: inspectionExamples.version },
      handle: async (work, { params, body }) =>
        schemeDone(await changeMember(work, { ...params, ...body, change }), 'Saved'),
      invalid: (work, { params, problems, raw: typed }, ask) =>
        shownScheme(work, params.schemeId, ask, { problems, typed, form: change }),
    }),
  ),
  act({
    ...shared,
    path: '/schemes/:schemeId/awards',
    words: 'Take an application for the award; a scheme on hold takes none',
    audit: 'award.applied',
    body: awardSchema,
    example: { body: inspectionExamples.award },
    handle: async (work, { params, body }) =>
      awardDone(await applyForAward(work, { ...params, ...body }), 'Applied'),
    invalid: (work, { params, raw, problems }, ask) =>
      shownScheme(work, params.schemeId, ask, { problems, typed: raw, form: 'awards' }),
  }),
];
/** What a form of answers is sent as by the suites: a line of the matrix with what was seen. */
const answersExample = { 'met-incident-book': 'yes', 'words-incident-book': 'Seen' };
const awards: readonly Route[] = [
  show({
    ...ofAward,
    path: '/awards/:awardId',
    words: 'One application with the matrix and its answers',
    audit: 'award.opened',
    handle: (work, { params }, ask) => shownAward(work, params.awardId, ask),
  }),
  act({
    ...ofAward,
    path: '/awards/:awardId/answers',
    words: 'Answer criteria of the award',
    audit: 'award.answered',
    body: answersSchema,
    example: { body: answersExample },
    handle: async (work, { params, body }) =>
      awardDone(await answerAward(work, { ...params, ...body }), 'Saved'),
    invalid: (work, { params, raw, problems }, ask) =>
      shownAward(work, params.awardId, ask, {
        problems: atItemFields(problems, raw, answersForm),
        typed: raw,
      }),
  }),
  ...(['decide', 'withdraw'] as const).map((step) =>
    act({
      ...ofAward,
      path: `/awards/:awardId/${step}`,
      words:
        step === 'decide'
          ? 'Decide an application by its answers'
          : 'The business takes its application back',
      audit: step === 'decide' ? 'award.decided' : 'award.withdrawn',
      body: versionSchema,
      example: { body: inspectionExamples.version },
      handle: async (work, { params, body }) =>
        awardDone(
          await (step === 'decide' ? decideAward : withdrawAward)(work, { ...params, ...body }),
          step === 'decide' ? 'Decided' : 'Taken back',
        ),
      invalid: (work, { params }, ask) => shownAward(work, params.awardId, ask),
    }),
  ),
  download({
    path: '/awards/:awardId/certificates/certificate/:edition/:format',
    words: 'A certificate as it was printed',
    permission: inspect,
    audit: 'award.certificate-opened',
    params: certificateParams,
    example: { params: { format: 'pdf' } },
    handle: async (work, { params }) => {
      const award = demand(await openAward(work, params.awardId));
      const { edition: version, format } = params;
      const paper =
        (await findEdition(work, 'award', award.id, { kind: 'certificate', version, format })) ??
        demand(notFound);
      return file(paper.name, documentTypes[format], paper.content, format === 'pdf');
    },
  }),
];
/** Pages of schemes and awards. */
export const schemeRoutes: readonly Route[] = [...schemes, ...awards];
