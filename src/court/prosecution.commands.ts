import { createHash } from 'node:crypto';
import { caseToWork, keepEdition, listEditions, sentAs } from '../enforcement/index.ts';
import { openKept } from '../intake/index.ts';
import { askUnit, enquiriesAbout, hadHandIn, ownWork } from '../intelligence/index.ts';
import { londonInstant } from '../platform/clock/clock.ts';
import { invalid, notFound, ok, type Result, refusedByRule, stale } from '../platform/failures/failures.ts';
import type { Upload } from '../platform/http/declare.ts';
import { about, officerOf, type Work } from '../platform/http/work.ts';
import { continuityHash } from './continuity.ts';
import type { PaperKind } from './court.words.ts';
import { prosecutionPaper } from './prosecution.documents.ts';
import type { ItemInput, PaperInput, SupportInput } from './prosecution.forms.ts';
import {
  fileOfItem,
  findProsecution,
  itemsOf,
  keepContinuity,
  keepItem,
  keepProsecution,
  keepSupport,
  officersOnSupport,
  type Prosecution,
  packagesOfCase,
  prosecutionOfCase,
} from './prosecution.store.ts';

/** A file of the viewer's own service; noted in the audit by its id. To anybody else there is none. */
export async function openProsecution(work: Work, id: string): Promise<Result<Prosecution>> {
  const found = await findProsecution(work, id);
  if (!found) return notFound;
  about(work, 'prosecution', found.id);
  return ok(found);
}
const quicker = stale(
  'Somebody added to this file at the same moment. Look at what they did, then try again.',
);

/** Opens a prosecution file on a case, for the viewer's own service on it; the file that there is where one is open already. */
export async function startProsecution(work: Work, input: { caseId: string }): Promise<Result<Prosecution>> {
  const found = await caseToWork(work, input.caseId);
  if (!found.ok) return found;
  const own = officerOf(work).serviceIds.find((id) => found.value.serviceIds.includes(id));
  if (!own)
    return refusedByRule(
      'prosecution.not-on-case',
      'Your own service is not on this case.',
      'Ask the leading service to add it.',
    );
  const there = await prosecutionOfCase(work, input.caseId);
  if (there) return ok(there);
  if (await hadHandIn(work, await packagesOfCase(work, input.caseId))) return ownWork;
  const id = work.ids.next();
  const row = { id, reference: work.ids.reference('PF'), caseId: input.caseId, serviceId: own };
  if (!(await keepProsecution(work, { ...row, title: found.value.title }))) return quicker;
  return openProsecution(work, id);
}

/** Writes down an exhibit or unused material, with the first line of its continuity. Nothing of it can be changed afterwards. */
export async function addItem(
  work: Work,
  input: ItemInput & { prosecutionId: string; upload?: Upload | undefined },
): Promise<Result<Prosecution>> {
  const found = await openProsecution(work, input.prosecutionId);
  if (!found.ok) return found;
  const capturedAt = londonInstant(input.capturedOn, input.capturedTime);
  if (capturedAt > work.clock.now())
    return invalid({ field: 'capturedOn', words: 'The time it was taken cannot be in the future' });
  const { upload } = input;
  if (upload?.isTooLarge) return invalid({ field: 'file', words: 'The file is too large' });
  const made = upload ? createHash('sha256').update(upload.content).digest('hex') : undefined;
  if (made && input.sha256 && made !== input.sha256)
    return invalid({
      field: 'sha256',
      words: 'The file does not have this hash: it is another file, or it was changed',
    });
  const items = await itemsOf(work, input.prosecutionId);
  const id = work.ids.next();
  const isKept = await keepItem(work, {
    ...{ id, prosecutionId: input.prosecutionId, number: items.length + 1, kind: input.kind },
    ...{ isUsed: !input.isUnused, words: input.words, capturedAt, capturedBy: input.capturedBy },
    ...{ keptAt: input.keptAt, sha256: made ?? input.sha256 ?? null, test: input.test ?? '' },
    name: upload?.name ?? null,
    mediaType: upload ? sentAs(upload) : null,
    content: upload?.content ?? null,
  });
  if (!isKept) return quicker;
  const line = {
    itemId: id,
    position: 0,
    words: `Written down; kept at ${input.keptAt}`,
    at: work.clock.now(),
  };
  await keepContinuity(work, {
    ...line,
    hash: continuityHash('', { ...line, officerId: officerOf(work).officerId }),
  });
  return found;
}

