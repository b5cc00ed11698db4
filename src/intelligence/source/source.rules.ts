/** Numbers that a unit may set for itself, with what holds unless it has (domain 2.19: three in ninety days). */
export const shippedNumbers = {
  'drift-items': {
    words: 'From how many items of one source it is status drift',
    unlessSet: 3,
    least: 2,
    most: 20,
  },
  'drift-days': { words: 'In how many days', unlessSet: 90, least: 7, most: 730 },
} as const;
export type NumberName = keyof typeof shippedNumbers;
export const numberNames = Object.keys(shippedNumbers) as [NumberName, ...NumberName[]]; // the keys of the table above

export const sourceKinds = ['public', 'partner', 'officer', 'other-force', 'anonymous'] as const;
export type SourceKind = (typeof sourceKinds)[number];
export const sourceKindWords: Record<SourceKind, string> = {
  public: 'A member of the public',
  partner: 'Somebody at a partner',
  officer: 'An officer',
  'other-force': 'Another force or agency',
  anonymous: 'Anonymous',
};

/**
 * Words that ask somebody to find something out. Nobody who is not an officer may be asked: repeated, that makes a covert
 * source of them (RIPA 2000 s.26(8)), which needs an authorisation.
 */
export const taskingWords: readonly RegExp[] = [
  /\b(ask|tell|get|have|want|need)\s+(him|her|them|the (source|caller|informant|neighbour|resident|customer|member of the public))\b/i,
  /\bfind out (more|who|what|where|when|if|whether)\b/i,
  /\b(go|ring|call) (back|round)\b/i,
  /\bkeep (an eye|watch(ing)?|listening|us informed)\b/i,
];

/** Birds of a county, for names that say nothing of who bears them. */
export const pseudonymWords = [
  ...['Heron', 'Plover', 'Curlew', 'Dunlin', 'Kestrel', 'Merlin', 'Osprey', 'Pipit', 'Redwing', 'Siskin'],
  ...['Teal', 'Wigeon', 'Avocet', 'Bittern', 'Dipper', 'Fieldfare', 'Gannet', 'Hobby', 'Jackdaw', 'Linnet'],
  ...[
    'Martin',
    'Nuthatch',
    'Oriole',
    'Pintail',
    'Quail',
    'Raven',
    'Sandpiper',
    'Turnstone',
    'Wagtail',
    'Wren',
  ],
] as const;
