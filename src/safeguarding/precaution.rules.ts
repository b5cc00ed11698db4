import { effectOfMarkers, type PrecautionRule as MarkerRule, type VisitEffect } from '../assurance/index.ts';

/** Codes of what a marker asks for. */
type MarkerCode = MarkerRule['code'];

interface PrecautionRow {
  kind: string;
  words: string;
  /** What a marker asks for that is this on the register; whether it stops a visit, or a lone one, and who goes along, is that one's row. */
  marker: MarkerCode;
}

/** What whoever goes must do, the gravest first. */
export const precautionRows = [
  {
    kind: 'no-visit',
    words: 'Do not visit: write or ring',
    marker: 'do-not-attend',
  },
  {
    kind: 'with-police',
    words: 'Only with the police',
    marker: 'with-police',
  },
  {
    kind: 'two-officers',
    words: 'Two officers: nobody goes alone',
    marker: 'two-officers',
  },
  {
    kind: 'call-first',
    words: 'Ring before you go',
    marker: 'call-first',
  },
  {
    kind: 'other',
    words: 'Another precaution',
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

/** What a precaution of a marker is on the register. Throws where no row names it. */
export function kindOfMarker(code: MarkerCode): PrecautionKind {
  const row = precautionRows.find(({ marker }) => marker === code);
  if (!row) throw new Error(`No precaution of the register stands for the marker’s ${code}.`);
  return row.kind;
}

/** The strictest of what each of some precautions asks for. */
export const effectOf = (precautions: readonly { kind: PrecautionKind }[]): VisitEffect =>
  effectOfMarkers(
    precautionRows
      .filter((row) => precautions.some(({ kind }) => kind === row.kind))
      .map(({ marker }) => marker),
  );
