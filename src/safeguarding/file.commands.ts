import { findList, findSubjects, identityOf, peopleOnList, type Subject } from '../linkage/index.ts';
import { demand, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import {
  addEvent,
  anchors,
  changeFile,
  familyOf,
  filesOfRecords,
  findFile,
  keepListPoints,
  type VictimFile,
} from './file.store.ts';
import { lossesOf, totalsOf } from './loss.store.ts';
import { listsNaming, standsToday } from './person.queries.ts';
import { ageBandOf, partsOf, priorityOf, routeOf } from './priority.ts';
import type { ProfileInput } from './register.forms.ts';
import { ownPoints } from './rule.store.ts';

export const movedOn = stale('Somebody has changed this file since you opened it. Reload the page.');

/** The file, if nobody was quicker. */
export async function fileFor(
  work: Work,
  { fileId, version }: { fileId: string; version?: number | undefined },
): Promise<Result<VictimFile>> {
  const file = await findFile(work, fileId);
  if (!file) return notFound;
  about(work, 'victim-file', file.id);
  if (version !== undefined && file.version !== version) return movedOn;
  return ok(file);
}

/**
 * Works out anew how urgent somebody is and who takes them on, and keeps the facts that counted: those of the file for
 * everybody who has it, those of lists for the officer's agency alone.
 */
export async function assess(work: Work, fileId: string): Promise<Result<VictimFile>> {
  const file = await findFile(work, fileId);
  if (!file) return notFound;
  const { ids, files } = await familyOf(work, file.id);
  const { lost } = totalsOf(await lossesOf(work, ids));
  const { ofFile, ofLists } = partsOf(
    priorityOf(
      { ...file, lostPence: lost, lists: await listsNaming(work, files) },
      work.clock.today(),
      await ownPoints(work, file.agencyId),
    ),
  );
  const { route, why } = routeOf(file);
  const set = {
    risk: ofFile.risk,
    priority: ofFile.points,
    priorityWhy: JSON.stringify(ofFile.why),
    priorityOn: ofFile.on,
    highFrom: ofFile.from.high,
    mediumFrom: ofFile.from.medium,
    route,
    routeWhy: why,
  };
  if (!(await changeFile(work, file, set))) return movedOn;
  await keepListPoints(work, file.id, ofLists);
  const assessed = await findFile(work, fileId);
  return assessed ? ok(assessed) : notFound;
}

/**
 * Takes a person on the register, from any record of theirs. Somebody who is on it already is not taken on twice: the file
 * that is there is given.
 */
export async function openFile(
  work: Work,
  { recordId }: { recordId: string },
): Promise<Result<{ file: VictimFile; isNew: boolean }>> {
  const [subject] = await findSubjects(work, [recordId]);
  if (subject?.kind !== 'person') return notFound;
  const members = (await identityOf(work, [recordId])).get(recordId)?.members ?? [recordId];
  const there = (await filesAbout(work, members))[0];
  if (there) {
    about(work, 'victim-file', there.id);
    return ok({ file: there, isNew: false });
  }
  const opened = await openNew(work, subject, members);
  return opened.ok ? ok({ file: opened.value, isNew: true }) : opened;
}

/** Opens the file of somebody who has none; their age is worked out from what any of their records says. */
async function openNew(
  work: Work,
  subject: Subject,
  members: readonly string[],
): Promise<Result<VictimFile>> {
  const { agencyId, officerId } = officerOf(work);
  const records = await findSubjects(work, members);
  const today = work.clock.today();
  // A day tells more than a month, and a month more than a year: the longest.
  const [birth] = records
    .flatMap(({ fields }) => fields.dateOfBirth ?? [])
    .filter((one) => ageBandOf(one, today) !== 'not-known')
    .sort((x, y) => y.length - x.length);
  const now = work.clock.now();
  const id = work.ids.next();
  await work.db
    .insertInto('safeguarding.victimFile')
    .values({
      ...{ id, agencyId, recordId: subject.id, name: subject.label, leadAgencyId: agencyId },
      reference: work.ids.reference('V'),
      ageBand: ageBandOf(birth, today),
      priorityOn: today,
      openedAt: now,
      openedBy: officerId,
    })
    .execute();
  await work.db
    .insertInto('safeguarding.lead')
    .values({
      ...{
        id: work.ids.next(),
        fileId: id,
        keeperAgencyId: agencyId,
        agencyId,
        state: 'leading',
        why: 'Opened the file',
      },
      ...{ offeredAt: now, offeredBy: officerId, answeredAt: now, answeredBy: officerId },
    })
    .execute();
  await work.db
    .insertInto('safeguarding.contact')
    .values({ fileId: id, agencyId, changedAt: now, changedBy: officerId })
    .execute();
  await addEvent(work, { id, agencyId }, { kind: 'opened', words: 'Taken on the register' });
  about(work, 'victim-file', id);
  return assess(work, id);
}

/** Takes on everybody of a list who is not on the register yet. Gives how many, and how many were there. */
export async function openForList(
  work: Work,
  { listId }: { listId: string },
): Promise<Result<{ opened: number; there: number }>> {
  const list = await findList(work, listId);
  if (!list?.isOpen) return notFound;
  const people = await findSubjects(work, await peopleOnList(work, list.id));
  const identities = await identityOf(
    work,
    people.map(({ id }) => id),
  );
  const taken = new Set((await recordsTaken(work)).values());
  let opened = 0;
  for (const subject of people) {
    const members = identities.get(subject.id)?.members ?? [subject.id];
    if (members.some((id) => taken.has(id))) continue;
    demand(await openNew(work, subject, members));
    taken.add(subject.id);
    opened += 1;
  }
  about(work, 'list', list.id, { opened, there: people.length - opened });
  return ok({ opened, there: people.length - opened });
}

/** The record that stands today for each file that stands by itself. */
async function recordsTaken(work: Work): Promise<ReadonlyMap<string, string>> {
  const all = await anchors(work);
  const today = await standsToday(
    work,
    all.map(({ recordId }) => recordId),
  );
  return new Map(all.map(({ recordId }) => [recordId, today.get(recordId) ?? recordId]));
}

/** Files about any of the records of a person, whichever record each is anchored to. */
export async function filesAbout(work: Work, members: readonly string[]): Promise<VictimFile[]> {
  const among = new Set(members);
  const found = [...(await recordsTaken(work))].filter(([, today]) => among.has(today));
  return filesOfRecords(
    work,
    found.map(([anchor]) => anchor),
  );
}

/** Keeps what is known of a person, and works out anew how urgent they are and who takes them on. */
export async function saveProfile(
  work: Work,
  input: ProfileInput & { fileId: string },
): Promise<Result<VictimFile>> {
  const found = await fileFor(work, input);
  if (!found.ok) return found;
  const file = found.value;
  const { fileId: _fileId, version: _version, ...profile } = input;
  if (profile.firstOn && profile.lastOn && profile.firstOn > profile.lastOn)
    return refusedByRule('register.days', 'The first day lies after the last.', 'Put the two days right.');
  const set = { ...profile, firstOn: profile.firstOn ?? null, lastOn: profile.lastOn ?? null };
  if (!(await changeFile(work, file, set))) return movedOn;
  const assessed = await assess(work, file.id);
  if (!assessed.ok) return assessed;
  const after = assessed.value;
  // No points in it: those that follow from lists are for one agency, and the history is for all that have the file.
  const words =
    file.route === after.route
      ? 'Profile changed; priority worked out anew'
      : `Profile changed; priority worked out anew. ${after.routeWhy}`;
  await addEvent(work, file, { kind: 'profile', words });
  return assessed;
}
