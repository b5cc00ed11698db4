import { listAgencies } from '../directory/index.ts';
import { findEdition } from '../enforcement/index.ts';
import { documentTypes } from '../platform/documents/model.ts';
import { demand, notFound, refusedByRule } from '../platform/failures/failures.ts';
import { addressWith } from '../platform/http/address.ts';
import { type Again, doneUnder } from '../platform/http/again.ts';
import { type Ask, act, download, type Route, show } from '../platform/http/declare.ts';
import { file, page } from '../platform/http/reply.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { asTyped } from '../platform/ui/index.ts';
import { withHold } from '../records/index.ts';
import { inspect } from './inspection.permissions.ts';
import { inspectionExamples } from './inspection.words.ts';
import { decidePersistent, recordSale } from './persistent.commands.ts';
import { persistentAlerts } from './persistent.queries.ts';
import { editPremises, endConcern, keepPremises, ownPremises, raiseConcern } from './premises.commands.ts';
import {
  concernEndSchema,
  concernSchema,
  decisionSchema,
  newPremisesQuery,
  premisesEditSchema,
  premisesFilterSchema,
  premisesPaperParams,
  premisesParams,
  premisesSchema,
  saleSchema,
} from './premises.forms.ts';
import { PremisesListPage } from './premises.pages.tsx';
import { premisesPageView } from './premises.queries.ts';
import { listPremises } from './premises.store.ts';
import { PremisesPage } from './premises-card.pages.tsx';
import { PremisesEditForm, PremisesForm } from './premises-form.pages.tsx';

export interface PremisesAgain extends Again {
  form?: 'selling' | 'sales' | 'concern' | 'ended' | 'visits' | 'review';
}
const nothing: PremisesAgain = { problems: [], typed: {} };
export const marking = 'OFFICIAL-SENSITIVE';
const back = { href: '/premises', text: 'Premises' };

/** Agencies besides the viewer's own that are there today. */
export async function otherAgencies(work: Work): Promise<{ id: string; name: string }[]> {
  const today = work.clock.today();
  const own = officerOf(work).agencyId;
  const there = await listAgencies(work.db, today);
  return there.filter(({ id, endsOn }) => id !== own && (endsOn === null || endsOn > today));
}
export async function shownPremises(work: Work, id: string, ask: Ask, again: PremisesAgain = nothing) {
  const view = demand(await premisesPageView(work, id));
  const agencies = view.isOwn ? await otherAgencies(work) : [];
  const body = <PremisesPage {...view} {...again} agencies={agencies} csrf={ask.csrf} />;
  return page(view.premises.tradingName, await withHold(work, 'premises', id, body), {
    back,
    marking,
    problems: again.problems,
    looksUp: true,
  });
}
const newForm = (ask: Ask, again: Again = nothing) =>
  page('Keep premises', <PremisesForm {...again} csrf={ask.csrf} />, {
    back,
    problems: again.problems,
    looksUp: true,
  });
async function editForm(work: Work, id: string, ask: Ask, again?: Again) {
  const premises = demand(await ownPremises(work, id));
  const state = again ?? { problems: [], typed: asTyped({ ...premises }) };
  const body = <PremisesEditForm {...state} premises={premises} csrf={ask.csrf} />;
  return page('Change the card', body, {
    back: { href: `/premises/${id}`, text: premises.tradingName },
    problems: state.problems,
  });
}
/** After an act: back to the premises with a line that says what happened; a refused field shows the form again. */
export const premisesDone = doneUnder('/premises');

/** A notice that an address stands on which must stay hidden now is kept and not given. */
const hiddenAddress = refusedByRule(
  'premises.hidden-address',
  'An address that must stay hidden is on this notice: it is kept and not shown.',
  'Ask whoever keeps the victim register.',
);
const shared = { permission: inspect, params: premisesParams };

