import { invalid, notFound, ok, type Result, stale } from '../platform/failures/failures.ts';
import type { Upload } from '../platform/http/declare.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { cameraWords, keepEvidenceFile } from './evidence-file.ts';
import type { EvidenceKind } from './penalty.words.ts';
import { movedOn } from './procedure.commands.ts';
import { addEvent } from './procedure.store.ts';
import { fileToWork, partClosed } from './protection.commands.ts';
import { openProtection } from './protection.queries.ts';
import { changeProtection, findProtection, type Protection } from './protection.store.ts';
import { stageOf } from './protection.ts';
import type { RequirementKind } from './protection.words.ts';
import { findSubject, listRequirements } from './protection-parts.store.ts';

/** Writes down whom the issuer informed before a notice, or why nobody: s.43(6). */
export async function tellOthers(
  work: Work,
  input: { protectionId: string; version: number; othersTold: string },
): Promise<Result<Protection>> {
  const found = await fileToWork(work, input);
  if (!found.ok) return found;
  const file = found.value;
  const closed = partClosed(file, 'others-told');
  if (closed) return closed;
  if (!(await changeProtection(work.db, file, { status: file.status }))) return movedOn();
  await work.db
    .updateTable('enforcement.protectionSubject')
    .set({ othersTold: input.othersTold })
    .where('protectionId', '=', file.id)
    .execute();
  await addEvent(work, 'protection', file, {
    kind: 'others-told',
    words: 'Considered who else must be told',
  });
  return openProtection(work, file.id);
}

/** Adds what shows the conduct on a day, with its file if there is one. */
export async function addConductEvidence(
  work: Work,
  input: {
    protectionId: string;
    kind: EvidenceKind;
    happenedOn: string;
    words: string;
    upload?: Upload | undefined;
  },
): Promise<Result<Protection>> {
  const found = await fileToWork(work, input);
  if (!found.ok) return found;
  const file = found.value;
  const closed = partClosed(file, 'evidence');
  if (closed) return closed;
  if (input.happenedOn > work.clock.today())
    return invalid({ field: 'happenedOn', words: 'The day it happened cannot be in the future' });
  const { officerId } = officerOf(work);
  const evidenceId = work.ids.next();
  const exhibit = {
    of: 'protection-evidence',
    id: evidenceId,
    kind: input.kind,
    hidesPlace: (await findSubject(work, file.id))?.isAddressHidden ?? false,
  } as const;
  const kept = await keepEvidenceFile(work, exhibit, input.upload);
  if (!kept.ok) return kept;
  await work.db
    .insertInto('enforcement.protectionEvidence')
    .values({
      id: evidenceId,
      protectionId: file.id,
      agencyId: file.agencyId,
      kind: input.kind,
      happenedOn: input.happenedOn,
      words: input.words,
      ...kept.value,
      addedBy: officerId,
      addedAt: work.clock.now(),
    })
    .execute();
  await addEvent(work, 'protection', file, {
    kind: 'evidence',
    words: `Evidence added: ${input.kind}${kept.value.cameraAt ? `; its camera says that it was taken on ${cameraWords(kept.value.cameraAt)}` : ''}`,
  });
  return ok(file);
}

/** Adds to what the warning or the notice in hand will ask. */
export async function addRequirement(
  work: Work,
  input: {
    protectionId: string;
    version: number;
    kind: RequirementKind;
    words: string;
    byDay?: string | undefined;
  },
): Promise<Result<Protection>> {
  const found = await fileToWork(work, input);
  if (!found.ok) return found;
  const file = found.value;
  const stage = stageOf(file);
  if (!stage) return stale('Its requirements stand: nothing can be added to a notice that was served.');
  if (input.byDay && input.byDay < work.clock.today())
    return invalid({ field: 'byDay', words: 'The last day for it cannot be in the past' });
  if (!(await changeProtection(work.db, file, { status: file.status }))) return movedOn();
  await work.db
    .insertInto('enforcement.protectionRequirement')
    .values({
      id: work.ids.next(),
      protectionId: file.id,
      agencyId: file.agencyId,
      stage,
      kind: input.kind,
      words: input.words,
      byDay: input.byDay ?? null,
      addedAt: work.clock.now(),
    })
    .execute();
  return openProtection(work, file.id);
}

/** Takes out a requirement of the letter in hand. */
export async function removeRequirement(
  work: Work,
  input: { protectionId: string; requirementId: string; version: number },
): Promise<Result<Protection>> {
  const found = await fileToWork(work, input);
  if (!found.ok) return found;
  const file = found.value;
  const asked = (await listRequirements(work, file.id)).find((r) => r.id === input.requirementId);
  if (!asked) return notFound;
  if (asked.stage !== stageOf(file))
    return stale('It stands in a letter that was served: it is not taken out.');
  if (!(await changeProtection(work.db, file, { status: file.status }))) return movedOn();
  await work.db.deleteFrom('enforcement.protectionRequirement').where('id', '=', asked.id).execute();
  const after = await findProtection(work, file.id);
  return after ? ok(after) : notFound;
}
