import { z } from 'zod';
import { findStreets, listIssueTypes, placeOfPostcode, tidyPostcode } from '../../directory/index.ts';
import { PUBLIC } from '../../platform/access/permission.ts';
import { apiGet, type Route } from '../../platform/http/declare.ts';
import { plainLine } from './answers.ts';

const issueView = z.object({
  code: z.string(),
  name: z.string(),
  group: z.string(),
  hint: z.string().nullable(),
  asksLandOwner: z.boolean(),
  targetWorkingDays: z.number(),
});
const placeView = z.object({
  kind: z.enum(['postcode', 'street']),
  words: z.string(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  wardCode: z.string().nullable(),
});

/** What a program needs to know before it sends a report. */
export const publicApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/issue-types',
    words: 'The A to Z of problems',
    permission: PUBLIC,
    audit: 'issue-types.listed',
    output: z.object({ issueTypes: z.array(issueView) }),
    handle: async (work) => ({
      issueTypes: (await listIssueTypes(work.db))
        .filter((type) => type.isActive)
        .map(({ groupName, ...type }) => ({ ...type, group: groupName })),
    }),
  }),
  apiGet({
    path: '/api/v1/places',
    words: 'Places like the words: a full postcode, or streets',
    permission: PUBLIC,
    audit: 'places.looked-up',
    query: z.object({
      words: z.string().max(200).transform(plainLine).pipe(z.string().min(2, 'Give at least two characters')),
    }),
    output: z.object({ places: z.array(placeView) }),
    example: { query: { words: 'avenue' } },
    handle: async (work, { query }) => {
      const found = tidyPostcode(query.words)
        ? await placeOfPostcode(work.db, query.words, work.clock.today())
        : undefined;
      if (found)
        return {
          places: [
            {
              kind: 'postcode' as const,
              words: found.postcode ?? query.words,
              lon: found.lon,
              lat: found.lat,
              wardCode: found.wardCode,
            },
          ],
        };
      const streets = await findStreets(work.db, query.words);
      return {
        places: streets.map((street) => ({
          kind: 'street' as const,
          words: `${street.name}, ${street.town}`,
          lon: street.lon,
          lat: street.lat,
          wardCode: street.wardCode,
        })),
      };
    },
  }),
];
