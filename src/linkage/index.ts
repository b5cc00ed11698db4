export * from './core/index.ts';
export { UnreadableFile } from './files/read-csv.ts';
export { type Lists, readLists } from './files/read-lists.ts';
export { linkReport } from './files/report.ts';
export * from './lists/index.ts';
