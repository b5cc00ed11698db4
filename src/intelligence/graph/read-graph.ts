import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FileRefused, readTable } from '../../platform/files/table-file.ts';
import type { GraphNode } from './graph.words.ts';

/** Where a row stands: its file and its number there. */
export interface RowPlace {
  file: string;
  row: number;
}
export interface GivenNode extends GraphNode, RowPlace {}
export interface GivenTie extends RowPlace {
  type: string;
  from: string;
  to: string;
  cells: Readonly<Record<string, string>>;
}

/** A graph as its files give it, every row of them. */
export interface GivenGraph {
  nodes: GivenNode[];
  ties: GivenTie[];
  files: string[];
  /** Of all files, so that the same folder is known for the same. */
  sha256: string;
}

/** What a folder of one table of nodes and one of edges leaves open. */
export interface PlainGraph {
  /** The network, as its files are named: NAME.nodes.csv and NAME.edges.csv. */
  network: string;
  /** What a node is where no column `kind` says so. */
  kind: 'Person' | 'Organisation';
  /** What an edge is, by its weight; without one it is a tie between two. */
  roles: Readonly<Record<string, string>>;
}

const isNodes = (file: string): boolean => /\.nodes\.[A-Za-z]+\.csv$/.test(file);
const isTies = (file: string): boolean => /\.relationships\.[A-Z_]+\.csv$/.test(file);

/**
 * Reads a folder of nodes and relationships as graph databases export them (`….nodes.Person.csv` with `:ID` and `:LABEL`,
 * `….relationships.KNOWS.csv` with `:START_ID`, `:END_ID` and `:TYPE`).
 */
export async function readPole(folder: string, say: (words: string) => void): Promise<GivenGraph> {
  const all = (await filesOf(folder)).filter((file) => isNodes(file) || isTies(file));
  if (!all.some(isNodes))
    throw new FileRefused(
      'no-graph',
      `The folder ${folder} holds no tables of nodes, such as ….nodes.Person.csv. Unpack the archive first; of a folder of NAME.nodes.csv and NAME.edges.csv, say which: --network NAME.`,
    );
  const graph: GivenGraph = { nodes: [], ties: [], files: all, sha256: await hashOf(folder, all) };
  for (const file of all) {
    say(`Reading ${file}`);
    for await (const { number: row, values } of readTable(join(folder, file))) {
      const { ':ID': id = '', ':LABEL': label = '', ':TYPE': type = '', ...cells } = values;
      if (isNodes(file)) graph.nodes.push({ file, row, id, label, cells });
      else {
        const { ':START_ID': from = '', ':END_ID': to = '', ...rest } = cells;
        graph.ties.push({ file, row, type, from, to, cells: rest });
      }
    }
  }
  return graph;
}

/** Reads one network of a folder of published networks: a table of nodes and one of edges, with no labels and no types. */
export async function readPlain(
  folder: string,
  { network, kind, roles }: PlainGraph,
  say: (words: string) => void,
): Promise<GivenGraph> {
  const files = [`${network}.nodes.csv`, `${network}.edges.csv`];
  const there = await filesOf(folder);
  const missing = files.find((file) => !there.includes(file));
  if (missing) throw new FileRefused('no-network', `The folder ${folder} has no ${missing}.`);
  say(`Reading ${network}`);
  const graph: GivenGraph = { nodes: [], ties: [], files, sha256: await hashOf(folder, files) };
  const [nodesFile = '', edgesFile = ''] = files;
  for await (const { number: row, values } of readTable(join(folder, nodesFile))) {
    const { id = '', name, label: called, kind: written, ...cells } = values;
    const label = written ? `${written.charAt(0).toUpperCase()}${written.slice(1).toLowerCase()}` : kind;
    // A published network calls people by numbers: said so, that nobody takes one for a name.
    const words = name || called || id;
    const shown = /^\d+$/.test(words) ? `No. ${words}` : words.replaceAll('_', ' ');
    graph.nodes.push({ file: nodesFile, row, id, label, cells: { ...cells, name: shown, id: words } });
  }
  for await (const { number: row, values } of readTable(join(folder, edgesFile))) {
    const { from = '', to = '', ...cells } = values;
    const type = roles[cells.weight ?? ''] ?? 'TIE';
    graph.ties.push({ file: edgesFile, row, type, from, to, cells });
  }
  return graph;
}

async function filesOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (cause) {
    throw new FileRefused('no-folder', `There is no folder ${folder}: check its name.`, { cause });
  }
}

async function hashOf(folder: string, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${basename(file)}\n`);
    for await (const part of createReadStream(join(folder, file))) hash.update(part as Buffer); // a stream without an encoding gives buffers
  }
  return hash.digest('hex');
}
