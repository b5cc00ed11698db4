import { ruleHash } from '../candidates.ts';
import { type Explanation, explain } from '../explain.ts';
import type { ModelDocument } from '../model.ts';
import { Scorer } from '../score.ts';
import { drawComponent } from './draw-component.ts';
import { type Fields, GrowingTable } from './growing-table.ts';
import { type Applied, applyModel, columnsOf } from './open-model.ts';
import { Postings } from './postings.ts';

/** A record that could be about the same as the one asked for. */
export interface Candidate {
  id: string;
  /** Log-odds, natural. */
  weight: number;
  probability: number;
}

/** What came of a record that was put in or taken out: who is together now, of those it touches. */
export interface Resolved {
  /** The clusters, by ids in order, that hold a record of the component that changed. */
  clusters: string[][];
  /** Records that were held against it. */
  looked: number;
}

/** The asker's own place in the table: a record that is asked for and not kept. */
const asker = 0;

/**
 * Answers «who could this be?» for one record after another, and keeps clusters as records come, change and go. Everything
 * it says is a function of the records that are in it and the model: the order in which they came does not matter, and a
 * record that was taken out leaves nothing behind.
 */
export class LiveIndex {
  readonly #table: GrowingTable;
  readonly #applied: Applied;
  readonly #scorer: Scorer;
  readonly #postings: readonly Postings[];
  readonly #rowOf = new Map<string, number>();
  readonly #idOf: string[] = [''];
  readonly #free: number[] = [];
  /** For each row the rows that are the same at an even chance or better, with the weight. */
  readonly #mates: (Map<number, number> | undefined)[] = [];
  /** For each row the row whose id names its cluster. */
  readonly #leader: number[] = [asker];
  /** The number of the question in which a row was last met, so that no row is held against another twice. */
  #met = new Int32Array(1 << 10);
  #question = 0;

  constructor(model: ModelDocument) {
    this.#table = new GrowingTable(columnsOf(model));
    this.#table.set(asker, {});
    this.#applied = applyModel(model, this.#table);
    this.#scorer = new Scorer(this.#applied.comparisons, this.#applied.trained);
    this.#postings = this.#applied.rules.map(() => new Postings());
  }

  /** Number of records in it. */
  get size(): number {
    return this.#rowOf.size;
  }

  has(id: string): boolean {
    return this.#rowOf.has(id);
  }

  /** The records most likely to be about the same as these fields, likeliest first; equal ones in the order of their ids. */
  who(fields: Fields, { limit = 10, least = 0.01 } = {}): (Candidate & { explanation: Explanation })[] {
    this.#read(asker, fields);
    const from = Math.log(least / (1 - least));
    const found: Candidate[] = [];
    this.#eachCandidate(asker, (row) => {
      const weight = this.#scorer.weight(asker, row);
      if (weight >= from)
        found.push({ id: this.#idOf[row]!, weight, probability: 1 / (1 + Math.exp(-weight)) });
    });
    found.sort((x, y) => y.weight - x.weight || (x.id < y.id ? -1 : 1));
    found.length = Math.min(found.length, limit);
    const { comparisons, trained } = this.#applied;
    return found.map((candidate) => ({
      ...candidate,
      explanation: explain(comparisons, trained, asker, this.#rowOf.get(candidate.id)!),
    }));
  }

  /** Puts a record in, or another in its place, and draws the clusters it touches anew. */
  put(id: string, fields: Fields): Resolved {
    const before = this.#rowOf.has(id) ? this.#takeOut(id) : [];
    const row = this.#free.pop() ?? this.#idOf.length;
    this.#idOf[row] = id;
    this.#rowOf.set(id, row);
    this.#leader[row] = row;
    this.#read(row, fields);
    const looked = this.#meet(row);
    this.#applied.rules.forEach((rule, at) => {
      const hash = ruleHash(rule, row);
      if (hash !== 0 && !rule.refused.has(hash)) this.#postings[at]!.add(hash, row);
    });
    return { clusters: this.#draw([row, ...before]), looked };
  }

