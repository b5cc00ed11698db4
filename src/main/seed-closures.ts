import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { County } from '../../county/index.ts';
import { closureBreachOn, closureChecklistOn, closureLimitOn } from '../../reference/closure.ts';
import { type ClosurePaperParts, closurePaperOf } from '../enforcement/closure.documents.ts';
import type { Closure } from '../enforcement/closure.store.ts';
import { addMonths, countHours, countLimit, momentWords } from '../enforcement/closure.time.ts';
import { type ClosureAction, closureLineOf } from '../enforcement/closure.transitions.ts';
import { addDays, type Day, dayOf, londonInstant } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { toDocx } from '../platform/documents/docx.ts';
import { toPdf } from '../platform/documents/pdf.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';
import { dayWords } from '../platform/ui/index.ts';

const required = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new Error(`The county has no ${what}`);
  return found;
};

/** What was found when the checklist of the demonstration was answered; what is not here did not apply. */
const found: Readonly<Record<string, string>> = {
  'who-lives': 'One adult tenant. Callers stay for days and have keys of their own.',
  'care-needs':
    'The tenant may not be able to protect themselves: adult social care was told, and will see them.',
  cuckooing: 'Callers at odd hours, the tenant seldom seen, electricity cut off: a possible victim.',
  wishes: 'Asked alone and away from the flat: wants the callers gone and to come back.',
  accommodation: 'A room is kept by housing options from the day of the order.',
  tenancy: 'The landlord keeps the tenancy; housing benefit goes on for the absence.',
  telling: 'The support worker, in person, before the notice is fixed to the door.',
  support: 'Check-in on the days 2, 7 and 28 after the order, by the support worker.',
  'police-intelligence': 'Nothing of it is on this file.',
  'safeguarding-side': 'The duty desk was asked and has answered.',
};

/** The people, the place and the days that both files of the demonstration are made from. */
function cast(county: County) {
  const agency = required(
    county.agencies.find((row) => row.code === 'WEND'),
    'WEND',
  );
  const held = required(
    county.authorisations.find(
      (row) =>
        row.power === 'closure.long' &&
        county.people.find((person) => person.id === row.personId)?.agencyId === agency.id,
    ),
    'designated officer',
  );
  const officer = required(
    county.people.find((person) => person.id === held.personId),
    'officer',
  );
  const wards = county.areas.filter((area) => area.parentCode === agency.areaCode).map(({ code }) => code);
  const streets = county.streets.filter((street) => wards.includes(street.wardCode));
  return { agency, held, officer, streets };
}

/** A file as it stands on the morning of a day with everything asked and everybody consulted. */
function consulted(county: County, n: number, on: Day): Closure {
  const { agency, streets } = cast(county);
  const never = {
    ...{ noticeHours: null, noticeAt: null, noticeUntil: null, noticeWhy: null, noticeExtendedAt: null },
    ...{ hearingBy: null, hearingWhy: null, hearingAt: null, appliedAt: null, adjournedUntil: null },
    ...{ orderedOn: null, orderUntil: null, orderWhy: null, isEveryoneExcluded: null, licensingToldOn: null },
    ...{ appealUntil: null, appealWhy: null, appealedOn: null },
    ...{
      appealHearingOn: null,
      appealDecidedOn: null,
      extendedOn: null,
      breachedOn: null,
      breaches: 0,
      endedOn: null,
    },
    ...{ ending: null, claimUntil: null, claimWhy: null, caseId: null, version: 1 },
  };
  return {
    ...never,
    ...{ id: idFromName(`closure ${n}`), reference: repeatableIds(`closure ${n}`).reference('CL') },
    ...{ agencyId: agency.id, agencyName: agency.name, status: 'consulted', premisesKind: 'dwelling' },
    ...{ grounds: ['nuisance', 'disorder-likely'], isNecessary: true, consultedOn: on },
    ...{ wardCode: streets[n]?.wardCode ?? null, districtCode: agency.areaCode ?? null, districtName: null },
    madeAt: londonInstant(addDays(on, -3), '09:30'),
  };
}

