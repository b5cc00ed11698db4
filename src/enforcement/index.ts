export * from './penalty.exports.ts';
