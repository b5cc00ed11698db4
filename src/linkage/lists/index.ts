export { listApi } from './list.api.ts';
export { listPolicy } from './list.policy.ts';
export { listRoutes } from './list.routes.tsx';
export { findList, listLists, type PartnerList, peopleOnList } from './list.store.ts';
export { listCloseRoutes } from './list-close.routes.tsx';
export { listJobs, listSchedule } from './list-load.jobs.ts';
export { listLoadRoutes } from './list-load.routes.tsx';
export { datesOf, readRow } from './list-row.ts';
export { mappingOf, recogniseColumns } from './recognise-columns.ts';
