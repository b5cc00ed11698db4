import { z } from 'zod';

/**
 * A company's number in its one form: eight letters and digits, as `00012345` or `SC123456`. Undefined for anything else.
 * Companies House, «Company number» of its public data API.
 */
export function companyNumberOf(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s.-]/g, '');
  const [, letters = '', digits = ''] = /^([A-Z]{0,2})(\d{1,8})$/.exec(plain) ?? [];
  if (digits === '') return undefined;
  const room = 8 - letters.length;
  return digits.length <= room ? letters + digits.padStart(room, '0') : undefined;
}

const text = z.string().nullish();
const profileShape = z.object({
  company_name: z.string(),
  company_number: z.string(),
  company_status: text,
  type: text,
  date_of_creation: text,
  date_of_cessation: text,
  sic_codes: z.array(z.string()).nullish(),
  has_insolvency_history: z.boolean().nullish(),
  registered_office_address: z.record(z.string(), z.unknown()).nullish(),
});
const officersShape = z.object({
  items: z
    .array(z.object({ name: z.string(), officer_role: text, appointed_on: text, resigned_on: text }))
    .nullish(),
  total_results: z.number().nullish(),
});

/** What is kept of a company: what a page shows, and nothing more of what the register says. */
export interface Company {
  name: string;
  number: string;
  status: string;
  kind: string;
  since: string;
  until: string;
  office: string;
  trades: string[];
  wasInsolvent: boolean;
  officers: { name: string; role: string; from: string; until: string }[];
  /** All that the register has; the list above is its first page. */
  officerCount: number;
}

/** What a page shows of what a register says, at most. */
const most = { letters: 300, officers: 100, trades: 20 };
/** Signs that no text of a register has: those that a database refuses, and those that turn what follows round. */
const strange = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;
const plain = (said: string | null | undefined): string =>
  (said ?? '')
    .toWellFormed()
    .replace(strange, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, most.letters)
    .toWellFormed();
/** A day of the calendar as the register writes it; nothing where it wrote something else. */
const dayIn = (said: string | null | undefined): string =>
  z.iso.date().safeParse(said).success ? (said ?? '') : '';

const officeParts = [
  'care_of',
  'premises',
  'address_line_1',
  'address_line_2',
  'locality',
  'region',
  'postal_code',
];

/** A company from the register's two answers; undefined where they are not of the shape that its API promises. */
export function companyFrom(profile: unknown, officers: unknown): Company | undefined {
  const one = profileShape.safeParse(profile);
  const people = officersShape.safeParse(officers ?? {});
  if (!one.success || !people.success) return undefined;
  const items = people.data.items ?? [];
  const address = one.data.registered_office_address ?? {};
  return {
    ...{
      name: plain(one.data.company_name),
      number: plain(one.data.company_number),
      status: plain(one.data.company_status),
    },
    ...{
      kind: plain(one.data.type),
      since: dayIn(one.data.date_of_creation),
      until: dayIn(one.data.date_of_cessation),
    },
    office: plain(
      officeParts
        .map((part) => address[part])
        .filter((part): part is string => typeof part === 'string' && part !== '')
        .join(', '),
    ),
    trades: (one.data.sic_codes ?? []).slice(0, most.trades).map(plain),
    wasInsolvent: one.data.has_insolvency_history ?? false,
    officers: items.slice(0, most.officers).map(({ name, officer_role, appointed_on, resigned_on }) => ({
      ...{
        name: plain(name),
        role: plain(officer_role),
        from: dayIn(appointed_on),
        until: dayIn(resigned_on),
      },
    })),
    officerCount: Math.max(items.length, Math.trunc(people.data.total_results ?? 0)),
  };
}
