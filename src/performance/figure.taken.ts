import type { z } from 'zod';
import type { Work } from '../platform/http/work.ts';
import { allFigures, figureQuery, periodOf } from './figure.queries.ts';
import { everywhere } from './indicator.queries.ts';
import { type FigureValue, figureWords } from './indicator.ts';

/** The period and area of figures, as a command gives them. */
export const figuresAsked: z.ZodType<{ period?: string | undefined; area?: string | undefined }> =
  figureQuery.pick({ period: true, area: true });

export interface TakenFigure {
  code: string;
  name: string;
  unit: string;
  now: FigureValue;
  words: string;
}

/** Every figure of a period over the records that the viewer may see. Small numbers stand as they are. */
export async function takenFigures(
  work: Work,
  asked: { period?: string | undefined; area?: string | undefined },
): Promise<{ period: { key: string; from: string; to: string; words: string }; figures: TakenFigure[] }> {
  const period = periodOf(work, { period: asked.period, from: undefined, to: undefined });
  const groups = await allFigures(work, period, asked.area ?? everywhere);
  return {
    period,
    figures: groups.flatMap((group) =>
      group.figures.map(({ row, now }) => ({
        code: row.code,
        name: row.name,
        unit: row.unit,
        now,
        words: figureWords(row, now),
      })),
    ),
  };
}
