import { moveTo, ringsOf, type Spot } from './chart.layout.ts';
import { Picture } from './link-chart.picture.ts';

interface Element {
  id: string;
  kind: string;
  label: string;
  step: number;
  degree: number;
  words: string;
  item: { reference: string; receivedAt: string } | null;
}
interface Link {
  item: number;
  subject: number;
  role: string;
}
interface Chart {
  isCut: boolean;
  elements: Element[];
  links: Link[];
}

/** Colours that can be told apart by those who see fewer; the words of each element say its kind as well. */
const looks: Readonly<Record<string, { colour: string; words: string }>> = {
  item: { colour: '#6f777b', words: 'Item' },
  person: { colour: '#1d70b8', words: 'Person' },
  organisation: { colour: '#4c2c92', words: 'Firm' },
  vehicle: { colour: '#c2410c', words: 'Vehicle' },
  phone: { colour: '#00703c', words: 'Telephone' },
  email: { colour: '#0b7285', words: 'E-mail' },
  place: { colour: '#942514', words: 'Address' },
};
const neighboursNamed = 20;

const holder = document.querySelector<HTMLElement>('[data-link-chart]');
if (holder) start(holder);

async function start(place: HTMLElement): Promise<void> {
  const reply = await fetch(place.dataset.chart ?? '', { headers: { accept: 'application/json' } }).catch(
    () => undefined,
  );
  // The address is our own: its declaration says what it answers.
  const chart = reply?.ok ? ((await reply.json()) as Chart) : undefined;
  if (!chart || chart.elements.length === 0) return;
  try {
    new Drawing(place, chart);
  } catch {
    // A browser that cannot draw keeps the tables, which hold the same.
    place.replaceChildren();
  }
}

/** The drawing: a canvas, a line that says where one is, and a panel about the element in focus. */
class Drawing {
  readonly #place: HTMLElement;
  readonly #chart: Chart;
  readonly #near: number[][];
  readonly #spots: Spot[];
  readonly #picture: Picture;
  readonly #said = made('p', 'govuk-body-s bw-link-chart__said');
  readonly #panel = made('div', 'bw-link-chart__panel');
  #at = 0;

  constructor(place: HTMLElement, chart: Chart) {
    this.#place = place;
    this.#chart = chart;
    this.#near = chart.elements.map(() => []);
    for (const { item, subject } of chart.links) {
      this.#near[item]?.push(subject);
      this.#near[subject]?.push(item);
    }
    this.#spots = ringsOf(chart.elements.map(({ step }, at) => ({ step, near: this.#near[at] ?? [] })));
    const canvas = made('div', 'bw-link-chart');
    canvas.tabIndex = 0;
    canvas.setAttribute('role', 'application');
    canvas.setAttribute('aria-label', `Drawing of ${chart.elements.length} elements`);
    canvas.setAttribute('aria-describedby', 'link-chart-keys');
    this.#said.setAttribute('role', 'status');
    place.append(canvas, this.#said, this.#panel, keysOf(), legendOf(chart));
    this.#picture = new Picture(canvas, {
      marks: chart.elements.map((one, at) => ({
        x: this.#spots[at]?.x ?? 0,
        y: this.#spots[at]?.y ?? 0,
        size: one.step === 0 ? 9 : Math.min(9, 2.5 + Math.sqrt(one.degree)),
        colour: looks[one.kind]?.colour ?? '#0b0c0c',
        name: nameOf(one),
        weight: one.step === 0 ? Number.POSITIVE_INFINITY : one.degree,
      })),
      lines: chart.links.map(({ item, subject }) => [item, subject] as const),
      near: this.#near,
      chosen: (at) => this.#goTo(at),
    });
    canvas.addEventListener('keydown', (event) => this.#key(event));
    this.#goTo(0);
    place.dataset.drawn = String(chart.elements.length);
  }

