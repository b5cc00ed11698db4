import { caseworkers } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';

export const useField = permission(
  'field.use',
  'Take today’s work along on a telephone, and deliver what was written there; what may be written is for each kind its own permission',
  caseworkers,
);
