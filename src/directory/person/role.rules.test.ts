import { expect, test } from 'vitest';
import { roles as rows } from '../../../reference/roles.ts';
import { roles } from '../roles.ts';
import { needsConsent, roleRules, roleSide } from './role.rules.ts';

test('every role has its row, its side and its rule', () => {
  expect([...roles].sort()).toEqual(rows.map((row) => row.code).sort());
  expect(Object.keys(roleRules).sort()).toEqual([...roles].sort());
});

test('no side but operations is entered on an administrator’s word alone', () => {
  const alone = roles.filter((role) => roleSide(role) !== 'OPS' && !roleRules[role].needsConsent);
  expect(alone).toEqual([]);
});

test('a role that needs no consent needs it when it moves somebody to another side', () => {
  expect(needsConsent('reception', undefined)).toBe(false);
  expect(needsConsent('reception', 'OPS')).toBe(false);
  expect(needsConsent('reception', 'INTEL')).toBe(true);
});
