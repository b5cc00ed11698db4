import { addDays } from '../platform/clock/clock.ts';
import { Day } from '../platform/ui/index.ts';
import { measureLists } from './measure.queries.ts';
import type { ReturnFigure, ReturnLine } from './return.store.ts';

/** A count, and where its service reads what was counted: of one list the number leads there, of several each by its name. */
export const Counted = ({ figure, line }: { figure: ReturnFigure; line: ReturnLine | undefined }) => {
  if (figure.counted === null) return <>Not measured</>;
  const spans = figure.counted > 0 && line ? line.countedDays : [];
  const lists = spans.flatMap(([from, until]) =>
    measureLists(figure.measure, {
      ...{ serviceId: line?.serviceId ?? '', areaCode: line?.areaCode ?? '' },
      ...{ from, to: addDays(until, -1) },
    }).map((one) => ({ ...one, from })),
  );
  const [only, ...more] = lists;
  if (only && more.length === 0)
    return (
      <a class="govuk-link" href={only.href}>
        {figure.counted}
        <span class="govuk-visually-hidden"> {only.words}</span>
      </a>
    );
  return (
    <>
      {figure.counted}
      {lists.map(({ href, words, from }) => (
        <>
          <br />
          <a class="govuk-link govuk-!-font-size-16" href={href}>
            {words}
            {spans.length > 1 && (
              <>
                {' '}
                from <Day day={from} />
              </>
            )}
          </a>
        </>
      ))}
    </>
  );
};
