import type { Client } from 'pg';
import type { Service } from '../pages/service.ts';

/** Something that a person could ask to find out whether a thing exists that they may not see. */
export interface LookUp {
  name: string;
  /** Who asks. */
  persona: string;
  /** Everything of the kind, by what is asked for: an id, or words that only it has. */
  candidates: string;
  /** The address for one of them. */
  path(asked: string): string;
  /** What is made once for it, where the demonstration has too few that are hidden. Running it again changes nothing. */
  prepare?: string;
  /** What is sent instead of a reading, where something is put in and must not tell. */
  put?(asked: string): Record<string, unknown>;
  /** Words like all candidates that stand in none; without it an id is drawn. */
  absent?(all: readonly string[], count: number, random: () => number): string[];
}

const byId = (name: string, persona: string, table: string, path: string): LookUp => ({
  ...{ name, persona, candidates: `select id::text as asked from ${table}` },
  path: (id) => path.replace(':id', id),
});
/**
 * As many as asked for that are like the candidates, and none of them: each word is that of another one, so that as many rows are
 * nearly so as for a candidate. A word drawn at random would be told by how few rows are like it.
 */
function mixed(all: readonly string[], count: number, random: () => number): string[] {
  const words = all.map((one) => one.split(' '));
  const known = new Set(all);
  const wordsOfOne = () => words[Math.floor(random() * words.length)] ?? [];
  const found: string[] = [];
  while (found.length < count) {
    const mix = wordsOfOne()
      .map((word, at) => wordsOfOne()[at] ?? word)
      .join(' ');
    if (!known.has(mix)) found.push(mix);
  }
  return found;
}

const unitOf = (username: string) =>
  `(select o.agency_id, o.id as officer_id from directory.officer o join platform.account a on a.officer_id = o.id where a.username = '${username}') u`;
/** A name of two words, each of which stands in many others: none of them is a word of English. */
const madeName =
  "initcap('zo' || substr(md5('a' || n % 20), 1, 6)) || ' ' || initcap('qu' || substr(md5('b' || n * 13 % 29), 1, 6))";
const sensitiveItems = `insert into intelligence.item (id, reference, agency_id, received_how, received_at, title, body, priority, is_sensitive, sensitive_why)
  select gen_random_uuid(), 'I-BNCH-' || lpad(n::text, 3, '0'), u.agency_id, 'anonymous', now() - n * interval '1 hour', ${madeName}, 'Told by nobody.', 3, true, 'Benchmark'
  from generate_series(0, 299) n, ${unitOf('imran.intel')} where not exists (select 1 from intelligence.item where reference = 'I-BNCH-000');
  insert into intelligence.link (id, item_id, agency_id, kind, role, label, value, state, made_at, made_by)
  select gen_random_uuid(), i.id, i.agency_id, 'person', 'subject', i.title, lower(i.title), 'confirmed', now(), u.officer_id
  from intelligence.item i, ${unitOf('imran.intel')} where i.reference like 'I-BNCH-%' on conflict do nothing`;
const watches = `insert into intelligence.watch (id, agency_id, kept_by, kind, label, why, made_at, until_on)
  select gen_random_uuid(), u.agency_id, u.officer_id, 'person', ${madeName}, 'Benchmark', now(), (now() + interval '30 days')::date
  from generate_series(0, 299) n, ${unitOf('morag.manager')} where not exists (select 1 from intelligence.watch where why = 'Benchmark')`;

