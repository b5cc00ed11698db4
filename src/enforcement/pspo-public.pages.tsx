import { pspoOffences } from '../../reference/pspo.ts';
import { addDays } from '../platform/clock/clock.ts';
import { Day } from '../platform/ui/index.ts';
import { standingOn } from './pspo.ts';
import type { EarlierText, PublishedPspo } from './pspo-parts.store.ts';

/** The area in words, and a picture of the same for those who see it. */
export const OrderMap = ({ src, words }: { src: string; words: string }) => (
  <figure class="bw-place-map">
    <img
      class="bw-place-map__picture"
      src={src}
      width={320}
      height={320}
      alt={`Map of the area: ${words}`}
      loading="lazy"
    />
    <figcaption class="govuk-body">{words}</figcaption>
  </figure>
);

const Lines = ({ title, lines, under }: { title: string; lines: readonly string[]; under: 2 | 3 }) => {
  const Heading = under === 2 ? 'h2' : 'h3';
  return lines.length === 0 ? null : (
    <>
      <Heading class="govuk-heading-s">{title}</Heading>
      <ul class="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  );
};

type Terms = Pick<PublishedPspo, 'prohibitions' | 'requirements' | 'exemptions' | 'isAlcohol'>;
/** What an order prohibits and requires, who is exempt, and what breaking it may bring. */
export const OrderTerms = ({ order, under }: { order: Terms; under: 2 | 3 }) => (
  <>
    <Lines title="What is prohibited" lines={order.prohibitions} under={under} />
    <Lines title="What is required" lines={order.requirements} under={under} />
    <Lines title="Who is exempt, and when" lines={order.exemptions} under={under} />
    <p class="govuk-body">{pspoOffences.order.words}</p>
    {order.isAlcohol && <p class="govuk-body">{pspoOffences.alcohol.words}</p>}
  </>
);

/** The register that anybody reads: orders in force or to come, as they were published. */
export const PublicPspoListPage = ({
  orders,
  today,
}: {
  orders: readonly PublishedPspo[];
  today: string;
}) => (
  <>
    <h1 class="govuk-heading-l">Public spaces protection orders</h1>
    <p class="govuk-body">
      An order says what may not be done in a place, or must be done there. These are in force today or will
      be, as the councils published them.
    </p>
    {orders.length === 0 ? (
      <p class="govuk-body">No order is in force, and none is to come.</p>
    ) : (
      <ul class="govuk-list govuk-list--spaced">
        {orders.map((one) => (
          <li>
            <a class="govuk-link" href={`/public-spaces/${one.pspoId}`}>
              {one.title}
            </a>
            , {one.agencyName}
            <br />
            {one.areaWords}. {one.startsOn > today ? 'From' : 'In force from'} <Day day={one.startsOn} /> to{' '}
            <Day day={one.endsOn} />.
          </li>
        ))}
      </ul>
    )}
  </>
);

/** That an order is not in force, where it is not. */
const Standing = ({ order, today }: { order: PublishedPspo; today: string }) => {
  const says = {
    ended: ['Discharged: of no effect since', order.endedOn],
    lapsed: ['Run out: of no effect since', addDays(order.endsOn, 1)],
    'not-yet': ['Not in force yet: of effect from', order.startsOn],
  }[String(standingOn(order, today))];
  const [words, day] = says ?? [];
  return words && day ? (
    <p class="govuk-body">
      <strong>
        {words} <Day day={day} />.
      </strong>
    </p>
  ) : null;
};

/** One order as it was published, with its map. */
export const PublicPspoPage = ({
  order,
  earlier,
  today,
}: {
  order: PublishedPspo;
  /** What it said before it was varied, the latest first. */
  earlier: readonly EarlierText[];
  today: string;
}) => (
  <>
    <span class="govuk-caption-l">
      {order.agencyName}, {order.reference}
    </span>
    <h1 class="govuk-heading-l">{order.title}</h1>
    <Standing order={order} today={today} />
    <p class="govuk-body">
      From <Day day={order.startsOn} /> to <Day day={order.endsOn} />, both included. Published{' '}
      <Day day={order.publishedOn} />.
    </p>
    <OrderMap src={`/public-spaces/${order.pspoId}/map.svg`} words={order.areaWords} />
    <OrderTerms order={order} under={2} />
    {order.challengeUntil && order.challengeUntil >= today && (
      <p class="govuk-body">
        Whoever lives in the area, regularly works in it or visits it may question the order in the High Court
        until <Day day={order.challengeUntil} />.
      </p>
    )}
    {earlier.length > 0 && (
      <>
        <h2 class="govuk-heading-m">What it said before</h2>
        {earlier.map((text) => (
          <>
            <p class="govuk-body">
              Published <Day day={text.publishedOn} />, and read so until <Day day={text.readUntil} />:
            </p>
            <Lines title="What was prohibited" lines={text.prohibitions} under={3} />
            <Lines title="What was required" lines={text.requirements} under={3} />
            <Lines title="Who was exempt, and when" lines={text.exemptions} under={3} />
          </>
        ))}
      </>
    )}
  </>
);
