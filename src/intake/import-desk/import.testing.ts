import { giveListFile } from '../../../test/support/given-file.ts';
import type { Answer, Visitor, World } from '../../../test/support/world.ts';

export { formIn, wordsOf } from '../../../test/support/pages.ts';

/** Gives a list by the page, or by the API with a bearer. */
export function giveList(
  world: World,
  visitor: Visitor,
  file: { name: string; content: Buffer | string } | undefined,
  options: { source?: string; sourceId?: string; byApi?: boolean } = {},
): Promise<Pick<Answer, 'status' | 'location' | 'text' | 'json'>> {
  const { byApi = false, ...fields } = { source: 'Contractor', ...options };
  return giveListFile(world, visitor, byApi ? '/api/v1/imports' : '/imports', file, fields);
}
