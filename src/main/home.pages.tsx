import type { AsbLineForMe } from '../asb/index.ts';
import { type AgreementRow, type RoleRequest, recordKindWords, roleName } from '../directory/index.ts';
import type {
  ClosureNeedingMe,
  Lapsing,
  PenaltyNeedingMe,
  ProtectionNeedingMe,
  PspoNeedingMe,
} from '../enforcement/index.ts';
import type { PremisesLineForMe } from '../inspection/index.ts';
import type { Report } from '../intake/index.ts';
import type { IntelligenceLine } from '../intelligence/index.ts';
import type { MatchingLine } from '../linkage/index.ts';
import type { OperationLineForMe } from '../operations/index.ts';
import type { OfficerViewer } from '../platform/access/viewer.ts';
import type { Day as DayText } from '../platform/clock/clock.ts';
import { Button, Day, Deadline, EmptyState } from '../platform/ui/index.ts';
import type { RegisterNeeds } from '../safeguarding/index.ts';
import type { Meeting, ReturnLine, Sight, Task } from '../tasking/index.ts';
import type { TraderNeedingMe } from '../traders/index.ts';
import { fileLine, powerLines, taskLine } from './home.lines.tsx';
import { Block } from './home-block.pages.tsx';
import { type HomeLine as Line, registerLines } from './home-register.tsx';
import { LateFirst, SightBlocks } from './home-sight.pages.tsx';
import { startsFor } from './home-starts.ts';

/** Everything that waits for one person. */
export interface HomeView {
  reports: readonly Report[];
  openCount: number;
  tasks: readonly Task[];
  meetings: readonly Meeting[];
  returns: readonly ReturnLine[];
  penalties: readonly PenaltyNeedingMe[];
  protection: readonly ProtectionNeedingMe[];
  closures: readonly ClosureNeedingMe[];
  orders: readonly PspoNeedingMe[];
  traders: readonly TraderNeedingMe[];
  operations: readonly OperationLineForMe[];
  premises: readonly PremisesLineForMe[];
  asb: readonly AsbLineForMe[];
  powers: readonly Lapsing[];
  /** Roles that wait for the word of the agency that this person speaks for. */
  consents: readonly RoleRequest[];
  /** Agreements that end soon, for those who can do something about it. */
  ending: readonly AgreementRow[];
  /** Visits to make, and what of the victim register waits. */
  register: RegisterNeeds;
  /** Pairs of records to review, questions about rows of lists, and markers to review. */
  matching: readonly MatchingLine[];
  /** Items to grade, packages to authorise or to answer. */
  intelligence: readonly IntelligenceLine[];
  /** Across the agencies, for those who run meetings. */
  sight: Sight | undefined;
}

interface Props extends HomeView {
  viewer: OfficerViewer;
  today: DayText;
}

