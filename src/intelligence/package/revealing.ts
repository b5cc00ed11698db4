import { forenameGroups, isForename } from '../../linkage/index.ts';
import {
  abbreviations,
  anyKin,
  attributions,
  jobWords,
  kinWords,
  moments,
  plainCapitals,
  techniques,
  tellingVerbs,
  toCome,
} from './revealing.words.ts';

/** What a text that is to cross is held against. */
export interface Behind {
  /** Pseudonym of the source, if the item has one. */
  pseudonym: string | undefined;
  /** Words that point to a source: how it is known, where it comes from, who could come to harm. */
  pointing: readonly string[];
  raw: string;
  riskToSource: boolean;
  /** Whom and what the item is linked to: these may be named. */
  linked?: readonly string[];
}

/** Something in a text that a person is to look at before it crosses. */
export interface Sign {
  kind: 'name' | 'initials' | 'kin' | 'job' | 'told' | 'time' | 'technique' | 'words' | 'behind';
  /** As it stands in the text. */
  quote: string;
}

/** So many words in a row are no chance: of what points to a source, and of the raw text. */
const run = 5;
const rawRun = 7;
const words = (text: string): string[] => text.toLowerCase().match(/[a-z0-9']+/g) ?? [];
const spaced = (text: string): string => ` ${words(text).join(' ')} `;
const sharedRun = (text: string, other: string, length: number): string | undefined => {
  const said = spaced(text);
  const given = words(other);
  for (let at = 0; at + length <= given.length; at += 1) {
    const part = given.slice(at, at + length).join(' ');
    if (said.includes(` ${part} `)) return part;
  }
  return undefined;
};

/**
 * Why a text may not cross as it stands: it names a pseudonym, says again how it is known, or is the raw text of somebody at
 * risk. These stop it. What is less sure is a sign (`signsIn`), which a person looks at. Neither reads: a person reads every text.
 */
export function revealing(text: string, behind: Behind): string | undefined {
  if (behind.pseudonym && text.toLowerCase().includes(behind.pseudonym.toLowerCase()))
    return 'It names the pseudonym of the source';
  for (const pointing of behind.pointing) {
    const part = sharedRun(text, pointing, run);
    if (part) return `It repeats how this is known: «${part}»`;
  }
  if (behind.riskToSource && words(behind.raw).join(' ') === words(text).join(' '))
    return 'There is a risk to the source, and it is the raw text word for word';
  return undefined;
}

/** What in a text may tell who gave it, in the order in which it is looked for; nothing where there is no sign. */
export function signsIn(text: string, behind: Behind): Sign[] {
  const signs = [
    ...namesIn(text, behind),
    ...initialsIn(text, behind),
    ...standingsIn(text, behind),
    ...momentsIn(text, behind),
    ...firstOf('technique', text, techniques),
    ...copiedIn(text, behind),
  ];
  return [...new Map(signs.map((sign) => [`${sign.kind} ${sign.quote.toLowerCase()}`, sign])).values()];
}

const firstOf = (kind: Sign['kind'], text: string, among: readonly string[]): Sign[] => {
  const said = spaced(text);
  const found = among.find((one) => said.includes(` ${words(one).join(' ')} `));
  return found ? [{ kind, quote: found }] : [];
};

const plain = new Set(plainCapitals);
const noPerson = new Set(abbreviations);
/** Two forms of one forename, such as Maggie and Margaret. */
const isSameName = (one: string, other: string): boolean =>
  one === other || forenameGroups(one).some((group) => forenameGroups(other).includes(group));
/** Words with a capital, and whether one begins a sentence. */
function capitalsIn(text: string): { word: string; isFirst: boolean }[] {
  return [...text.matchAll(/\b[A-Z][A-Za-z’'-]*(?!\w)/g)].map((match) => ({
    word: match[0].replace(/[’']s$/, ''),
    isFirst: /(?:^|[.!?:«“"])\s*$/.test(text.slice(0, match.index)),
  }));
}

/** Names that the item is not linked to: of how it is known, of nothing that was given, or another form of one that was. */
function namesIn(text: string, { pointing, raw, linked = [] }: Behind): Sign[] {
  const allowed = new Set(linked.flatMap(words).map((word) => word.replace(/'s$/, '')));
  const pointed = new Set(
    pointing
      .flatMap((one) => capitalsIn(one).map(({ word }) => word.toLowerCase()))
      .filter((one) => !plain.has(one)),
  );
  const given = new Set([raw, ...pointing].flatMap(words));
  const told = new Set(toldIn(raw).filter((name) => !allowed.has(name)));
  return capitalsIn(text).flatMap(({ word, isFirst }): Sign[] => {
    const name = word.toLowerCase();
    // Single letters are looked for as initials.
    if (word.length === 1 || allowed.has(name) || plain.has(name) || noPerson.has(word)) return [];
    const isNew = !given.has(name);
    const isKnown = isForename(name);
    const isFormOf = [...pointed, ...told].some((form) => isSameName(name, form));
    // A word that begins a sentence and is no known forename is as like to be any word.
    const isUnknown = isNew && (isKnown || !isFirst);
    return pointed.has(name) || told.has(name) || isFormOf || isUnknown
      ? [{ kind: 'name', quote: word }]
      : [];
  });
}

/** Names in the raw text of which it says that they saw or said something, and the first of all: whoever told it is among them. */
function toldIn(raw: string): string[] {
  const named = [...raw.matchAll(/\b((?:Mr|Mrs|Ms|Miss|Officer)\s+)?((?:[A-Z][a-z’'-]+\s?)+)/g)];
  return named.flatMap((match, place) => {
    const next = words(raw.slice(match.index + match[0].length).slice(0, 40)).slice(0, 4);
    const isTelling =
      next.some((word) => tellingVerbs.includes(word)) || match[1] !== undefined || place === 0;
    return isTelling ? words(match[2] ?? '').filter((word) => !plain.has(word)) : [];
  });
}

function initialsIn(text: string, { linked = [] }: Behind): Sign[] {
  const marks = new Set(linked.flatMap((one) => one.split(/\s+/)));
  return [...text.matchAll(/(?<![\w.])([A-Z])\.?\s?([A-Z])\b\.?(?!\w)/g)].flatMap(([quote]): Sign[] => {
    const letters = quote.replace(/[.\s]/g, '');
    return noPerson.has(letters) || marks.has(letters) ? [] : [{ kind: 'initials', quote: quote.trim() }];
  });
}

/** Kin, work and telling: who somebody is, where it is behind the text too or where they see, hear or say something in it. */
function standingsIn(text: string, { pointing }: Behind): Sign[] {
  const said = spaced(text);
  const pointed = ` ${pointing.map((one) => words(one).join(' ')).join(' . ')} `;
  const stands = (one: string, where: string): boolean => where.includes(` ${words(one).join(' ')} `);
  const signs: Sign[] = [...firstOf('told', text, attributions), ...firstOf('told', text, tellingVerbs)];
  const isKinPointed = kinWords.flat().some((one) => stands(one, pointed));
  if (isKinPointed) signs.push(...firstOf('kin', text, anyKin));
  for (const [kind, table] of [
    ['kin', kinWords],
    ['job', jobWords],
  ] as const)
    for (const group of table.filter((one) => one.some((word) => stands(word, pointed)))) {
      const found = group.find((word) => stands(word, said));
      if (found) signs.push({ kind, quote: found });
    }
  return signs;
}

const instant =
  /\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b|\b\d{1,2}(?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:at|between|about)\s(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}(?![:.]\d))\b(?!\s*(?:pounds|people|per|\w+\s(?:road|street|lane|court|rise)))/gi;

/** Moments that the raw text tells as well, unless they are to come. */
function momentsIn(text: string, { raw }: Behind): Sign[] {
  const behind = spaced(raw);
  const exact = [...text.matchAll(instant)].filter(([quote]) =>
    behind.includes(` ${words(quote).join(' ')} `),
  );
  const signs: Sign[] = exact.map(([quote]) => ({ kind: 'time', quote }));
  for (const sentence of text.split(/(?<=[.!?])\s+/)) {
    const said = spaced(sentence);
    if (toCome.some((one) => said.includes(` ${one} `))) continue;
    const found = moments.find((one) => said.includes(` ${one} `) && behind.includes(` ${one} `));
    if (found) signs.push({ kind: 'time', quote: found });
  }
  return signs;
}

const withoutLinked = (text: string, linked: readonly string[]): string => {
  const named = new Set(linked.flatMap(words));
  return words(text)
    .filter((word) => !named.has(word))
    .join(' ');
};

/** Words in a row of the raw text, what it quotes, and numbers of doors, rooms and forms that point to a source. */
function copiedIn(text: string, { raw, pointing, linked = [] }: Behind): Sign[] {
  const signs: Sign[] = [];
  // Whom and what it is about is bound to stand in both.
  const own = withoutLinked(text, linked);
  const part = raw
    .split(/(?<=[.!?])\s+/)
    .map((sentence) => sharedRun(own, withoutLinked(sentence, linked), rawRun))
    .find(Boolean);
  if (part) signs.push({ kind: 'words', quote: part });
  for (const [, quoted = ''] of raw.matchAll(/[«“"]([^»”"]{3,})[»”"]/g))
    if (words(quoted).length > 2 && spaced(text).includes(spaced(quoted)))
      signs.push({ kind: 'words', quote: quoted });
  const allowed = spaced(linked.join(' . '));
  const behind = spaced([raw, ...pointing].join(' . '));
  for (const [quote] of text.matchAll(
    /\b(?:flat|room|form|number|wing|ward|plot|bed)\s[0-9]*[A-Z]?\d*\b|\b[A-Z]\swing\b/gi,
  ))
    if (/\d|[A-Z] wing/.test(quote) && behind.includes(spaced(quote)) && !allowed.includes(spaced(quote)))
      signs.push({ kind: 'behind', quote });
  const doors = new Set(pointing.flatMap((one) => one.match(/\b\d+[A-Z]?\b/g) ?? []));
  for (const [quote] of text.matchAll(/\b\d+[A-Z]?\b/g))
    if (doors.has(quote) && !allowed.includes(` ${quote.toLowerCase()} `))
      signs.push({ kind: 'behind', quote });
  return signs;
}
