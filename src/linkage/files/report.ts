import {
  type Explanation,
  explain,
  groupsOf,
  type LabelsUsed,
  type Linked,
  type MissedPairs,
  missedWords,
} from '../core/index.ts';
import type { Lists } from './read-lists.ts';

const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
const number = (value: number) => value.toLocaleString('en-GB');

/** A page to read and keep: what was made of the columns, what the model learnt, and pairs explained, weak ones included. */
export function linkReport(lists: Lists, linked: Linked, missed: MissedPairs): string {
  const groups = groupsOf(linked.clusters);
  const sizes = [...groups.all()].map((cluster) => groups.size(cluster));
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Linkage report</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#0b0c0c}table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border-bottom:1px solid #b1b4b6;padding:.35rem .5rem;text-align:left;vertical-align:top}td.n,th.n{text-align:right}.bar{display:inline-block;height:.8rem;vertical-align:middle}.for{background:#00703c}.against{background:#d4351c}</style></head><body>
<h1>Linkage report</h1>
<p>${number(lists.table.rows)} rows of ${number(lists.table.sourceNames.length)} ${lists.table.sourceNames.length === 1 ? 'list' : 'lists'} are ${number(sizes.length)} records; the largest has ${number(largest)} rows.</p>
<h2>Columns</h2>${table(
    ['Column', 'Taken as', 'Why'],
    linked.recognised.map(({ column, kind, why }) => [column, kind, why]),
  )}
<h2>Rules that bring rows together</h2>${table(
    ['Rule', 'Pairs, estimated'],
    linked.rules.map(({ name, pairs }) => [name, number(Math.round(pairs))]),
  )}
<p>${escaped(missedWords(missed))} This is an estimate, from how probable matches agree field by field.</p>
<h2>What the model learnt</h2>${linked.comparisons.map((comparison, index) => levels(linked, comparison.name, index)).join('')}
${linked.labels ? labelled(lists, linked, linked.labels) : ''}<h2>Pairs explained</h2><p>Bits are powers of two: 3 bits towards «same» make it eight times as likely.</p>
${examples(linked)
  .map(([a, b]) => pair(lists, explain(linked.comparisons, linked.model, a, b), a, b))
  .join('')}
</body></html>`;
}

/** Most labels that the model disagrees with that are explained. */
const mostContradicted = 20;

/** What became of the labels, and the evidence of those that the model holds to be wrong. */
function labelled(lists: Lists, linked: Linked, used: LabelsUsed): string {
  const { same, different, unreached, contradicted } = used;
  return `<h2>Labelled pairs</h2><p>${number(same + different)} were used: ${number(same)} the same, ${number(different)} different. ${number(unreached)} of them no rule brings together. The model holds ${number(contradicted.length)} to be wrong at nine to one: a slip of the label, or a case worth learning from.</p>${contradicted
    .slice(0, mostContradicted)
    .map(
      ({ a, b, same: isSame }) =>
        `<p>Labelled ${isSame ? 'the same' : 'different'}:</p>${pair(lists, explain(linked.comparisons, linked.model, a, b), a, b)}`,
    )
    .join('')}`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[], tag: string) =>
    row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('');
  return `<table><thead><tr>${cells(heads, 'th scope="col"').replaceAll('</th scope="col">', '</th>')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody></table>`;
}

function levels(linked: Linked, name: string, index: number): string {
  const learnt = linked.model.comparisons[index]!;
  const rows = linked.comparisons[index]!.levels.slice(1).map(({ words }, at) => {
    const [m, u] = [learnt.m[at + 1]!, learnt.u[at + 1]!];
    return [words, m.toPrecision(2), u.toPrecision(2), Math.log2(m / u).toFixed(1)];
  });
  return `<h3>${escaped(name)}</h3>${table(['Level', 'Among the same', 'By chance', 'Bits'], rows)}`;
}

/** Pairs near every tenth of the way from the weakest kept to the strongest. */
function examples(linked: Linked): [number, number][] {
  const { pairs } = linked;
  const steps = [-8, -4, -2, -1, 0, 1, 2, 4, 8, 14];
  return steps.flatMap((step): [number, number][] => {
    for (let edge = 0; edge < pairs.length; edge += 1)
      if (Math.abs(linked.scorer.weight(pairs.a[edge]!, pairs.b[edge]!) - step) < 0.4)
        return [[pairs.a[edge]!, pairs.b[edge]!]];
    return [];
  });
}

function pair(lists: Lists, told: Explanation, a: number, b: number): string {
  const bar = (bits: number) =>
    `<span class="bar ${bits < 0 ? 'against' : 'for'}" style="width:${Math.min(10, Math.abs(bits) / 2).toFixed(1)}rem"></span>`;
  const row = (field: string, left: string, right: string, words: string, bits: number) =>
    `<tr><th scope="row">${escaped(field)}</th><td>${escaped(left)}</td><td>${escaped(right)}</td><td>${escaped(words)}</td><td class="n">${bits.toFixed(1)}</td><td>${bar(bits)}</td></tr>`;
  return `<h3>${escaped(lists.idOf(a))} and ${escaped(lists.idOf(b))}: ${(told.probability * 100).toFixed(1)}%</h3><table><thead><tr><th scope="col">Evidence</th><th scope="col">One</th><th scope="col">Other</th><th scope="col">How they stand</th><th scope="col" class="n">Bits</th><th scope="col">Picture</th></tr></thead><tbody>
${row('Before looking', '', '', 'two rows drawn at random', told.startBits)}
${told.evidence.map((one) => row(one.field, one.left, one.right, one.oneIn ? `${one.words} (one in ${number(one.oneIn)})` : one.words, one.bits)).join('')}
${row('Household or firm', '', '', 'could be related and not the same', told.relatedBits)}
${row('Altogether', '', '', '', told.totalBits)}</tbody></table>`;
}
