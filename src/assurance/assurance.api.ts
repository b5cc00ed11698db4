import { z } from 'zod';
import { demand, notFound } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import { keepMarkers, screenVisits } from './assurance.permissions.ts';
import { endMarker, noteTold, reviewMarker, setMarker } from './marker.commands.ts';
import {
  answerSchema,
  companionSchema,
  endSchema,
  examples,
  markerParams,
  markerSchema,
  numberSchema,
  reviewSchema,
  screeningParams,
  screenSchema,
  toldSchema,
} from './marker.forms.ts';
import { findMarker, ownMarkers, standingOf } from './marker.store.ts';
import { neverLooked } from './marker.words.ts';
import { setNumber } from './number.store.ts';
import { answerHit, noteCompanion, screenTyped } from './screen.commands.ts';
import { listScreenings } from './screen.store.ts';
import { type ScreenView, screenView } from './screen.view.ts';

const instant = z.date().transform((at) => at.toISOString());
const markerShape = z.object({
  id: z.string(),
  reference: z.string(),
  about: z.string(),
  name: z.string(),
  otherNames: z.array(z.string()),
  dateOfBirth: z.string().nullable(),
  address: z.string(),
  postcode: z.string(),
  vehicle: z.string(),
  type: z.string(),
  precaution: z.string(),
  words: z.string(),
  fromOn: z.string(),
  reviewOn: z.string(),
  standing: z.string(),
  why: z.string(),
  evidence: z.string(),
  told: z.string(),
  toldOn: z.string().nullable(),
  toldWhy: z.string(),
  endedWhy: z.string(),
  setAt: instant,
  setByName: z.string(),
  version: z.number(),
});
const screeningShape = z.object({
  id: z.string(),
  at: instant,
  purpose: z.string(),
  officerName: z.string().nullable(),
  asked: z.array(z.string()),
  result: z.string(),
  companion: z.string(),
});
/** The answer as anybody gets it: there is nothing in it but type, precaution, expiry, and how sure. */
const answerShape = screeningShape.extend({
  lookedThrough: z.array(z.string()),
  notLookedThrough: z.array(z.string()),
  met: z.array(
    z.object({
      markerId: z.string(),
      type: z.string(),
      precaution: z.string(),
      words: z.string(),
      until: z.string(),
      sureness: z.string(),
      onWhat: z.array(z.string()),
      probability: z.number().nullable(),
      answer: z.string().nullable(),
      holds: z.boolean(),
    }),
  ),
});

const told = ({ screening, answers }: ScreenView) => ({
  ...screening,
  lookedThrough: screening.looked.through,
  notLookedThrough: [...screening.looked.left, ...screening.looked.notThrough, ...neverLooked],
  met: answers.map(({ hit, marker }) => ({
    ...hit,
    ...marker,
    until: marker.reviewOn,
    holds: hit.answer !== 'not',
  })),
});

async function whole(work: Work, id: string) {
  const marker = (await findMarker(work, id)) ?? demand(notFound);
  return { ...marker, standing: standingOf(marker, work.clock.today()) };
}

const screening: readonly Route[] = [
  apiPost({
    path: '/api/v1/screenings',
    words: 'Screen for officer-safety markers before a visit',
    permission: screenVisits,
    audit: 'screening.made',
    body: screenSchema,
    output: answerShape,
    example: { body: examples.screen },
    handle: async (work, { body }) => told(demand(await screenTyped(work, body))),
  }),
  apiGet({
    path: '/api/v1/screenings',
    words: 'Screens that were made before visits',
    permission: screenVisits,
    audit: 'screening.listed',
    output: z.object({ screenings: z.array(screeningShape) }),
    handle: async (work) => ({ screenings: await listScreenings(work) }),
  }),
  apiGet({
    path: '/api/v1/screenings/:screeningId',
    words: 'The answer to a screen: type and precaution of what was met',
    permission: screenVisits,
    audit: 'screening.opened',
    params: screeningParams,
    output: answerShape,
    handle: async (work, { params }) => told(demand(await screenView(work, params.screeningId))),
  }),
  apiPost({
    path: '/api/v1/screenings/:screeningId/answers',
    words: 'Say whether a marker that was met is about this person',
    permission: screenVisits,
    audit: 'screening.answered',
    params: screeningParams,
    body: answerSchema,
    output: answerShape,
    status: 200,
    example: { params: { screeningId: '@screeningId' }, body: { markerId: '@markerId', answer: 'same' } },
    handle: async (work, { params, body }) => told(demand(await answerHit(work, { ...params, ...body }))),
  }),
  apiPost({
    path: '/api/v1/screenings/:screeningId/companion',
    words: 'Write down who goes along on a visit that nobody makes alone',
    permission: screenVisits,
    audit: 'screening.companion-noted',
    params: screeningParams,
    body: companionSchema,
    output: answerShape,
    status: 200,
    example: { params: { screeningId: '@screeningId' }, body: { companion: 'Joss Thistlewood' } },
    handle: async (work, { params, body }) => told(demand(await noteCompanion(work, { ...params, ...body }))),
  }),
];

