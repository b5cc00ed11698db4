/** Letters with a stroke, which no form of Unicode takes apart; as `platform.folded` of the database has them. */
const stroked: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŧ: 't', ß: 'ss', æ: 'ae', œ: 'oe' },
};

/** A text in small letters without accents and strokes: «José Łukasz» is «jose lukasz». */
export const withoutAccents = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðħıŧßæœ]/g, (letter) => stroked[letter] ?? letter);
