import { caseworkers, type Role } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';

type Roles = readonly [Role, ...Role[]];
/** Who belongs to a team. */
export const teamOfficers: Roles = ['jet-officer', 'jet-supervisor'];
/** Who reads a whole team and not themselves alone. */
export const teamLeads: Roles = ['jet-supervisor', 'community-safety-coordinator'];
/** Who opens the pages of joint enforcement. */
export const teamReaders: Roles = [...teamOfficers, 'community-safety-coordinator', 'police-partner'];

export const readTeams = permission(
  'jet.read-teams',
  'Read the register of joint enforcement teams, and practice notes',
  caseworkers,
);
export const logTime = permission(
  'jet.log-time',
  'Log your own time, and correct it until the month is closed',
  teamOfficers,
);
export const readTime = permission('jet.read-time', 'Read how a team of your agency spends its time', [
  ...teamOfficers,
  'community-safety-coordinator',
]);
export const closeMonths = permission(
  'jet.close-months',
  'Close a month of your team’s time, set its target, and record what a review found',
  ['jet-supervisor'],
);
export const readPowers = permission(
  'jet.read-powers',
  'Read who of your agency holds which power, vetting and training, and until when: your own, or all where you lead',
  caseworkers,
);
export const usePowers = permission(
  'jet.use-powers',
  'Ask whether you may use a power here, and record that you did',
  [...teamOfficers],
);
export const renewPowers = permission(
  'jet.renew-powers',
  'Record that an officer of your agency was vetted, trained and assessed anew',
  teamLeads,
);
export const issuePowers = permission(
  'jet.issue-powers',
  'Issue an accreditation for the force to an officer who was vetted, trained and assessed',
  ['police-partner'],
);
export const readReaccreditations = permission(
  'jet.read-reaccreditations',
  'Read accreditations anew: of your team, or those your force is to issue',
  [...teamOfficers, 'community-safety-coordinator', 'police-partner'],
);
export const keepRosters = permission('jet.keep-rosters', 'Keep the roster of your own service', [
  'jet-supervisor',
  'police-partner',
]);
export const readRosters = permission('jet.read-rosters', 'Read the rosters of your own agency', teamReaders);
export const readPlans = permission(
  'jet.read-plans',
  'Read your agency’s patrol plans and what came of them',
  [...teamOfficers, 'community-safety-coordinator'],
);
export const planPatrols = permission('jet.plan-patrols', 'Plan targeted patrols', teamLeads);
export const logPatrols = permission('jet.log-patrols', 'Log a patrol of a plan', teamOfficers);
export const keepTeams = permission(
  'jet.keep-teams',
  'Keep your own team’s line in the register of teams',
  teamLeads,
);
export const proposeNotes = permission('jet.propose-notes', 'Propose a practice note', caseworkers);
export const agreeNotes = permission(
  'jet.agree-notes',
  'Agree a practice note for the Enforcement Group',
  teamLeads,
);
export const readTraining = permission(
  'jet.read-training',
  'Read the training register of your agency',
  caseworkers,
);
export const keepTraining = permission(
  'jet.keep-training',
  'Put on training, invite officers of your agency and say who came',
  teamLeads,
);
