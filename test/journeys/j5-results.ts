import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { performScheduled } from '../support/jobs.ts';
import { mainOf, send } from './forms-by-name.ts';
import { idOf, pathOf, type Walk } from './walk.ts';

/** The JAG of the district, its meetings that are not held yet, the soonest first. */
const comingOf = ({ place }: Walk) =>
  place().world.sql<{ id: string; on: string }>(
    `select m.id, m.held_on::text as on from tasking.meeting m join tasking.series s on s.id = m.series_id
     join directory.agency a on a.id = s.chair_agency_id where s.kind = 'JAG' and a.code = 'WEND' and m.status = 'scheduled' order by m.held_on`,
  );

/** J5 line 2 for the rest of the team: three ticks each, and the force issues; five of five hold it until the new day. */
export async function fiveAnew(walk: Walk): Promise<void> {
  const { as, place } = walk;
  const { world } = place();
  const jet = await idOf(walk, "service where code = 'WEND-JET'");
  const agencyId = await idOf(walk, "agency where code = 'WEND'");
  // The county has three in the team.
  const dana = await world.as('dana.directory');
  for (const name of ['Ada Fifthley', 'Ned Fourthby'])
    await dana.api('POST', '/api/v1/directory/people', {
      ...{
        name,
        email: `${name.split(' ')[0]?.toLowerCase()}@wendmere.example`,
        agencyId,
        serviceIds: [jet],
      },
      ...{ username: name.toLowerCase().replace(' ', '.'), reason: 'Joined the team' },
    });
  const rest = await world.sql<{ id: string; name: string }>(
    `select o.id, o.name from directory.officer o join directory.service_member m on m.officer_id = o.id
     join platform.account c on c.officer_id = o.id where m.service_id = $1 and c.username <> 'joss.jet' order by c.username`,
    [jet],
  );
  expect(rest).toHaveLength(4);
  const priya = await as('priya.police');
  for (const { id, name } of rest) {
    // ✘ nobody ticks for themselves.
    const lead = await as(name.startsWith('Sunita') ? 'callum.safety' : 'sunita.supervisor');
    await lead.goto('/teams/accreditations');
    await send(lead, '/teams/accreditations', { officerId: id });
    const anew = pathOf(lead);
    for (const tick of ['vetted', 'trained', 'assessed'])
      await send(lead, '/tick', { tick, onDay: '2027-01-20' });
    await priya.goto(anew);
    await send(priya, '/issue', {
      ...{ badgeNumber: `B-${id.slice(0, 4)}`, expiresOn: '2030-01-19', powers: ['csas.require-name'] },
    });
  }
  const sunita = await as('sunita.supervisor');
  await sunita.goto('/teams/accreditations');
  expect((await mainOf(sunita)).match(/3 of 3.*19 January 2030.*Issued/g)).toHaveLength(5);
  await sunita.goto('/teams');
  expect(await accreditedOf(sunita)).toBe('5');
}
/** How many of the own team are accredited, as the page beside the other teams says. */
const accreditedOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const [table] = document.querySelectorAll('main table');
    const at = [...(table?.querySelectorAll('thead th') ?? [])].findIndex((one) =>
      one.textContent?.startsWith('Accredited'),
    );
    const own = [...(table?.querySelectorAll('tbody tr') ?? [])].find((row) => row.querySelector('a'));
    return own?.children[at]?.textContent?.trim();
  });

/** J5 line 6, the JAG's task, and line 9: its result is on the next agenda; the figures open their records; the other teams stand beside. */
export async function resultsShown(walk: Walk): Promise<void> {
  const { as, clock, place } = walk;
  const [jag] = await comingOf(walk);
  clock.set(`${jag?.on}T10:00:00Z`);
  let callum = await as('callum.safety');
  await callum.goto(`/meetings/${jag?.id}/room`);
  await send(callum, '/open', {});
  await send(callum, '/decisions', {
    ...{ words: 'More patrols at the square', title: 'Patrol the square', expected: 'Weekly figures' },
    serviceId: await idOf(walk, "service where code = 'WEND-JET'"),
  });
  const taskId = await idOf(walk, "task where title = 'Patrol the square'", 'tasking');
  await callum.goto(`/meetings/${jag?.id}`);
  await send(callum, '/close', {});
  const joss = await as('joss.jet');
  await joss.goto(`/tasks/${taskId}`);
  await send(joss, '/accept', {});
  await send(joss, '/result', { resultWords: 'Six patrols; quieter', isDone: 'yes' });
  const [next] = await comingOf(walk);
  clock.set(`${next?.on}T09:00:00Z`);
  await performScheduled(place().world, clock, 'make-meetings');
  callum = await as('callum.safety');
  await callum.goto(`/meetings/${next?.id}`);
  expect(await mainOf(callum)).toContain('Patrol the square');
  await callum.goto(`/tasks/${taskId}`);
  expect(await mainOf(callum)).toContain('Six patrols; quieter');
  // Each figure of the line has its trend and opens its records, as many as it counts; the other teams stand beside.
  const sunita = await as('sunita.supervisor');
  const span = 'from=2026-12-01&to=2027-02-28';
  const behind: [string, number, number][] = [];
  for (const code of ['E-01', 'E-02', 'E-03', 'P-01']) {
    await sunita.goto(`/figures/${code}?${span}`);
    expect(await mainOf(sunita), code).toContain('by month');
    // The last of those that it is compared with: the most months.
    const link = sunita.getByRole('link', { name: /open the records/ }).last();
    // Of a share the records are all that it is a share of; fifty stand on a page.
    const [, part = '', whole = part] = (await link.innerText()).match(/^([\d,]+)(?: of ([\d,]+))?/) ?? [];
    const counted = Number(whole.replace(',', ''));
    await link.click();
    const rows = await sunita.locator('main tbody tr').count();
    behind.push([code, rows, Math.min(counted, 50)]);
  }
  expect(behind.filter(([, rows, counted]) => rows !== counted || rows === 0)).toEqual([]);
  // Another council's team is entered there, and its few officers are not counted out here.
  await place().world.sql(
    `insert into jet.team (id, agency_id, service_id, name, area_code, started_year, posts, tasking_route)
     select gen_random_uuid(), s.agency_id, s.id, 'The other team', a.area_code, 2016, 3, 'By its own meeting'
     from directory.service s join directory.agency a on a.id = s.agency_id where s.code = 'ALDE-JET'`,
  );
  await sunita.goto('/teams');
  const beside = await mainOf(sunita);
  expect(beside).toContain('60.0% in January 2027');
  expect(beside).toMatch(/The other team.*Not shown: small numbers/);
}
