import type { Explanation } from '../core/index.ts';
import { fieldLabel } from './compare.ts';

/** One step from the odds before looking to the odds after. */
export interface Step {
  label: string;
  left: string;
  right: string;
  words: string;
  bits: number;
}

/** The steps of an explanation: where it starts, each piece of evidence that says something, what kinship takes away. */
export function stepsOf(explanation: Explanation): Step[] {
  const evidence = explanation.evidence
    .filter(({ words }) => words !== 'not given')
    .map(({ field, left, right, words, bits, oneIn }) => ({
      label: fieldLabel(field),
      left,
      right,
      words: oneIn && oneIn > 1 ? `${words}; one record in ${oneIn.toLocaleString('en-GB')} has it` : words,
      bits,
    }));
  const related =
    Math.abs(explanation.relatedBits) >= 0.05
      ? [
          {
            label: 'Family or household',
            left: '',
            right: '',
            words: 'could be two people of one household',
            bits: explanation.relatedBits,
          },
        ]
      : [];
  return [
    {
      label: 'Before looking',
      left: '',
      right: '',
      words: 'any two records, drawn at random',
      bits: explanation.startBits,
    },
    ...evidence,
    ...related,
  ];
}

/** How far a step moves the odds, in words: eight bits are 256 times. */
export function timesWords(bits: number): string {
  const times = 2 ** Math.abs(bits);
  if (times < 1.05) return 'says nothing either way';
  const rounded =
    times < 10 ? times.toFixed(1).replace(/\.0$/, '') : Math.round(times).toLocaleString('en-GB');
  return times >= 1e9
    ? `more than a thousand million times ${bits > 0 ? 'likelier' : 'less likely'}`
    : `${rounded} times ${bits > 0 ? 'likelier' : 'less likely'}`;
}

/** A probability in words that do not promise more than a model can. */
export function probabilityWords(probability: number): string {
  if (probability > 0.999) return 'more than 99.9%';
  if (probability < 0.001) return 'less than 0.1%';
  return `${(probability * 100).toLocaleString('en-GB', { maximumFractionDigits: probability > 0.99 || probability < 0.01 ? 1 : 0 })}%`;
}

const rowHeight = 30;
const labelWidth = 150;
const width = 640;

/**
 * The picture of an explanation: each piece of evidence starts where the one above ended, to the right towards «the same», to
 * the left away from it. The table under it says the same.
 */
export function Waterfall({ explanation }: { readonly explanation: Explanation }) {
  const steps = stepsOf(explanation);
  const ends: number[] = [];
  for (const { bits } of steps) ends.push((ends.at(-1) ?? 0) + bits);
  const least = Math.min(0, ...ends);
  const most = Math.max(0, ...ends);
  const x = (bits: number) =>
    labelWidth + ((bits - least) / Math.max(1, most - least)) * (width - labelWidth - 10);
  const height = (steps.length + 1) * rowHeight + 6;
  const total = ends.at(-1) ?? 0;
  return (
    <>
      <svg
        class="bw-waterfall"
        role="img"
        aria-label="Each piece of evidence and how far it moves the odds. The table that follows says the same."
        viewBox={`0 0 ${width} ${height}`}
        xmlns="http://www.w3.org/2000/svg"
      >
        <line x1={x(0)} x2={x(0)} y1="0" y2={height} class="bw-waterfall__middle" />
        {steps.map((step, at) => {
          const [from, to] = [at === 0 ? 0 : (ends[at - 1] ?? 0), ends[at] ?? 0];
          return (
            <g>
              <text x="0" y={at * rowHeight + 20} class="bw-waterfall__label">
                {step.label}
              </text>
              <rect
                x={Math.min(x(from), x(to)).toFixed(1)}
                y={at * rowHeight + 5}
                width={Math.max(1.5, Math.abs(x(to) - x(from))).toFixed(1)}
                height={rowHeight - 10}
                class={step.bits >= 0 ? 'bw-waterfall__for' : 'bw-waterfall__against'}
              />
            </g>
          );
        })}
        <text x="0" y={steps.length * rowHeight + 22} class="bw-waterfall__label bw-waterfall__label--total">
          Together
        </text>
        <rect
          x={Math.min(x(0), x(total)).toFixed(1)}
          y={steps.length * rowHeight + 5}
          width={Math.max(1.5, Math.abs(x(total) - x(0))).toFixed(1)}
          height={rowHeight - 8}
          class="bw-waterfall__total"
        />
      </svg>
      <table class="govuk-table bw-evidence">
        <caption class="govuk-table__caption govuk-table__caption--s">The evidence, piece by piece</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              About
            </th>
            <th scope="col" class="govuk-table__header">
              What was found
            </th>
            <th scope="col" class="govuk-table__header">
              Makes «the same»
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {steps.map((step, at) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                {step.label}
              </th>
              <td class="govuk-table__cell">
                {step.left || step.right ? `${step.left || '–'} and ${step.right || '–'}: ` : ''}
                {step.words}
              </td>
              <td class="govuk-table__cell">
                {at === 0 ? `1 pair in ${oneIn(step.bits)}` : timesWords(step.bits)}
              </td>
            </tr>
          ))}
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              Together
            </th>
            <td class="govuk-table__cell">Chance that they are the same</td>
            <td class="govuk-table__cell">
              <strong>{probabilityWords(explanation.probability)}</strong>
            </td>
          </tr>
        </tbody>
      </table>
    </>
  );
}

const oneIn = (bits: number): string => Math.round(2 ** -bits + 1).toLocaleString('en-GB');
