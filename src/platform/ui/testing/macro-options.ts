import type { ComponentChildren, VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';

/** Options as a macro takes them: whatever its published examples hold. */
export type MacroOptions = Record<string, unknown>;

/** Mark-up passed through as it is, which only tests may do: the examples' `html` options are such. */
export function raw(html: string): VNode {
  return jsxTemplate([html] as unknown as string[], ...([] as ComponentChildren[]));
}

/** True for an object that is neither an array nor nothing. */
export function isOptions(value: unknown): value is MacroOptions {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function attributeValue(value: unknown): string | boolean | undefined {
  if (isOptions(value)) {
    const inner = value.value;
    if (value.optional !== true) return attributeValue(inner);
    if (inner === true) return true;
    return inner === undefined || inner === null || inner === false ? undefined : String(inner);
  }
  return value === undefined || value === null ? '' : String(value);
}

function attributes(value: MacroOptions): Record<string, string | boolean | undefined> {
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, attributeValue(each)]));
}

/** Content of a text-or-html pair, html first as the macros have it. */
export function content(text: unknown, html: unknown): unknown {
  return html ? raw(String(html).trim()) : text;
}

/** Turns macro options into props: text and html become children, all the way down. */
export function toProps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toProps);
  if (!isOptions(value)) return value;
  const props: MacroOptions = {};
  for (const [key, each] of Object.entries(value)) {
    if (key === 'text' || key === 'html') continue;
    props[key] = key === 'attributes' && isOptions(each) ? attributes(each) : toProps(each);
  }
  if ('text' in value || 'html' in value) props.children = content(value.text, value.html);
  for (const key of ['title', 'description', 'summary']) {
    if (`${key}Text` in value || `${key}Html` in value) {
      props[key] = content(value[`${key}Text`], value[`${key}Html`]);
      delete props[`${key}Text`];
      delete props[`${key}Html`];
    }
  }
  return props;
}

/** Replaces an options object by its content, where our prop is content alone. */
export function unwrap(props: MacroOptions, ...keys: readonly string[]): MacroOptions {
  const changed = { ...props };
  for (const key of keys) {
    const value = changed[key];
    if (isOptions(value) && 'children' in value) changed[key] = value.children;
  }
  return changed;
}

/** Changes each item of a list, leaving the gaps in it. */
export function eachItem(
  props: MacroOptions,
  key: string,
  change: (item: MacroOptions) => MacroOptions,
): MacroOptions {
  const items = props[key];
  if (!Array.isArray(items)) return props;
  return { ...props, [key]: items.map((item: unknown) => (isOptions(item) ? change(item) : item)) };
}
