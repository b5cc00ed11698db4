import cytoscape from 'cytoscape';
import { ringsOf } from '../../src/intelligence/chart/chart.layout.ts';
import { Picture } from '../../src/intelligence/chart/link-chart.picture.ts';

/** What one drawing took: milliseconds until it stood on the page, frames a second while it was zoomed, and the longest frame. */
export interface Drawn {
  paint: number;
  frames: number;
  longest: number;
}
type Which = 'ours' | 'cytoscape' | 'cytoscape, lines hidden';

/** Elements and links as a chart has them: a third items, the others whom and what they name, a few named often. The same for any call. */
function made(size: number): { lines: [number, number][]; near: number[][]; steps: number[] } {
  let state = 20261124;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const items = Math.floor(size / 3);
  const lines: [number, number][] = [];
  for (let at = items; at < size; at += 1) lines.push([Math.floor(random() * items), at]);
  while (lines.length < size)
    lines.push([Math.floor(random() * items), items + Math.floor((size - items) * random() ** 4)]);
  const near: number[][] = Array.from({ length: size }, () => []);
  for (const [a, b] of lines) {
    near[a]?.push(b);
    near[b]?.push(a);
  }
  const steps = new Array<number>(size).fill(-1);
  const queue = [items];
  steps[items] = 0;
  for (const at of queue)
    for (const next of near[at] ?? [])
      if (steps[next] === -1) {
        steps[next] = (steps[at] ?? 0) + 1;
        queue.push(next);
      }
  return { lines, near, steps: steps.map((step) => (step < 0 ? 6 : Math.min(step, 6))) };
}

const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
/** Nearer and farther, a step a frame, for so many milliseconds. */
async function moved(holder: HTMLElement, forMs: number): Promise<Pick<Drawn, 'frames' | 'longest'>> {
  const box = holder.getBoundingClientRect();
  const [clientX, clientY] = [box.left + 600, box.top + 350];
  const on = document.elementFromPoint(clientX, clientY) ?? holder;
  const turn = (deltaY: number) =>
    on.dispatchEvent(new WheelEvent('wheel', { deltaY, clientX, clientY, bubbles: true, cancelable: true }));
  const from = await frame();
  let [before, frames, longest] = [from, 0, 0];
  while (before - from < forMs) {
    turn(Math.floor(frames / 10) % 2 === 0 ? -60 : 60);
    const now = await frame();
    longest = Math.max(longest, now - before);
    before = now;
    frames += 1;
  }
  return { frames: (frames / (before - from)) * 1000, longest };
}

const colours = ['#1d70b8', '#00703c', '#d4351c', '#4c2c92', '#f47738'];
const colourOf = (at: number): string => colours[at % colours.length] ?? '#0b0c0c';

async function drawn(which: Which, size: number, forMs: number): Promise<Drawn> {
  const { lines, near, steps } = made(size);
  const holder = document.createElement('div');
  holder.className = 'bw-link-chart';
  holder.style.cssText = 'width:1200px;height:700px;position:relative';
  document.body.replaceChildren(holder);
  await frame();
  const from = performance.now();
  // Where each stands is worked out by us for both, inside the time of both.
  const spots = ringsOf(steps.map((step, at) => ({ step, near: near[at] ?? [] })));
  if (which === 'ours') {
    new Picture(holder, {
      marks: spots.map(({ x, y }, at) => ({
        ...{ x, y, size: Math.min(9, 2.5 + Math.sqrt(near[at]?.length ?? 0)), colour: colourOf(at) },
        ...{ name: `Element ${at}`, weight: near[at]?.length ?? 0 },
      })),
      ...{
        off: new Uint8Array(size),
        pinned: new Set<number>(),
        way: [],
        lines,
        near,
        chosen: () => undefined,
      },
    });
    await frame();
  } else {
    const isLean = which !== 'cytoscape';
    const cy = cytoscape({
      container: holder,
      elements: {
        nodes: spots.map(({ x, y }, at) => ({
          data: {
            id: `n${at}`,
            name: `Element ${at}`,
            colour: colourOf(at),
            size: 2 * Math.min(9, 2.5 + Math.sqrt(near[at]?.length ?? 0)),
          },
          position: { x: x * 14, y: y * 14 },
        })),
        edges: lines.map(([a, b], at) => ({ data: { id: `e${at}`, source: `n${a}`, target: `n${b}` } })),
      },
      style: [
        {
          selector: 'node',
          style: {
            'background-color': 'data(colour)',
            width: 'data(size)',
            height: 'data(size)',
            label: 'data(name)',
            'font-size': 12,
            'min-zoomed-font-size': 9,
          },
        },
        // The cheapest line it has.
        { selector: 'edge', style: { width: 1, 'line-color': '#b1b4b6', 'curve-style': 'haystack' } },
      ],
      layout: { name: 'preset' },
      ...{ pixelRatio: 1, hideEdgesOnViewport: isLean, textureOnViewport: isLean },
    });
    await new Promise<void>((done) => void cy.one('render', () => done()));
  }
  await frame();
  // What a frame asked for is there when the next begins.
  const paint = (await frame().then(() => performance.now())) - from;
  return { paint, ...(await moved(holder, forMs)) };
}

Object.assign(window, { drawn });
