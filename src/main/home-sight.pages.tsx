import type { Day as DayText } from '../platform/clock/clock.ts';
import { DataTable, Day, Deadline } from '../platform/ui/index.ts';
import type { Sight, Task } from '../tasking/index.ts';
import { Block } from './home-block.pages.tsx';
import type { HomeLine } from './home-register.tsx';

/** How many stand first: what is late, before everything else. */
const mostFirst = 3;

/** What is late or due today, the latest behind first, of whatever kind. */
export function LateFirst({ lines, today }: { lines: readonly HomeLine[]; today: DayText }) {
  const late = lines
    .filter(({ dueOn }) => dueOn && dueOn <= today)
    .sort((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? ''));
  const more = late.length - mostFirst;
  return (
    <Block
      title={`First: ${late.length === 1 ? 'one thing is' : `${late.length} things are`} late or due today`}
      classes="bw-home__first"
      lines={late.slice(0, mostFirst).map(({ href, text, dueOn, next }) => ({
        href,
        text,
        about: [dueOn && <Deadline due={dueOn} today={today} />, next && `. ${next}`],
      }))}
      after={more > 0 ? `${more} more below, each with its day.` : undefined}
    />
  );
}

const backWords: Partial<Record<Task['status'], string>> = {
  done: 'Done',
  'not-done': 'Not done',
  refused: 'Refused',
};

/** What came back since the last working day, and how open tasks stand with each agency. */
export const SightBlocks = ({ sight }: { sight: Sight }) => (
  <>
    <Block
      title={sight.back.length === 1 ? 'One thing came back' : `${sight.back.length} things came back`}
      lines={sight.back.map((task) => ({
        href: `/tasks/${task.id}`,
        text: task.title,
        about: `${backWords[task.status] ?? ''} by ${task.serviceName}, ${task.agencyName}: ${task.resultWords ?? task.refusedReason ?? ''}`,
      }))}
      after={
        <>
          Since <Day day={sight.since} weekday />.
        </>
      }
    />
    {sight.agencies.length > 0 && (
      <section class="bw-home__block">
        <h2 class="govuk-heading-m">Across the agencies</h2>
        <DataTable
          caption="Open tasks by agency, those with late ones first"
          captionClasses="govuk-visually-hidden"
          rows={sight.agencies}
          columns={[
            { heading: 'Agency', cell: ({ agencyName }) => agencyName },
            { heading: 'Open', numeric: true, cell: ({ live }) => live },
            { heading: 'No answer yet', numeric: true, cell: ({ waiting }) => waiting },
            { heading: 'Late', numeric: true, cell: ({ late }) => late },
          ]}
          empty={{ title: 'No open tasks', children: 'Tasks that a meeting sets are counted here.' }}
        />
        <p class="govuk-body">
          <a class="govuk-link" href="/tasks?status=live">
            All open tasks
          </a>
          {' · '}
          <a class="govuk-link" href="/tasks?status=late">
            Those that are late
          </a>
        </p>
      </section>
    )}
  </>
);
