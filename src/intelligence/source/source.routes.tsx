import { mayUse } from '../../platform/access/permission.ts';
import { demand, notFound } from '../../platform/failures/failures.ts';
import { formsOn } from '../../platform/http/again.ts';
import { type Ask, act, type Route, show } from '../../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../../platform/http/reply.ts';
import { about, type Work } from '../../platform/http/work.ts';
import { gradeIntelligence, handleSources, readIntelligence } from '../intelligence.permissions.ts';
import { itemParams } from '../item/item.forms.ts';
import { type Again, afterStep, itemPage } from '../item/item.view.tsx';
import {
  driftWords,
  openIdentity,
  referSource,
  setNumber,
  setSource,
  setWanted,
  writeIdentity,
} from './source.commands.ts';
import {
  identitySchema,
  numberSchema,
  referSchema,
  setSourceSchema,
  sourceParams,
  wantedSchema,
  whySchema,
} from './source.forms.ts';
import { SourcePage, SourcesPage } from './source.pages.tsx';
import {
  findSource,
  itemsOfSource,
  listSources,
  numberOf,
  numbersSet,
  sourceToOpen,
} from './source.store.ts';
import { IdentityFormsPage, IdentityPage } from './source-identity.pages.tsx';

const marking = 'OFFICIAL-SENSITIVE';
const all = { href: '/intelligence/sources', text: 'Sources' };
const params = { sourceId: '@sourceId' };
const ofItem = { itemId: '@itemId' };

const driftOf = async (work: Work) => ({
  items: await numberOf(work, 'drift-items'),
  days: await numberOf(work, 'drift-days'),
});

async function sourcesPage(
  work: Work,
  ask: Ask,
  { problems = [], typed = {} }: Again = {},
): Promise<PageReply> {
  const given = { sources: await listSources(work), drift: await driftOf(work), csrf: ask.csrf };
  const numbers = await numbersSet(work);
  const body = (
    <SourcesPage
      {...given}
      numbers={numbers}
      maySet={mayUse(work.viewer, handleSources)}
      {...{ problems, typed }}
    />
  );
  return page('Sources', body, { problems, marking, wide: true });
}

async function sourcePage(work: Work, id: string, ask: Ask, { problems = [], typed = {} }: Again = {}) {
  const source = (await findSource(work, id)) ?? demand(notFound);
  about(work, 'intelligence-source', id);
  const given = { source, drift: await driftOf(work), items: await itemsOfSource(work, id), csrf: ask.csrf };
  const body = (
    <SourcePage {...given} mayHandle={mayUse(work.viewer, handleSources)} {...{ problems, typed }} />
  );
  return page(`Source ${source.pseudonym}`, body, { problems, marking, back: all });
}

const onIdentity = formsOn(
  async (work, { sourceId: id }: { sourceId: string }, ask, { form, problems, typed }) => {
    const pseudonym = (await sourceToOpen(work, id)) ?? demand(notFound);
    about(work, 'source-identity', id);
    const props = { source: { id, pseudonym }, csrf: ask.csrf, form, problems, typed };
    const back = { href: `/intelligence/sources/${id}`, text: pseudonym };
    return page('Who the source is', <IdentityFormsPage {...props} />, { problems, marking, back });
  },
);

const reading: readonly Route[] = [
  show({
    path: '/intelligence/sources',
    words: 'Sources by their pseudonyms, with how often each gave something',
    permission: readIntelligence,
    audit: 'intelligence-source.listed',
    handle: (work, _input, ask) => sourcesPage(work, ask),
  }),
  show({
    path: '/intelligence/sources/:sourceId',
    words: 'One source by its pseudonym',
    permission: readIntelligence,
    audit: 'intelligence-source.opened',
    params: sourceParams,
    handle: (work, { params: { sourceId } }, ask) => sourcePage(work, sourceId, ask),
  }),
];

