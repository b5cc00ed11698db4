import { describe, expect, test } from 'vitest';
import { roles } from '../directory/roles.ts';
import type { OfficerViewer } from '../platform/access/viewer.ts';
import { navigationFor } from './navigation.ts';

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
