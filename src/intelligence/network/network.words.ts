import { cores, cutPoints, type Walked, walked } from './network.measures.ts';
import { at, components, degrees, type Network } from './network.ts';

/** Above so many elements betweenness and closeness are not worked out while a page waits: they grow as its square. */
export const walkedAtMost = 2000;

/** Where one element stands in a network. Null is «not worked out», never nought. */
export interface Standing {
  degree: number;
  /** Pairs of others whose shortest ways pass it, ways in equal shares. */
  betweenness: number | null;
  /** Betweenness as a share of the pairs of others in its piece, from 0 to 1. */
  brokerage: number | null;
  /** 1 is one step from everybody in its piece. */
  closeness: number | null;
  core: number;
  /** 0 is the largest piece. */
  component: number;
  isCutPoint: boolean;
}

/** Where every element stands, in their order. */
export function standings(network: Network): Standing[] {
  const [degree, core, component, cut] = [
    degrees(network),
    cores(network),
    components(network),
    cutPoints(network),
  ];
  const ways: Walked | undefined = network.size <= walkedAtMost ? walked(network) : undefined;
  const sizes = new Uint32Array(network.size);
  for (const one of component) sizes[one] = at(sizes, one) + 1;
  return Array.from(degree, (ties, i) => {
    const others = at(sizes, at(component, i)) - 1;
    const pairs = (others * (others - 1)) / 2;
    return {
      degree: ties,
      betweenness: ways ? at(ways.betweenness, i) : null,
      brokerage: ways ? (pairs > 0 ? at(ways.betweenness, i) / pairs : 0) : null,
      closeness: ways ? at(ways.closeness, i) : null,
      core: at(core, i),
      component: at(component, i),
      isCutPoint: cut[i] === 1,
    };
  });
}

/** What each figure means, for whoever reads it. */
export const measureWords = {
  connects: {
    name: 'Connects',
    means: 'How many others on the chart it has a link to.',
  },
  brokers: {
    name: 'Brokers',
    means:
      'Of the shortest ways between two others in the same piece of the chart, the share that passes it. High for whatever joins groups that are otherwise apart.',
  },
  near: {
    name: 'Near',
    means: 'Steps to the others in the same piece of the chart, on average. The fewer, the nearer.',
  },
  core: {
    name: 'Core',
    means: 'It lies in a part of the chart where everything has so many links to others of that part.',
  },
  joins: {
    name: 'Joins',
    means: 'Whether its piece of the chart would fall apart if it were taken away.',
  },
} as const;

/** What the figures are not: stands wherever they do. */
export const measureCaution =
  'These figures count what people linked in the items that you may read. They say where somebody or something stands on this chart, and nothing of what anybody did: an address, a shared telephone or a diligent reporter can stand in the middle. They are never a reason by themselves.';

const percent = (share: number): string =>
  share > 0 && share < 0.01 ? 'under 1%' : `${Math.round(share * 100)}%`;
/** Average steps, of a closeness. */
export const stepsOf = (closeness: number): string => (1 / closeness).toFixed(1);

/** Where one element stands, in words: what it connects, brokers and joins. Says nothing of what that means for a person. */
export function standingWords(one: Standing): string {
  if (one.degree === 0) return 'Stands alone on this chart';
  const parts = [`connects ${one.degree === 1 ? '1 other' : `${one.degree} others`}`];
  if (one.brokerage !== null)
    parts.push(
      one.brokerage === 0
        ? 'brokers between no others'
        : `brokers ${percent(one.brokerage)} of the shortest ways between others`,
    );
  if (one.closeness) parts.push(`${stepsOf(one.closeness)} steps from the rest on average`);
  if (one.isCutPoint) parts.push('joins what would otherwise be apart');
  const words = parts.join('; ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
