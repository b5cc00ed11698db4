/** A kind of warning, in the field's two letters and words. */
export interface MarkerType {
  code: string;
  words: string;
}

/**
 * The types of marker (domain 2.16, general knowledge of the field and to be confirmed: the list is ours to change). Only
 * those that bear on the safety of whoever goes; the rest of the national list is the police's own.
 */
export const markerTypes: readonly MarkerType[] = [
  { code: 'VI', words: 'Violent' },
  { code: 'WE', words: 'Weapons' },
  { code: 'FI', words: 'Firearms' },
  { code: 'DR', words: 'Drugs' },
  { code: 'ES', words: 'Escaper' },
  { code: 'SU', words: 'Suicidal' },
  { code: 'MN', words: 'Mental disorder' },
  { code: 'CO', words: 'Contagious' },
  { code: 'AT', words: 'Ailment' },
  { code: 'AL', words: 'Alleges' },
  { code: 'EX', words: 'Explosives' },
  { code: 'SO', words: 'Sexual offences' },
  { code: 'DO', words: 'Dangerous dog' },
];

/** What a precaution asks of whoever goes. */
export interface PrecautionRule {
  code: 'do-not-attend' | 'with-police' | 'two-officers' | 'call-first' | 'other';
  words: string;
  /** The instruction that stands unless the setting agency writes its own. */
  instruction: string;
  /** Nobody goes at all. */
  stops: boolean;
  /** Nobody goes until it is written who goes along. */
  neverAlone: boolean;
  /** Whom whoever goes takes along, where nobody goes alone. */
  companion: CompanionIs;
}
/** Who whoever goes along must be. */
export type CompanionIs = 'anybody' | 'police';
export const companionWords: Readonly<Record<CompanionIs, string>> = {
  anybody: 'A colleague, or somebody else',
  police: 'A police officer',
};
export const companions = Object.keys(companionWords) as [CompanionIs, ...CompanionIs[]]; // the keys of the table above

/** The precautions, the gravest first. What each does to a visit stands here and nowhere in code. */
export const precautionRules: readonly PrecautionRule[] = [
  {
    code: 'do-not-attend',
    words: 'Do not attend',
    instruction: 'Do not attend. Write, ring, or meet in an office with a colleague.',
    stops: true,
    neverAlone: true,
    companion: 'anybody',
  },
  {
    code: 'with-police',
    words: 'With the police only',
    instruction: 'Go only with the police. Ask for an officer before you plan the visit.',
    stops: false,
    neverAlone: true,
    companion: 'police',
  },
  {
    code: 'two-officers',
    words: 'Two officers',
    instruction: 'Two officers go. Nobody goes alone.',
    stops: false,
    neverAlone: true,
    companion: 'anybody',
  },
  {
    code: 'call-first',
    words: 'Ring first',
    instruction: 'Ring before you go, and tell a colleague when you are out again.',
    stops: false,
    neverAlone: false,
    companion: 'anybody',
  },
  {
    code: 'other',
    words: 'Another precaution',
    instruction: '',
    stops: false,
    neverAlone: false,
    companion: 'anybody',
  },
];
export type PrecautionCode = PrecautionRule['code'];
export const precautionCodes = precautionRules.map(({ code }) => code) as [
  PrecautionCode,
  ...PrecautionCode[],
]; // the list above is not empty
export const markerTypeCodes = markerTypes.map(({ code }) => code) as [string, ...string[]]; // nor is that one

/** How grave a precaution is: 0 the gravest. */
export const gravity = (code: PrecautionCode): number =>
  precautionRules.findIndex((rule) => rule.code === code);

export const precautionRule = (code: PrecautionCode): PrecautionRule => {
  const found = precautionRules.find((rule) => rule.code === code);
  if (!found) throw new Error(`No precaution is called ${code}.`);
  return found;
};
export const markerTypeWords = (code: string): string =>
  markerTypes.find((type) => type.code === code)?.words ?? code;

/**
 * Kinds of agency whose detail is not copied into a system like this one: a police marker stays on the police's own system,
 * and only its type, its precaution and a reference come here (domain 2.16).
 */
export const keepsDetailElsewhere: readonly string[] = ['police'];

/** Numbers that screening goes by; an agency may set its own, with a reason. */
export const shippedNumbers = {
  'screen-days': {
    words: 'A screen holds for so many days: a visit planned later needs a new one',
    unlessSet: 7,
    least: 1,
    most: 90,
  },
  'review-days': {
    words: 'A marker is reviewed at the latest after so many days',
    unlessSet: 365,
    least: 30,
    most: 730,
  },
  'remind-days': {
    words: 'Its keeper is reminded so many days before',
    unlessSet: 21,
    least: 1,
    most: 90,
  },
  'alike-percent': {
    words: 'A name is shown from this likeness, in percent; lower finds more and is wrong more often',
    unlessSet: 85,
    least: 60,
    most: 100,
  },
} as const;
export type NumberName = keyof typeof shippedNumbers;
export const numberNames = Object.keys(shippedNumbers) as [NumberName, ...NumberName[]]; // the keys just above
