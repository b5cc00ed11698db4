import { createHash } from 'node:crypto';
import type { Visitor, World } from './world.ts';

/** A small picture; each number gives another one. */
export const pictureOf = (number: number): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(`picture ${number}`)]);
export const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
/** Ids as a telephone would make them, the same in each run. */
export const telephoneId = (number: number): string =>
  `01920000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** A telephone's photograph, as its form sends it. */
export async function sendPhoto(
  world: World,
  visitor: Visitor,
  given: { id: string; content: Buffer; sha256?: string; officerId?: string },
): Promise<{ status: number; text: string }> {
  const mark = 'a-boundary-of-tests';
  const own = visitor.viewer.kind === 'officer' ? visitor.viewer.officerId : '';
  const fields = {
    ...{ id: given.id, officerId: given.officerId ?? own, sha256: given.sha256 ?? sha256(given.content) },
  };
  const reply = await world.app.server.inject({
    method: 'POST',
    url: '/api/v1/field/photos',
    headers: {
      authorization: `Bearer ${visitor.token}`,
      'content-type': `multipart/form-data; boundary=${mark}`,
    },
    payload: Buffer.concat([
      ...Object.entries(fields).map(([name, value]) =>
        Buffer.from(`--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
      ),
      Buffer.from(
        `--${mark}\r\ncontent-disposition: form-data; name="photo"; filename="photo"\r\ncontent-type: image/jpeg\r\n\r\n`,
      ),
      given.content,
      Buffer.from(`\r\n--${mark}--\r\n`),
    ]),
  });
  return { status: reply.statusCode, text: reply.body };
}

/** Sets a task to Wendmere's joint enforcement team, accepted already. Gives its id. */
export async function acceptedTask(world: World, title: string): Promise<string> {
  const [task] = await world.sql<{ id: string }>(
    `insert into tasking.task (id, reference, title, expected, set_by_agency_id, service_id, agency_id, set_at, due_on, first_due_on, status, accepted_at,
       accepted_how, is_personal)
     select gen_random_uuid(), 'T-' || upper(substr(md5($1), 1, 4)) || '-' || upper(substr(md5($1), 5, 3)), $1, 'Say what came of it', v.agency_id, v.id, v.agency_id,
       '2026-11-18T09:00:00Z', '2026-11-27', '2026-11-27', 'accepted', '2026-11-18T10:00:00Z', 'themselves', false
     from directory.service v where v.code = 'WEND-JET' returning id`,
    [title],
  );
  if (!task) throw new Error('There is no team to set a task to.');
  return task.id;
}
