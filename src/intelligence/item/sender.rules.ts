import { withoutAccents } from '../../platform/search/accents.ts';

/** What is looked at: an item's words, and the name of the officer who sent it, if one did. */
interface Sent {
  title: string;
  body: string;
  fromOfficerName: string | null;
}

const plain = (text: string): string =>
  ` ${withoutAccents(text)
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/**
 * Whether an item names whoever sent it: by the whole name, with the surname first, or by the initial and the surname. They are then told
 * nothing more of it, and no package made from it is sent to them. A surname alone is too often somebody else's.
 */
export function namesSender({ title, body, fromOfficerName }: Sent): boolean {
  if (!fromOfficerName) return false;
  const parts = plain(fromOfficerName).trim().split(' ').filter(Boolean);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length < 2) return false;
  const text = plain(`${title}\n${body}`);
  return [parts.join(' '), `${first} ${last}`, `${last} ${first}`, `${first.slice(0, 1)} ${last}`].some(
    (form) => text.includes(` ${form} `),
  );
}
