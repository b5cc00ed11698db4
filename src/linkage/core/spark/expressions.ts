/**
 * Likeness of texts as Spark SQL expressions, each the same function as its namesake in `similarity/`. Spark has no
 * Jaro–Winkler and no transpositions in its `levenshtein`, so they are written out with higher-order functions: no code has
 * to be brought to the cluster. Arguments are names of columns or variables, since they are read several times.
 */
let bound = 0;

/** A variable name that no other expression of the script has: inner lambdas must not hide what outer ones see. */
const fresh = (letter: string): string => {
  bound += 1;
  return `${letter}${bound}`;
};

/** Starts the numbering of variables anew, so that one model gives one script, letter for letter. */
export function startNaming(): void {
  bound = 0;
}

/** A number as a literal of Spark's DOUBLE, to the last bit. */
export function double(value: number): string {
  if (Number.isNaN(value)) return "DOUBLE('NaN')";
  if (!Number.isFinite(value)) return value > 0 ? "DOUBLE('Infinity')" : "DOUBLE('-Infinity')";
  return `${value < 0 ? '(' : ''}${value}D${value < 0 ? ')' : ''}`;
}

/** A text as a literal. What could end a literal is left out of every text that is prepared. */
export const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** Works a value out once and reads it in `body` by its name: SQL has no other way to name a part of an expression. */
export function named(letter: string, value: string, body: (name: string) => string): string {
  const name = fresh(letter);
  return `transform(array(${value}), ${name} -> ${body(name)})[0]`;
}

const letterAt = (text: string, at: string) => `substring(${text}, ${at}, 1)`;

/** How many of two texts' first four letters are the same, when the texts are not. */
const samePrefix = (a: string, b: string) =>
  `CASE ${[4, 3, 2, 1]
    .map((length) => `WHEN substring(${a}, 1, ${length}) = substring(${b}, 1, ${length}) THEN ${length}`)
    .join(' ')} ELSE 0 END`;

/** Jaro–Winkler similarity, DOUBLE; texts are cut at 128 letters as in `similarity/jaro-winkler.ts`. */
export function jaroWinkler(x: string, y: string): string {
  const ends = `named_struct('a', substring(least(${x}, ${y}), 1, 128), 'b', substring(greatest(${x}, ${y}), 1, 128))`;
  const unlike = named('s', ends, (s) => {
    const [a, b] = [`${s}.a`, `${s}.b`];
    const sizes = `named_struct('n', length(${a}), 'm', length(${b}), 'k', greatest(shiftright(greatest(length(${a}), length(${b})), 1) - 1, 0))`;
    return named('t', sizes, (t) => matching(a, b, t));
  });
  return `CASE WHEN ${x} = ${y} THEN IF(${x} = '', 0D, 1D) WHEN ${x} = '' OR ${y} = '' THEN 0D ELSE ${unlike} END`;
}

/** Takes the letters of `a` one by one; a letter of `b` that was met is written over so that it is not met again. */
function matching(a: string, b: string, t: string): string {
  const [state, at, left] = [fresh('z'), fresh('i'), fresh('z')];
  const step = named('c', letterAt(a, at), (letter) =>
    named(
      'p',
      `locate(${letter}, ${state}.rest, greatest(${at} - ${t}.k, 1))`,
      (place) =>
        `IF(${place} BETWEEN 1 AND ${at} + ${t}.k, named_struct('rest', overlay(${state}.rest PLACING char(1) FROM ${place}), 'met', concat(${state}.met, ${letter})), ${state})`,
    ),
  );
  return `aggregate(sequence(1, ${t}.n), named_struct('rest', ${b}, 'met', ''), (${state}, ${at}) -> ${step}, ${left} -> ${likeness(a, b, t, left)})`;
}

function likeness(a: string, b: string, t: string, left: string): string {
  const [so, j, k] = [fresh('o'), fresh('j'), fresh('k')];
  const metInB = `aggregate(sequence(1, ${t}.m), '', (${so}, ${j}) -> IF(${letterAt(`${left}.rest`, j)} = char(1), concat(${so}, ${letterAt(b, j)}), ${so}))`;
  const parts = `named_struct('c', length(${left}.met), 'o', ${metInB})`;
  return named('f', parts, (f) => {
    const moved = `IF(${left}.met = ${f}.o, 0, size(filter(sequence(1, ${f}.c), ${k} -> ${letterAt(`${left}.met`, k)} <> ${letterAt(`${f}.o`, k)})))`;
    const jaro = `(${f}.c / ${t}.n + ${f}.c / ${t}.m + (${f}.c - ${moved} / 2) / ${f}.c) / 3`;
    return `IF(${f}.c = 0, 0D, ${named('w', jaro, (w) => `${w} + (${samePrefix(a, b)}) * 0.1D * (1 - ${w})`)})`;
  });
}

