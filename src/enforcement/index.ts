export * from './case.exports.ts';
export * from './penalty.exports.ts';
