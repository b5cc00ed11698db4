import type { ClientBase } from 'pg';
import type { County } from '../../county/index.ts';
import { seedAbandoned } from './seed-abandoned.ts';
import { seedAsb } from './seed-asb.ts';
import { seedClosures } from './seed-closures.ts';
import { seedCommissions } from './seed-commissions.ts';
import { seedCourt } from './seed-court.ts';
import { seedEncampments } from './seed-encampments.ts';
import { seedFlyTips } from './seed-fly-tips.ts';
import { seedInspection } from './seed-inspection.ts';
import { seedIntelligence } from './seed-intelligence.ts';
import { seedJet } from './seed-jet.ts';
import { seedLicensing } from './seed-licensing.ts';
import { seedOcg } from './seed-ocg.ts';
import { seedOperations } from './seed-operations.ts';
import { seedPeopleAtRisk } from './seed-people.ts';
import { seedProducts } from './seed-products.ts';
import { seedProtection } from './seed-protection.ts';
import { seedPspos } from './seed-pspos.ts';
import { seedTasks } from './seed-tasks.ts';
import { seedTraders } from './seed-traders.ts';

/** What each module holds in a demonstration: lists of people at risk, intelligence, warnings, cases. */
export async function seedModules(
  client: ClientBase,
  county: County,
  options: Parameters<typeof seedPeopleAtRisk>[2],
): Promise<void> {
  await seedPeopleAtRisk(client, county, options);
  await seedIntelligence(client, county.today);
  await seedOcg(client, county.today);
  await seedProducts(client, county.today);
  await seedCommissions(client, county.today);
  await seedProtection(client, county);
  await seedClosures(client, county);
  await seedTraders(client, county);
  await seedOperations(client, county);
  await seedJet(client, county);
  await seedEncampments(client, county);
  await seedAbandoned(client, county);
  await seedFlyTips(client, county);
  await seedInspection(client, county);
  await seedLicensing(client, county);
  await seedAsb(client, county);
  await seedPspos(client, county);
  await seedCourt(client, county.today);
  await seedTasks(client, county);
}
