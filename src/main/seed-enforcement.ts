import type { ClientBase } from 'pg';
import { adoptedAmounts, type County } from '../../county/index.ts';
import { type PenaltyRow, penaltyRows } from '../../reference/penalties.ts';
import { type Adopted, deadlinesFor } from '../enforcement/index.ts';
import { addDays } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName } from '../platform/ids/ids.ts';

/** The id of a row of the law: the same in every installation. */
export const lawId = (row: PenaltyRow): string =>
  idFromName(`penalty law ${row.offence} ${row.jurisdiction} ${row.validFrom ?? row.status} ${row.law}`);
type AdoptedAmount = (typeof adoptedAmounts)[number];
const adoptedId = (row: AdoptedAmount): string =>
  idFromName(`adopted ${row.agencyId} ${row.offence} ${row.validFrom}`);

/** The law on penalties: needed by every installation, demonstration or not. */
export async function seedPenaltyLaw(client: ClientBase): Promise<void> {
  await insertRows(
    client,
    'enforcement.penalty_law',
    penaltyRows.map((row) => ({
      id: lawId(row),
      offence: row.offence,
      law: row.law,
      jurisdiction: row.jurisdiction,
      defaultPence: row.defaultAmount,
      minPence: row.minAmount,
      maxPence: row.maxAmount,
      // What one council allows is not a least in law, so it is kept in the note and never as a bound.
      earlyMinPence: null,
      earlyWithinDays: row.minDiscount?.withinDays ?? null,
      windowDays: row.windowDays,
      minWindowDays: row.minWindowDays,
      validFrom: row.validFrom,
      validTo: row.validTo,
      legalBasis: row.legalBasis,
      marking: row.marking,
      generalKnowledge: row.generalKnowledge ?? [],
      status: row.status,
      source: row.source,
      note: row.note ?? null,
    })),
  );
}

/** The adopted amounts and the register of penalties of the made-up county. */
export async function seedEnforcement(client: ClientBase, county: County): Promise<void> {
  await seedPenaltyLaw(client);
  await insertRows(
    client,
    'enforcement.adopted_amount',
    adoptedAmounts.map((row) => ({
      ...row,
      id: adoptedId(row),
      earlyPence: row.earlyPence ?? null,
      earlyDays: row.earlyDays ?? null,
      validTo: row.validTo ?? null,
    })),
  );
  const subjects = new Map(county.subjects.map((subject) => [subject.id, subject]));
  const built = county.penalties.map((penalty) => {
    const subject = subjects.get(penalty.recipientSubjectId);
    if (!subject) throw new Error(`No subject for penalty ${penalty.reference}`);
    return { penalty, subject, recordId: idFromName(`penalty recipient ${penalty.agencyId} ${subject.id}`) };
  });
  await insertRows(
    client,
    'records.received_record',
    built.map(({ penalty, subject, recordId }) => ({
      id: recordId,
      kind: 'person',
      label: subject.label,
      fields: subject.fields,
      originAgencyId: penalty.agencyId,
      feed: 'penalty',
      receivedAt: `${penalty.issuedOn}T12:00:00Z`,
      gateway: 'own duty',
      handling: 'ordinary',
      retentionGroup: 4,
      regime: 'PART3',
    })),
  );
  await insertRows(
    client,
    'enforcement.penalty',
    built.map(({ penalty }) => penaltyRow(county, penalty)),
  );
  await insertRows(
    client,
    'enforcement.penalty_recipient',
    built.map(({ penalty, subject, recordId }) => ({
      penaltyId: penalty.id,
      agencyId: penalty.agencyId,
      recordId,
      name: subject.label,
      address: [subject.fields.address, subject.fields.postcode].filter(Boolean).join(', '),
    })),
  );
  await insertRows(
    client,
    'records.link',
    built.map(({ penalty, recordId }) => ({
      id: idFromName(`penalty link ${penalty.id}`),
      fromKind: 'penalty',
      fromId: penalty.id,
      role: 'issued-to',
      toKind: 'record',
      toId: recordId,
      originAgencyId: penalty.agencyId,
      madeBy: 'import',
      officerId: penalty.issuedById,
      madeAt: `${penalty.issuedOn}T12:00:00Z`,
      why: `Named on ${penalty.reference}`,
    })),
  );
  await insertRows(client, 'enforcement.penalty_evidence', county.penalties.flatMap(evidenceRows));
  await insertRows(
    client,
    'enforcement.penalty_event',
    county.penalties.flatMap((penalty) => eventRows(county, penalty)),
  );
  await insertRows(
    client,
    'enforcement.penalty_payment',
    county.penalties.flatMap((p) =>
      p.paidOn && p.paidPence
        ? [
            {
              id: idFromName(`payment ${p.id}`),
              penaltyId: p.id,
              paidOn: p.paidOn,
              pence: p.paidPence,
              paymentReference: `PAY/${p.id.slice(0, 6).toUpperCase()}`,
              recordedBy: p.issuedById,
              recordedAt: `${p.paidOn}T15:00:00Z`,
            },
          ]
        : [],
    ),
  );
}

type Penalty = County['penalties'][number];

function adoptionOf(penalty: Penalty): AdoptedAmount {
  const found = adoptedAmounts.find(
    (row) =>
      row.agencyId === penalty.agencyId &&
      row.offence === penalty.offence &&
      row.validFrom <= penalty.offenceOn &&
      penalty.offenceOn <= (row.validTo ?? penalty.offenceOn),
  );
  if (!found) throw new Error(`Nothing adopted for penalty ${penalty.reference}`);
  return found;
}

