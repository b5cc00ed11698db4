import { sql } from 'kysely';
import { insertMany } from '../../platform/database/bulk.ts';
import { ok, type Result, refusedByRule } from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { changeFeedFile, findFeedFile, keepFeedFile, keepKeys, knownKeys } from '../feed/feed.store.ts';
import { itemPolicy } from '../item/item.policy.ts';
import { submitItems } from '../item/submit.commands.ts';
import { draftsOf, type FileAccount, type GraphDraft, type RowProblem } from './graph.drafts.ts';
import type { GivenGraph } from './read-graph.ts';

/** What came of a graph, or would come of it. */
export interface GraphLoaded {
  /** Items that are new, and links of theirs. */
  items: number;
  links: number;
  /** Items that an earlier load of the feed made. */
  known: number;
  accounts: FileAccount[];
  problems: RowProblem[];
}

export interface GraphLoad {
  graph: GivenGraph;
  feed: string;
  feedCode: string;
  /** As the page of feeds shows it. */
  fileName: string;
  dryRun: boolean;
  onProgress(done: number, of: number): void;
}

/** The last in the queue: what another system has held for years waits for whoever needs it. */
const lowest = 4;
const chunk = 250;

const wrongUnit = refusedByRule(
  'intelligence-graph.other-unit',
  'The agency of this officer keeps no intelligence unit, so the items would stand in another agency’s queue.',
  'Name an officer of the unit that is to hold the graph.',
);

/**
 * Puts a graph of another system into the unit of the viewer: an item for each event, for whatever is held about a person and for
 * each tie between two, linked to whom and what it names. All of it or nothing. What an earlier load put in is known by its number in
 * the feed and left as it stands. Nothing of it goes to the records of services: those stand on the other side of the wall.
 */
export async function loadGraph(work: Work, load: GraphLoad): Promise<Result<GraphLoaded>> {
  const { drafts, accounts, problems } = draftsOf(load.graph, load.feedCode);
  const known = new Set<string>();
  for (let at = 0; at < drafts.length; at += 5000)
    for (const key of await knownKeys(work, load.feedCode, drafts.slice(at, at + 5000).map(keyIn)))
      known.add(key);
  const fresh = drafts.filter((draft) => !known.has(keyIn(draft)));
  const links = fresh.reduce((sum, draft) => sum + draft.links.length, 0);
  const loaded = { items: fresh.length, links, known: known.size, accounts, problems };
  if (load.dryRun || fresh.length === 0) return ok(loaded);
  const put = await putIn(work, load, fresh, loaded);
  return put.ok ? ok(loaded) : put;
}

const keyIn = ({ key }: GraphDraft): string => `ref:${key}`;

async function putIn(
  work: Work,
  load: GraphLoad,
  fresh: readonly GraphDraft[],
  counts: GraphLoaded,
): Promise<Result<true>> {
  const { agencyId, officerId } = officerOf(work);
  const { feed, feedCode, fileName, graph } = load;
  const fileId = await keepFeedFile(work, {
    ...{ feed, feedCode, fileName, fileSha256: graph.sha256 },
    ...{ columns: [], mapping: {}, rows: [] },
    notes: ['Loaded on the command line, as a graph of people, objects, places and events'],
  });
  const file = await findFeedFile(work, fileId);
  if (!file) return wrongUnit;
  // Checks of references are planned once, while the table is as good as empty: read from end to end each time, a first load takes
  // ten times as long. Until the transaction ends they go by their index.
  await sql`select set_config('enable_seqscan', 'off', true)`.execute(work.db);
  const made = { madeAt: work.clock.now(), madeBy: officerId };
  for (let at = 0; at < fresh.length; at += chunk) {
    const part = fresh.slice(at, at + chunk);
    const items = await submitItems(work, part.map(itemOf));
    if (!items.ok) return items;
    const ids = items.value.map(({ id }) => id);
    if (at === 0 && !(await areOurs(work, ids))) return wrongUnit;
    const rows = part.flatMap((draft, place) =>
      distinct(draft).map((link) => ({
        ...{ id: work.ids.next(), itemId: ids[place], agencyId, ...link, state: 'confirmed', ...made },
      })),
    );
    await insertMany(work.db, 'intelligence.link', rows, 1000);
    await keepKeys(
      work,
      file,
      part.map((draft, place) => ({ key: keyIn(draft), itemId: ids[place] ?? '' })),
    );
    load.onProgress(Math.min(at + chunk, fresh.length), fresh.length);
  }
  const rejected = counts.problems.length;
  const decided = { state: 'loaded' as const, decidedAt: work.clock.now(), decidedBy: officerId };
  await changeFeedFile(work, file, {
    ...decided,
    ...{ rowsLoaded: counts.items, rowsKnown: counts.known, rowsRejected: rejected },
  });
  const { items, links, known } = counts;
  about(work, 'intelligence-feed', fileId, { items, links, known, rejected });
  return ok(true);
}

const itemOf = (draft: GraphDraft) => ({
  ...{ receivedHow: 'feed' as const, title: draft.title, body: draft.lines.filter(Boolean).join('\n') },
  ...{ howKnown: draft.howKnown.join('; ').slice(0, 500), knownWhen: draft.knownWhen },
  ...{ fearsForSource: false, fearsWords: '', priority: lowest, legacyGrade: '' },
});

/** An item is linked to the same once: the first role that the graph gives stands. */
const distinct = ({ links }: GraphDraft) => [
  ...new Map([...links].reverse().map((link) => [`${link.kind} ${link.value}`, link])).values(),
];

async function areOurs({ db, viewer }: Work, ids: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from intelligence.item i
    where i.id = any(${[...ids]}::uuid[]) and ${itemPolicy.visible(viewer, 'i')}`.execute(db);
  return rows[0]?.n === ids.length;
}