/** Marks of vehicles and names are asked for in words; everything else by its id, on its page and by the API. */
export const lookUps: readonly LookUp[] = [
  byId('a report, page', 'hollis.housing', 'intake.report', '/reports/:id'),
  byId('a report', 'hollis.housing', 'intake.report', '/api/v1/reports/:id'),
  byId('a record', 'hollis.housing', 'records.received_record', '/api/v1/records/:id'),
  byId('a case', 'hollis.housing', 'enforcement.case_file', '/api/v1/cases/:id'),
  byId('a penalty', 'hollis.housing', 'enforcement.penalty', '/api/v1/penalties/:id'),
  byId('a task', 'hollis.housing', 'tasking.task', '/api/v1/tasks/:id'),
  byId('a meeting', 'wyn.warden', 'tasking.meeting', '/api/v1/meetings/:id'),
  byId('a person of lists', 'hollis.housing', 'linkage.list_entry', '/api/v1/people/:id'),
  byId('a person on the register', 'wyn.warden', 'safeguarding.victim_file', '/api/v1/register/:id'),
  byId('an item of intelligence', 'olu.officer', 'intelligence.item', '/api/v1/intelligence/items/:id'),
  {
    ...byId(
      'a sensitive item',
      'anya.analyst',
      'intelligence.item where is_sensitive',
      '/intelligence/items/:id',
    ),
    prepare: sensitiveItems,
  },
  {
    ...byId(
      'a profile of whom it names',
      'anya.analyst',
      "intelligence.link where item_id in (select id from intelligence.item where reference like 'I-BNCH-%')",
      '/api/v1/intelligence/profiles/:id',
    ),
    prepare: sensitiveItems,
  },
  {
    ...{ name: 'a sensitive item by its words', persona: 'anya.analyst', prepare: sensitiveItems },
    candidates: "select title as asked from intelligence.item where reference like 'I-BNCH-%'",
    path: (words) => `/api/v1/intelligence/items?status=all&words=${encodeURIComponent(words)}`,
    absent: mixed,
  },
  {
    ...{ name: 'whom it names, search of everything', persona: 'anya.analyst', prepare: sensitiveItems },
    candidates: "select title as asked from intelligence.item where reference like 'I-BNCH-%'",
    path: (words) => `/api/v1/search?q=${encodeURIComponent(words)}`,
    absent: mixed,
  },
  {
    ...{ name: 'it by its reference, search', persona: 'anya.analyst', prepare: sensitiveItems },
    candidates: "select reference as asked from intelligence.item where reference like 'I-BNCH-%'",
    path: (reference) => `/api/v1/search?q=${reference}`,
    absent: (all, count) => all.slice(0, count).map((one) => one.replace('BNCH', 'BNCG')),
  },
  {
    ...byId(
      'an entry of a watchlist',
      'anya.analyst',
      "intelligence.watch where why = 'Benchmark'",
      '/api/v1/intelligence/watches/:id',
    ),
    prepare: watches,
  },
  {
    ...{ name: 'who is watched for, put in', persona: 'imran.intel', prepare: watches },
    candidates: "select label as asked from intelligence.watch where why = 'Benchmark'",
    path: () => '/api/v1/intelligence/items',
    put: (name) => ({
      receivedHow: 'complaint',
      title: 'Seen at a door',
      body: `${name} was seen at a door.`,
    }),
    absent: mixed,
  },
  byId('a package', 'hollis.housing', 'dissemination.package', '/api/v1/packages/:id'),
  byId('a firm of the scheme', 'olu.officer', 'traders.trader', '/api/v1/traders/:id'),
  byId('a day of action', 'hollis.housing', 'operations.operation', '/api/v1/operations/:id'),
  {
    ...{ name: 'a vehicle by its mark, search', persona: 'hollis.housing' },
    candidates:
      "select label as asked from records.received_record where feed = 'benchmark' and kind = 'vehicle'",
    path: (mark) => `/api/v1/search?q=${encodeURIComponent(mark)}`,
    absent: mixed,
  },
  {
    ...{ name: 'a vehicle by its mark, records', persona: 'hollis.housing' },
    candidates:
      "select label as asked from records.received_record where feed = 'benchmark' and kind = 'vehicle'",
    path: (mark) => `/api/v1/records?words=${encodeURIComponent(mark)}`,
    absent: mixed,
  },
  {
    ...{ name: 'a person by name, records', persona: 'hollis.housing' },
    candidates:
      "select label as asked from records.received_record where feed = 'benchmark' and kind = 'person'",
    path: (name) => `/api/v1/records?words=${encodeURIComponent(name)}`,
    absent: mixed,
  },
  {
    ...{ name: 'a person by name, lists', persona: 'hollis.housing' },
    candidates: 'select distinct label as asked from linkage.list_entry',
    path: (name) => `/api/v1/people?words=${encodeURIComponent(name)}`,
    absent: mixed,
  },
];

/** Nothing there for this person: not found, not their role, or a list without what was asked for. */
const isNothing = ({ absent }: LookUp, asked: string, status: number, text: string): boolean =>
  absent ? status === 200 && !text.includes(`"label":"${asked}"`) : status === 404 || status === 403;

/** What exists of a kind, and up to `most` of it that whoever asks is told nothing of. */
export async function hiddenOf(
  { service, owner, token }: { service: Service; owner: Client; token: string },
  lookUp: LookUp,
  most: number,
): Promise<{ all: string[]; hidden: string[] }> {
  const { rows } = await owner.query<{ asked: string }>(
    `select asked from (${lookUp.candidates}) as all_of_them order by md5(asked)`,
  );
  const all = rows.map(({ asked }) => asked);
  // What is put in shows nothing to anybody: all of it is hidden.
  if (lookUp.put) return { all, hidden: all.slice(0, most) };
  const hidden: string[] = [];
  for (const asked of all.slice(0, most * 4)) {
    if (hidden.length === most) break;
    const { status, text } = await service.send({ path: lookUp.path(asked), token });
    if (isNothing(lookUp, asked, status, text)) hidden.push(asked);
  }
  return { all, hidden };
}