  #key(event: KeyboardEvent): void {
    const ways = {
      ArrowUp: 'inward',
      ArrowDown: 'outward',
      ArrowRight: 'next',
      ArrowLeft: 'before',
    } as const;
    const known = event.key in ways;
    if (known) this.#goTo(moveTo(this.#spots, this.#at, ways[event.key as keyof typeof ways]));
    else if (event.key === 'Home') this.#goTo(0);
    else if (event.key === '+' || event.key === '=') this.#picture.zoom(1.4);
    else if (event.key === '-') this.#picture.zoom(1 / 1.4);
    else if (event.key === '0') this.#picture.showAll();
    else if (event.key === 'Enter') this.#panel.querySelector<HTMLElement>('a, button')?.focus();
    else return;
    event.preventDefault();
  }

  #goTo(at: number): void {
    const one = this.#chart.elements[at];
    if (!one) return;
    this.#at = at;
    this.#said.textContent = `${nameOf(one)}. ${one.words}.`;
    this.#place.dataset.at = one.id;
    this.#describe(one);
    this.#picture.focusOn(at);
  }

  #describe(one: Element): void {
    const heading = made('h3', 'govuk-heading-s');
    heading.textContent = nameOf(one);
    const onward = made('p', 'govuk-body');
    onward.append(
      link(
        one.item ? `/intelligence/items/${one.id}` : `/intelligence/profiles/${one.id}`,
        one.item ? 'Open the item' : 'Profile',
      ),
    );
    if (!one.item && one.step > 0)
      onward.append(
        ' ',
        link(this.#withStart(one.id), 'Expand'),
        ' ',
        link(`/intelligence/charts/${one.id}`, 'Chart from here'),
      );
    const near = this.#near[this.#at] ?? [];
    const list = made('ul', 'govuk-list bw-link-chart__near');
    for (const other of near.slice(0, neighboursNamed)) {
      const to = this.#chart.elements[other];
      if (!to) continue;
      const button = made('button', 'bw-link-chart__go');
      button.setAttribute('type', 'button');
      button.textContent = nameOf(to);
      button.addEventListener('click', () => {
        this.#goTo(other);
        this.#panel.querySelector<HTMLElement>('a, button')?.focus();
      });
      const item = document.createElement('li');
      item.append(button);
      list.append(item);
    }
    this.#panel.replaceChildren(heading, onward, list);
    if (near.length > neighboursNamed) {
      const rest = made('p', 'govuk-body-s');
      rest.textContent = `And ${(near.length - neighboursNamed).toLocaleString('en-GB')} more, in the table of links.`;
      this.#panel.append(rest);
    }
  }

  /** This chart with one more start. */
  #withStart(id: string): string {
    const to = new URL(this.#place.dataset.page ?? '', location.href);
    const also = to.searchParams.get('also');
    to.searchParams.set('also', also ? `${also},${id}` : id);
    return `${to.pathname}${to.search}`;
  }
}

/** What an element is and what it is called: colour never says it alone. */
function nameOf({ kind, label, item }: Element): string {
  return `${looks[kind]?.words ?? ''} ${item ? `${item.reference} ${label}` : label}`;
}

function keysOf(): HTMLElement {
  const words = made('p', 'govuk-hint bw-link-chart__keys');
  words.id = 'link-chart-keys';
  words.textContent =
    'Down arrow goes outward, up arrow back, left and right to what is beside. Enter goes to what is linked, Home to the start. Plus and minus zoom, 0 shows all. The tables below hold the same.';
  return words;
}

/** How many of each kind, with its colour. */
function legendOf({ elements }: Chart): HTMLElement {
  const list = made('ul', 'govuk-list bw-link-chart__legend');
  for (const [kind, { words }] of Object.entries(looks)) {
    const count = elements.filter((one) => one.kind === kind).length;
    if (count === 0) continue;
    const entry = document.createElement('li');
    const mark = made('span', `bw-link-chart__mark bw-link-chart__mark--${kind}`);
    mark.setAttribute('aria-hidden', 'true');
    entry.append(mark, `${words}: ${count.toLocaleString('en-GB')}`);
    list.append(entry);
  }
  return list;
}

function made(name: string, classes: string): HTMLElement {
  const element = document.createElement(name);
  element.className = classes;
  return element;
}

function link(href: string, words: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.className = 'govuk-link govuk-link--no-visited-state';
  anchor.href = href;
  anchor.textContent = words;
  return anchor;
}
