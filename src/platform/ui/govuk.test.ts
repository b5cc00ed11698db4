import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type ComponentType, h } from 'preact';
import { describe, expect, it } from 'vitest';
import { renderFragment } from './render.ts';
import { canonical } from './testing/canonical.ts';
import { type GovukCase, govukCases, notBuilt } from './testing/govuk-cases.ts';
import { type MacroOptions, toProps } from './testing/macro-options.ts';

interface Example {
  readonly name: string;
  readonly options: MacroOptions;
  readonly html: string;
}

const published = new URL('../../../node_modules/govuk-frontend/dist/govuk/components/', import.meta.url);

function examplesOf(component: string): readonly Example[] {
  const path = new URL(`${component}/fixtures.json`, published);
  return JSON.parse(readFileSync(path, 'utf8')).fixtures;
}

function render(each: GovukCase, options: MacroOptions): string {
  const props = toProps(options) as MacroOptions;
  // Examples are data: that they fit the component's props is what is being tested.
  const Component = each.component as ComponentType<MacroOptions>;
  return renderFragment(h(Component, each.adapt ? each.adapt(props, options) : props));
}

function passes(each: GovukCase, example: Example): boolean {
  try {
    return canonical(render(each, example.options)) === canonical(example.html);
  } catch {
    return false;
  }
}

describe.each(Object.entries(govukCases))('GOV.UK %s', (name, each) => {
  const examples = examplesOf(name);
  const supported = examples.filter((example) => !each.unsupported?.[example.name]);

  it.each(supported)('$name', ({ options, html }) => {
    expect(canonical(render(each, options))).toBe(canonical(html));
  });

  it(`passes at least ${each.floor} of ${examples.length} published examples`, () => {
    expect(supported.filter((example) => passes(each, example)).length).toBeGreaterThanOrEqual(each.floor);
  });

  it('names as unsupported only examples that exist and do not pass', () => {
    for (const unsupported of Object.keys(each.unsupported ?? {})) {
      const example = examples.find((one) => one.name === unsupported);
      expect(example, unsupported).toBeDefined();
      expect(example && passes(each, example), unsupported).toBe(false);
    }
  });
});

describe('the count of published examples', () => {
  it('leaves out no component without saying why', () => {
    const folders = readdirSync(published).filter((name) =>
      existsSync(new URL(`${name}/fixtures.json`, published)),
    );
    expect(folders.sort()).toEqual([...Object.keys(govukCases), ...Object.keys(notBuilt)].sort());
  });

  it('is at least what it was', () => {
    const counts = Object.entries(govukCases).map(([name, each]) => {
      const examples = examplesOf(name);
      return {
        name,
        passed: examples.filter((example) => passes(each, example)).length,
        of: examples.length,
      };
    });
    const passed = counts.reduce((sum, each) => sum + each.passed, 0);
    const total = counts.reduce((sum, each) => sum + each.of, 0);
    const table = counts.map((each) => `${each.name} ${each.passed}/${each.of}`).join(', ');
    console.info(`GOV.UK examples passed: ${passed} of ${total} (${table})`);
    expect(passed).toBeGreaterThanOrEqual(640);
  });
});

describe('the comparison', () => {
  it.each([
    ['a missing attribute', '<p id="a">x</p>', '<p>x</p>'],
    ['another class', '<p class="a b">x</p>', '<p class="a c">x</p>'],
    ['another element', '<div>x</div>', '<p>x</p>'],
    ['words run together', '<p><span>Error:</span> x</p>', '<p><span>Error:</span>x</p>'],
    ['mark-up shown as words', '<p><b>x</b></p>', '<p>&lt;b&gt;x&lt;/b&gt;</p>'],
    ['another order', '<p>a</p><div>b</div>', '<div>b</div><p>a</p>'],
  ])('sees %s', (_what, one, other) => {
    expect(canonical(one)).not.toBe(canonical(other));
  });

  it('overlooks the order of attributes and space between blocks', () => {
    expect(canonical('<div id="a" class="b  c">\n  <p>x</p>\n</div>')).toBe(
      canonical('<div class="b c" id="a"><p> x </p></div>'),
    );
  });
});
