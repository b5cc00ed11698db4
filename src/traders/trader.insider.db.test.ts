import { expect, test } from 'vitest';
import { performScheduled } from '../../test/support/jobs.ts';
import { everyCheck, roofer, type ShownTrader, tipper, traderWorld } from '../../test/support/traders.ts';

/** The scheme as somebody of it would turn it against the wall, the money or a neighbour. */
const days = traderWorld('insider_traders');
const { applied, as, call, clock, restAnswered, step } = days;
const at = (file: { id: string }) => `/api/v1/traders/${file.id}`;
const look = (file: { id: string }) => call<ShownTrader>('vita.vetting', 'GET', at(file));
const post = async (who: string, url: string, body: object) => (await as(who)).api('POST', url, body);
const paid = async (file: { id: string }) => {
  for (const [kind, pounds] of [
    ['vetting', 60],
    ['membership', 240],
  ])
    await call('vita.vetting', 'POST', `${at(file)}/payments`, {
      ...{ kind, pounds, paidOn: clock.today(), paymentReference: 'TILL-9' },
    });
};
const checked = (file: { id: string }) =>
  call(
    'vita.vetting',
    'POST',
    `${at(file)}/checks`,
    {
      items: everyCheck.map((item) => ({ item, result: 'met', words: 'Looked up' })),
    },
    200,
  );
const round = async (day: string) => {
  clock.set(`${day}T09:00:00Z`);
  await performScheduled(days.world, clock, 'answer-vetting');
};
/** Who was added to the people of a file. */
const added = (before: ShownTrader, after: ShownTrader): string =>
  after.people.find(({ id }) => !before.people.some((one) => one.id === id))?.id ?? '';
const takenOff = async (file: ShownTrader, person: string) =>
  expect((await (await as('vita.vetting')).post(`/traders/${file.id}/people/${person}/remove`)).status).toBe(
    303,
  );
let known: ShownTrader;
let unknown: ShownTrader;

test('whoever wrote an application down does not send it to vetting: nobody asks about a neighbour alone', async () => {
  known = await applied(tipper, 'Gareth Tipley');
  unknown = await applied(roofer, 'Simon Slate');
  const alone = await post('vita.vetting', `${at(known)}/steps/ask`, { version: known.version });
  expect(alone.status).toBe(422);
  expect(alone.text).toContain('You wrote down whom it names');
  // Nor whoever slips a name in just before.
  await call('tess.trading', 'POST', `${at(unknown)}/people`, {
    ...{ name: 'A Neighbour', dateOfBirth: '1975-05-05', address: '5 Next Door' },
  });
  const slipped = added(unknown, await look(unknown));
  expect(
    (await post('tess.trading', `${at(unknown)}/steps/ask`, { version: (await look(unknown)).version }))
      .status,
  ).toBe(422);
  await takenOff(unknown, slipped);
});

test('a name that is added between the look and the sending stops the sending', async () => {
  const seen = await look(known);
  const after = await call<ShownTrader>('vita.vetting', 'POST', `${at(known)}/people`, {
    ...{ name: 'Somebody Else', dateOfBirth: '1975-05-05', address: '5 Next Door' },
  });
  expect((await post('tess.trading', `${at(known)}/steps/ask`, { version: seen.version })).status).toBe(409);
  await takenOff(known, added(known, after));
});

let third: ShownTrader;
const thirdFirm = { ...roofer, firmName: 'Third Roofing', phone: '01632 960457' };
test('a round crosses whole or not at all: that one answer came later than another tells nothing', async () => {
  third = await applied(thirdFirm, 'Ann Third');
  for (const file of [known, third]) await step(file, 'ask', {}, 'tess.trading');
  // The last who wrote names down on this one was the other keeper.
  await step(unknown, 'ask', {}, 'vita.vetting');
  await step(third, 'withdraw', { reason: 'They changed their mind' });
  // Whoever is asked about again, under another name, is seen by the unit.
  const { requests } = await call<{ requests: { about: string; otherRequests: number }[] }>(
    'anya.analyst',
    'GET',
    '/api/v1/intelligence/vetting',
  );
  const others = (firm: string) => requests.find(({ about }) => about === firm)?.otherRequests;
  expect([others(thirdFirm.firmName), others(tipper.firmName)]).toEqual([1, 0]);
  await restAnswered([tipper.firmName]);
  await round('2026-12-10');
  const [one, other] = [await look(known), await look(unknown)];
  expect(one.vetting).toEqual(other.vetting);
  expect(other.vetting).toMatchObject({ answer: null, answersOn: '2026-12-17' });
  await restAnswered();
  await round('2026-12-17');
  for (const file of [known, unknown]) expect((await look(file)).vetting?.answer).toBe('proceed');
});

test('an application that was withdrawn shows no answer: nobody asks, withdraws and reads', async () => {
  expect((await look(third)).vetting).toBeNull();
  expect((await (await as('vita.vetting')).get(`/traders/${third.id}`)).text).not.toContain('Proceed');
});

const asked = async () =>
  (await days.world.sql<{ n: number }>('select count(*)::int as n from dissemination.vetting_request'))[0]?.n;
