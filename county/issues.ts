import type { CountyIssueType } from './county.types.ts';
import { ISSUE_TABLE } from './issue-table.ts';
import { at } from './random.ts';

export type Season =
  | 'tipping'
  | 'summer'
  | 'winter'
  | 'potholes'
  | 'lights'
  | 'growth'
  | 'rain'
  | 'flat'
  | 'dogs'
  | 'autumn'
  | 'ice'
  | 'bonfire';

/** A type with what only the generator needs: how often it is reported, when in the year, and in what words. */
export interface IssueProfile {
  type: CountyIssueType;
  weight: number;
  season: Season;
  texts: readonly string[];
}

const HINTS: Readonly<Record<string, string>> = {
  'fly-tipping': 'Waste of any size left on land that is not licensed to take it. One litter item is litter.',
  'drug-litter': 'Do not touch needles. Say how near the place is to where children play.',
  'dangerous-dog': 'If someone is being attacked now, ring 999.',
  'domestic-abuse':
    'If someone is in danger now, ring 999. We will not contact the person unless it is safe.',
  'child-safeguarding': 'If a child is in danger now, ring 999.',
  'abandoned-vehicle': 'A vehicle without tax is not by itself abandoned.',
  'noise-domestic': 'A diary of when the noise happens helps us to act.',
};

const PROVIDERS = ['county', 'district', 'police', 'fire', 'health', 'housing'] as const;
const SEASONS: readonly string[] = [
  'tipping',
  'summer',
  'winter',
  'potholes',
  'lights',
  'growth',
  'rain',
  'flat',
  'dogs',
  'autumn',
  'ice',
  'bonfire',
] satisfies readonly Season[];

const isSeason = (word: string): word is Season => SEASONS.includes(word);

function profileOf(group: string, lines: readonly string[]): IssueProfile {
  const [code, name, answer, published, flags, demand] = at(lines, 0)
    .split('|')
    .map((cell) => cell.trim());
  const [provider, serviceKey, days] = (answer ?? '').split(' ');
  const [lgsl, harmonised] = (published ?? '').split(' ');
  const [weight, season] = (demand ?? '').split(' ');
  const providedBy = PROVIDERS.find((known) => known === provider);
  if (!code || !name || !providedBy || !serviceKey || !season || !isSeason(season)) {
    throw new Error(`The table's row is not whole: ${at(lines, 0)}`);
  }
  const hint = HINTS[code];
  const type: CountyIssueType = {
    code,
    name,
    group,
    words: at(lines, 1)
      .split(';')
      .map((word) => word.trim()),
    ...(hint === undefined ? {} : { hint }),
    ...(lgsl && lgsl !== '-' ? { lgsl: Number(lgsl) } : {}),
    ...(harmonised && harmonised !== '-' ? { harmonisedCategory: harmonised } : {}),
    ...(flags === 'sensitive' ? { isSensitive: true } : {}),
    ...(flags === 'land' ? { asksLandOwner: true } : {}),
    targetWorkingDays: Number(days),
    providedBy,
    serviceKey,
  };
  const texts = at(lines, 2)
    .slice(1)
    .split('/')
    .map((text) => text.trim());
  return { type, weight: Number(weight), season, texts };
}

function readTable(table: string): IssueProfile[] {
  const profiles: IssueProfile[] = [];
  let group = '';
  let waiting: string[] = [];
  for (const line of table.split('\n').filter((text) => text !== '')) {
    if (line.startsWith('#')) group = line.slice(1).trim();
    else waiting.push(line);
    if (waiting.length === 3) {
      profiles.push(profileOf(group, waiting));
      waiting = [];
    }
  }
  return profiles;
}

export const issueProfiles: readonly IssueProfile[] = readTable(ISSUE_TABLE);
