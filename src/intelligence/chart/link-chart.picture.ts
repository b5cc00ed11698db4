import { namesThatFit } from './link-chart.names.ts';
import type { PictureParts } from './link-chart.parts.ts';

const ink = '#0b0c0c';
const faint = '#b1b4b6';
const fainter = '#dfe3e6';
const wayColour = '#f499be';
/** From so many lines on a moving picture goes without them. */
const manyLines = 3000;
/** Milliseconds without a change after which a picture rests. */
const rest = 150;
/** So many neighbours of what is in focus are named before others. */
const nearNamed = 40;
/** How far out and in one can go, as a share of the whole and in pixels to one length of the layout. */
const least = 0.5;
/** A small chart is not drawn larger than so many pixels to one length at first. */
const mostAtFirst = 14;
const most = 40;

/**
 * Marks and lines on one canvas of the kind that every browser has: no graphics card is needed, as there is none behind a
 * remote desktop, and what is drawn goes to paper. All lines of a colour are one stroke and all marks of a colour one fill,
 * so that ten thousand are drawn in some 30 ms.
 */
export class Picture {
  readonly #canvas = document.createElement('canvas');
  readonly #pen: CanvasRenderingContext2D;
  readonly #parts: PictureParts;
  readonly #colours: ReadonlyMap<string, readonly number[]>;
  readonly #byWeight: readonly number[];
  #scale = 1;
  #middle = { x: 0, y: 0 };
  #width = 1;
  #height = 1;
  #focus = 0;
  #asked = 0;
  #isStill = true;
  #resting = 0;

