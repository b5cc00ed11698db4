import { keyOf, type Named, sameForm } from '../link/link.store.ts';
import type { LinkRole } from '../link/link.words.ts';
import { type GraphNode, nodeLabels, type TieType, tieTypes } from './graph.words.ts';
import type { GivenGraph, GivenNode, GivenTie, RowPlace } from './read-graph.ts';

/** A link that an item is to have, as the graph names it. */
export interface LinkDraft {
  kind: Named['kind'];
  role: LinkRole;
  label: string;
  value: string;
  keyKind: string;
  keyValue: string;
}
/** An item that a graph would make. */
export interface GraphDraft {
  /** By what it is known again within its feed. */
  key: string;
  title: string;
  lines: string[];
  howKnown: string[];
  knownWhen: string;
  links: LinkDraft[];
}
/** What became of the rows of one file. */
export interface FileAccount {
  file: string;
  rows: number;
  /** Rows that an item or a link comes of, or that stand in the words of one. */
  taken: number;
  /** Rows that say again what another row of the folder says. */
  doubled: number;
  /** Rows that say nothing that an address does not say. */
  said: number;
  rejected: number;
}
export interface RowProblem extends RowPlace {
  problem: string;
}
export interface GraphRead {
  drafts: GraphDraft[];
  accounts: FileAccount[];
  problems: RowProblem[];
}

const titleLength = 120;
const isSubject = (node: GraphNode) => nodeLabels[node.label]?.becomes === 'subject';

/** Makes items and links of a graph, and accounts for each of its rows. Pure: nothing is written. */
export function draftsOf(graph: GivenGraph, feedCode: string): GraphRead {
  return new Drafting(graph, feedCode).read();
}

class Drafting {
  readonly #graph: GivenGraph;
  readonly #feedCode: string;
  readonly #nodes = new Map<string, GivenNode>();
  readonly #drafts = new Map<string, GraphDraft>();
  readonly #accounts = new Map<string, FileAccount>();
  readonly #problems: RowProblem[] = [];
  /** Nodes that an item names or says. */
  readonly #used = new Set<string>();
  readonly #ties = new Set<string>();

  constructor(graph: GivenGraph, feedCode: string) {
    this.#graph = graph;
    this.#feedCode = feedCode;
    for (const file of graph.files)
      this.#accounts.set(file, { file, rows: 0, taken: 0, doubled: 0, said: 0, rejected: 0 });
  }

