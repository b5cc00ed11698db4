import type { Draft, Usable } from './draft.store.ts';
import type { PackageText } from './package.store.ts';
import { packageParts } from './package.words.ts';

/** The words of a package, part by part, as they leave or would leave: nothing but what may cross. */
export function wordsOf(draft: Draft, paragraphs: readonly Usable[]): PackageText[] {
  return packageParts.flatMap((part): PackageText[] => {
    if (part === 'text')
      return paragraphs.map(({ sanitised }, position) => ({ part, position, words: sanitised }));
    return draft[part] === '' ? [] : [{ part, position: 0, words: draft[part] }];
  });
}
