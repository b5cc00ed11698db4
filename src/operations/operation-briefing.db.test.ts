import { expect, test } from 'vitest';
import { journey } from '../../test/support/journey.ts';
import { unzip } from '../platform/documents/zip.ts';

const days = journey('operation_briefing', '2026-11-20T10:00:00Z');
const { as, done, idsOf, made, page, placeOf } = days;
const lead = 'callum.safety';

/** The words of the pack as its Word file has them. */
async function packOf(who: string, id: string): Promise<string> {
  const { token } = await as(who);
  const url = `/operations/${id}/briefing.docx`;
  const reply = await days.world.app.server.inject({ url, headers: { authorization: `Bearer ${token}` } });
  expect(reply.statusCode, reply.body).toBe(200);
  const document = unzip(reply.rawPayload).get('word/document.xml')?.toString('utf8') ?? '';
  return document.replace(/<[^>]+>/g, ' ').replace(/ +/g, ' ');
}

test('the briefing pack has precautions first, then aim, parts and powers; whoever said no has none; opening it is in the log', async () => {
  const { district } = await placeOf();
  const [callum, priya, tess] = [await idsOf(lead), await idsOf('priya.police'), await idsOf('tess.trading')];
  const { id } = await made<{ id: string }>(lead, '/operations', {
    ...{ name: 'Op Assist Packed', onDay: '2026-12-02', districtCode: district },
    ...{ objectives: 'Stop unlicensed carriers', roads: 'The moor road', briefing: 'Two to each vehicle' },
    agencies: [priya.agency, tess.agency],
  });
  await done('priya.police', `/operations/${id}/answer`, { answer: 'agreed' });
  await made('priya.police', `/operations/${id}/officers`, {
    officerId: priya.officer,
    part: 'stop-vehicles',
  });
  await made(lead, `/operations/${id}/officers`, { officerId: callum.officer, part: 'keep-record' });
  await made(lead, `/operations/${id}/visits`, { vehicle: 'QX19 TIP' });
  const own = await packOf(lead, id);
  const order = [
    ...['Briefing for Op Assist Packed', 'Before you go', 'QX19 TIP', 'screened 20 November 2026'],
    ...['What it is to achieve', 'Stop unlicensed carriers', 'Two to each vehicle', 'Who does what'],
    ...['stop vehicles', 'None is needed', 'Agencies'],
  ].map((words) => own.indexOf(words));
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  // What one agency screened is on its own pack and the lead's: another is told to screen what it goes to.
  const theirs = await packOf('priya.police', id);
  expect(theirs).toContain('Two to each vehicle');
  expect(theirs).not.toContain('QX19 TIP');
  expect(theirs).toContain('Screen what you go to');
  const shown = await page(lead, `/operations/${id}`);
  expect(shown.text).toContain(`/operations/${id}/briefing.pdf`);
  expect((await page(lead, `/operations/${id}/briefing.pdf`)).text.slice(0, 8)).toBe('%PDF-1.7');
  // ✘ Not whoever said no, nor an agency that was never asked.
  await done('tess.trading', `/operations/${id}/answer`, { answer: 'declined' });
  expect((await page('tess.trading', `/operations/${id}/briefing.pdf`)).status).toBe(404);
  expect((await page('tess.trading', `/operations/${id}`)).text).not.toContain('briefing.pdf');
  expect((await page('hollis.housing', `/operations/${id}/briefing.pdf`)).status).toBe(404);
  expect(
    await days.sql(
      "select 1 from platform.audit_entry where event = 'operation.briefing-opened' and outcome = 'done'",
    ),
  ).toHaveLength(3);
});
