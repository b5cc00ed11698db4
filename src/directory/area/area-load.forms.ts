import { z } from 'zod';
import { dayField, reasonField } from '../change/fields.ts';
import { loadedKinds } from './area.words.ts';

const kind = z.enum(loadedKinds, 'Choose the kind of area');
const parentCode = z.preprocess(
  (raw) => (raw === '' ? undefined : raw),
  z.string().trim().max(40).optional(),
);

export const draftParams = z.object({ areaDraftId: z.uuid() });
/** The form beside the file. */
export const readFileSchema = z.object({ kind, parentCode, startsOn: dayField });
export const loadDraftSchema = z.object({ reason: reasonField });
/** By the API the outlines come in the request itself. */
export const addAreasSchema = z.object({
  kind,
  parentCode,
  startsOn: dayField,
  areas: z.object({
    type: z.literal('FeatureCollection', 'Send a GeoJSON FeatureCollection'),
    features: z.array(z.unknown()).max(2000),
  }),
  reason: reasonField,
});
export type AreaFile = z.output<typeof readFileSchema> & { text: string; name: string };

/** One square at sea, which is looked at and not made. */
export const addAreasExample = {
  ...{ kind: 'ward', startsOn: '2027-05-06', reason: 'An example' },
  areas: {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { code: 'E05999999', name: 'Example ward' },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [2, 55],
              [2.1, 55],
              [2.1, 55.1],
              [2, 55],
            ],
          ],
        },
      },
    ],
  },
};