/** From the notice to the order, each day and clock as the table of steps would have it. */
function ordered(file: Closure, orderedOn: Day): Closure {
  const noticeAt = londonInstant(addDays(orderedOn, -1), '10:00');
  const on = dayOf(noticeAt);
  const [hearing, appeal] = [closureLimitOn('hearing', on), closureLimitOn('appeal', orderedOn)];
  const order = required(closureLimitOn('order', orderedOn), 'law on orders');
  const by = countHours(hearing?.most ?? 0, noticeAt, 'service of the notice', hearing?.ignores);
  const hours = closureLimitOn('notice-long', on)?.most ?? 0;
  const stands = countHours(hours, noticeAt, 'service of the notice');
  const until = addMonths(orderedOn, order.most);
  const last = countLimit(required(appeal, 'law on appeals'), orderedOn, 'the day of the decision');
  return {
    ...file,
    ...{ status: 'ordered', noticeHours: hours, noticeAt, noticeUntil: stands.until, noticeWhy: stands.why },
    ...{ hearingBy: by.until, hearingWhy: by.why, hearingAt: londonInstant(orderedOn, '14:00') },
    ...{ appliedAt: londonInstant(on, '15:00'), orderedOn, orderUntil: until, isEveryoneExcluded: true },
    orderWhy: `Made ${dayWords(orderedOn)}, until ${dayWords(until)}.`,
    ...{ appealUntil: last.last, appealWhy: last.why },
  };
}

/** An order that the court made longer by a month, which A-06c counts. */
function extended(file: Closure, on: Day): Closure {
  const until = addMonths(required(file.orderUntil ?? undefined, 'end'), 1);
  const last = countLimit(
    required(closureLimitOn('appeal', on), 'law on appeals'),
    on,
    'the day of the decision',
  );
  return {
    ...file,
    ...{ status: 'extended', extendedOn: on, orderUntil: until, appealUntil: last.last, appealWhy: last.why },
    orderWhy: `Extended ${dayWords(on)}, until ${dayWords(until)}.`,
  };
}

function eventRows(file: Closure, officerId: string): object[] {
  const steps: [ClosureAction | 'prepared', Date | null, string][] = [
    ['prepared', file.madeAt, ''],
    ['record-consultation', file.consultedOn && londonInstant(file.consultedOn, '16:00'), ''],
    ['serve-notice', file.noticeAt, file.hearingWhy ? `Hearing: ${file.hearingWhy}` : ''],
    ['apply', file.appliedAt, file.hearingAt ? `Hearing at ${momentWords(file.hearingAt)}` : ''],
    [
      'make-order',
      file.orderedOn && londonInstant(file.orderedOn, '15:00'),
      file.extendedOn ? '' : (file.orderWhy ?? ''),
    ],
    ['extend-order', file.extendedOn && londonInstant(file.extendedOn, '11:00'), file.orderWhy ?? ''],
  ].map(
    ([kind, at, words]) => [kind, at || null, words] as [ClosureAction | 'prepared', Date | null, string],
  ); // the table above
  return steps.flatMap(([kind, at, more]) =>
    at
      ? [
          {
            id: idFromName(`closure event ${kind} ${file.id}`),
            ...{ closureId: file.id, at, kind, officerId, agencyId: file.agencyId },
            words: [kind === 'prepared' ? 'Closure begun' : closureLineOf(kind).past, more]
              .filter(Boolean)
              .join('. '),
          },
        ]
      : [],
  );
}

