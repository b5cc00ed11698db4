import type { Route } from '../../src/platform/http/declare.ts';
import { formOf, requestFor, type Samples } from './samples.ts';
import type { Answer, Visitor } from './world.ts';

/** What a route answers to its sample request. */
export async function answerTo(visitor: Visitor, route: Route, samples: Samples): Promise<Answer> {
  const { url, body } = requestFor(route, samples);
  if (route.kind === 'api') return visitor.api(route.method, url, route.method === 'POST' ? body : undefined);
  return route.method === 'GET' ? visitor.get(url) : visitor.post(url, formOf(body));
}

/** Whether the answer is «not your role», or, to nobody, «sign in first». */
export const isRefused = ({ viewer }: Visitor, { status, location }: Answer): boolean =>
  viewer.kind === 'public' ? status === 401 || (location ?? '').startsWith('/sign-in') : status === 403;

/** Routes that paired worlds cannot be asked for: their answers hold what is random by design. */
export const isLeftToMatrix = (route: Route): boolean =>
  route.path === '/sign-out' || route.path.includes('/sessions');
