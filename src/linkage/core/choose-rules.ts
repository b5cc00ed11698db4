import { type Rule, ruleHash } from './candidates.ts';

/** The fields a rule is made from. «names» leans on forename and surname. */
function fieldsOf(rule: Rule): string[] {
  return [
    ...new Set(rule.keys.flatMap(({ field }) => (field === 'names' ? ['forename', 'surname'] : [field]))),
  ];
}

/** With fewer fields than these the keys of one field stand in for fields: each fails where another may not. */
const fewFields = 3;

/** What a rule leans on: its fields, or, where there are few, its keys. */
export function leaningOf(rules: readonly Rule[]): (rule: Rule) => string[] {
  const fields = new Set(rules.flatMap(fieldsOf));
  return fields.size < fewFields ? ({ keys }) => keys.map(({ name }) => name) : fieldsOf;
}

/** Rules to begin with: for every field and every two fields (or keys) the widest rule that is still selective. */
export function seedRules(rules: readonly Rule[], rows: number, most: number): Rule[] {
  const leansOn = leaningOf(rules);
  const best = new Map<string, Rule>();
  for (const rule of rules) {
    if (rule.pairs > rows * 2) continue;
    const id = leansOn(rule).sort().join(' ');
    const known = best.get(id);
    if (!known || rule.pairs > known.pairs) best.set(id, rule);
  }
  const chosen = [...best.values()].sort((a, b) => a.pairs - b.pairs).slice(0, most);
  return chosen.length > 0 ? chosen : [...rules].sort((a, b) => a.pairs - b.pairs).slice(0, 3);
}

/** Rules from the most selective on, as many as the budget of pairs has room for. */
export function allAfforded(rules: readonly Rule[], budget: number): Rule[] {
  let left = budget;
  const sorted = [...rules].sort((a, b) => a.pairs - b.pairs);
  const chosen = sorted.filter(({ pairs }) => {
    left -= pairs;
    return left >= 0;
  });
  return chosen.length > 0 ? chosen : sorted.slice(0, 1);
}

/** What can go wrong at once in a pair: no field, or up to three; each with its chance. */
interface Mishap {
  fields: readonly string[];
  chance: number;
}

function mishapsOf(fields: readonly string[], failure: (field: string) => number): Mishap[] {
  const mishaps: Mishap[] = [{ fields: [], chance: 1 }];
  for (const field of fields)
    for (const mishap of [...mishaps])
      if (mishap.fields.length < 3)
        mishaps.push({ fields: [...mishap.fields, field], chance: mishap.chance * failure(field) });
  return mishaps;
}

/**
 * Chooses rules so that a probable match is still reached when any field, any two, or any three fail: each rule's worth is the
 * chance of the mishaps it survives and no chosen rule does, against the pairs it costs. Greedy and lazy (Minoux 1978).
 */
export function chooseRules(
  rules: readonly Rule[],
  matches: Int32Array,
  options: { budget: number; mostRules: number; failure: (field: string) => number },
): Rule[] {
  const count = matches.length / 2;
  const leaning = leaningOf(rules);
  const fields = [...new Set(rules.flatMap(leaning))];
  const mishaps = mishapsOf(fields, options.failure);
  const lost = new Uint8Array(count * mishaps.length).fill(1);
  const candidates = rules.map((rule) => {
    const leansOn = leaning(rule);
    const survives = mishaps.flatMap((mishap, index) =>
      mishap.fields.some((field) => leansOn.includes(field)) ? [] : [index],
    );
    const reached: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const hash = ruleHash(rule, matches[index * 2]!);
      if (hash !== 0 && hash === ruleHash(rule, matches[index * 2 + 1]!) && !rule.refused.has(hash))
        reached.push(index);
    }
    return { rule, survives, reached, worth: Number.POSITIVE_INFINITY };
  });
  const worthOf = ({ rule, survives, reached }: (typeof candidates)[number]): number => {
    let gain = 0;
    for (const index of reached)
      for (const mishap of survives)
        if (lost[index * mishaps.length + mishap] === 1) gain += mishaps[mishap]!.chance;
    return gain < count * 0.00003 ? 0 : gain / (rule.pairs + options.budget / 400);
  };
  const chosen: Rule[] = [];
  let spent = 0;
  while (chosen.length < options.mostRules && candidates.length > 0) {
    candidates.sort((a, b) => b.worth - a.worth);
    const first = candidates[0]!;
    if (first.worth === 0) break;
    if (spent + first.rule.pairs > options.budget) {
      candidates.shift();
      continue;
    }
    const worth = worthOf(first);
    first.worth = worth;
    if (worth < (candidates[1]?.worth ?? 0) || worth === 0) continue;
    candidates.shift();
    chosen.push(first.rule);
    spent += first.rule.pairs;
    for (const index of first.reached)
      for (const mishap of first.survives) lost[index * mishaps.length + mishap] = 0;
  }
  return chosen.sort((a, b) => a.pairs - b.pairs);
}