/** The file of an item to look at, as `openKept` gives it. What was kept stays byte for byte under its hash. */
export async function openItem(
  work: Work,
  input: { prosecutionId: string; evidenceItemId: string },
): Promise<Result<{ name: string; mediaType: string; content: Buffer; sha256: string; inline: boolean }>> {
  const found = await openProsecution(work, input.prosecutionId);
  if (!found.ok) return found;
  const kept = await fileOfItem(work, input);
  if (!kept) return notFound;
  const open = openKept(kept, 'never');
  if (!open.ok) return open;
  return ok({ ...kept, mediaType: kept.mediaType ?? 'application/octet-stream', ...open.value });
}

/** Adds a line to the continuity of an item. */
export async function addContinuity(
  work: Work,
  input: { prosecutionId: string; number: number; words: string },
): Promise<Result<Prosecution>> {
  const found = await openProsecution(work, input.prosecutionId);
  if (!found.ok) return found;
  const item = (await itemsOf(work, input.prosecutionId)).find(({ number }) => number === input.number);
  if (!item) return invalid({ field: 'number', words: 'There is no such item on this file' });
  const last = item.continuity.at(-1);
  const line = {
    ...{ itemId: item.id, position: item.continuity.length, words: input.words, at: work.clock.now() },
    officerId: officerOf(work).officerId,
  };
  const { officerId: _, ...row } = line;
  const isKept = await keepContinuity(work, { ...row, hash: continuityHash(last?.hash ?? '', line) });
  return isKept ? found : quicker;
}

/** Asks the intelligence unit whether there is relevant material about the case. What it holds is never told here. */
export async function askRelevance(
  work: Work,
  input: {
    prosecutionId: string;
    about: string;
    subjects: Parameters<typeof askUnit>[1]['subjects'];
  },
): Promise<Result<Prosecution>> {
  const found = await openProsecution(work, input.prosecutionId);
  if (!found.ok) return found;
  const { id, reference, serviceId } = found.value;
  const done = await askUnit(work, {
    file: { id, reference, serviceId },
    about: input.about,
    subjects: input.subjects,
  });
  return done.ok ? found : done;
}

/**
 * Names somebody on evidential support, who then reads this file and adds evidence and papers to it, or ends that. To whoever is
 * named the sources behind the case stay closed, should they go back to the unit (domain section 7, no. 22): nothing of that is told here.
 */
export async function changeSupport(
  work: Work,
  input: SupportInput & { prosecutionId: string },
): Promise<Result<Prosecution>> {
  const found = await openProsecution(work, input.prosecutionId);
  if (!found.ok) return found;
  const { supporterIds, serviceId } = found.value;
  if (!officerOf(work).serviceIds.includes(serviceId)) return notFound;
  const { officerId, words } = input;
  const isNamed = input.act === 'name';
  if (isNamed && !(await officersOnSupport(work)).some(({ id }) => id === officerId))
    return invalid({
      field: 'officerId',
      words: 'Choose somebody of your agency who is on evidential support',
    });
  if (isNamed === supporterIds.includes(officerId))
    return invalid({
      field: 'officerId',
      words: isNamed ? 'The file names them already' : 'The file does not name them',
    });
  await keepSupport(work, found.value, { officerId, isNamed, words });
  about(work, 'prosecution', found.value.id, { officerId, isNamed });
  return openProsecution(work, input.prosecutionId);
}

/** Makes the next edition of a paper, as PDF and as Word, and keeps both with their hashes. */
export async function makePaper(
  work: Work,
  input: PaperInput & { prosecutionId: string },
): Promise<Result<Prosecution>> {
  const found = await openProsecution(work, input.prosecutionId);
  if (!found.ok) return found;
  const file = found.value;
  const { witness, words } = input;
  const papers = (await listEditions<PaperKind>(work, 'prosecution', file.id)).filter(
    ({ format }) => format === 'pdf',
  );
  const document = prosecutionPaper(input.kind, {
    ...{ file, papers, asAt: work.clock.now() },
    items: await itemsOf(work, file.id),
    enquiries: await enquiriesAbout(work, file.id),
    ...(witness && words ? { statement: { witness, words } } : {}),
  });
  await keepEdition(work, 'prosecution', file, { kind: input.kind, document, showsAddress: false });
  return found;
}
