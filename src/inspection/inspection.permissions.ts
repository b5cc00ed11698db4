import { permission } from '../platform/access/permission.ts';
import { inspectors, tableReaders } from './inspection.roles.ts';

export const inspect = permission(
  'inspection.keep',
  'Keep premises, inspect them, plan test purchases and record them, and run the schemes that premises join',
  inspectors,
);
export const readTests = permission(
  'inspection.read-tests',
  'Read the table of test purchases that your agency took part in',
  tableReaders,
);
