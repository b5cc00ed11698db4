/**
 * Kinds of harm by which the intelligence unit counts and sets its priorities: which issue types of the A to Z and which words of items
 * belong to each. A **proposal of this product**: no national list of kinds was found (domain 2.7 names the products, not the kinds).
 * An issue type that an installation has not got counts nothing.
 */
export interface HarmKind {
  code: string;
  words: string;
  /** Codes of issue types of reports. */
  issueTypes: readonly string[];
  /** Words by which an item is taken for one of this kind, as a search writes them. */
  asked: string;
}

export const harmKinds: readonly HarmKind[] = [
  {
    code: 'waste',
    words: 'Fly-tipping and waste crime',
    issueTypes: ['fly-tipping', 'asbestos', 'trade-waste', 'waste-carrier'],
    asked: '"fly tip" or "fly tipping" or tipping or tipped or rubble or "waste carrier" or "waste carriers"',
  },
  {
    code: 'rogue-trading',
    words: 'Rogue trading and doorstep crime',
    issueTypes: ['doorstep-crime'],
    asked: 'roofer or roofing or deposit or doorstep or "cold caller" or "rogue trader"',
  },
  {
    code: 'scams',
    words: 'Scams and fraud',
    issueTypes: ['scam'],
    asked: 'scam or scammed or fraud or "from the bank" or courier or "prize draw"',
  },
  {
    code: 'illicit-sales',
    words: 'Illegal tobacco, vapes and sales to children',
    issueTypes: ['illicit-tobacco', 'underage-sales'],
    asked: 'tobacco or cigarettes or vape or vapes or underage',
  },
  {
    code: 'unsafe-goods',
    words: 'Counterfeit and unsafe goods',
    issueTypes: ['counterfeit'],
    asked: 'counterfeit or fake or unsafe or recalled',
  },
  {
    code: 'animals',
    words: 'Illegal breeding and sale of animals',
    issueTypes: ['animal-welfare', 'livestock'],
    asked: 'puppy or puppies or breeder or breeding or livestock',
  },
  {
    code: 'drugs',
    words: 'Drug dealing and what comes with it',
    issueTypes: ['drug-dealing', 'drug-litter'],
    asked: 'drug or drugs or dealing or cannabis',
  },
  {
    code: 'asb',
    words: 'Anti-social behaviour and damage',
    issueTypes: ['asb-youths', 'street-drinking', 'vandalism', 'neighbour-dispute', 'fireworks'],
    asked: 'intimidation or harassment or vandalism or nuisance or arson',
  },
  {
    code: 'vehicles',
    words: 'Nuisance and abandoned vehicles',
    issueTypes: ['abandoned-vehicle', 'nuisance-vehicle', 'vehicle-nuisance'],
    asked: '"abandoned car" or "abandoned vehicle" or "car meet" or quad or motorbikes',
  },
  {
    code: 'housing',
    words: 'Rogue landlords and overcrowding',
    issueTypes: ['hmo', 'illegal-eviction', 'housing-disrepair'],
    asked: 'landlord or eviction or overcrowded or sublet',
  },
  {
    code: 'exploitation',
    // Reports of it are sensitive: items alone are counted.
    words: 'Exploitation, cuckooing and modern slavery',
    issueTypes: [],
    asked: 'exploited or exploitation or cuckooing or "county lines" or "forced labour"',
  },
];
