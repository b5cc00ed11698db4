import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { performScheduled } from '../support/jobs.ts';
import { mainOf, send } from './forms-by-name.ts';
import { idOf, pathOf, type Walk } from './walk.ts';

/** J5 after the power ran out: it is given anew; plans, patrols, duties and tasks of both meetings; the month is red, and is reviewed. */
export async function teamsMonth(walk: Walk): Promise<void> {
  const { as, clock, place, district } = walk;
  let sunita = await as('sunita.supervisor');
  const byName = async (page: Page, name: string) =>
    (await page.locator('select[name=officerId] option', { hasText: name }).getAttribute('value')) ?? '';
  // One was begun for him, and is stopped: it was of last year.
  await sunita.goto('/teams/accreditations');
  await sunita.locator('main a[href^="/teams/accreditations/"]').first().click();
  await send(sunita, '/stop', {});
  await sunita.goto('/teams/accreditations');
  await send(sunita, '/teams/accreditations', { officerId: await byName(sunita, 'Joss') });
  const anew = pathOf(sunita);
  // ✘ the force does not see it before it is ready.
  const priya = await as('priya.police');
  await priya.goto(anew);
  expect(await mainOf(priya)).toContain('not found');
  for (const tick of ['vetted', 'trained', 'assessed'])
    await send(sunita, '/tick', { tick, onDay: '2027-01-20' });
  await priya.goto(anew);
  await send(priya, '/issue', { badgeNumber: 'B77', expiresOn: '2030-01-19', powers: ['csas.require-name'] });
  const joss = await as('joss.jet');
  await joss.goto('/teams/powers/use');
  await send(
    joss,
    '/teams/powers/use',
    { power: 'csas.require-name', districtCode: district(), isInUniform: 'yes', words: 'In the square' },
    'Record it',
  );
  expect(await mainOf(joss)).not.toContain('ran out on');
  // A plan with what the priorities ask; its patrol is time that was asked for, and the other is not.
  await sunita.goto('/teams/plans/new');
  await send(sunita, '/teams/plans', {
    ...{ title: 'The order area', districtCode: district(), place: 'The square', priority: 'cse' },
    ...{ fromOn: '2027-01-21', toOn: '2027-03-31', lines: ['engage-communities', 'gather-intelligence'] },
  });
  const plan = pathOf(sunita);
  await joss.goto(plan);
  await send(joss, '/patrols', {
    ...{ onDay: '2027-01-21', hours: '0', minutes: '30', words: 'Spoke to shopkeepers', formsSent: '1' },
    lines: ['engage-communities'],
  });
  expect(await mainOf(joss)).toContain('Spoke to shopkeepers');
  await joss.goto('/teams/time');
  const recycling = { activity: 'recycling', hours: '2', minutes: '0', onDay: '2027-01-21' };
  await send(joss, '/teams/time', recycling, 'Log it');
  // Both supervisors' rosters go out once a week, on Friday.
  const shift = { onDay: '2027-01-26', startsAt: '08:00', endsAt: '16:00' };
  for (const [who, name] of [
    [sunita, 'Sunita'],
    [priya, 'Priya'],
  ] as const) {
    await who.goto('/teams/duties');
    await send(who, '/teams/duties', { ...shift, officerId: await byName(who, name) });
  }
  clock.set('2027-01-22T10:00:00Z');
  for (const job of ['send-duties', 'make-meetings']) await performScheduled(walk.place().world, clock, job);
  const mail = await place().world.sql<{ to: string; body: string }>(
    "select to_address as to, body from platform.outbox where reason = 'duties of the week'",
  );
  expect(new Set(mail.map(({ to }) => to)).size).toBe(2);
  for (const { body } of mail) for (const name of ['Sunita', 'Priya']) expect(body).toContain(name);
  // The police's own tasking sets a task, with its reference there; the team's meeting is two weeks after each JAG.
  const police = await as('priya.police');
  await police.goto('/tasks/from-partners');
  await send(police, '/tasks/from-partners', {
    ...{ title: 'Visits to the quay', expected: 'Three visits', dueOn: '5/2/2027', partnerOn: '20/1/2027' },
    ...{ serviceId: await idOf(walk, "service where code = 'WEND-JET'"), partnerReference: 'SN-2027-7' },
  });
  sunita = await as('sunita.supervisor');
  const jag = await idOf(
    walk,
    "series s join directory.agency a on a.id = s.chair_agency_id where s.kind = 'JAG' and a.code = 'WEND'",
    'tasking',
  );
  await sunita.goto(`/meeting-series/${jag}/after`);
  const sits = await Promise.all(
    ['WEND-JET', 'WEND-PARK'].map((code) => idOf(walk, `service where code = '${code}'`)),
  );
  await send(sunita, '/after', {
    ...{ name: 'Enforcement tasking', startsAt: '09:30', place: 'Council Offices', memberServiceIds: sits },
  });
  expect(pathOf(sunita), await mainOf(sunita)).not.toContain('after');
  const days = await place().world.sql<{ jag: string; own: string }>(
    `select j.held_on::text as jag, m.held_on::text as own from tasking.meeting m join tasking.series s on s.id = m.series_id
       and s.name = 'Enforcement tasking' left join tasking.meeting j on j.series_id = $1 and j.held_on = m.held_on - 14`,
    [jag],
  );
  expect(days.length).toBeGreaterThan(0);
  expect(days.every((one) => one.jag !== null)).toBe(true);
  // The month: 180 minutes of enforcement of 300 are red, and a red month is closed with why.
  clock.set('2027-02-01T10:00:00Z');
  sunita = await as('sunita.supervisor');
  await sunita.goto('/teams');
  const team = await idOf(
    walk,
    "team t join directory.service s on s.id = t.service_id where s.code = 'WEND-JET'",
    'jet',
  );
  await sunita.goto(`/teams/${team}/months/2027-01`);
  expect(await mainOf(sunita)).toContain('60.0%');
  await send(sunita, '/close', {});
  expect(await mainOf(sunita)).toMatch(/60.0%.*enforcement/);
  await send(sunita, '/close', { reason: 'Bins were missed for a week' });
  expect(await mainOf(sunita)).toContain('Bins were missed for a week');
  const later = await as('joss.jet');
  await later.goto(`/teams/${team}/months/2027-01`);
  expect(await mainOf(later)).not.toContain('Bins were missed');
  // What the untasked time was, and the finding.
  await sunita.goto(`/teams/${team}/reviews`);
  await send(sunita, '/reviews', {
    ...{ fromOn: '2027-01-01', toOn: '2027-01-31', finding: 'Mainly recycling', action: 'Plans first' },
  });
  expect(await mainOf(sunita)).toContain('recycling compliance 2 h');
  await sunita.goto('/figures/T-02?from=2027-01-01&to=2027-01-31');
  expect(await mainOf(sunita)).toContain('180 of 300');
}
