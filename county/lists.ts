import { agencyId } from './agencies.ts';
import type { CountyAgency, CountyList, CountyStreet } from './county.types.ts';
import { addDays } from './days.ts';
import { FORENAMES, reporterPhone, SHORT_FORMS, SURNAMES } from './names.ts';
import { at, get, type Random, randomFor, uuidOf } from './random.ts';
import { addressOn, birthDay } from './subjects.ts';

/**
 * Twelve lists of the same few hundred people, kept by agencies that never compared them. Each list has its own columns
 * and habits; people appear on several, misspelt, moved and married. `truth` says who each row is, for tests only.
 */

interface Client {
  key: string;
  forename: string;
  surname: string;
  born: string;
  address: string;
  postcode: string;
  phone: string;
}

const HOUSEHOLDS = 330;
/** The lists' own stretch of the drama numbers, so that they meet no reporter by chance. */
const FIRST_PHONE = 680;

/** Most live alone; some are couples at one address and number, and a few are twins with one birthday. */
function buildClients(streets: readonly CountyStreet[], random: Random): Client[] {
  return Array.from({ length: HOUSEHOLDS }, (_, n) => {
    const home = addressOn(random.pick(streets), random);
    const first: Client = {
      key: `client-${n}`,
      forename: random.pick(FORENAMES),
      surname: random.pick(SURNAMES),
      born: birthDay(random, 1930, 1972),
      ...home,
      phone: reporterPhone(FIRST_PHONE + n) ?? '',
    };
    if (n % 6 !== 0) return [first];
    const other = random.pick(FORENAMES.filter((name) => name !== first.forename));
    const born = n % 30 === 0 ? first.born : birthDay(random, 1930, 1972);
    return [first, { ...first, key: `client-${n}b`, forename: other, born }];
  }).flat();
}

type Slip = (client: Client, random: Random, streets: readonly CountyStreet[]) => Client;

const swapLetters = (word: string, at: number): string =>
  word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);

const SLIPS: readonly Slip[] = [
  (c, random) => ({ ...c, surname: swapLetters(c.surname, random.between(1, c.surname.length - 3)) }),
  (c) => ({ ...c, forename: SHORT_FORMS.get(c.forename) ?? c.forename.slice(0, 1) }),
  (c) => {
    const [year, month, day] = c.born.split('-');
    return Number(day) <= 12 ? { ...c, born: `${year}-${day}-${month}` } : { ...c, born: `${year}-01-01` };
  },
  (c, random, streets) => ({ ...c, ...addressOn(random.pick(streets), random) }),
  (c) => ({ ...c, phone: '' }),
  (c, random) => ({ ...c, surname: `${c.surname}-${random.pick(SURNAMES)}` }),
  (c) => ({ ...c, forename: c.forename.toUpperCase(), surname: c.surname.toUpperCase() }),
  (c) => ({ ...c, postcode: c.postcode.replace(' ', '') }),
];

/** agency | list | rows | columns. Column words before the colon are the list's own heading, after it what it holds. */
const LISTS = `
MCC | Doorstep crime victims | 120 | Ref:ref;Name:name;DOB:dobSlash;Address:address;Postcode:postcode;Tel:phone;Loss (£):money
MCC | Scam mail recipients | 150 | First name:forename;Last name:surname;Addr1:address;PC:postcode;Date letter sent:date
MCC | Call blocker waiting list | 60 | Surname:surname;Forename:forename;Phone:phone;Postcode:postcode;Requested:date
MCC | Adult safeguarding alerts | 90 | Case:ref;Client:nameLast;D.O.B:dob;Home address:address;Postcode:postcode;Alert date:date
MPOL | Vulnerable victims register | 110 | URN:ref;Surname:surname;Forename1:forename;DateOfBirth:dob;Address:full;Mobile:phone
MPOL | Fraud victims to visit | 85 | Name:name;DOB:dobSlash;Postcode:postcode;Contact no:phone;Amount lost:money
MFRS | Home fire safety visits | 130 | Occupier:name;Address:address;Postcode:postcode;Telephone:phone;Smoker?:yesNo;Visit date:date
HARB | Tenants needing support | 80 | Tenancy no:ref;Tenant:nameLast;Born:dobSlash;Address:full;Tel:phone
TIDE | Vulnerable tenants | 75 | TenancyRef:ref;FirstName:forename;LastName:surname;DOB:dob;Postcode:postcode
STED | Victim care clients | 95 | Client ID:ref;Name:name;Year of birth:year;Phone:phone;Email:email;Postcode:postcode
NSU | Referrals to the county | 140 | NSU ref:ref;Full name:name;Address:full;Times paid:count;Last seen on list:date
WEND | Assisted bin collections | 100 | Name:nameInitial;Address:address;Postcode:postcode;Since:date
`;

