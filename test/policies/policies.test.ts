import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  asbActionPolicy,
  asbCasePolicy,
  asbOfficers,
  caseReviewPolicy,
  contributionPolicy,
  nominationPolicy,
  recommendationPolicy,
  releasePlanPolicy,
} from '../../src/asb/index.ts';
import { markerDetailPolicy, markerPolicy, screeningPolicy } from '../../src/assurance/index.ts';
import { alertPolicy, outcomePolicy, prosecutionPolicy } from '../../src/court/index.ts';
import { caseworkers, intelligenceReaders, roles, schemeKeepers } from '../../src/directory/index.ts';
import {
  abandonedPolicy,
  closurePolicy,
  encampmentPolicy,
  penaltyPolicy,
  protectionPolicy,
  pspoPolicy,
} from '../../src/enforcement/index.ts';
import { capturePolicy } from '../../src/field/index.ts';
import { retentionPolicy } from '../../src/governance/index.ts';
import {
  awardPolicy,
  inspectionVisitPolicy,
  licensingPolicy,
  premisesPolicy,
  purchasePolicy,
  schemePolicy,
  tableReaders,
} from '../../src/inspection/index.ts';
import { countedReportPolicy, importPolicy, photoPolicy, reportPolicy } from '../../src/intake/index.ts';
import {
  commissionPolicy,
  countedPolicy,
  enquiryPolicy,
  itemPolicy,
  keptPolicy,
  nominalPolicy,
  packagePolicy,
  vettingPolicy,
  watchPolicy,
  wholeItemPolicy,
} from '../../src/intelligence/index.ts';
import {
  findingPolicy,
  invitationPolicy,
  powerPolicy,
  reaccreditationPolicy,
  rosterPolicy,
  teamPolicy,
  timePolicy,
} from '../../src/jet/index.ts';
import { listPolicy } from '../../src/linkage/index.ts';
import { operationPolicy } from '../../src/operations/index.ts';
import type { Policy } from '../../src/platform/access/policy.ts';
import { publicViewer, type Side, systemViewer, type Viewer } from '../../src/platform/access/viewer.ts';
import { recordPolicy } from '../../src/records/index.ts';
import { filePolicy, visitPolicy } from '../../src/safeguarding/index.ts';
import { traderPolicy } from '../../src/traders/index.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ name: 'policies' });
});
afterAll(() => world.close());

/** Few of each, so that random viewers and records often meet. */
const pool = ['a', 'b', 'c'].map((letter) => `00000000-0000-4000-8000-00000000000${letter}`);
const oneId = fc.constantFrom(...pool);
const sides = ['OPS', 'INTEL', 'SAFEGUARD', 'GOV', 'TECH'] as const satisfies readonly Side[];

const officer: fc.Arbitrary<Viewer> = fc
  .record({
    agencyId: oneId,
    side: fc.constantFrom(...sides),
    roles: fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 3 }),
    serviceIds: fc.uniqueArray(oneId, { maxLength: 2 }),
    agreements: fc.array(
      fc.record({
        recordKind: fc.constantFrom(
          'report',
          'case',
          'person',
          'task',
          'victim',
          'restricted-list',
          'marker',
        ),
        fromAgencyId: oneId,
      }),
      { maxLength: 3 },
    ),
  })
  .map((made) => ({
    kind: 'officer',
    accountId: pool[0] ?? '',
    sessionId: pool[0] ?? '',
    officerId: pool[0] ?? '',
    name: 'Random',
    agencyName: 'Random',
    ...made,
  }));
/** Somebody of an intelligence unit: side and role seldom meet by chance. */
const unitOfficer: fc.Arbitrary<Viewer> = fc
  .tuple(officer, fc.constantFrom(...intelligenceReaders))
  .map(([viewer, role]) => ({ ...viewer, side: 'INTEL', roles: [role] }) as Viewer); // the same officer on another side
/** Somebody who keeps a scheme of checked traders. */
const keeper: fc.Arbitrary<Viewer> = fc
  .tuple(officer, fc.constantFrom(...schemeKeepers))
  .map(([viewer, role]) => ({ ...viewer, side: 'OPS', roles: [role] }) as Viewer); // the same officer on another side
/** Somebody who inspects premises, or makes the figures of tests. */
const inspector: fc.Arbitrary<Viewer> = fc
  .tuple(officer, fc.constantFrom(...tableReaders))
  .map(([viewer, role]) => ({ ...viewer, side: 'OPS', roles: [role] }) as Viewer); // the same officer on another side
