import type { Journey } from './journey.ts';

/** A card of premises as `/api/v1` shows it. */
export interface ShownCard {
  id: string;
  version: number;
  tradingName: string;
  firmRecordId: string;
  placeRecordId: string;
  visits: { id: string; kind: string; plannedOn: string; visitedOn: string | null }[];
  selling: { isAlert: boolean; found?: { firstOn: string; lastOn: string; sales: number } };
  plans: unknown[];
  concerns: { words: string | null; sharedWords: string }[];
}
/** An operation of test purchases as `/api/v1` shows it. */
export interface ShownPurchase {
  id: string;
  version: number;
  status: string;
  ripaAnswer: string | null;
  ripaWords: string;
  selections: ShownSelection[];
  volunteers: { id: string; code: string; age: number }[];
  officers: { id: string; part: string }[];
  welfare: unknown[];
  events: unknown[];
  attempts: ShownAttempt[];
  followUps: {
    id: string;
    attemptId: string;
    penaltyId: string | null;
    kind: string;
    status: string;
    version: number;
  }[];
  steps: { action: string; conditions: { code: string; met: boolean }[] }[];
}
interface ShownSelection {
  id: string;
  label: string;
  premisesId: string;
  address: string | null;
  basis: string | null;
  words: string | null;
  sourceReference: string | null;
}
interface ShownAttempt {
  id: string;
  label: string;
  words: string | null;
  result: string;
  hasLetter: boolean;
  premisesId: string;
  volunteerCode: string;
  version: number;
}
/** The table of what came of the operations. */
export interface ShownTable {
  rows: { id: string; name: string; visited: number; followUps: Record<string, number> }[];
  total: { operations: number; visited: number; passed: number; failed: number; failPercent: number | null };
}

/** An operation to be planned or carried out. */
export interface Asked {
  lead?: string;
  partner?: string;
  name: string;
  location: string;
  onDay: string;
  testType?: string;
  premises: readonly string[];
  /** The premises that sell, and by which result. */
  fails: readonly string[];
  failsBy?: string;
}

