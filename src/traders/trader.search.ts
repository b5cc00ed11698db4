import { byReference } from '../platform/search/reference.ts';
import { keepTraders } from './trader.permissions.ts';
import { traderPolicy } from './trader.policy.ts';

/** Where the file of a trader of this reference is, if the viewer may see it. */
export const traderByReference = byReference({
  table: 'traders.trader',
  permission: keepTraders,
  policy: traderPolicy,
  under: '/traders',
});
