import type { ClientBase } from 'pg';
import type { County } from '../../county/index.ts';
import { countPeriod } from '../enforcement/index.ts';
import { answersOn, writtenAs } from '../intelligence/index.ts';
import { addDays, type Day, londonInstant } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';
import type { Trader } from '../traders/trader.store.ts';
import { type TraderAction, traderLineOf } from '../traders/trader.transitions.ts';
import { checksFor } from '../traders/trader.ts';
import { type Firm, firms } from './seed-trader-firms.ts';
import { seedLetter } from './seed-trader-letter.ts';

interface Cast {
  agency: { id: string; name: string };
  keeper: string;
  analyst: string;
  manager: string;
  place: { postcode: string; districtCode: string | null };
}

function castOf(county: County): Cast {
  const named = (username: string) => {
    const person = county.people.find((one) => one.username === username);
    if (!person) throw new Error(`The county has no ${username}`);
    return person;
  };
  const keeper = named('vita.vetting');
  const agency = county.agencies.find(({ id }) => id === keeper.agencyId);
  const [postcode] = county.postcodes;
  if (!agency || !postcode) throw new Error('The county has no scheme');
  return {
    ...{ agency, keeper: keeper.id, analyst: named('anya.analyst').id, manager: named('morag.manager').id },
    place: { postcode: postcode.postcode, districtCode: postcode.districtCode },
  };
}

const ids = repeatableIds('seed traders');
const at = (day: Day, time = '10:00') => londonInstant(day, time);

function fileOf(firm: Firm, { agency, place }: Cast, today: Day): Trader {
  const id = idFromName(`trader ${firm.name}`);
  const back = (days: number) => addDays(today, -days);
  const asked = firm.asked === undefined ? null : back(firm.asked);
  const decidedOn = asked && firm.answer && firm.status !== 'checking' ? answersOn(asked) : null;
  const appeal =
    firm.status === 'refused' && decidedOn
      ? countPeriod({ count: 28, unit: 'days', begins: 'after' }, decidedOn, 'the day of the letter')
      : undefined;
  const memberFrom = firm.member === undefined ? null : back(firm.member);
  return {
    ...{
      id,
      reference: ids.reference('TS'),
      agencyId: agency.id,
      agencyName: agency.name,
      status: firm.status,
    },
    ...{ firmName: firm.name, legalStatus: firm.legal, trades: firm.trades, companyNumber: null },
    ...{
      carrierNumber: firm.trades.includes('waste-clearance') ? 'CBDU555068' : null,
      phone: firm.phone ?? null,
      email: null,
    },
    ...{ vehicles: firm.vehicle ? [firm.vehicle] : [], address: '1 Made Up Yard', postcode: place.postcode },
    ...{
      districtCode: place.districtCode,
      districtName: null,
      isHidden: false,
      tradingSince: '2019-04-01',
      round: 1,
    },
    ...{
      appliedOn: back(firm.applied),
      vettingId: asked ? idFromName(`vetting ${firm.name}`) : null,
      askedOn: asked,
    },
    conditions: firm.answer === 'conditions' && memberFrom ? ['inspect-jobs'] : [],
    ...{ memberFrom, memberUntil: memberFrom ? addDays(memberFrom, 364) : null, memberWhy: null },
    ...{ ground: firm.ground ?? null, decidedOn, decidedBy: null, appealedFrom: null, suspendedFrom: null },
    ...{
      appealUntil: appeal?.last ?? null,
      appealWhy: appeal?.why ?? null,
      madeAt: at(back(firm.applied)),
      version: 1,
    },
  };
}

const eventsOf = (firm: Firm, file: Trader, keeper: string): object[] => {
  const steps: [kind: TraderAction | 'applied', on: Day | null][] = [
    ['applied', file.appliedOn],
    ['ask', file.askedOn],
    ['accept', file.memberFrom],
    ['suspend', firm.status === 'suspended' ? addDays(file.memberFrom ?? file.appliedOn, 240) : null],
    ['refuse', firm.status === 'refused' ? file.decidedOn : null],
  ];
  return steps.flatMap(([kind, on]) => {
    const words = kind === 'applied' ? 'Application received' : traderLineOf(kind).past;
    const id = idFromName(`trader event ${kind} ${file.id}`);
    return on
      ? [{ id, traderId: file.id, at: at(on), kind, officerId: keeper, agencyId: file.agencyId, words }]
      : [];
  });
};

