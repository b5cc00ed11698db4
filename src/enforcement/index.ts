export * from './case.exports.ts';
