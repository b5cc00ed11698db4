import { intelligenceGraders, type Role } from '../directory/index.ts';
import { hasRole, type OfficerViewer } from '../platform/access/viewer.ts';

/** A thing that a role begins, day by day. */
interface Start {
  href: string;
  text: string;
  roles: readonly Role[];
}

/** What people begin by themselves, in the order that it matters to them; the navigation says where things lie. */
export const starts: readonly Start[] = [
  { href: '/reports/take', text: 'Take a report', roles: ['reception'] },
  {
    href: '/directory/where-would-this-go',
    text: 'Where would this go?',
    roles: ['reception', 'directory-administrator', 'community-safety-coordinator'],
  },
  { href: '/reports', text: 'Find a report', roles: ['reception'] },
  { href: '/field', text: 'Today on the telephone', roles: ['jet-officer'] },
  { href: '/teams/powers/use', text: 'May I use a power here?', roles: ['jet-officer'] },
  { href: '/penalties/new', text: 'Write a penalty notice', roles: ['jet-officer'] },
  { href: '/teams/time', text: 'Log time', roles: ['jet-officer'] },
  { href: '/teams/duties', text: 'Who is on duty', roles: ['jet-supervisor'] },
  { href: '/teams/powers', text: 'Powers and vetting of the team', roles: ['jet-supervisor'] },
  { href: '/teams/plans', text: 'Patrol plans', roles: ['jet-supervisor'] },
  {
    href: '/reports?status=open&mine=yes&sort=due',
    text: 'Reports of your service',
    roles: ['service-officer'],
  },
  { href: '/asb/new', text: 'Open a case of anti-social behaviour', roles: ['community-safety-coordinator'] },
  { href: '/meetings', text: 'Meetings', roles: ['community-safety-coordinator'] },
  { href: '/intelligence', text: 'Grade what waits', roles: intelligenceGraders },
  { href: '/intelligence/profiles', text: 'Profiles', roles: ['intelligence-analyst'] },
  { href: '/intelligence/hot-spots', text: 'Hot spots', roles: ['intelligence-analyst'] },
  {
    href: '/intelligence/packages/new',
    text: 'Draft a product',
    roles: ['intelligence-analyst', 'intelligence-officer'],
  },
  { href: '/intelligence/packages', text: 'Products', roles: ['intelligence-manager'] },
  { href: '/intelligence/reviews', text: 'What is to be looked at again', roles: ['intelligence-manager'] },
  { href: '/packages', text: 'Intelligence packages', roles: ['trading-standards-investigator'] },
  {
    href: '/prosecutions',
    text: 'Prosecution files',
    roles: ['trading-standards-investigator', 'evidential-support'],
  },
  { href: '/inspections', text: 'Inspections that are due', roles: ['environmental-health-officer'] },
  { href: '/protection/new', text: 'Write a warning', roles: ['environmental-health-officer'] },
  { href: '/register', text: 'Victim register', roles: ['safeguarding-officer'] },
  { href: '/review', text: 'Review desk', roles: ['safeguarding-officer'] },
  { href: '/visits', text: 'My visits', roles: ['warden'] },
  {
    href: '/screen',
    text: 'Screen before a visit',
    roles: [
      'warden',
      'safeguarding-officer',
      'jet-officer',
      'trading-standards-investigator',
      'environmental-health-officer',
      'police-partner',
    ],
  },
  {
    href: '/tasks?mine=yes&status=live',
    text: 'Tasks of your service',
    roles: ['police-partner', 'partner', 'service-officer'],
  },
  {
    href: '/partner-report',
    text: 'Report something as a partner',
    roles: ['police-partner', 'partner'],
  },
  { href: '/figures', text: 'Figures and the quarter', roles: ['performance-analyst', 'board-member'] },
  { href: '/board', text: 'Totals for the board', roles: ['board-member'] },
  { href: '/protection/published', text: 'Community protection table', roles: ['board-member'] },
  { href: '/publicity', text: 'Successes to publish', roles: ['communications-officer'] },
  { href: '/alert-drafts', text: 'Warnings to residents', roles: ['communications-officer'] },
  { href: '/directory/gaps', text: 'What nobody answers for', roles: ['directory-administrator'] },
  { href: '/directory/people', text: 'People and roles', roles: ['directory-administrator'] },
  { href: '/audit', text: 'Read the audit', roles: ['auditor'] },
  { href: '/subject-access', text: 'Requests for one’s own data', roles: ['auditor'] },
  { href: '/traders?status=open', text: 'Applications to decide', roles: ['scheme-administrator'] },
];

/** What somebody may begin, by their roles. */
export const startsFor = (viewer: OfficerViewer): readonly Start[] =>
  starts.filter(({ roles }) => hasRole(viewer, ...roles));
