import {
  legalEndings,
  notAtStart,
  notFirms,
  notOfName,
  tradeBeginnings,
  tradeEndings,
} from './firm.words.ts';

/** A firm that a text names, as it was typed, with its company number where that stands beside it. */
export interface NamedFirm {
  label: string;
  companyNumber: string;
}

/** So many at most are suggested of one text: somebody answers each. */
const mostSuggested = 12;
/** Characters of a text that are read, and runs of words that are weighed against each other: a text of nothing but «Ltd» costs no more. */
const mostRead = 20_000;
const mostSpans = 300;
const ofLaw = new Set<string>(legalEndings);

/** The one form by which two ways of writing a firm are the same: small letters and digits, without what the law puts at the end. */
export const firmForm = (label: string): string =>
  label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^the /, '')
    .replace(/ (ltd|limited|plc|llp|cic)$/, '');

/** A word of a text and where it stands. */
export interface Token {
  text: string;
  /** Without the marks around it. */
  word: string;
  /** Whether a mark ends the phrase after it. */
  ends: boolean;
  start: number;
  end: number;
}

/** The words of a text, each with whether a mark ends the phrase after it. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(/\S+/g)].map((match) => {
    const [typed] = match;
    const word = typed.replace(/^[“"«(‘']+/, '').replace(/[”"»’'.,;:!?]+$/, '');
    const from = match.index + typed.indexOf(word);
    // «P.J.» and «Co.» go on; a mark before the next word, or an empty line, ends what was named.
    const isLast = /^\s*\n\s*\n/.test(
      text.slice(match.index + typed.length, match.index + typed.length + 40),
    );
    const ends =
      isLast || (/[.,;:!?”"»]$/.test(typed) && !/^(?:[A-Z]\.)+$/.test(typed) && !/^Co\.$/i.test(typed));
    return { text: typed, word, ends, start: from, end: from + word.length };
  });
}

const isJoin = (word: string): boolean => /^(&|and|of|the|\+)$/i.test(word);
/** A word of a name: with a capital, or a figure such as «24/7», or initials. */
const isNameWord = (word: string): boolean => /^\(?[A-Z0-9][\w'’&./-]*\)?$/.test(word);
const isShout = (text: string): boolean => !/[a-z]/.test(text);

/** From the token at `at` back over words of a name and what joins them; where it begins. */
function startOfRun(tokens: readonly Token[], at: number): number {
  let start = at;
  for (let i = at - 1; i >= Math.max(0, at - 7); i -= 1) {
    const token = tokens[i];
    if (!token || token.ends) break;
    if (isNameWord(token.word)) start = i;
    else if (!isJoin(token.word)) break;
  }
  while (start < at) {
    const first = tokens[start];
    const isSentence = start === 0 || tokens[start - 1]?.ends === true;
    if (first && isSentence && notAtStart.has(first.word.toLowerCase())) start += 1;
    else if (first && isJoin(first.word) && first.word !== 'The') start += 1;
    else break;
  }
  return start;
}

/** A run forward of words of a name, from the token at `at`; where it ends. */
function endOfRun(tokens: readonly Token[], at: number, most = 6): number {
  let end = at - 1;
  for (let i = at; i < Math.min(tokens.length, at + most); i += 1) {
    const token = tokens[i];
    if (!token) break;
    if (isNameWord(token.word) || ofLaw.has(token.word.toLowerCase())) end = i;
    else if (!isJoin(token.word) || token.ends) break;
    if (token.ends) break;
  }
  return end;
}

type Span = [from: number, to: number];

/** Names that end as a company does by law; in small letters, two words before. */
function byLaw(tokens: readonly Token[]): Span[] {
  return tokens.flatMap((token, at): Span[] => {
    if (!ofLaw.has(token.word.toLowerCase()) || at === 0 || tokens[at - 1]?.ends) return [];
    const isLower = token.word === token.word.toLowerCase();
    const before = tokens[at - 1]?.word ?? '';
    if (isNameWord(before)) {
      const from = startOfRun(tokens, at);
      return from < at && !(at - from === 1 && notAtStart.has(before.replace(/\.$/, '').toLowerCase()))
        ? [[from, at]]
        : [];
    }
    // «limited» is a word of its own; «ltd» is none.
    if (!isLower || token.word === 'limited') return [];
    let from = at;
    while (from > Math.max(0, at - 3)) {
      const one = tokens[from - 1];
      if (!one || one.ends || notOfName.has(one.word.toLowerCase())) break;
      from -= 1;
    }
    return from < at ? [[from, at]] : [];
  });
}

const saysSo =
  /\b(?:trad(?:ing|es|ed) as|t\/a|(?:company|firm|business|outfit|shop) (?:called|named|is called|is named|is)|call(?:s|ed)? (?:themselves|himself|herself|itself)|also as)\s+(?=["“«]?[A-Z0-9])/gi;
const quotedFirm = /\b(?:from|by|of|pay|called|named|says?|as)\s+["“«]([^"”»\n]{3,60})["”»]/gi;

/** Names after words that say that a firm follows. */
function bySaying(text: string, tokens: readonly Token[]): Span[] {
  const after = [...text.matchAll(saysSo)].flatMap(({ index, 0: words }): Span[] => {
    const at = tokens.findIndex(({ end }) => end > index + words.length);
    const to = at < 0 ? -1 : endOfRun(tokens, at);
    return to >= at && at >= 0 ? [[at, to]] : [];
  });
  const quoted = [...text.matchAll(quotedFirm)].flatMap(({ index, 0: words, 1: name = '' }): Span[] => {
    const from = index + words.indexOf(name);
    const at = tokens.findIndex(({ end }) => end > from);
    const to = tokens.findLastIndex(({ start }) => start < from + name.length);
    const inside = tokens.slice(at, to + 1);
    return at >= 0 && inside.length > 1 && inside.every(({ word }) => isNameWord(word) || isJoin(word))
      ? [[at, to]]
      : [];
  });
  return [...after, ...quoted];
}

/** Runs of capitals with a trade in them, or «& Sons»; and those that a trade begins. */
function byTrade(tokens: readonly Token[]): Span[] {
  return tokens.flatMap((token, at): Span[] => {
    const word = token.word.toLowerCase();
    if (!isNameWord(token.word)) return [];
    if (tradeBeginnings.has(word) && !token.ends) {
      const to = endOfRun(tokens, at, 4);
      if (to > at) return [[at, to]];
    }
    const isFamily =
      /^(sons?|daughters?|co|bros|brothers)$/.test(word) && /^(&|and)$/.test(tokens[at - 1]?.word ?? '');
    if (!(isFamily || tradeEndings.has(word))) return [];
    const from = startOfRun(tokens, at);
    // «The Garage» alone says which it is to nobody.
    if (!tokens.slice(from, at).some((one) => !isJoin(one.word))) return [];
    return [[from, token.ends ? at : endOfRun(tokens, at)]];
  });
}

const doneBy =
  /\b(?:sold|issued|collected|supplied|fitted|built|installed|delivered|made|charged|advertised|owned|run|offered|done|left) (?:as new )?by (?=[A-Z0-9])/g;

/** Three words or more in capitals after «issued by» and the like: fewer may be a person. */
function byDoing(text: string, tokens: readonly Token[]): Span[] {
  return [...text.matchAll(doneBy)].flatMap(({ index, 0: words }): Span[] => {
    const at = tokens.findIndex(({ end }) => end > index + words.length);
    const to = at < 0 ? -1 : endOfRun(tokens, at);
    return at >= 0 && to - at >= 2 && !/^(mrs?|ms|miss|dr)$/i.test(tokens[at]?.word ?? '') ? [[at, to]] : [];
  });
}

/** A firm of two names: «Merrick & Lowe». */
function byPair(tokens: readonly Token[]): Span[] {
  return tokens.flatMap((token, at): Span[] => {
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    if (token.word !== '&' || !before || !after || before.ends) return [];
    if (!isNameWord(before.word) || !isNameWord(after.word)) return [];
    return [[startOfRun(tokens, at), endOfRun(tokens, at + 1)]];
  });
}

const numberBeside =
  /^[\s,(]{0,3}(?:which is )?(?:(?:company|registered|registration|reg\.?|co\.?)\s*(?:number|no\.?)?\s*:?\s*)?\(?((?:\d{8})|(?:(?:SC|NI|OC|SO|NC)\d{6}))\b/i;

/**
 * Firms that a text names, as it was typed: by what the law puts at the end, by words that say so, by a trade at the end of a run of
 * capitals, as two names with «&», and those that are known already. A person says whether each is one.
 *
 * @param known how firms are written that the register and the unit hold, as far as the viewer may see them
 */
export function firmsIn(text: string, known: readonly string[] = []): NamedFirm[] {
  const read = text.slice(0, mostRead);
  const tokens = tokensOf(read);
  const shouts = isShout(read);
  const guessed = shouts
    ? byLaw(tokens)
    : [
        ...byLaw(tokens),
        ...bySaying(read, tokens),
        ...byDoing(read, tokens),
        ...byTrade(tokens),
        ...byPair(tokens),
      ];
  const spans = [...byKnown(tokens, known), ...guessed].slice(0, mostSpans);
  const whole = spans.filter(
    ([from, to], at) =>
      !spans.some(
        ([f, t], other) => f <= from && t >= to && (t - f > to - from || (t - f === to - from && other < at)),
      ),
  );
  const found = new Map<string, NamedFirm>();
  for (const [from, to] of whole.sort(([a], [b]) => a - b)) {
    const [first, last] = [tokens[from], tokens[to]];
    if (!first || !last) continue;
    const label = text.slice(first.start, last.end).replace(/\s+/g, ' ');
    const form = firmForm(label);
    if (form.length < 3 || notFirms.has(label.toLowerCase()) || notFirms.has(form)) continue;
    const beside = numberBeside.exec(text.slice(last.end, last.end + 60));
    if (!found.has(form)) found.set(form, { label, companyNumber: beside?.[1]?.toUpperCase() ?? '' });
  }
  return [...found.values()].slice(0, mostSuggested);
}

/** Every run of up to six words of a text in one form: what a known firm is looked up by. One word alone stands only where it has a capital. */
export function firmRuns(text: string): string[] {
  const tokens = tokensOf(text.slice(0, mostRead));
  const runs = new Set<string>();
  for (let from = 0; from < tokens.length; from += 1)
    for (let to = from; to < Math.min(tokens.length, from + 6); to += 1) {
      const form = formOfRun(tokens, from, to);
      if (form) runs.add(form);
      if (tokens[to]?.ends) break;
    }
  return [...runs];
}

function formOfRun(tokens: readonly Token[], from: number, to: number): string | undefined {
  const words = tokens.slice(from, to + 1).map(({ word }) => word);
  const form = firmForm(words.join(' '));
  if (form.length < 4) return undefined;
  return form.includes(' ') || /^[A-Z]/.test(words[0] ?? '') ? form : undefined;
}

function byKnown(tokens: readonly Token[], known: readonly string[]): Span[] {
  const forms = new Set(known.map(firmForm));
  if (forms.size === 0) return [];
  const spans: Span[] = [];
  for (let from = 0; from < tokens.length; from += 1)
    for (let to = from; to < Math.min(tokens.length, from + 6); to += 1) {
      const form = formOfRun(tokens, from, to);
      // «A saffron garden» is a garden.
      const isThing = /^an?$/i.test(tokens[from - 1]?.word ?? '') && !isNameWord(tokens[from]?.word ?? '');
      if (form && forms.has(form) && !isThing) spans.push([from, to]);
      if (tokens[to]?.ends) break;
    }
  return spans;
}
