import { arrangedFrom } from './arrange.ts';
import { openRule, type Rule, visitNeighbours } from './candidates.ts';
import type { Edges } from './cluster.ts';
import { EdgeList, joinedEdges } from './edges.ts';
import { type Placed, placeTogether } from './place-rows.ts';
import { Scorer } from './score.ts';
import type { Crew, OpenLists } from './threads/crew.ts';
import type { Trained } from './train.ts';

/** Pairs below these odds (about one in 60,000) are not kept. */
const leastKept = -11;

/** All candidates under a model; a part is one rule. */
export interface CandidateTask {
  placed: Placed;
  model: Trained;
}

/** Weighs what rules bring together, and keeps what is not all too unlikely. */
export function scoreAll(rules: readonly Rule[], lists: OpenLists, model: Trained, crew: Crew): Edges {
  const neighbours: number[] = [];
  const placed = placeTogether(crew, lists, { rules, neighbours, oneBlockIn: 1 });
  const parts = crew.do('candidates', { placed, model }, rules.length);
  const kept = keptBy(lists, model);
  visitNeighbours(placed, neighbours, lists.allowed, kept.keep);
  return joinedEdges([...parts, kept.edges]);
}

export function scoresOfRule(lists: OpenLists, { placed, model }: CandidateTask): (rule: number) => Edges {
  const scorer = new Scorer(lists.comparisons, model);
  return (rule) => {
    const { edges, keep } = keptBy(lists, model, scorer);
    // Large lists come with like rows near each other.
    openRule(placed, rule, lists.allowed, keep, { byPlace: lists.rows >= arrangedFrom });
    return edges;
  };
}

function keptBy(
  lists: OpenLists,
  model: Trained,
  scorer = new Scorer(lists.comparisons, model),
): { edges: EdgeList; keep: (a: number, b: number) => void } {
  const edges = new EdgeList();
  return {
    edges,
    keep: (a, b) => {
      const weight = scorer.weight(a, b, leastKept);
      if (weight >= leastKept) edges.push(a, b, weight);
    },
  };
}
