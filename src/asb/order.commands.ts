import type { z } from 'zod';
import { addEvent, addMonths, keepEdition } from '../enforcement/index.ts';
import { addDays } from '../platform/clock/clock.ts';
import { changeRow } from '../platform/database/change.ts';
import {
  type FieldProblem,
  invalid,
  notFound,
  ok,
  type Result,
  stale,
} from '../platform/failures/failures.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { dayWords } from '../platform/ui/index.ts';
import { liveCase, notToCome, openAsbCase, toldCase } from './case.commands.ts';
import type { breachSchema, orderSchema } from './case.forms.ts';
import type { AsbCase } from './case.store.ts';
import { type OrderPaper, orderPaperOf } from './order.documents.ts';
import { findOrder, type OrderFile } from './order.store.ts';
import { orderKindWords, orderLines, orderStatusWords } from './order.transitions.ts';
import { planRelease } from './plan.commands.ts';
import { orderLength } from './risk.ts';
import { type AsbSteps, openFile } from './steps.ts';

/** How a contract and an order go on: each by its own table. */
const stepsOf = (kind: OrderFile['kind']): AsbSteps<OrderFile, { file: OrderFile; today: string }> => ({
  procedure: 'order',
  recordKind: 'asb-order',
  lines: orderLines[kind],
  words: orderStatusWords,
  find: findOrder,
  actor: ({ agencyId }) => ({ agencyId, otherwise: notFound }),
  facts: async (work, file) => ({ file, today: work.clock.today() }),
  needs: {
    'of-age': ({ file, today }) => ({
      words: 'They are old enough',
      met: orderLength(file.kind, file.age, today) !== undefined,
      mend: 'There is none for somebody under ten.',
      field: '',
    }),
    'terms-written': ({ file }) => ({
      words: 'Its terms are written',
      met: file.terms.length > 0,
      mend: 'Prepare it anew with its terms.',
      field: '',
    }),
    convicted: ({ file }) => ({
      words: 'They were convicted: an order is made on conviction alone',
      met: file.convictedOn !== null,
      mend: 'Prepare it anew with the day of the conviction.',
      field: '',
    }),
    'youth-team-consulted': ({ file, today }) => ({
      words: 'Of somebody under 18, the youth offending team was consulted first',
      met: file.youthTeamOn !== null || !orderLength(file.kind, file.age, today)?.needsYouthTeam,
      mend: 'Consult the youth offending team, and prepare it anew with the day.',
      field: '',
    }),
    'review-come': ({ file, today }) => ({
      words: 'The review has come round',
      met: file.reviewOn !== null && file.reviewOn <= today,
      mend: file.reviewOn ? `It is due on ${dayWords(file.reviewOn)}.` : 'None is due.',
      field: '',
    }),
    'term-over': ({ file, today }) => ({
      words: 'Its last day is over',
      met: file.endsOn !== null && file.endsOn < today,
      mend: file.endsOn ? `Its last day is ${dayWords(file.endsOn)}.` : 'It runs until further order.',
      field: '',
    }),
  },
  async apply(work, { line, file, input }) {
    if (line.action === 'review' || line.action === 'yearly-review')
      return ok({ reviewOn: nextReview(work, file) });
    if (line.action === 'end' || line.action === 'discharge') return endedOn(work, file, input.on ?? '');
    if (line.action !== 'sign' && line.action !== 'make') return ok({});
    const age = input.age ?? file.age;
    if (age < file.age) return invalid({ field: 'age', words: `They were ${file.age} when it was prepared` });
    const dates = madeDates(work, { ...file, age }, input.on ?? '', input.endsOn);
    return dates.ok ? ok({ ...dates.value, age }) : dates;
  },
  change: (work, file, set) => changeRow(work.db, 'asb.orderFile', file, set),
  async after(work, { line, file, input }) {
    const paper = orderLines[file.kind].find(({ action }) => action === line.action)?.paper;
    if (paper) await keepOrderPaper(work, file.id, paper);
    if (input.words)
      await addEvent(
        work,
        'asb',
        { id: file.asbId, agencyId: file.agencyId },
        {
          kind: 'order-words',
          words: `${orderKindWords[file.kind]}: ${line.past.toLowerCase()}`,
          reason: input.words,
        },
      );
    else
      await addEvent(
        work,
        'asb',
        { id: file.asbId, agencyId: file.agencyId },
        { kind: `order-${line.action}`, words: `${orderKindWords[file.kind]}: ${line.past.toLowerCase()}` },
      );
  },
});
/** Makes a paper of a contract or an order as it stands now, and keeps it. */
async function keepOrderPaper(work: Work, id: string, kind: OrderPaper, breachOn?: string): Promise<void> {
  const order = await findOrder(work, id);
  if (!order) return;
  const parts = { kind, order, officer: officerOf(work).name, asAt: work.clock.now() };
  const document = orderPaperOf(breachOn === undefined ? parts : { ...parts, breachOn });
  await keepEdition(work, 'order', order, { kind, document, showsAddress: false });
}
/** It runs no longer than to the day it was ended: what is done after is no breach of it. */
function endedOn(work: Work, file: OrderFile, on: string): Result<Record<string, unknown>> {
  const problems: FieldProblem[] = notToCome(work, 'on', on);
  if (file.madeOn !== null && on < file.madeOn)
    problems.push({ field: 'on', words: `It began on ${dayWords(file.madeOn)}` });
  if (file.endsOn !== null && on > file.endsOn)
    problems.push({ field: 'on', words: `Its last day was ${dayWords(file.endsOn)}` });
  return problems.length > 0 ? invalid(...problems) : ok({ endsOn: on, reviewOn: null });
}
/** The next yearly review of an order for somebody young; of a contract one review is enough. */
function nextReview(work: Work, file: OrderFile): string | null {
  const rule = orderLength(file.kind, file.age, file.madeOn ?? work.clock.today());
  if (file.kind === 'abc' || !rule?.reviewMonths || !file.reviewOn) return null;
  const next = addMonths(file.reviewOn, rule.reviewMonths);
  return file.endsOn !== null && next > file.endsOn ? null : next;
}
/** From when until when it runs, and when it is reviewed, by the rule for the age on the day; or what is wrong with the days. */
function madeDates(
  work: Work,
  file: OrderFile,
  on: string,
  given: string | undefined,
): Result<Record<string, unknown>> {
  const problems: FieldProblem[] = notToCome(work, 'on', on);
  const rule = orderLength(file.kind, file.age, on);
  if (!rule) return invalid({ field: 'on', words: 'There was no such order on that day' });
  if (file.convictedOn && on < file.convictedOn)
    problems.push({ field: 'on', words: `They were convicted on ${dayWords(file.convictedOn)}` });
  if (file.youthTeamOn && on < file.youthTeamOn)
    problems.push({ field: 'on', words: 'The youth offending team is consulted before it is made' });
  // A period of six months that begins on the 3rd ends on the 2nd.
  const after = (months: number) => addDays(addMonths(on, months), -1);
  const endsOn = given ?? (rule.usualMonths === null ? null : after(rule.usualMonths));
  if (endsOn === null && !rule.mayBeIndefinite)
    problems.push({ field: 'endsOn', words: 'Enter its last day: it cannot run until further order' });
  if (endsOn !== null && endsOn < on) problems.push({ field: 'endsOn', words: 'It ends before it begins' });
  else if (endsOn !== null && rule.minMonths !== null && endsOn < after(rule.minMonths))
    problems.push({
      field: 'endsOn',
      words: `It lasts ${rule.minMonths / 12} year${rule.minMonths === 12 ? '' : 's'} at least: to ${dayWords(after(rule.minMonths))}`,
    });
  else if (endsOn !== null && rule.maxMonths !== null && endsOn > after(rule.maxMonths))
    problems.push({
      field: 'endsOn',
      words: `It lasts ${rule.maxMonths / 12} years at most: to ${dayWords(after(rule.maxMonths))}`,
    });
  if (problems.length > 0) return invalid(...problems);
  const reviewOn = rule.reviewMonths === null ? null : addMonths(on, rule.reviewMonths);
  return ok({ madeOn: on, endsOn, reviewOn: reviewOn && endsOn && reviewOn > endsOn ? null : reviewOn });
}
/** The steps of one file, by its kind; both kinds give the same way to a file that is not there. */
export async function orderStepsFor(work: Work, id: string) {
  return stepsOf((await findOrder(work, id))?.kind ?? 'abc');
}
export const openOrder = (work: Work, id: string): Promise<Result<OrderFile>> =>
  openFile(stepsOf('abc'), work, id);

