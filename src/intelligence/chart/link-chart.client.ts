import { moveTo, ringsOf, type Spot } from './chart.layout.ts';
import { keysOf, legendOf, link, looks, made, nameOf } from './link-chart.markup.ts';
import { Picture } from './link-chart.picture.ts';
import { sliderOf } from './link-chart.slider.ts';
import { type Timed, takeAway } from './link-chart.time.ts';

interface Element {
  id: string;
  kind: string;
  label: string;
  step: number;
  degree: number;
  words: string;
  isPinned: boolean;
  item: { reference: string; receivedAt: string } | null;
}
interface Link {
  item: number;
  subject: number;
  role: string;
}
interface Chart {
  isCut: boolean;
  pinned: { id: string; x: number | null; y: number | null }[];
  way: { places: number[] | null };
  elements: Element[];
  links: Link[];
}

const neighboursNamed = 20;
/** Under this name the browser keeps the element in focus, until the next page of this tab. */
const wasAt = 'link-chart-at';

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
  readonly #timed: Timed[];
  readonly #off: Uint8Array;
  readonly #marks: { x: number; y: number }[];
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
    for (const { id, x, y } of chart.pinned) {
      const spot = this.#spots[chart.elements.findIndex((one) => one.id === id)];
      if (spot && x !== null && y !== null) [spot.x, spot.y] = [x, y];
    }
    const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
    this.#timed = chart.elements.map(({ step, item, isPinned }) => ({
      ...{ step, isPinned },
      day: item ? dayOf.format(new Date(item.receivedAt)) : undefined,
    }));
    this.#off = new Uint8Array(chart.elements.length);
    const canvas = made('div', 'bw-link-chart');
    canvas.tabIndex = 0;
    canvas.setAttribute('role', 'application');
    canvas.setAttribute('aria-label', `Drawing of ${chart.elements.length} elements`);
    canvas.setAttribute('aria-describedby', 'link-chart-keys');
    this.#said.setAttribute('role', 'status');
    const slider = sliderOf(this.#timed, (until) => this.#showUntil(until));
    place.append(
      canvas,
      ...(slider ? [slider] : []),
      this.#said,
      this.#panel,
      keysOf(),
      legendOf(chart.elements),
    );
    const marks = chart.elements.map((one, at) => ({
      x: this.#spots[at]?.x ?? 0,
      y: this.#spots[at]?.y ?? 0,
      size: one.step === 0 ? 9 : Math.min(9, 2.5 + Math.sqrt(one.degree)),
      colour: looks[one.kind]?.colour ?? '#0b0c0c',
      name: nameOf(one),
      weight: one.step === 0 ? Number.POSITIVE_INFINITY : one.degree,
    }));
    this.#marks = marks;
    this.#picture = new Picture(canvas, {
      marks,
      off: this.#off,
      pinned: new Set([...chart.elements.keys()].filter((at) => chart.elements[at]?.isPinned)),
      way: chart.way.places ?? [],
      lines: chart.links.map(({ item, subject }) => [item, subject] as const),
      near: this.#near,
      chosen: (at) => this.#goTo(at),
    });
    canvas.addEventListener('keydown', (event) => this.#key(event));
    // Where one was before the page was asked for anew.
    const before = sessionStorage.getItem(wasAt);
    sessionStorage.removeItem(wasAt);
    this.#goTo(
      Math.max(
        0,
        chart.elements.findIndex(({ id }) => id === before),
      ),
    );
    if (before !== null) canvas.focus();
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
    const act = { h: 'Hide', p: 'Pin', w: 'Way' }[event.key.toLowerCase()];
    if (known && event.shiftKey && this.#chart.elements[this.#at]?.isPinned) this.#put(event.key);
    else if (act && !event.ctrlKey && !event.metaKey && !event.altKey)
      [...this.#panel.querySelectorAll<HTMLElement>('a')].find((one) => one.dataset.act === act)?.click();
    else if (known) this.#walk(ways[event.key as keyof typeof ways]);
    else if (event.key === 'Home') this.#goTo(0);
    else if (event.key === '+' || event.key === '=') this.#picture.zoom(1.4);
    else if (event.key === '-') this.#picture.zoom(1 / 1.4);
    else if (event.key === '0') this.#picture.showAll();
    else if (event.key === 'Enter') this.#panel.querySelector<HTMLElement>('a, button')?.focus();
    else return;
    event.preventDefault();
  }

  /** Walks on past what the slider took away. */
  #walk(way: 'inward' | 'outward' | 'next' | 'before'): void {
    let to = moveTo(this.#spots, this.#at, way);
    for (let tried = 0; this.#off[to] && tried < this.#spots.length; tried += 1) {
      const on = moveTo(this.#spots, to, way === 'outward' ? 'next' : way);
      if (on === to) break;
      to = on;
    }
    if (!this.#off[to]) this.#goTo(to);
  }

  /** Puts a pinned element a little farther up, down or aside, and the address and the form say so. */
  #put(key: string): void {
    const [mark, spot] = [this.#marks[this.#at], this.#spots[this.#at]];
    if (!mark || !spot) return;
    if (key === 'ArrowUp' || key === 'ArrowDown') spot.y += key === 'ArrowUp' ? -1 : 1;
    else spot.x += key === 'ArrowLeft' ? -1 : 1;
    [mark.x, mark.y] = [spot.x, spot.y];
    const pin = this.#chart.elements
      .flatMap(({ id, isPinned }, at) => (isPinned ? this.#pinAt(id, at) : []))
      .join(',');
    const to = new URL(location.href);
    // A kept chart has an address of its own: what changes is said to its form alone.
    if (!to.pathname.includes('kept-charts')) {
      to.searchParams.set('pin', pin);
      history.replaceState(null, '', to);
    }
    const page = new URL(this.#place.dataset.page ?? '', location.href);
    page.searchParams.set('pin', pin);
    this.#place.dataset.page = `${page.pathname}${page.search}`;
    for (const field of document.querySelectorAll<HTMLInputElement>('input[name=pin]')) field.value = pin;
    this.#said.textContent = `Moved to ${Math.round(spot.x)} across, ${Math.round(spot.y)} down.`;
    this.#describe(this.#chart.elements[this.#at] as Element); // it is the one in focus
    this.#picture.again();
  }

  #pinAt(id: string, at: number): string {
    const spot = this.#spots[at];
    return `${id}:${(spot?.x ?? 0).toFixed(1)}:${(spot?.y ?? 0).toFixed(1)}`;
  }

  #showUntil(day: string): void {
    takeAway(this.#timed, this.#near, day, this.#off);
    if (this.#off[this.#at]) this.#goTo(0);
    this.#place.dataset.shown = String(this.#off.reduce((sum, off) => sum + (off ? 0 : 1), 0));
    this.#picture.again();
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
    for (const [act, words, href] of this.#actsOn(one)) {
      const anchor = link(href, words);
      anchor.dataset.act = act;
      anchor.addEventListener('click', () => sessionStorage.setItem(wasAt, one.id));
      onward.append(' ', anchor);
    }
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

  /** What can be done with an element: a name for its key, its words, and the address that does it. */
  #actsOn(one: Element): [string, string, string][] {
    const page = new URL(this.#place.dataset.page ?? '', location.href);
    const given = (name: string) => (page.searchParams.get(name) ?? '').split(',').filter(Boolean);
    const at = (name: string, values: readonly string[], table = '') => {
      const to = new URL(page);
      if (values.length > 0) to.searchParams.set(name, values.join(','));
      else to.searchParams.delete(name);
      if (table) to.searchParams.set('table', table);
      return `${to.pathname}${to.search}`;
    };
    const way = given('way');
    const others = given('pin').filter((pin) => !pin.startsWith(one.id));
    return [
      ...(this.#at > 0
        ? [['Hide', 'Hide', at('hide', [...given('hide'), one.id])] as [string, string, string]]
        : []),
      one.isPinned
        ? ['Pin', 'Unpin', at('pin', others)]
        : ['Pin', 'Pin', at('pin', [...others, this.#pinAt(one.id, this.#at)])],
      way.length === 1 && way[0] !== one.id
        ? ['Way', 'Way to here', at('way', [...way, one.id], 'way')]
        : ['Way', 'Way from here', at('way', [one.id])],
    ];
  }

  /** This chart with one more start. */
  #withStart(id: string): string {
    const to = new URL(this.#place.dataset.page ?? '', location.href);
    const also = to.searchParams.get('also');
    to.searchParams.set('also', also ? `${also},${id}` : id);
    return `${to.pathname}${to.search}`;
  }
}
