import { z } from 'zod';

const spotFeature = z.object({
  type: z.literal('Feature'),
  geometry: z.object({ type: z.literal('Point'), coordinates: z.array(z.number()) }),
  properties: z.object({
    /** Reports in the spot. */
    count: z.number(),
    /** What holds them all, as lists of reports take it: `west,south,east,north`. */
    box: z.string(),
    /** The one report, where it is only one. */
    reportId: z.string().nullable(),
  }),
});

/** Spots of reports as GeoJSON, with what they add up to. */
export const spotCollection = z.object({
  type: z.literal('FeatureCollection'),
  bbox: z.array(z.number()),
  /** Reports on this part of the map, all of them. */
  count: z.number(),
  /** Reports of the filter without a point; 1,000 means that many or more. */
  unplaced: z.number(),
  features: z.array(spotFeature),
});
