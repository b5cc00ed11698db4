import {
  type Block,
  facts,
  heading,
  list,
  type PrintedDocument,
  paragraph,
  table,
} from '../platform/documents/model.ts';
import { dayWords } from '../platform/ui/index.ts';
import { type TaskResult, taskStatusWords } from '../tasking/index.ts';
import type { Grouped } from './figure.queries.ts';
import { figureWords, indicatorOf, standing } from './indicator.ts';
import type { PaperSection } from './paper.sections.ts';
import type { Period } from './period.ts';
import type { Edition, PublishedFigure } from './quarter.store.ts';
import { movedIn, type PublishedBefore, publishedWords, quarterLabel, trendWords } from './quarter-trend.ts';

const rag = { green: 'On target', amber: 'Near target', red: 'Off target' } as const;
const groupBlocks = (group: Grouped): Block[] => [
  table(
    [
      { heading: 'Figure', width: 1.6 },
      { heading: 'Value', width: 1.2 },
      { heading: 'A year before', width: 1.2 },
      { heading: 'Standing' },
      { heading: 'What it says', width: 2 },
    ],
    group.figures.map((f) => {
      const stands = standing(f.row, f.now);
      return [
        f.row.name,
        figureWords(f.row, f.now),
        figureWords(f.row, f.yearBefore),
        stands ? rag[stands] : 'Tracker',
        f.sentence,
      ];
    }),
    group.name,
  ),
];

/** Four quarters beside one another, as on the page. */
const trendBlocks = (groups: readonly Grouped[]): Block[] => {
  const figures = groups.flatMap((group) => group.figures);
  const [first] = figures;
  if (!first || first.quarters.length === 0) return [];
  return [
    table(
      [
        { heading: 'Figure', width: 2 },
        ...first.quarters.map(({ period }) => ({ heading: quarterLabel(period), width: 1.1 })),
        { heading: 'Since last', width: 0.7 },
      ],
      figures.map((figure) => [figure.row.name, ...trendWords(figure), movedIn(figure)]),
      'Four quarters beside one another',
    ),
  ];
};

const taskBlocks = (tasks: readonly TaskResult[]): Block[] => [
  heading(2, 'Results of the tasks'),
  tasks.length === 0
    ? paragraph('No task of this meeting fell due in the period.')
    : table(
        [
          { heading: 'Task' },
          { heading: 'What', width: 2 },
          { heading: 'Whose', width: 1.6 },
          { heading: 'Due', width: 1.1 },
          { heading: 'State' },
          { heading: 'What came of it', width: 2.4 },
        ],
        tasks.map((task) => [
          task.reference,
          task.title,
          `${task.serviceName}, ${task.agencyName}`,
          dayWords(task.dueOn),
          taskState(task.status),
          task.resultWords ?? '',
        ]),
      ),
];
/** A task's state in the words of its page. */
export const taskState = (status: string): string =>
  status in taskStatusWords ? taskStatusWords[status as keyof typeof taskStatusWords] : status; // just found to be a key

const sectionBlocks = (section: PaperSection): Block[] => [
  heading(2, section.title),
  section.lines.length > 0 ? list(section.lines) : paragraph(section.none),
];

/** The paper of figures that are counted now: for the partners. */
export function livePaper(input: {
  title: string;
  period: Period;
  groups: readonly Grouped[];
  gaps: readonly string[];
  tasks?: readonly TaskResult[];
  /** Parts besides the figures; a Joint Action Group's paper has none. */
  sections?: readonly PaperSection[];
  agencies: readonly string[];
  author: string;
  asAt: Date;
}): PrintedDocument {
  const missing = input.groups
    .flatMap((group) => group.figures)
    .filter((figure) => figure.now.kind === 'not-measured');
  return {
    title: input.title,
    marking: 'OFFICIAL',
    author: input.author,
    asAt: input.asAt,
    blocks: [
      heading(1, input.title),
      paragraph(input.period.words, true),
      ...(input.tasks ? taskBlocks(input.tasks) : []),
      ...input.groups.flatMap(groupBlocks),
      ...(input.sections ? trendBlocks(input.groups) : []),
      ...(input.sections ?? []).flatMap(sectionBlocks),
      ...(input.gaps.length > 0
        ? [heading(2, 'Nobody is down in the directory for these'), list(input.gaps)]
        : []),
      heading(2, 'Notes on the data'),
      paragraph('Every figure is counted from records, by the day each thing happened.'),
      ...(missing.length > 0
        ? [paragraph(`Not measured: ${missing.map((figure) => figure.row.name).join('; ')}.`)]
        : []),
      paragraph(`Counted over the records of: ${input.agencies.join(', ') || 'nobody'}.`),
    ],
  };
}

/** The paper as it was published: for the Board and the public. */
export const publishedPaper = (
  period: Period,
  edition: Edition,
  figures: readonly PublishedFigure[],
  { sections, before }: { sections: readonly PaperSection[]; before: readonly PublishedBefore[] },
): PrintedDocument => ({
  title: `Figures, ${period.words}`,
  marking: 'OFFICIAL',
  author: edition.publishedByName,
  asAt: edition.publishedAt,
  blocks: [
    heading(1, `Figures, ${period.words}`),
    paragraph(edition.summary),
    facts([
      { key: 'Edition', value: `${edition.edition}${edition.reason ? `: ${edition.reason}` : ''}` },
      { key: 'Counted over', value: edition.countedOver },
    ]),
    table(
      [
        { heading: 'Figure', width: 2 },
        ...before.map(({ quarter }) => ({ heading: quarterLabel({ key: quarter }) })),
        { heading: 'Published' },
        { heading: 'A year before' },
      ],
      figures.map((figure) => [
        `${indicatorOf(figure.code)?.name ?? figure.code}${figure.part === 'all' ? '' : `, ${figure.part}`}`,
        ...before.map((quarter) => publishedWords(quarter, figure)),
        figure.shown,
        figure.lastYear ?? '',
      ]),
      'Figures as published',
    ),
    ...sections.flatMap(sectionBlocks),
    paragraph(
      'Counts of 1 to 4 about people read “Fewer than 5”, and others are not shown where subtraction would reveal them.',
    ),
  ],
});
