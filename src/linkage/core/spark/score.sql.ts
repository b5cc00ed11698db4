import { type BesidePart, besideParts } from '../beside.ts';
import type { ModelDocument } from '../model.ts';
import { logChanceOf, mostCommon, mostRarer } from '../score.ts';
import { double } from './expressions.ts';
import { nameSteps } from './names.ladder.ts';
import { type Member, type Plan, type Planned, raritiesOf } from './plan.ts';

const left = (prefix: string) => (column: string) => `l_${prefix}_${column}`;
const right = (prefix: string) => (column: string) => `r_${prefix}_${column}`;

const frequencyColumn = (at: number) => `frequency${at}`;

/** The values of two rows that are held against each other, where rows give several. */
const pairsOf = ({ members }: Planned) =>
  members.flatMap((one) => members.map((other) => ({ one, other, name: `${one.place}_${other.place}` })));

/** The columns of levels: one for each comparison, or one for every two values. */
const levelColumns = (planned: Planned, at: number): string[] => {
  const { ladder, members } = planned;
  const level = (one: Member, other: Member) => ladder.level(left(one.prefix), right(other.prefix));
  return members.length === 1
    ? [`${level(members[0]!, members[0]!)} AS level${at}`]
    : pairsOf(planned).map(({ one, other, name }) => `${level(one, other)} AS level${at}_${name}`);
};

/** What is most alike speaks for the rows: the least level but 0. */
const bestLevel = (planned: Planned, at: number): string =>
  `coalesce(least(${pairsOf(planned)
    .map(({ name }) => `nullif(level${at}_${name}, 0)`)
    .join(', ')}), 0) AS level${at}`;

/** How rare the rarest is of what is equally alike. */
const rarestShared = (planned: Planned, at: number): string =>
  `least(${pairsOf(planned)
    .map(
      ({ one, other, name }) =>
        `IF(level${at}_${name} = level${at}, greatest(l_${one.rarity}, r_${other.rarity}), NULL)`,
    )
    .join(', ')}) AS ${frequencyColumn(at)}`;

/** One comparison of the score: where its level stands, and what the model says of it. */
interface Scored {
  /** The level, worked out of the levels of whole columns. */
  level: string;
  planned: Planned;
  /** Its number among the comparisons of whole columns. */
  at: number;
  shared: boolean;
  rarity: readonly number[];
  logM: readonly number[];
  logU: readonly number[];
  logR: readonly number[];
}

/** The comparisons of the score in the model's order, those that follow from another taken apart. */
function scoredOf({ applied, whole }: Plan, model: ModelDocument): Scored[] {
  const levelOf = (name: string) => `level${whole.findIndex((one) => one.comparison.name === name)}`;
  const beside = (model.beside ?? []).flatMap(besideParts);
  return applied.comparisons.map((comparison, index) => {
    const trained = applied.trained.comparisons[index]!;
    const follows = beside.find((one) => one.name === comparison.name);
    const name = follows?.child ?? comparison.name;
    const plain = levelOf(name);
    const level =
      follows && levelOf(follows.parent) !== 'level-1'
        ? whereItSpeaks(levelOf(follows.parent), plain, follows.levels)
        : plain;
    const logs = (shares: Float64Array) => [...shares].map((share, at) => (at === 0 ? 0 : Math.log(share)));
    return {
      level,
      planned: whole.find((one) => one.comparison.name === name)!,
      at: whole.findIndex((one) => one.comparison.name === name),
      shared: comparison.shared,
      rarity: comparison.levels.map(({ rarity }) => rarity),
      logM: logs(trained.m),
      logU: logs(trained.u),
      logR: logs(trained.r),
    };
  });
}

/** The level of a comparison that follows from another: none where that stands otherwise than the part is for. */
function whereItSpeaks(parent: string, plain: string, { from, to, isOutside }: BesidePart['levels']): string {
  const where = from === to ? `${parent} = ${from}` : `${parent} BETWEEN ${from} AND ${to}`;
  return isOutside ? `IF(${where}, 0, ${plain})` : `IF(${where}, ${plain}, 0)`;
}