/** Whether texts of one length differ in two neighbouring letters changed round, and in nothing else. */
function changedRound(x: string, y: string): string {
  const at = fresh('i');
  const differ = `filter(sequence(1, length(${x})), ${at} -> ${letterAt(x, at)} <> ${letterAt(y, at)})`;
  const crossed = named('d', differ, (d) => {
    const [one, two] = [`get(${d}, 0)`, `get(${d}, 1)`];
    return `size(${d}) = 2 AND ${two} = ${one} + 1 AND ${letterAt(x, one)} = ${letterAt(y, two)} AND ${letterAt(x, two)} = ${letterAt(y, one)}`;
  });
  return `length(${x}) = length(${y}) AND ${crossed}`;
}

/** Whether two different texts are one edit apart: a letter more, less or other, or two neighbours changed round. */
export const oneEdit = (x: string, y: string): string =>
  `(levenshtein(${x}, ${y}, 1) = 1 OR (levenshtein(${x}, ${y}, 2) = 2 AND ${changedRound(x, y)}))`;

/** A text of a row, with the columns of its letters where it has them. */
export interface Lettered {
  text: string;
  bag: readonly string[];
}

/**
 * Edit distance with transpositions, 0 to 2; 3 when above. Without them it is as Spark's, unless that is 2 to 4. Then three
 * edits can be two only where one of them is a pair changed round, and four where two are: that leaves the letters the same
 * but for one, or quite, which is seen before the whole table is worked out.
 */
export function edits(one: Lettered, other: Lettered): string {
  const [x, y] = [one.text, other.text];
  const moved = `abs(length(${x}) - length(${y}))`;
  const unlike = one.bag.length === 0 ? moved : `greatest(${moved}, ${fewestEdits(one.bag, other.bag)})`;
  return named(
    'v',
    `levenshtein(${x}, ${y}, 4)`,
    (v) =>
      `CASE WHEN ${v} BETWEEN 0 AND 1 THEN ${v} WHEN ${v} = 2 THEN IF(${changedRound(x, y)}, 1, 2) WHEN ${v} = -1 OR ${unlike} > 4 - ${v} THEN 3 ELSE least(${alignment(x, y)}, 3) END`,
  );
}

/** The whole table of the optimal string alignment, row by row; the two last rows are kept. */
function alignment(x: string, y: string): string {
  const [rows, i, line, j, end] = [fresh('q'), fresh('i'), fresh('l'), fresh('j'), fresh('q')];
  const same = `${letterAt(x, i)} = ${letterAt(y, j)}`;
  const crossed = `${i} > 1 AND ${j} > 1 AND ${letterAt(x, i)} = ${letterAt(y, `${j} - 1`)} AND ${letterAt(x, `${i} - 1`)} = ${letterAt(y, j)}`;
  const cost = `least(get(${rows}.p, ${j}) + 1, get(${line}, ${j} - 1) + 1, get(${rows}.p, ${j} - 1) + IF(${same}, 0, 1), IF(${crossed}, get(${rows}.q, ${j} - 2) + 1, 999))`;
  const next = `aggregate(sequence(1, length(${y})), array(${i}), (${line}, ${j}) -> concat(${line}, array(${cost})))`;
  const first = `sequence(0, length(${y}))`;
  return `aggregate(sequence(1, length(${x})), named_struct('q', ${first}, 'p', ${first}), (${rows}, ${i}) -> named_struct('q', ${rows}.p, 'p', ${next}), ${end} -> get(${end}.p, length(${y})))`;
}

/** Letters of one text that the other cannot match: bags of letters as `letterBag` makes them, several columns each. */
const unmatched = (bagX: readonly string[], bagY: readonly string[]): string =>
  bagX.map((bag, at) => `bit_count(${bag} & ~${bagY[at]})`).join(' + ');

/** No edit distance of texts with these bags is below this. */
export const fewestEdits = (bagX: readonly string[], bagY: readonly string[]): string =>
  `greatest(${unmatched(bagX, bagY)}, ${unmatched(bagY, bagX)})`;

/** Jaro–Winkler similarity where it can be `least` or more, else 0: the letters alone spare most of it being worked out. */
export function alikeFrom(x: Lettered, y: Lettered, least: string): string {
  const matched = `least(length(${x.text}) - (${unmatched(x.bag, y.bag)}), length(${y.text}) - (${unmatched(y.bag, x.bag)}))`;
  const most = named('h', matched, (h) => {
    const jaro = `(${h} / length(${x.text}) + ${h} / length(${y.text}) + 1) / 3`;
    const first = (text: string) => letterAt(text, '1');
    return `CASE WHEN ${h} <= 0 THEN 0D WHEN ${first(x.text)} <> ${first(y.text)} THEN ${jaro} ELSE ${named('g', jaro, (g) => `${g} + (${samePrefix(x.text, y.text)}) * 0.1D * (1 - ${g})`)} END`;
  });
  // A hair's breadth below: the bound is worked out in another order than the likeness.
  return `IF(${most} < ${least} - 1e-9D, 0D, ${jaroWinkler(x.text, y.text)})`;
}
