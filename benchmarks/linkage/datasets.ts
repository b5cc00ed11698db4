/** A labelled set: its files, what in them is truth, and how the rivals are set up for it. */
export interface DataSet {
  name: string;
  /** Names in the folder of labelled files; several are linked to each other, one is searched for doubles. */
  files: readonly string[];
  delimiter?: string;
  /** Columns that are truth or leak it: taken out of what any engine is given. */
  hidden: readonly string[];
  /** Where the entity of a row comes from, as a text. Undefined: `other` says it. */
  entity?: (row: Readonly<Record<string, string>>) => string;
  /** Truth that stands in a file of its own: column → entity by id, or a list of pairs. */
  other?: { file: string; by: string; says: string } | { file: string; pairs: readonly [string, string] };
  /** Made by the generator instead of read. */
  people?: { rows: number; seed: number };
  /** The column by which one file is taken apart into lists that are linked to each other. */
  apart?: string;
  /** Of each list the first row about somebody only, so that no list names anybody twice. */
  once?: boolean;
  /** Set-ups of the rival, by the names its script knows. */
  rivals: readonly string[];
}

const cluster = (row: Readonly<Record<string, string>>) => row.cluster ?? '';
const febrl = (row: Readonly<Record<string, string>>) => /rec-(\d+)-/.exec(row.rec_id ?? '')?.[1] ?? '';
const people = {
  hidden: ['unique_id', 'cluster'],
  entity: cluster,
  rivals: ['people-official', 'people-tuned'],
};

export const dataSets: readonly DataSet[] = [
  {
    name: 'fake_1000',
    files: ['fake_1000.csv'],
    hidden: ['unique_id', 'cluster'],
    entity: cluster,
    rivals: ['fake-official', 'fake-tuned'],
  },
  {
    name: 'historical_50k',
    files: ['historical_figures_with_errors_50k.parquet'],
    hidden: ['unique_id', 'cluster'],
    entity: cluster,
    rivals: ['historical-official', 'historical-tuned'],
  },
  {
    name: 'febrl3',
    files: ['febrl_dataset3.csv'],
    hidden: ['rec_id'],
    entity: febrl,
    rivals: ['febrl3-official'],
  },
  {
    name: 'febrl4',
    files: ['febrl_dataset4a.csv', 'febrl_dataset4b.csv'],
    hidden: ['rec_id'],
    entity: febrl,
    rivals: ['febrl4-official'],
  },
  {
    name: 'restaurants',
    files: ['restaurant-1.csv', 'restaurant-2.csv'],
    hidden: ['unique_id'],
    entity: (row) => row.unique_id ?? '',
    rivals: ['restaurants-simple'],
  },
  {
    name: 'patstat',
    files: ['patstat_input.csv'],
    hidden: ['person_id'],
    other: { file: 'patstat_reference.csv', by: 'person_id', says: 'leuven_id' },
    rivals: ['patstat-simple'],
  },
  {
    name: 'dblp-acm',
    files: ['dblpacm_dblp.csv', 'dblpacm_acm.csv'],
    delimiter: '%',
    hidden: ['id'],
    other: { file: 'dblpacm_gt.csv', pairs: ['D1', 'D2'] },
    rivals: ['dblp-simple'],
  },
  {
    name: 'transactions',
    files: ['transactions_origin.parquet', 'transactions_destination.parquet'],
    hidden: ['unique_id', 'ground_truth'],
    entity: (row) => row.ground_truth ?? '',
    rivals: ['transactions-simple'],
  },
  { name: 'synthetic_10k', files: ['synthetic_people_10k_seed7_dev.csv'], ...people },
  { name: 'synthetic_100k', files: ['synthetic_people_100k_seed7_dev.csv.gz'], ...people },
  { name: 'people_100k', files: [], people: { rows: 100_000, seed: 7 }, ...people },
  { name: 'people_1m', files: [], people: { rows: 1_000_000, seed: 7 }, ...people },
  // As agencies bring them: lists that overlap, each held against all the others.
  { name: 'lists_100k', files: [], people: { rows: 100_000, seed: 7 }, apart: 'source', ...people },
  {
    name: 'singles_100k',
    files: [],
    people: { rows: 100_000, seed: 7 },
    apart: 'source',
    once: true,
    ...people,
  },
  { name: 'synthetic_lists', files: ['synthetic_people_100k_seed7_dev.csv.gz'], apart: 'source', ...people },
];