  /** Throws where the browser has no canvas to draw on. */
  constructor(holder: HTMLElement, parts: PictureParts) {
    const pen = this.#canvas.getContext('2d', { alpha: false });
    if (!pen) throw new Error('There is no canvas.');
    this.#pen = pen;
    this.#parts = parts;
    this.#canvas.className = 'bw-link-chart__canvas';
    const colours = new Map<string, number[]>();
    for (const [at, { colour }] of parts.marks.entries()) {
      const places = colours.get(colour) ?? [];
      places.push(at);
      colours.set(colour, places);
    }
    this.#colours = colours;
    this.#byWeight = [...parts.marks.keys()].sort(
      (a, b) => (parts.marks[b]?.weight ?? 0) - (parts.marks[a]?.weight ?? 0) || a - b,
    );
    holder.append(this.#canvas);
    new ResizeObserver(() => this.#fit(holder)).observe(holder);
    this.#fit(holder);
    this.showAll();
    this.#listen();
  }

  /** Makes one mark stand out, with its lines and what they lead to, and brings it into the window. */
  focusOn(at: number): void {
    this.#focus = at;
    const mark = this.#parts.marks[at];
    if (!mark) return;
    const [x, y] = [this.#across(mark.x), this.#down(mark.y)];
    const edge = 30;
    if (x < edge || y < edge || x > this.#width - edge || y > this.#height - edge)
      this.#middle = { x: mark.x, y: mark.y };
    this.#draw();
  }

  /** Draws anew after marks were moved, or taken away and brought back. */
  again(): void {
    this.#draw();
  }

  /** Nearer or farther, around a point of the window or around its middle. */
  zoom(by: number, x = this.#width / 2, y = this.#height / 2): void {
    const scale = Math.min(most, Math.max(least * this.#whole(), this.#scale * by));
    const held = {
      x: this.#middle.x + (x - this.#width / 2) / this.#scale,
      y: this.#middle.y + (y - this.#height / 2) / this.#scale,
    };
    this.#scale = scale;
    this.#middle = {
      x: held.x - (x - this.#width / 2) / scale,
      y: held.y - (y - this.#height / 2) / scale,
    };
    this.#draw();
  }

  /** Everything, in the middle. */
  showAll(): void {
    this.#scale = this.#whole();
    this.#middle = { x: 0, y: 0 };
    this.#draw();
  }

  /** Pixels to one length of the layout at which all of it fits. */
  #whole(): number {
    const out = this.#parts.marks.reduce((far, { x, y }) => Math.max(far, Math.abs(x), Math.abs(y)), 1);
    return Math.min(mostAtFirst, (Math.min(this.#width, this.#height) / 2 - 30) / out);
  }

  #across(x: number): number {
    return this.#width / 2 + (x - this.#middle.x) * this.#scale;
  }

  #down(y: number): number {
    return this.#height / 2 + (y - this.#middle.y) * this.#scale;
  }

  #fit(holder: HTMLElement): void {
    const isWhole = this.#scale === this.#whole();
    // On paper the canvas keeps what it was drawn at, and is stretched to the page.
    if (matchMedia('print').matches) return;
    this.#width = holder.clientWidth || 1;
    this.#height = holder.clientHeight || 1;
    const dense = devicePixelRatio || 1;
    this.#canvas.width = Math.round(this.#width * dense);
    this.#canvas.height = Math.round(this.#height * dense);
    this.#pen.setTransform(dense, 0, 0, dense, 0, 0);
    if (isWhole) this.showAll();
    else this.#draw();
  }

  /** Draws at the next frame, however often something changes until then, and all of it once nothing does. */
  #draw(): void {
    if (this.#parts.lines.length > manyLines) {
      this.#isStill = false;
      clearTimeout(this.#resting);
      this.#resting = window.setTimeout(() => {
        this.#isStill = true;
        this.#paint();
      }, rest);
    }
    if (this.#asked) return;
    this.#asked = requestAnimationFrame(() => {
      this.#asked = 0;
      this.#paint();
    });
  }

  #paint(): void {
    const pen = this.#pen;
    const near = new Set(this.#parts.near[this.#focus] ?? []);
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, this.#width, this.#height);
    this.#strokeLines();
    for (const [colour, places] of this.#colours) {
      pen.fillStyle = colour;
      pen.beginPath();
      for (const at of places) if (!this.#parts.off[at]) this.#round(at, 0);
      pen.fill();
    }
    pen.strokeStyle = ink;
    pen.lineWidth = 3;
    pen.beginPath();
    this.#round(this.#focus, 4);
    for (const at of this.#parts.pinned) this.#round(at, 2);
    pen.stroke();
    this.#names([this.#focus, ...(near.size <= nearNamed ? near : []), ...this.#byWeight]);
  }

  #strokeLines(): void {
    const pen = this.#pen;
    const stroke = (colour: string, width: number, wanted: (a: number, b: number) => boolean): void => {
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.beginPath();
      for (const [a, b] of this.#parts.lines) {
        if (!wanted(a, b) || this.#parts.off[a] || this.#parts.off[b]) continue;
        const [one, other] = [this.#parts.marks[a], this.#parts.marks[b]];
        if (!one || !other) continue;
        const [x, y] = [this.#across(one.x), this.#down(one.y)];
        const [toX, toY] = [this.#across(other.x), this.#down(other.y)];
        // A line with both ends beyond one side of the window is not in it.
        if (Math.max(x, toX) < 0 || Math.max(y, toY) < 0) continue;
        if (Math.min(x, toX) > this.#width || Math.min(y, toY) > this.#height) continue;
        pen.moveTo(x, y);
        pen.lineTo(toX, toY);
      }
      pen.stroke();
    };
    const isMany = this.#parts.lines.length > manyLines;
    const isStill = this.#isStill || !isMany;
    // While it is moved, a picture of very many lines goes without the faint ones: they come back when it rests.
    if (isStill) stroke(isMany ? fainter : faint, isMany ? 0.5 : 1, () => true);
    const { way } = this.#parts;
    const next = new Set(way.flatMap((at, k) => [`${at} ${way[k + 1]}`, `${way[k + 1]} ${at}`]));
    if (next.size > 0) stroke(wayColour, 5, (a, b) => next.has(`${a} ${b}`));
    const tied = this.#parts.near[this.#focus]?.length ?? 0;
    if (isStill || tied < manyLines)
      stroke(ink, tied > 200 ? 0.4 : 2, (a, b) => a === this.#focus || b === this.#focus);
  }

  /** Adds a mark to the path, unless it is outside the window. */
  #round(at: number, wider: number): void {
    const mark = this.#parts.marks[at];
    if (!mark) return;
    const [x, y] = [this.#across(mark.x), this.#down(mark.y)];
    if (x < -20 || y < -20 || x > this.#width + 20 || y > this.#height + 20) return;
    // Seen from afar they would run into each other.
    const size = (wider ? mark.size : Math.max(1.2, mark.size * Math.min(1, this.#scale / 1.5))) + wider;
    this.#pen.moveTo(x + size, y);
    this.#pen.arc(x, y, size, 0, 2 * Math.PI);
  }

  #names(order: readonly number[]): void {
    const pen = this.#pen;
    pen.font = '13px Arial, Helvetica, sans-serif';
    const wanted = [...new Set(order)].flatMap((at) => {
      const mark = this.#parts.off[at] ? undefined : this.#parts.marks[at];
      return mark
        ? [{ name: mark.name, x: this.#across(mark.x), y: this.#down(mark.y), size: mark.size }]
        : [];
    });
    const room = {
      width: this.#width,
      height: this.#height,
      widthOf: (text: string) => pen.measureText(text).width,
    };
    pen.strokeStyle = '#ffffff';
    pen.lineWidth = 4;
    pen.fillStyle = ink;
    for (const { name, left, y } of namesThatFit(wanted, room)) {
      pen.strokeText(name, left, y + 4);
      pen.fillText(name, left, y + 4);
    }
  }

  /** Dragging moves, the wheel zooms, two fingers do both, and a press chooses. */
  #listen(): void {
    const fingers = new Map<number, { x: number; y: number }>();
    let moved = 0;
    const spread = (): number => {
      const [a, b] = [...fingers.values()];
      return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
    };
    this.#canvas.addEventListener('pointerdown', (event) => {
      fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
      this.#canvas.setPointerCapture(event.pointerId);
      moved = 0;
    });
    this.#canvas.addEventListener('pointermove', (event) => {
      const last = fingers.get(event.pointerId);
      if (!last) return;
      const [dx, dy] = [event.offsetX - last.x, event.offsetY - last.y];
      const before = spread();
      fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
      moved += Math.abs(dx) + Math.abs(dy);
      if (before > 0) return this.zoom(spread() / before, event.offsetX, event.offsetY);
      this.#middle = { x: this.#middle.x - dx / this.#scale, y: this.#middle.y - dy / this.#scale };
      this.#draw();
    });
    const lifted = (event: PointerEvent): void => {
      fingers.delete(event.pointerId);
    };
    this.#canvas.addEventListener('pointerup', (event) => {
      lifted(event);
      const at = moved < 6 ? this.#under(event.offsetX, event.offsetY) : undefined;
      if (at !== undefined) this.#parts.chosen(at);
    });
    this.#canvas.addEventListener('pointercancel', lifted);
    this.#canvas.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        this.zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, event.offsetX, event.offsetY);
      },
      { passive: false },
    );
  }

  /** The mark nearest to a point of the window, if a finger there would mean it. */
  #under(x: number, y: number): number | undefined {
    let found: number | undefined;
    let nearest = 14;
    for (const [at, mark] of this.#parts.marks.entries()) {
      const away = Math.hypot(this.#across(mark.x) - x, this.#down(mark.y) - y) - mark.size;
      if (away >= nearest || this.#parts.off[at]) continue;
      nearest = away;
      found = at;
    }
    return found;
  }
}
