import { areasAt } from '../directory/index.ts';
import { addEvidence, draftPenalty, offenceName } from '../enforcement/index.ts';
import { invalid, ok, type Result } from '../platform/failures/failures.ts';
import type { Upload } from '../platform/http/declare.ts';
import type { Work } from '../platform/http/work.ts';
import type { NoticeInput } from './capture.forms.ts';
import type { Made } from './capture.kinds.ts';
import { findPhoto, takePhoto } from './photo.store.ts';

/** What the notice's evidence is called; the time and the hash stand in columns of their own. */
const photoWords = (words: string): string => words || 'Photograph taken by the officer';

/** So much may a telephone's clock go before the service's, in milliseconds. */
const clockSlack = 5 * 60_000;

/**
 * When the telephone says that something was taken. A time that has not come yet is no time of evidence: its clock was wrong, what it
 * said stands in the words, and when it arrived stands beside it as always.
 */
function tookAt({ clock }: Work, takenAt: Date, words: string): { words: string; takenAt: Date | undefined } {
  return takenAt.getTime() > clock.now().getTime() + clockSlack
    ? { words: `${words} (the telephone’s clock was wrong: ${takenAt.toISOString()})`, takenAt: undefined }
    : { words, takenAt };
}

/** A photograph that has arrived, whole and the very one that was meant. */
async function arrived(work: Work, meant: { id: string; sha256: string }): Promise<Result<Upload>> {
  const found = await findPhoto(work, meant.id);
  if (found?.sha256 !== meant.sha256)
    return invalid({ field: 'photos', words: 'A photo has not arrived yet. It is sent again by itself' });
  const { mediaType, content } = found;
  const name = `${meant.sha256.slice(0, 12)}.${mediaType.split('/')[1] ?? 'bin'}`;
  return ok({ field: 'photo', name, mediaType, content, isTooLarge: false });
}

/** Drafts a fixed penalty notice as the composer does, and adds statement, photographs and signature as its evidence. */
export async function deliverNotice(work: Work, input: NoticeInput): Promise<Result<Made>> {
  const { draft, point } = input;
  const areas = point
    ? await areasAt(work.db, point.lon, point.lat, draft.offenceOn ?? work.clock.today())
    : undefined;
  const near =
    point && areas
      ? { lon: point.lon, lat: point.lat, wardCode: areas.wardCode, districtCode: areas.districtCode }
      : undefined;
  const made = await draftPenalty(work, draft, near);
  if (!made.ok) return made;
  const penalty = made.value;
  const add = (evidence: Omit<Parameters<typeof addEvidence>[1], 'penaltyId'>) =>
    addEvidence(work, { penaltyId: penalty.id, ...evidence });
  if (input.statement) {
    const done = await add({ kind: 'statement', words: input.statement });
    if (!done.ok) return done;
  }
  for (const photo of input.photos) {
    const upload = await arrived(work, photo);
    if (!upload.ok) return upload;
    const told = tookAt(work, photo.takenAt, photoWords(photo.words));
    const done = await add({ kind: 'photo', ...told, upload: upload.value });
    if (!done.ok) return done;
    await takePhoto(work, photo.id);
  }
  const signed = await sign(work, input.signature, add);
  if (!signed.ok) return signed;
  return ok({
    ...{ recordKind: 'penalty', recordId: penalty.id, reference: penalty.reference },
    ...{ words: `Draft ${penalty.reference}: ${offenceName(draft.offence)}`, as: 'penalty.drafted' },
    href: `/penalties/${penalty.id}`,
  });
}

type Add = (evidence: Omit<Parameters<typeof addEvidence>[1], 'penaltyId'>) => ReturnType<typeof addEvidence>;

/** How the person signed: by hand, by a name that they said and the officer typed, or not. */
async function sign(
  work: Work,
  signature: NoticeInput['signature'],
  add: Add,
): Promise<Awaited<ReturnType<typeof addEvidence>> | Result<undefined>> {
  if (!signature) return ok(undefined);
  if (signature.how === 'declined') return add({ kind: 'signature', words: 'Asked to sign, and did not' });
  if (signature.how === 'typed')
    return add({ kind: 'signature', words: `Signed as “${signature.name}”, typed at their word` });
  const upload = await arrived(work, signature);
  if (!upload.ok) return upload;
  const told = tookAt(work, signature.takenAt, `Signed by hand on the telephone: ${signature.name}`);
  const done = await add({ kind: 'signature', ...told, upload: upload.value });
  if (done.ok) await takePhoto(work, signature.id);
  return done;
}
