export * from './mentions.ts';
export { type MentionView, mentionsOf, noteMentions } from './mentions.store.ts';
export { recordPolicy } from './record.policy.ts';
