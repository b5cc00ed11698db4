import { parse } from 'node-html-parser';

/** Every field of a page's form as the browser would send it: what is hidden, typed, chosen and ticked. */
export function fieldsOf(html: string): Record<string, string> {
  const form = parse(html).querySelector('form[action^="/report/"]');
  const fields: Record<string, string> = {};
  for (const input of form?.querySelectorAll('input') ?? []) {
    const isUnticked =
      ['radio', 'checkbox'].includes(input.getAttribute('type') ?? '') && !input.hasAttribute('checked');
    const isSent = !['image', 'file', 'submit'].includes(input.getAttribute('type') ?? '') && !isUnticked;
    if (isSent) fields[input.getAttribute('name') ?? ''] = input.getAttribute('value') ?? '';
  }
  for (const area of form?.querySelectorAll('textarea') ?? [])
    fields[area.getAttribute('name') ?? ''] = area.text;
  for (const select of form?.querySelectorAll('select') ?? [])
    fields[select.getAttribute('name') ?? ''] =
      select.querySelector('option[selected]')?.getAttribute('value') ?? '';
  return fields;
}
/** The question that a page asks. */
export const headingOf = (html: string): string => parse(html).querySelector('h1')?.text ?? '';
