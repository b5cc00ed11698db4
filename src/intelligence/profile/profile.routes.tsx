import { z } from 'zod';
import { demand } from '../../platform/failures/failures.ts';
import { apiGet, type Route, show } from '../../platform/http/declare.ts';
import { page } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { readIntelligence } from '../intelligence.permissions.ts';
import { ProfilePage, ProfilesPage } from './profile.pages.tsx';
import { openProfile } from './profile.queries.ts';
import { repeatedSubjects } from './profile.store.ts';

const marking = 'OFFICIAL-SENSITIVE';
const all = { href: '/intelligence/profiles', text: 'Profiles' };
const params = z.object({ linkId: z.uuid() });
const instant = z.date().transform((at) => at.toISOString());
const besideShape = z.object({ linkId: z.string(), kind: z.string(), label: z.string(), items: z.number() });
const repeatedShape = z.array(besideShape.extend({ lastAt: instant }));

const repeated = async (work: Work) => ({
  victims: await repeatedSubjects(work, 'victim'),
  places: await repeatedSubjects(work, 'place'),
  others: await repeatedSubjects(work, 'any'),
});

/** Profiles of whom and what items are about, as pages and as JSON. */
export const profileRoutes: readonly Route[] = [
  show({
    path: '/intelligence/profiles',
    words: 'Repeat victims, repeat locations, and whom items name again',
    permission: readIntelligence,
    audit: 'intelligence-profile.listed',
    handle: async (work) => page('Profiles', <ProfilesPage {...(await repeated(work))} />, { marking }),
  }),
  show({
    path: '/intelligence/profiles/:linkId',
    words: 'The profile of a person, firm, vehicle, number or address that an item is linked to',
    permission: readIntelligence,
    audit: 'intelligence-profile.opened',
    params,
    handle: async (work, { params: { linkId } }) => {
      const profile = demand(await openProfile(work, linkId));
      return page(`Profile: ${profile.subject.label}`, <ProfilePage {...profile} />, { marking, back: all });
    },
  }),
  apiGet({
    path: '/api/v1/intelligence/profiles',
    words: 'Repeat victims, repeat locations, and whom items name again',
    permission: readIntelligence,
    audit: 'intelligence-profile.listed',
    output: z.object({ victims: repeatedShape, places: repeatedShape, others: repeatedShape }),
    handle: repeated,
  }),
  apiGet({
    path: '/api/v1/intelligence/profiles/:linkId',
    words: 'The profile of a person, firm, vehicle, number or address that an item is linked to',
    permission: readIntelligence,
    audit: 'intelligence-profile.opened',
    params,
    output: z.object({
      subject: z.object({ kind: z.string(), label: z.string(), keyKind: z.string().nullable() }),
      items: z.array(
        z.object({ id: z.string(), reference: z.string(), role: z.string(), receivedAt: instant }),
      ),
      timeline: z.array(z.object({ month: z.string(), items: z.number() })),
      earlier: z.number(),
      repeats: z.object({ victim: z.number(), location: z.number() }),
      services: z.array(
        z.object({
          agencyName: z.string(),
          items: z.number(),
          records: z.number(),
          matters: z.array(z.string()),
        }),
      ),
      beside: z.array(besideShape),
    }),
    handle: async (work, { params: { linkId } }) => demand(await openProfile(work, linkId)),
  }),
];
