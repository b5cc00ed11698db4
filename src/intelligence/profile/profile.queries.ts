import { notFound, ok, type Result } from '../../platform/failures/failures.ts';
import { about, type Work } from '../../platform/http/work.ts';
import { type CommonNominal, nominalsOfKey } from '../link/link.store.ts';
import { type Month, repeatsOf, timelineOf } from './profile.rules.ts';
import {
  type Beside,
  besideSubject,
  findSubject,
  itemsOfSubject,
  type ProfileItem,
  type ProfileSubject,
} from './profile.store.ts';

/** A service, with what it sent and what it holds. */
export interface ProfileService {
  agencyName: string;
  /** Items that it sent by the form. */
  items: number;
  /** Records of the same that it holds, as far as an agreement says so. */
  records: number;
  matters: string[];
}

/** Everything that the unit knows of one subject. */
export interface Profile {
  subject: ProfileSubject;
  items: ProfileItem[];
  timeline: Month[];
  /** Items before the months of the timeline. */
  earlier: number;
  repeats: { victim: number; location: number };
  services: ProfileService[];
  beside: Beside[];
}

function servicesOf(items: readonly ProfileItem[], nominals: readonly CommonNominal[]): ProfileService[] {
  const names = new Set([
    ...items.flatMap(({ fromAgencyName }) => (fromAgencyName === null ? [] : [fromAgencyName])),
    ...nominals.map(({ agencyName }) => agencyName),
  ]);
  return [...names].sort().map((agencyName) => {
    const held = nominals.find((one) => one.agencyName === agencyName);
    return {
      agencyName,
      items: items.filter((item) => item.fromAgencyName === agencyName).length,
      records: held?.records ?? 0,
      matters: held?.matters ?? [],
    };
  });
}

/** The profile of whom or what a link names: every row of it under the viewer's own policies. */
export async function openProfile(work: Work, linkId: string): Promise<Result<Profile>> {
  const subject = await findSubject(work, linkId);
  if (!subject) return notFound;
  about(work, 'intelligence-profile', linkId);
  const items = await itemsOfSubject(work, subject);
  const today = work.clock.today();
  const { months, earlier } = timelineOf(items, today);
  return ok({
    subject,
    items,
    timeline: months,
    earlier,
    repeats: repeatsOf(subject.kind, items, today),
    services: servicesOf(items, await nominalsOfKey(work, subject)),
    beside: await besideSubject(
      work,
      subject,
      items.map(({ id }) => id),
    ),
  });
}
