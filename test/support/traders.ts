import { beforeAll, expect } from 'vitest';
import { type Journey, journey } from './journey.ts';
import type { Answer } from './world.ts';

/** The file of a trader as `/api/v1` shows it. */
export interface ShownTrader {
  id: string;
  reference: string;
  status: string;
  version: number;
  round: number;
  ground: string | null;
  conditions: string[];
  memberFrom: string | null;
  memberUntil: string | null;
  appealUntil: string | null;
  people: { id: string }[];
  payments: { kind: string; round: number; refundedOn: string | null }[];
  complaints: { id: string; outcome: string | null }[];
  vetting: {
    askedOn: string;
    answersOn: string;
    answer: string | null;
    conditions: string[];
    answeredOn: string | null;
  } | null;
  letters: { kind: string; version: number; format: string }[];
  steps: { action: string; conditions: { code: string; met: boolean; mend: string }[] }[];
  events: { kind: string; words: string }[];
}
/** What an answer holds, in the shape that its declaration promises. */
export const of = <T>(answer: { json: unknown }): T => answer.json as T;

/** Of a waste carrier that has tipped, and of a roofer that nobody knows. */
export const tipper = {
  firmName: 'Clear & Gone Clearances',
  legalStatus: 'sole-trader',
  trades: ['waste-clearance'],
  carrierNumber: 'CBDU555019',
  phone: '01632 960455',
  vehicles: 'QX19 TIP',
  address: 'Unit 4, Sidings Yard',
};
export const roofer = {
  firmName: 'Slate and Sons Roofing',
  legalStatus: 'partnership',
  trades: ['roofing'],
  phone: '01632 960456',
  vehicles: 'QX20 SLT',
  address: '9 Ladder Row',
};
export const everyCheck = [
  'complaints',
  'credit',
  'insurance',
  'address',
  'identity',
  'accreditation',
  'trading-history',
];

export interface TraderWorld extends Pick<Journey, 'world' | 'clock' | 'as'> {
  /** Sends and demands an answer of a status. */
  call<T>(who: string, method: 'GET' | 'POST', url: string, body?: unknown, status?: number): Promise<T>;
  /** An application with everything that the scheme asks before it is vetted. */
  applied(firm: object & { trades: readonly string[] }, director: string): Promise<ShownTrader>;
  step(
    file: { id: string },
    action: string,
    body?: object,
    who?: string,
    status?: number,
  ): Promise<ShownTrader>;
  /** What vetting answers, proposed by the analyst and authorised by the manager. */
  answered(firm: string, answer: string, more?: object): Promise<void>;
  /** Has the unit answer everything that waits, but for some: a round crosses whole or not at all. */
  restAnswered(but?: readonly string[]): Promise<void>;
  postcode: string;
}

/** A world in which the scheme has adopted its fees. */
export function traderWorld(name: string, at = '2026-11-20T10:00:00Z'): TraderWorld {
  const days = journey(name, at);
  const { as, clock } = days;
  let postcode = '';
  const call = async <T>(
    who: string,
    method: 'GET' | 'POST',
    url: string,
    body?: unknown,
    status = method === 'GET' ? 200 : 201,
  ): Promise<T> => {
    const answer: Answer = await (await as(who)).api(method, url, body);
    expect(answer.status, `${method} ${url}: ${answer.text}`).toBe(status);
    return of<T>(answer);
  };
  // Whoever wrote a file down does not send it: the other keeper does.
  const sender = (action: string) => (action === 'ask' ? 'tess.trading' : 'vita.vetting');
  const step: TraderWorld['step'] = async (file, action, body = {}, who = sender(action), status = 200) => {
    const { version } = await call<ShownTrader>(who, 'GET', `/api/v1/traders/${file.id}`);
    return call(who, 'POST', `/api/v1/traders/${file.id}/steps/${action}`, { version, ...body }, status);
  };
  beforeAll(async () => {
    ({ postcode } = await days.placeOf());
    for (const [kind, pounds] of [
      ['vetting', 60],
      ['membership', 240],
    ])
      await call('vita.vetting', 'POST', '/api/v1/traders/fees', {
        ...{ kind, pounds, startsOn: clock.today(), source: 'Scheme board, minute 7' },
      });
  });
  const applied: TraderWorld['applied'] = async (firm, director) => {
    const made = await call<ShownTrader>('vita.vetting', 'POST', '/api/v1/traders', { ...firm, postcode });
    const path = `/api/v1/traders/${made.id}`;
    const { people } = await call<ShownTrader>('vita.vetting', 'POST', `${path}/people`, {
      ...{ name: director, dateOfBirth: '1980-05-17', address: '3 Made Up Close' },
    });
    const personId = people[0]?.id;
    const papers = [
      { kind: 'insurance', words: 'Certificate', validUntil: '2028-03-31' },
      ...['identity', 'address', 'photo'].map((kind) => ({ kind, personId, words: 'Seen in person' })),
      ...(firm.trades.includes('waste-clearance')
        ? [{ kind: 'waste-carrier', words: 'Public register' }]
        : []),
    ];
    for (const paper of papers) await call('vita.vetting', 'POST', `${path}/papers`, paper);
    for (const [kind, pounds] of [
      ['vetting', 60],
      ['membership', 240],
    ])
      await call('vita.vetting', 'POST', `${path}/payments`, {
        ...{ kind, pounds, paidOn: clock.today(), paymentReference: 'TILL-1' },
      });
    return call('vita.vetting', 'GET', path);
  };
  const answered: TraderWorld['answered'] = async (firm, answer, more = {}) => {
    const { requests } = await call<{
      requests: { id: string; about: string; version: number; answeredOn: string | null }[];
    }>('anya.analyst', 'GET', '/api/v1/intelligence/vetting');
    const mine = requests.find(({ about, answeredOn }) => about === firm && answeredOn === null);
    const path = `/api/v1/intelligence/vetting/${mine?.id}`;
    await call(
      'anya.analyst',
      'POST',
      `${path}/propose`,
      { version: mine?.version, answer, reason: 'As the unit sees it', ...more },
      200,
    );
    await call('morag.manager', 'POST', `${path}/authorise`, { version: 1 }, 200);
  };
  const restAnswered: TraderWorld['restAnswered'] = async (but = []) => {
    const { requests } = await call<{
      requests: { about: string; answer: string | null; answeredOn: string | null }[];
    }>('anya.analyst', 'GET', '/api/v1/intelligence/vetting');
    for (const { about, answer: given, answeredOn } of requests)
      if (answeredOn === null && given === null && !but.includes(about)) await answered(about, 'proceed');
  };
  return {
    get world() {
      return days.world;
    },
    get postcode() {
      return postcode;
    },
    ...{ clock, as, call, applied, step, answered, restAnswered },
  };
}