/** What needs this person today, each line one press from its next step. */
export function HomePage(props: Props) {
  const { viewer, today, sight } = props;
  const starts = startsFor(viewer);
  const tasks = props.tasks.map(taskLine(today));
  const penalties = props.penalties.map(fileLine('penalties', today));
  const protection = props.protection.map(fileLine('protection', today));
  const reports = props.reports.map(
    (r): Line => ({
      href: `/reports/${r.id}`,
      text: `${r.reference}: ${r.issueName}`,
      dueOn: r.targetOn,
      next: 'A report to deal with',
      about: (
        <>
          {r.placeWords ?? r.postcode ?? 'Place not known'}, <Deadline due={r.targetOn} today={today} />
        </>
      ),
    }),
  );
  const returns = props.returns.map(
    (r): Line => ({
      href: `/meetings/${r.meetingId}/returns/${r.serviceId}`,
      text: `${r.seriesName}: ${r.serviceName}`,
      about: <Deadline due={r.dueOn} today={today} />,
      dueOn: r.dueOn,
      next: 'Confirm the return',
    }),
  );
  const nothing =
    props.openCount +
      props.tasks.length +
      props.meetings.length +
      props.returns.length +
      props.penalties.length +
      props.protection.length +
      props.closures.length +
      props.orders.length +
      props.traders.length +
      props.operations.length +
      props.premises.length +
      props.asb.length +
      props.powers.length +
      props.consents.length +
      props.ending.length +
      props.matching.length +
      props.intelligence.length +
      props.register.visits.length +
      registerLines(props.register).length ===
    0;
  return (
    <>
      <h1 class="govuk-heading-l">What needs you, {viewer.name.split(' ')[0]}</h1>
      {starts.length > 0 && (
        <ul class="bw-starts" aria-label="Begin">
          {starts.map(({ href, text }) => (
            <li>
              <Button href={href} classes="govuk-button--secondary">
                {text}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {nothing && (
        <EmptyState title="Nothing is waiting for you">
          What is asked of you or of your service will be listed here.
        </EmptyState>
      )}
      <LateFirst lines={[...tasks, ...returns, ...penalties, ...protection, ...reports]} today={today} />
      <div class="bw-home">
        <Block
          title="Tasks to accept or finish"
          lines={tasks}
          more={{ href: '/tasks?mine=yes&status=live', text: 'All open tasks of your service' }}
        />
        {sight && <SightBlocks sight={sight} />}
        <Block
          title="Visits to make"
          lines={props.register.visits.map((visit) => ({
            href: `/visits/${visit.id}`,
            text: visit.personName,
            about: (
              <>
                <Day day={visit.plannedOn} weekday />
                {visit.plannedAtTime && `, ${visit.plannedAtTime}`}: {visit.purpose}
              </>
            ),
          }))}
          more={{ href: '/visits', text: 'All your visits' }}
        />
        <Block
          title="Victim register"
          lines={registerLines(props.register)}
          more={{ href: '/register', text: 'The victim register' }}
        />
        <Block title="Intelligence" lines={props.intelligence} />
        <Block title="Also waiting" lines={props.matching} />
        <Block
          title="Roles that wait for your agency’s word"
          lines={props.consents.map((request) => ({
            href: '/directory/consents',
            text: `${request.officerName}: ${roleName(request.role)}`,
            about: `Asked by ${request.askedByName}`,
          }))}
        />
        <Block
          title="Agreements that end soon, with nothing to follow"
          lines={props.ending.slice(0, 10).map((agreement) => ({
            href: `/directory/agreements/${agreement.id}`,
            text: `${recordKindWords(agreement.recordKind)}: ${agreement.fromName} to ${agreement.toName}`,
            about: (
              <>
                Ends on <Day day={agreement.endsOn ?? today} />
              </>
            ),
          }))}
          more={{ href: '/directory/agreements?agencyId=all&shown=ending', text: 'All that end soon' }}
        />
        <Block title="Returns to confirm" lines={returns} />
        <Block
          title="Meetings in the next seven days"
          lines={props.meetings.map((m) => ({
            href: `/meetings/${m.id}`,
            text: m.seriesName,
            about: <Day day={m.heldOn} weekday />,
          }))}
        />
        <Block
          title={`Penalties: ${penalties.length}`}
          lines={penalties.slice(0, 10)}
          more={{ href: '/penalties?agency=mine&status=unpaid', text: 'All open penalties of your agency' }}
        />
        <Block
          title={`Community protection: ${props.protection.length}`}
          lines={protection.slice(0, 10)}
          more={{
            href: '/protection?agency=mine&status=live',
            text: 'All warnings and notices of your agency',
          }}
        />
        <Block
          title={`Closures of premises: ${props.closures.length}`}
          lines={props.closures.slice(0, 10).map(fileLine('closures', today))}
          more={{ href: '/closures?agency=mine&status=live', text: 'All closures of your agency' }}
        />
        <Block
          title={`Public spaces orders: ${props.orders.length}`}
          lines={props.orders.slice(0, 10).map((one) => ({
            href: `/pspos/${one.id}`,
            text: `${one.title} (${one.reference})`,
            about: one.why,
          }))}
          more={{
            href: '/pspos?agency=mine&status=ending',
            text: 'All orders of your agency that end within a year',
          }}
        />
        <Block
          title={`Days of action: ${props.operations.length}`}
          lines={props.operations
            .slice(0, 10)
            .map((one) => ({ href: `/operations/${one.id}`, text: one.name, about: one.why }))}
          more={{ href: '/operations', text: 'All days of action' }}
        />
        <Block
          title={`Premises: ${props.premises.length}`}
          lines={props.premises.slice(0, 10)}
          more={{ href: '/premises', text: 'All premises' }}
        />
        <Block title="Anti-social behaviour" lines={props.asb} more={{ href: '/asb', text: 'All cases' }} />
        <Block
          title={`Checked traders: ${props.traders.length}`}
          lines={props.traders
            .slice(0, 10)
            .map((one) => ({ href: `/traders/${one.id}`, text: one.firmName, about: one.why }))}
          more={{ href: '/traders?status=open', text: 'All that is to be decided' }}
        />
        <Block
          title="Powers, vetting and training that end"
          lines={powerLines(props.powers, today).slice(0, 10)}
          more={{ href: '/teams/powers', text: 'All powers, vetting and training of your agency' }}
        />
        <Block
          title={`Open reports with your service: ${props.openCount >= 1000 ? '1,000 or more' : props.openCount}`}
          lines={reports}
          more={{
            href: '/reports?mine=yes&status=open&sort=due',
            text: 'All open reports with your service',
          }}
        />
      </div>
    </>
  );
}