const byLevel = (values: readonly number[], level: string) =>
  `array(${values.map(double).join(', ')})[${level}]`;

/** How much rarer than chance the agreement is, natural log: `rarerBy` of `score.ts`. */
function rarer({ rarity, level, planned, at }: Scored): string | undefined {
  const [member] = planned.members;
  if (!member?.rarity || rarity.every((one) => one === 0)) return undefined;
  const frequency =
    planned.members.length > 1 ? frequencyColumn(at) : `greatest(l_${member.rarity}, r_${member.rarity})`;
  const plain = `${byLevel(rarity, level)} * (${double(logChanceOf(planned.comparison))} - ${frequency})`;
  return `CASE WHEN ${byLevel(rarity, level)} > 0 THEN greatest(least(${plain}, ${double(mostRarer)}), ${double(-mostCommon)}) ELSE 0D END`;
}

const select = (columns: readonly string[], from: string) =>
  `SELECT ${columns.join(',\n  ')}\nFROM (\n${from}\n)`;

/**
 * The score of pairs as nested queries over `pairs`, a query that gives `a`, `b` and the columns of both rows (`l_…`, `r_…`):
 * levels first, then how rare, then the odds of the three classes, then the natural log-odds, as `Scorer` has it.
 */
export function scoreQuery(plan: Plan, model: ModelDocument, pairs: string): string {
  const { whole } = plan;
  const scored = scoredOf(plan, model);
  let query = pairs;
  if (whole.some(({ members }) => members.some(({ prefix }) => prefix === 'name')))
    for (const step of nameSteps(left('name'), right('name')))
      query = select(['*', ...Object.entries(step).map(([name, value]) => `${value} AS ${name}`)], query);
  const rare = [...new Set(raritiesOf(whole))];
  query = select(
    ['a', 'b', ...rare.flatMap((name) => [`l_${name}`, `r_${name}`]), ...whole.flatMap(levelColumns)],
    query,
  );
  const several = whole.flatMap((planned, at) => (planned.members.length > 1 ? [{ planned, at }] : []));
  if (several.length > 0) {
    query = select(['*', ...several.map(({ planned, at }) => bestLevel(planned, at))], query);
    const counted = several.filter(({ planned }) => planned.members.every(({ rarity }) => rarity));
    query = select(['*', ...counted.map(({ planned, at }) => rarestShared(planned, at))], query);
  }
  query = select(
    [
      ...['a', 'b'],
      ...scored.map(({ level }, at) => `${level} AS v${at}`),
      ...scored.flatMap((one, at) => {
        const value = rarer(one);
        return value === undefined ? [] : [`${value} AS rarer${at}`];
      }),
    ],
    query,
  );
  return select(['a', 'b', weight(model.related > 0)], select(['a', 'b', ...classes(scored, model)], query));
}

/** Natural logs of the odds of the three classes, added up in the order in which the engine adds them. */
function classes(scored: readonly Scored[], { prior, related }: ModelDocument): string[] {
  const sum = (start: number, terms: readonly string[]) => [double(start), ...terms].join('\n    + ');
  const terms = (values: (one: Scored) => readonly number[], isRarer: (one: Scored) => boolean) =>
    scored.map((one, at) => {
      const plain = byLevel(values(one), `v${at}`);
      return isRarer(one) && rarer(one) !== undefined ? `(${plain} - rarer${at})` : plain;
    });
  return [
    `${sum(
      Math.log(prior),
      terms(
        ({ logM }) => logM,
        () => false,
      ),
    )} AS same`,
    `${sum(
      Math.log(1 - prior - related),
      terms(
        ({ logU }) => logU,
        () => true,
      ),
    )} AS other`,
    ...(related > 0
      ? [
          `${sum(
            Math.log(related),
            terms(
              ({ logR }) => logR,
              ({ shared }) => !shared,
            ),
          )} AS related`,
        ]
      : []),
  ];
}

const weight = (withRelated: boolean) =>
  withRelated
    ? 'same - greatest(related, other) - log1p(exp(-abs(related - other))) AS weight'
    : 'same - other AS weight';
