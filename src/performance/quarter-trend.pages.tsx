import { DataTable } from '../platform/ui/index.ts';
import type { Grouped } from './figure.queries.ts';
import { FigureLink } from './figure-parts.pages.tsx';
import { movedIn, quarterLabel } from './quarter-trend.ts';

/** Every figure in four quarters beside one another, each opening its records. */
export function QuarterTrends({ groups }: { groups: readonly Grouped[] }) {
  const figures = groups.flatMap((group) => group.figures);
  const [first] = figures;
  if (!first || first.quarters.length === 0) return null;
  return (
    <DataTable
      caption="Four quarters beside one another"
      rows={figures}
      columns={[
        { heading: 'Figure', cell: ({ row }) => row.name },
        ...first.quarters.map(({ period }, at) => ({
          heading: quarterLabel(period),
          cell: ({ row, quarters }: (typeof figures)[number]) => {
            const value = quarters[at]?.figure;
            return value && <FigureLink row={row} figure={value} at={{ period: period.key, area: 'all' }} />;
          },
        })),
        { heading: 'Since the quarter before', cell: (figure) => movedIn(figure) || 'Not comparable' },
      ]}
      empty={{ title: 'No figures', children: 'Figures would be listed here.' }}
    />
  );
}
