import { schemeKeepers } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';

export const keepTraders = permission(
  'traders.keep',
  'Take applications of traders, check them, decide on them, and keep the members of the scheme',
  schemeKeepers,
);
