import { parse } from 'node-html-parser';
import type { Answer, Visitor, World } from '../../../test/support/world.ts';

/** A form with a file in it, as a browser sends it. */
function multipart(
  fields: Record<string, string>,
  file: { name: string; content: Buffer | string } | undefined,
) {
  const mark = 'a-boundary-of-tests';
  const parts = [
    ...Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    ...(file
      ? [
          Buffer.from(
            `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
          ),
          Buffer.from(file.content as string),
          Buffer.from('\r\n'),
        ]
      : []),
    Buffer.from(`--${mark}--\r\n`),
  ];
  return { payload: Buffer.concat(parts), contentType: `multipart/form-data; boundary=${mark}` };
}

/** Gives a list by the page, or by the API with a bearer. */
export async function giveList(
  world: World,
  visitor: Visitor,
  file: { name: string; content: Buffer | string } | undefined,
  options: { source?: string; sourceId?: string; byApi?: boolean } = {},
): Promise<Pick<Answer, 'status' | 'location' | 'text' | 'json'>> {
  const { byApi = false, ...fields } = { source: 'Contractor', ...options };
  const body = multipart(byApi ? fields : { ...fields, _csrf: visitor.csrf }, file);
  const reply = await world.app.server.inject({
    method: 'POST',
    url: byApi ? '/api/v1/imports' : '/imports',
    headers: {
      'content-type': body.contentType,
      ...(byApi ? { authorization: `Bearer ${visitor.token}` } : {}),
    },
    ...(byApi ? {} : { cookies: { bw_session: visitor.token } }),
    payload: body.payload,
  });
  const isJson = String(reply.headers['content-type']).includes('json');
  return {
    status: reply.statusCode,
    location: reply.headers.location,
    text: reply.body,
    json: isJson ? reply.json() : undefined,
  };
}

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
