import { type HTMLElement, parse } from 'node-html-parser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mayUse } from '../../src/platform/access/permission.ts';
import type { Route } from '../../src/platform/http/declare.ts';
import { personas } from '../support/personas.ts';
import { readSamples, requestFor, type Samples } from '../support/samples.ts';
import { openWorld, type Visitor, type World } from '../support/world.ts';

// Whatever form a page offers: sent wrongly, it is shown again with what was typed, and each line of what is wrong leads to its field.
let world: World;
let samples: Samples;
const visitors = new Map<string, Visitor>();

beforeAll(async () => {
  world = await openWorld({ name: 'shownagain', keep: false });
  samples = await readSamples(world);
  visitors.set('nobody', world.nobody);
  for (const username of personas) visitors.set(username, await world.as(username));
});
afterAll(() => world.close());

/** Never shown again, since it opens what somebody reported: a shared screen would keep it for the next one. */
const secret = new Set(['/track phrase', '/case-review/track phrase']);

/** Longer than any field takes, and short enough for a form. */
const tooLong = '¿'.repeat(5000);
/** What somebody types, and no colour, day or number that a browser would not take. */
const isTyped = (field: HTMLElement): boolean =>
  field.rawTagName === 'textarea' ||
  (field.rawTagName === 'input' &&
    ['text', 'search', 'email', 'tel', 'url', undefined].includes(field.getAttribute('type')));
const nameOf = (field: HTMLElement): string => field.getAttribute('name') ?? '';
const fieldsOf = (form: HTMLElement): HTMLElement[] =>
  form.querySelectorAll('input, textarea, select').filter((field) => nameOf(field) !== '');
const formsIn = (page: HTMLElement): HTMLElement[] => page.querySelectorAll('form[method=post]');
const shownIn = (field: HTMLElement): string =>
  field.rawTagName === 'textarea' ? field.text.replace(/^\n/, '') : (field.getAttribute('value') ?? '');

/** What a browser sends of a form in which one thing was typed wherever one types, by its first button; nothing is chosen or ticked. */
function filledIn(form: HTMLElement, typed: string): Record<string, string> {
  const sent = fieldsOf(form).flatMap((field): [string, string][] => {
    if (isTyped(field)) return [[nameOf(field), typed]];
    return field.getAttribute('type') === 'hidden'
      ? [[nameOf(field), field.getAttribute('value') ?? '']]
      : [];
  });
  const button = form.querySelector('button[name]');
  return Object.fromEntries(button ? [...sent, [nameOf(button), button.getAttribute('value') ?? '']] : sent);
}

/** What is wrong with the answer to a form that was sent wrongly; where a rule stands in the way, there is nothing to mend. */
function faultsOf(answer: string, action: string, typed: readonly string[]): string[] {
  const root = parse(answer);
  if (root.querySelector('h1')?.text === 'A rule stands in the way') return [];
  const form = formsIn(root).find((one) => one.getAttribute('action') === action);
  if (!form) return ['the form is not shown again'];
  const faults = typed.flatMap((name) => {
    const field = fieldsOf(form).find((one) => nameOf(one) === name);
    if (!field) return [`${name} is not asked again`];
    return shownIn(field) === tooLong ? [] : [`what was typed in ${name} is lost`];
  });
  for (const line of root.querySelectorAll('.govuk-error-summary__list li')) {
    const to = line.querySelector('a')?.getAttribute('href')?.slice(1);
    if (to === undefined) faults.push(`“${line.text.trim()}” leads to no field`);
    else if (!root.getElementById(decodeURIComponent(to))) faults.push(`“${line.text.trim()}” leads nowhere`);
    if (/^Invalid |expected string|received undefined/.test(line.text.trim()))
      faults.push(`“${line.text.trim()}” is not for people`);
  }
  return faults;
}

const patternOf = ({ path }: Route): RegExp => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);
/** Pages are opened by so many of those who may, since not each is offered the same. */
const readers = 3;

test('a form that cannot be taken is shown again with what was typed, each fault at its field', async () => {
  const acts = world.app.routes
    .filter((route) => route.method === 'POST' && route.kind === 'page')
    .map((route) => ({ route, pattern: patternOf(route) }));
  const tried = new Set<string>();
  const wrong: string[] = [];
  for (const page of world.app.routes) {
    if (page.method !== 'GET' || page.kind !== 'page') continue;
    const { url } = requestFor(page, samples);
    let read = 0;
    for (const [username, visitor] of visitors) {
      if (read === readers) break;
      if (!mayUse(visitor.viewer, page.permission)) continue;
      const shown = await visitor.get(url);
      if (shown.status !== 200) continue;
      read += 1;
      for (const form of formsIn(parse(shown.text))) {
        const action = form.getAttribute('action') ?? '';
        const act = acts.find(({ pattern }) => pattern.test(action))?.route;
        const typed = fieldsOf(form).filter(isTyped).map(nameOf);
        if (!act || typed.length === 0 || tried.has(act.path)) continue;
        const answer = await visitor.post(action, filledIn(form, tooLong));
        if (answer.status !== 422) continue;
        tried.add(act.path);
        const kept = typed.filter((name) => !secret.has(`${act.path} ${name}`));
        const bare = await visitor.post(action, filledIn(form, ''));
        const faults = [
          ...faultsOf(answer.text, action, kept),
          ...(bare.status === 422 ? faultsOf(bare.text, action, []) : []),
        ];
        for (const fault of faults) wrong.push(`${act.path} (${username} on ${page.path}): ${fault}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(tried.size).toBeGreaterThan(180);
}, 240_000);
