import { notFound, ok, type Result } from '../../platform/failures/failures.ts';
import { about, type Work } from '../../platform/http/work.ts';
import type { ItemStatus } from '../item/item.words.ts';
import type { LinkRole } from '../link/link.words.ts';
import { networkOf, wayBetween } from '../network/network.ts';
import { type Standing, standings } from '../network/network.words.ts';
import type { ChartInput } from './chart.forms.ts';
import {
  type ChartItemLink,
  type ChartLink,
  findStarts,
  linksOfItems,
  linksOfSubjects,
} from './chart.store.ts';
import { type ElementKind, linksPerStep } from './chart.words.ts';

/** What an element of kind item says besides its name. */
export interface ElementItem {
  reference: string;
  status: ItemStatus;
  receivedAt: Date;
  agencyName: string | null;
}

/** One element of a chart: an item, or whom or what items name. */
export interface ChartElement extends Standing {
  /** Of an item its own id; of a subject that of its newest link on the chart. */
  id: string;
  kind: ElementKind;
  label: string;
  /** Steps from the nearest start; 0 is a start. */
  step: number;
  item: ElementItem | null;
  isPinned: boolean;
}

/** One link of a chart, between an item and a subject: the places of both among the elements. */
export interface ChartTie {
  id: string;
  item: number;
  subject: number;
  role: LinkRole;
  /** Why the link is there, in the words of whoever confirmed it. */
  note: string;
  madeAt: Date;
}

/** A chart: elements in the order in which they were reached, and every link among them. */
export interface Chart {
  elements: ChartElement[];
  ties: ChartTie[];
  /** There is more within the steps than the cap lets in. */
  isCut: boolean;
  /** What the viewer left out, of what would stand on it, and by which ids: a subject is named by any of its links. */
  hidden: { id: string; kind: ElementKind; label: string; given: readonly string[] }[];
  /** Where pinned elements were put. */
  pinned: { id: string; x: number | null; y: number | null; given: string }[];
  /** The ends of the way that is wanted, and the places on it; none where they stand apart or one end is not chosen yet. */
  way: { ends: number[]; places: number[] | null };
}

interface Reached {
  newest: ChartLink | undefined;
  item: ChartItemLink | undefined;
  step: number;
}

/** Somebody or something with an exact key is one wherever it is met; with a name alone, in its one item. */
const subjectName = ({ id, keyKind, keyValue }: ChartLink): string =>
  keyKind === null ? id : `${keyKind}:${keyValue}`;

/** Walks outward, a query a step, and lets in so many elements; every row of it is one that the viewer may see. */
class Walk {
  readonly reached = new Map<string, Reached>();
  readonly links = new Map<string, ChartLink>();
  isCut = false;
  readonly #starts = new Map<string, string>();
  readonly #work: Work;
  readonly #given: ChartInput;

  constructor(work: Work, given: ChartInput) {
    this.#work = work;
    this.#given = given;
  }

