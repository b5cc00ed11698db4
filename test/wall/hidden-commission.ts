import { commissionPolicy } from '../../src/intelligence/index.ts';
import type { Viewer } from '../../src/platform/access/viewer.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import { commissionSamples } from '../support/sample-commission.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';

const nameOf = (id: string): string => `${id.slice(0, 4)}-${id.slice(4, 7)}`.toUpperCase();

/**
 * Commissions of other services and other units, alike to the samples; behind those that the service sees as waiting, what the unit found
 * and proposes; and, for the unit, that the answer which crossed was withheld and how much came in.
 */
export async function hiddenCommissions(world: World, viewer: Viewer): Promise<Samples> {
  const ids: Samples = {};
  const isUnit = viewer.kind === 'officer' && viewer.side === 'INTEL';
  const { commissionId, answeredCommissionId } = commissionSamples;
  const [sample] = await world.sql<{ agencyId: string; serviceId: string; unit: string }>(
    'select agency_id as "agencyId", service_id as "serviceId", unit_agency_id as unit from dissemination.commission where id = $1',
    [commissionId],
  );
  if (!sample) throw new Error('There is no sample commission.');
  if (isUnit) {
    await world.sql(
      "update dissemination.commission_answer set outcome = 'not-traced', address = '', postcode = '', confidence = null where commission_id = $1",
      [answeredCommissionId],
    );
    await world.sql('update dissemination.commission_recovery set pence = 77700 where commission_id = $1', [
      answeredCommissionId,
    ]);
  } else {
    await world.sql(
      `insert into intelligence.commission_work (commission_id, agency_id, outcome, address, postcode, confidence, findings, minutes, proposed_at, proposed_by)
       select $1, agency_id, outcome, '9 Hidden Row', 'QM1 1AB', confidence, 'Hidden words', 500, proposed_at, proposed_by from intelligence.commission_work where commission_id = $2`,
      [commissionId, answeredCommissionId],
    );
    await world.sql(
      "update intelligence.commission_work set findings = 'Hidden words' where commission_id = $1",
      [answeredCommissionId],
    );
  }
  for (const { id: other } of await world.sql<{ id: string }>(
    'select id from directory.agency order by code',
  )) {
    const [agencyId, unitAgencyId] = isUnit ? [sample.agencyId, other] : [other, sample.unit];
    if (commissionPolicy.can(viewer, { agencyId, serviceId: sample.serviceId, unitAgencyId })) continue;
    const id = idFromName(`hidden commission ${other}`);
    ids.commissionId ??= id;
    await world.sql(
      `insert into dissemination.commission (id, reference, agency_id, service_id, unit_agency_id, kind, status, subject_kind, subject_label, key_kind, key_value, purpose,
         legal_basis, owed_pence, asked_on, asked_by, price_pence, paid_on)
       select $1, $2, $3, service_id, $4, kind, 'answered', subject_kind, 'Hidden Person', key_kind, key_value, 'Hidden words', legal_basis, owed_pence, asked_on, asked_by,
         5500, '2026-11-19' from dissemination.commission where id = $5`,
      [id, `CM-${nameOf(id)}`, agencyId, unitAgencyId, commissionId],
    );
    await world.sql(
      `insert into dissemination.commission_answer (commission_id, agency_id, service_id, outcome, address, postcode, confidence, answered_on)
       select id, agency_id, service_id, 'traced', '9 Hidden Row', 'QM1 1AB', 'low', '2026-11-19' from dissemination.commission where id = $1`,
      [id],
    );
    await world.sql(
      `insert into dissemination.commission_recovery (id, commission_id, agency_id, service_id, pence, on_day, recorded_at, recorded_by)
       select $2, id, agency_id, service_id, 99900, '2026-11-19', '2026-11-19T09:00:00Z', asked_by from dissemination.commission where id = $1`,
      [id, idFromName(`hidden recovery ${other}`)],
    );
  }
  return ids;
}
