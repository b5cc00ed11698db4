import { findSubjects, identityOf } from '../linkage/index.ts';
import { agenciesSeen } from '../platform/access/viewer.ts';
import { invalid, notFound, type Result, refusedByRule } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import type { ScreenInput } from './marker.forms.ts';
import { precautionRule } from './marker.rules.ts';
import { liveMarkers, type ShownMarker, shownMarkers } from './marker.store.ts';
import { type AskedThing, isThePlace, type ScreenResult } from './marker.words.ts';
import { addressKey } from './screen.keys.ts';
import { type Asked, holdAgainst, type Met } from './screen.match.ts';
import { type Hit, hashOf, hitsOf, type Looked } from './screen.store.ts';
import { isFresh, lastOf, type ScreenView, screenView } from './screen.view.ts';
import { weigh } from './screen.weigh.ts';

/** For whom a screen is made: whose markers it may look through follows from it. */
export interface Asker {
  agencyId: string;
  /** Nobody, where the system screens a planned visit anew. */
  officerId: string | null;
  /** Agencies whose markers the asker may meet. */
  agencies: readonly string[];
}

/** The signed-in officer as the one who asks. */
export const askerOf = (work: Work): Asker => ({
  agencyId: officerOf(work).agencyId,
  officerId: officerOf(work).officerId,
  agencies: agenciesSeen(work.viewer, 'marker'),
});

/** What a screen is made for. */
export interface ScreenFor {
  asker: Asker;
  purpose: string;
  /** A file of the victim register. */
  subjectId?: string | undefined;
  /** The screen before of the same place, where it is no file: what was said of its markers is carried on. */
  after?: string | undefined;
  /** What could not be asked, such as a hidden address; said in the answer. */
  left?: readonly string[] | undefined;
}

function thingsIn(asked: Asked): AskedThing[] {
  const things: AskedThing[] = [];
  if (asked.names.length > 0) things.push('name');
  if (asked.dateOfBirth) things.push('date-of-birth');
  if (asked.places.some(({ address, postcode }) => addressKey(address, postcode))) things.push('address');
  if (asked.vehicle) things.push('vehicle');
  if (asked.recordIds.length > 0) things.push('record');
  return things;
}

async function lookedBy(work: Work, asked: Asked, { asker, left = [] }: ScreenFor): Promise<Looked> {
  const today = work.clock.today();
  const agencies = await work.db
    .selectFrom('directory.agency')
    .select(['id', 'name'])
    .where((one) => one.or([one('endsOn', 'is', null), one('endsOn', '>', today)]))
    .orderBy('name')
    .execute();
  const seen = new Set(asker.agencies);
  return {
    through: agencies.filter(({ id }) => seen.has(id)).map(({ name }) => name),
    notThrough: agencies.filter(({ id }) => !seen.has(id)).map(({ name }) => name),
    names: asked.names.length,
    left: [...left],
  };
}

function resultOf(markers: readonly ShownMarker[]): ScreenResult {
  const rules = markers.map(({ precaution }) => precautionRule(precaution));
  if (rules.some(({ stops }) => stops)) return 'do-not-attend';
  if (rules.some(({ neverAlone }) => neverAlone)) return 'two-officers';
  return rules.length > 0 ? 'precaution' : 'nothing';
}

/**
 * Holds a person, a place and a vehicle against every live marker that the viewer may meet, and writes down that it was
 * asked, for what, and what kind of answer came: an empty one too, when an officer asked. Where the system comes round by
 * itself and meets nothing new, the last screening of the file stands as long as it is fresh, and none is written. What was
 * said of a marker the last time the same file was screened is carried on.
 */
export async function screen(work: Work, asked: Asked, what: ScreenFor): Promise<Result<ScreenView>> {
  const things = thingsIn(asked);
  if (things.length === 0)
    return invalid({
      field: 'name',
      words: 'Enter a name, an address with its postcode, or a registration mark',
    });
  const { officerId, agencyId, agencies } = what.asker;
  const markers = await liveMarkers(work, agencies);
  const weighing = await weigh(work, asked, { markers, agencyId });
  const met = markers
    .map((marker) => holdAgainst(asked, marker, weighing))
    .filter((one) => one !== undefined);
  const last = what.subjectId ? await lastOf(work, [what.subjectId], agencyId) : undefined;
  const earlier = last?.id ?? what.after;
  const before = earlier ? await hitsOf(work, [earlier]) : [];
  // The system comes round each night: where it meets nothing new, what was written down stands.
  const isNew = met.some((one) => !before.some(({ markerId }) => markerId === one.markerId));
  if (!officerId && last && !isNew && (await isFresh(work, last))) return screenView(work, last.id);
  const shown = await shownMarkers(
    work,
    met.map(({ markerId }) => markerId),
  );
  const id = work.ids.next();
  await work.db
    .insertInto('assurance.screening')
    .values({
      id,
      agencyId,
      officerId,
      at: work.clock.now(),
      purpose: what.purpose,
      subjectId: what.subjectId ?? null,
      asked: things,
      askedHash: hashOf(id, asked),
      result: resultOf(shown),
      looked: JSON.stringify(await lookedBy(work, asked, what)),
    })
    .execute();
  await writeHits(work, id, { met, before }, what);
  about(work, 'screening', id, { asked: things, result: resultOf(shown), met: met.length });
  return screenView(work, id);
}

