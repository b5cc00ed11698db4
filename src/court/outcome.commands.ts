import { tellOutcome } from '../intelligence/index.ts';
import { invalid, notFound, ok, type Result, stale } from '../platform/failures/failures.ts';
import { about, type Work } from '../platform/http/work.ts';
import { dayWords, moneyWords } from '../platform/ui/index.ts';
import { safeContactOf } from '../safeguarding/index.ts';
import { channels, courtResultWords } from './court.words.ts';
import type { OutcomeInput } from './outcome.forms.ts';
import {
  type EndedCase,
  findEnded,
  keepOutcome,
  keepTold,
  keepVictim,
  type Outcome,
  tellingsOf,
  victimOfReference,
} from './outcome.store.ts';
import { openProsecution } from './prosecution.commands.ts';
import { type Prosecution, packagesOfCase } from './prosecution.store.ts';

/** What goes back to the package: numbers and the court, nobody's name. */
const fedBack = (given: Outcome): string =>
  [
    `${courtResultWords[given.result]}, ${given.courtName}, ${dayWords(given.onDay)}`,
    `${given.convictions} of ${given.defendants} ${given.defendants === 1 ? 'defendant' : 'defendants'} convicted`,
    given.finePence > 0 && `fines ${moneyWords(given.finePence)}`,
    given.confiscationPence > 0 && `confiscation ${moneyWords(given.confiscationPence)}`,
    given.compensationPence > 0 && `compensation ${moneyWords(given.compensationPence)}`,
  ]
    .filter(Boolean)
    .join('; ');

/**
 * Records what the court decided. The packages that the case was opened on are told, and never a source; the register is told in
 * the words meant for victims.
 */
export async function recordOutcome(
  work: Work,
  input: OutcomeInput & { prosecutionId: string },
): Promise<Result<Prosecution>> {
  const found = await openProsecution(work, input.prosecutionId);
  if (!found.ok) return found;
  const { prosecutionId, finePounds, confiscationPounds, compensationPounds, ...rest } = input;
  const [finePence = 0, confiscationPence = 0, compensationPence = 0] = [
    finePounds,
    confiscationPounds,
    compensationPounds,
  ].map((pounds) => Math.round(pounds * 100));
  const given = {
    ...{ ...rest, id: work.ids.next(), reference: work.ids.reference('OC') },
    ...{ finePence, confiscationPence, compensationPence },
  };
  if (given.onDay > work.clock.today())
    return invalid({ field: 'onDay', words: 'The day of the decision cannot be in the future' });
  if (given.convictions > given.defendants)
    return invalid({ field: 'convictions', words: 'No more can be convicted than there were defendants' });
  if ((given.result === 'convicted') !== given.convictions > 0)
    return invalid({
      field: 'convictions',
      words:
        given.result === 'convicted'
          ? 'Enter how many were convicted'
          : 'Nobody is convicted where the result says so: enter 0',
    });
  if (given.convictions === 0 && given.finePence + given.confiscationPence > 0)
    return invalid({ field: 'finePounds', words: 'A fine or a confiscation follows a conviction alone' });
  const isKept = await keepOutcome(work, prosecutionId, given);
  if (!isKept) return stale('The outcome of this file is recorded already. Reload the page.');
  const result = given.result === 'convicted' ? 'result' : 'used';
  for (const packageId of await packagesOfCase(work, found.value.caseId)) {
    // Whoever has not acknowledged the package has nothing of it to say anything to; the file is noted all the same.
    await tellOutcome(work, { packageId, result, words: fedBack(given) });
  }
  about(work, 'prosecution', prosecutionId, { result: given.result });
  return found;
}

/** An outcome that the viewer's register is asked to tell; noted in the audit by its id. */
export async function openEnded(work: Work, id: string): Promise<Result<EndedCase>> {
  const found = await findEnded(work, id);
  if (!found) return notFound;
  about(work, 'outcome', found.id);
  return ok(found);
}

/** Puts somebody of the register on the list of those who are to be told. */
export async function addVictim(
  work: Work,
  input: { outcomeId: string; reference: string },
): Promise<Result<EndedCase>> {
  const found = await openEnded(work, input.outcomeId);
  if (!found.ok) return found;
  const fileId = await victimOfReference(work, input.reference.toUpperCase());
  if (!fileId) return invalid({ field: 'reference', words: 'Your register has no file with this reference' });
  await keepVictim(work, { outcomeId: input.outcomeId, fileId });
  return openEnded(work, input.outcomeId);
}

/** Writes down that a victim was told, in a way that what the register says of them allows. */
export async function recordTold(
  work: Work,
  input: { outcomeId: string; victimFileId: string; channel: string; words: string },
): Promise<Result<EndedCase>> {
  const found = await openEnded(work, input.outcomeId);
  if (!found.ok) return found;
  const victim = (await tellingsOf(work, input.outcomeId)).find(
    ({ fileId }) => fileId === input.victimFileId,
  );
  const contact = victim && (await safeContactOf(work, victim.fileId));
  if (!victim || !contact) return notFound;
  const against = channels.find(({ code }) => code === input.channel)?.against(contact);
  if (against) return invalid({ field: 'channel', words: against });
  const { channel, words } = input;
  if (!(await keepTold(work, input, { channel, words })))
    return stale('Somebody has told them already. Reload the page.');
  work.note.detail.channel = channel;
  return openEnded(work, input.outcomeId);
}
