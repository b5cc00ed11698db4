import { mayUse } from '../../platform/access/permission.ts';
import { demand } from '../../platform/failures/failures.ts';
import type { Again } from '../../platform/http/again.ts';
import { type Ask, act, type Route, show } from '../../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { assessHarm as assess, keepHarmMatrix, readIntelligence } from '../intelligence.permissions.ts';
import { assessHarm, changeMatrix } from './harm.commands.ts';
import {
  assessExample,
  assessSchema,
  boxOf,
  harmParams,
  harmQuery,
  matrixExample,
  matrixForm,
} from './harm.forms.ts';
import { AssessPage, HarmPage, matrixWords, scoreWords } from './harm.pages.tsx';
import { harmOf, harmRanking } from './harm.queries.ts';
import { matricesOf } from './harm.store.ts';
import { MatrixForm, MatrixPage, MatrixPreview } from './matrix.pages.tsx';

const marking = 'OFFICIAL-SENSITIVE';
const params = { linkId: '@firmLinkId' };
const none: Again = { problems: [], typed: {} };

async function assessPage(work: Work, linkId: string, ask: Ask, again = none): Promise<PageReply> {
  const found = demand(await harmOf(work, linkId));
  const body = (
    <AssessPage found={found} csrf={ask.csrf} mayAssess={mayUse(work.viewer, assess)} {...again} />
  );
  return page(`Harm: ${found.subject.label}`, body, {
    ...{ marking, problems: again.problems },
    back: { href: `/intelligence/profiles/${linkId}`, text: found.subject.label },
  });
}

async function matrixFormPage(work: Work, ask: Ask, again = none): Promise<PageReply> {
  const [matrix] = await matricesOf(work);
  return page('Change how harm is weighed', <MatrixForm matrix={matrix} csrf={ask.csrf} {...again} />, {
    ...{ marking, problems: again.problems },
    back: { href: '/intelligence/harm/matrix', text: 'How harm is weighed' },
  });
}

/** Ranking harm: the list, an assessment, and the matrix. */
export const harmRoutes: readonly Route[] = [
  show({
    path: '/intelligence/harm',
    words: 'Businesses, people, places and sectors by the harm they do',
    permission: readIntelligence,
    audit: 'harm.ranked',
    query: harmQuery,
    handle: async (work, { query: { kind } }) =>
      page('Harm', <HarmPage ranking={await harmRanking(work)} kind={kind} />, { marking, wide: true }),
  }),
  show({
    path: '/intelligence/profiles/:linkId/harm',
    words: 'How much harm somebody or somewhere does, on which grounds, now and before',
    permission: readIntelligence,
    audit: 'harm.opened',
    params: harmParams,
    handle: (work, { params: { linkId } }, ask) => assessPage(work, linkId, ask),
  }),
  act({
    path: '/intelligence/profiles/:linkId/harm',
    words: 'Say how much harm somebody or somewhere does',
    permission: assess,
    audit: 'harm.assessed',
    params: harmParams,
    body: assessSchema,
    example: { params, body: { ...assessExample, version: 1 } },
    handle: async (work, { params: { linkId }, body }) => {
      const { risk, matrixNumber } = demand(await assessHarm(work, { linkId, ...body }));
      return redirect(`/intelligence/profiles/${linkId}/harm`, {
        flash: `Risk ${scoreWords(risk)} by ${matrixWords({ number: matrixNumber })}`,
      });
    },
    invalid: (work, { params: { linkId }, raw, problems }, ask) =>
      assessPage(work, linkId, ask, { problems, typed: raw }),
  }),
  show({
    path: '/intelligence/harm/matrix',
    words: 'The numbers by which harm is weighed, now and before',
    permission: readIntelligence,
    audit: 'harm-matrix.opened',
    handle: async (work) =>
      page(
        'How harm is weighed',
        <MatrixPage matrices={await matricesOf(work)} maySet={mayUse(work.viewer, keepHarmMatrix)} />,
        { marking, back: { href: '/intelligence/harm', text: 'Harm' } },
      ),
  }),
  show({
    path: '/intelligence/harm/matrix/edit',
    words: 'The form of the numbers by which harm is weighed',
    permission: keepHarmMatrix,
    audit: 'harm-matrix.form',
    handle: (work, _input, ask) => matrixFormPage(work, ask),
  }),
  act({
    path: '/intelligence/harm/matrix',
    words: 'See what other numbers change in the ranking, and adopt them',
    permission: keepHarmMatrix,
    audit: 'harm-matrix.changed',
    body: matrixForm,
    example: {
      body: {
        ...{ version: 0, why: matrixExample.why },
        ...Object.fromEntries(
          Object.entries(matrixExample.numbers).map(([name, value]) => [boxOf(name), value]),
        ),
      },
    },
    handle: async (work, { body }, ask) => {
      const typed = {
        why: body.why,
        ...Object.fromEntries(
          Object.entries(body.numbers).map(([name, value]) => [boxOf(name), String(value)]),
        ),
      };
      const change = demand(await changeMatrix(work, body));
      return change.isAdopted
        ? redirect('/intelligence/harm/matrix', { flash: `Matrix ${change.number} holds from now on` })
        : page(
            'What it changes',
            <MatrixPreview change={change} csrf={ask.csrf} version={body.version} fields={typed} />,
            {
              marking,
              wide: true,
              back: { href: '/intelligence/harm/matrix/edit', text: 'The numbers' },
            },
          );
    },
    invalid: (work, { raw, problems }, ask) => matrixFormPage(work, ask, { problems, typed: raw }),
  }),
];
