import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { type ComponentType, h } from 'preact';
import { describe, expect, it } from 'vitest';
import { renderFragment } from './render.ts';
import { canonical } from './testing/canonical.ts';
import { type MacroOptions, toProps } from './testing/macro-options.ts';
import { type MojCase, mojCases } from './testing/moj-cases.ts';

const packages = ['@ministryofjustice/frontend', 'govuk-frontend/dist'].map((path) =>
  fileURLToPath(new URL(`../../../node_modules/${path}`, import.meta.url)),
);
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(packages), { autoescape: true });
// The macro leaves the writing of dates to filters of the application's own.
environment.addFilter('mojDate', (timestamp: string) => `on ${timestamp}`);

function byMacro({ macro: [folder, name] }: MojCase, options: MacroOptions): string {
  const source = `{% from "moj/components/${folder}/macro.njk" import ${name} %}{{ ${name}(options) }}`;
  return environment.renderString(source, { options });
}

function byKit(each: MojCase, options: MacroOptions): string {
  const props = toProps(options) as MacroOptions;
  // Examples are data: that they fit the component's props is what is being tested.
  const Component = each.component as ComponentType<MacroOptions>;
  return renderFragment(h(Component, each.adapt ? each.adapt(props, options) : props));
}

/**
 * What differs on purpose: our icons are drawn afresh, so only their class is compared; and our dismiss button says it
 * is a button, since MOJ's, which does not, would send any form it stands in.
 */
function comparable(html: string): string {
  const withoutPictures = html.replace(
    /<svg([^>]*)>.*?<\/svg>/gs,
    (_all, attributes: string) => `<svg class="${/class="([^"]*)"/.exec(attributes)?.[1] ?? ''}"></svg>`,
  );
  return canonical(
    withoutPictures.replace(
      '<button type="button" class="moj-alert__dismiss"',
      '<button class="moj-alert__dismiss"',
    ),
  );
}

describe.each(Object.entries(mojCases))('MOJ %s', (_name, each) => {
  it.each(each.examples.map((options, index) => [index + 1, options] as const))(
    'example %i',
    (_number, options) => {
      expect(comparable(byKit(each, options))).toBe(comparable(byMacro(each, options)));
    },
  );

  it('has two examples or more', () => {
    expect(each.examples.length).toBeGreaterThanOrEqual(2);
  });
});
