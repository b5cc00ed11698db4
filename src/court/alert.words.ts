export const alertStatusWords = {
  draft: 'To be approved',
  published: 'Published',
  withdrawn: 'Withdrawn',
} as const;
export type AlertStatus = keyof typeof alertStatusWords;

export const reachChannelWords = {
  post: 'Leaflet or letter',
  'e-mail': 'E-mail',
  social: 'Social media',
  press: 'Press and radio',
} as const;
export type ReachChannel = keyof typeof reachChannelWords;
export const reachChannels = Object.keys(reachChannelWords) as [ReachChannel, ...ReachChannel[]]; // the keys of the table above

/** What a communications officer does with a warning. */
export const alertSteps = [
  { action: 'publish', from: ['draft'], to: 'published', button: 'Approve and publish' },
  { action: 'withdraw', from: ['draft', 'published'], to: 'withdrawn', button: 'Withdraw' },
] as const satisfies readonly {
  action: string;
  from: readonly AlertStatus[];
  to: AlertStatus;
  button: string;
}[];
export type AlertAction = (typeof alertSteps)[number]['action'];
export const alertActions = alertSteps.map(({ action }) => action) as [AlertAction, ...AlertAction[]]; // there are two