const flip = (day: string): string => day.split('-').reverse().join('/');

type Cell = (client: Client, random: Random, today: string) => string;

const CELLS: ReadonlyMap<string, Cell> = new Map<string, Cell>([
  ['ref', (_, random) => String(random.between(10_000, 99_999))],
  ['name', (c) => `${c.forename} ${c.surname}`],
  ['nameLast', (c) => `${c.surname}, ${c.forename}`],
  ['nameInitial', (c) => `${c.forename.charAt(0)} ${c.surname}`],
  ['forename', (c) => c.forename],
  ['surname', (c) => c.surname],
  ['dob', (c) => c.born],
  ['dobSlash', (c) => flip(c.born)],
  ['year', (c) => c.born.slice(0, 4)],
  ['address', (c) => c.address],
  ['postcode', (c) => c.postcode],
  ['full', (c) => `${c.address}, ${c.postcode}`],
  ['phone', (c) => c.phone],
  ['email', (c) => `${c.forename}.${c.surname}@post.example`.toLowerCase().replace(' ', '')],
  ['money', (_, random) => String(random.between(2, 900) * 10)],
  ['count', (_, random) => String(random.between(1, 14))],
  ['yesNo', (_, random) => random.pick(['Y', 'N', ''])],
  ['date', (_, random, today) => flip(addDays(today, -random.between(5, 1500)))],
]);

/** Takes `rows` entries: each a client with up to two slips, and now and then the same client twice on one list. */
function chosenRows(clients: readonly Client[], rows: number, random: Random): Client[] {
  const chosen: Client[] = [];
  const used = new Set<string>();
  while (chosen.length < rows) {
    // The front of the list is chosen more, so that some people are on nearly every list.
    const client = at(clients, Math.floor(random.next() ** 1.6 * clients.length));
    if (used.has(client.key) && !random.chance(0.06)) continue;
    used.add(client.key);
    chosen.push(client);
  }
  return chosen;
}

export function buildLists(
  agencies: readonly CountyAgency[],
  streets: readonly CountyStreet[],
  today: string,
): CountyList[] {
  const clients = buildClients(streets, randomFor('list clients'));
  const known = new Set(agencies.map((agency) => agency.id));
  return LISTS.trim()
    .split('\n')
    .map((line): CountyList => {
      const [code = '', name = '', rows = '', columns = ''] = line.split('|').map((cell) => cell.trim());
      if (!known.has(agencyId(code))) throw new Error(`No agency ${code}`);
      const random = randomFor(`list ${code} ${name}`);
      const headed = columns.split(';').map((column) => column.split(':'));
      const chosen = chosenRows(clients, Number(rows), random);
      return {
        id: uuidOf(`list ${code} ${name}`),
        agencyId: agencyId(code),
        name,
        columns: headed.map((pair) => at(pair, 0)),
        rows: chosen.map((client) => {
          const held = misheld(client, random, streets);
          return headed.map((pair) => get(CELLS, at(pair, 1))(held, random, today));
        }),
        truth: chosen.map((client) => client.key),
      };
    });
}

function misheld(client: Client, random: Random, streets: readonly CountyStreet[]): Client {
  const slips = random.chance(0.45) ? (random.chance(0.25) ? 2 : 1) : 0;
  let held = client;
  for (let i = 0; i < slips; i++) held = random.pick(SLIPS)(held, random, streets);
  return held;
}