/** Pages of premises. */
export const premisesRoutes: readonly Route[] = [
  show({
    path: '/premises',
    words: 'Premises that your agency keeps or was told of',
    permission: inspect,
    audit: 'premises.listed',
    query: premisesFilterSchema,
    handle: async (work, { query: { after, ...filter } }) => {
      const { premises, next } = await listPremises(work, filter, { after });
      const nextHref = next ? addressWith('/premises', filter, { after: next }) : undefined;
      const alerts = await persistentAlerts(work);
      const body = <PremisesListPage {...{ premises, alerts, filter, nextHref }} />;
      return page('Premises', body, { wide: true, marking });
    },
  }),
  show({
    path: '/premises/new',
    words: 'The form for keeping premises',
    permission: inspect,
    audit: 'premises.new-shown',
    query: newPremisesQuery,
    handle: (_work, { query }, ask) => newForm(ask, { problems: [], typed: query }),
  }),
  act({
    path: '/premises',
    words: 'Keep premises, tied to the records of firm and place',
    permission: inspect,
    audit: 'premises.kept',
    body: premisesSchema,
    example: { body: inspectionExamples.premises },
    handle: async (work, { body }) => premisesDone(await keepPremises(work, body), 'Saved'),
    invalid: (_work, { raw, problems }, ask) => newForm(ask, { problems, typed: raw }),
  }),
  show({
    ...shared,
    path: '/premises/:premisesId',
    words: 'One card of premises: licence, risk, tests, concerns, visits, awards',
    audit: 'premises.opened',
    handle: (work, { params }, ask) => shownPremises(work, params.premisesId, ask),
  }),
  show({
    ...shared,
    path: '/premises/:premisesId/edit',
    words: 'The form for changing the card of premises',
    audit: 'premises.edit-shown',
    handle: (work, { params }, ask) => editForm(work, params.premisesId, ask),
  }),
  act({
    ...shared,
    path: '/premises/:premisesId/edit',
    words: 'Change kind, licence or risk of premises',
    audit: 'premises.edited',
    body: premisesEditSchema,
    example: { body: inspectionExamples.edit },
    handle: async (work, { params, body }) =>
      premisesDone(await editPremises(work, { ...params, ...body }), 'Saved'),
    invalid: (work, { params, raw, problems }, ask) =>
      editForm(work, params.premisesId, ask, { problems, typed: raw }),
  }),
  act({
    ...shared,
    path: '/premises/:premisesId/concern',
    words: 'Make them premises of concern, and share that with agencies in the words meant for them',
    audit: 'premises.concern-raised',
    body: concernSchema,
    example: { body: inspectionExamples.concern },
    handle: async (work, { params, body }) =>
      premisesDone(await raiseConcern(work, { ...params, ...body }), 'Premises of concern'),
    invalid: (work, { params, raw, problems }, ask) =>
      shownPremises(work, params.premisesId, ask, { problems, typed: raw, form: 'concern' }),
  }),
  act({
    ...shared,
    path: '/premises/:premisesId/concern/end',
    words: 'Say that the concern is over',
    audit: 'premises.concern-ended',
    body: concernEndSchema,
    example: { body: inspectionExamples.ended },
    handle: async (work, { params, body }) =>
      premisesDone(await endConcern(work, { ...params, ...body }), 'The concern is over'),
    invalid: (work, { params, raw, problems }, ask) =>
      shownPremises(work, params.premisesId, ask, { problems, typed: raw, form: 'ended' }),
  }),
  act({
    ...shared,
    path: '/premises/:premisesId/sales',
    words: 'Record an unlawful sale that a paid penalty proves',
    audit: 'premises.sale-recorded',
    body: saleSchema,
    example: { body: inspectionExamples.sale },
    handle: async (work, { params, body }) =>
      premisesDone(await recordSale(work, { ...params, ...body }), 'Recorded'),
    invalid: (work, { params, raw, problems }, ask) =>
      shownPremises(work, params.premisesId, ask, { problems, typed: raw, form: 'sales' }),
  }),
  act({
    ...shared,
    path: '/premises/:premisesId/persistent-selling',
    words: 'Decide about persistent selling: a licence review, or a closure notice of 48 to 336 hours',
    audit: 'premises.persistent-decided',
    body: decisionSchema,
    example: { body: inspectionExamples.decision },
    handle: async (work, { params, body }) =>
      premisesDone(await decidePersistent(work, { ...params, ...body }), 'Decided'),
    invalid: (work, { params, raw, problems }, ask) =>
      shownPremises(work, params.premisesId, ask, { problems, typed: raw, form: 'selling' }),
  }),
  download({
    path: '/premises/:premisesId/papers/:premisesPaper/:edition/:format',
    words: 'A closure notice for persistent selling, the very bytes that were made',
    permission: inspect,
    audit: 'premises.paper-opened',
    params: premisesPaperParams,
    example: { params: { premisesPaper: 'closure-notice', format: 'pdf' } },
    handle: async (work, { params: { premisesId, premisesPaper: kind, edition: version, format } }) => {
      const premises = demand(await ownPremises(work, premisesId));
      const paper =
        (await findEdition(work, 'premises', premises.id, { kind, version, format })) ?? demand(notFound);
      if (paper.showsAddress && premises.address === null) return demand(hiddenAddress);
      about(work, 'premises', premises.id, { paper: kind, sha256: paper.sha256 });
      return file(paper.name, documentTypes[format], paper.content, format === 'pdf');
    },
  }),
];