const ofMarker = { permission: keepMarkers, params: markerParams, output: markerShape, status: 200 };
const params = { markerId: '@markerId' };

/** Markers and screens as JSON: the same commands as the pages. */
export const assuranceApi: readonly Route[] = [
  ...screening,
  apiGet({
    path: '/api/v1/markers',
    words: 'The warning markers that your agency has set',
    permission: keepMarkers,
    audit: 'marker.listed',
    output: z.object({ markers: z.array(markerShape) }),
    handle: async (work) => ({
      markers: (await ownMarkers(work)).map((marker) => ({
        ...marker,
        standing: standingOf(marker, work.clock.today()),
      })),
    }),
  }),
  apiPost({
    path: '/api/v1/markers',
    words: 'Set a warning marker',
    permission: keepMarkers,
    audit: 'marker.set',
    body: markerSchema,
    output: markerShape,
    example: { body: examples.marker },
    handle: async (work, { body }) => whole(work, demand(await setMarker(work, body)).id),
  }),
  apiPost({
    path: '/api/v1/markers/numbers',
    words: 'Set how long markers and screens hold, or how alike names must be',
    permission: keepMarkers,
    audit: 'marker.number-set',
    body: numberSchema,
    output: z.object({ name: z.string(), value: z.number() }),
    status: 200,
    example: { body: { name: 'screen-days', value: 5, why: 'Agreed by the safety group' } },
    handle: async (work, { body }) => demand(await setNumber(work, body)),
  }),
  apiGet({
    path: '/api/v1/markers/:markerId',
    words: 'One warning marker of your agency, with why it was set',
    permission: keepMarkers,
    audit: 'marker.opened',
    params: markerParams,
    output: markerShape,
    handle: (work, { params: { markerId } }) => whole(work, markerId),
  }),
  apiPost({
    ...ofMarker,
    path: '/api/v1/markers/:markerId/review',
    words: 'Say that a warning marker still holds, and until when',
    audit: 'marker.reviewed',
    body: reviewSchema,
    example: { params, body: { version: 1, reviewOn: '2027-05-20', words: 'It happened again' } },
    handle: async (work, { params: { markerId }, body }) =>
      whole(work, demand(await reviewMarker(work, { markerId, ...body })).id),
  }),
  apiPost({
    ...ofMarker,
    path: '/api/v1/markers/:markerId/told',
    words: 'Record whether the person was told of a warning marker',
    audit: 'marker.told',
    body: toldSchema,
    example: { params, body: { version: 1, told: 'told', toldOn: '2026-11-19' } },
    handle: async (work, { params: { markerId }, body }) =>
      whole(work, demand(await noteTold(work, { markerId, ...body })).id),
  }),
  apiPost({
    ...ofMarker,
    path: '/api/v1/markers/:markerId/end',
    words: 'End a warning marker, with the reason',
    audit: 'marker.ended',
    body: endSchema,
    example: { params, body: { version: 1, why: 'He has moved out of the county' } },
    handle: async (work, { params: { markerId }, body }) =>
      whole(work, demand(await endMarker(work, { markerId, ...body })).id),
  }),
];
