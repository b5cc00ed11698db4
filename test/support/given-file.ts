import type { Answer, Visitor, World } from './world.ts';

/** A form with a file in it, as a browser sends it. */
function multipart(
  fields: Record<string, string>,
  file: { name: string; content: Buffer | string; field?: string } | undefined,
) {
  const mark = 'a-boundary-of-tests';
  const parts = [
    ...Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    ...(file
      ? [
          Buffer.from(
            `--${mark}\r\ncontent-disposition: form-data; name="${file.field ?? 'file'}"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
          ),
          Buffer.from(file.content as string),
          Buffer.from('\r\n'),
        ]
      : []),
    Buffer.from(`--${mark}--\r\n`),
  ];
  return { payload: Buffer.concat(parts), contentType: `multipart/form-data; boundary=${mark}` };
}

/** Sends a form with a file in it to an address: to the API with a bearer, to a page with the session's cookie. */
export async function giveListFile(
  world: World,
  visitor: Visitor,
  url: string,
  file: { name: string; content: Buffer | string; field?: string } | undefined,
  fields: Record<string, string> = {},
): Promise<Pick<Answer, 'status' | 'location' | 'text' | 'json'>> {
  const byApi = url.startsWith('/api/');
  const body = multipart(byApi ? fields : { ...fields, _csrf: visitor.csrf }, file);
  const reply = await world.app.server.inject({
    method: 'POST',
    url,
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
