const special: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ŋ: 'ng',
  '’': "'",
  '‘': "'",
  '`': "'",
};

// Cyrillic and Greek by sound, after the passport tables of ICAO 9303 part 3.
const letters: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
};

const plain = /^[a-z0-9 ]*$/;

/** Lower case, Latin letters without marks, single blanks: what two clerks would agree they both typed. */
export function fold(raw: string): string {
  const lower = raw.toLowerCase();
  if (plain.test(lower) && !lower.includes('  ')) return lower.trim();
  let out = '';
  for (const letter of lower.normalize('NFKD')) {
    const point = letter.codePointAt(0) ?? 0;
    if (point >= 0x300 && point <= 0x36f) continue;
    out += special[letter] ?? letters[letter] ?? letter;
  }
  return out.replace(/\s+/g, ' ').trim();
}

/** Folded text cut into words of letters and figures; apostrophes join (O'Brien is one word). */
export function wordsOf(raw: string): string[] {
  return fold(raw)
    .replace(/'/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