const sealed: readonly Route[] = [
  act({
    path: '/intelligence/sources/:sourceId/identity/open',
    words: 'Open who a source is, with why',
    permission: handleSources,
    audit: 'source-identity.opened',
    isSealed: true,
    params: sourceParams,
    body: whySchema,
    example: { params, body: { why: 'A threat was reported' } },
    handle: async (work, { params: { sourceId }, body }) => {
      const identity = demand(await openIdentity(work, { sourceId, ...body }));
      const back = { href: `/intelligence/sources/${sourceId}`, text: identity.pseudonym };
      return page('Who the source is', <IdentityPage identity={identity} />, { marking, back });
    },
    invalid: onIdentity('open'),
  }),
  act({
    path: '/intelligence/sources/:sourceId/identity',
    words: 'Keep who a source is, sealed',
    permission: handleSources,
    audit: 'source-identity.kept',
    isSealed: true,
    params: sourceParams,
    body: identitySchema,
    example: { params, body: { name: 'Sam Sample', contact: 'By letter' } },
    handle: async (work, { params: { sourceId }, body }) => {
      demand(await writeIdentity(work, { sourceId, ...body }));
      return redirect(`/intelligence/sources/${sourceId}`, { flash: 'Kept, sealed' });
    },
    invalid: onIdentity('keep'),
  }),
];

const doing: readonly Route[] = [
  act({
    path: '/intelligence/sources/numbers',
    words: 'Set from how many items in how many days it is status drift',
    permission: handleSources,
    audit: 'intelligence-source.number-set',
    body: numberSchema,
    example: { body: { name: 'drift-items', value: 4, why: 'Advice of the authorising officer' } },
    handle: async (work, { body }) => {
      demand(await setNumber(work, body));
      return redirect('/intelligence/sources', { flash: 'It holds from now on' });
    },
    invalid: (work, { raw, problems }, ask) => sourcesPage(work, ask, { problems, typed: raw }),
  }),
  act({
    path: '/intelligence/sources/:sourceId/refer',
    words: 'Record that status drift was referred to the authorising officer',
    permission: handleSources,
    audit: 'intelligence-source.referred',
    params: sourceParams,
    body: referSchema,
    example: { params, body: { words: 'RC-12: no covert source; ask nothing of them' } },
    handle: async (work, { params: { sourceId }, body }) => {
      demand(await referSource(work, { sourceId, ...body }));
      return redirect(`/intelligence/sources/${sourceId}`, { flash: 'Recorded' });
    },
    invalid: (work, { params: { sourceId }, raw, problems }, ask) =>
      sourcePage(work, sourceId, ask, { problems, typed: raw }),
  }),
  act({
    path: '/intelligence/items/:itemId/source',
    words: 'Put an item down to a source by its pseudonym',
    permission: gradeIntelligence,
    audit: 'intelligence-item.source-set',
    params: itemParams,
    body: setSourceSchema,
    example: { params: ofItem, body: { version: 1, source: '@sourceId' } },
    handle: async (work, { params: { itemId }, body }) => {
      const { source, isAdrift } = demand(await setSource(work, { itemId, ...body }));
      return redirect(`/intelligence/items/${itemId}`, {
        flash: isAdrift ? driftWords : `Put down to ${source.pseudonym}`,
      });
    },
    invalid: (work, { params: { itemId }, raw, problems }, ask) =>
      itemPage(work, itemId, ask, { problems, typed: raw }),
  }),
  act({
    path: '/intelligence/items/:itemId/wanted',
    words: 'Write down what more to look for in records and with partners',
    permission: gradeIntelligence,
    audit: 'intelligence-item.wanted-set',
    params: itemParams,
    body: wantedSchema,
    example: { params: ofItem, body: { version: 1, wanted: 'Who keeps the van' } },
    handle: async (work, { params: { itemId }, body }) =>
      afterStep(await setWanted(work, { itemId, ...body }), { itemId, flash: 'Written down' }),
    invalid: (work, { params: { itemId }, raw, problems }, ask) =>
      itemPage(work, itemId, ask, { problems, typed: raw }),
  }),
];

/** Sources by pseudonym, who they are on the sealed login, and the source of an item. */
export const sourceRoutes: readonly Route[] = [...reading, ...doing, ...sealed];
