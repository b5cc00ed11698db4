import { z } from 'zod';
import { listAgencies } from '../../directory/index.ts';
import { demand } from '../../platform/failures/failures.ts';
import type { Ask } from '../../platform/http/declare.ts';
import { type PageReply, page } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import type { Again } from '../item/item.view.tsx';
import { standingWords } from '../network/network.words.ts';
import type { ChartPageInput } from './chart.forms.ts';
import { ChartPage } from './chart.pages.tsx';
import { type Chart, openChart } from './chart.queries.ts';
import { wayWords } from './chart.rows.ts';

const instant = z.date().transform((at) => at.toISOString());

/** A chart as JSON. */
export const chartShape = z.object({
  isCut: z.boolean(),
  elements: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      label: z.string(),
      step: z.number(),
      item: z
        .object({
          reference: z.string(),
          status: z.string(),
          receivedAt: instant,
          agencyName: z.string().nullable(),
        })
        .nullable(),
      degree: z.number(),
      betweenness: z.number().nullable(),
      brokerage: z.number().nullable(),
      closeness: z.number().nullable(),
      core: z.number(),
      component: z.number(),
      isCutPoint: z.boolean(),
      isPinned: z.boolean(),
      words: z.string(),
    }),
  ),
  /** `item` and `subject` are places in `elements`, from 0. */
  links: z.array(
    z.object({
      id: z.string(),
      item: z.number(),
      subject: z.number(),
      role: z.string(),
      /** Why the link is there, where whoever confirmed it said so. */
      note: z.string(),
      madeAt: instant,
    }),
  ),
  /** What was left out, of what would stand on it. */
  hidden: z.array(z.object({ id: z.string(), kind: z.string(), label: z.string() })),
  /** Where pinned elements were put, in lengths of the drawing; null where they were not moved. */
  pinned: z.array(z.object({ id: z.string(), x: z.number().nullable(), y: z.number().nullable() })),
  /** The shortest way that was asked for: places in `elements`, and the same in words. */
  way: z.object({ places: z.array(z.number()).nullable(), words: z.string().nullable() }),
});

export const chartJson = (chart: Chart) => ({
  ...{ isCut: chart.isCut, hidden: chart.hidden, pinned: chart.pinned },
  elements: chart.elements.map((one) => ({ ...one, words: standingWords(one) })),
  links: chart.ties,
  way: { places: chart.way.places, words: wayWords(chart) ?? null },
});

/** The page of a chart, as it is asked for in an address, or of one that was opened already. */
export async function chartPage(
  work: Work,
  ask: Ask,
  given: Pick<Again, 'problems' | 'typed'> & { linkId: string; asked: ChartPageInput; chart?: Chart },
): Promise<PageReply> {
  const { linkId, asked, problems = [], typed = {} } = given;
  const chart = given.chart ?? demand(await openChart(work, linkId, asked));
  const agencies = await listAgencies(work.db, work.clock.today());
  const [start] = chart.elements;
  return page(
    `Link chart: ${start?.label}`,
    <ChartPage {...{ linkId, chart, asked, agencies, problems, typed }} csrf={ask.csrf} />,
    {
      ...{ problems, marking: 'OFFICIAL-SENSITIVE', wide: true },
      back: { href: `/intelligence/profiles/${linkId}`, text: 'Profile' },
      scripts: ['link-chart'],
    },
  );
}
