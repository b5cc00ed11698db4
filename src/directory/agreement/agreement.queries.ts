import { hasRole } from '../../platform/access/viewer.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { findAgency } from '../agency/agency.store.ts';
import { type AgreementRow, endingAgreements } from './agreement.store.ts';

/** Agreements that end soon: all for an administrator, those of their agency for whoever speaks for it. */
export async function endingForMe(work: Work): Promise<AgreementRow[]> {
  const officer = officerOf(work);
  const today = work.clock.today();
  if (hasRole(officer, 'directory-administrator')) return endingAgreements(work.db, today);
  const agency = await findAgency(work.db, officer.agencyId);
  return agency?.spokespersonId === officer.officerId ? endingAgreements(work.db, today, agency.id) : [];
}
