import { DataTable, Day, Instant, Table } from '../platform/ui/index.ts';
import type { TaskResult } from '../tasking/index.ts';
import { taskState } from './figure.documents.ts';
import type { Grouped } from './figure.queries.ts';
import { CountedOver, GroupTable } from './figure-parts.pages.tsx';
import { figureWords } from './indicator.ts';
import type { GapRow } from './paper.queries.ts';
import type { Period } from './period.ts';
import type { Edition } from './quarter.store.ts';

/** What may be read by those who see no records: the papers that were published. */
export const PublishedPage = ({ editions }: { editions: readonly Edition[] }) => (
  <>
    <h1 class="govuk-heading-l">Published figures</h1>
    {editions.length === 0 ? (
      <p class="govuk-body">
        No quarter has been published yet. Each appears here when the performance team publishes it.
      </p>
    ) : (
      <ul class="govuk-list govuk-list--spaced">
        {editions.map((e) => (
          <li>
            <a class="govuk-link" href={`/figures/quarter/${e.quarter}`}>
              {e.quarter}
            </a>
            , published <Instant at={e.publishedAt} />
            {e.edition > 1 ? `, corrected (edition ${e.edition})` : ''}
          </li>
        ))}
      </ul>
    )}
  </>
);

interface JagProps {
  district: { code: string; name: string };
  period: Period;
  groups: readonly Grouped[];
  gaps: readonly GapRow[];
  tasks: readonly TaskResult[];
  /** The analyst reads what came of a task, and opens none. */
  mayOpen: boolean;
  agencies: readonly string[];
}
/** The shorter paper of a Joint Action Group: what came of the tasks, the figures, and what is not known. */
export function JagPage({ district, period, groups, gaps, tasks: results, mayOpen, agencies }: JagProps) {
  const all = groups.flatMap((group) => group.figures);
  const tasks = all.find((figure) => figure.row.code === 'T-01');
  const missing = all.filter((figure) => figure.now.kind === 'not-measured');
  return (
    <>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">Joint Action Group paper, {period.words}</span> {district.name}
      </h1>
      <p class="govuk-body">
        <a class="govuk-link" href={`/figures/jag/${district.code}/paper.pdf`}>
          Print as PDF
        </a>
      </p>
      <h2 class="govuk-heading-m">Results of the tasks</h2>
      <p class="govuk-body">
        {tasks
          ? `Tasks done on time: ${figureWords(tasks.row, tasks.now)}. ${tasks.sentence}`
          : 'Not measured.'}
      </p>
      <DataTable
        caption="Tasks that fell due"
        captionClasses="govuk-visually-hidden"
        rows={results}
        columns={[
          {
            heading: 'Task',
            cell: (task) =>
              mayOpen ? (
                <a class="govuk-link" href={`/tasks/${task.id}`}>
                  {task.reference}: {task.title}
                </a>
              ) : (
                `${task.reference}: ${task.title}`
              ),
          },
          { heading: 'Whose', cell: (task) => `${task.serviceName}, ${task.agencyName}` },
          { heading: 'Due', cell: (task) => <Day day={task.dueOn} /> },
          { heading: 'State', cell: (task) => taskState(task.status) },
          { heading: 'What came of it', cell: (task) => task.resultWords ?? 'Nothing yet' },
        ]}
        empty={{ title: 'No task of this meeting that you can see fell due in the period' }}
      />
      <h2 class="govuk-heading-m">Figures</h2>
      {groups.map((group) => (
        <GroupTable group={group} period={period} area={district.code} />
      ))}
      <h2 class="govuk-heading-m">What is not known</h2>
      {missing.length === 0 && gaps.length === 0 && <p class="govuk-body">No gaps are noted.</p>}
      {missing.length > 0 && (
        <p class="govuk-body">Not measured: {missing.map((figure) => figure.row.name).join('; ')}.</p>
      )}
      {gaps.length > 0 && (
        <Table
          caption="Nobody is down in the directory for these"
          firstCellIsHeader
          head={[{ children: 'What was reported' }, { children: 'Noted' }]}
          rows={gaps.map((gap) => [{ children: gap.words }, { children: <Instant at={gap.notedAt} /> }])}
        />
      )}
      <CountedOver agencies={agencies} />
    </>
  );
}
