import type { Viewer } from './viewer.ts';

declare const made: unique symbol;

/**
 * The right to use a route, job or command. Only `permission()` and `PUBLIC` make one, so a declaration
 * cannot be written without it.
 */
export interface Permission {
  readonly code: string;
  /** What it lets a person do, as the permission table prints it. */
  readonly words: string;
  /** Role codes; empty for the public. */
  readonly roles: readonly string[];
  readonly isPublic: boolean;
  readonly [made]: true;
}

/** A permission for the holders of some roles. */
export function permission(code: string, words: string, roles: readonly [string, ...string[]]): Permission {
  return { code, words, roles, isPublic: false } as unknown as Permission; // the brand exists for the compiler only
}

/** Open to anybody, by name: a test holds the list of routes that use it. */
export const PUBLIC = {
  code: 'public',
  words: 'Anybody, without signing in',
  roles: [],
  isPublic: true,
} as unknown as Permission; // the brand exists for the compiler only

/** Every role there is, for pages such as home that each officer has. */
export const everyRole = (roles: readonly string[]): [string, ...string[]] => {
  const [first, ...rest] = roles;
  if (first === undefined) throw new Error('There are no roles.');
  return [first, ...rest];
};

/** Deny by default: no role in common, no use. */
export function mayUse(viewer: Viewer, needed: Permission): boolean {
  if (needed.isPublic) return true;
  return viewer.kind === 'officer' && viewer.roles.some((role) => needed.roles.includes(role));
}