/** Prepares a contract to be offered, or an order that the court is asked for. */
export async function prepareOrder(
  work: Work,
  input: z.output<typeof orderSchema> & { asbId: string },
): Promise<Result<AsbCase>> {
  const found = await liveCase(work, input.asbId);
  if (!found.ok) return found;
  const file = found.value;
  const { kind, age, court, convictedOn, youthTeamOn } = input;
  const problems = [
    ...notToCome(work, 'convictedOn', convictedOn ?? ''),
    ...notToCome(work, 'youthTeamOn', youthTeamOn ?? ''),
  ];
  if (!orderLength(kind, age, work.clock.today()))
    problems.push({
      field: 'age',
      words: `There is no ${orderKindWords[kind].toLowerCase()} for somebody under ten`,
    });
  if (problems.length > 0) return invalid(...problems);
  const terms = input.terms
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const id = work.ids.next();
  await work.db
    .insertInto('asb.orderFile')
    .values({
      ...{ id, reference: work.ids.reference('AO'), asbId: file.id, agencyId: file.agencyId },
      ...{ kind, status: orderLines[kind][0]?.from[0] ?? 'offered', age, terms, court },
      ...{ convictedOn: convictedOn ?? null, youthTeamOn: youthTeamOn ?? null },
      ...{ preparedBy: officerOf(work).officerId, preparedAt: work.clock.now() },
    })
    .execute();
  await keepOrderPaper(work, id, kind === 'abc' ? 'contract' : 'application');
  return toldCase(work, file, 'order-prepared', `${orderKindWords[kind]} prepared`);
}
/** A breach of a contract or an order. Custody with a release to come calls for a plan before it. */
export async function recordBreach(
  work: Work,
  input: z.output<typeof breachSchema> & { orderId: string },
): Promise<Result<AsbCase>> {
  const opened = await openOrder(work, input.orderId);
  if (!opened.ok) return opened;
  const order = opened.value;
  const { onDay, result, custodyFrom, releaseOn } = input;
  if (order.madeOn === null) return stale('It is not signed or made yet: it cannot be broken.');
  const problems = notToCome(work, 'onDay', onDay);
  if (onDay < order.madeOn || (order.endsOn !== null && onDay > order.endsOn))
    problems.push({
      field: 'onDay',
      words: `It ran from ${dayWords(order.madeOn)}${order.endsOn ? ` to ${dayWords(order.endsOn)}` : ''}`,
    });
  if (result === 'custody' && order.kind === 'abc')
    problems.push({ field: 'result', words: 'A contract is voluntary: its breach is no offence' });
  if (result === 'custody' && !custodyFrom)
    problems.push({ field: 'custodyFrom', words: 'Enter the day custody began' });
  if (result === 'custody' && !releaseOn)
    problems.push({ field: 'releaseOn', words: 'Enter the day they are expected to be released' });
  if (result !== 'custody' && (custodyFrom || releaseOn))
    problems.push({ field: 'result', words: 'Days of custody are given, and the result is another' });
  problems.push(...notToCome(work, 'custodyFrom', custodyFrom ?? ''));
  if (custodyFrom && custodyFrom < onDay)
    problems.push({ field: 'custodyFrom', words: 'Custody began before the breach' });
  if (custodyFrom && releaseOn && releaseOn <= custodyFrom)
    problems.push({ field: 'releaseOn', words: 'The release is after custody began' });
  if (problems.length > 0) return invalid(...problems);
  const id = work.ids.next();
  await work.db
    .insertInto('asb.breach')
    .values({
      ...{
        id,
        orderId: order.id,
        asbId: order.asbId,
        agencyId: order.agencyId,
        onDay,
        words: input.words,
        result,
      },
      ...{ custodyFrom: custodyFrom ?? null, releaseOn: releaseOn ?? null },
      ...{ addedBy: officerOf(work).officerId, at: work.clock.now() },
    })
    .execute();
  await keepOrderPaper(work, order.id, 'breach-letter', onDay);
  await addEvent(work, 'order', order, { kind: 'breach', words: `Breach of ${dayWords(onDay)}` });
  const found = await openAsbCase(work, order.asbId);
  if (!found.ok) return found;
  if (releaseOn) await planRelease(work, found.value, { breachId: id, releaseOn });
  return toldCase(work, found.value, 'breach', `Breach of ${orderKindWords[order.kind].toLowerCase()}`);
}
