import { describe, expect, test } from 'vitest';
import { roles } from '../directory/roles.ts';
import { starts } from '../intake/index.ts';
import type { OfficerViewer } from '../platform/access/viewer.ts';
import { startsFor } from './home-starts.ts';
import { navigationFor } from './navigation.ts';
import { allRoutes } from './registry.ts';

const officerWith = (...held: string[]): OfficerViewer => ({
  ...{ kind: 'officer', accountId: 'a', sessionId: 's', officerId: 'o', name: 'Ada', side: 'OPS' },
  ...{ agencyId: 'g', agencyName: 'Wendmere', roles: held, serviceIds: [], agreements: [] },
});

describe('the places that a person has work in', () => {
  test.each(roles)('%s: one line, and every place in two presses', (role) => {
    const officer = officerWith(role);
    const { main } = navigationFor(officer, '/home');
    expect(main.length).toBeLessThanOrEqual(11);
    for (const { href, text } of main) {
      const there = navigationFor(officer, href);
      expect(there.main.filter(({ active }) => active).map((one) => one.text)).toEqual([text]);
      const within = there.within?.items.filter(({ active }) => active) ?? [];
      expect(within.map((one) => one.href)).toEqual(there.within ? [href] : []);
    }
  });

  test('a page further in belongs to its place, whatever it was asked with', () => {
    const { main, within } = navigationFor(officerWith('jet-officer'), '/closures/4/edit?step=2');
    expect(main.find(({ active }) => active)?.text).toBe('Enforcement');
    expect(within?.items.find(({ active }) => active)?.text).toBe('Closures');
  });

  test('few places need no groups', () => {
    const { main, within } = navigationFor(officerWith('warden'), '/visits');
    expect(main.map(({ text }) => text)).toContain('My visits');
    expect(within).toBeUndefined();
  });
});

describe('what a role begins from its home page', () => {
  const routes = allRoutes({ signIn: {} as never, mailKind: 'demonstration' }); // nothing is asked of them here
  test.each(roles)('%s has something to begin, and may', (role) => {
    const starts = startsFor(officerWith(role));
    expect(starts.length).toBeGreaterThan(0);
    for (const { href } of starts) {
      const path = href.split('?')[0];
      const route = routes.find((one) => one.method === 'GET' && one.path === path);
      expect([href, route?.permission.roles]).toEqual([href, expect.arrayContaining([role])]);
    }
  });
});

test('what a report or a record leads to is open to those who are led there, and its box is on that form', () => {
  for (const { form, roles: led } of starts) {
    const route = allRoutes({ signIn: {} as never, mailKind: 'demonstration' }).find(
      ({ path, method }) => path === form && method === 'GET',
    );
    expect([form, [...(route?.permission.roles ?? [])].sort()]).toEqual([form, [...led].sort()]);
  }
});
