import type { ClientBase } from 'pg';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';

/** Two commissions of trading standards in the demonstration: a debtor who was traced and pays, and a loan that waits for its checks. Made up. */
export async function seedCommissions(client: ClientBase, today: Day): Promise<void> {
  const ids = repeatableIds('commissions');
  const { rows } = await client.query<{
    id: string;
    agencyId: string;
    serviceId: string | null;
    username: string;
  }>(
    `select o.id, o.agency_id as "agencyId", (select m.service_id from directory.service_member m where m.officer_id = o.id order by m.service_id limit 1) as "serviceId", a.username
     from directory.officer o join platform.account a on a.officer_id = o.id where a.username in ('tess.trading', 'anya.analyst', 'morag.manager')`,
  );
  const who = (username: string) => {
    const found = rows.find((row) => row.username === username);
    if (!found) throw new Error(`The county has nobody called ${username}.`);
    return found;
  };
  const [tess, anya, morag] = [who('tess.trading'), who('anya.analyst'), who('morag.manager')];
  const given = { agencyId: tess.agencyId, serviceId: tess.serviceId };
  const common = { ...given, unitAgencyId: anya.agencyId, askedBy: tess.id };
  const debt = idFromName('commission of a debt');
  await insertRows(client, 'dissemination.commission', [
    {
      ...{ ...common, id: debt, reference: ids.reference('CM'), kind: 'debtor', status: 'answered' },
      ...{ subjectKind: 'person', subjectLabel: 'Gerald Overdue, 1968-09-12', keyKind: 'name-born' },
      ...{ keyValue: 'gerald overdue 1968-09-12', purpose: 'A business loan of 2016 that was not paid back' },
      ...{ legalBasis: 'court-order', owedPence: 1_200_000, askedOn: addDays(today, -40) },
      ...{ pricePence: 18_000, paidOn: addDays(today, -12), version: 4 },
    },
    {
      ...{ ...common, id: idFromName('commission of a loan'), reference: ids.reference('CM'), kind: 'loan' },
      ...{
        status: 'asked',
        version: 1,
        subjectKind: 'organisation',
        subjectLabel: 'Mill Lane Bakery',
        askedOn: addDays(today, -3),
      },
      ...{
        purpose: 'A start-up loan of the county’s fund',
        legalBasis: 'consent',
        decidesOn: addDays(today, 21),
      },
    },
  ]);
  const told = {
    ...{ outcome: 'traced', address: '12 Quarry Terrace', postcode: 'QM2 3AB', confidence: 'high' },
    checks: [],
  };
  await insertRows(client, 'intelligence.commission_work', [
    {
      ...{ commissionId: debt, agencyId: anya.agencyId, ...told, minutes: 95 },
      findings: 'Electoral roll and two items that name him there',
      ...{ proposedAt: `${addDays(today, -36)}T10:00:00Z`, proposedBy: anya.id },
      ...{ authorisedAt: `${addDays(today, -35)}T10:00:00Z`, authorisedBy: morag.id },
    },
  ]);
  await insertRows(client, 'dissemination.commission_answer', [
    { commissionId: debt, ...given, ...told, answeredOn: addDays(today, -35) },
  ]);
  await insertRows(client, 'dissemination.commission_recovery', [
    {
      ...{ id: ids.next(), commissionId: debt, ...given, pence: 250_000, onDay: addDays(today, -9) },
      ...{ recordedAt: `${addDays(today, -9)}T10:00:00Z`, recordedBy: tess.id },
    },
  ]);
}
