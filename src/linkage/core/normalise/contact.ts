import { fold } from './fold.ts';

const postcodeShape = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$/;

/** A UK postcode without its blank, upper case, with O/0 and I/1 put right by their place; other codes as they are. */
export function normalPostcode(raw: string): string {
  const text = raw.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (postcodeShape.test(text) || text.length < 5 || text.length > 7) return text;
  const toLetter = (part: string) => part.replace(/0/g, 'O').replace(/1/g, 'I').replace(/5/g, 'S');
  const toFigure = (part: string) => part.replace(/O/g, '0').replace(/[IL]/g, '1').replace(/S/g, '5');
  const inward = toFigure(text.at(-3) ?? '') + toLetter(text.slice(-2));
  const outward = text.slice(0, -3);
  for (const lettersFirst of [2, 1]) {
    const area = toLetter(outward.slice(0, lettersFirst));
    const district = outward.slice(lettersFirst);
    const mended = area + toFigure(district[0] ?? '') + district.slice(1) + inward;
    if (postcodeShape.test(mended)) return mended;
  }
  return text;
}

/** Whether the text is a UK postcode by its shape. */
export function isUkPostcode(normal: string): boolean {
  return postcodeShape.test(normal);
}

/** Figures of one number, its country's among them; with more, several numbers stand in one cell. */
const mostFigures = 14;

/** What stands between two numbers in one cell. */
const betweenNumbers = /[/;,|&\n]|\bor\b|\band\b/i;

/** The first number of a cell, without an extension. */
function firstNumber(raw: string): string {
  const text = raw.replace(/\.0$/, '').replace(/\s*\b(?:ext(?:ension)?|x)\.?\s*\d{1,6}\s*$/i, '');
  const figures = text.replace(/\D/g, '');
  if (figures.length <= mostFigures) return figures;
  const parts = text.split(betweenNumbers).map((part) => part.replace(/\D/g, ''));
  const whole = parts.find((part) => part.length >= 9 && part.length <= mostFigures);
  return whole ?? (figures.startsWith('0') && !figures.startsWith('00') ? figures.slice(0, 11) : figures);
}

/**
 * A phone number in figures, UK numbers with their leading 0; a placeholder (too short, one figure over and over) is empty. Of several
 * in one cell the first.
 */
export function normalPhone(raw: string): string {
  let figures = firstNumber(raw);
  if (figures.startsWith('0044')) figures = `0${figures.slice(4)}`;
  else if (figures.startsWith('44') && figures.length >= 11) figures = `0${figures.slice(2)}`;
  figures = figures.replace(/^00+/, '0');
  if (figures.length < 6 || /^0?(\d)\1{5,}$/.test(figures) || /^07?0+$/.test(figures)) return '';
  return figures.length === 10 && !figures.startsWith('0') ? `0${figures}` : figures;
}

/** All telephone numbers in a cell, in figures as `normalPhone` has them. */
export function phonesIn(raw: string): readonly string[] {
  const figures = raw.replace(/\D/g, '');
  if (figures.length <= mostFigures) return given(normalPhone(raw));
  const parts = raw.split(betweenNumbers).filter((part) => part.replace(/\D/g, '').length >= 9);
  if (parts.length > 1) return [...new Set(parts.flatMap((part) => given(normalPhone(part))))];
  const isTwo = figures.length === 22 && figures[0] === '0' && figures[11] === '0';
  const numbers = isTwo ? [figures.slice(0, 11), figures.slice(11)] : [raw];
  return [...new Set(numbers.flatMap((number) => given(normalPhone(number))))];
}

const given = (text: string): string[] => (text === '' ? [] : [text]);

const noMail = /^(?:none|no|na|n\/a|unknown|test|noemail|nomail)@|^(?:none|unknown|n\/a)$/;

/** An e-mail address folded, without blanks, a `+tag` or a placeholder; of several in one cell the first. */
export function normalEmail(raw: string): string {
  const parts = raw
    .toLowerCase()
    .replace(/mailto:|[<>]/g, '')
    .split(/[;,|]/);
  const text = (parts.find((part) => part.includes('@')) ?? parts[0] ?? '')
    .replace(/\s/g, '')
    .replace(/\+[^@]*@/, '@')
    .replace(/googlemail\.com$/, 'gmail.com');
  return noMail.test(text) ? '' : text;
}

/** All e-mail addresses in a cell, as `normalEmail` has them. */
export function emailsIn(raw: string): readonly string[] {
  const parts = raw.split(/[;,|\n]/).filter((part) => part.includes('@'));
  if (parts.length < 2) return given(normalEmail(raw));
  return [...new Set(parts.flatMap((part) => given(normalEmail(part))))];
}

/** A UK registration mark: letters and figures only, upper case. */
export function normalPlate(raw: string): string {
  return raw.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

const confused: Readonly<Record<string, string>> = {
  O: '0',
  D: '0',
  Q: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
  Y: 'V',
  N: 'M',
};

/** A mark with every letter that a camera or an eye mixes up turned into one of its kind (0/O/D/Q, 1/I, 5/S, 8/B). */
export function plateSkeleton(normal: string): string {
  let out = '';
  for (const letter of normal) out += confused[letter] ?? letter;
  return out;
}

const nothing =
  /^(?:n\/?a|none|null|nil|nan|unknown|not known|unk|not given|not applicable|tbc|tba|\?+|-+|\.+|x+)$/;

/** Letters that a text which says nothing may begin with; a letter or figure that is none of them settles it. */
const mayBegin = new Set([...'nutxNUTX'].map((letter) => letter.charCodeAt(0)));
const isPlain = (code: number) =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** Whether a text only says that nothing is known. */
export function saysNothing(raw: string): boolean {
  const first = raw.charCodeAt(0);
  if (isPlain(first) && !mayBegin.has(first)) return false;
  return nothing.test(fold(raw));
}
