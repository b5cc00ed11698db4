export * from './directory.store.ts';
export * from './guess.ts';
export { type AreaImport, type AreaImportResult, importAreas } from './import/areas.ts';
export { importPostcodes, type PostcodeImportResult } from './import/postcodes.ts';
export * from './place.store.ts';
export * from './roles.ts';
export * from './routing.ts';
export { directoryRoutes } from './directory.routes.tsx';
