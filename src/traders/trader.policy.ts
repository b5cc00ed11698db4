import { schemeKeepers } from '../directory/index.ts';
import { isOneOf, nobody, type Policy } from '../platform/access/policy.ts';
import { hasRole, type Viewer } from '../platform/access/viewer.ts';

/** What decides who sees the file of a trader. */
export interface TraderSubject {
  agencyId: string;
}
const keeps = (viewer: Viewer): string | undefined =>
  viewer.kind === 'officer' && viewer.side === 'OPS' && hasRole(viewer, ...schemeKeepers)
    ? viewer.agencyId
    : undefined;

/** Files of a scheme: those who keep it, in the agency that runs it. The public reads the list of members and no file. */
export const traderPolicy: Policy<TraderSubject> = {
  name: 'traders.trader',
  can: (viewer, file) => keeps(viewer) === file.agencyId,
  visible(viewer, alias) {
    const agencyId = keeps(viewer);
    return agencyId ? isOneOf(`${alias}.agencyId`, [agencyId]) : nobody;
  },
};
