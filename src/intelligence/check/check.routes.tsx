import { mayUse } from '../../platform/access/permission.ts';
import { addDays, dayOf } from '../../platform/clock/clock.ts';
import { demand } from '../../platform/failures/failures.ts';
import { type Again, type FormAgain, formsOn } from '../../platform/http/again.ts';
import { type Ask, act, type Route, show } from '../../platform/http/declare.ts';
import { page, redirect } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { checkOutside, letCheckOutside, readIntelligence } from '../intelligence.permissions.ts';
import { findSubject } from '../profile/profile.store.ts';
import { answerByHand, askOutside, letAsk, letNoMore, openCheck } from './check.commands.ts';
import {
  checkExamples,
  checkGrantEndSchema,
  checkGrantParams,
  checkGrantSchema,
  checkParams,
  checkQuery,
  checkResultSchema,
  checkSchema,
  newCheckQuery,
} from './check.forms.ts';
import { CheckPage, ChecksPage, NewCheckPage } from './check.pages.tsx';
import { listChecks, listGrants, officersOfUnit } from './check.store.ts';
import { sourceOf } from './check.words.ts';
import { CheckWhoPage } from './check-who.pages.tsx';

const marking = 'OFFICIAL-SENSITIVE';
const back = { href: '/intelligence/checks', text: 'External checks' };
const none: Again = { problems: [], typed: {} };

async function newPage(work: Work, ask: Ask, linkId: string | undefined, again: Again = none) {
  const subject = linkId ? await findSubject(work, linkId) : undefined;
  return page('Ask a system outside', <NewCheckPage {...again} subject={subject} csrf={ask.csrf} />, {
    ...{ marking, back, problems: again.problems },
  });
}
async function shownCheck(
  work: Work,
  { checkId }: { checkId: string },
  ask: Ask,
  again: Partial<FormAgain> = {},
) {
  const found = demand(await openCheck(work, checkId));
  const { answeredAt, source, reference } = found.check;
  const days = sourceOf(source)?.goodForDays;
  const isOld =
    answeredAt !== null && days !== undefined && addDays(dayOf(answeredAt), days) < work.clock.today();
  const { problems = [], typed = {} } = again;
  return page(`Check ${reference}`, <CheckPage {...{ ...found, isOld, problems, typed }} csrf={ask.csrf} />, {
    ...{ marking, back, problems },
  });
}
async function whoPage(work: Work, _params: unknown, ask: Ask, again: Partial<FormAgain> = {}) {
  const { form, problems = [], typed = {} } = again;
  const mayLet = mayUse(work.viewer, letCheckOutside);
  const body = (
    <CheckWhoPage
      {...{ form, problems, typed, mayLet }}
      grants={await listGrants(work)}
      officers={mayLet ? await officersOfUnit(work) : []}
      csrf={ask.csrf}
      today={work.clock.today()}
    />
  );
  return page('Who may ask restricted systems', body, { marking, back, problems });
}
const onCheck = formsOn(shownCheck);
const onWho = formsOn(whoPage);

/** External checks: what is asked of systems outside, by whom and why, and what came of it. */
export const checkRoutes: readonly Route[] = [
  show({
    path: '/intelligence/checks',
    words: 'External checks of the unit, and the systems that there are',
    permission: readIntelligence,
    audit: 'external-check.listed',
    query: checkQuery,
    handle: async (work, { query }) => {
      const checks = await listChecks(work, query);
      work.note.detail.count = checks.length;
      const body = <ChecksPage {...{ checks, query }} mayAsk={mayUse(work.viewer, checkOutside)} />;
      return page('External checks', body, { marking, wide: true });
    },
  }),
  show({
    path: '/intelligence/checks/new',
    words: 'The form of an external check',
    permission: checkOutside,
    audit: 'external-check.form',
    query: newCheckQuery,
    handle: (work, { query: { linkId } }, ask) => newPage(work, ask, linkId),
  }),
  act({
    path: '/intelligence/checks',
    words: 'Ask a system outside about somebody or something',
    permission: checkOutside,
    audit: 'external-check.asked',
    body: checkSchema,
    example: { body: checkExamples.check },
    handle: async (work, { body }) =>
      redirect(`/intelligence/checks/${demand(await askOutside(work, body)).id}`, { flash: 'Written down' }),
    invalid: (work, { raw, problems }, ask) =>
      newPage(
        work,
        ask,
        typeof raw.linkId === 'string' && checkParams.safeParse({ checkId: raw.linkId }).success
          ? raw.linkId
          : undefined,
        {
          problems,
          typed: raw,
        },
      ),
  }),
  show({
    path: '/intelligence/checks/who',
    words: 'Who may ask restricted systems, on which vetting and training',
    permission: readIntelligence,
    audit: 'check-grant.listed',
    handle: (work, _input, ask) => whoPage(work, {}, ask),
  }),
  act({
    path: '/intelligence/checks/who',
    words: 'Let somebody ask a restricted system',
    permission: letCheckOutside,
    audit: 'check-grant.given',
    body: checkGrantSchema,
    example: { body: checkExamples.grant },
    handle: async (work, { body }) => {
      demand(await letAsk(work, body));
      return redirect('/intelligence/checks/who', { flash: 'They may ask' });
    },
    invalid: (work, input, ask) => onWho('grant')(work, { ...input, params: {} }, ask),
  }),
  act({
    path: '/intelligence/checks/who/:grantId/end',
    words: 'End that somebody may ask a restricted system',
    permission: letCheckOutside,
    audit: 'check-grant.ended',
    params: checkGrantParams,
    body: checkGrantEndSchema,
    example: { params: { grantId: '@checkGrantId' }, body: checkExamples.end },
    handle: async (work, { params: { grantId }, body }) => {
      demand(await letNoMore(work, grantId, body.endWhy));
      return redirect('/intelligence/checks/who', { flash: 'Ended' });
    },
    invalid: (work, input, ask) => onWho(input.params.grantId)(work, input, ask),
  }),
  show({
    path: '/intelligence/checks/:checkId',
    words: 'One external check, with what was asked of the same before',
    permission: readIntelligence,
    audit: 'external-check.opened',
    params: checkParams,
    handle: (work, { params }, ask) => shownCheck(work, params, ask),
  }),
  act({
    path: '/intelligence/checks/:checkId/result',
    words: 'Write down what a system outside answered, also that nothing is held',
    permission: checkOutside,
    audit: 'external-check.answered',
    params: checkParams,
    body: checkResultSchema,
    example: { body: checkExamples.result },
    handle: async (work, { params, body }) => {
      const { id } = demand(await answerByHand(work, { ...params, ...body }));
      return redirect(`/intelligence/checks/${id}`, { flash: 'Answer kept' });
    },
    invalid: onCheck('result'),
  }),
];
