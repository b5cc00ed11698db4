import { listTeams, readTeams, type Team } from '../jet/index.ts';
import { type Route, show } from '../platform/http/declare.ts';
import { page } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { DataTable } from '../platform/ui/index.ts';
import { figureQuery, periodOf } from './figure.queries.ts';
import { figuresOver } from './indicator.queries.ts';
import { type FigureValue, figureWords, indicatorOf } from './indicator.ts';
import { type Period, yearBefore } from './period.ts';

/** What the teams are compared by (S2-11): penalties, fly-tips and how many were acted on, encampments and how many ended. */
const codes = ['E-01', 'E-02', 'E-02a', 'E-03', 'E-03a'] as const;
type Code = (typeof codes)[number];

interface Line {
  team: Team & { areaCode: string };
  figures: Readonly<Record<Code, { now: FigureValue; before: FigureValue }>>;
}

/** The figures of each team's area, over the records that the viewer may see. A team without an area has none. */
async function compareFigures(work: Work, period: Period): Promise<Line[]> {
  const before = yearBefore(period);
  const lines: Line[] = [];
  for (const team of await listTeams(work)) {
    if (team.areaCode === null) continue;
    const found = await figuresOver(work, codes, [period, before], team.areaCode);
    const at = (code: Code, { key }: Period): FigureValue =>
      found.get(code)?.get(key) ?? { kind: 'not-measured', why: 'It was not counted.' };
    const figures = Object.fromEntries(
      codes.map((code) => [code, { now: at(code, period), before: at(code, before) }]),
    ) as Line['figures']; // one for each code
    lines.push({ team: { ...team, areaCode: team.areaCode }, figures });
  }
  return lines;
}

const words = (code: Code, figure: FigureValue): string => {
  const row = indicatorOf(code);
  return row ? figureWords(row, figure) : 'Not measured';
};
const TeamFiguresPage = ({ lines, period }: { lines: readonly Line[]; period: Period }) => (
  <>
    <h1 class="govuk-heading-l">Figures of the teams’ areas</h1>
    <p class="govuk-body">
      {period.words}, each beside the same days a year before, over the records that you may see: records of
      another agency are counted where they are shared with you. Each figure opens what is behind it.
    </p>
    <DataTable
      caption="Areas in the order of their teams"
      rows={lines}
      columns={[
        { heading: 'Area', cell: ({ team }) => team.areaName ?? team.areaCode },
        { heading: 'Team', cell: ({ team }) => team.name },
        ...codes.map((code) => ({
          heading: indicatorOf(code)?.name ?? code,
          numeric: true,
          cell: ({ team, figures }: Line) => (
            <div>
              <a
                class="govuk-link"
                href={`/figures/${code}?${new URLSearchParams({ period: period.key, area: team.areaCode })}`}
              >
                {words(code, figures[code].now)}
                <span class="govuk-visually-hidden">
                  , {indicatorOf(code)?.name} in {team.areaName ?? team.areaCode}
                </span>
              </a>
              {figures[code].before.kind === 'value' && (
                <div class="govuk-hint govuk-!-margin-bottom-0">
                  A year before: {words(code, figures[code].before)}
                </div>
              )}
            </div>
          ),
        })),
      ]}
      empty={{
        title: 'No team with an area is in the register yet',
        children: 'A team’s supervisor enters it, with its area.',
      }}
    />
  </>
);

/** The areas of joint enforcement teams beside each other. */
export const teamFigureRoutes: readonly Route[] = [
  show({
    path: '/figures/teams',
    words: 'Penalties, fly-tips and encampments of the areas of joint enforcement teams, beside each other',
    permission: readTeams,
    audit: 'figures.teams-compared',
    query: figureQuery,
    handle: async (work, { query }) => {
      const period = periodOf(work, query);
      const lines = await compareFigures(work, period);
      return page('Figures of the teams’ areas', <TeamFiguresPage {...{ lines, period }} />, {
        ...{ wide: true, marking: 'OFFICIAL-SENSITIVE' },
        back: { href: '/teams', text: 'Joint enforcement teams' },
      });
    },
  }),
];
