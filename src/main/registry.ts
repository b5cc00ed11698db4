import { asbRoutes } from '../asb/index.ts';
import { assuranceRoutes } from '../assurance/index.ts';
import { courtRoutes } from '../court/index.ts';
import { directoryRoutes, mapRoutes } from '../directory/index.ts';
import {
  abandonedApi,
  abandonedRoutes,
  caseApi,
  caseRoutes,
  closureApi,
  closureRoutes,
  encampmentApi,
  encampmentRoutes,
  penaltyApi,
  penaltyRoutes,
  protectionApi,
  protectionRoutes,
  pspoApi,
  pspoRoutes,
} from '../enforcement/index.ts';
import { fieldRoutes } from '../field/index.ts';
import { retentionRoutes, subjectAccessRoutes } from '../governance/index.ts';
import { inspectionRoutes } from '../inspection/index.ts';
import { intakeRoutes, recordRoutes, reportApi, reportRoutes } from '../intake/index.ts';
import { intelligenceRoutes } from '../intelligence/index.ts';
import { jetRoutes } from '../jet/index.ts';
import { linkageRoutes, listApi, listCloseRoutes, listLoadRoutes, listRoutes } from '../linkage/index.ts';
import { operationRoutes } from '../operations/index.ts';
import { figureApi, figureRoutes } from '../performance/index.ts';
import { type Route, registry } from '../platform/http/declare.ts';
import type { SignIn } from '../platform/sign-in/sign-in.ts';
import {
  leadRoutes,
  partsRoutes,
  registerApi,
  registerRoutes,
  screeningRoutes,
  visitRoutes,
} from '../safeguarding/index.ts';
import { taskingRoutes } from '../tasking/index.ts';
import { traderRoutes } from '../traders/index.ts';
import { accountRoutes } from './account.routes.tsx';
import { docsRoutes } from './docs.routes.tsx';
import { homeRoutes } from './home.routes.tsx';
import type { MailKind } from './mail.pages.tsx';
import { mailRoutes } from './mail.routes.tsx';
import { oversightRoutes } from './oversight.routes.tsx';
import { searchRoutes } from './search.routes.tsx';
import { signInRoutes } from './sign-in.routes.tsx';

/** Every route there is. A route that is not in here cannot be reached. */
export function allRoutes(parts: { signIn: SignIn; mailKind?: MailKind }): readonly Route[] {
  const routes: readonly Route[] = registry(
    signInRoutes(parts.signIn),
    accountRoutes(parts.signIn),
    homeRoutes,
    mapRoutes,
    intakeRoutes,
    reportRoutes,
    reportApi,
    recordRoutes,
    directoryRoutes,
    caseRoutes,
    caseApi,
    taskingRoutes,
    penaltyRoutes,
    penaltyApi,
    protectionApi,
    protectionRoutes,
    closureApi,
    closureRoutes,
    encampmentApi,
    encampmentRoutes,
    abandonedApi,
    abandonedRoutes,
    pspoApi,
    pspoRoutes,
    listRoutes,
    listCloseRoutes,
    listLoadRoutes,
    listApi,
    registerRoutes,
    partsRoutes,
    leadRoutes,
    registerApi,
    visitRoutes,
    screeningRoutes,
    assuranceRoutes,
    intelligenceRoutes,
    courtRoutes,
    traderRoutes,
    operationRoutes,
    inspectionRoutes,
    jetRoutes,
    fieldRoutes,
    asbRoutes,
    figureRoutes,
    figureApi,
    linkageRoutes,
    searchRoutes,
    oversightRoutes,
    retentionRoutes,
    subjectAccessRoutes,
    mailRoutes(parts.mailKind ?? 'not-configured'),
    docsRoutes(() => routes),
  );
  return routes;
}