test('a renewal that was suspended goes on where it stood: it is not asked about a second time', async () => {
  await checked(unknown);
  expect(await step(unknown, 'accept')).toMatchObject({ status: 'member', memberUntil: '2027-12-16' });
  clock.set('2027-10-20T09:00:00Z');
  await step(unknown, 'renew');
  const before = await asked();
  await step(unknown, 'suspend', { ground: 'complaints', reason: 'A look at it' });
  expect((await step(unknown, 'lift', { reason: 'Nothing in it' })).status).toBe('renewing');
  expect(
    (await post('vita.vetting', `${at(unknown)}/steps/renew`, { version: (await look(unknown)).version }))
      .status,
  ).toBe(409);
  expect(await asked()).toBe(before);
});

test('a renewal that was refused, appealed and allowed gives the year that was paid for, and not the rest of the old one', async () => {
  await restAnswered();
  await round('2027-11-04');
  await paid(unknown);
  await call(
    'vita.vetting',
    'POST',
    `${at(unknown)}/checks`,
    {
      items: [{ item: 'credit', result: 'not-met', words: 'A judgment on the register' }],
    },
    200,
  );
  await step(unknown, 'refuse', { ground: 'credit', reason: 'A judgment' });
  await step(unknown, 'appeal', { reason: 'It was of another firm' });
  await step(unknown, 'allow-appeal', { reason: 'It was' }, 'tess.trading');
  await restAnswered();
  await round('2027-11-25');
  await paid(unknown);
  await checked(unknown);
  expect(await step(unknown, 'accept')).toMatchObject({ status: 'member', memberUntil: '2028-12-16' });
});

test('a fee is adopted for days to come; a thousandth of a pound is no amount', async () => {
  const fee = { kind: 'vetting', source: 'Nobody' };
  const past = await post('vita.vetting', '/api/v1/traders/fees', {
    ...fee,
    pounds: 1,
    startsOn: '2027-11-01',
  });
  expect(past.status, past.text).toBe(422);
  const none = await post('vita.vetting', '/api/v1/traders/fees', {
    ...fee,
    pounds: 0.001,
    startsOn: '2028-01-01',
  });
  expect(none.status, none.text).toBe(422);
});

test('a complaint is decided once, whoever presses together', async () => {
  const { complaints } = await call<ShownTrader>('vita.vetting', 'POST', `${at(unknown)}/complaints`, {
    ...{ receivedOn: '2027-11-20', words: 'Left the roof open' },
  });
  const url = `${at(unknown)}/complaints/${complaints[0]?.id}/decide`;
  const both = await Promise.all([
    post('vita.vetting', url, { outcome: 'upheld', words: 'No reply' }),
    post('tess.trading', url, { outcome: 'not-upheld', words: 'A reply came' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('odd input is refused and never a fault of the server', async () => {
  const vita = await as('vita.vetting');
  const dashes = '-'.repeat(36);
  for (const url of [
    `/traders?after=2026-01-01~${dashes}`,
    '/traders?after=-271821-04-20T00:00:00.000Z~5a3b1e00-0000-4000-8000-000000000701',
    '/traders?words=%00',
    '/traders?trade=%00',
    '/checked-traders?trade=%00',
    `/traders/${unknown.id}/letters/refusal/99999999/pdf`,
  ])
    expect((await vita.get(url)).status, url).toBeLessThan(500);
  const person = { name: 'A\u0000B', dateOfBirth: '0000-01-01', address: 'Somewhere' };
  for (const [url, body] of [
    [`${at(unknown)}/people`, person],
    [`${at(unknown)}/papers`, { kind: 'insurance', words: 'Seen', validUntil: '9999-12-31' }],
    [`${at(unknown)}/complaints`, { receivedOn: '0000-01-01', words: 'Old' }],
    [
      `${at(unknown)}/payments`,
      { kind: 'vetting', pounds: 60, paidOn: '0000-01-01', paymentReference: 'X1' },
    ],
    ['/api/v1/traders/fees', { kind: 'vetting', pounds: 1, startsOn: '0000-01-01', source: 'Old' }],
    ['/api/v1/traders', { ...roofer, postcode: days.postcode, tradingSince: '0000-01-01' }],
    [`${at(unknown)}/checks`, { items: [{ item: '\u0000', result: 'met', words: 'xx' }] }],
  ] as const) {
    const answer = await post('vita.vetting', url, body);
    expect(answer.status, `${url} ${answer.text}`).toBeLessThan(500);
  }
});

test('an edit that is shown again keeps the version it began with: what a colleague saved meanwhile is not lost', async () => {
  const made = await call<ShownTrader>('vita.vetting', 'POST', '/api/v1/traders', {
    ...roofer,
    postcode: days.postcode,
  });
  const draft = { ...roofer, postcode: days.postcode, trades: 'roofing', version: '1' };
  const saved = await (await as('tess.trading')).post(`/traders/${made.id}/edit`, {
    ...draft,
    phone: '01632 960999',
  });
  expect(saved.status).toBe(303);
  const again = await (await as('vita.vetting')).post(`/traders/${made.id}/edit`, { ...draft, firmName: '' });
  expect(again.text).toContain('name="version" value="1"');
});
