import { drawnAsb } from '../../src/asb/index.ts';
import { type DrawnProcedure, drawnProcedures } from '../../src/enforcement/index.ts';
import { drawnLicensing, drawnPurchases } from '../../src/inspection/index.ts';
import { drawnOperations } from '../../src/operations/index.ts';
import { drawnTraders } from '../../src/traders/index.ts';
import { abandonedSamples } from './sample-abandoned.ts';
import { asbSamples } from './sample-asb.ts';
import { enforcementSamples } from './sample-enforcement.ts';
import { inspectionSamples } from './sample-inspection.ts';
import { operationSamples } from './sample-operations.ts';

/** A procedure, where it keeps its files, the file that is tried, and the route of its steps. */
export interface Tried {
  drawn: DrawnProcedure;
  table: `${string}.${string}`;
  id: string;
  path: string;
  /** What every file that has come this far has, put in once. */
  has?: string;
}
const procedure = (title: string): DrawnProcedure => {
  const found = [...drawnProcedures, ...drawnAsb].find((one) => one.title.startsWith(title));
  if (!found) throw new Error(title);
  return found;
};
const of = (drawn: DrawnProcedure, table: Tried['table'], id: string, path: string, has?: string): Tried => ({
  ...{ drawn, table, id, path: `/api/v1${path}` },
  ...(has ? { has } : {}),
});
const { closureId, encampmentId, pspoId } = enforcementSamples;
const { abandonedId } = abandonedSamples;
const { asbId, orderId, nominationId, reviewId } = asbSamples;
const { purchaseId, licensingId } = inspectionSamples;
const { operationId, traderId } = operationSamples;
/** One of the county's, whichever it is. */
export const aPenalty = 'a-penalty';
const orderPath = '/asb-orders/:orderId/steps/:orderStep';
/** Steps that a route of their own takes, with what they need: `penalty.db.test.ts` and `j4.test.ts`. */
export const ownRoute: readonly string[] = ['issue', 'pay', 'remind'].map(
  (action) => `Fixed penalty: ${action}`,
);
export const tried: readonly Tried[] = [
  of(
    procedure('Fixed penalty'),
    ...(['enforcement.penalty', aPenalty, '/penalties/:penaltyId/:action'] as const),
    "offence = 'pnd-upper-tier', pay_until = '2026-12-10'",
  ),
  of(procedure('Closure'), 'enforcement.closure', closureId, '/closures/:closureId/steps/:closureStep'),
  of(
    procedure('Unauth'),
    'enforcement.encampment',
    encampmentId,
    '/encampments/:encampmentId/steps/:encampmentStep',
  ),
  of(
    procedure('Aband'),
    'enforcement.abandoned',
    abandonedId,
    '/abandoned-vehicles/:abandonedId/steps/:abandonedStep',
  ),
  of(
    procedure('Public spaces'),
    ...(['enforcement.pspo', pspoId, '/pspos/:pspoId/steps/:pspoStep'] as const),
    "made_on = '2026-10-01', starts_on = '2026-11-01', ends_on = '2029-10-31'",
  ),
  of(procedure('Anti-social'), 'asb.asb_case', asbId, '/asb/:asbId/steps/:asbStep'),
  of(procedure('Criminal'), 'asb.order_file', orderId, orderPath, "kind = 'cbo'"),
  of(procedure('Acceptable'), 'asb.order_file', orderId, orderPath, "kind = 'abc'"),
  of(
    procedure('Nomination'),
    'asb.nomination',
    nominationId,
    '/nominations/:nominationId/steps/:nominationStep',
  ),
  of(
    procedure('ASB case review'),
    ...(['asb.review', reviewId, '/case-reviews/:reviewId/steps/:reviewStep'] as const),
    'chair_officer_id = (select id from directory.officer order by id limit 1)',
  ),
  of(drawnPurchases, 'inspection.purchase', purchaseId, '/test-purchases/:purchaseId/steps/:purchaseStep'),
  of(
    drawnLicensing,
    'inspection.licensing',
    licensingId,
    '/licence-reviews/:licensingId/steps/:licensingStep',
  ),
  of(drawnOperations, 'operations.operation', operationId, '/operations/:operationId/steps/:operationStep'),
  of(drawnTraders, 'traders.trader', traderId, '/traders/:traderId/steps/:traderStep'),
];