const tess = 'tess.trading';
const priya = 'priya.police';
/** What a plan says that may be settled. */
export const plan = {
  ...{ testType: 'underage', product: 'alcohol', briefing: 'One chaperone in sight' },
  riskAssessment: 'Two officers and a telephone; leave at once if it feels wrong',
  ...{ ripaAnswer: 'not-needed', ripaWords: 'A single purchase makes no relationship' },
};
/** Names of so many shops of a place. */
export const named = (place: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${place} Wines ${n + 1}`);
export const pathOf = (file: { id: string }): string => `/test-purchases/${file.id}`;

/** Test purchases of a journey; trading standards lead and the police take part unless somebody else is named. */
export interface Purchases {
  /** Writes down a card of premises. */
  keep(who: string, tradingName: string, more?: object): Promise<ShownCard>;
  /** Cards by their name, kept the first time that they are asked for. */
  readonly cards: ReadonlyMap<string, ShownCard>;
  card(who: string, name: string): Promise<ShownCard>;
  /** Plans an operation as far as it can be settled. */
  planned(asked: Asked): Promise<ShownPurchase>;
  step(lead: string, file: { id: string }, action: string, more?: object): Promise<ShownPurchase>;
  /** Tests each of the premises of an operation that has begun. */
  tested(asked: Partial<Asked> & Pick<Asked, 'fails'>, file: ShownPurchase): Promise<void>;
  /** The whole of an operation: planned, begun on its day, each of the premises tested, letters made, completed. */
  run(asked: Asked): Promise<ShownPurchase>;
}

export function purchases({ clock, done, idsOf, look, made, placeOf }: Journey): Purchases {
  const cards = new Map<string, ShownCard>();
  const keep: Purchases['keep'] = async (who, tradingName, more = {}) =>
    made(who, '/premises', {
      ...{
        kind: 'off-licence',
        tradingName,
        firmName: `${tradingName} Ltd`,
        address: `1 ${tradingName} Road`,
      },
      ...{ postcode: (await placeOf()).postcode, licenceNumber: 'PL/1', risk: 'medium', ...more },
    });
  const card: Purchases['card'] = async (who, name) => {
    const there = cards.get(name) ?? (await keep(who, name));
    cards.set(name, there);
    return there;
  };
  const planned: Purchases['planned'] = async ({ lead = tess, partner = priya, ...asked }) => {
    const file = await made<ShownPurchase>(lead, '/test-purchases', {
      ...{ ...plan, name: asked.name, location: asked.location, onDay: asked.onDay },
      ...{ districtCode: (await placeOf()).district, testType: asked.testType ?? 'underage' },
      agencies: [(await idsOf(partner)).agency],
    });
    const at = pathOf(file);
    for (const name of asked.premises)
      await made(lead, `${at}/premises`, {
        ...{ premisesId: (await card(lead, name)).id, basis: 'complaint' },
        words: `Parents say that children buy at ${name}`,
      });
    const consent = { ownConsentOn: clock.today(), parentConsentOn: clock.today() };
    await made(lead, `${at}/volunteers`, { code: 'V1', age: 16, ...consent });
    for (const [who, part] of [
      [lead, 'keep-record'],
      [partner, 'keep-record'],
      [partner, 'request-purchase'],
      [partner, 'issue-penalties'],
    ] as const)
      await made(who, `${at}/officers`, { officerId: (await idsOf(who)).officer, part });
    return look<ShownPurchase>(lead, at);
  };
  const step: Purchases['step'] = async (lead, file, action, more = {}) => {
    const { version } = await look<ShownPurchase>(lead, pathOf(file));
    return done(lead, `${pathOf(file)}/steps/${action}`, { version, ...more });
  };
  const tested: Purchases['tested'] = async ({ lead = tess, partner = priya, fails, failsBy }, file) => {
    for (const [n, { id, label }] of file.selections.entries())
      await made(n % 2 ? lead : partner, `${pathOf(file)}/attempts`, {
        ...{ selectionId: id, at: '10:15', volunteerId: file.volunteers[0]?.id, words: '' },
        result: fails.includes(label)
          ? (failsBy ?? 'fail_sold')
          : n % 3
            ? 'pass_challenged_refused'
            : 'pass_refused',
      });
  };
  const run: Purchases['run'] = async (asked) => {
    const lead = asked.lead ?? tess;
    const file = await planned(asked);
    await step(lead, file, 'settle');
    clock.set(`${asked.onDay}T17:00:00Z`);
    await step(lead, file, 'begin');
    await tested(asked, file);
    await done(lead, `${pathOf(file)}/letters`, {});
    return step(lead, file, 'complete', { outcome: 'Businesses told; training offered' });
  };
  return { keep, cards, card, planned, step, tested, run };
}

/** A day of tests that a council leads and the police take part in, with two shops. */
export interface Friday {
  readonly lead: string;
  card: ShownCard;
  other: ShownCard;
  day: ShownPurchase;
}
/** Somebody's card of a shop in a lane. */
export const laneShop = async (
  { made, placeOf }: Journey,
  who: string,
  tradingName: string,
): Promise<ShownCard> =>
  made(who, '/premises', {
    ...{ kind: 'off-licence', tradingName, firmName: `${tradingName} Ltd`, address: `8 ${tradingName} Lane` },
    ...{ postcode: (await placeOf()).postcode, risk: 'high' },
  });
/** The plan for Friday 27 November 2026, with no premises on it yet. */
export async function fridayTest(days: Journey): Promise<Friday> {
  const lead = 'callum.safety';
  const card = await laneShop(days, lead, 'Insider Wines');
  const other = await laneShop(days, lead, 'Insider Spirits');
  const { district } = await days.placeOf();
  const day = await days.made<ShownPurchase>(lead, '/test-purchases', {
    ...{ name: 'Friday test', location: 'Sampleton', onDay: '2026-11-27', districtCode: district },
    ...{ testType: 'fake-id', product: 'alcohol', briefing: 'In sight', riskAssessment: 'Two officers' },
    ...{ ripaAnswer: 'not-needed', ripaWords: 'Told by a neighbour of the shop' },
    agencies: [(await days.idsOf('priya.police')).agency],
  });
  return { lead, card, other, day };
}
/** Gives a package to one officer alone, who has not acknowledged its conditions. Gives its reference. */
export async function givenTo({ idsOf, sql }: Journey, who: string, packageId: string): Promise<string> {
  const [pack] = await sql<{ reference: string }>(
    'update dissemination.package set agency_ids = $2, officer_ids = $3 where id = $1 returning reference',
    [packageId, [], [(await idsOf(who)).officer]],
  );
  await sql('delete from dissemination.acknowledgement where package_id = $1', [packageId]);
  return pack?.reference ?? '';
}
/** The shops on Friday's plan: one by the intelligence of a package, one by a complaint. */
export const chosen = ({ card, other }: Friday, sourceReference: string) => [
  { premisesId: card.id, basis: 'intelligence', words: 'Sells to children after school', sourceReference },
  { premisesId: other.id, basis: 'complaint', words: 'Two parents complained of it' },
];
/** Two volunteers of that day, one of whom is of age, and how the young one is. */
export async function withVolunteers({ look, made }: Journey, { day, lead }: Friday): Promise<void> {
  const at = pathOf(day);
  const consent = { ownConsentOn: '2026-11-19', parentConsentOn: '2026-11-19' };
  await made(lead, `${at}/volunteers`, { code: 'V1', age: 16, ...consent });
  await made(lead, `${at}/volunteers`, { code: 'V2', age: 19, ownConsentOn: '2026-11-19' });
  const volunteerId = (await look<ShownPurchase>(lead, at)).volunteers[0]?.id;
  await made(lead, `${at}/welfare`, { volunteerId, words: 'Nervous, wants a break' });
}
/** A concern about the first shop, of which the police and trading standards read the shared words. */
export async function sharedConcern({ idsOf, made }: Journey, { card, lead }: Friday): Promise<void> {
  const agencies = [(await idsOf(priya)).agency, (await idsOf(tess)).agency];
  const words = { words: 'Our own words', sharedWords: 'Noise at night' };
  await made(lead, `/premises/${card.id}/concern`, { ...words, agencies });
}
/** What the login of operations reads with the context of an agency. */
export async function asAgency(
  { onConnectionOf }: Journey,
  { day, card }: Friday,
  agency: string,
  officer?: string,
): Promise<Record<string, number> | undefined> {
  const [row] = await onConnectionOf<Record<string, number>>(
    officer ? { agency, officer } : { agency },
    `select (select count(*)::int from inspection.purchase where id = $1) as purchases,
      (select count(*)::int from inspection.selection where purchase_id = $1) as selections,
      (select count(*)::int from inspection.selection_reason where words like '%children%' or words like '%parents%') as reasons,
      (select count(*)::int from inspection.volunteer where purchase_id = $1) as volunteers,
      (select count(*)::int from inspection.welfare_line where purchase_id = $1) as welfare,
      (select count(*)::int from inspection.purchase_event where purchase_id = $1) as events,
      (select count(*)::int from inspection.premises_event where premises_id = $2) as own,
      (select count(*)::int from (select address from inspection.premises where id = $2 union all select address from inspection.selection where premises_id = $2) a
        where address like '%Lane%') as addresses,
      (select count(*)::int from inspection.purchase_covert where purchase_id = $1) as covert,
      (select count(*)::int from inspection.selection_intelligence where words like '%children%') as intelligence`,
    [day.id, card.id],
  );
  return row;
}
