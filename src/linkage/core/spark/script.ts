import type { ModelDocument } from '../model.ts';
import { blockLimit } from '../place-rows.ts';
import { double, quoted, startNaming } from './expressions.ts';
import { type Plan, planOf, raritiesOf } from './plan.ts';
import { scoreQuery } from './score.sql.ts';

/** What the script has to know beside the model. */
export interface ScriptOptions {
  /** How many rows were prepared: blocks that are too large go by it. */
  rows: number;
  /** Only rows of different lists are held against each other. */
  across: boolean;
  /** Pairs less likely than this are not written to `pairs`. */
  least: number;
}

/** Pairs below these natural log-odds are not kept, as in process. */
const leastKept = -11;

const at = (name: string) => `'\${folder}/${name}'`;

/** Writes what a query gives to a folder as Parquet, and names it. */
const stage = (name: string, query: string, folder = `work/${name}`): string =>
  `INSERT OVERWRITE DIRECTORY ${at(folder)} USING parquet\n${query};\nCREATE OR REPLACE TEMPORARY VIEW ${name} USING parquet OPTIONS (path ${at(folder)});\n`;

/** The columns of the prepared files, in order, with the types in which Spark reads them. */
function fileColumns({ rules, columns, whole }: Plan): string[] {
  return [
    ...['row BIGINT', 'list INT', 'id STRING'],
    ...rules.map((_, rule) => `key${rule} INT`),
    ...columns.flatMap(({ name, type, of }) =>
      of ? [`${name} ${type.startsWith('ARRAY') ? 'STRING' : type}`] : [],
    ),
    ...raritiesOf(whole).map((name) => `${name} DOUBLE`),
  ];
}

/** The columns that hold two rows against each other. */
function rowColumns({ columns, whole }: Plan): { name: string; value: string }[] {
  return [
    ...columns.map(({ name, type, from, member }) => ({
      name,
      value: from
        ? from((other) => `${member.prefix}_${other}`)
        : type.startsWith('ARRAY')
          ? type === 'ARRAY<STRING>'
            ? `split(${name}, ' ')`
            : `CAST(split(${name}, ' ') AS ${type})`
          : name,
    })),
    ...raritiesOf(whole).map((name) => ({ name, value: name })),
  ];
}

/**
 * Which pairs some rule brings together, each once. A block too large to open gives each of its rows its neighbour, as
 * `eachCandidate` has it.
 */
function candidateStages(plan: Plan, { rows, across }: ScriptOptions): string {
  const keys = plan.rules.map((_, rule) => `key${rule}`).join(', ');
  const allowed = across ? 'x.list <> y.list' : 'true';
  return [
    '-- Keys: one line for each row and each rule that places it.',
    stage(
      'keys',
      `SELECT row, list, rule, hash\nFROM prepared LATERAL VIEW posexplode(array(${keys})) k AS rule, hash\nWHERE hash IS NOT NULL`,
    ),
    '-- Blocks too large to open.',
    stage(
      'large',
      `SELECT rule, hash, count(*) AS size FROM keys GROUP BY rule, hash HAVING count(*) > ${blockLimit(rows)}`,
    ),
    '-- Candidates: every pair of a block; of a large one each row with the row before it.',
    stage(
      'candidates',
      `SELECT DISTINCT a, b FROM (
  SELECT /*+ REPARTITION(a) */ x.row AS a, y.row AS b
  FROM (
    SELECT x, slice(block, place + 2, size(block)) AS later
    FROM (
      SELECT array_sort(collect_list(struct(k.row, k.list))) AS block
      FROM keys k LEFT ANTI JOIN large ON k.rule = large.rule AND k.hash = large.hash
      GROUP BY k.rule, k.hash HAVING count(*) > 1
    ) LATERAL VIEW posexplode(block) p AS place, x
  ) LATERAL VIEW explode(later) l AS y
  WHERE ${allowed}
  UNION ALL
  SELECT x.row AS a, y.row AS b
  FROM (
    SELECT struct(row, list) AS y, lag(struct(row, list)) OVER (PARTITION BY rule, hash ORDER BY row) AS x
    FROM (SELECT k.* FROM keys k LEFT SEMI JOIN large ON k.rule = large.rule AND k.hash = large.hash)
  )
  WHERE x IS NOT NULL AND ${allowed}
)`,
    ),
  ].join('\n');
}

/** Both rows of each candidate side by side. */
function pairQuery(plan: Plan): string {
  const names = rowColumns(plan).map(({ name }) => name);
  return `SELECT /*+ SHUFFLE_HASH(l), SHUFFLE_HASH(r) */ a, b,
  ${names.map((name) => `l.${name} AS l_${name}, r.${name} AS r_${name}`).join(',\n  ')}
FROM candidates JOIN compared l ON l.row = a JOIN compared r ON r.row = b`;
}

/**
 * A model as one Spark SQL script. It reads `${folder}/prepared` and writes `${folder}/scored` (Parquet: row numbers and natural
 * log-odds of every candidate) and `${folder}/pairs` (CSV: id_l, id_r, probability, weight in log2 of the odds).
 */
export function sparkScript(model: ModelDocument, options: ScriptOptions): string {
  startNaming();
  const plan = planOf(model);
  const from = Math.max(leastKept, Math.log(options.least / (1 - options.least)));
  return `-- Linkage by a model of Bailiwick, for Spark 4: made by «bailiwick link --engine spark --emit sql»; not to be changed by hand.
-- Run: spark-sql --define folder=<this folder> -f link.sql

CREATE OR REPLACE TEMPORARY VIEW prepared (
  ${fileColumns(plan).join(',\n  ')}
) USING csv OPTIONS (path ${at('prepared')}, sep ${quoted('\t')}, quote '', encoding 'UTF-8', mode 'FAILFAST');

-- Ids given twice would make two rows one.
SELECT assert_true(count(*) = 0, 'Two rows have one id: name the column of ids with --id, and prepare anew.')
FROM (SELECT id FROM prepared GROUP BY id HAVING count(*) > 1);

${candidateStages(plan, options)}
-- What the comparisons read of a row.
${stage(
  'compared',
  `SELECT row,\n  ${rowColumns(plan)
    .map(({ name, value }) => (name === value ? name : `${value} AS ${name}`))
    .join(',\n  ')}\nFROM prepared`,
)}
-- Scores.
${stage('scored', scoreQuery(plan, model, pairQuery(plan)), 'scored')}
INSERT OVERWRITE DIRECTORY ${at('pairs')} USING csv OPTIONS (header 'true', escape '"')
SELECT l.id AS id_l, r.id AS id_r, 1 / (1 + exp(-weight)) AS probability, weight / ln(2D) AS weight
FROM scored JOIN prepared l ON l.row = a JOIN prepared r ON r.row = b
WHERE weight >= ${double(from)};

SELECT count(*) AS candidates, count_if(weight >= 0) AS at_an_even_chance FROM scored;
`;
}
