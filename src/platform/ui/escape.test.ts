import { readFileSync } from 'node:fs';
import { parse } from 'node-html-parser';
import { type ComponentType, h } from 'preact';
import { describe, expect, it } from 'vitest';
import { renderFragment } from './render.ts';
import { govukCases } from './testing/govuk-cases.ts';
import { isOptions, type MacroOptions, toProps } from './testing/macro-options.ts';
import { mojCases } from './testing/moj-cases.ts';

const hostile = `'"><script>alert(1)</script><img src=x onerror=alert(1)>&lt;`;

/** Options whose value chooses a shape rather than being written out. */
const structural = new Set([
  'type',
  'headingTag',
  'variant',
  'layout',
  'method',
  'format',
  'align',
  'datetime',
]);

/** Every string an example holds, made hostile; `html` becomes text, since no prop of ours takes mark-up. */
function poison(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return structural.has(key) || value === '' ? value : hostile;
  if (Array.isArray(value)) return value.map((each) => poison(each, key));
  if (!isOptions(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      const asText = name.replace(/^html$/, 'text').replace(/Html$/, 'Text');
      return [structural.has(name) ? name : asText, structural.has(name) ? each : poison(each, name)];
    }),
  );
}

function dangers(html: string): readonly string[] {
  return parse(html)
    .querySelectorAll('*')
    .filter(
      (element) =>
        ['SCRIPT', 'IMG'].includes(element.tagName) ||
        Object.keys(element.attributes).some((name) => name.toLowerCase().startsWith('on')),
    )
    .map((element) => element.outerHTML);
}

function examplesOf(component: string): readonly { readonly name: string; readonly options: MacroOptions }[] {
  const path = `../../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`;
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')).fixtures;
}

interface Adaptable {
  readonly component: ComponentType<never>;
  readonly adapt?: (props: MacroOptions, options: MacroOptions) => MacroOptions;
}

function renderPoisoned(each: Adaptable, options: MacroOptions): string {
  const poisoned = poison(options) as MacroOptions;
  const props = toProps(poisoned) as MacroOptions;
  // Examples are data: that they fit the component's props is tested elsewhere.
  const Component = each.component as ComponentType<MacroOptions>;
  return renderFragment(h(Component, each.adapt ? each.adapt(props, poisoned) : props));
}

describe('hostile words', () => {
  it.each(Object.entries(govukCases))('come out of GOV.UK %s escaped', (name, each) => {
    for (const example of examplesOf(name)) {
      const html = renderPoisoned(each, { ...example.options, slots: undefined });
      expect(dangers(html), example.name).toEqual([]);
    }
    const all = examplesOf(name).map((example) =>
      renderPoisoned(each, { ...example.options, slots: undefined }),
    );
    expect(all.join('')).toContain('&lt;script>alert(1)');
  });

  it.each(Object.entries(mojCases))('come out of MOJ %s escaped', (_name, each) => {
    for (const options of each.examples) {
      const html = renderPoisoned(each, { ...options, optionsHtml: '', uploadHtml: '', searchHtml: '' });
      expect(dangers(html)).toEqual([]);
      expect(html).toContain(options.results ? 'moj-pagination' : '&lt;script>alert(1)');
    }
  });

  it('would be seen if they came out raw', () => {
    expect(dangers(`<p>${hostile}</p>`).length).toBeGreaterThan(0);
    expect(dangers('<p onclick="alert(1)">x</p>').length).toBe(1);
  });
});
