export * from './abandoned.exports.ts';
export * from './case.exports.ts';
export * from './closure.exports.ts';
export * from './encampment.exports.ts';
export { takenCases, takenPenalties } from './enforcement.taken.ts';
export * from './penalty.exports.ts';
export * from './procedure.exports.ts';
export * from './protection.exports.ts';
export * from './pspo.exports.ts';
