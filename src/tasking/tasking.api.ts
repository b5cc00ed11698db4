import type { Route } from '../platform/http/declare.ts';

export const apiRoutes: readonly Route[] = [];