  read(): GraphRead {
    for (const node of this.#graph.nodes) this.#takeNode(node);
    for (const tie of this.#graph.ties) this.#count(tie, this.#takeTie(tie));
    // A node is taken by what an item says of it: only now is that known.
    for (const node of this.#nodes.values()) this.#count(node, this.#becameOf(node));
    return {
      drafts: [...this.#drafts.values()],
      accounts: [...this.#accounts.values()],
      problems: this.#problems,
    };
  }

  #count(place: RowPlace, outcome: keyof Omit<FileAccount, 'file' | 'rows'> | { problem: string }): void {
    const account = this.#accounts.get(place.file);
    if (!account) return;
    account.rows += 1;
    if (typeof outcome === 'string') account[outcome] += 1;
    else {
      account.rejected += 1;
      this.#problems.push({ file: place.file, row: place.row, problem: outcome.problem });
    }
  }

  #takeNode(node: GivenNode): void {
    const refused = this.#refusedNode(node);
    if (refused) {
      this.#count(node, refused);
      return;
    }
    const rule = nodeLabels[node.label];
    this.#nodes.set(node.id, node);
    if (rule?.becomes === 'event' || (rule?.becomes === 'subject' && rule.hasItem)) this.#open(node);
  }

  #refusedNode(node: GivenNode): 'doubled' | { problem: string } | undefined {
    const rule = nodeLabels[node.label];
    if (node.id === '') return { problem: 'It has no number of its own' };
    if (!rule) return { problem: `Nothing here is a ${node.label || 'row without a label'}` };
    const known = this.#nodes.get(node.id);
    if (known) {
      const isSame = JSON.stringify([known.label, known.cells]) === JSON.stringify([node.label, node.cells]);
      return isSame ? 'doubled' : { problem: `Another row has the number ${node.id} as well` };
    }
    if (rule.becomes === 'subject' && sameForm(namedOf(node)) === '')
      return { problem: `A ${node.label} without a name, number or address` };
    return undefined;
  }

  #open(node: GivenNode): void {
    const rule = nodeLabels[node.label];
    const draft: GraphDraft = {
      ...{
        key: `node:${node.label}:${node.id}`,
        title: '',
        lines: [],
        howKnown: [],
        knownWhen: '',
        links: [],
      },
    };
    if (rule?.becomes === 'event') {
      draft.title = [rule.title(node.cells), rule.knownWhen(node.cells)].filter(Boolean).join(', ');
      draft.knownWhen = rule.knownWhen(node.cells);
      draft.lines.push(rule.title(node.cells), rule.said(node.cells));
    } else if (rule?.becomes === 'subject') {
      draft.title = `Held about ${rule.name(node.cells)}`;
      draft.lines.push([rule.name(node.cells), rule.said(node.cells)].filter(Boolean).join(', '));
      draft.links.push(this.#linkTo(node, 'subject'));
      this.#used.add(node.id);
    }
    this.#drafts.set(node.id, draft);
  }

  #becameOf(node: GivenNode): 'taken' | 'said' | { problem: string } {
    const rule = nodeLabels[node.label];
    if (rule?.becomes === 'said') return 'said';
    if (rule?.becomes === 'event') {
      if ((this.#drafts.get(node.id)?.links.length ?? 0) > 0) return 'taken';
      this.#drafts.delete(node.id);
      return { problem: 'It is tied to nobody and nothing, so no item can be finished' };
    }
    return this.#used.has(node.id) ? 'taken' : { problem: 'Nothing in the folder is tied to it' };
  }

  #takeTie(tie: GivenTie): 'taken' | 'doubled' | 'said' | { problem: string } {
    const rule = tieTypes[tie.type];
    if (!rule) return { problem: `No tie here is a ${tie.type || 'row without a type'}` };
    const [from, to] = [this.#nodes.get(tie.from), this.#nodes.get(tie.to)];
    const missing = from ? tie.to : tie.from;
    if (!from || !to) return { problem: `No node ${missing || 'without a number'} was taken` };
    // Written from either end where both ends would do: published edges have lost their direction.
    const [one, other] =
      rule.from.includes(from.label) || !rule.from.includes(to.label) ? [from, to] : [to, from];
    if (!rule.from.includes(one.label) || !rule.to.includes(other.label))
      return { problem: `${tie.type} goes from ${rule.from.join(' or ')} to ${rule.to.join(' or ')}` };
    if (one.id === other.id) return { problem: 'It ties somebody or something to itself' };
    if (rule.belongs === 'said') return 'said';
    const isPair = rule.belongs === 'item';
    const ends = isPair ? [one.id, other.id].sort() : [one.id, other.id];
    const key = `tie:${tie.type}:${ends.join(':')}`;
    if (this.#ties.has(key)) return 'doubled';
    this.#ties.add(key);
    if (rule.belongs === 'item') this.#pair({ key, words: rule.words, one, other, tie });
    else {
      const [owner, named] = rule.belongs === 'from' ? [one, other] : [other, one];
      this.#name(owner, named, rule);
    }
    return 'taken';
  }

  #pair(given: { key: string; words: string; one: GivenNode; other: GivenNode; tie: GivenTie }): void {
    const { key, words, one, other, tie } = given;
    const sentence = `${namedOf(one).label} ${words} ${namedOf(other).label}`;
    const more = Object.entries(tie.cells).flatMap(([column, cell]) => (cell ? [`${column}: ${cell}`] : []));
    for (const { id } of [one, other]) this.#used.add(id);
    this.#drafts.set(key, {
      ...{ key, title: sentence.slice(0, titleLength), howKnown: [], knownWhen: '' },
      lines: [[sentence, ...more].join('; ')],
      links: [this.#linkTo(one, 'associate'), this.#linkTo(other, 'associate')],
    });
  }

  #name(owner: GivenNode, named: GivenNode, rule: Extract<TieType, { role: LinkRole }>): void {
    const draft = this.#drafts.get(owner.id);
    const label = nodeLabels[named.label];
    if (!draft || !label) return;
    this.#used.add(named.id);
    const said = 'said' in label ? label.said(named.cells) : '';
    const { label: called = '', more = '' } = isSubject(named) ? namedOf(named) : {};
    const words = [called, more, said].filter(Boolean).join(', ');
    (rule.isHow ? draft.howKnown : draft.lines).push(`${rule.words}: ${words}`);
    if (isSubject(named)) draft.links.push(this.#linkTo(named, rule.role));
  }

  /** By the key that meets other items where it has one; else by its own number in this feed, since a name alone is nobody. */
  #linkTo(node: GivenNode, role: LinkRole): LinkDraft {
    const named = namedOf(node);
    const key = keyOf(named) ?? {
      kind: 'nominal',
      value: `${this.#feedCode} ${node.label} ${node.id}`.toLowerCase(),
    };
    const label = [named.label, named.more].filter(Boolean).join(', ');
    return { kind: named.kind, role, label, value: key.value, keyKind: key.kind, keyValue: key.value };
  }
}

function namedOf({ label, cells }: GraphNode): Named {
  const rule = nodeLabels[label];
  if (rule?.becomes !== 'subject') return { kind: 'person', label: '', more: '' };
  return { kind: rule.kind, label: rule.name(cells), more: rule.more(cells) };
}