/** Somebody who works cases. */
const caseworker: fc.Arbitrary<Viewer> = fc
  .tuple(officer, fc.constantFrom(...caseworkers))
  .map(([viewer, role]) => ({ ...viewer, side: 'OPS', roles: [role] }) as Viewer); // the same officer on another side
/** Somebody on evidential support. */
const supporter: fc.Arbitrary<Viewer> = officer.map(
  (viewer) => ({ ...viewer, side: 'OPS', roles: ['evidential-support'] }) as Viewer, // the same officer in another role
);
/** Somebody who keeps a register. */
const registrar: fc.Arbitrary<Viewer> = officer.map(
  (viewer) => ({ ...viewer, side: 'SAFEGUARD', roles: ['safeguarding-officer'] }) as Viewer,
); // the same officer on another side
/** Somebody who keeps cases of anti-social behaviour, or chairs. */
const asbOfficer: fc.Arbitrary<Viewer> = fc
  .tuple(officer, fc.constantFrom(...asbOfficers))
  .map(([viewer, role]) => ({ ...viewer, side: 'OPS', roles: [role] }) as Viewer); // the same officer on another side
/** Somebody who audits. */
const auditor: fc.Arbitrary<Viewer> = officer.map(
  (viewer) => ({ ...viewer, side: 'GOV', roles: ['auditor'] }) as Viewer,
); // the same officer on another side
/** Somebody of a joint enforcement team, who leads one, or of the police that it works with. */
const teamMember: fc.Arbitrary<Viewer> = fc
  .tuple(
    officer,
    fc.constantFrom(
      'jet-officer',
      'jet-supervisor',
      'community-safety-coordinator',
      'police-partner',
      'performance-analyst',
    ),
  )
  .map(([viewer, role]) => ({ ...viewer, side: 'OPS', roles: [role] }) as Viewer); // the same officer on another side
const anyViewer: fc.Arbitrary<Viewer> = fc.oneof(
  { weight: 8, arbitrary: officer },
  { weight: 4, arbitrary: unitOfficer },
  fc.constant(publicViewer),
  fc.constantFrom(...(['OPS', 'WORKER', 'GOV'] as const)).map((side) => systemViewer(side, 'test')),
);

/** A policy with random records and how each becomes a row for its predicate. */
interface Pair<Subject> {
  policy: Policy<Subject>;
  /** Who looks, where what is seen is for a role that chance seldom gives. */
  viewer?: fc.Arbitrary<Viewer>;
  subject: fc.Arbitrary<Subject>;
  /** Column names with their SQL types, as the predicate reads them. */
  columns: { [key in keyof Subject]: 'uuid' | 'boolean' | 'text' | 'uuid[]' };
}
const pair = <Subject>(given: Pair<Subject>): Pair<Record<string, unknown>> =>
  given as unknown as Pair<Record<string, unknown>>; // only the types of the fields are forgotten

