import { z } from 'zod';
import type { Db } from '../platform/database/database.ts';

const hoursSchema = z.array(
  z.object({ days: z.array(z.number().int().min(1).max(7)), from: z.string(), to: z.string() }),
);

/** What the public may be told of a service: nobody's name, only how and when the team can be reached. */
export interface ServiceContact {
  id: string;
  name: string;
  team: string;
  phone: string;
  agencyName: string;
  /** Opening hours in words; empty when the directory has none. */
  hoursWords: string;
  /** What happens outside them, as the service itself says it. */
  outOfHours: string | null;
}

/** A service's desk from the columns that the public login may read. */
export async function serviceContact(db: Db, id: string): Promise<ServiceContact | undefined> {
  const row = await db
    .selectFrom('directory.service as s')
    .innerJoin('directory.agency as a', 'a.id', 's.agencyId')
    .select(['s.id', 's.name', 's.team', 's.phone', 's.hours', 's.outOfHours', 'a.name as agencyName'])
    .where('s.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { hours, ...rest } = row;
  return { ...rest, hoursWords: hoursWords(hours) };
}

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `Monday to Thursday 08:45 to 17:15; Friday 08:45 to 16:45`. Hours that cannot be read are not guessed at. */
export function hoursWords(hours: unknown): string {
  const parsed = hoursSchema.safeParse(hours);
  if (!parsed.success) return '';
  return parsed.data.map(({ days, from, to }) => `${daysWords(days)} ${from} to ${to}`).join('; ');
}

function daysWords(days: readonly number[]): string {
  const sorted = [...days].sort((a, b) => a - b);
  const name = (day: number | undefined) => dayNames[(day ?? 1) - 1] ?? '';
  const first = sorted[0];
  const isRun = sorted.every((day, index) => day === (first ?? 1) + index);
  if (sorted.length === 7) return 'Every day';
  return isRun && sorted.length > 2
    ? `${name(first)} to ${name(sorted.at(-1))}`
    : sorted.map(name).join(' and ');
}
