/**
 * How a name sounds, as a short skeleton of consonants. Spellings that clerks exchange give one code, also those of South
 * Asian, Arabic, African and Slavic names written in English (Mohammed and Muhammad, Yusuf and Yousef, Siobhan no).
 */
export function soundOf(word: string): string {
  let text = word;
  for (const [spelling, sound] of spellings) text = text.replace(spelling, sound);
  const first = text[0] ?? '';
  const rest = text.slice(1).replace(/[aeiouyhw]/g, '');
  const head = /[aeiouy]/.test(first) ? 'a' : first;
  return (head + rest).replace(/(.)\1+/g, '$1').slice(0, 6);
}

const spellings: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^x/, 's'],
  [/^mc/, 'mac'],
  [/ph/g, 'f'],
  [/(?:sch|tch|ch|sh|zh|cz|sz)/g, 'j'],
  [/dg(?=[eiy])/g, 'j'],
  [/gh(?=t|$)/g, ''],
  [/(?:gh|kh)/g, 'k'],
  [/ck/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/[cq]/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/v/g, 'f'],
  [/th/g, 't'],
];
