import { addressWith } from '../../platform/http/address.ts';
import { InsetText } from '../../platform/ui/index.ts';
import { type ChartPageInput, chartValues } from './chart.forms.ts';
import type { ChartElement } from './chart.queries.ts';
import { wayWords } from './chart.rows.ts';
import { elementKindWords, mostHidden, mostPinned } from './chart.words.ts';
import { type ChartProps, pathOf } from './chart-filters.pages.tsx';

type Shown = Pick<ChartProps, 'linkId' | 'asked' | 'chart'>;

/** The address of this chart with something changed, from the first page of its tables. */
const changed = ({ linkId, asked }: Shown, change: Partial<ChartPageInput>, to = ''): string =>
  `${addressWith(pathOf(linkId), chartValues({ ...asked, page: 1, ...change }))}${to}`;

/** What can be done with an element without script: each is a link that asks for the chart so. */
export const ElementActs = ({ element, props }: { element: ChartElement; props: Shown }) => {
  const { asked, chart } = props;
  const [first] = chart.elements;
  const name = <span class="govuk-visually-hidden"> {element.label}</span>;
  const pin = chart.pinned.find(({ id }) => id === element.id);
  const others = asked.pin.filter(({ id }) => id !== pin?.given);
  const [from] = chart.way.ends;
  const isFrom = chart.way.ends.length === 1 && chart.elements[from ?? -1]?.id === element.id;
  const acts = [
    element !== first &&
      asked.hide.length < mostHidden && {
        text: 'Hide',
        href: changed(props, { hide: [...asked.hide, element.id] }, '#tables'),
      },
    element.isPinned
      ? {
          text: 'Unpin',
          href: changed(props, { pin: others }, '#tables'),
        }
      : others.length < mostPinned && {
          text: 'Pin',
          href: changed(props, { pin: [...others, { id: element.id, x: null, y: null }] }, '#tables'),
        },
    !isFrom &&
      (chart.way.ends.length === 1
        ? {
            text: 'Way to here',
            href: changed(
              props,
              { way: [...asked.way.slice(0, 1), element.id], table: 'way', sort: undefined },
              '#way',
            ),
          }
        : { text: 'Way from here', href: changed(props, { way: [element.id] }, '#way') }),
  ].filter((one) => one !== false);
  return (
    // One block: on a phone the parts of a cell stand side by side.
    <div>
      {acts.map(({ text, href }, place) => (
        <>
          {place > 0 && ', '}
          <a class="govuk-link" href={href}>
            {text}
            {name}
          </a>
        </>
      ))}
    </div>
  );
};

/** What the viewer left out, each to be shown again. */
export const HiddenPart = (props: Shown) => {
  const { chart, asked } = props;
  if (chart.hidden.length === 0) return null;
  return (
    <section aria-labelledby="hidden-heading">
      <h2 class="govuk-heading-s" id="hidden-heading">
        You have hidden {chart.hidden.length}
      </h2>
      <ul class="govuk-list">
        {chart.hidden.map(({ kind, label, given }) => (
          <li>
            {elementKindWords[kind]} {label}{' '}
            <a
              class="govuk-link"
              href={changed(props, { hide: asked.hide.filter((one) => !given.includes(one)) })}
            >
              Show again<span class="govuk-visually-hidden"> {label}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={changed(props, { hide: [] })}>
          Show everything again
        </a>
      </p>
    </section>
  );
};

/** The shortest way between two chosen elements, in words; the table of it stands with the others. */
export const WayPart = (props: Shown) => {
  const words = wayWords(props.chart);
  return words ? (
    <div id="way">
      <InsetText>
        {words}{' '}
        <a class="govuk-link" href={changed(props, { way: [], table: 'elements', sort: undefined })}>
          Put the way away
        </a>
      </InsetText>
    </div>
  ) : null;
};
