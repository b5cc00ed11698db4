export * from './exact-keys.ts';
export { type MentionView, mentionsOf, noteMentions } from './mentions.store.ts';
export * from './mentions.ts';
export * from './record.commands.ts';
export * from './record.keep.ts';
export { recordPolicy } from './record.policy.ts';
export { searchRecordKinds } from './record.search.ts';
export * from './record.store.ts';
export * from './record.words.ts';
