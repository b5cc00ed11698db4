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
  byId('an item of intelligence', 'olu.officer', 'intelligence.item', '/api/v1/intelligence/:id'),
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
  const hidden: string[] = [];
  for (const asked of all.slice(0, most * 4)) {
    if (hidden.length === most) break;
    const { status, text } = await service.send({ path: lookUp.path(asked), token });
    if (isNothing(lookUp, asked, status, text)) hidden.push(asked);
  }
  return { all, hidden };
}
