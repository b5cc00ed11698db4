import type { Viewer } from '../platform/access/viewer.ts';
import { csv } from '../platform/documents/csv.ts';
import { demand } from '../platform/failures/failures.ts';
import { download, type Route, show } from '../platform/http/declare.ts';
import { file, page } from '../platform/http/reply.ts';
import { FigurePage, FiguresPage, RecordsPage } from './figure.pages.tsx';
import {
  allFigures,
  codeParams,
  figurePageView,
  figureQuery,
  listDistricts,
  periodOf,
  recordsPageView,
  recordsQuery,
} from './figure.queries.ts';
import { countedOver, everywhere } from './indicator.queries.ts';
import { figureWords } from './indicator.ts';
import { PublishedPage } from './paper.pages.tsx';
import { firstFigure, readFigureList, readOwnFigures, seesRecords } from './performance.permissions.ts';
import { quarterRoutes } from './quarter.routes.tsx';
import { listEditions } from './quarter.store.ts';
import { quartersTo, trendWords } from './quarter-trend.ts';
import { teamFigureRoutes } from './team-figures.routes.tsx';

/** The intelligence unit's own figures are its own. */
const markingFor = (viewer: Viewer) => (viewer.side === 'INTEL' ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL');
const back = { href: '/figures', text: 'Figures' };

/** Figures: all of them, one of them, and the records behind it; and the papers. */
export const figureRoutes: readonly Route[] = [
  show({
    path: '/figures',
    words: 'Figures with their comparisons; for those who see no records, what was published',
    permission: readFigureList,
    audit: 'figures.listed',
    query: figureQuery,
    handle: async (work, { query }) => {
      const first = firstFigure(work.viewer);
      // What was published is kept on the operations side of the wall.
      const quarters = first && !seesRecords(work.viewer) ? [] : await listEditions(work);
      if (!first) return page('Published figures', <PublishedPage editions={quarters} />);
      const period = periodOf(work, query);
      const area = query.area ?? everywhere;
      const [groups, districts, agencies] = [
        await allFigures(work, period, area),
        await listDistricts(work),
        await countedOver(work, first),
      ];
      const csvHref = `/figures.csv?${new URLSearchParams({ period: period.key, ...(area === everywhere ? {} : { area }) })}`;
      return page(
        'Figures',
        <FiguresPage
          groups={groups}
          period={period}
          area={area}
          districts={districts}
          agencies={agencies}
          quarters={quarters}
          today={work.clock.today()}
          csvHref={csvHref}
          hasPapers={seesRecords(work.viewer)}
        />,
        { wide: true, marking: markingFor(work.viewer) },
      );
    },
  }),
  download({
    path: '/figures.csv',
    words: 'Figures as CSV, the same rows in the same order',
    permission: readOwnFigures,
    audit: 'figures.exported',
    query: figureQuery,
    handle: async (work, { query }) => {
      const period = periodOf(work, query);
      const groups = await allFigures(work, period, query.area ?? everywhere);
      const quarters = quartersTo(period);
      const rows = groups.flatMap((group) =>
        group.figures.map((f) => [
          group.name,
          f.row.code,
          f.row.name,
          period.key,
          query.area ?? everywhere,
          f.now.kind,
          f.now.kind === 'value' ? f.now.value : '',
          f.now.kind === 'value' ? f.now.numerator : '',
          f.now.kind === 'value' ? f.now.denominator : '',
          figureWords(f.row, f.now),
          figureWords(f.row, f.yearBefore),
          f.sentence,
          ...trendWords(f),
        ]),
      );
      return file(
        'figures.csv',
        'text/csv; charset=utf-8',
        csv(
          [
            'priority',
            'code',
            'name',
            'period',
            'area',
            'kind',
            'value',
            'numerator',
            'denominator',
            'words',
            'yearBefore',
            'sentence',
            ...quarters.map(({ key }) => key),
          ],
          rows,
        ),
      );
    },
  }),
  ...teamFigureRoutes,
  show({
    path: '/figures/:code',
    words: 'One figure with its trend, comparisons and parts',
    permission: readOwnFigures,
    audit: 'figure.opened',
    params: codeParams,
    query: figureQuery,
    example: { params: { code: 'E-01' } },
    handle: async (work, { params, query }) => {
      const view = demand(await figurePageView(work, params.code, query));
      return page(view.view.row.name, <FigurePage {...view} today={work.clock.today()} />, {
        back,
        marking: markingFor(work.viewer),
      });
    },
  }),
  show({
    path: '/figures/:code/records',
    words: 'The records behind a figure that the viewer may see',
    permission: readOwnFigures,
    audit: 'figure.records-opened',
    params: codeParams,
    query: recordsQuery,
    example: { params: { code: 'E-01' } },
    handle: async (work, { params, query }) => {
      const view = demand(await recordsPageView(work, params.code, query));
      return page(`Records behind ${view.row.name}`, <RecordsPage {...view} />, {
        back: { href: `/figures/${params.code}`, text: view.row.name },
        wide: true,
        marking: markingFor(work.viewer),
      });
    },
  }),
  download({
    path: '/figures/:code/records.csv',
    words: 'The records behind a figure as CSV',
    permission: readOwnFigures,
    audit: 'figure.records-exported',
    params: codeParams,
    query: recordsQuery,
    example: { params: { code: 'E-01' } },
    handle: async (work, { params, query }) => {
      const { records } = demand(await recordsPageView(work, params.code, query, 100_000));
      return file(
        `${params.code}-records.csv`,
        'text/csv; charset=utf-8',
        csv(
          ['record', 'what', 'day', 'inNumerator'],
          records.map((r) => [r.label, r.what, r.day, r.isPart]),
        ),
      );
    },
  }),
  ...quarterRoutes,
];