const pairs = [
  ...[reportPolicy, countedReportPolicy, photoPolicy].map((policy) =>
    pair({
      policy,
      subject: fc.record({
        ownerAgencyId: oneId,
        receivedByAgencyId: oneId,
        serviceId: oneId,
        isSensitive: fc.boolean(),
      }),
      columns: {
        ownerAgencyId: 'uuid',
        receivedByAgencyId: 'uuid',
        serviceId: 'uuid',
        isSensitive: 'boolean',
      },
    }),
  ),
  pair({
    policy: recordPolicy,
    subject: fc.record({
      originAgencyId: oneId,
      handling: fc.constantFrom('ordinary', 'sensitive', 'victim', 'restricted', 'unheard-of'),
    }),
    columns: { originAgencyId: 'uuid', handling: 'text' },
  }),
  pair({
    policy: listPolicy,
    subject: fc.record({
      ownerAgencyId: oneId,
      enteredByAgencyId: fc.option(oneId),
      handling: fc.constantFrom('victim', 'restricted'),
    }),
    columns: { ownerAgencyId: 'uuid', enteredByAgencyId: 'uuid', handling: 'text' },
  }),
  pair({
    policy: filePolicy,
    subject: fc.record({ agencyId: oneId, leadAgencyId: oneId, offeredAgencyId: fc.option(oneId) }),
    columns: { agencyId: 'uuid', leadAgencyId: 'uuid', offeredAgencyId: 'uuid' },
  }),
  pair({
    policy: visitPolicy,
    subject: fc.record({ agencyId: oneId, assignedTo: oneId }),
    columns: { agencyId: 'uuid', assignedTo: 'uuid' },
  }),
  pair({
    policy: markerPolicy,
    subject: fc.record({ agencyId: oneId }),
    columns: { agencyId: 'uuid' },
  }),
  pair({
    policy: markerDetailPolicy,
    subject: fc.record({ agencyId: oneId }),
    columns: { agencyId: 'uuid' },
  }),
  pair({
    policy: screeningPolicy,
    subject: fc.record({ agencyId: oneId, officerId: fc.option(oneId), subjectId: fc.option(oneId) }),
    columns: { agencyId: 'uuid', officerId: 'uuid', subjectId: 'uuid' },
  }),
  pair({ policy: itemPolicy, subject: fc.record({ agencyId: oneId }), columns: { agencyId: 'uuid' } }),
  pair({
    policy: watchPolicy,
    viewer: unitOfficer,
    subject: fc.record({ agencyId: oneId, keptBy: oneId }),
    columns: { agencyId: 'uuid', keptBy: 'uuid' },
  }),
  pair({
    policy: keptPolicy,
    viewer: unitOfficer,
    subject: fc.record({ agencyId: oneId, officerId: oneId }),
    columns: { agencyId: 'uuid', officerId: 'uuid' },
  }),
  pair({
    policy: wholeItemPolicy,
    viewer: unitOfficer,
    subject: fc.record({
      ...{ agencyId: oneId, isSensitive: fc.boolean() },
      sensitiveReaders: fc.uniqueArray(oneId, { maxLength: 2 }),
    }),
    columns: { agencyId: 'uuid', isSensitive: 'boolean', sensitiveReaders: 'uuid[]' },
  }),
  pair({
    policy: nominalPolicy,
    subject: fc.record({
      originAgencyId: oneId,
      handling: fc.constantFrom('ordinary', 'ordinary', 'ordinary', 'sensitive'),
    }),
    columns: { originAgencyId: 'uuid', handling: 'text' },
  }),
  pair({
    policy: countedPolicy,
    subject: fc.record({ ownerAgencyId: oneId, isSensitive: fc.boolean() }),
    columns: { ownerAgencyId: 'uuid', isSensitive: 'boolean' },
  }),
  pair({
    policy: packagePolicy,
    subject: fc.record({
      agencyId: oneId,
      agencyIds: fc.uniqueArray(oneId, { maxLength: 2 }),
      officerIds: fc.uniqueArray(oneId, { maxLength: 2 }),
    }),
    columns: { agencyId: 'uuid', agencyIds: 'uuid[]', officerIds: 'uuid[]' },
  }),
  pair({
    policy: vettingPolicy,
    viewer: fc.oneof(keeper, anyViewer),
    subject: fc.record({ agencyId: oneId, unitAgencyId: oneId }),
    columns: { agencyId: 'uuid', unitAgencyId: 'uuid' },
  }),
  pair({
    policy: commissionPolicy,
    viewer: fc.oneof(caseworker, anyViewer),
    subject: fc.record({ agencyId: oneId, serviceId: oneId, unitAgencyId: oneId }),
    columns: { agencyId: 'uuid', serviceId: 'uuid', unitAgencyId: 'uuid' },
  }),
  pair({
    policy: enquiryPolicy,
    viewer: fc.oneof(caseworker, auditor, anyViewer),
    subject: fc.record({
      side: fc.constantFrom('OPS', 'GOV'),
      agencyId: oneId,
      serviceId: fc.option(oneId),
      unitAgencyId: oneId,
    }),
    columns: { side: 'text', agencyId: 'uuid', serviceId: 'uuid', unitAgencyId: 'uuid' },
  }),
  pair({
    policy: prosecutionPolicy,
    viewer: fc.oneof(caseworker, supporter, anyViewer),
    subject: fc.record({
      agencyId: oneId,
      serviceId: oneId,
      supporterIds: fc.uniqueArray(oneId, { maxLength: 2 }),
    }),
    columns: { agencyId: 'uuid', serviceId: 'uuid', supporterIds: 'uuid[]' },
  }),
  pair({
    policy: alertPolicy,
    viewer: fc.oneof(caseworker, anyViewer),
    subject: fc.record({ agencyId: oneId }),
    columns: { agencyId: 'uuid' },
  }),
  pair({
    policy: outcomePolicy,
    viewer: fc.oneof(registrar, anyViewer),
    subject: fc.record({ registerAgencyId: fc.option(oneId) }),
    columns: { registerAgencyId: 'uuid' },
  }),
  pair({
    policy: traderPolicy,
    viewer: fc.oneof(keeper, anyViewer),
    subject: fc.record({ agencyId: oneId }),
    columns: { agencyId: 'uuid' },
  }),
  pair({
    policy: operationPolicy,
    viewer: fc.oneof(keeper, anyViewer),
    subject: fc.record({ agencyIds: fc.uniqueArray(oneId, { maxLength: 2 }) }),
    columns: { agencyIds: 'uuid[]' },
  }),
  ...[premisesPolicy, inspectionVisitPolicy, schemePolicy].map((policy) =>
    pair({
      policy,
      viewer: fc.oneof(inspector, anyViewer),
      subject: fc.record({ agencyIds: fc.uniqueArray(oneId, { maxLength: 2 }) }),
      columns: { agencyIds: 'uuid[]' },
    }),
  ),
  pair({
    policy: purchasePolicy,
    viewer: fc.oneof(inspector, anyViewer),
    subject: fc.record({
      agencyIds: fc.uniqueArray(oneId, { maxLength: 2 }),
      status: fc.constantFrom('planned', 'settled', 'under-way', 'completed', 'cancelled'),
    }),
    columns: { agencyIds: 'uuid[]', status: 'text' },
  }),
  ...[awardPolicy, licensingPolicy].map((policy) =>
    pair({
      policy,
      viewer: fc.oneof(inspector, anyViewer),
      subject: fc.record({ agencyId: oneId }),
      columns: { agencyId: 'uuid' },
    }),
  ),
  pair({
    policy: caseReviewPolicy,
    viewer: fc.oneof(asbOfficer, anyViewer),
    subject: fc.record({ agencyId: oneId }),
    columns: { agencyId: 'uuid' },
  }),
  pair({
    policy: asbCasePolicy,
    viewer: fc.oneof(asbOfficer, anyViewer),
    subject: fc.record({ agencyId: oneId, officerIds: fc.uniqueArray(oneId, { maxLength: 2 }) }),
    columns: { agencyId: 'uuid', officerIds: 'uuid[]' },
  }),
  pair({
    policy: releasePlanPolicy,
    viewer: fc.oneof(asbOfficer, anyViewer),
    subject: fc.record({
      ...{ agencyId: oneId, leadAgencyId: oneId },
      officerIds: fc.uniqueArray(oneId, { maxLength: 2 }),
    }),
    columns: { agencyId: 'uuid', leadAgencyId: 'uuid', officerIds: 'uuid[]' },
  }),
  pair({
    policy: nominationPolicy,
    viewer: fc.oneof(asbOfficer, anyViewer),
    subject: fc.record({ agencyIds: fc.uniqueArray(oneId, { maxLength: 2 }) }),
    columns: { agencyIds: 'uuid[]' },
  }),
  pair({
    policy: contributionPolicy,
    viewer: fc.oneof(asbOfficer, anyViewer),
    subject: fc.record({
      agencyIds: fc.uniqueArray(oneId, { maxLength: 2 }),
      officerId: oneId,
      audience: fc.constantFrom('group', 'named'),
      audienceIds: fc.uniqueArray(oneId, { maxLength: 2 }),
    }),
    columns: { agencyIds: 'uuid[]', officerId: 'uuid', audience: 'text', audienceIds: 'uuid[]' },
  }),
  pair({
    policy: asbActionPolicy,
    viewer: fc.oneof(asbOfficer, anyViewer),
    subject: fc.record({
      ...{ agencyId: oneId, leadAgencyId: oneId, serviceId: oneId },
      officerIds: fc.uniqueArray(oneId, { maxLength: 2 }),
    }),
    columns: { agencyId: 'uuid', leadAgencyId: 'uuid', serviceId: 'uuid', officerIds: 'uuid[]' },
  }),
  pair({
    policy: recommendationPolicy,
    viewer: fc.oneof(asbOfficer, anyViewer),
    subject: fc.record({ agencyId: oneId, bodyAgencyId: oneId }),
    columns: { agencyId: 'uuid', bodyAgencyId: 'uuid' },
  }),
  pair({
    policy: importPolicy,
    subject: fc.record({ agencyId: oneId }),
    columns: { agencyId: 'uuid' },
  }),
  pair({
    policy: retentionPolicy,
    viewer: fc.oneof(auditor, anyViewer),
    subject: fc.record({ agencyId: oneId }),
    columns: { agencyId: 'uuid' },
  }),
  pair({
    policy: penaltyPolicy,
    subject: fc.record({
      agencyId: oneId,
      status: fc.constantFrom('draft', 'issued', 'overdue', 'paid-full'),
    }),
    columns: { agencyId: 'uuid', status: 'text' },
  }),
  pair({
    policy: closurePolicy,
    subject: fc.record({
      agencyId: oneId,
      status: fc.constantFrom('prepared', 'consulted', 'void', 'notice-served', 'ordered', 'ended'),
    }),
    columns: { agencyId: 'uuid', status: 'text' },
  }),
  pair({
    policy: encampmentPolicy,
    subject: fc.record({
      agencyId: oneId,
      status: fc.constantFrom('reported', 'assessed', 'directed', 'left', 'ended', 'void'),
    }),
    columns: { agencyId: 'uuid', status: 'text' },
  }),
  pair({
    policy: abandonedPolicy,
    subject: fc.record({
      agencyId: oneId,
      status: fc.constantFrom('reported', 'noticed', 'stored', 'disposed', 'not-abandoned', 'void'),
    }),
    columns: { agencyId: 'uuid', status: 'text' },
  }),
  pair({
    policy: pspoPolicy,
    subject: fc.record({
      agencyId: oneId,
      status: fc.constantFrom('proposed', 'evidenced', 'withdrawn', 'consulting', 'made', 'discharged'),
    }),
    columns: { agencyId: 'uuid', status: 'text' },
  }),
  pair({
    policy: protectionPolicy,
    subject: fc.record({
      agencyId: oneId,
      status: fc.constantFrom('drafted', 'void', 'warned', 'notice-served', 'discharged'),
    }),
    columns: { agencyId: 'uuid', status: 'text' },
  }),
  ...[timePolicy, powerPolicy, capturePolicy].map((policy) =>
    pair({
      policy,
      viewer: fc.oneof(teamMember, anyViewer),
      subject: fc.record({ agencyId: oneId, officerId: oneId }),
      columns: { agencyId: 'uuid', officerId: 'uuid' },
    }),
  ),
  ...[teamPolicy, findingPolicy, rosterPolicy, invitationPolicy].map((policy) =>
    pair({
      policy,
      viewer: fc.oneof(teamMember, anyViewer),
      subject: fc.record({ agencyId: oneId }),
      columns: { agencyId: 'uuid' },
    }),
  ),
  pair({
    policy: reaccreditationPolicy,
    viewer: fc.oneof(teamMember, anyViewer),
    subject: fc.record({ agencyId: oneId, officerId: oneId, forceAgencyId: oneId, isReady: fc.boolean() }),
    columns: { agencyId: 'uuid', officerId: 'uuid', forceAgencyId: 'uuid', isReady: 'boolean' },
  }),
];

