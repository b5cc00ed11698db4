export { type Arranged, arrange } from './arrange.ts';
export type { Edges } from './cluster.ts';
export type { Comparison, Level } from './compare/comparison.ts';
export { type Evidence, type Explanation, explain } from './explain.ts';
export { groupsOf } from './groups.ts';
export { type Linked, type LinkOptions, link } from './link.ts';
export { type ModelDocument, modelDocument, readModel, UnusableModel } from './model.ts';
export { type FieldKind, fieldKinds, type Recognised, recognise } from './recognise.ts';
export { type Column, Dictionary, missing, type Table, tableOf } from './table.ts';
