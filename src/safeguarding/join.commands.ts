import { notFound, type Result, refusedByRule } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { markHidden } from './contact.commands.ts';
import { saysHidden } from './contact.store.ts';
import { assess, fileFor, movedOn } from './file.commands.ts';
import { addEvent, changeFile, familyOf, fileByReference, type VictimFile } from './file.store.ts';
import { tellPlannedVisits } from './precautions.ts';

/** Reads a file under another, because both are about one person. Nothing is moved, so that it can be undone. */
export async function joinFiles(
  work: Work,
  input: { fileId: string; version: number; other: string; why: string },
): Promise<Result<VictimFile>> {
  const found = await fileFor(work, input);
  if (!found.ok) return found;
  const stays = found.value;
  const other = await fileByReference(work, input.other);
  if (!other || other.joinedInto !== null || other.id === stays.id) return notFound;
  if (stays.joinedInto !== null)
    return refusedByRule(
      'register.joined',
      'This file is itself part of another.',
      'Open the one it is part of.',
    );
  if (other.leadAgencyId !== stays.leadAgencyId)
    return refusedByRule(
      'register.two-leads',
      `${stays.leadName} leads for one of the two, ${other.leadName} for the other: a person has one lead agency.`,
      'Pass the lead of one of them on first, so that the same agency leads for both.',
    );
  const officer = officerOf(work);
  const joined = {
    joinedInto: stays.id,
    joinedAt: work.clock.now(),
    joinedBy: officer.officerId,
    joinWhy: input.why,
  };
  if (!(await changeFile(work, other, joined))) return movedOn;
  await addEvent(work, other, { kind: 'joined', words: `Joined into ${stays.reference}: ${input.why}` });
  await addEvent(work, stays, {
    kind: 'joined',
    words: `${other.reference} is the same person: ${input.why}`,
  });
  await markHidden(work, stays.id, { lifts: false });
  // What holds for either of the two holds for visits to both from now on.
  await tellPlannedVisits(work, { id: stays.id });
  return assess(work, stays.id);
}

/**
 * Lets a file that was joined stand by itself again, as it was. What one of the two hid is then hidden in that one alone: so an
 * agency that is only offered the lead does not do it.
 */
export async function partFiles(
  work: Work,
  input: { fileId: string; version: number; other: string; why: string },
): Promise<Result<VictimFile>> {
  const found = await fileFor(work, input);
  if (!found.ok) return found;
  const other = await fileByReference(work, input.other);
  if (other?.joinedInto !== found.value.id) return notFound;
  const { agencyId, leadAgencyId, leadName } = found.value;
  if (![agencyId, leadAgencyId].includes(officerOf(work).agencyId))
    return refusedByRule(
      'lead.not-accepted',
      'Your agency is offered the lead, and has not accepted it.',
      `Accept it first, or ask ${leadName} to part the files.`,
    );
  const lifts = await saysHidden(work, (await familyOf(work, other.id)).ids);
  const apart = { joinedInto: null, joinedAt: null, joinedBy: null, joinWhy: null };
  if (!(await changeFile(work, other, apart))) return movedOn;
  await addEvent(work, other, { kind: 'parted', words: `Stands by itself again: ${input.why}` });
  await addEvent(work, found.value, {
    kind: 'parted',
    words: `${other.reference} is somebody else: ${input.why}`,
  });
  for (const { id } of [found.value, other]) {
    await markHidden(work, id, { lifts });
    await tellPlannedVisits(work, { id });
  }
  return assess(work, found.value.id);
}