const lawFor = (penalty: Penalty): PenaltyRow | undefined =>
  penaltyRows.find(
    (row) =>
      row.offence === penalty.offence &&
      row.status === 'active' &&
      row.jurisdiction !== 'Wales' &&
      row.validFrom !== null &&
      row.validFrom <= penalty.offenceOn &&
      penalty.offenceOn <= (row.validTo ?? penalty.offenceOn),
  );

const sizes = ['car-boot-or-less', 'small-van-load', 'single-item', 'transit-van-load'] as const;

/** The same rules as a notice issued on the page: law and adoption of the day of the offence, days counted from service. */
function penaltyRow(county: County, penalty: Penalty): object {
  const adopted = adoptionOf(penalty);
  const law = lawFor(penalty);
  if (!law) throw new Error(`No law for penalty ${penalty.reference}`);
  const days = deadlinesFor(penalty.issuedOn, { minWindowDays: law.minWindowDays }, {
    windowDays: adopted.windowDays,
    earlyDays: adopted.earlyDays ?? null,
  } satisfies Pick<Adopted, 'windowDays' | 'earlyDays'>);
  const isTip = penalty.offence === 'fly-tipping';
  const pick = penalty.id.charCodeAt(0);
  const authority = county.authorisations.find(
    (row) => row.personId === penalty.issuedById && row.power === `fpn.${penalty.offence}`,
  );
  return {
    id: penalty.id,
    reference: penalty.reference,
    agencyId: penalty.agencyId,
    status: penalty.status,
    offence: penalty.offence,
    offenceOn: penalty.offenceOn,
    offenceTime: `${String(7 + (pick % 12)).padStart(2, '0')}:${pick % 2 === 0 ? '15' : '40'}`,
    placeWords: penalty.place,
    lon: penalty.point[0],
    lat: penalty.point[1],
    wardCode: null,
    districtCode: county.agencies.find((agency) => agency.id === penalty.agencyId)?.areaCode ?? null,
    landType: isTip ? 'highway' : null,
    wasteType: isTip ? 'household-black-bags' : null,
    wasteSize: isTip ? sizes[pick % sizes.length] : null,
    identifiedBy: pick % 3 === 0 ? 'cctv' : pick % 3 === 1 ? 'seen' : 'paper-in-waste',
    policyConsidered: true,
    lawId: lawId(law),
    adoptedId: adoptedId(adopted),
    amountPence: penalty.amountPence,
    earlyPence: adopted.earlyPence ?? null,
    earlyUntil: days.earlyUntil,
    payUntil: days.payUntil,
    prosecuteFrom: days.prosecuteFrom,
    deadlineWhy: days.why,
    issuedOn: penalty.issuedOn,
    issuedBy: penalty.issuedById,
    powerBasis: 'council-officer',
    powerReference: authority?.reference ?? null,
    servedOn: penalty.issuedOn,
    servedHow: 'in-person',
    servedBy: county.people.find((person) => person.id === penalty.issuedById)?.name ?? null,
    paidOn: penalty.paidOn ?? null,
    paidPence: penalty.paidPence ?? null,
    endedOn: penalty.paidOn ?? (penalty.status === 'cancelled' ? addDays(penalty.issuedOn, 9) : null),
    madeBy: penalty.issuedById,
    madeAt: `${penalty.issuedOn}T09:00:00Z`,
    version: 1,
  };
}

const evidenceRows = (penalty: Penalty): object[] => {
  const base = {
    penaltyId: penalty.id,
    agencyId: penalty.agencyId,
    addedBy: penalty.issuedById,
    addedAt: `${penalty.issuedOn}T08:30:00Z`,
  };
  return [
    {
      ...base,
      id: idFromName(`evidence statement ${penalty.id}`),
      kind: 'statement',
      words: 'Statement of the officer who found it',
    },
    {
      ...base,
      id: idFromName(`evidence photo ${penalty.id}`),
      kind: 'photo',
      words: 'Photographs of the place before anything was moved',
    },
  ];
};

function eventRows(county: County, penalty: Penalty): object[] {
  const officerId = penalty.issuedById;
  const event = (kind: string, on: string, words: string) => ({
    id: idFromName(`penalty event ${kind} ${penalty.id}`),
    penaltyId: penalty.id,
    at: `${on}T12:00:00Z`,
    kind,
    officerId,
    agencyId: penalty.agencyId,
    words,
    detail: {},
  });
  const lapsedOn = addDays(penalty.issuedOn, adoptionOf(penalty).windowDays + 1);
  const later = {
    issued: [],
    'paid-early': [event('pay', penalty.paidOn ?? county.today, 'Paid at the early amount')],
    'paid-full': [event('pay', penalty.paidOn ?? county.today, 'Paid in full')],
    overdue: [event('lapse', lapsedOn, 'Not paid in time')],
    referred: [
      event('lapse', lapsedOn, 'Not paid in time'),
      event('refer', addDays(lapsedOn, 20), 'Referred for prosecution: not paid after a reminder'),
    ],
    cancelled: [event('cancel', addDays(penalty.issuedOn, 9), 'Cancelled: challenge upheld')],
  }[penalty.status];
  return [
    event('issue', penalty.issuedOn, 'Issued'),
    // Half an hour after it was issued, so that the history reads in the order of what happened.
    {
      ...event('serve', penalty.issuedOn, 'Served: handed to the person'),
      at: `${penalty.issuedOn}T12:30:00Z`,
    },
    ...later,
  ];
}
