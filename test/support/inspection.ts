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
