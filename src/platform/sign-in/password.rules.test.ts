import { expect, test } from 'vitest';
import { passwordProblem } from './password.rules.ts';

const olu = { username: 'olu.officer', name: 'Olu Babatola' };

test.each([
  ['eleven char', 'Use 12 characters'],
  ['x'.repeat(201), 'Use 200 characters or fewer'],
  ['passwordpassword', 'less regular|common passwords'],
  ['Password2026!', 'common passwords'],
  ['P4$$w0rd!!!!', 'common passwords'],
  ['WelcomeBack123', 'common passwords'],
  ['qwertyuiop12345', 'common passwords'],
  ['Manchester2026', 'common passwords'],
  ['correcthorsebatterystaple', 'common passwords'],
  ['123123123123', 'less regular'],
  ['aaaaaaaaaaaaa', 'less regular'],
  ['abcdefghijklmnop', 'less regular'],
  ['0987654321098', 'less regular'],
  ['olubabatola2026', 'own name'],
  ['olu.officer.1', 'own name'],
])('%s is refused', (password, words) => {
  expect(passwordProblem(password, olu)).toMatch(new RegExp(words));
});

test.each(['kettle violin thunder', 'Grünes Fahrrad im Regen', 'v8#Lm2!qTz90', 'olu keeps four grey geese'])(
  '%s is taken',
  (password) => {
    expect(passwordProblem(password, olu)).toBeUndefined();
  },
);
