import {
  asbCategories,
  asbChannels,
  asbMeasures,
  asbSubTypes,
  breachResults,
  contributionKinds,
  jatacCategories,
  type RiskLevel,
  riskLevels,
  riskOverrides,
} from '../../reference/asb.ts';

const nameIn = (rows: readonly { code: string; name: string }[]) => {
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return (code: string): string => names.get(code) ?? code;
};
export const categoryName = nameIn(asbCategories);
export const channelName = nameIn(asbChannels);
export const subTypeName = nameIn(asbSubTypes);
export const levelName = nameIn(riskLevels);
export const overrideName = nameIn(riskOverrides);
export const measureName = nameIn(asbMeasures);
export const breachResultName = nameIn(breachResults);
export const jatacName = nameIn(jatacCategories);
export const contributionName = nameIn(contributionKinds);
export const levelColours: Readonly<Record<RiskLevel, string>> = {
  standard: 'green',
  medium: 'yellow',
  high: 'red',
};
export const responseWords: Readonly<Record<string, string>> = {
  accepted: 'Accepted',
  partly: 'Accepted in part',
  'not-accepted': 'Not accepted',
};
export const optionsOf = (rows: readonly { code: string; name: string }[]) =>
  rows.map(({ code, name }) => ({ value: code, text: name }));
export const choicesOf = (rows: readonly { code: string; name: string }[]) =>
  rows.map(({ code, name }) => ({ value: code, children: name }));
