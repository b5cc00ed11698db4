export * from './contact.store.ts';

import type { Route } from '../platform/http/declare.ts';
import { agencyApi } from './agency/agency.api.ts';
import { agencyRoutes } from './agency/agency.routes.tsx';
import { agreementApi } from './agreement/agreement.api.ts';
import { agreementRoutes } from './agreement/agreement.routes.tsx';
import { areaRoutes } from './area/area.routes.tsx';
import { areaLoadRoutes } from './area/area-load.routes.tsx';
import { changeRoutes } from './change/change.routes.tsx';
import { directoryRoutes as issueRoutes } from './directory.routes.tsx';
import { issueTypeApi } from './issue-type.api.ts';
import { personApi } from './person/person.api.ts';
import { personRoutes } from './person/person.routes.tsx';
import { personRightsRoutes } from './person/person-rights.routes.tsx';
import { personStepRoutes } from './person/person-steps.routes.tsx';
import { serviceApi } from './service/service.api.ts';
import { serviceRoutes } from './service/service.routes.tsx';

/** Looking up who answers for what, and keeping it. */
export const directoryRoutes: readonly Route[] = [
  ...issueRoutes,
  ...issueTypeApi,
  ...serviceRoutes,
  ...serviceApi,
  ...agencyRoutes,
  ...agencyApi,
  ...areaRoutes,
  ...areaLoadRoutes,
  ...agreementRoutes,
  ...agreementApi,
  ...personRoutes,
  ...personRightsRoutes,
  ...personStepRoutes,
  ...personApi,
  ...changeRoutes,
];
export { listAgencies } from './agency/agency.store.ts';
export { endingForMe } from './agreement/agreement.queries.ts';
export type { AgreementRow } from './agreement/agreement.store.ts';
export { recordKindWords, sharedKinds } from './agreement/agreement.words.ts';
export {
  type Change,
  changesOfRecord,
  type Fields,
  findChanges,
  namesOf,
  noteChange,
} from './change/change.store.ts';
export { type Difference, differencesOf } from './change/change.words.ts';
export { editRoutes } from './change/edit.routes.tsx';
export type { FieldChoice, Preview } from './change/edit-form.pages.tsx';
export { dayField, goField, lineField, reasonField } from './change/fields.ts';
export { historyFrom } from './change/history.tsx';
export { gapsNeedMe } from './directory.commands.ts';
export * from './directory.store.ts';
export * from './guess.ts';
export { type AreaImport, type AreaImportResult, importAreas } from './import/areas.ts';
export { importPostcodes, type PostcodeImportResult } from './import/postcodes.ts';
export * from './map/drawn-map.tsx';
export * from './map/map.box.ts';
export * from './map/map.routes.ts';
export * from './map/map.store.ts';
export * from './map/map.svg.ts';
export * from './map/map.view.ts';
export * from './map/place-map.tsx';
export { addFirstAdministrator, firstAdministratorSchema } from './person/first.commands.ts';
export { roleJobs } from './person/role.jobs.ts';
export { roleName } from './person/role.rules.ts';
export { type RoleRequest, requestsForMe } from './person/role.store.ts';
export * from './place.store.ts';
export * from './roles.ts';
export * from './routing.ts';