/** Writes what was met, and `before`: what the last screening of the same person met and what was said of it. */
async function writeHits(
  work: Work,
  id: string,
  { met, before }: { met: readonly Met[]; before: readonly Hit[] },
  { asker }: ScreenFor,
): Promise<void> {
  const said = new Map(before.map((hit) => [hit.markerId, hit.answer]));
  // The system knows fewer names of a person than whoever keeps their file: what was met before is met still.
  const kept = asker.officerId
    ? []
    : before.filter(({ markerId }) => !met.some((one) => one.markerId === markerId));
  const hits = [...met, ...kept].map(({ markerId, sureness, onWhat, probability }) => {
    const answer = said.get(markerId) ?? null;
    const by = answer ? { answeredAt: work.clock.now(), answeredBy: asker.officerId } : {};
    return {
      screeningId: id,
      agencyId: asker.agencyId,
      markerId,
      sureness,
      onWhat,
      probability,
      answer,
      ...by,
    };
  });
  if (hits.length > 0) await work.db.insertInto('assurance.hit').values(hits).execute();
}

/** Screens for what an officer typed. */
export const screenTyped = (work: Work, input: ScreenInput): Promise<Result<ScreenView>> =>
  screen(
    work,
    {
      names: [input.name, ...input.otherNames].filter(Boolean),
      dateOfBirth: input.dateOfBirth,
      places: input.address || input.postcode ? [{ address: input.address, postcode: input.postcode }] : [],
      vehicle: input.vehicle || undefined,
      recordIds: [],
    },
    {
      asker: askerOf(work),
      purpose: input.purpose,
      left:
        (input.address || input.postcode) && !addressKey(input.address, input.postcode)
          ? ['The address: a house and a postcode are needed for that.']
          : [],
    },
  );

/** Everything that the ledger and the lists say of whoever a record is about, as far as the viewer sees it, to screen by. */
export async function askedOfRecord(work: Work, recordId: string): Promise<Asked> {
  const identity = (await identityOf(work, [recordId])).get(recordId);
  const members = identity?.members ?? [];
  const sources = await findSubjects(work, members);
  const births = sources
    .map(({ fields }) => fields.dateOfBirth)
    .filter((day) => /^\d{4}-\d\d-\d\d$/.test(day ?? ''));
  return {
    names: [...new Set(sources.map(({ label }) => label))].sort(),
    dateOfBirth: births[0],
    places: sources.map(({ fields }) => ({ address: fields.address ?? '', postcode: fields.postcode ?? '' })),
    recordIds: [...members],
  };
}

/** Says of a marker that was met: it is this person, or it is not. It can be said again, the other way. */
export async function answerHit(
  work: Work,
  input: { screeningId: string; markerId: string; answer: 'same' | 'not' },
): Promise<Result<ScreenView>> {
  const view = await screenView(work, input.screeningId);
  if (!view.ok) return view;
  const one = view.value.answers.find(({ marker }) => marker.id === input.markerId);
  if (!one) return notFound;
  if (input.answer === 'not' && isThePlace(one.hit))
    return refusedByRule(
      'screen.address-is-it',
      'The marker is about this address, whoever lives there.',
      'Ask the agency that set it to end it, through your own marker keeper.',
    );
  await work.db
    .updateTable('assurance.hit')
    .set({ answer: input.answer, answeredAt: work.clock.now(), answeredBy: officerOf(work).officerId })
    .where('screeningId', '=', input.screeningId)
    .where('markerId', '=', input.markerId)
    .execute();
  work.note.detail.answer = input.answer;
  return screenView(work, input.screeningId);
}

/** Writes down who goes along on a visit that was screened for. */
export async function noteCompanion(
  work: Work,
  input: { screeningId: string; companion: string },
): Promise<Result<ScreenView>> {
  const view = await screenView(work, input.screeningId);
  if (!view.ok) return view;
  await work.db
    .updateTable('assurance.screening')
    .set({ companion: input.companion })
    .where('id', '=', input.screeningId)
    .execute();
  return screenView(work, input.screeningId);
}
