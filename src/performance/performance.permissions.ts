import { caseworkers, figureReaders, intelligenceReaders, victimReaders } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';
import { hasRole, type Viewer } from '../platform/access/viewer.ts';

/** On the operations side, where the records that figures count are kept. */
const counters = ['performance-analyst', 'reception', ...caseworkers] as const;
export const readFigures = permission(
  'performance.read-figures',
  'Read figures over the records you may see, and open those records',
  counters,
);
/** Beside them whoever keeps the victim register, and the intelligence unit, for the figures that are made of theirs. */
export const readOwnFigures = permission(
  'performance.read-own-figures',
  'Read figures over the records you may see on your side of the wall, and open those records',
  [...counters, ...victimReaders, ...intelligenceReaders],
);
export const readFigureList = permission(
  'performance.read-figure-list',
  'See the list of figures: those that are counted for you, or what was published',
  [...figureReaders, ...victimReaders, ...intelligenceReaders],
);
export const readPublished = permission(
  'performance.read-published',
  'Read what was published',
  figureReaders,
);
export const publishFigures = permission(
  'performance.publish',
  'Freeze and publish a quarter, and correct it',
  ['performance-analyst'],
);

/** Whether figures are counted for the viewer; others read what was published. */
export const seesRecords = (viewer: Viewer): boolean =>
  viewer.kind === 'officer' && viewer.side === 'OPS' && hasRole(viewer, ...counters);

/**
 * The figure by which it is known over which agencies a viewer counts: the first of their own side. Undefined where figures
 * are not counted for them, who read what was published.
 */
export function firstFigure(viewer: Viewer): string | undefined {
  if (viewer.kind !== 'officer') return undefined;
  if (viewer.side === 'SAFEGUARD' && hasRole(viewer, ...victimReaders)) return 'V-01';
  if (viewer.side === 'INTEL' && hasRole(viewer, ...intelligenceReaders)) return 'I-01a';
  return seesRecords(viewer) ? 'I-01' : undefined;
}
