import { type PrecautionRule as MarkerRule, precautionRule } from '../assurance/index.ts';

/** Codes of what a marker asks for. */
type MarkerCode = MarkerRule['code'];
/** Who whoever goes along must be. */
export type CompanionIs = 'anybody' | 'police';

interface PrecautionRow {
  kind: string;
  words: string;
  /** Whom it takes along, where nobody goes alone. */
  companion: CompanionIs;
  /** What a marker asks for that is this on the register; whether it stops a visit, or a lone one, is that one's row. */
  marker: MarkerCode;
}

/** What whoever goes must do, the gravest first. */
export const precautionRows = [
  {
    kind: 'no-visit',
    words: 'Do not visit: write or ring',
    companion: 'anybody',
    marker: 'do-not-attend',
  },
  {
    kind: 'with-police',
    words: 'Only with the police',
    companion: 'police',
    marker: 'with-police',
  },
  {
    kind: 'two-officers',
    words: 'Two officers: nobody goes alone',
    companion: 'anybody',
    marker: 'two-officers',
  },
  {
    kind: 'call-first',
    words: 'Ring before you go',
    companion: 'anybody',
    marker: 'call-first',
  },
  {
    kind: 'other',
    words: 'Another precaution',
    companion: 'anybody',
    marker: 'other',
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
  const row = precautionRows.find(({ marker }) => marker === code);
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
  const rules = rows.map(({ marker }) => precautionRule(marker));
  return {
    stops: rules.some(({ stops }) => stops),
    neverAlone: rules.some(({ neverAlone }) => neverAlone),
    companion: rows.some(({ companion }) => companion === 'police') ? 'police' : 'anybody',
  };
}
