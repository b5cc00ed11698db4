import { isForename } from '../../linkage/index.ts';
import { withoutAccents } from '../../platform/search/accents.ts';
import { firmForm, type Token, tokensOf } from './firm.rules.ts';
import { tradeEndings } from './firm.words.ts';
import {
  alsoWords,
  brands,
  honorifics,
  moreForenames,
  namedNext,
  notFirst,
  notOfPerson,
  officers,
  ofPlace,
  particles,
  personNext,
  placeBefore,
  placeOrSurname,
} from './person.words.ts';

/** So many at most are suggested of one text: somebody answers each. */
const mostSuggested = 12;
/** Characters of a text that are read. */
const mostRead = 20_000;

/** A token with whose name its owner's mark is taken away: «Stott's» is Stott. */
const bare = (token: Token | undefined): string =>
  (token?.word ?? '').replace(/[’']s?$/, '').replace(/[()"“”«»]/g, '');
const small = (token: Token | undefined): string => bare(token).toLowerCase().replace(/\.$/, '');
const isOwner = (token: Token): boolean => /[’']s?$/.test(token.word);
const isInitial = (token: Token | undefined): boolean =>
  /^(?:\p{Lu}\.?){1,3}$/u.test(token?.text.replace(/,$/, '') ?? '');
/** «Stott», «O’Hara», «McKay», «Al-Amin», «Smith-Jones»: letters alone, the first of each part a capital. */
const isName = (token: Token | undefined): boolean =>
  /^(?:(?:[OD][’'])?\p{Lu}[\p{L}]*[-’']?)+$/u.test(bare(token)) && bare(token).length > 1;
const isKnownForename = (token: Token | undefined): boolean =>
  isName(token) && isForenameHere(withoutAccents(small(token)));
/** A double one («Ellie-Mae») goes by its first; a fond one («Deano») by what it comes from. */
const isForenameHere = (word: string): boolean =>
  isForename(word) ||
  moreForenames.has(word) ||
  (word.includes('-') && isForenameHere(word.split('-')[0] ?? '')) ||
  (word.length > 4 && word.endsWith('o') && moreForenames.has(word.slice(0, -1)));
const isPart = (token: Token | undefined): boolean =>
  isName(token) &&
  !notOfPerson.has(small(token)) &&
  !tradeEndings.has(small(token)) &&
  !honorifics.has(small(token));

interface Run {
  from: number;
  to: number;
}

/** From the token at `at` on over words of a name, what joins them and initials. */
function endOfName(tokens: readonly Token[], at: number, most = 4): number {
  let end = at;
  for (let i = at; i < Math.min(tokens.length, at + most); i += 1) {
    const token = tokens[i];
    if (!token) break;
    const nickname = /^\(\p{L}+\)$|^[“"«']\p{L}+[”"»']$/u.test(token.text);
    const joins =
      (nickname || (i > at - 1 && particles.has(token.word.toLowerCase()) && !token.ends)) &&
      (isPart(tokens[i + 1]) || particles.has(small(tokens[i + 1])));
    if (isPart(token) && !nickname) end = i;
    else if (!joins && !(isInitial(token) && !token.text.endsWith(','))) break;
    // «G.» ends nothing; a mark after a whole word does.
    if ((token.ends && !isInitial(token)) || isOwner(token)) break;
  }
  return end;
}

/** Whether the words around a run make it a place, a street or a body. */
function isPlace(tokens: readonly Token[], { from, to }: Run): boolean {
  const before = small(tokens[from - 1]);
  const [last, after] = [tokens[to], tokens[to + 1]];
  if (ofPlace.has(before) && /^\p{Lu}/u.test(tokens[from - 1]?.word ?? '') && before !== 'the') return true;
  if (before === 'the') return true;
  if (last && !last.ends && !isOwner(last) && after && /^\p{Lu}/u.test(after.word)) {
    const next = small(after);
    if (notOfPerson.has(next) || tradeEndings.has(next) || placeOrSurname.has(next)) return true;
  }
  if (placeOrSurname.has(small(last)) && (placeBefore.has(before) || /^\d/.test(before))) return true;
  return /^\d+[a-z]?$/i.test(before);
}

const beginsSentence = (tokens: readonly Token[], at: number): boolean =>
  at === 0 || tokens[at - 1]?.ends === true;

/** «Mr Patel», «Mrs A. Stott»: the title stays where there is a surname alone. */
function byTitle(tokens: readonly Token[]): Run[] {
  return tokens.flatMap((token, at): Run[] => {
    if (!honorifics.has(small(token)) || !/^\p{Lu}/u.test(token.word)) return [];
    if (token.ends && !/\.$/.test(token.text)) return [];
    let first = at + 1;
    while (isInitial(tokens[first]) && !isPart(tokens[first])) first += 1;
    if (!isPart(tokens[first])) return [];
    const to = endOfName(tokens, first, 3);
    return [{ from: to > at + 1 ? at + 1 : at, to }];
  });
}

/** A forename that is known with a surname behind it. */
function byForename(tokens: readonly Token[]): Run[] {
  return tokens.flatMap((token, at): Run[] => {
    if (!isKnownForename(token) || token.ends || isOwner(token)) return [];
    if (notOfPerson.has(small(token)) && !alsoWords.has(small(token))) return [];
    if (officers.has(small(tokens[at - 1])) || honorifics.has(small(tokens[at - 1]))) return [];
    const to = endOfName(tokens, at + 1, 4);
    const last = tokens[to];
    if (to === at || !isPart(last) || (to === at + 1 && !isName(last))) return [];
    if (
      alsoWords.has(small(token)) &&
      beginsSentence(tokens, at) &&
      (notFirst.has(small(last)) || to - at > 2)
    )
      return [];
    return [{ from: at, to }];
  });
}

/** «G. Stott», «J P Hollis». */
function byInitials(tokens: readonly Token[]): Run[] {
  return tokens.flatMap((token, at): Run[] => {
    if (!isInitial(token) || isInitial(tokens[at - 1]) || officers.has(small(token))) return [];
    let name = at + 1;
    while (isInitial(tokens[name]) && name < at + 3) name += 1;
    const isSure = name > at + 1 || /\.$/.test(token.text);
    if (!isSure || !isPart(tokens[name]) || isKnownForename(tokens[at - 1])) return [];
    if (/\p{Lu}{2}/u.test(token.text)) return [];
    return [{ from: at, to: endOfName(tokens, name, 2) }];
  });
}

/** «STOTT, Gary»: as systems write them. */
function bySurnameFirst(tokens: readonly Token[]): Run[] {
  return tokens.flatMap((token, at): Run[] =>
    /^\p{Lu}[\p{Lu}’'-]+,$/u.test(token.text) && isPart(token) && isKnownForename(tokens[at + 1])
      ? [{ from: at, to: endOfName(tokens, at + 1, 2) }]
      : [],
  );
}

/** Names after words that say that somebody is named, and before words that only a person does: two words at the least. */
function byWords(text: string, tokens: readonly Token[]): Run[] {
  const after = [...text.matchAll(namedNext)].flatMap(({ index, 0: words }): Run[] => {
    const at = tokens.findIndex(({ end }) => end > index + words.length);
    const to = at < 0 ? -1 : endOfName(tokens, at);
    const isAsked = to > at && isPart(tokens[at]) && !notFirst.has(small(tokens[at]));
    return isAsked && !officers.has(small(tokens[at])) ? [{ from: at, to }] : [];
  });
  const before = tokens.flatMap((token, at): Run[] => {
    if (!isPart(token) || token.ends || isPart(tokens[at - 1])) return [];
    const from = notFirst.has(small(token)) ? at + 1 : at;
    const to = endOfName(tokens, from, 3);
    const rest = tokens[to] ? text.slice(tokens[to].end, tokens[to].end + 60) : '';
    return to > from && isPart(tokens[from]) && personNext.test(rest) && !officers.has(small(tokens[from]))
      ? [{ from, to }]
      : [];
  });
  return [...after, ...before];
}

/** Takes words off the front that begin a sentence and no name. */
function trimmed(tokens: readonly Token[], run: Run): Run {
  let { from } = run;
  while (from < run.to && notFirst.has(small(tokens[from]))) from += 1;
  return { from, to: run.to };
}

const wordsOfRun = (tokens: readonly Token[], { from, to }: Run): string =>
  tokens
    .slice(from, to + 1)
    .filter(({ text }) => !/^[(“"«']/.test(text))
    .map((token, at, all) =>
      at === all.length - 1 ? bare(token) : isInitial(token) ? token.text : bare(token),
    )
    .join(' ')
    .replace(/,/g, '');

/** In a text of nothing but capitals, names are written as their owners write them. */
const cased = (label: string): string =>
  /\p{Ll}/u.test(label)
    ? label
    : label
        .toLowerCase()
        .replace(
          /(^|[\s’'-]|\bmc)(\p{L})/gu,
          (_, before: string, letter: string) => before + letter.toUpperCase(),
        );

/** The one form by which two writings of a name in a text are the same. */
export const personForm = (label: string): string =>
  withoutAccents(label)
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

/**
 * People whom a text names, as it was typed: by a title, a known forename with a surname, initials, «STOTT, Gary», and by the words around a name. A forename
 * alone is nobody's; officers by their rank, streets, places, firms and brands are left out. A person says whether each is one.
 *
 * @param firms names in the text that are of firms, as `firmsIn` gives them: no person is read in one
 */
export function peopleIn(text: string, firms: readonly string[] = []): string[] {
  let read = text.slice(0, mostRead);
  for (const firm of firms) read = read.replaceAll(firm, (one) => '·'.repeat(one.length));
  const tokens = tokensOf(read);
  const isShout = !/\p{Ll}/u.test(read);
  const runs = isShout
    ? [...byTitle(tokens), ...byForename(tokens)].map(({ from, to }) => ({
        from,
        to: Math.min(to, from + 1),
      }))
    : [
        ...bySurnameFirst(tokens),
        ...byTitle(tokens),
        ...byForename(tokens),
        ...byInitials(tokens),
        ...byWords(read, tokens),
      ];
  const found = new Map<string, { label: string; from: number }>();
  const whole = runs
    .map((run) => trimmed(tokens, run))
    .filter((run) => !isPlace(tokens, run) && !isBrand(tokens, run))
    .filter(
      (run, at, all) => !all.some((other, n) => holds(other, run) && (length(other) > length(run) || n < at)),
    )
    .sort((a, b) => a.from - b.from);
  for (const run of whole) {
    const label = cased(surnameLast(tokens, run));
    const form = personForm(label);
    if (form.length >= 4 && !found.has(form)) found.set(form, { label, from: run.from });
  }
  const forms = [...found.keys()];
  // «Mr Stott» after «Gary Stott» is he, as far as the words tell.
  return [...found]
    .filter(([form]) => {
      const [title = '', surname] = form.split(' ');
      return !(
        honorifics.has(title) &&
        surname &&
        forms.some((other) => other !== form && other.endsWith(` ${surname}`))
      );
    })
    .map(([, { label }]) => label)
    .slice(0, mostSuggested);
}

const length = ({ from, to }: Run): number => to - from;
const holds = (one: Run, other: Run): boolean =>
  one !== other && one.from <= other.from && one.to >= other.to;
const isBrand = (tokens: readonly Token[], run: Run): boolean => {
  const form = firmForm(wordsOfRun(tokens, run));
  return brands.has(form) || brands.has(form.split(' ').slice(0, 2).join(' '));
};
/** «STOTT, Gary» is Gary Stott. */
function surnameLast(tokens: readonly Token[], run: Run): string {
  const first = tokens[run.from];
  if (!first || !/^\p{Lu}[\p{Lu}’'-]+,$/u.test(first.text) || length(run) === 0)
    return wordsOfRun(tokens, run);
  return `${wordsOfRun(tokens, { from: run.from + 1, to: run.to })} ${cased(bare(first))}`;
}
