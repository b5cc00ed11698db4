import { invalid, notFound, ok, type Result } from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { assess, fileFor, movedOn } from './file.commands.ts';
import { addEvent, changeFile, familyOf, type VictimFile } from './file.store.ts';
import { hasLostAgain } from './loss.store.ts';
import type { LossInput } from './register.forms.ts';
import { ownRules } from './rule.store.ts';

/**
 * Writes down what somebody lost, or what was saved. A loss soon enough after support makes them a victim again, by the term
 * that V-04 is counted by; one after that does not by itself.
 */
export async function recordLoss(
  work: Work,
  input: LossInput & { fileId: string },
): Promise<Result<VictimFile>> {
  const found = await fileFor(work, input);
  if (!found.ok) return found;
  const file = found.value;
  if (input.happenedOn > work.clock.today())
    return invalid({ field: 'happenedOn', words: 'Enter a day that has come' });
  if (input.kind === 'saving' && input.how === undefined)
    return invalid({ field: 'how', words: 'Choose how it was saved' });
  const { fileId: _fileId, version: _version, amount, how, ...rest } = input;
  await work.db
    .insertInto('safeguarding.loss')
    .values({
      id: work.ids.next(),
      fileId: file.id,
      agencyId: file.agencyId,
      ...rest,
      how: how ?? '',
      pence: amount,
      recordedAt: work.clock.now(),
      recordedBy: officerOf(work).officerId,
    })
    .execute();
  await addEvent(work, file, {
    kind: input.kind,
    words: input.kind === 'loss' ? 'A loss was written down' : `A saving was written down, ${input.basis}`,
  });
  const isAgain = await hasLostAgain(work, (await familyOf(work, file.id)).ids);
  const set = {
    ...(isAgain ? { isRevictimised: true } : {}),
    ...(input.kind === 'loss'
      ? {
          firstOn: file.firstOn === null || input.happenedOn < file.firstOn ? input.happenedOn : file.firstOn,
          lastOn: file.lastOn === null || input.happenedOn > file.lastOn ? input.happenedOn : file.lastOn,
          scamTypes: [...new Set([...file.scamTypes, input.scamType])],
          methods: [...new Set([...file.methods, input.method])],
        }
      : {}),
  };
  if (!(await changeFile(work, file, set))) return movedOn;
  return assess(work, file.id);
}

/** Takes an amount back that was written down by mistake; it is kept, and counts nowhere. */
export async function withdrawLoss(
  work: Work,
  input: { fileId: string; lossId: string },
): Promise<Result<VictimFile>> {
  const found = await fileFor(work, { fileId: input.fileId });
  if (!found.ok) return found;
  const done = await work.db
    .updateTable('safeguarding.loss')
    .set({ withdrawnAt: work.clock.now(), withdrawnBy: officerOf(work).officerId })
    .where('id', '=', input.lossId)
    .where('fileId', 'in', (await familyOf(work, input.fileId)).ids)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) return notFound;
  await addEvent(work, found.value, { kind: 'loss-withdrawn', words: 'An amount was taken back' });
  return assess(work, input.fileId);
}

/** Sets the points of a rule, or a threshold, for the officer's agency from now on. Files keep what they were given until they change. */
export async function setRule(
  work: Work,
  input: { code: string; points: number; why: string },
): Promise<Result<{ code: string }>> {
  const officer = officerOf(work);
  const own = new Map((await ownRules(work, officer.agencyId)).map((rule) => [rule.code, rule.points]));
  work.note.detail = { code: input.code, from: own.get(input.code) ?? null, to: input.points };
  await work.db
    .insertInto('safeguarding.rule')
    .values({
      id: work.ids.next(),
      agencyId: officer.agencyId,
      ...input,
      setAt: work.clock.now(),
      setBy: officer.officerId,
    })
    .execute();
  return ok({ code: input.code });
}