/** The notice that was served, as its step makes it, with the proof of service. */
async function paperRows(county: County, file: Closure, address: string) {
  const { held, officer } = cast(county);
  const { noticeAt } = file;
  if (!noticeAt || !file.noticeUntil) return { services: [], documents: [] };
  const on = dayOf(noticeAt);
  const parts: ClosurePaperParts = {
    kind: 'notice',
    ...{
      file,
      place: { address, problem: null, ownerWords: null, isHidden: false },
      barred: [],
      at: noticeAt,
    },
    stands: { until: file.noticeUntil, why: file.noticeWhy ?? '' },
    ...{ hearing: { on: file.orderedOn ?? on, time: '14:00' }, court: `${county.name} Magistrates’ Court` },
    ...{
      breach: closureBreachOn('notice', on)?.words ?? '',
      orderMonths: closureLimitOn('order', on)?.most ?? 0,
    },
    ...{ officer: officer.name, power: held.reference, basis: held.basis, asAt: noticeAt },
  };
  const own = { closureId: file.id, agencyId: file.agencyId, kind: 'notice' };
  const paper = closurePaperOf(parts);
  const made = [
    ['pdf', await toPdf(paper)],
    ['docx', await toDocx(paper)],
  ] as const;
  return {
    services: [
      {
        ...{
          id: idFromName(`closure service ${file.id}`),
          ...own,
          ways: ['fixed-prominent', 'given-residents'],
        },
        ...{
          servedAt: noticeAt,
          servedBy: officer.name,
          powerBasis: held.basis,
          powerReference: held.reference,
        },
        ...{ officerId: officer.id, recordedAt: noticeAt },
      },
    ],
    documents: made.map(([format, content]) => ({
      ...{ id: idFromName(`closure notice ${format} ${file.id}`), ...own, version: 1, format },
      ...{ name: `${file.reference}-notice-1.${format}`, content: `\\x${content.toString('hex')}` },
      sha256: createHash('sha256').update(content).digest('hex'),
      ...{ showsAddress: true, madeBy: officer.id, madeAt: noticeAt },
    })),
  };
}

/** Three closures of Wendmere: one ready for its notice, one with an order that ends within 14 days, one whose order was extended. */
export async function seedClosures(client: ClientBase, county: County): Promise<void> {
  const { officer, streets } = cast(county);
  const [order, older] = [addDays(county.today, -80), addDays(county.today, -100)];
  const files = [
    consulted(county, 0, addDays(county.today, -1)),
    ordered(consulted(county, 1, addDays(order, -2)), order),
    extended(ordered(consulted(county, 2, addDays(older, -2)), older), addDays(county.today, -20)),
  ];
  const address = (n: number) => `Flat ${n + 3}, ${streets[n]?.name ?? ''}, ${streets[n]?.town ?? ''}`;
  const own = (file: Closure) => ({ closureId: file.id, agencyId: file.agencyId });
  await insertRows(
    client,
    'enforcement.closure',
    files.map(({ agencyName: _a, districtName: _d, sortValue: _s, ...row }) => ({
      ...row,
      madeBy: officer.id,
    })),
  );
  await insertRows(
    client,
    'enforcement.closure_place',
    files.map((file, n) => ({
      ...{ ...own(file), address: address(n), ownerWords: 'The housing association' },
      problem: 'Callers at all hours, shouting on the stairs and needles by the bins, on most nights.',
    })),
  );
  await insertRows(
    client,
    'enforcement.closure_occupant',
    files.map((file) => ({
      ...{
        id: idFromName(`closure occupant ${file.id}`),
        ...own(file),
        relation: 'lives',
        words: 'One adult tenant',
      },
      ...{ isChild: false, isAtRisk: true, isBarred: false, addedAt: file.madeAt },
    })),
  );
  await insertRows(
    client,
    'enforcement.closure_check',
    files.flatMap((file) =>
      closureChecklistOn(dayOf(file.madeAt)).map(({ code }) => ({
        ...{ ...own(file), item: code, answer: found[code] ? 'found' : 'none' },
        ...{
          words: found[code] ?? 'The landlord and the support worker were asked.',
          officerId: officer.id,
          at: file.madeAt,
        },
      })),
    ),
  );
  await insertRows(
    client,
    'enforcement.closure_event',
    files.flatMap((file) => eventRows(file, officer.id)),
  );
  for (const [n, file] of files.entries()) {
    const { services, documents } = await paperRows(county, file, address(n));
    await insertRows(client, 'enforcement.closure_service', services);
    await insertRows(client, 'enforcement.closure_document', documents);
  }
}
