import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Every project compiles JSX the way the build does: to calls of Preact's automatic runtime. */
const shared = {
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
} as const;

/** The words that open a report are hashed slowly on purpose: in tests of the whole, once for the same words. */
const hashedOnce = {
  resolve: {
    alias: [
      {
        find: /^\.{1,2}\/return-phrase\.ts$/,
        replacement: fileURLToPath(new URL('test/support/return-phrase.ts', import.meta.url)),
      },
    ],
  },
};

/** What takes longest in its project, longest first: one that starts last keeps one core waiting for the other. */
const longest = [
  'src/linkage/core/link.test.ts',
  'src/main/commands/lists.test.ts',
  'test/wall/wall.test.ts',
  'test/real-data/real-data.test.ts',
  'test/matrix/matrix.test.ts',
  'src/safeguarding/hidden-address.db.test.ts',
  'src/governance/sweep.db.test.ts',
  'test/wall/hidden-address.test.ts',
  'test/wall/traces.test.ts',
  'test/wall/leaks.test.ts',
  'src/governance/retention.db.test.ts',
  'src/main/start/start.db.test.ts',
  'src/platform/backup/backup.db.test.ts',
  'test/policies/policies.test.ts',
  'src/inspection/test-purchase.j9.db.test.ts',
  'src/enforcement/protection-steps.db.test.ts',
  'src/platform/postgres/embedded.db.test.ts',
  'src/main/cli.db.test.ts',
  'test/matrix/shown-again.test.ts',
  'test/matrix/steps.test.ts',
  'src/linkage/core/threads/crew.test.ts',
  'src/main/search.db.test.ts',
  'src/linkage/match/match.db.test.ts',
  'src/main/commands/link-threads.db.test.ts',
  'test/matrix/versions.test.ts',
  'test/journeys/axe-forms.test.ts',
  'test/journeys/axe.test.ts',
  'test/journeys/j4.test.ts',
  'test/journeys/field-shift.test.ts',
  'test/journeys/j5-to-j9.test.ts',
  'test/journeys/field.test.ts',
  'test/journeys/j1.test.ts',
  'test/journeys/map.test.ts',
  'test/journeys/desk.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((name) => moduleId.endsWith(name));
      return place < 0 ? longest.length : place;
    };
    return (await super.sort(files)).sort((one, other) => placeOf(one) - placeOf(other));
  }
}

/** Tests that ask no database and take long: they run beside those that do, so that `check` keeps to its half minute. */
const slow = [
  'src/linkage/core/beside.test.ts',
  'src/linkage/core/link.test.ts',
  'src/linkage/core/missed-pairs.test.ts',
  'src/linkage/core/odd-lists.test.ts',
  'src/linkage/core/recognise.test.ts',
  'src/linkage/core/score.test.ts',
  'src/linkage/core/splink.test.ts',
  'src/linkage/match/model.store.test.ts',
  'src/linkage/core/threads/crew.test.ts',
  'src/linkage/core/labels.test.ts',
  'src/linkage/core/private/private.test.ts',
  'src/main/commands/lists.test.ts',
];
const databaseTests = [
  ...slow,
  ...['src/**/*.db.test.{ts,tsx}', 'test/{matrix,wall,policies,real-data}/**/*.test.ts'],
];

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.{ts,tsx}',
            'county/**/*.test.ts',
            'reference/**/*.test.ts',
            'benchmarks/**/*.test.ts',
            'test/architecture/**/*.test.ts',
          ],
          exclude: ['**/*.db.test.{ts,tsx}', ...slow],
          pool: 'threads',
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
          // A busy machine is no fault of the code: the longest take two seconds on a quiet one.
          testTimeout: 20_000,
          // Unit tests hold no state of their own, so a fresh world for each file would only cost time.
          isolate: false,
        },
      },
      {
        ...shared,
        ...hashedOnce,
        test: {
          name: 'db',
          include: databaseTests,
          globalSetup: ['test/support/cluster.ts'],
          pool: 'forks',
          isolate: false,
          // One more than there are cores: each waits for its database a part of the time.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        ...hashedOnce,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/support/cluster.ts'],
          pool: 'forks',
          isolate: false,
          // Last, so that a page that waits for a busy machine does not look like one that is broken; three at a time, since each
          // waits for its browser a part of the time.
          maxWorkers: 3,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
