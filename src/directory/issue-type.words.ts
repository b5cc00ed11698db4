/** Whose land a rule is for. */
export const landWords: Readonly<Record<string, string>> = {
  any: 'Any land',
  public: 'Public land',
  private: 'Private land',
  housing: 'Housing land',
  highway: 'Highway',
  unknown: 'Land not known',
};
/** When a rule applies. */
export const appliesWords: Readonly<Record<string, string>> = {
  always: 'Always',
  'in-hours': 'In office hours',
  'out-of-hours': 'Outside office hours',
};
