/** Kinds of area as people name them. */
export const areaKindWords: Readonly<Record<string, string>> = {
  county: 'County',
  district: 'District',
  ward: 'Ward',
  smallArea: 'Neighbourhood',
  policeArea: 'Police area',
  parish: 'Parish',
};
export const kindOfArea = (kind: string): string => areaKindWords[kind] ?? kind;
/** Kinds that an administrator loads; the rest come with the county or by the command line. */
export const loadedKinds = ['ward', 'district', 'smallArea', 'parish', 'policeArea', 'county'] as const;
