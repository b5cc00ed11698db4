import { keepEdition } from '../../enforcement/index.ts';
import {
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { workedOnFile } from '../conflict/conflict.store.ts';
import type { Named } from '../link/link.store.ts';
import { signsOf } from '../package/draft.commands.ts';
import { paragraphsNamed } from '../package/draft.store.ts';
import { revealing } from '../package/revealing.ts';
import { answersOn } from '../vetting/vetting.words.ts';
import { scheduleOf } from './enquiry.documents.ts';
import type { EnquiryLineInput } from './enquiry.forms.ts';
import {
  dropLine,
  type Enquiry,
  type EnquiryLine,
  enquiriesAbout,
  findEnquiry,
  holdEnquiry,
  itemOfReference,
  keepAnswer,
  keepEnquiry,
  keepLine,
  linesOf,
} from './enquiry.store.ts';
import { answersFor, groundsOf, scheduleSeen, testsOf } from './enquiry.words.ts';
import { codeOf, type Holding, holdingsOf } from './holding.store.ts';

/**
 * Asks the intelligence side about a file. Nothing is looked up here: whatever is known, the same row is written, the same words
 * come back, and that it was considered crosses in the same round.
 *
 * @param given.about what the file is about, as the list of the unit names it
 */
export async function askUnit(
  work: Work,
  given: {
    file: { id: string; reference: string; serviceId?: string };
    about: string;
    subjects: readonly Named[];
  },
): Promise<Result<{ id: string }>> {
  officerOf(work);
  const [open] = (await enquiriesAbout(work, given.file.id)).filter(
    ({ consideredOn }) => consideredOn === null,
  );
  if (open)
    return refusedByRule(
      'enquiry.open',
      `The unit was asked on ${open.askedOn} and has not considered it yet.`,
      'Wait for the round, and ask again when something new comes up.',
    );
  const id = work.ids.next();
  const isAsked = await keepEnquiry(work, { ...given, id, answersOn: answersOn(work.clock.today()) });
  return isAsked
    ? ok({ id })
    : refusedByRule(
        'enquiry.no-unit',
        'No agency here keeps an intelligence unit yet.',
        'Ask the disclosure officer of the police in writing.',
      );
}

const movedOn = stale('Somebody has answered this enquiry since you opened it. Reload the page.');

async function toAnswer(work: Work, enquiryId: string): Promise<Result<Enquiry>> {
  await holdEnquiry(work, enquiryId);
  const found = await findEnquiry(work, enquiryId);
  if (!found) return notFound;
  about(work, 'enquiry', found.id);
  if (await workedOnFile(work, found.id))
    return refusedByRule(
      'enquiry.own-work',
      'You had a hand in the file that this is about before you came to the unit.',
      'Somebody of the unit who had none considers it.',
    );
  return found.answer === null ? ok(found) : movedOn;
}

/** The sanitised text of an item, to be given to somebody who asked for their own data; nothing that points to a source. */
async function textToGive(work: Work, paragraphIds: readonly string[]): Promise<Result<string>> {
  const against = (words: string) => invalid({ field: 'test', words });
  const paragraphs = await paragraphsNamed(work, paragraphIds);
  if (paragraphs.length < paragraphIds.length || paragraphs.some(({ sanitised }) => sanitised === ''))
    return against('Not every paragraph of it is graded and has text that may cross');
  for (const one of paragraphs) {
    const { body: raw, riskToSource, pointing, pseudonym } = one;
    if (one.grade.handling === 'C') return against('It is under handling code C: it is given to nobody else');
    // Whoever it is about reads it, and knows best who could have told: a sign is enough to stop it here.
    const [sign] = signsOf([one]);
    if (sign) return against(`It may tell who gave it. ${sign}`);
    const why = revealing(one.sanitised, { raw, riskToSource, pointing, pseudonym: pseudonym ?? undefined });
    if (why) return against(why);
  }
  return ok(paragraphs.map(({ sanitised }) => sanitised).join('\n'));
}

/** Puts something on the sensitive schedule. */
export async function addLine(
  work: Work,
  input: EnquiryLineInput & { enquiryId: string },
): Promise<Result<Enquiry>> {
  const found = await toAnswer(work, input.enquiryId);
  if (!found.ok) return found;
  const { purpose } = found.value;
  if (!groundsOf(purpose).includes(input.ground))
    return invalid({ field: 'ground', words: 'Choose a ground from the list' });
  if (!testsOf(purpose).includes(input.test))
    return invalid({ field: 'test', words: 'Choose from the list' });
  const item = input.itemReference
    ? await itemOfReference(work, input.itemReference.toUpperCase())
    : undefined;
  if (input.itemReference && !item)
    return invalid({ field: 'itemReference', words: 'The unit has no item with this reference' });
  const holding = await heldAs(work, input);
  if (!holding.ok) return holding;
  const isGiven = input.test === 'give';
  if (isGiven && !item)
    return invalid({ field: 'itemReference', words: 'Enter the item whose sanitised text is given' });
  const given = isGiven && item ? await textToGive(work, item.paragraphIds) : ok('');
  if (!given.ok) return given;
  const { enquiryId, words, ground, test, reason } = input;
  await keepLine(work, {
    ...{ enquiryId, words, ground, test, reason },
    itemId: item?.id ?? null,
    watchId: holding.value?.kind === 'watch' ? holding.value.id : null,
    commissionId: holding.value?.kind === 'commission' ? holding.value.id : null,
    given: given.value,
  });
  return found;
}

/** The entry of the watchlist, or the commission, that a line names; nothing of either is ever given. */
async function heldAs(
  work: Work,
  input: EnquiryLineInput & { enquiryId: string },
): Promise<Result<Holding | undefined>> {
  if (!input.holding) return ok(undefined);
  const against = (words: string) => invalid({ field: 'holding', words });
  if (input.itemReference) return against('Choose one: an item, or this');
  const found = (await holdingsOf(work, input.enquiryId)).find((one) => codeOf(one) === input.holding);
  if (!found) return against('Choose it from the list');
  return input.test === 'give'
    ? invalid({ field: 'test', words: 'Nothing of it is given: of an item its sanitised text is' })
    : ok(found);
}

/** What is held of somebody whom the enquiry names and stands on no line yet. */
export async function offSchedule(
  work: Work,
  enquiryId: string,
  lines: readonly EnquiryLine[],
): Promise<Holding[]> {
  const on = new Set(lines.flatMap(({ watchId, commissionId }) => [watchId, commissionId]));
  return (await holdingsOf(work, enquiryId)).filter(({ id }) => !on.has(id));
}

/** What stands against giving the lines as they were put on the schedule: an item can be graded anew since, or its source be at risk. */
async function againstGiving(work: Work, lines: readonly EnquiryLine[]): Promise<string | undefined> {
  for (const { given, itemReference } of lines.filter(({ test }) => test === 'give')) {
    const item = itemReference ? await itemOfReference(work, itemReference) : undefined;
    const now = item && (await textToGive(work, item.paragraphIds));
    if (!now?.ok || now.value !== given)
      return `${itemReference} was changed since it was put on the schedule, or may not be given any more: take its line off`;
  }
  return undefined;
}

/** Takes a line off the schedule, until the enquiry is answered. */
export async function removeLine(
  work: Work,
  input: { enquiryId: string; lineId: string },
): Promise<Result<Enquiry>> {
  const found = await toAnswer(work, input.enquiryId);
  if (!found.ok) return found;
  return (await dropLine(work, input)) ? found : notFound;
}

/** Answers, for the unit: the schedule is printed and kept here, and in its round nothing crosses but the day. */
export async function answerEnquiry(
  work: Work,
  { seen, ...input }: { enquiryId: string; answer: string; reason: string; prosecutor: string; seen: string },
): Promise<Result<Enquiry>> {
  const found = await toAnswer(work, input.enquiryId);
  if (!found.ok) return found;
  const one = found.value;
  const answer = answersFor(one.purpose).find(({ code }) => code === input.answer);
  if (!answer) return invalid({ field: 'answer', words: 'Choose an answer from the list' });
  const lines = await linesOf(work, one.id);
  if (seen && seen !== scheduleSeen(lines))
    return stale('Somebody changed the schedule while you had it open. Look at what is on it, then answer.');
  const against = answer.against({
    tests: lines.map(({ test }) => test),
    prosecutor: input.prosecutor,
  });
  if (against) return invalid(against);
  const [left] = await offSchedule(work, one.id, lines);
  if (left) return invalid({ field: 'answer', words: `Put it on the schedule first. ${left.words}` });
  const notNow = await againstGiving(work, lines);
  if (notNow) return invalid({ field: 'answer', words: notNow });
  if (!(await keepAnswer(work, input))) return movedOn;
  const { agencyId, agencyName: unitName } = officerOf(work);
  await keepEdition(
    work,
    'enquiry',
    { id: one.id, agencyId, reference: one.reference },
    {
      kind: 'schedule',
      document: scheduleOf(one, { ...input, lines, unitName, asAt: work.clock.now() }),
      showsAddress: false,
    },
  );
  return found;
}
