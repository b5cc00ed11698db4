/** An issue type as far as guessing from words needs it. */
export interface GuessableType {
  code: string;
  name: string;
  words: readonly string[];
}

export interface Guess {
  code: string;
  /** Between 0 and 1: the share of the complaint's telling words that this type explains, with phrases counting more. */
  score: number;
  matched: readonly string[];
}

const dull = new Set(
  'a an and are at be been being by for from has have i in is it its my near of off on or our over people some someone that the their there they this to up us was we were who with you your always keeps very please help left all outside next'.split(
    ' ',
  ),
);

/** Crude on purpose: the same crude form on both sides is what counts. */
export function stem(word: string): string {
  const plain = word.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (plain.length <= 3) return plain;
  return plain
    .replace(/(ies)$/, 'y')
    .replace(/(ing|ed|es|s)$/, '')
    .replace(/(.)\1$/, '$1');
}

const stems = (text: string): string[] =>
  text
    .split(/[\s/,.;:!?()'"–—-]+/)
    .filter((word) => word !== '' && !dull.has(word.toLowerCase()))
    .map(stem)
    .filter((word) => word.length > 1);

/**
 * Which kinds of issue a complaint in plain words could be, best first. A phrase counts only when all its words are
 * there; rare words count for more than common ones.
 */
export function guessIssueTypes(complaint: string, types: readonly GuessableType[]): Guess[] {
  const said = new Set(stems(complaint));
  if (said.size === 0) return [];
  const spread = new Map<string, number>();
  const phrasesOf = new Map(
    types.map((type) => [
      type.code,
      [type.name, ...type.words].map((phrase) => ({ phrase, parts: stems(phrase) })),
    ]),
  );
  for (const phrases of phrasesOf.values())
    for (const part of new Set(phrases.flatMap((p) => p.parts)))
      spread.set(part, (spread.get(part) ?? 0) + 1);
  const weight = (part: string) => Math.log(1 + types.length / (spread.get(part) ?? types.length));
  const total = [...said].reduce((sum, part) => sum + (spread.has(part) ? weight(part) : 0.7), 0);
  return types
    .map((type) => {
      const hits = (phrasesOf.get(type.code) ?? []).filter(
        ({ parts }) => parts.length > 0 && parts.every((part) => said.has(part)),
      );
      const explained = new Set(hits.flatMap(({ parts }) => parts));
      const longest = Math.max(0, ...hits.map(({ parts }) => parts.length));
      const sum = [...explained].reduce((s, part) => s + weight(part), 0);
      return {
        code: type.code,
        score: Math.min(1, (sum / total) * (longest > 1 ? 1.15 : 1)),
        // A type's name may be one of its words as well.
        matched: [...new Set(hits.map((hit) => hit.phrase))],
      };
    })
    .filter((guess) => guess.score > 0.15)
    .sort((a, b) => b.score - a.score || a.code.localeCompare(b.code))
    .slice(0, 5);
}
