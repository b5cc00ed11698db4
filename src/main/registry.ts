import { reportApi } from '../intake/index.ts';
import { type Route, registry } from '../platform/http/declare.ts';
import { signInRoutes } from './sign-in.routes.tsx';
import type { SignIn } from '../platform/sign-in/sign-in.ts';

/** Every route there is. A route that is not in here cannot be reached. */
export const allRoutes = (parts: { signIn: SignIn }): readonly Route[] => registry(signInRoutes(parts.signIn), reportApi);
