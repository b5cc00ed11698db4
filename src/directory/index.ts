export * from './directory.store.ts';
export * from './guess.ts';
export * from './place.store.ts';
export * from './roles.ts';
export * from './routing.ts';
