import { buildPeople } from '../../county/people.ts';

/** What is printed once everything runs: as whom a newcomer can sign in. */
export function welcome(mode: 'demonstration' | 'production'): string {
  if (mode === 'production') return 'Sign in with your own account.';
  const personas = buildPeople().filter((person) => person.isPersona);
  const width = Math.max(...personas.map((person) => person.username.length));
  return [
    'Sign in (no password in the demonstration) as one of:',
    ...personas.map((p) => `  ${p.username.padEnd(width)}  ${p.blurb}`),
  ].join('\n');
}