  async from(starts: readonly ChartLink[]): Promise<void> {
    for (const start of starts) this.#starts.set(start.id, subjectName(start));
    let subjects: ChartLink[] = starts.filter((start) => this.#letIn(subjectName(start), 0, start));
    for (let step = 1; step <= this.#given.steps && subjects.length > 0; step += 2) {
      const named = await linksOfSubjects(this.#work, subjects, this.#given);
      const items = this.#take(named, step, (link) => link.itemId);
      if (step === this.#given.steps || items.length === 0) return;
      const naming = await linksOfItems(
        this.#work,
        items.map(({ itemId }) => itemId),
        this.#given,
      );
      subjects = this.#take(naming, step + 1, subjectName);
    }
  }

  /** Notes links, and gives the first link of each element that is new by them. */
  #take<T extends ChartLink>(links: readonly T[], step: number, nameOf: (link: T) => string): T[] {
    if (links.length >= linksPerStep) this.isCut = true;
    const fresh: T[] = [];
    for (const link of links) {
      this.links.set(link.id, link);
      const name = nameOf(link);
      if (!this.reached.has(name) && this.#letIn(name, step, link)) fresh.push(link);
    }
    return fresh;
  }

  #letIn(name: string, step: number, link: ChartLink | ChartItemLink): boolean {
    if (this.reached.has(name)) return false;
    if (this.reached.size >= this.#given.cap) {
      this.isCut = true;
      return false;
    }
    const isItem = 'reference' in link;
    this.reached.set(name, { step, newest: isItem ? undefined : link, item: isItem ? link : undefined });
    return true;
  }

  /** The name of the element that an id of an item or of a link stands for, where it is on this chart. */
  #nameOf(id: string): string | undefined {
    const link = this.links.get(id);
    const name = link ? subjectName(link) : (this.#starts.get(id) ?? id);
    return this.reached.has(name) ? name : undefined;
  }

  chart(): Chart {
    const named = (ids: readonly string[]) => [...new Set(ids.flatMap((id) => this.#nameOf(id) ?? []))];
    const first = this.reached.keys().next().value;
    const left = named(this.#given.hide).filter((name) => name !== first);
    const shown = [...this.reached.keys()].filter((name) => !left.includes(name));
    const placeOf = new Map(shown.map((name, place) => [name, place]));
    const ties: ChartTie[] = [];
    // Of what is hidden too, so that hiding changes nobody's id.
    for (const link of this.links.values()) {
      const met = this.reached.has(link.itemId) ? this.reached.get(subjectName(link)) : undefined;
      if (met && isNewer(link, met.newest)) met.newest = link;
    }
    for (const link of this.links.values()) {
      const [item, subject] = [placeOf.get(link.itemId), placeOf.get(subjectName(link))];
      if (item === undefined || subject === undefined) continue;
      ties.push({ id: link.id, item, subject, role: link.role, note: link.note, madeAt: link.madeAt });
    }
    ties.sort((a, b) => a.item - b.item || a.subject - b.subject || (a.id < b.id ? -1 : 1));
    const network = networkOf(
      shown.length,
      ties.map(({ item, subject }) => [item, subject]),
    );
    const stands = standings(network);
    const pins = new Map(
      this.#given.pin.flatMap((pin) => {
        const name = this.#nameOf(pin.id);
        return name === undefined || !placeOf.has(name) ? [] : [[name, pin] as const];
      }),
    );
    const of = (name: string) =>
      elementOf(this.reached.get(name) ?? { newest: undefined, item: undefined, step: 0 });
    const elements = shown.map((name, place) => ({
      ...of(name),
      isPinned: pins.has(name),
      // There is a standing for each element.
      ...(stands[place] as Standing),
    }));
    const ends = named(this.#given.way).flatMap((name) => placeOf.get(name) ?? []);
    const [one, other] = ends;
    return {
      ...{ elements, ties, isCut: this.isCut },
      hidden: left.map((name) => {
        const { id, kind, label } = of(name);
        return { id, kind, label, given: this.#given.hide.filter((one) => this.#nameOf(one) === name) };
      }),
      pinned: [...pins].map(([name, { id, x, y }]) => ({ id: of(name).id, x, y, given: id })),
      way: {
        ends,
        places: one === undefined || other === undefined ? null : (wayBetween(network, one, other) ?? null),
      },
    };
  }
}

const isNewer = (one: ChartLink, than: ChartLink | undefined): boolean =>
  !than || one.madeAt > than.madeAt || (+one.madeAt === +than.madeAt && one.id < than.id);

function elementOf({ newest, item, step }: Reached): Omit<ChartElement, keyof Standing | 'isPinned'> {
  if (item) {
    const { itemId, reference, title, status, receivedAt, agencyName } = item;
    return {
      id: itemId,
      kind: 'item',
      label: title,
      step,
      item: { reference, status, receivedAt, agencyName },
    };
  }
  return {
    id: newest?.id ?? '',
    kind: newest?.kind ?? 'person',
    label: newest?.label ?? '',
    step,
    item: null,
  };
}

/** Walks outward from links; undefined where the viewer may not see one of them. */
export async function walkOutward(
  work: Work,
  linkIds: readonly string[],
  given: ChartInput,
): Promise<Walk | undefined> {
  const starts = await findStarts(work, linkIds);
  if (starts.length < linkIds.length) return undefined;
  const walk = new Walk(work, given);
  await walk.from(starts);
  return walk;
}

/** The chart around whom or what links name. Not found where the viewer may not see one of them. */
export async function openChart(work: Work, linkId: string, given: ChartInput): Promise<Result<Chart>> {
  const walk = await walkOutward(work, [...new Set([linkId, ...given.also])], given);
  if (!walk) return notFound;
  const chart = walk.chart();
  about(work, 'intelligence-chart', linkId, {
    also: given.also,
    steps: given.steps,
    elements: chart.elements.length,
    links: chart.ties.length,
  });
  return ok(chart);
}
