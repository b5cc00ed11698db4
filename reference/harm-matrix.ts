/**
 * How harm is weighed: a matrix after MoRiLE (harm × scope × likelihood), as this product proposes it. The national scales are
 * restricted and are not these; a unit adopts its own numbers, and each assessment keeps the number of the matrix it was made with.
 * The criteria are MoRiLE's harms, with the victims' vulnerability, and the non-compliance that a trading standards unit ranks by.
 */
export interface HarmMatrix {
  criteria: readonly { code: string; words: string; hint: string; weight: number }[];
  /** What a criterion can be, from nothing up. */
  scale: readonly { code: string; words: string; value: number }[];
  scopes: readonly { code: string; words: string; weight: number }[];
  likelihoods: readonly { value: number; words: string }[];
  /** From how many pounds lost the economic harm is at least so much. */
  losses: readonly { from: number; scale: string }[];
  /** From which share of reliable paragraphs, and how many days since the last item, confidence is high; and from how many it is low. */
  confidence: { goodShare: number; recentDays: number; staleDays: number };
}

export const proposedMatrix: HarmMatrix = {
  criteria: [
    { code: 'physical', words: 'Physical harm', hint: 'Injury, illness, danger to life', weight: 1 },
    {
      code: 'psychological',
      words: 'Psychological harm',
      hint: 'Fear, distress, loss of independence',
      weight: 1,
    },
    {
      code: 'economic',
      words: 'Economic harm',
      hint: 'Money lost, and what it means to who lost it',
      weight: 1,
    },
    {
      code: 'community',
      words: 'Harm to community and environment',
      hint: 'Places, trade, trust',
      weight: 1,
    },
    {
      code: 'vulnerability',
      words: 'Vulnerability of victims',
      hint: 'Age, illness, living alone, capacity',
      weight: 1,
    },
    {
      code: 'non-compliance',
      words: 'Non-compliance',
      hint: 'Warned, advised or convicted before, and went on',
      weight: 1,
    },
  ],
  scale: [
    { code: 'none', words: 'None', value: 0 },
    { code: 'low', words: 'Low', value: 1 },
    { code: 'moderate', words: 'Moderate', value: 2 },
    { code: 'significant', words: 'Significant', value: 4 },
    { code: 'severe', words: 'Severe', value: 8 },
  ],
  scopes: [
    { code: 'local', words: 'One district or less', weight: 1 },
    { code: 'county', words: 'Several districts or the county', weight: 1.5 },
    { code: 'wider', words: 'Beyond the county', weight: 2 },
  ],
  likelihoods: [
    { value: 1, words: 'Hardly' },
    { value: 2, words: 'Unlikely' },
    { value: 3, words: 'As likely as not' },
    { value: 4, words: 'Likely' },
    { value: 5, words: 'Goes on now' },
  ],
  losses: [
    { from: 1, scale: 'low' },
    { from: 1_000, scale: 'moderate' },
    { from: 10_000, scale: 'significant' },
    { from: 100_000, scale: 'severe' },
  ],
  confidence: { goodShare: 0.5, recentDays: 90, staleDays: 365 },
};

/** Trades that firms are ranked within: the sectors that trading standards services name in their assessments. */
export const harmSectors = [
  { code: 'home-improvement', words: 'Roofing, building and home improvement' },
  { code: 'doorstep', words: 'Doorstep selling and cold calling' },
  { code: 'waste', words: 'Waste carriage and clearance' },
  { code: 'vehicles', words: 'Used vehicles and repair' },
  { code: 'tobacco-vapes', words: 'Tobacco and vapes' },
  { code: 'alcohol', words: 'Alcohol and licensed premises' },
  { code: 'food', words: 'Food and feed' },
  { code: 'product-safety', words: 'Product safety and imports' },
  { code: 'counterfeit', words: 'Counterfeit goods' },
  { code: 'lettings', words: 'Letting and estate agents' },
  { code: 'energy', words: 'Energy and insulation' },
  { code: 'money', words: 'Lending, investment and prize fraud' },
  { code: 'animals', words: 'Animals' },
  { code: 'other', words: 'Another trade' },
] as const;
