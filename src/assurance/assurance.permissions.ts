import { markerKeepers, screeners } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';

export const screenVisits = permission(
  'assurance.screen',
  'Screen for officer-safety markers before a visit: type and precaution only',
  screeners,
);
export const keepMarkers = permission(
  'assurance.keep-markers',
  'Set, review and end the warning markers of your own agency',
  markerKeepers,
);
