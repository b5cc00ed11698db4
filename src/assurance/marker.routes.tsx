import { findSubjects } from '../linkage/index.ts';
import { demand, type FieldProblem, notFound } from '../platform/failures/failures.ts';
import { doneUnder } from '../platform/http/again.ts';
import { type Ask, act, type Route, show } from '../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../platform/http/reply.ts';
import { about, type Work } from '../platform/http/work.ts';
import { holdOn } from '../records/index.ts';
import { keepMarkers } from './assurance.permissions.ts';
import { detailIsElsewhere, endMarker, noteTold, reviewMarker, setMarker } from './marker.commands.ts';
import {
  addQuery,
  endSchema,
  examples,
  markerParams,
  markerSchema,
  numberSchema,
  reviewSchema,
  toldSchema,
} from './marker.forms.ts';
import { AddMarkerPage, MarkerPage, MarkersPage, NumbersPage } from './marker.pages.tsx';
import { eventsOf, findMarker, ownMarkers } from './marker.store.ts';
import { ownNumbers, setNumber } from './number.store.ts';

const marking = 'OFFICIAL-SENSITIVE';
const all = { href: '/markers', text: 'Warning markers' };
const markerId = '@markerId';
type Again = { problems?: readonly FieldProblem[]; typed?: Record<string, unknown> };

const listed = (typed: Record<string, unknown>) =>
  Array.isArray(typed.otherNames) ? { ...typed, otherNames: typed.otherNames.join('\n') } : typed;

async function addPage(work: Work, ask: Ask, { problems = [], typed = {} }: Again = {}): Promise<PageReply> {
  const isElsewhere = await detailIsElsewhere(work);
  const body = <AddMarkerPage {...{ csrf: ask.csrf, isElsewhere, problems }} typed={listed(typed)} />;
  return page('Set a warning marker', body, { problems, marking, back: all });
}

async function onePage(
  work: Work,
  id: string,
  ask: Ask,
  { problems = [], typed = {} }: Again = {},
): Promise<PageReply> {
  const marker = (await findMarker(work, id)) ?? demand(notFound);
  about(work, 'marker', id);
  const hold = await holdOn(work, 'marker', id);
  const props = { marker, hold, events: await eventsOf(work, id), today: work.clock.today(), csrf: ask.csrf };
  return page(`Warning marker ${marker.reference}`, <MarkerPage {...{ ...props, problems, typed }} />, {
    problems,
    marking,
    back: all,
  });
}

async function numbersPage(work: Work, ask: Ask, { problems = [], typed = {} }: Again = {}) {
  const body = <NumbersPage own={await ownNumbers(work)} csrf={ask.csrf} {...{ problems, typed }} />;
  return page('How long markers and screens hold', body, { problems, back: all });
}

/** Who a record is about, for a marker that is set from it. Not where they live: that may have to stay hidden. */
async function fromRecord(work: Work, recordId: string): Promise<Record<string, unknown>> {
  const [subject] = await findSubjects(work, [recordId]);
  if (!subject) return demand(notFound);
  const { dateOfBirth } = subject.fields;
  return { about: 'person', recordId, name: subject.label, dateOfBirth };
}

const reading: readonly Route[] = [
  show({
    path: '/markers',
    words: 'The warning markers that your agency has set',
    permission: keepMarkers,
    audit: 'marker.listed',
    handle: async (work) => {
      const markers = await ownMarkers(work);
      work.note.detail.count = markers.length;
      return page('Warning markers', <MarkersPage markers={markers} today={work.clock.today()} />, {
        wide: true,
        marking,
      });
    },
  }),
  show({
    path: '/markers/add',
    words: 'Set a warning marker',
    permission: keepMarkers,
    audit: 'marker.form-shown',
    query: addQuery,
    handle: async (work, { query }, ask) =>
      addPage(work, ask, query.record ? { typed: await fromRecord(work, query.record) } : {}),
  }),
  show({
    path: '/markers/numbers',
    words: 'How long markers and screens hold, and how alike names must be',
    permission: keepMarkers,
    audit: 'marker.numbers-shown',
    handle: (work, _input, ask) => numbersPage(work, ask),
  }),
  show({
    path: '/markers/:markerId',
    words: 'One warning marker of your agency, with why it was set',
    permission: keepMarkers,
    audit: 'marker.opened',
    params: markerParams,
    handle: (work, { params }, ask) => onePage(work, params.markerId, ask),
  }),
];

/** On to the marker; a refused field shows its form by the route's own `invalid`. */
const after = doneUnder('/markers');

const doing: readonly Route[] = [
  act({
    path: '/markers',
    words: 'Set a warning marker',
    permission: keepMarkers,
    audit: 'marker.set',
    body: markerSchema,
    example: { body: examples.marker },
    handle: async (work, { body }) => after(await setMarker(work, body), 'Saved'),
    invalid: (work, { raw, problems }, ask) => addPage(work, ask, { problems, typed: raw }),
  }),
  act({
    path: '/markers/numbers',
    words: 'Set how long markers and screens hold, or how alike names must be',
    permission: keepMarkers,
    audit: 'marker.number-set',
    body: numberSchema,
    example: { body: { name: 'screen-days', value: 5, why: 'Agreed by the safety group' } },
    handle: async (work, { body }) => {
      demand(await setNumber(work, body));
      return redirect('/markers/numbers', { flash: 'It holds from now on' });
    },
    invalid: (work, { raw, problems }, ask) => numbersPage(work, ask, { problems, typed: raw }),
  }),
  act({
    path: '/markers/:markerId/review',
    words: 'Say that a warning marker still holds, and until when',
    permission: keepMarkers,
    audit: 'marker.reviewed',
    params: markerParams,
    body: reviewSchema,
    example: {
      params: { markerId },
      body: { version: 1, reviewOn: '2027-05-20', words: 'He shouted again in November' },
    },
    handle: async (work, { params, body }) =>
      after(await reviewMarker(work, { ...params, ...body }), 'Saved'),
    invalid: (work, { params, raw, problems }, ask) =>
      onePage(work, params.markerId, ask, { problems, typed: raw }),
  }),
  act({
    path: '/markers/:markerId/told',
    words: 'Record whether the person was told of a warning marker',
    permission: keepMarkers,
    audit: 'marker.told',
    params: markerParams,
    body: toldSchema,
    example: { params: { markerId }, body: { version: 1, told: 'told', toldOn: '2026-11-19' } },
    handle: async (work, { params, body }) => after(await noteTold(work, { ...params, ...body }), 'Saved'),
    invalid: (work, { params, raw, problems }, ask) =>
      onePage(work, params.markerId, ask, { problems, typed: raw }),
  }),
  act({
    path: '/markers/:markerId/end',
    words: 'End a warning marker, with the reason',
    permission: keepMarkers,
    audit: 'marker.ended',
    params: markerParams,
    body: endSchema,
    example: { params: { markerId }, body: { version: 1, why: 'He has moved out of the county' } },
    handle: async (work, { params, body }) => after(await endMarker(work, { ...params, ...body }), 'Saved'),
    invalid: (work, { params, raw, problems }, ask) =>
      onePage(work, params.markerId, ask, { problems, typed: raw }),
  }),
];

/** The markers of the own agency. */
export const markerRoutes: readonly Route[] = [...reading, ...doing];
