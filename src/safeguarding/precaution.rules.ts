import type { PrecautionRule as MarkerRule } from '../assurance/index.ts';

/** Codes of what a marker asks for. */
type MarkerCode = MarkerRule['code'];
/** Who whoever goes along must be. */
export type CompanionIs = 'anybody' | 'police';

interface PrecautionRow {
  kind: string;
  words: string;
  /** Nobody visits while it holds. */
  stops: boolean;
  /** Nobody goes until it is written who goes along. */
  neverAlone: boolean;
  /** Whom it takes along, where nobody goes alone. */
  companion: CompanionIs;
  /** What a marker asks for that is this on the register. */
  markers: readonly MarkerCode[];
}

/** What whoever goes must do, the gravest first. What each does to a visit stands here and nowhere in code. */
export const precautionRows = [
  {
    kind: 'no-visit',
    words: 'Do not visit: write or ring',
    stops: true,
    neverAlone: true,
    companion: 'anybody',
    markers: ['do-not-attend'],
  },
  {
    kind: 'with-police',
    words: 'Only with the police',
    stops: false,
    neverAlone: true,
    companion: 'police',
    markers: ['with-police'],
  },
  {
    kind: 'two-officers',
    words: 'Two officers: nobody goes alone',
    stops: false,
    neverAlone: true,
    companion: 'anybody',
    markers: ['two-officers'],
  },
  {
    kind: 'call-first',
    words: 'Ring before you go',
    stops: false,
    neverAlone: false,
    companion: 'anybody',
    markers: ['call-first'],
  },
  {
    kind: 'other',
    words: 'Another precaution',
    stops: false,
    neverAlone: false,
    companion: 'anybody',
    markers: ['other'],
  },
] as const satisfies readonly PrecautionRow[];

export type PrecautionKind = (typeof precautionRows)[number]['kind'];
export const precautionKinds = precautionRows.map(({ kind }) => kind) as [
  PrecautionKind,
  ...PrecautionKind[],
]; // the table has rows
export const precautionWords = Object.fromEntries(
  precautionRows.map(({ kind, words }) => [kind, words]),
) as Record<PrecautionKind, string>; // a row for each kind

export const companionWords: Readonly<Record<CompanionIs, string>> = {
  anybody: 'A colleague, or somebody else',
  police: 'A police officer',
};
export const companions = Object.keys(companionWords) as [CompanionIs, ...CompanionIs[]]; // the keys of the table above

/** What a precaution of a marker is on the register. Throws where no row names it. */
export function kindOfMarker(code: MarkerCode): PrecautionKind {
  const row = precautionRows.find(({ markers }) => (markers as readonly MarkerCode[]).includes(code));
  if (!row) throw new Error(`No precaution of the register stands for the marker’s ${code}.`);
  return row.kind;
}

/** What some precautions together do to a visit. */
export interface Effect {
  stops: boolean;
  neverAlone: boolean;
  companion: CompanionIs;
}

/** The strictest of what each of some precautions asks for. */
export function effectOf(precautions: readonly { kind: PrecautionKind }[]): Effect {
  const rows: readonly PrecautionRow[] = precautionRows.filter((row) =>
    precautions.some(({ kind }) => kind === row.kind),
  );
  return {
    stops: rows.some(({ stops }) => stops),
    neverAlone: rows.some(({ neverAlone }) => neverAlone),
    companion: rows.some(({ companion }) => companion === 'police') ? 'police' : 'anybody',
  };
}
