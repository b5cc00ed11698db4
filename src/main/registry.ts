import { mapRoutes } from '../directory/index.ts';
import { intakeRoutes, reportApi, reportRoutes } from '../intake/index.ts';
import { type Route, registry } from '../platform/http/declare.ts';
import type { SignIn } from '../platform/sign-in/sign-in.ts';
import { homeRoutes } from './home.routes.tsx';
import { signInRoutes } from './sign-in.routes.tsx';

/** Every route there is. A route that is not in here cannot be reached. */
export const allRoutes = (parts: { signIn: SignIn }): readonly Route[] =>
  registry(signInRoutes(parts.signIn), homeRoutes, mapRoutes, intakeRoutes, reportRoutes, reportApi);
