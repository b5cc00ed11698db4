export * from './mentions.ts';
export { noteMentions } from './mentions.store.ts';