describe('each policy says the same in memory and in SQL', () => {
  test.each(pairs.map((p) => [p.policy.name, p] as const))(
    '%s',
    async (_name, { policy, viewer: looking = anyViewer, subject, columns }) => {
      let seen = 0;
      await fc.assert(
        fc.asyncProperty(
          looking,
          fc.array(subject, { minLength: 1, maxLength: 12 }),
          async (viewer, records) => {
            const inMemory = records.map((record) => policy.can(viewer, record));
            seen += inMemory.filter(Boolean).length;
            const inSql = await world.app.databases.inTransaction(
              'WORKER',
              systemViewer('WORKER', 'test'),
              async (db) => {
                const values = records.map(
                  (record, index) =>
                    sql`(${index}::int, ${sql.join(Object.entries(columns).map(([key, type]) => sql`${record[key]}::${sql.raw(type)}`))})`,
                );
                const names = sql.join([sql.ref('n'), ...Object.keys(columns).map((key) => sql.ref(key))]);
                const { rows } = await sql<{
                  yes: boolean;
                }>`select ${policy.visible(viewer, 'r')} as yes from (values ${sql.join(values)}) r(${names}) order by n`.execute(
                  db,
                );
                return rows.map((row) => row.yes);
              },
            );
            expect(inSql).toEqual(inMemory);
          },
        ),
        { numRuns: 300, seed: 7 },
      );
      // A pair that never lets anybody see anything would agree too.
      expect(seen).toBeGreaterThan(50);
    },
  );
});
