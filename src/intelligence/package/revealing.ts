/** What a text that is to cross is held against. */
export interface Behind {
  /** Pseudonym of the source, if the item has one. */
  pseudonym: string | undefined;
  /** Words that point to a source: how it is known, where it comes from, who could come to harm. */
  pointing: readonly string[];
  raw: string;
  riskToSource: boolean;
}

/** So many words in a row are no chance. */
const run = 5;
const words = (text: string): string[] => text.toLowerCase().match(/[a-z0-9']+/g) ?? [];

/**
 * Why a text may not cross as it stands: it names a pseudonym, says again how it is known, or is the raw text of somebody at
 * risk. A first check that catches copying; it does not read, and a person looks at every text before it leaves.
 */
export function revealing(text: string, behind: Behind): string | undefined {
  if (behind.pseudonym && text.toLowerCase().includes(behind.pseudonym.toLowerCase()))
    return 'It names the pseudonym of the source';
  const said = ` ${words(text).join(' ')} `;
  for (const pointing of behind.pointing) {
    const given = words(pointing);
    for (let at = 0; at + run <= given.length; at += 1)
      if (said.includes(` ${given.slice(at, at + run).join(' ')} `))
        return `It repeats how this is known: «${given.slice(at, at + run).join(' ')}»`;
  }
  if (behind.riskToSource && words(behind.raw).join(' ') === words(text).join(' '))
    return 'There is a risk to the source, and it is the raw text word for word';
  return undefined;
}
