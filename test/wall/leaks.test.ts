import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { markerDetailPolicy, screeningPolicy } from '../../src/assurance/index.ts';
import { alertPolicy, outcomePolicy, prosecutionPolicy } from '../../src/court/index.ts';
import {
  casePolicy,
  closurePolicy,
  encampmentPolicy,
  penaltyPolicy,
  protectionPolicy,
  pspoPolicy,
} from '../../src/enforcement/index.ts';
import { retentionPolicy } from '../../src/governance/index.ts';
import { importPolicy, reportPolicy } from '../../src/intake/index.ts';
import { enquiryPolicy, itemPolicy, nominalPolicy, packagePolicy } from '../../src/intelligence/index.ts';
import { listPolicy } from '../../src/linkage/index.ts';
import type { Policy } from '../../src/platform/access/policy.ts';
import { recordPolicy } from '../../src/records/index.ts';
import { filePolicy, visitPolicy } from '../../src/safeguarding/index.ts';
import { meetingPolicy, paperPolicy, taskPolicy } from '../../src/tasking/index.ts';
import { leaks, mistakes } from './leaks.tsx';
import { openPaired, type Paired } from './paired.ts';

// The test of the test: what the suite does not catch here, it would not catch in the product.

describe('a route that forgets the viewer is caught, by whatever it leaks', () => {
  let found: string[];
  beforeAll(async () => {
    const pair = await openPaired('olu.officer', leaks);
    found = await pair.differences(leaks);
    await pair.close();
  }, 60_000);

  test('there is one for each of twenty kinds of surface and more', () => {
    expect(leaks.length).toBeGreaterThanOrEqual(20);
  });

  test.each(leaks.map(({ words, method, path }) => [words, `${method} ${path} (`]))('%s', (_words, asked) => {
    expect(found.filter((line) => line.startsWith(asked))).not.toEqual([]);
  });
});

test('a route that refuses or fails whom it allows is caught', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const pair = await openPaired('olu.officer', mistakes);
  const found = await pair.differences(mistakes);
  await pair.close();
  vi.restoreAllMocks();
  expect(found).toContain('GET /leaking/refuses: allowed, yet answered 403');
  expect(found).toContain('GET /leaking/faults: allowed, yet answered 500');
}, 60_000);

interface Weakened {
  policy: Policy<unknown>;
  /** Somebody to whom records of the kind are hidden. */
  who: string;
  /** Addresses that read them. */
  routes: RegExp;
  /** Tables that the database itself fences, so that the policy alone opens nothing. */
  fences: readonly string[];
}
// The subjects' types are forgotten: both halves of the policy are put out of force.
const weakened = (policy: unknown, who: string, routes: RegExp, ...fences: string[]): [string, Weakened] => [
  (policy as Policy<unknown>).name,
  { policy: policy as Policy<unknown>, who, routes, fences },
];

const policies = [
  weakened(reportPolicy, 'olu.officer', /^\/api\/v1\/reports/),
  weakened(recordPolicy, 'olu.officer', /^\/api\/v1\/(records|reports)/),
  weakened(penaltyPolicy, 'olu.officer', /^\/api\/v1\/penalties/),
  weakened(protectionPolicy, 'olu.officer', /^\/api\/v1\/protection/),
  weakened(closurePolicy, 'olu.officer', /^\/api\/v1\/closures/),
  weakened(encampmentPolicy, 'olu.officer', /^\/api\/v1\/encampments/),
  weakened(pspoPolicy, 'olu.officer', /^\/api\/v1\/pspos/, 'enforcement.pspo'),
  weakened(meetingPolicy, 'olu.officer', /^\/api\/v1\/meetings/),
  weakened(importPolicy, 'callum.safety', /^\/api\/v1\/imports/),
  weakened(casePolicy, 'olu.officer', /^\/(api\/v1\/)?cases/, 'enforcement.case_file'),
  weakened(taskPolicy, 'olu.officer', /^\/(api\/v1\/)?tasks/, 'tasking.task', 'enforcement.case_file'),
  weakened(paperPolicy, 'olu.officer', /^\/(api\/v1\/)?meetings/, 'tasking.agenda_item', 'tasking.decision'),
  weakened(
    listPolicy,
    'sadia.safeguarding',
    /^\/api\/v1\/lists/,
    'linkage.list',
    'linkage.list_entry',
    'linkage.list_load',
  ),
  weakened(filePolicy, 'sadia.safeguarding', /^\/api\/v1\/register/, 'safeguarding.victim_file'),
  weakened(visitPolicy, 'wyn.warden', /^\/(api\/v1\/)?visits/, 'safeguarding.visit'),
  weakened(
    markerDetailPolicy,
    'sadia.safeguarding',
    /^\/(api\/v1\/)?markers/,
    'assurance.marker',
    'assurance.marker_detail',
    'assurance.marker_event',
  ),
  weakened(screeningPolicy, 'sadia.safeguarding', /^\/(api\/v1\/)?screen/, 'assurance.screening'),
  weakened(
    itemPolicy,
    'imran.intel',
    /^\/(api\/v1\/)?intelligence\/(items|sources)/,
    'intelligence.item',
    'intelligence.paragraph',
    'intelligence.source',
  ),
  weakened(nominalPolicy, 'imran.intel', /^\/(api\/v1\/)?intelligence\/items/),
  weakened(packagePolicy, 'olu.officer', /^\/(api\/v1\/)?packages/, 'dissemination.package'),
  weakened(prosecutionPolicy, 'olu.officer', /^\/(api\/v1\/)?prosecutions/, 'court.prosecution'),
  weakened(alertPolicy, 'olu.officer', /^\/(api\/v1\/)?alert-drafts/, 'court.alert'),
  weakened(outcomePolicy, 'sadia.safeguarding', /^\/(api\/v1\/)?outcomes/, 'court.outcome'),
  weakened(enquiryPolicy, 'imran.intel', /^\/(api\/v1\/)?intelligence\/enquiries/, 'dissemination.enquiry'),
  weakened(
    retentionPolicy,
    'aled.auditor',
    /^\/(api\/v1\/)?retention/,
    'governance.legal_hold',
    'governance.period',
    'governance.run',
  ),
];

describe('a policy put out of force is caught; where the database has a fence of its own, that one holds, and without both it is caught', () => {
  const open = new Map<string, Paired>();
  afterEach(() => {
    vi.restoreAllMocks();
  });
  afterAll(async () => {
    for (const pair of open.values()) await pair.close();
  });

  test.each(policies)(
    '%s',
    async (_name, { policy, who, routes, fences }) => {
      // The database's own fences are of what is sensitive among files; other files that are drawn stand behind the policy alone.
      const pair = open.get(who) ?? (await openPaired(who, [], { drawn: false }));
      open.set(who, pair);
      const reads = pair.routes.filter(({ method, path }) => method === 'GET' && routes.test(path));
      vi.spyOn(policy, 'visible').mockReturnValue(sql<boolean>`TRUE`);
      vi.spyOn(policy, 'can').mockReturnValue(true);
      if (fences.length > 0) {
        expect(await pair.differences(reads)).toEqual([]);
        for (const table of fences) await pair.sql(`alter table ${table} disable row level security`);
      }
      const found = await pair.differences(reads);
      for (const table of fences) await pair.sql(`alter table ${table} enable row level security`);
      expect(found).not.toEqual([]);
    },
    60_000,
  );
});
