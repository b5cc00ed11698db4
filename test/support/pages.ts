import { parse } from 'node-html-parser';

/** Every field of the form with an address, as the browser would send it as it stands. */
export function formIn(html: string, action: RegExp): Record<string, string> {
  const form = parse(html)
    .querySelectorAll('form')
    .find((one) => action.test(one.getAttribute('action') ?? ''));
  const fields: Record<string, string> = {};
  for (const input of form?.querySelectorAll('input') ?? []) {
    const isUnticked = input.getAttribute('type') === 'radio' && !input.hasAttribute('checked');
    if (!isUnticked) fields[input.getAttribute('name') ?? ''] = input.getAttribute('value') ?? '';
  }
  for (const select of form?.querySelectorAll('select') ?? [])
    fields[select.getAttribute('name') ?? ''] =
      select.querySelector('option[selected]')?.getAttribute('value') ?? '';
  return fields;
}

/** What a page says, a space in place of each tag. */
export const wordsOf = (html: string): string =>
  (parse(html).querySelector('main')?.innerHTML ?? '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

/** A page without the keys of its forms, of which each page has its own. */
export const withoutKeys = (html: string): string => html.replaceAll(/name="_csrf" value="[^"]*"/g, '');