  /** Takes a record out; those it held together are drawn anew. Nothing happens when it is not in. */
  remove(id: string): Resolved {
    return { clusters: this.#rowOf.has(id) ? this.#draw(this.#takeOut(id)) : [], looked: 0 };
  }

  /** The ids of the cluster of a record, in order; none when it is not in. */
  clusterOf(id: string): string[] {
    const row = this.#rowOf.get(id);
    if (row === undefined) return [];
    return this.#component(row)
      .filter((mate) => this.#leader[mate] === this.#leader[row])
      .map((mate) => this.#idOf[mate]!)
      .sort();
  }

  /** For every record the id that names its cluster: the first of its ids. */
  clusters(): Map<string, string> {
    return new Map([...this.#rowOf].map(([id, row]) => [id, this.#idOf[this.#leader[row]!]!]));
  }

  #read(row: number, fields: Fields): void {
    this.#table.set(row, fields);
    for (const comparison of this.#applied.comparisons) comparison.take(row);
  }

  /** Gives each row that shares a hash with this one, once. */
  #eachCandidate(row: number, visit: (other: number) => void): void {
    if (this.#met.length < this.#idOf.length) {
      const met = new Int32Array(Math.ceil(this.#idOf.length * 1.5));
      met.set(this.#met);
      this.#met = met;
    }
    this.#question += 1;
    this.#met[row] = this.#question;
    this.#applied.rules.forEach((rule, at) => {
      const hash = ruleHash(rule, row);
      if (hash === 0 || rule.refused.has(hash)) return;
      const postings = this.#postings[at]!;
      for (let other = postings.first(hash); other >= 0; other = postings.after(other)) {
        if (this.#met[other] === this.#question) continue;
        this.#met[other] = this.#question;
        visit(other);
      }
    });
  }

  /** Holds a row against all that share a hash with it, and remembers those that are the same at an even chance. */
  #meet(row: number): number {
    let looked = 0;
    this.#eachCandidate(row, (other) => {
      looked += 1;
      const weight = this.#scorer.weight(row, other);
      if (weight <= 0) return;
      this.#matesOf(row).set(other, weight);
      this.#matesOf(other).set(row, weight);
    });
    return looked;
  }

  #matesOf(row: number): Map<number, number> {
    const mates = this.#mates[row] ?? new Map<number, number>();
    this.#mates[row] = mates;
    return mates;
  }

  /** Takes a row out of everything, and gives those it was the same as. */
  #takeOut(id: string): number[] {
    const row = this.#rowOf.get(id)!;
    this.#applied.rules.forEach((rule, at) => {
      const hash = ruleHash(rule, row);
      if (hash !== 0 && !rule.refused.has(hash)) this.#postings[at]!.remove(hash, row);
    });
    const mates = [...(this.#mates[row]?.keys() ?? [])];
    for (const mate of mates) this.#mates[mate]?.delete(row);
    this.#mates[row] = undefined;
    this.#rowOf.delete(id);
    this.#idOf[row] = '';
    this.#free.push(row);
    return mates;
  }

  #component(from: number): number[] {
    const seen = new Set([from]);
    for (const row of seen) for (const mate of this.#mates[row]?.keys() ?? []) seen.add(mate);
    return [...seen];
  }

  /** Draws the components of these rows anew and gives their clusters. */
  #draw(rows: readonly number[]): string[][] {
    const out: string[][] = [];
    const done = new Set<number>();
    for (const start of rows) {
      if (done.has(start) || this.#idOf[start] === '') continue;
      const component = this.#component(start).sort((x, y) => (this.#idOf[x]! < this.#idOf[y]! ? -1 : 1));
      for (const row of component) done.add(row);
      const clusters = drawComponent(component, (row) => this.#mates[row], {
        comparisons: this.#applied.comparisons,
        scorer: this.#scorer,
      });
      for (const cluster of clusters) {
        for (const row of cluster) this.#leader[row] = cluster[0]!;
        out.push(cluster.map((row) => this.#idOf[row]!));
      }
    }
    return out;
  }
}
