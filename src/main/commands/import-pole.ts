import { basename, resolve } from 'node:path';
import {
  type FileAccount,
  type GraphLoad,
  type GraphLoaded,
  gradeIntelligence,
  loadGraph,
  type RowProblem,
  readPlain,
  readPole,
} from '../../intelligence/index.ts';
import { mayUse } from '../../platform/access/permission.ts';
import type { OfficerViewer } from '../../platform/access/viewer.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import type { Databases } from '../../platform/database/database.ts';
import { StartRefused } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import { randomIds } from '../../platform/ids/ids.ts';
import { asOfficerOnCommandLine } from '../../platform/sign-in/command-line.ts';
import type { Arguments, CommandContext } from './command.ts';
import { withDatabases } from './installation.ts';

export const poleUsage =
  'bailiwick import pole <folder> --as USERNAME [--feed "Name"] [--network NAME [--kind Organisation] [--roles 1=VICTIM_OF,2=PARTY_TO]] [--dry-run] [--json]';

const surroundings = { clock: systemClock, ids: randomIds };
const shownReasons = 20;

/** Loads a graph of people, objects, places and events into the unit of a named officer. */
export async function importPole(folder: string, args: Arguments, context: CommandContext): Promise<number> {
  const username = args.options.as;
  if (!username)
    throw new StartRefused(
      'no-officer',
      'Say for which officer of the intelligence unit: --as USERNAME. The items are that unit’s, and each link says that they made it.',
    );
  const say = (words: string) => context.progress(words);
  const network = args.options.network;
  const graph = network
    ? await readPlain(folder, { network, kind: kindOf(args), roles: rolesOf(args) }, say)
    : await readPole(folder, say);
  const name = network ?? basename(resolve(folder));
  const feed = (args.options.feed ?? name).trim();
  const feedCode = feed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (feedCode === '') throw new StartRefused('no-feed', 'Give the feed a name in letters: --feed "Name".');
  const dryRun = 'dry-run' in args.options;
  const startedAt = performance.now();
  let said = 0;
  const load: GraphLoad = {
    ...{ graph, feed, feedCode, fileName: name, dryRun },
    onProgress: (done, of) => {
      const spent = (performance.now() - startedAt) / 1000;
      if (done < of && spent - said < 2) return;
      said = spent;
      const left = Math.ceil((spent / done) * (of - done));
      context.progress(
        `Putting items in: ${Math.floor((100 * done) / of)}%${left > 2 ? `, about ${left} s left` : ''}`,
      );
    },
  };
  const done = await withDatabases(context, (databases) => asNamed(databases, username, load), {
    alone: false,
  });
  const seconds = (performance.now() - startedAt) / 1000;
  if (args.json) context.print(JSON.stringify({ ...done, dryRun, seconds }));
  else printed(done, dryRun, seconds).forEach(context.print);
  return done.problems.length > 0 ? 1 : 0;
}

async function asNamed(
  databases: Databases,
  username: string,
  load: GraphLoad,
): Promise<GraphLoaded & { agency: string; officer: string }> {
  const done = await asOfficerOnCommandLine({ databases, ...surroundings }, username, (viewer) =>
    inUnit(databases, viewer, load),
  );
  if (done) return done;
  throw new StartRefused('no-officer', `Nobody called ${username} may sign in: check --as.`);
}

async function inUnit(databases: Databases, viewer: OfficerViewer, load: GraphLoad) {
  if (!mayUse(viewer, gradeIntelligence))
    throw new StartRefused(
      'not-allowed',
      `${viewer.name} may not put items into the queue of an intelligence unit: name somebody with a role of the unit.`,
    );
  return databases.inTransaction('INTEL', viewer, async (db) => {
    const work: Work = { db, viewer, ...surroundings, note: { detail: {} } };
    const loaded = await loadGraph(work, load);
    if (!loaded.ok)
      throw new StartRefused(
        'refused',
        loaded.failure.kind === 'refused-by-rule' ? loaded.failure.words : 'The graph cannot be taken.',
      );
    await recordAudit(db, {
      ...{
        event: load.dryRun ? 'intelligence-graph.checked' : 'intelligence-graph.loaded',
        outcome: 'done',
        viewer,
      },
      ...{ requestId: 'command line', at: surroundings.clock.now(), note: work.note },
    });
    return { ...loaded.value, agency: viewer.agencyName, officer: viewer.name };
  });
}

function kindOf(args: Arguments): 'Person' | 'Organisation' {
  const kind = args.options.kind ?? 'Person';
  if (kind === 'Person' || kind === 'Organisation') return kind;
  throw new StartRefused('bad-kind', '--kind is Person or Organisation: what the nodes of the network are.');
}

function rolesOf(args: Arguments): Record<string, string> {
  return Object.fromEntries(
    (args.options.roles ?? '')
      .split(',')
      .filter(Boolean)
      .map((part) => {
        const [weight = '', type = ''] = part.split('=');
        return [weight.trim(), type.trim()];
      }),
  );
}

const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

function accountWords({ file, rows, taken, doubled, said, rejected }: FileAccount): string {
  const parts = [
    `${taken} taken`,
    doubled > 0 && `${doubled} said before`,
    said > 0 && `${said} said by the address`,
    rejected > 0 && `${rejected} rejected`,
  ];
  return `  ${file}: ${count(rows, 'row')}: ${parts.filter(Boolean).join(', ')}`;
}

function printed(
  done: GraphLoaded & { agency: string; officer: string },
  dryRun: boolean,
  seconds: number,
): string[] {
  const rows = done.accounts.reduce((sum, account) => sum + account.rows, 0);
  const verb = dryRun ? 'would be put' : 'put';
  const byReason = new Map<string, RowProblem[]>();
  for (const problem of done.problems) {
    const alike = byReason.get(problem.problem) ?? [];
    alike.push(problem);
    byReason.set(problem.problem, alike);
  }
  return [
    `${count(rows, 'row')} read for ${done.agency}, in the name of ${done.officer}:`,
    ...done.accounts.map(accountWords),
    `${count(done.items, 'item')} with ${count(done.links, 'link')} ${verb} into the queue, ${done.known.toLocaleString('en-GB')} known already, in ${seconds.toFixed(1)} s.`,
    ...[...byReason].slice(0, shownReasons).map(([reason, [first, ...rest]]) => {
      const at = `${first?.file ?? ''}, row ${first?.row ?? 0}`;
      return `  ${reason}: ${at}${rest.length > 0 ? ` and ${count(rest.length, 'row')} more` : ''}.`;
    }),
    ...(done.problems.length > 0 ? ['  --json lists every row that was rejected.'] : []),
  ];
}
