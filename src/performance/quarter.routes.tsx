import { z } from 'zod';
import { mayUse } from '../platform/access/permission.ts';
import { hasRole } from '../platform/access/viewer.ts';
import { toPdf } from '../platform/documents/pdf.ts';
import { demand, FailureThrown, type FieldProblem, notFound } from '../platform/failures/failures.ts';
import { type Ask, act, download, type Route, show } from '../platform/http/declare.ts';
import { file, page, redirect } from '../platform/http/reply.ts';
import { officerOf, type Work } from '../platform/http/work.ts';
import { readTasks } from '../tasking/index.ts';
import { livePaper, publishedPaper } from './figure.documents.ts';
import { districtParams, quarterParams } from './figure.queries.ts';
import { JagPage } from './paper.pages.tsx';
import { jagView, quarterView } from './paper.queries.ts';
import { sectionsOf } from './paper.sections.ts';
import { publishFigures, readFigures, readPublished, seesRecords } from './performance.permissions.ts';
import { publishQuarter } from './quarter.commands.ts';
import { QuarterPage } from './quarter.pages.tsx';

const back = { href: '/figures', text: 'Figures' };
/** What a person writes to publish. */
export const publishSchema = z.object({
  summary: z
    .string('Write a summary')
    .trim()
    .min(10, 'Write a summary of a sentence or two')
    .max(2000, 'The summary must be 2,000 characters or fewer'),
  reason: z.preprocess(
    (raw) => (typeof raw === 'string' && raw.trim() === '' ? undefined : raw),
    z.string().trim().max(1000, 'The reason must be 1,000 characters or fewer').optional(),
  ),
});

async function quarterReply(
  work: Work,
  quarter: string,
  ask: Ask,
  state: { problems: readonly FieldProblem[]; typed: Record<string, unknown> },
) {
  const isCounted = seesRecords(work.viewer);
  const view = demand(await quarterView(work, quarter, isCounted));
  const body = (
    <QuarterPage
      {...view}
      isCounted={isCounted}
      mayPublish={hasRole(work.viewer, 'performance-analyst')}
      csrf={ask.csrf}
      {...state}
    />
  );
  return page(`Quarter ${quarter}`, body, {
    back,
    wide: true,
    marking: 'OFFICIAL',
    problems: state.problems,
  });
}

/** Papers: the quarter’s, with its editions, and the Joint Action Group’s. */
export const quarterRoutes: readonly Route[] = [
  show({
    path: '/figures/quarter/:quarter',
    words: 'The paper of a quarter',
    permission: readPublished,
    audit: 'quarter.opened',
    params: quarterParams,
    example: { params: { quarter: '2026-27-Q2' } },
    handle: (work, { params }, ask) => quarterReply(work, params.quarter, ask, { problems: [], typed: {} }),
  }),
  download({
    path: '/figures/quarter/:quarter/paper.pdf',
    words: 'The paper of a quarter as PDF: as published, or as it stands for those who see records',
    permission: readPublished,
    audit: 'quarter.printed',
    params: quarterParams,
    example: { params: { quarter: '2026-27-Q2' } },
    handle: async (work, { params }) => {
      const isCounted = seesRecords(work.viewer);
      const view = demand(await quarterView(work, params.quarter, isCounted));
      const latest = view.editions[0];
      if (!isCounted && !latest) throw new FailureThrown(notFound.failure);
      const paper =
        isCounted || !latest
          ? livePaper({
              title: `Figures, ${view.period.words}`,
              period: view.period,
              groups: view.groups,
              gaps: [],
              sections: sectionsOf(view, isCounted),
              agencies: view.agencies,
              author: officerOf(work).agencyName,
              asAt: work.clock.now(),
            })
          : publishedPaper(view.period, latest, view.published, {
              sections: sectionsOf(view, isCounted),
              before: view.before,
            });
      return file(`figures-${params.quarter}.pdf`, 'application/pdf', await toPdf(paper));
    },
  }),
  act({
    path: '/figures/quarter/:quarter/publish',
    words: 'Freeze a quarter and publish it, or publish a corrected edition',
    permission: publishFigures,
    audit: 'quarter.published',
    params: quarterParams,
    body: publishSchema,
    example: {
      params: { quarter: '2026-27-Q2' },
      body: { summary: 'Reports rose, and more penalties were paid.' },
    },
    handle: async (work, { params, body }) => {
      const result = await publishQuarter(work, { ...params, ...body });
      return redirect(`/figures/quarter/${params.quarter}`, {
        flash: `Published as edition ${demand(result).edition}`,
      });
    },
    invalid: (work, { params, raw, problems }, ask) =>
      quarterReply(work, params.quarter, ask, { problems, typed: raw }),
  }),
  show({
    path: '/figures/jag/:districtCode',
    words: 'The paper of a district’s Joint Action Group',
    permission: readFigures,
    audit: 'jag-report.opened',
    params: districtParams,
    example: { params: { districtCode: 'Q07000001' } },
    handle: async (work, { params }) => {
      const view = demand(await jagView(work, params.districtCode));
      return page(
        `Joint Action Group paper: ${view.district.name}`,
        <JagPage {...view} mayOpen={mayUse(work.viewer, readTasks)} />,
        {
          back,
          wide: true,
          marking: 'OFFICIAL',
        },
      );
    },
  }),
  download({
    path: '/figures/jag/:districtCode/paper.pdf',
    words: 'The paper of a district’s Joint Action Group as PDF',
    permission: readFigures,
    audit: 'jag-report.printed',
    params: districtParams,
    example: { params: { districtCode: 'Q07000001' } },
    handle: async (work, { params }) => {
      const view = demand(await jagView(work, params.districtCode));
      const paper = livePaper({
        title: `Joint Action Group paper: ${view.district.name}`,
        period: view.period,
        groups: view.groups,
        gaps: view.gaps.map((gap) => gap.words),
        tasks: view.tasks,
        agencies: view.agencies,
        author: officerOf(work).agencyName,
        asAt: work.clock.now(),
      });
      return file(`jag-${params.districtCode}.pdf`, 'application/pdf', await toPdf(paper));
    },
  }),
];
