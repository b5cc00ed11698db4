import type { Client } from 'pg';

/** A commission of the street scene service that waits, and one that was answered and brought money in. */
export const commissionSamples = {
  commissionId: '5a3b1e00-0000-4000-8000-000000000560',
  answeredCommissionId: '5a3b1e00-0000-4000-8000-000000000561',
};
const of = (username: string): string =>
  `(select o.id, o.agency_id from directory.officer o join platform.account a on a.officer_id = o.id where a.username = '${username}')`;
const service = "(select id from directory.service where code = 'WEND-ENV')";

export async function sampleCommissions(client: Client): Promise<void> {
  const { commissionId, answeredCommissionId } = commissionSamples;
  for (const [id, reference, status] of [
    [commissionId, 'CM-SAMP-001', 'asked'],
    [answeredCommissionId, 'CM-SAMP-002', 'answered'],
  ])
    await client.query(
      `insert into dissemination.commission (id, reference, agency_id, service_id, unit_agency_id, kind, status, subject_kind, subject_label, key_kind, key_value,
         purpose, legal_basis, owed_pence, asked_on, asked_by)
       select $1, $2, o.agency_id, s.id, u.agency_id, 'debtor', $3, 'person', 'Sam Sample, 1980-01-31', 'name-born', 'sam sample 1980-01-31',
         'A loan that was not paid back', 'court-order', 120000, '2026-11-10', o.id from ${of('olu.officer')} o, ${of('imran.intel')} u, ${service} s`,
      [id, reference, status],
    );
  await client.query(
    `insert into intelligence.commission_work (commission_id, agency_id, outcome, address, postcode, confidence, findings, minutes, proposed_at, proposed_by, authorised_at, authorised_by)
     select $1, u.agency_id, 'traced', '1 Sample Row', 'QM1 1AA', 'high', 'Sample findings', 60, '2026-11-12T09:00:00Z', u.id, '2026-11-12T10:00:00Z', m.id
     from ${of('imran.intel')} u, ${of('morag.manager')} m`,
    [answeredCommissionId],
  );
  await client.query(
    `insert into dissemination.commission_answer (commission_id, agency_id, service_id, outcome, address, postcode, confidence, answered_on)
     select id, agency_id, service_id, 'traced', '1 Sample Row', 'QM1 1AA', 'high', '2026-11-12' from dissemination.commission where id = $1`,
    [answeredCommissionId],
  );
  await client.query(
    `insert into dissemination.commission_recovery (id, commission_id, agency_id, service_id, pence, on_day, recorded_at, recorded_by)
     select '5a3b1e00-0000-4000-8000-000000000562', id, agency_id, service_id, 50000, '2026-11-18', '2026-11-18T09:00:00Z', asked_by from dissemination.commission where id = $1`,
    [answeredCommissionId],
  );
}
