export const markerAbouts = ['person', 'address'] as const;
export type MarkerAbout = (typeof markerAbouts)[number];
export const aboutWords: Record<MarkerAbout, string> = {
  person: 'A person',
  address: 'An address, whoever lives there',
};

/** Whether the person was told of the marker: their right, unless telling makes a risk (domain 2.16). */
export const toldStates = ['told', 'to-tell', 'not-told'] as const;
export type Told = (typeof toldStates)[number];
export const toldWords: Record<Told, string> = {
  told: 'They were told',
  'to-tell': 'They are to be told',
  'not-told': 'They are not told, because that would make a risk',
};

export const surenesses = ['sure', 'likely', 'possible'] as const;
export type Sureness = (typeof surenesses)[number];
export const surenessWords: Record<Sureness, string> = {
  sure: 'It is this person or place',
  likely: 'Likely this person, household or vehicle',
  possible: 'Perhaps this person or vehicle',
};

/** On what a marker was met; never the value that the marker holds. */
export const grounds = [
  'record',
  'name',
  'name-alike',
  'born',
  'born-near',
  'address',
  'household',
  'vehicle',
  'vehicle-alike',
] as const;
export type Ground = (typeof grounds)[number];
export const groundWords: Record<Ground, string> = {
  record: 'the records are joined as one person',
  name: 'the same name',
  'name-alike': 'a name that is alike',
  born: 'born the same day',
  'born-near': 'a date of birth that is nearly the same',
  address: 'this address',
  household: 'somebody at this address',
  vehicle: 'the same registration mark',
  'vehicle-alike': 'a registration mark that looks alike',
};

/** Whether there is nothing to confirm: the marker is about the very address that was asked. */
export const isThePlace = (hit: { sureness: Sureness; onWhat: readonly Ground[] }): boolean =>
  hit.sureness === 'sure' && !hit.onWhat.includes('record');

/** What a screen can be asked by. */
export const askedThings = ['name', 'date-of-birth', 'address', 'vehicle', 'record'] as const;
export type AskedThing = (typeof askedThings)[number];
export const askedWords: Record<AskedThing, string> = {
  name: 'name',
  'date-of-birth': 'date of birth',
  address: 'address',
  vehicle: 'registration mark',
  record: 'records joined as one person',
};

export type ScreenResult = 'nothing' | 'precaution' | 'two-officers' | 'do-not-attend';
export const resultWords: Record<ScreenResult, string> = {
  nothing: 'No marker was met',
  precaution: 'A precaution',
  'two-officers': 'Nobody goes alone',
  'do-not-attend': 'Do not attend',
};

/** What no screen here looks through, so that an empty one is not taken for more than it is. */
export const neverLooked = [
  'The Police National Computer and other systems of the police: only what a force has set here is met.',
  'Records of health and of social care.',
  'Markers that were ended, and those whose review day has passed.',
] as const;