/** What was asked about a firm, what the unit made of it, and what crossed in the round. */
async function seedVetting(client: ClientBase, firm: Firm, file: Trader, cast: Cast): Promise<void> {
  if (!file.vettingId || !file.askedOn) return;
  const requestId = file.vettingId;
  const round = answersOn(file.askedOn);
  const unit = { agencyId: cast.agency.id, unitAgencyId: cast.agency.id };
  await insertRows(client, 'dissemination.vetting_request', [
    {
      ...{
        id: requestId,
        reference: ids.reference('VT'),
        ...unit,
        purpose: 'trader-scheme',
        about: firm.name,
      },
      ...{ askedOn: file.askedOn, answersOn: round, askedBy: cast.keeper },
    },
  ]);
  const named = [
    { kind: 'organisation' as const, label: firm.name, more: '' },
    { kind: 'person' as const, label: firm.director, more: firm.born },
    ...(firm.vehicle ? [{ kind: 'vehicle' as const, label: firm.vehicle, more: '' }] : []),
    ...(firm.phone ? [{ kind: 'phone' as const, label: firm.phone, more: '' }] : []),
  ].map((one, position) => {
    const { kind, label, keyKind, keyValue } = writtenAs(one);
    return { requestId, unitAgencyId: cast.agency.id, position, kind, label, keyKind, keyValue };
  });
  await insertRows(client, 'dissemination.vetting_subject', named);
  if (!firm.answer) return;
  const conditions = firm.answer === 'conditions' ? ['inspect-jobs'] : [];
  await insertRows(client, 'intelligence.vetting', [
    {
      ...{
        requestId,
        agencyId: cast.agency.id,
        answer: firm.answer,
        conditions,
        reason: 'As the unit saw it that week',
      },
      ...{ proposedAt: at(addDays(file.askedOn, 4)), proposedBy: cast.analyst },
      ...{ authorisedAt: at(addDays(file.askedOn, 5)), authorisedBy: cast.manager, version: 2 },
    },
  ]);
  await insertRows(client, 'dissemination.vetting_answer', [
    { requestId, ...unit, answer: firm.answer, conditions, answeredOn: round },
  ]);
}

/** Owners, papers, fees, checks and complaints of a firm. */
async function seedParts(client: ClientBase, firm: Firm, file: Trader, today: Day): Promise<void> {
  const own = { traderId: file.id, agencyId: file.agencyId };
  const personId = idFromName(`trader person ${firm.name}`);
  await insertRows(client, 'traders.trader_person', [
    {
      id: personId,
      ...own,
      name: firm.director,
      dateOfBirth: firm.born,
      address: '5 Made Up Lane',
      addedAt: file.madeAt,
    },
  ]);
  const isWhole = file.askedOn !== null;
  const papers = [
    { kind: 'insurance', personId: null, words: 'Certificate, £2 million', validUntil: addDays(today, 150) },
    ...(isWhole
      ? [
          'identity',
          'address',
          'photo',
          ...(file.carrierNumber ? ['waste-carrier'] : []),
          ...(firm.trades.includes('heating') ? ['gas-safe'] : []),
        ]
      : []
    ).map((kind) => ({
      kind,
      personId: ['waste-carrier', 'gas-safe'].includes(kind) ? null : personId,
      words: 'Seen in person',
      validUntil: null,
    })),
  ];
  await insertRows(
    client,
    'traders.trader_proof',
    papers.map((paper) => ({
      id: idFromName(`proof ${firm.name} ${paper.kind}`),
      ...own,
      ...paper,
      addedAt: file.madeAt,
    })),
  );
  if (!isWhole) return;
  await insertRows(
    client,
    'traders.trader_payment',
    (['vetting', 'membership'] as const).map((kind) => ({
      ...{
        id: idFromName(`fee ${firm.name} ${kind}`),
        ...own,
        round: 1,
        kind,
        pence: kind === 'vetting' ? 6000 : 24_000,
      },
      ...{
        paidOn: file.appliedOn,
        paymentReference: 'Card',
        refundedOn: firm.status === 'refused' && kind === 'membership' ? file.decidedOn : null,
      },
    })),
  );
  await insertRows(
    client,
    'traders.trader_check',
    checksFor(file, today).map(({ code }) => ({
      ...own,
      round: 1,
      item: code,
      result: 'met',
      words: 'Looked up',
      at: at(addDays(file.askedOn ?? today, 2)),
    })),
  );
  await insertRows(
    client,
    'traders.trader_complaint',
    (firm.complaints ?? []).map(([words, daysAgo, outcome]) => ({
      ...{
        id: idFromName(`complaint ${firm.name} ${daysAgo}`),
        ...own,
        reference: ids.reference('TC'),
        words,
        outcome,
      },
      ...{
        receivedOn: addDays(today, -daysAgo),
        outcomeWords: outcome && 'Looked at by the scheme',
        decidedOn: outcome && addDays(today, 14 - daysAgo),
      },
      recordedAt: at(addDays(today, -daysAgo)),
    })),
  );
}

/** A scheme with something of each: applications, an answer to act on, members, a suspension, a refusal. */
export async function seedTraders(client: ClientBase, county: County): Promise<void> {
  const cast = castOf(county);
  const { today } = county;
  await insertRows(
    client,
    'traders.fee',
    (['vetting', 'membership'] as const).map((kind) => ({
      ...{
        id: idFromName(`scheme fee ${kind}`),
        agencyId: cast.agency.id,
        kind,
        pence: kind === 'vetting' ? 6000 : 24_000,
      },
      ...{
        startsOn: '2020-01-01',
        source: 'Scheme board 12 Dec 2019, minute 3 (made up)',
        madeAt: at('2020-01-01'),
      },
    })),
  );
  for (const firm of firms) {
    const file = fileOf(firm, cast, today);
    const { agencyName: _a, districtName: _d, isHidden: _h, ...row } = file;
    await seedVetting(client, firm, file, cast);
    await insertRows(client, 'traders.trader', [
      { ...row, decidedBy: file.decidedOn && cast.keeper, madeBy: cast.keeper },
    ]);
    await seedParts(client, firm, file, today);
    await insertRows(client, 'traders.trader_event', eventsOf(firm, file, cast.keeper));
    await seedLetter(client, file, cast.keeper);
  }
}
