import { asbNeedsMe } from '../asb/index.ts';
import { markersNeedMe } from '../assurance/index.ts';
import { courtNeedsMe } from '../court/index.ts';
import { anyRole, caseworkers, endingForMe, gapsNeedMe, requestsForMe } from '../directory/index.ts';
import {
  closuresNeedingMe,
  penaltiesNeedingMe,
  powersLapsing,
  protectionNeedingMe,
  psposNeedingMe,
} from '../enforcement/index.ts';
import { accessNeedsMe } from '../governance/index.ts';
import { premisesNeedMe } from '../inspection/index.ts';
import { countReports, listReportsByDue } from '../intake/index.ts';
import { intelligenceNeedsMe } from '../intelligence/index.ts';
import { matchingNeedsMe } from '../linkage/index.ts';
import { operationsNeedMe } from '../operations/index.ts';
import { PUBLIC, permission } from '../platform/access/permission.ts';
import { hasRole } from '../platform/access/viewer.ts';
import { type Route, show } from '../platform/http/declare.ts';
import { page } from '../platform/http/reply.ts';
import { officerOf } from '../platform/http/work.ts';
import { Button } from '../platform/ui/index.ts';
import { registerNeedsMe } from '../safeguarding/index.ts';
import { meetingsThisWeek, returnsDue, sightOf, tasksNeedingMe } from '../tasking/index.ts';
import { tradersNeedMe } from '../traders/index.ts';
import { HomePage } from './home.pages.tsx';

const seeHome = permission('home', 'See what needs you today', anyRole);

export const homeRoutes: readonly Route[] = [
  show({
    path: '/',
    words: 'Where the public starts',
    permission: PUBLIC,
    audit: 'front.shown',
    handle: () =>
      page(
        'Report a problem',
        <>
          <h1 class="govuk-heading-xl">Report a problem</h1>
          <p class="govuk-body-l">
            Tell the councils, police, fire service and their partners about something that is wrong. You need
            not say who you are.
          </p>
          <Button href="/report" isStartButton>
            Start now
          </Button>
          <p class="govuk-body">
            <a class="govuk-link" href="/track">
              Come back to a report you made
            </a>
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href="/case-review">
              Ask for a review of how anti-social behaviour was dealt with
            </a>
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href="/public-spaces">
              What is not allowed where: public spaces protection orders
            </a>
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href="/licensing-register">
              Reviews of premises licences that you can write to the authority about
            </a>
          </p>
        </>,
        { isPublic: true },
      ),
  }),
  show({
    path: '/home',
    words: 'What needs you',
    permission: seeHome,
    audit: 'home.shown',
    handle: async (work) => {
      const viewer = officerOf(work);
      // Sides without a grant on reports have none to count.
      const hasReports = viewer.side === 'OPS' || viewer.side === 'SAFEGUARD';
      const mine = hasReports ? await listReportsByDue(work, { status: 'open', mine: true }, 10) : [];
      const count = hasReports ? await countReports(work, { status: 'open', mine: true }) : 0;
      const [tasks, meetings, returns, penalties, powers] = [
        await tasksNeedingMe(work),
        await meetingsThisWeek(work),
        await returnsDue(work),
        hasRole(viewer, ...caseworkers) ? await penaltiesNeedingMe(work) : [],
        hasRole(viewer, ...caseworkers) ? await powersLapsing(work) : [],
      ];
      const protection = hasRole(viewer, ...caseworkers) ? await protectionNeedingMe(work) : [];
      const closures = hasRole(viewer, ...caseworkers) ? await closuresNeedingMe(work) : [];
      const orders = hasRole(viewer, ...caseworkers) ? await psposNeedingMe(work) : [];
      const [consents, ending] = [await requestsForMe(work), await endingForMe(work)];
      const view = {
        consents,
        ending,
        reports: mine,
        openCount: count,
        tasks,
        meetings,
        returns,
        penalties,
        protection,
        closures,
        orders,
        powers,
        register: await registerNeedsMe(work),
        matching: [
          ...(hasReports ? [...(await matchingNeedsMe(work)), ...(await markersNeedMe(work))] : []),
          ...(await courtNeedsMe(work)),
          ...(await accessNeedsMe(work)),
          ...(await gapsNeedMe(work)),
        ],
        intelligence: await intelligenceNeedsMe(work),
        traders: await tradersNeedMe(work),
        operations: await operationsNeedMe(work),
        premises: await premisesNeedMe(work),
        asb: await asbNeedsMe(work),
        sight: await sightOf(work),
      };
      return page('Home', <HomePage {...view} viewer={viewer} today={work.clock.today()} />);
    },
  }),
];
